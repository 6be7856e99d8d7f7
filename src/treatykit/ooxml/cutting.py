"""Cut the runs of a paragraph at positions, and put things between, around and in front of them.

Positions are those of `treatykit.ooxml.leaves`.
"""

from __future__ import annotations

import copy
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final, Generic, NamedTuple, Protocol, TypeVar

from lxml import etree

from treatykit.ooxml.leaves import RUN, TEXT, Step, leaf_length, walk
from treatykit.ooxml.names import qn

_SPACE: Final = qn("xml:space")
_PROPERTIES: Final = qn("w:rPr")
TRACKED: Final = frozenset(qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo"))
"""What may stand around a run to say that it came or went."""


class Stretch(Protocol):
    """What takes up some positions of a paragraph."""

    @property
    def start(self) -> int:
        """Its first position."""

    @property
    def stop(self) -> int:
        """The position behind its last one."""


AnyStretch = TypeVar("AnyStretch", bound=Stretch)


class Piece(NamedTuple):
    """A run, or a leaf that stands in no run, with its place in the paragraph."""

    element: etree._Element
    start: int
    stop: int


def pieces(paragraph: etree._Element) -> list[Piece]:
    """The runs and bare leaves of a paragraph in order; runs without a leaf are passed over."""
    found: list[Piece] = []
    run: etree._Element | None = None
    begun = 0
    for step in walk(paragraph):
        if step.step is Step.ENTER and step.element.tag == RUN:
            run, begun = step.element, step.start
        elif step.step is Step.LEAVE and step.element.tag == RUN:
            if step.start > begun:
                found.append(Piece(step.element, begun, step.start))
            run = None
        elif step.step is Step.LEAF and run is None:
            found.append(Piece(step.element, step.start, step.start + step.length))
    return found


def cut(paragraph: etree._Element, positions: Iterable[int], known: Sequence[Piece] | None = None) -> list[Piece]:
    """Split runs so that none goes on across one of the positions; returns the pieces that there are then.

    Args:
        paragraph: The `w:p`.
        positions: In any order.
        known: The pieces that there are, where somebody has looked for them already.
    """
    return cut_row(pieces(paragraph) if known is None else known, positions, halves)


def cut_row(
    row: Iterable[AnyStretch], positions: Iterable[int], halve: Callable[[AnyStretch, Sequence[int]], list[AnyStretch]]
) -> list[AnyStretch]:
    """The pieces of a paragraph, however they are known, after those across one of the positions were split there.

    Args:
        row: In order.
        positions: In any order.
        halve: Splits a piece at positions within it.
    """
    wanted = sorted(set(positions))
    found: list[AnyStretch] = []
    for piece in row:
        within = wanted[bisect_right(wanted, piece.start) : bisect_left(wanted, piece.stop)]
        found.extend(halve(piece, within) if within else (piece,))
    return found


class Cutting(Generic[AnyStretch]):
    """A paragraph that is cut again and again, here and there; what stands in it is looked for once."""

    def __init__(
        self, row: Iterable[AnyStretch], halve: Callable[[AnyStretch, Sequence[int]], list[AnyStretch]]
    ) -> None:
        self.pieces = list(row)
        self._halve = halve
        self._stops = [piece.stop for piece in self.pieces]

    def within(self, start: int, stop: int) -> list[AnyStretch]:
        """The pieces between two positions, after those that go on across one of them were split there."""
        first, last = bisect_right(self._stops, start), bisect_left(self._stops, stop) + 1
        found = cut_row(self.pieces[first:last], (start, stop), self._halve)
        self.pieces[first:last] = found
        self._stops[first:last] = [piece.stop for piece in found]
        return [piece for piece in found if start <= piece.start and piece.stop <= stop]


def halves(piece: Piece, positions: Sequence[int]) -> list[Piece]:
    """A run split at positions within it, in order; nothing else can be split."""
    if piece.element.tag != RUN:
        return [piece]
    behind = [split_run(piece.element, position - piece.start) for position in reversed(positions)]
    edges = pairwise([piece.start, *positions, piece.stop])
    return [Piece(run, *edge) for run, edge in zip([piece.element, *behind[::-1]], edges, strict=True)]


def split_run(run: etree._Element, offset: int) -> etree._Element:
    """Split a run after `offset` of its positions; returns the second half, which stands right behind."""
    second = _made_in(_parent(run), RUN, run)
    properties = run.find(_PROPERTIES)
    if properties is not None:
        second.append(copy.deepcopy(properties))
    passed = 0
    for leaf in [child for child in run.iterchildren("*") if child.tag != _PROPERTIES]:
        length = leaf_length(leaf)
        if passed >= offset:
            second.append(leaf)
        elif passed + length > offset:
            _split_text(leaf, offset - passed, second)
        passed += length
    run.addnext(second)
    _keep_tail(run, second)
    return second


def insert_between(
    paragraph: etree._Element, before: etree._Element | None, after: etree._Element | None, new: etree._Element
) -> None:
    """Put an element between two neighbouring pieces, outside of whatever ends or begins between them.

    Args:
        paragraph: The `w:p`.
        before: The piece in front, None at the start of the paragraph.
        after: The piece behind, None at its end.
        new: What is put in; it never lands inside a tracked change of somebody else.
    """
    if before is None:
        _insert_first(paragraph, new)
        return
    parent = paragraph if after is None else _common_parent(before, after)
    anchor = before
    while anchor.getparent() is not parent and anchor.getparent() is not None:
        anchor = _parent(anchor)
    while _parent(anchor).tag in TRACKED:
        anchor = split_wrapper(anchor)
    anchor.addnext(new)
    _keep_tail(anchor, new)


def split_wrapper(last: etree._Element) -> etree._Element:
    """Split the element around `last` after it, if anything follows; returns the half that ends with `last`."""
    wrapper = _parent(last)
    following = list(last.itersiblings())
    if following:
        second = etree.Element(wrapper.tag, dict(wrapper.attrib), nsmap=wrapper.nsmap)
        second.extend(following)
        wrapper.addnext(second)
        _keep_tail(wrapper, second)
    return wrapper


def isolate(element: etree._Element) -> etree._Element:
    """Split the element around `element` so that it holds nothing else; returns it."""
    split_wrapper(element)
    wrapper = _parent(element)
    preceding = list(element.itersiblings(preceding=True))[::-1]
    if preceding:
        first = etree.Element(wrapper.tag, dict(wrapper.attrib), nsmap=wrapper.nsmap)
        first.extend(preceding)
        wrapper.addprevious(first)
    return wrapper


def wrap(element: etree._Element, wrapper: etree._Element) -> None:
    """Put an empty wrapper around an element, in its place."""
    element.addprevious(wrapper)
    wrapper.tail, element.tail = element.tail, None
    wrapper.append(element)


def split_paragraph(paragraph: etree._Element, sentinel: etree._Element, first: etree._Element) -> None:
    """Move everything in front of a sentinel into the paragraph `first`, which is put before this one.

    Wrappers that go on across the sentinel are split. The sentinel is taken out.
    """
    while sentinel.getparent() is not paragraph:
        before = sentinel.getprevious()
        wrapper = _parent(sentinel)
        if before is None:
            wrapper.addprevious(sentinel)
        else:
            split_wrapper(sentinel)
            wrapper.addnext(sentinel)
    properties = paragraph.find(qn("w:pPr"))
    first.extend([node for node in list(sentinel.itersiblings(preceding=True))[::-1] if node is not properties])
    paragraph.remove(sentinel)
    paragraph.addprevious(first)


def _insert_first(paragraph: etree._Element, new: etree._Element) -> None:
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        paragraph.insert(0, new)
    else:
        properties.addnext(new)
        _keep_tail(properties, new)


def _common_parent(left: etree._Element, right: etree._Element) -> etree._Element:
    around = list(left.iterancestors())
    return next(ancestor for ancestor in right.iterancestors() if ancestor in around)


def _made_in(parent: etree._Element, tag: str, like: etree._Element) -> etree._Element:
    """An element with the attributes of another at the end of a parent, whose name spaces it need not look for."""
    made = etree.SubElement(parent, tag)
    for name, said in like.items():
        made.set(name, said)
    return made


def _split_text(leaf: etree._Element, offset: int, second: etree._Element) -> None:
    """Put the rest of a text behind `offset` into the second half of its run."""
    text = leaf.text or ""
    if leaf.tag not in TEXT:
        raise ValueError("only text can be split")
    rest = etree.SubElement(second, leaf.tag)
    kept = leaf.get(_SPACE)
    leaf.text, rest.text = text[:offset], text[offset:]
    # White space at the cut was inside and counted; at the outer ends it counts only if it did before.
    for half, at_cut in ((leaf, leaf.text[-1:]), (rest, rest.text[:1])):
        if kept or at_cut.isspace():
            half.set(_SPACE, kept or "preserve")


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    if parent is None:
        raise ValueError("an element outside its part cannot be edited")
    return parent


def _keep_tail(left: etree._Element, right: etree._Element) -> None:
    """White space after an element stays behind both when a second one follows it."""
    if left.tail:
        left.tail, right.tail = None, left.tail
