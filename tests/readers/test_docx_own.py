"""Our own files after Word has had its hands on them: what survives is read, what was edited is read as edited."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from tests.writers.docx_specimens import META, article, document, item, paragraph

from treatykit.compare import compare
from treatykit.model.content import BracketClose, BracketNext, BracketOpen, Paragraph, Reference, Slot, Stance, Text
from treatykit.model.document import Document
from treatykit.model.plain import inlines_text
from treatykit.model.properties import Role
from treatykit.model.revisions import Revision, RevisionKind
from treatykit.model.walk import paragraphs
from treatykit.ooxml.origin import saved_by_us
from treatykit.ooxml.package import open_package
from treatykit.readers.docx import read_docx
from treatykit.readers.reading import Reading
from treatykit.writers.docx import write_docx

MAIN = "word/document.xml"


Edit = tuple[str, Callable[[str], str]]


def edited(source: Document, *edits: Edit) -> Document:
    """The document read back after parts of its file were edited; the application is Word then."""
    return reread(source, *edits).document


def reread(source: Document, *edits: Edit) -> Reading:
    """The same with what the reader says of it."""
    written = io.BytesIO(write_docx(source))
    saved = io.BytesIO()
    with zipfile.ZipFile(written) as before, zipfile.ZipFile(saved, "w") as after:
        for name in before.namelist():
            text = before.read(name).decode() if name.endswith((".xml", ".rels")) else None
            if name == "docProps/app.xml" and text:
                text = re.sub("<([a-z:]*)Application>.*?<", r"<\1Application>Microsoft Office Word<", text)
            for part, edit in edits:
                if name == part and text is not None:
                    assert edit(text) != text
                    text = edit(text)
            after.writestr(name, before.read(name) if text is None else text)
    return read_docx(saved.getvalue(), "saved.docx")


def first(source: Document, role: Role) -> Paragraph:
    return next(one for one in paragraphs(source) if one.role is role)


TREATY = document(
    paragraph(Role.TITLE, "Treaty on Peace"),
    article("Transit", key="transit"),
    item("Within ", Slot("transit.days"), " days, as ", Reference("transit", ""), " says."),
    item(BracketOpen((Stance("KAR"),)), "shall", BracketNext((Stance("TES"),)), "may", BracketClose(), "."),
    meta=META,
)


def test_saved_by_word_it_is_the_same_document() -> None:
    assert edited(TREATY) == TREATY


def test_style_ids_may_change_as_long_as_names_do_not() -> None:
    def renamed(xml: str) -> str:
        return xml.replace("TreatyArticle", "a17").replace("TreatyParagraph1", "Absatz1").replace("TreatyBracket", "Kl")

    parts = (MAIN, "word/styles.xml", "word/numbering.xml")

    assert edited(TREATY, *((part, renamed) for part in parts)) == TREATY


def test_the_no_break_spaces_that_keep_a_number_at_its_noun_are_no_words() -> None:
    source = document(
        article("Law", key="law"), item("Article 33 and paragraph\u00a02 (b) apply, and ", Reference("law", ""))
    )

    assert edited(source) == source


def test_a_number_that_somebody_typed_in_word_reads_the_same_with_either_space() -> None:
    source = document(item("As provided in Article 33."))
    for typed in ("Article 34", "Article\u00a034"):
        found = edited(source, (MAIN, lambda xml, typed=typed: xml.replace("Article\u00a033", typed)))  # type: ignore[misc]
        assert first(found, Role.ITEM).inlines == (Text("As provided in Article 34."),)


def test_a_blank_that_somebody_filled_is_words() -> None:
    found = first(edited(TREATY, (MAIN, lambda xml: xml.replace("______", "thirty"))), Role.ITEM)

    assert [inline for inline in found.inlines if isinstance(inline, Slot)] == []
    assert found.inlines[0] == Text("Within thirty days, as ")


def test_brackets_whose_runs_word_has_joined_are_still_two() -> None:
    source = document(
        item(BracketOpen((Stance("KAR"),)), BracketOpen((Stance("TES"),)), "shall", BracketClose(), BracketClose())
    )

    def joined(xml: str) -> str:
        return re.sub(
            r"</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"TreatyBracket(End)?\"/></w:rPr><w:t[^>]*>(?=[\[\]])",
            "",
            xml,
            count=1,
        )

    assert edited(source, (MAIN, joined)) == source


def test_a_reference_that_somebody_wrote_into_is_words_again() -> None:
    def written_into(xml: str) -> str:
        tracked = '<w:ins w:id="901" w:author="Tesmar"><w:r><w:t>the present</w:t></w:r></w:ins>'
        return re.sub(r'(<w:bookmarkStart [^>]*w:name="_tk_r[^>]*/>)', rf"\1{tracked}", xml)

    found = first(edited(TREATY, (MAIN, written_into)), Role.ITEM)

    assert "the present" in [inline.value for inline in found.inlines if isinstance(inline, Text)]


def test_a_reference_that_somebody_typed_over_is_words_of_another_number() -> None:
    def typed(xml: str) -> str:
        words = '<w:r><w:t xml:space="preserve">Article 35</w:t></w:r>'
        return re.sub(r'(<w:bookmarkStart [^>]*w:name="_tk_r[^>]*/>).*?(<w:bookmarkEnd)', rf"\1{words}\2", xml)

    found = first(edited(TREATY, (MAIN, typed)), Role.ITEM)

    assert [inline for inline in found.inlines if isinstance(inline, Reference)] == []
    assert "Article 35" in inlines_text(found.inlines)


def test_a_live_reference_to_another_number_waits_for_word_with_a_warning() -> None:
    def typed(xml: str) -> str:
        return re.sub(r"(REF _tk_k.*?<w:t(?: [^>]*)?>)Article.1<", r"\1Article 35<", xml)

    reading = reread(TREATY, (MAIN, typed))

    assert reading.document == TREATY
    assert [str(one) for one in reading.diagnostics] == [
        "saved.docx: warning: 'Article 35' refers to Article 1 [stale-reference]"
        " — update the fields in Word (Ctrl+A, F9) and save"
    ]


def test_a_program_that_leaves_our_name_in_the_file_has_saved_it_all_the_same() -> None:
    saved = io.BytesIO()
    theirs = docx.Document(io.BytesIO(write_docx(TREATY)))
    assert saved_by_us(open_package(write_docx(TREATY), "ours.docx"))

    theirs.paragraphs[-1].add_run(" And more.")
    theirs.save(saved)

    assert "treatykit" in zipfile.ZipFile(saved).read("docProps/app.xml").decode()
    assert not saved_by_us(open_package(saved.getvalue(), "theirs.docx"))


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("LibreOffice/7.4.7.2$Linux_X86_64", "LibreOffice has saved"),
        ("treatykit", "another program has saved"),
        ("Microsoft Macintosh Word", None),
    ],
)
def test_a_redline_that_another_program_than_word_has_saved_is_taken_with_a_warning(
    program: str, said: str | None
) -> None:
    marked = compare(TREATY, document(item("All else.")))

    def named(xml: str) -> str:
        return re.sub("<Application>.*?<", f"<Application>{program}<", xml)

    def touched(xml: str) -> str:
        return xml.replace("<w:body>", "<w:body><!-- saved -->")

    found = reread(marked, (MAIN, touched), ("docProps/app.xml", named)).diagnostics
    decided = reread(TREATY, (MAIN, touched), ("docProps/app.xml", named)).diagnostics

    assert [one.message.startswith(said or "") for one in found if one.code == "saved-elsewhere"] == [True] * bool(said)
    assert not [one for one in decided if one.code == "saved-elsewhere"]


def test_a_reference_whose_words_are_gone_is_gone() -> None:
    def struck(xml: str) -> str:
        return re.sub(r'(<w:bookmarkStart [^>]*w:name="_tk_r[^>]*/>).*?(<w:bookmarkEnd)', r"\1\2", xml)

    found = first(edited(TREATY, (MAIN, struck)), Role.ITEM)

    assert [inline for inline in found.inlines if isinstance(inline, Reference)] == []


def test_without_our_part_our_styles_mean_nothing() -> None:
    found = edited(
        TREATY, ("word/_rels/document.xml.rels", lambda xml: re.sub(r"<Relationship [^>]*customXml[^>]*/>", "", xml))
    )

    assert {one.role for one in paragraphs(found)} == {Role.BODY}
    assert "Treaty Article" in {one.mark.properties.style for one in paragraphs(found)}


def test_after_word_changes_are_numbered_by_what_touches() -> None:
    def with_change(number: int, words: str) -> Text:
        revision = Revision(kind=RevisionKind.INSERTED, author="Tesmar", change=number)
        return Text(words, revisions=(revision,))

    source = document(item("a ", with_change(7, "b"), " c ", with_change(7, "d")))

    def numbers(read: Document) -> list[int]:
        return [one.change for block in paragraphs(read) for inline in block.inlines for one in inline.revisions]

    assert numbers(read_docx(write_docx(source), "ours.docx").document) == [7, 7]
    assert numbers(edited(source)) == [1, 2]
