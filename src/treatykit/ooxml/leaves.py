"""Walk a paragraph leaf by leaf and count its characters: the one authority for positions.

A reader says where words came from in these positions, and the in-place writer cuts runs
at them, so both walk here (docs/analysis/sources.md). Every character of text counts one, and
so does every other leaf: a tab, a break, a drawing, a field character. Wrappers count
nothing, nor do the ends of ranges (bookmarks, comments, moves).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

from lxml import etree

from treatykit.ooxml.names import NAMESPACES, qn

TEXT: Final = frozenset({qn("w:t"), qn("w:delText")})
RUN: Final = qn("w:r")

WRAPPERS: Final = frozenset(
    qn(f"w:{name}")
    for name in (
        "ins", "del", "moveFrom", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo",
        "sdt", "sdtContent",
    )
)  # fmt: skip
"""What stands around runs and is no content itself."""

NO_CONTENT: Final = frozenset(
    qn(f"w:{name}") for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr")
)
"""Properties: whatever stands in them is no content."""
MARKERS: Final = frozenset(
    qn(f"w:{name}")
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "moveFromRangeStart",
        "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "permStart", "permEnd", "proofErr",
        "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
        "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart",
        "customXmlMoveToRangeEnd",
    )
)  # fmt: skip
"""The ends of ranges: they lie between characters and count nothing."""

ALTERNATE: Final = qn("mc:AlternateContent")
_CHOICE: Final = qn("mc:Choice")
_FALLBACK: Final = qn("mc:Fallback")
_UNDERSTOOD: Final = frozenset(
    {NAMESPACES[prefix] for prefix in ("w14", "w15", "wps", "wp", "a", "pic", "m")}
    | {
        f"http://schemas.microsoft.com/office/word/2010/wordprocessing{name}"
        for name in ("Canvas", "Group", "Ink", "Drawing")
    }
)


class Step(Enum):
    """What the walk comes to."""

    ENTER = "enter"
    LEAVE = "leave"
    LEAF = "leaf"
    MARKER = "marker"


class Walked(NamedTuple):
    """One step of a walk.

    Attributes:
        element: A wrapper or run that is entered or left, a leaf, or a marker.
        start: The position of the step within the paragraph.
        length: How many positions a leaf takes; 0 for every other step.
    """

    step: Step
    element: etree._Element
    start: int
    length: int = 0


def walk(paragraph: etree._Element) -> Iterator[Walked]:
    """Walk the content of a `w:p` in document order; text boxes within it are leaves."""
    position = 0
    for step, element in _steps(paragraph, in_run=False):
        length = leaf_length(element) if step is Step.LEAF else 0
        yield Walked(step, element, position, length)
        position += length


def leaf_length(leaf: etree._Element) -> int:
    """How many positions a leaf takes."""
    return len(leaf.text or "") if leaf.tag in TEXT else 1


def chosen(alternate: etree._Element) -> etree._Element | None:
    """The branch of `mc:AlternateContent` that is read: the first that Word 2010 understands, else the fallback."""
    choices = list(alternate.iterchildren(_CHOICE))
    for choice in choices:
        needed = (choice.get("Requires") or "").split()
        if needed and all(choice.nsmap.get(prefix) in _UNDERSTOOD for prefix in needed):
            return choice
    fallback = alternate.find(_FALLBACK)
    return fallback if fallback is not None else next(iter(choices), None)


def _steps(parent: etree._Element, *, in_run: bool) -> Iterator[tuple[Step, etree._Element]]:
    for child in parent.iterchildren("*"):
        tag = child.tag
        if tag in NO_CONTENT:
            continue
        if in_run:
            yield Step.LEAF, child
        elif tag == RUN:
            yield Step.ENTER, child
            yield from _steps(child, in_run=True)
            yield Step.LEAVE, child
        elif tag in MARKERS:
            yield Step.MARKER, child
        elif tag in WRAPPERS:
            yield Step.ENTER, child
            yield from _steps(child, in_run=False)
            yield Step.LEAVE, child
        elif tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from _steps(branch, in_run=False)
        else:
            yield Step.LEAF, child
