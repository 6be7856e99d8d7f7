"""The web page: every word once, nothing that a text could make run, both views, links that lead somewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement
from tests.revision_strategies import marked_documents
from tests.strategies import documents
from tests.thoroughness import thorough
from tests.writers import samples
from tests.writers.hostile import hostile_documents, hostile_reports
from tests.writers.reading_html import ADDED, page, words_of

from treatykit.model.content import (
    Cell,
    Field,
    Image,
    Inline,
    NoteReference,
    OpaqueInline,
    Paragraph,
    Reference,
    Row,
    Slot,
    Table,
    Text,
    VerticalMerge,
)
from treatykit.model.decide import accept, reject
from treatykit.model.document import Document, Meta
from treatykit.model.plain import inline_text
from treatykit.model.properties import Role, RowProperties, RunFormat
from treatykit.model.revisions import RevisionKind
from treatykit.model.walk import map_document, story_paragraphs
from treatykit.writers.html import write_html
from treatykit.writers.options import View, WriteOptions

_FEW = settings(max_examples=thorough(30))
_ELEMENTS = frozenset(
    ("html", "head", "meta", "title", "style", "body", "a", "header", "p", "b", "span", "fieldset", "label",
     "input", "div", "button", "nav", "details", "summary", "ol", "li", "main", "section", "h1", "h2", "h3", "h4", "h5",
     "h6", "ins", "del", "dfn", "i", "u", "s", "mark", "sup", "sub", "br", "table", "thead", "tbody", "tr", "th", "td",
     "colgroup", "col", "script", "aside")
)  # fmt: skip
_ATTRIBUTES = frozenset(
    ("lang", "charset", "name", "content", "http-equiv", "class", "id", "href", "title", "datetime", "data-change",
     "style", "type", "value", "checked", "hidden", "role", "tabindex", "scope", "colspan", "rowspan", "aria-label",
     "aria-hidden", "aria-labelledby", "open", "dir")
)  # fmt: skip
_STYLE = re.compile(r"(--indent|padding-right|text-indent|width|color):(#[0-9A-Fa-f]{6}|-?[\d.]+(pt|%))")


def _inline_view(root: HtmlElement) -> HtmlElement:
    return root.get_element_by_id("_inline")


def _said(inline: Inline) -> str:
    return "" if isinstance(inline, Image | OpaqueInline | NoteReference) else inline_text(inline)


def _words(document: Document, *, labels: bool = True) -> Counter[str]:
    """The characters of the body and its notes, without the signs of the notes."""
    said = Counter[str]()
    for paragraph in story_paragraphs(document.body):
        said.update("".join(_said(inline) for inline in paragraph.inlines))
        said.update(paragraph.label.text if paragraph.label and labels else "")
    return Counter({character: count for character, count in said.items() if not character.isspace()})


def _only_words(document: Document) -> Document:
    def bare(paragraph: Paragraph) -> Paragraph:
        words = tuple(inline for inline in paragraph.inlines if isinstance(inline, Text | Slot | Reference | Field))
        return Paragraph(words, paragraph.mark)

    return map_document(document, bare)


@_FEW
@given(documents(opaque=False))
def test_every_word_is_printed_once_and_no_other(document: Document) -> None:
    document = replace(document, headers=())
    printed = words_of(_inline_view(page(write_html(document))), *ADDED)

    assert Counter(printed) == _words(document)


@pytest.mark.parametrize("role", [Role.TITLE, Role.BODY])
def test_a_page_has_one_title_where_it_can_be_seen(role: Role) -> None:
    written = write_html(Document(body=(samples.paragraph(role, "Excellency,"),), meta=Meta(title="A Letter")))
    (title,) = page(written).xpath("//h1")

    assert title.text_content() == ("Excellency," if role is Role.TITLE else "A Letter")
    assert "clip-path" not in written


@_FEW
@given(marked_documents(opaque=False))
def test_side_by_side_shows_the_old_text_and_the_new_one(document: Document) -> None:
    plain = _only_words(document)
    root = page(write_html(plain))
    if not root.xpath("//table[@class='sides']"):
        return

    for side, decided in (("old", reject(plain)), ("new", accept(plain))):
        cells = root.xpath(f"//table[@class='sides']/tbody/tr/td[@class='{side}']")
        assert Counter("".join(words_of(cell, *ADDED, "label") for cell in cells)) == _words(decided, labels=False)


@_FEW
@given(hostile_documents(), hostile_reports(), st.sampled_from(View))
def test_no_text_becomes_an_element_an_attribute_a_style_or_a_script(
    document: Document, report: object, view: View
) -> None:
    written = write_html(document, WriteOptions(report=report, view=view))  # type: ignore[arg-type]
    root = page(written)

    assert "\x1b" not in written
    assert "\x00" not in written
    assert {element.tag for element in root.iter()} <= _ELEMENTS
    assert {name for element in root.iter() for name in element.attrib} <= _ATTRIBUTES
    assert all(href.startswith("#") for href in root.xpath("//@href"))
    assert all(_STYLE.fullmatch(rule) for style in root.xpath("//@style") for rule in style.split(";"))
    assert len(root.xpath("//style")) == 1
    assert len(root.xpath("//script")) <= 1


@_FEW
@given(marked_documents())
def test_every_id_is_given_once_and_every_link_leads_to_one(document: Document) -> None:
    root = page(write_html(document))
    ids = root.xpath("//@id")

    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in root.xpath("//@href")} <= set(ids)


@_FEW
@given(marked_documents())
def test_the_same_document_gives_the_same_page(document: Document) -> None:
    assert write_html(document) == write_html(document)


def test_the_policy_of_the_page_allows_its_own_script_and_no_other() -> None:
    root = page(write_html(samples.redline()))
    policy = root.xpath("//meta[@http-equiv]/@content")[0]
    digest = hashlib.sha256(root.xpath("//script")[0].text.encode()).digest()

    assert f"'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert "default-src 'none'" in policy


def test_a_clean_text_has_no_script_and_no_second_view() -> None:
    written = write_html(samples.clean())

    assert "<script" not in written
    assert 'class="sides"' not in written


def test_an_article_is_a_section_named_by_its_key() -> None:
    section = page(write_html(samples.clean())).get_element_by_id("recognition")

    assert section.tag == "section"
    assert section[0].tag == "h2"
    assert section[0].text_content() == "Article 2 Mutual Recognition"


def test_headings_skip_no_level() -> None:
    tags = [str(element.tag) for element in page(write_html(samples.clean())).xpath("//main//*")]
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_reference_leads_to_the_paragraph_it_cites() -> None:
    root = page(write_html(samples.clean()))
    link = root.xpath("//a[@class='reference']")[0]

    assert link.text == "Article 2, paragraph 2"
    assert root.get_element_by_id(link.get("href")[1:]).text_content().startswith("2. Each Party shall:")


def test_both_ends_of_a_move_name_and_link_each_other() -> None:
    root = _inline_view(page(write_html(samples.redline(), WriteOptions(report=samples.report()))))
    away, here = root.xpath(".//a[@class='move-link']")

    assert away.text == "→ moved to Article 4, paragraph 3"
    assert here.text == "← moved from Article 2, paragraph 3"
    assert away.get("href") == f"#{here.get('id')}"
    assert here.get("href") == f"#{away.get('id')}"


def test_a_new_number_shows_the_old_one_and_is_no_insertion() -> None:
    root = _inline_view(page(write_html(samples.redline())))
    label = root.xpath(".//span[@class='label renumbered']")[0]

    assert label.text_content().strip() == "Article 2 → Article 3"
    assert not label.xpath(".//ins | ancestor::ins")


def test_a_revision_says_who_did_it_when_and_in_which_change() -> None:
    inserted = _inline_view(page(write_html(samples.redline()))).xpath(".//ins")[0]

    assert inserted.get("title") == "Inserted by Tesmar, 2031-05-03 10:30 (change 1)"
    assert inserted.get("datetime") == "2031-05-03T10:30:00+00:00"


def test_a_bracket_says_in_letters_who_proposes_what() -> None:
    root = _inline_view(page(write_html(samples.clean())))

    assert "[KAR: shall][TES; KAR opposes: undertakes to [endeavour to]] clear cargo" in " ".join(
        root.text_content().split()
    )


def test_drafting_notes_can_be_left_out() -> None:
    assert "Tesmar links" in write_html(samples.clean())
    assert "Tesmar links" not in write_html(samples.clean(), WriteOptions(drafting_notes=False))


def test_the_table_of_changes_links_to_each_change() -> None:
    root = page(write_html(samples.redline(), WriteOptions(report=samples.report())))
    rows = root.xpath("//table[@class='change-table']/tbody/tr")

    assert [row[0].xpath("./a/@href")[0] for row in rows] == [f"#_change-{number}" for number in (1, 2, 3, 4)]
    assert "moved and edited" in rows[3].text_content()
    assert "Article 2 → Article 3." in root.xpath("//p[@class='renumberings']")[0].text_content()


@pytest.mark.parametrize("view", View)
def test_the_page_begins_with_the_view_asked_for(view: View) -> None:
    root = page(write_html(samples.redline(), WriteOptions(view=view)))

    assert root.xpath("//input[@checked]/@value") == [view.value]


@pytest.mark.parametrize(
    ("look", "printed"),
    [
        (RunFormat(language="fr-FR"), '<span lang="fr-FR">x</span>'),
        (RunFormat(language="en-GB"), "x"),
        (RunFormat(language='fr"> <b>'), "x"),
        (RunFormat(colour="C00000"), '<span style="color:#C00000">x</span>'),
        (RunFormat(colour="red;background:url(x)"), "x"),
        (RunFormat(bold=True, italic=True), "<i><b>x</b></i>"),
        (RunFormat(underline="none", strike=False), "x"),
        (RunFormat(hidden=True), '<span class="hidden-text" title="Hidden text in the file">x</span>'),
    ],
)
def test_a_format_prints_what_a_reader_must_see_and_nothing_that_is_no_format(look: RunFormat, printed: str) -> None:
    written = write_html(Document(body=(samples.paragraph(Role.BODY, Text("x", look)),)))

    assert f'<p class="body">{printed}</p>' in written


def test_a_paragraph_runs_in_the_direction_of_its_first_letter() -> None:
    words = ("تتعهد الأطراف باحترام", "1. תשמור המדינות", "The Parties (الأطراف) shall", "1.")
    root = page(write_html(Document(body=tuple(samples.paragraph(Role.BODY, each) for each in words))))

    directions = [paragraph.get("dir") for paragraph in root.xpath("//div[@id='_inline']//p")]
    assert directions == ["rtl", "rtl", None, None]


def test_a_merged_cell_that_holds_nothing_but_a_note_is_printed() -> None:
    note = NoteReference((samples.paragraph(Role.BODY, "Survey of 1930."),))
    rows = (
        Row((Cell((samples.paragraph(Role.BODY, "North"),), merge=VerticalMerge.START),)),
        Row((Cell((samples.paragraph(Role.BODY, note),), merge=VerticalMerge.CONTINUE),)),
    )

    assert "Survey of 1930." in write_html(Document(body=(Table(rows),)))


def test_two_articles_with_the_same_number_have_ids_of_their_own() -> None:
    twice = tuple(samples.paragraph(Role.ARTICLE, "Peace", label="Article 4 bis") for _ in range(2))
    ids = page(write_html(Document(body=twice))).xpath("//main//section/@id")

    assert ids == ["article-4-bis", "article-4-bis-2"]


def test_an_end_of_a_move_that_is_not_printed_has_no_link_to_it() -> None:
    """What somebody inserted and somebody else moved away stands on neither side of the comparison."""
    words = samples.paragraph(Role.BODY, "Peace.")
    away = samples.revised(samples.revised(words, RevisionKind.MOVED_AWAY, 2), RevisionKind.INSERTED, 1)
    here = samples.revised(words, RevisionKind.MOVED_HERE, 2)
    root = page(write_html(Document(body=(away, here))))

    assert [link.get("href") for link in root.xpath("//table[@class='sides']//a[@class='move-link']")] == [None]
    assert None not in [link.get("href") for link in root.xpath("//div[@id='_inline']//a[@class='move-link']")]


def test_cells_span_the_rows_and_columns_that_they_span_in_word() -> None:
    def cell(words: str, columns: int = 1, merge: VerticalMerge | None = None) -> Cell:
        return Cell((samples.paragraph(Role.BODY, *([words] if words else [])),), columns=columns, merge=merge)

    table = Table(
        (
            Row((cell("Sector"), cell("Coordinates", columns=2)), properties=RowProperties(header=True)),
            Row((cell("North", merge=VerticalMerge.START), cell("41° N"), cell("44° E"))),
            Row((cell("", merge=VerticalMerge.CONTINUE), cell("42° N"), cell("45° E"))),
            Row((cell("words of its own", merge=VerticalMerge.CONTINUE), cell("43° N"), cell("46° E"))),
        )
    )
    rows = page(write_html(Document(body=(table,)))).xpath("//div[@class='table-frame']//tr")
    found = [[(one.tag, one.text_content(), one.get("colspan"), one.get("rowspan")) for one in row] for row in rows]

    assert found == [
        [("th", "Sector", None, None), ("th", "Coordinates", "2", None)],
        [("td", "North", None, "2"), ("td", "41° N", None, None), ("td", "44° E", None, None)],
        [("td", "42° N", None, None), ("td", "45° E", None, None)],
        [("td", "words of its own", None, None), ("td", "43° N", None, None), ("td", "46° E", None, None)],
    ]


def test_a_paragraph_that_a_word_list_numbers_hangs_by_its_number_and_one_that_is_typed_does_not() -> None:
    listed = samples.labelled(samples.paragraph(Role.BODY, "Listed."), "1.")
    root = page(write_html(Document(body=(listed, samples.paragraph(Role.BODY, "2. Typed.")))))

    assert root.xpath("//section//p/@class | //main//p/@class")[:2] == ["body item level-1", "body item-like level-1"]


def test_no_line_parts_a_noun_from_its_number() -> None:
    words = samples.paragraph(Role.BODY, "See Article 5, paragraph 2.", Reference(None, "Annex I"))
    written = write_html(
        Document(body=(samples.labelled(samples.paragraph(Role.ARTICLE, "Peace"), "Article 4"), words))
    )

    assert "See Article\u00a05, paragraph\u00a02.Annex\u00a0I" in written
    assert re.search("Article 4|Article 5|paragraph 2|Annex I", written) is None


def _luminance(colour: str) -> float:
    """How light a colour is (WCAG 2.2, relative luminance)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("sheet", ["text.css", "screen.css", "print.css"])
def test_every_colour_can_be_read_on_its_ground(sheet: str) -> None:
    rules = (files("treatykit") / "templates" / sheet).read_text(encoding="utf-8")
    paper = {"--paper": "#ffffff", "--ink": "#000000"}
    colours = paper | dict(re.findall(r"(--[a-z-]+): (#[0-9a-f]{6});", rules.split("@media print")[0]))

    for words, ground in (
        ("--ink", "--paper"), ("--quiet", "--paper"), ("--link", "--paper"), ("--ink", "--open"),
        ("--ins", "--ins-back"), ("--del", "--del-back"), ("--move", "--move-back"),
    ):  # fmt: skip
        assert _contrast(colours[words], colours[ground]) >= 4.5, (words, ground)
