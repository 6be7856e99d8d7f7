"""The tree of brackets: nesting, competing options, and texts that do not balance."""

from __future__ import annotations

import re

from hypothesis import given
from tests.strategies import documents

from treatykit.model.brackets import BracketTree, Spot, bracket_tree
from treatykit.model.content import BracketClose, BracketNext, BracketOpen, Inline, Paragraph, Stance, Text
from treatykit.model.document import Document

_MARKS: dict[str, Inline] = {"[": BracketOpen(), "|": BracketNext(), "]": BracketClose()}


def tree(*lines: str) -> BracketTree:
    """The brackets of paragraphs in which ``|`` parts competing options."""
    return bracket_tree(
        tuple(
            Paragraph(tuple(_MARKS.get(part, Text(part)) for part in re.findall(r"[\[|\]]|[^\[|\]]+", line)))
            for line in lines
        )
    )


def count_milestones(document: Document) -> int:
    inlines: list[Inline] = [
        inline for block in document.body if isinstance(block, Paragraph) for inline in block.inlines
    ]
    return sum(isinstance(inline, BracketOpen | BracketNext | BracketClose) for inline in inlines)


@given(documents())
def test_every_milestone_is_accounted_for(document: Document) -> None:
    found = bracket_tree(document.body)

    in_tree = sum(len(bracket.options) + bracket.closed for bracket in found.walk())
    assert in_tree + len(found.stray) == count_milestones(document)


def test_touching_brackets_compete_and_nested_ones_are_deeper() -> None:
    found = tree("shall [pay|reimburse [fully]] the costs")

    (outer,) = found.brackets
    assert [len(bracket.options) for bracket in found.walk()] == [2, 1]
    assert outer.options[1].brackets[0].depth == 2
    assert found.balanced


def test_a_bracket_may_span_paragraphs() -> None:
    (bracket,) = tree("[The Parties", "agree.]").brackets

    assert (bracket.options[0].start, bracket.options[0].stop) == (Spot(0, 0), Spot(1, 1))


def test_a_bracket_that_is_never_closed_runs_to_the_end() -> None:
    found = tree("[open [inner]", "end")

    assert [bracket.closed for bracket in found.walk()] == [False, True]
    assert found.brackets[0].options[0].stop == Spot(2, 0)
    assert not found.balanced


def test_a_close_that_nothing_opened_is_stray() -> None:
    found = tree("text] | more")

    assert found.stray == (Spot(0, 1), Spot(0, 3))
    assert not found.balanced


def test_an_option_keeps_who_says_what() -> None:
    story = (Paragraph((BracketOpen((Stance("A"),)), Text("x"), BracketNext((Stance("B"),)), BracketClose())),)

    (bracket,) = bracket_tree(story).brackets
    assert [option.stances for option in bracket.options] == [(Stance("A"),), (Stance("B"),)]
