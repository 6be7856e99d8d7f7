"""Accept or reject tracked changes in the XML of a package (ECMA-376, 17.13.5; docs/analysis/in-place-redline.md).

Nothing else of a file changes: parts without a decided change stay as they are, byte for byte.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Final, Protocol

from lxml import etree

from treatykit.model.decide import Decision
from treatykit.ooxml.controls import decide_control, decided_controls, settle_controls
from treatykit.ooxml.edited_package import EditedPackage
from treatykit.ooxml.joining import drop_block, end_in_paragraph, join_to_next
from treatykit.ooxml.names import qn
from treatykit.ooxml.table_records import signed
from treatykit.ooxml.tracking import revive
from treatykit.records import dataclass

_ARRIVALS: Final = frozenset({qn("w:ins"), qn("w:moveTo"), qn("w:cellIns")})
_DEPARTURES: Final = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:cellDel")})
_WRAPPERS: Final = tuple(qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo"))
_PROPERTY_CHANGES: Final = tuple(
    qn(f"w:{name}Change") for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid")
)
# What an old version of properties never holds, so that it stays when the old version comes back.
_KEPT: Final = {
    qn("w:pPrChange"): frozenset({qn("w:rPr"), qn("w:sectPr")}),
    qn("w:rPrChange"): frozenset(_WRAPPERS),
    qn("w:sectPrChange"): frozenset({qn("w:headerReference"), qn("w:footerReference")}),
    qn("w:trPrChange"): frozenset({qn("w:ins"), qn("w:del")}),
    qn("w:tcPrChange"): frozenset({qn("w:cellIns"), qn("w:cellDel"), qn("w:cellMerge")}),
}
_RANGES: Final = tuple(qn(f"w:{end}Range{edge}") for end in ("moveFrom", "moveTo") for edge in ("Start", "End"))
_HOLLOW: Final = frozenset(qn(f"w:{name}") for name in ("hyperlink", "dir", "bdo"))
"""What goes with the last of its words."""
_NOTES: Final = ("footnote", "endnote")
_STORIES: Final = ("document", "footnotes", "endnotes", "header", "footer", "comments")


class Selects(Protocol):
    """Says whether a change is decided: by its part, and the element that says it."""

    def __call__(self, part: str, element: etree._Element, /) -> bool: ...


def decide_package(package: EditedPackage, decision: Decision, selects: Selects) -> None:
    """Decide the selected changes in every story of a package."""
    referred = _referred_notes(package)
    for part in _story_parts(package):
        _Decider(package, part, decision, selects).decide()
    _drop_notes(package, referred - _referred_notes(package))


def is_pending(package: EditedPackage) -> bool:
    """Whether a tracked change is left to decide in any story of a package."""
    return next(tracked(package), None) is not None


def tracked(package: EditedPackage) -> Iterator[tuple[str, etree._Element]]:
    """The tracked changes in the stories of a package, each with its part."""
    tags = (*_WRAPPERS, *_PROPERTY_CHANGES, qn("w:cellIns"), qn("w:cellDel"))
    for part in _story_parts(package):
        yield from ((part, element) for element in package.root(part).iter(*tags))


@dataclass(slots=True)
class _Decider:
    package: EditedPackage
    part: str
    decision: Decision
    selects: Selects

    def decide(self) -> None:
        root = self.package.root(self.part)
        decided = [
            element
            for element in root.iter(*_WRAPPERS, *_PROPERTY_CHANGES, qn("w:cellIns"), qn("w:cellDel"))
            if signed(element) is not None and self.selects(self.part, element)
        ]
        controls = decided_controls(root, lambda start: self.selects(self.part, start))
        if not decided and not controls:
            return
        self.package.touch(self.part)
        for control in controls:
            decide_control(control, accepted=self.decision is Decision.ACCEPT)
        marks: list[etree._Element] = []
        for element in decided:
            parent = element.getparent()
            if parent is None:
                continue
            if element.tag in _PROPERTY_CHANGES:
                self._properties(element, parent)
            elif parent.tag in (qn("w:trPr"), qn("w:tcPr")):
                self._row_or_cell(element, parent)
            elif parent.tag == qn("w:rPr"):
                marks.extend(self._mark(element, parent))
            elif parent.tag == qn("w:numPr"):
                parent.remove(element)
            else:
                self._content(element, parent)
        # A mark may run into a paragraph that other changes of this part have taken out, so marks come last.
        for paragraph in marks:
            join_to_next(paragraph)
        _drop_ranges(root)
        settle_controls(root)

    def _goes(self, element: etree._Element) -> bool:
        return element.tag in (_DEPARTURES if self.decision is Decision.ACCEPT else _ARRIVALS)

    def _content(self, element: etree._Element, parent: etree._Element) -> None:
        if self._goes(element):
            _keep_text_after(element)
            parent.remove(element)
            _drop_if_hollow(parent)
            return
        if element.tag == qn("w:del"):
            revive(element)
        for child in list(element):
            element.addprevious(child)
        _keep_text_after(element)
        parent.remove(element)

    def _mark(self, element: etree._Element, look: etree._Element) -> list[etree._Element]:
        properties = look.getparent()
        paragraph = None if properties is None else properties.getparent()
        if paragraph is None or paragraph.tag != qn("w:p"):
            return []
        look.remove(element)
        if len(look) == 0 and properties is not None:
            properties.remove(look)
        return [paragraph] if self._goes(element) else []

    def _row_or_cell(self, element: etree._Element, properties: etree._Element) -> None:
        holder = properties.getparent()
        properties.remove(element)
        if holder is None or not self._goes(element):
            return
        around = holder.getparent()
        drop_block(holder)
        while around is not None and around.tag in (qn("w:tr"), qn("w:tbl")):
            if next(around.iter(qn("w:tc")), None) is not None:
                break
            above = around.getparent()
            drop_block(around)
            around = above
        if around is not None and around.tag == qn("w:tc"):
            end_in_paragraph(around)

    def _properties(self, change: etree._Element, properties: etree._Element) -> None:
        if self.decision is Decision.REJECT:
            old = next(iter(change), None)
            kept = _KEPT.get(str(change.tag), frozenset())
            for child in list(properties):
                if child is not change and child.tag not in kept:
                    properties.remove(child)
            # Old properties stand before what stayed, as the schema wants it; header references stand first.
            place = len(properties) - 1 if change.tag == qn("w:sectPrChange") else 0
            if change.tag == qn("w:rPrChange"):
                place = sum(child.tag in kept for child in properties)
            if old is not None:
                properties[place:place] = [child for child in old if child.tag not in kept]
        properties.remove(change)


def _story_parts(package: EditedPackage) -> list[str]:
    folder = posixpath.dirname(package.main)
    beside = [part for part in package.parts if posixpath.dirname(part) == folder and part.endswith(".xml")]
    named = [part for part in beside if posixpath.basename(part).startswith(_STORIES)]
    return [package.main, *(part for part in named if part != package.main)]


def _referred_notes(package: EditedPackage) -> set[tuple[str, str]]:
    return {
        (kind, element.get(qn("w:id")) or "")
        for part in _story_parts(package)
        for kind in _NOTES
        for element in package.root(part).iter(qn(f"w:{kind}Reference"))
    }


def _drop_notes(package: EditedPackage, gone: set[tuple[str, str]]) -> None:
    """Drop the notes whose signs have gone, as Word does."""
    for kind in _NOTES:
        part = package.related(f"{kind}s")
        ids = {note_id for note_kind, note_id in gone if note_kind == kind}
        if part is None or not ids:
            continue
        root = package.touch(part)
        for note in list(root.iterchildren(qn(f"w:{kind}"))):
            if note.get(qn("w:id")) in ids:
                root.remove(note)


def _drop_ranges(root: etree._Element) -> None:
    """Take out the ends of ranges of moves once nothing is moved any more."""
    if next(root.iter(qn("w:moveFrom"), qn("w:moveTo")), None) is None:
        for edge in list(root.iter(*_RANGES)):
            drop_block(edge)


def _drop_if_hollow(wrapper: etree._Element) -> None:
    if wrapper.tag in _HOLLOW and len(wrapper) == 0:
        drop_block(wrapper)


def _keep_text_after(element: etree._Element) -> None:
    """White space between elements is nobody's; without it lxml would carry it along."""
    element.tail = None
