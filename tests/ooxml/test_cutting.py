"""Positions in a paragraph, and cutting runs at them."""

# ruff: noqa: E501 (specimens of XML)
from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from treatykit.ooxml.cutting import (
    Cutting,
    cut,
    halves,
    insert_between,
    isolate,
    pieces,
    split_paragraph,
    split_wrapper,
)
from treatykit.ooxml.leaves import Step, chosen, walk
from treatykit.ooxml.names import NAMESPACES, qn


def paragraph(content: str) -> etree._Element:
    declared = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("w", "mc", "m", "wps"))
    return etree.fromstring(f"<w:p {declared}>{content}</w:p>")


def leaves(element: etree._Element) -> list[tuple[str, int, int]]:
    """The leaves with their positions, each under its name."""
    return [
        (etree.QName(step.element).localname, step.start, step.start + step.length)
        for step in walk(element)
        if step.step is Step.LEAF
    ]


def words(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(qn("w:t"), qn("w:delText")))


RICH = (
    '<w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:bookmarkStart w:id="1" w:name="a"/><w:r><w:rPr><w:i/></w:rPr><w:t>ab</w:t><w:tab/>'
    "<w:t>c</w:t></w:r><w:hyperlink><w:r><w:t>de</w:t></w:r><w:ins><w:r><w:t>fg</w:t></w:r></w:ins></w:hyperlink>"
    "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath><w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:r><w:t>hi</w:t></w:r>"
    '</w:sdtContent></w:sdt><w:bookmarkEnd w:id="1"/><w:del><w:r><w:delText>jk</w:delText></w:r></w:del>'
)


def test_every_character_and_every_other_leaf_counts_one() -> None:
    assert leaves(paragraph(RICH)) == [
        ("t", 0, 2),
        ("tab", 2, 3),
        ("t", 3, 4),
        ("t", 4, 6),
        ("t", 6, 8),
        ("oMath", 8, 9),
        ("t", 9, 11),
        ("delText", 11, 13),
    ]


def test_of_alternatives_only_the_one_that_is_read_counts() -> None:
    known = '<mc:AlternateContent><mc:Choice Requires="wps"><w:r><w:t>ab</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>xyz</w:t></w:r></mc:Fallback></mc:AlternateContent>'
    unknown = known.replace('Requires="wps"', 'Requires="new"')

    assert leaves(paragraph(known)) == [("t", 0, 2)]
    assert leaves(paragraph(unknown)) == [("t", 0, 3)]
    assert chosen(paragraph("<mc:AlternateContent/>")[0]) is None


@given(st.lists(st.integers(0, 14)))
def test_cutting_loses_nothing_and_no_run_goes_on_across_a_cut(positions: list[int]) -> None:
    whole, divided = paragraph(RICH), paragraph(RICH)

    cut(divided, positions)

    assert words(divided) == words(whole)
    assert leaves(divided)[-1][2] == leaves(whole)[-1][2]
    found = pieces(divided)
    assert not [one for one in found for position in positions if one.start < position < one.stop]
    assert [one.start for one in found] == [0, *(one.stop for one in found[:-1])]
    assert all(run.find(qn("w:rPr")) is not None for run in divided.findall(qn("w:r")))


stretches = st.tuples(st.integers(0, 15), st.integers(0, 15)).map(lambda ends: (min(ends), max(ends)))


@given(st.lists(stretches))
def test_a_paragraph_that_is_cut_again_and_again_is_cut_as_if_it_were_looked_through_each_time(
    wanted: list[tuple[int, int]],
) -> None:
    looked_through, kept = paragraph(RICH), paragraph(RICH)
    cutting = Cutting(pieces(kept), halves)

    for start, stop in wanted:
        found = [one for one in cut(looked_through, (start, stop)) if start <= one.start and one.stop <= stop]
        known = cutting.within(start, stop)
        assert [etree.tostring(one.element) for one in known] == [etree.tostring(one.element) for one in found]
        assert [(one.start, one.stop) for one in known] == [(one.start, one.stop) for one in found]

    assert etree.tostring(kept) == etree.tostring(looked_through)
    assert [one.element for one in cutting.pieces] == [one.element for one in pieces(kept)]


def test_a_long_paragraph_is_cut_everywhere_in_no_time() -> None:
    runs = "".join(f"<w:r><w:t>word{at:05}</w:t></w:r>" for at in range(3_000))
    cutting = Cutting(pieces(paragraph(runs)), halves)
    start = time.process_time()

    found = [cutting.within(at, at + 3) for at in range(1, 27_000, 9)]

    assert {len(one) for one in found} == {1}
    assert time.process_time() - start < 20


def test_nothing_is_cut_where_a_run_ends_anyway() -> None:
    before, after = paragraph(RICH), paragraph(RICH)

    cut(after, [0, 4, 6, 8, 9, 11, 13])

    assert etree.tostring(after) == etree.tostring(before)


def test_white_space_at_a_cut_is_kept() -> None:
    divided = paragraph("<w:r><w:t>each Party</w:t></w:r>")

    cut(divided, [5])

    assert [node.get(qn("xml:space")) for node in divided.iter(qn("w:t"))] == ["preserve", None]


def inserted(content: str, before: int | None, after: int | None) -> str:
    """Where a mark X lands between two pieces, as the names of the elements around it."""
    target = paragraph(content)
    row = [piece.element for piece in pieces(target)]
    new = etree.Element("X")
    insert_between(target, None if before is None else row[before], None if after is None else row[after], new)
    return "/".join(etree.QName(one).localname for one in reversed([*new.iterancestors()]))


def test_what_is_put_between_stands_outside_of_what_begins_or_ends_there() -> None:
    link = "<w:r><w:t>a</w:t></w:r><w:hyperlink><w:r><w:t>b</w:t></w:r><w:r><w:t>c</w:t></w:r></w:hyperlink><w:r><w:t>d</w:t></w:r>"

    assert inserted(link, 0, 1) == "p"
    assert inserted(link, 1, 2) == "p/hyperlink"
    assert inserted(link, 2, 3) == "p"
    assert inserted(link, 3, None) == "p"
    assert inserted(link, None, 0) == "p"


def test_what_is_put_between_never_lands_in_somebody_elses_change() -> None:
    tracked = "<w:ins><w:r><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r></w:ins>"

    assert inserted(tracked, 0, 1) == "p"


def test_wrappers_are_split_and_keep_what_they_say() -> None:
    tracked = paragraph(
        '<w:ins w:author="B"><w:r><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r><w:r><w:t>c</w:t></w:r></w:ins>'
    )

    alone = isolate(tracked[0][1])

    assert (words(alone), alone.get(qn("w:author"))) == ("b", "B")
    assert [words(one) for one in tracked] == ["a", "b", "c"]
    assert split_wrapper(tracked[2][0]) is tracked[2]


def test_a_paragraph_is_split_through_its_wrappers() -> None:
    body = etree.Element("body")
    target = paragraph(
        "<w:pPr/><w:r><w:t>a</w:t></w:r><w:hyperlink><w:r><w:t>b</w:t></w:r><w:r><w:t>c</w:t></w:r></w:hyperlink>"
    )
    body.append(target)
    sentinel = etree.Element("X")
    target[2][0].addnext(sentinel)

    split_paragraph(target, sentinel, etree.Element(qn("w:p")))

    assert [words(one) for one in body] == ["ab", "c"]
    assert target[0].tag == qn("w:pPr")
