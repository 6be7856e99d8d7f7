"""Find out where words end up when the tracked changes around them are decided: in which style, in which tables.

When a mark goes, the content before it runs into the next paragraph, whose properties stand (17.13.5.15). So what a
run says may depart from one style when all is accepted and from another one when all is rejected.
"""

from __future__ import annotations

from dataclasses import field
from typing import Final

from lxml import etree

from treatykit.ooxml.leaves import MARKERS
from treatykit.ooxml.names import qn
from treatykit.ooxml.styles import value
from treatykit.ooxml.table_conditions import TablesAround, TableStyles
from treatykit.records import dataclass

_PARAGRAPH: Final = qn("w:p")
_LOOK: Final = f"{qn('w:pPr')}/{qn('w:rPr')}"
_OLD_PROPERTIES: Final = f"{qn('w:pPrChange')}/{qn('w:pPr')}"
_ARRIVALS: Final = (qn("w:ins"), qn("w:moveTo"))
_DEPARTURES: Final = (qn("w:del"), qn("w:moveFrom"))
_WRAPPERS: Final = frozenset(qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "del"))
_PASSED_OVER: Final = MARKERS | _WRAPPERS | {qn(f"w:{name}") for name in ("sdtPr", "sdtEndPr", "customXmlPr")}


@dataclass(frozen=True, slots=True)
class Standing:
    """What words are read against.

    Attributes:
        style: The id of the style of their paragraph, None where it names none.
        tables: The styles of the tables around it.
    """

    style: str | None
    tables: TableStyles


@dataclass(slots=True)
class Settled:
    """How the paragraphs of a part stand when all is accepted, and when all is rejected; each is looked for once."""

    _tables: TablesAround = field(default_factory=TablesAround)
    _found: dict[etree._Element, tuple[Standing, Standing]] = field(default_factory=dict)

    def of(self, paragraph: etree._Element) -> tuple[Standing, Standing]:
        """Where the words of a `w:p` end up."""
        found = self._found.get(paragraph)
        if found is None:
            self._find(paragraph)
            found = self._found[paragraph]
        return found

    def tables(self, paragraph: etree._Element) -> tuple[TableStyles, TableStyles]:
        """The tables that a `w:p` itself stands in."""
        return self._tables.of(paragraph)

    def _find(self, paragraph: etree._Element) -> None:
        following: list[etree._Element] = []
        current: etree._Element | None = paragraph
        while current is not None and current not in self._found:
            following.append(current)
            current = _next(current) if is_tracked(current, (*_ARRIVALS, *_DEPARTURES)) else None
        behind = None if current is None else self._found[current]
        for one in reversed(following):
            accepted, rejected = self._own(one)
            if behind is not None:
                accepted = behind[0] if is_tracked(one, _DEPARTURES) else accepted
                rejected = behind[1] if is_tracked(one, _ARRIVALS) else rejected
            self._found[one] = behind = (accepted, rejected)

    def _own(self, paragraph: etree._Element) -> tuple[Standing, Standing]:
        properties = paragraph.find(qn("w:pPr"))
        accepted, rejected = self._tables.of(paragraph)
        now = Standing(value(properties, "w:pStyle"), accepted)
        change = None if properties is None else properties.find(_OLD_PROPERTIES)
        if change is None and rejected == accepted:
            return now, now
        return now, Standing(now.style if change is None else value(change, "w:pStyle"), rejected)


def is_tracked(paragraph: etree._Element, tags: tuple[str, ...]) -> bool:
    """Whether the mark of a paragraph carries one of these revisions."""
    look = paragraph.find(_LOOK)
    return look is not None and next(look.iterchildren(*tags), None) is not None


def _next(paragraph: etree._Element) -> etree._Element | None:
    """The paragraph behind another in the same container; None at a wall or at the end."""
    current = paragraph
    while True:
        following = current.getnext()
        while following is None:
            parent = current.getparent()
            if parent is None or parent.tag not in _WRAPPERS:
                return None
            current, following = parent, parent.getnext()
        while following.tag in _WRAPPERS and len(following):
            following = following[0]
        if following.tag == _PARAGRAPH:
            return following
        if following.tag not in _PASSED_OVER:
            return None
        current = following
