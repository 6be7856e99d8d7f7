"""The elements of a part by their positions, as they were when it was read, whatever was done to them since."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field
from typing import Final

from lxml import etree

from treatykit.ooxml.names import NAMESPACES, qn
from treatykit.records import dataclass

_BODY: Final = qn("w:body")
_PARAGRAPH: Final = qn("w:p")
_BOX: Final = qn("w:txbxContent")
_NESTED: Final = etree.XPath("boolean(//w:p//w:p)", namespaces={"w": NAMESPACES["w"]})


@dataclass(slots=True)
class Positions:
    """The elements of a part that something may have come from.

    What a paragraph of the body holds is counted and not kept: all content says in which paragraph it stands. Only
    where a paragraph holds others, in a text box, its elements are kept.

    Attributes:
        root: Of the part; nothing was done to it yet.
    """

    root: etree._Element
    _starts: list[int] = field(default_factory=list)
    _stretches: list[list[etree._Element]] = field(default_factory=list)

    def __post_init__(self) -> None:
        body = self.root.find(_BODY)
        if body is None or next(body.itersiblings("*"), None) is not None:
            self._keep(0, list(self.root.iter("*")))
            return
        first = [one for child in self.root.iterchildren("*") if child is not body for one in child.iter("*")]
        self._keep(0, [self.root, *first, body])
        may_hold_others = next(body.iter(_BOX), None) is not None or _NESTED(body)
        children = body.iterchildren("*")
        child = next(children, None)
        for at, element in enumerate(body.iter("*"), len(first) + 1):
            if element is child:  # what is passed by in between stands in the child before
                is_plain = child.tag == _PARAGRAPH and not (may_hold_others and _holds_others(child))
                self._keep(at, [child] if is_plain else list(child.iter("*")))
                child = next(children, None)

    def _keep(self, start: int, elements: list[etree._Element]) -> None:
        self._starts.append(start)
        self._stretches.append(elements)

    def element(self, position: int) -> etree._Element | None:
        """The element that stood at a position, counted from 0; None for what was not kept, or stood nowhere."""
        stretch = bisect_right(self._starts, position) - 1
        if stretch < 0:
            return None
        within, elements = position - self._starts[stretch], self._stretches[stretch]
        return elements[within] if within < len(elements) else None

    def position(self, element: etree._Element) -> int:
        """Where an element stood; the other way round than `element`."""
        stretches = zip(self._starts, self._stretches, strict=True)
        return next(start + kept.index(element) for start, kept in stretches if element in kept)


def _holds_others(paragraph: etree._Element) -> bool:
    return next(paragraph.iterdescendants(_PARAGRAPH, _BOX), None) is not None
