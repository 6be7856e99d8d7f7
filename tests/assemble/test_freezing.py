"""The numbers of an earlier round stand: what was there keeps its own, what is new comes in between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.assemble.making import DRAFT, clause, library
from tests.clauses.packaged import LIBRARY

from treatykit.assemble.assembly import Assembly, assemble
from treatykit.assemble.draft import read_draft
from treatykit.assemble.freezing import freeze
from treatykit.compare import changes, compare
from treatykit.errors import ContentError, Where
from treatykit.markup.manuscript.numbers import item_number
from treatykit.model.changes import ChangeKind
from treatykit.model.citations import target_indexes
from treatykit.model.content import Block, Mark, Paragraph, Reference, Text
from treatykit.model.counts import Count, patterns, print_count, read_count
from treatykit.model.divisions import Divisions
from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.model.numbering import SCHEMES, UNITED_NATIONS, NumberingScheme, dividing, number
from treatykit.model.numerals import AGAIN
from treatykit.model.outline import outline
from treatykit.model.plain import paragraph_text
from treatykit.model.properties import Properties, Role
from treatykit.readers import reader
from treatykit.writers.docx import write_docx
from treatykit.writers.json import write_json
from treatykit.writers.markdown import write_markdown

TOPICS = tuple("abcdef")
PLACE = Where("draft.yaml")

Plan = dict[str, list[str]]
"""A text in short: its articles by name, each with the names of its paragraphs."""


def text(plan: Plan, scheme: NumberingScheme = UNITED_NATIONS) -> Document:
    """The text; each of its paragraphs cites another."""
    named = [f"{topic}#{item}" for topic, items in plan.items() for item in items]
    body: list[Block] = []
    for topic, items in plan.items():
        body.append(Paragraph((Text(f"About {topic}"),), Mark(properties=Properties(role=Role.ARTICLE), key=topic)))
        for item in items:
            cited = named[len(body) % len(named)]
            words = (Text(f"The matter of {topic} and {item}. See "), Reference(cited, ""))
            properties = Properties(role=Role.ITEM, level=1)
            body.append(Paragraph(words, Mark(properties=properties, key=f"{topic}#{item}")))
    return number(normalise(Document(body=tuple(body))), scheme)


def rounds(plan: Plan) -> st.SearchStrategy[Plan]:
    """Another round of a text: articles and paragraphs came and went, and all that stays is in its order."""
    return st.fixed_dictionaries(
        {topic: st.lists(st.sampled_from(TOPICS), unique=True, max_size=3).map(sorted) for topic in plan}
    ).flatmap(lambda full: st.sets(st.sampled_from(TOPICS)).map(lambda gone: _without(full, gone)))


def _without(full: Plan, gone: set[str]) -> Plan:
    return {topic: full[topic] for topic in TOPICS if topic not in gone} or {"a": []}


plans = rounds({topic: [] for topic in TOPICS})


def numbers(document: Document) -> dict[str, str]:
    """What is printed before the provisions, by their names."""
    return {
        block.key: block.label.text
        for block in document.body
        if isinstance(block, Paragraph) and block.key and block.label
    }


def rows(document: Document) -> list[list[Count]]:
    """The numbers of the articles, and of the paragraphs of each."""
    found: list[list[Count]] = [[]]
    for block in document.body:
        if isinstance(block, Paragraph) and block.label and block.role in (Role.ARTICLE, Role.ITEM):
            count = read_count(block.label.text, block.role, block.level)
            assert count is not None, block.label.text
            if block.role is Role.ARTICLE:
                found[0].append(count)
                found.append([])
            else:
                found[-1].append(count)
    return found


@given(plans, plans, st.sampled_from([*SCHEMES.values()]))
def test_no_provision_of_the_earlier_text_changes_its_number(one: Plan, other: Plan, scheme: NumberingScheme) -> None:
    earlier, later = text(one, scheme), text(other, scheme)
    if not {*one} & {*other}:
        return

    frozen = freeze(later, earlier, scheme, PLACE).document

    was, now = numbers(earlier), numbers(frozen)
    assert {key: was[key] for key in was.keys() & now.keys()} == {key: now[key] for key in was.keys() & now.keys()}
    assert now.keys() == numbers(later).keys()


@given(plans, plans)
def test_the_numbers_are_unique_and_in_order_and_no_vacant_one_is_given_again(one: Plan, other: Plan) -> None:
    if not {*one} & {*other}:
        return
    earlier = text(one)

    frozen = freeze(text(other), earlier, UNITED_NATIONS, PLACE).document

    for row in rows(frozen):
        assert row == sorted(set(row))
    was, now = numbers(earlier), numbers(frozen)
    articles = {was[topic] for topic in one if topic not in other}
    assert not articles & {label for key, label in now.items() if "#" not in key}


@given(plans, plans)
def test_references_print_the_numbers_that_stand(one: Plan, other: Plan) -> None:
    if not {*one} & {*other}:
        return

    frozen = freeze(text(other), text(one), UNITED_NATIONS, PLACE).document

    view, targets = outline(frozen.body), target_indexes(frozen.body)
    for block in frozen.body:
        for inline in block.inlines if isinstance(block, Paragraph) else ():
            if isinstance(inline, Reference) and inline.target:
                assert view.address(targets[inline.target]).endswith(inline.text)


@given(plans)
def test_a_text_that_did_not_change_stays_as_it_is(plan: Plan) -> None:
    assert freeze(text(plan), text(plan), UNITED_NATIONS, PLACE).document == text(plan)


@given(plans, plans)
def test_a_redline_between_the_rounds_renumbers_nothing(one: Plan, other: Plan) -> None:
    if not {*one} & {*other}:
        return

    frozen = freeze(text(other), text(one), UNITED_NATIONS, PLACE).document

    assert ChangeKind.RENUMBERED not in [change.kind for change in changes(compare(text(one), frozen))]


@pytest.mark.parametrize("suffix", [".docx", ".json", ".md"])
def test_frozen_numbers_are_read_back(suffix: str) -> None:
    earlier = text({"a": ["x", "y"], "c": ["x"], "d": ["x"]})
    frozen = freeze(text({"a": ["w", "x", "xx", "y"], "b": ["x"], "d": ["x"]}), earlier, UNITED_NATIONS, PLACE).document
    assert list(numbers(frozen).values()) == [
        *("Article 1", "-1.", "1.", "1 bis.", "2."),
        *("Article 2 bis", "1.", "Article 3", "1."),
    ]  # fmt: skip

    data = {
        ".docx": lambda: write_docx(frozen),
        ".json": lambda: write_json(frozen).encode(),
        ".md": lambda: write_markdown(frozen).encode(),
    }[suffix]()

    assert reader(suffix)(data, f"x{suffix}").document == frozen


@given(
    st.builds(Count, st.integers(1, 60), st.booleans(), st.integers(0, len(AGAIN))),
    st.builds(dividing, st.sampled_from([*SCHEMES.values()]), st.sampled_from(Divisions)),
    st.sampled_from([(Role.ARTICLE, 0), (Role.PART, 0), (Role.ITEM, 1), (Role.ITEM, 2), (Role.ITEM, 3)]),
)
def test_a_number_reads_back(count: Count, scheme: NumberingScheme, seat: tuple[Role, int]) -> None:
    assert read_count(print_count(count, next(patterns(scheme, *seat))), *seat) == count


@pytest.mark.parametrize("label", ["2 bis.", "(a bis)", "(-a)", "a ter)"])
def test_a_manuscript_knows_the_number_of_what_was_inserted(label: str) -> None:
    assert item_number(f"{label} Peace.", alone=False) == label


# --- drafts --------------------------------------------------------------------------------------

SHELF = library(
    *(clause(topic, "Peace, first.", "Wholly other words on this.\n\nAnd more.") for topic in ("one", "two", "four")),
    clause(
        "three",
        "1. First.\n\n2. {#b} Second, in part.\n\n3. Third.",
        "1. {#b} Second, in part.\n\n2. Fourth.",
        "1. {#b} Second, in part.",
    ),
    clause("last", "As {@three#b} says."),
    framework=["one", "two", "three", "last"],
    comprehensive=["one", "two", "three", "four", "last"],
)


def built(more: str, *, earlier: Document | None = None, variant: str = "framework") -> Assembly:
    """What a draft makes that keeps the numbers of an earlier text, if there is one."""
    said = f"{more}freeze: earlier.json\n" if earlier else more
    return assemble(read_draft(DRAFT + said, "draft.yaml"), SHELF, variant=variant, earlier=earlier)


def headings(assembly: Assembly) -> list[str]:
    """The articles, number and title."""
    blocks = (block for block in assembly.document.body if isinstance(block, Paragraph))
    return [paragraph_text(block) for block in blocks if block.role is Role.ARTICLE]


def test_an_inserted_article_is_an_article_bis_and_a_removed_one_leaves_its_number_vacant() -> None:
    first = built("").document

    second = built("omit: {one: not now}\n", earlier=first, variant="comprehensive")

    assert headings(second) == ["Article 2 Two", "Article 3 Three", "Article 3 bis Four", "Article 4 Last"]
    assert second.vacant == ("Article 1",)
    assert [each.message for each in second.diagnostics if each.code == "vacant-number"] == [
        "Article 1 of the earlier text is gone, and its number stays vacant"
    ]


def test_a_further_round_goes_on_from_the_one_before() -> None:
    second = built("omit: {two: not now}\n", earlier=built("").document).document

    third = built("", earlier=second, variant="comprehensive")

    assert headings(third) == [
        *("Article 1 One", "Article 1 bis Two", "Article 3 Three", "Article 3 bis Four", "Article 4 Last"),
    ]  # fmt: skip


def test_paragraphs_keep_their_numbers_too_and_references_print_them() -> None:
    first = built("").document

    second = built("choose: {three: two}\n", earlier=first)

    printed = [paragraph_text(block) for block in second.document.body if isinstance(block, Paragraph)]
    assert printed[-5:] == [
        *("Article 3 Three", "2. Second, in part.", "4. Fourth."),
        *("Article 4 Last", "As Article 3, paragraph 2 says."),
    ]  # fmt: skip


def test_the_only_paragraph_that_is_left_keeps_its_number() -> None:
    second = built("choose: {three: three}\n", earlier=built("").document)

    assert "2. Second, in part." in [
        paragraph_text(each) for each in second.document.body if isinstance(each, Paragraph)
    ]


def test_another_scheme_prints_the_same_numbers_in_its_own_way() -> None:
    second = built("numbering: roman\n", earlier=built("").document, variant="comprehensive")

    assert headings(second)[2:] == ["ARTICLE III Three", "ARTICLE III bis Four", "ARTICLE IV Last"]


def test_articles_of_another_name_keep_their_numbers() -> None:
    sections = "divisions: sections\n"
    second = built(sections, earlier=built(sections).document, variant="comprehensive")

    assert headings(second)[2:] == ["Section 3 Three", "Section 3 bis Four", "Section 4 Last"]


def test_each_competing_wording_keeps_its_numbers_or_comes_in_between() -> None:
    said = "bracket: {three: {KAR: one, TES: two}}\n"
    first = built(said).document

    second = built(said, earlier=first, variant="comprehensive")
    third = built("choose: {three: two}\n", earlier=first)

    assert second.vacant == ()
    assert _items(second) == _items(built(said)) == ["1.", "2.", "3.", "1.", "2."]
    assert _items(third) == ["1.", "2."]


@pytest.mark.parametrize("bracket", ["", "bracket: {recognition: {KAR: instruments, TES: boundary-maps}}\n"])
def test_a_packaged_text_keeps_the_numbers_of_another_variant(bracket: str) -> None:
    framework, partial = (
        assemble(read_draft(DRAFT + said, "draft.yaml"), LIBRARY, variant=variant).document
        for said, variant in (("", "framework"), (bracket, "partial"))
    )

    frozen = freeze(partial, framework, UNITED_NATIONS, PLACE).document

    was, now = numbers(framework), numbers(frozen)  # a paragraph may stand in another article of its topic
    stayed = {key for key in was.keys() & now.keys() if "#" not in key}
    assert {key: was[key] for key in stayed} == {key: now[key] for key in stayed}
    at = next(
        (at for at, each in enumerate(frozen.body) if isinstance(each, Paragraph) and each.role is Role.ANNEX), None
    )
    articles = rows(Document(body=frozen.body[:at]))[0]
    assert articles == sorted(set(articles))
    assert freeze(partial, partial, UNITED_NATIONS, PLACE).document == partial


def test_where_no_number_is_left_the_place_is_named() -> None:
    first = text({"a": [], "c": []})
    second = freeze(text({"a": [], "b": [], "c": []}), first, UNITED_NATIONS, PLACE).document

    with pytest.raises(ContentError, match="no number is left for what is inserted before number 1 bis"):
        freeze(text({"a": [], "x": [], "b": [], "c": []}), second, UNITED_NATIONS, PLACE)


def test_a_text_with_nothing_in_common_is_refused() -> None:
    with pytest.raises(ContentError, match="no article of this text stands in the one whose numbers"):
        built("", earlier=text({"h": []}))


def _items(assembly: Assembly) -> list[str]:
    blocks = (block for block in assembly.document.body if isinstance(block, Paragraph))
    return [block.label.text for block in blocks if block.label and block.role is Role.ITEM]
