"""Track content controls around paragraphs, tables, rows and cells (docs/analysis/controls.md).

The model has no controls. So once all else is written, the blocks that stand when all is rejected are laid beside those
of the old file, and the controls around the ones beside those around the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from itertools import chain
from typing import Final

from lxml import etree

from treatykit.model.revisions import Revision, RevisionKind
from treatykit.ooxml.borrowing import Borrower
from treatykit.ooxml.change_numbers import note_change
from treatykit.ooxml.controls import put_in_ranges, said_of_itself
from treatykit.ooxml.leaves import MARKERS
from treatykit.ooxml.names import qn
from treatykit.records import dataclass
from treatykit.writers.docx_redline.desk import Desk
from treatykit.writers.docx_redline.shells import empty_copy, inside

_CONTROL: Final = qn("w:sdt")
_AROUND: Final = frozenset(qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "smartTag"))
_BLOCKS: Final = frozenset({qn("w:p"), qn("w:tbl")})
_ROWS: Final = frozenset({qn("w:tr")})
_CELLS: Final = frozenset({qn("w:tc")})
_CAME: Final = tuple(qn(f"w:{name}") for name in ("ins", "moveTo", "cellIns"))
_WENT: Final = tuple(qn(f"w:{name}") for name in ("del", "moveFrom", "cellDel"))
_ENDS: Final = {qn("w:p"): f"{qn('w:pPr')}/{qn('w:rPr')}", qn("w:tr"): qn("w:trPr"), qn("w:tc"): qn("w:tcPr")}

_RANGES: Final = {
    RevisionKind.INSERTED: "w:customXmlInsRangeStart",
    RevisionKind.DELETED: "w:customXmlDelRangeStart",
}

Span = tuple[int, int]
"""From which unit to which, of those that stand when all is rejected."""


def track_block_controls(desk: Desk, hand: Revision) -> None:
    """Say which controls around blocks came and which went; what cannot be said stands as in the new file.

    Args:
        hand: Who changed the text, and when.
    """
    if len(desk.borrowers) != 1:
        return
    (borrower,) = desk.borrowers.values()
    old, new = borrower.source.body(), desk.target.body()
    if any(next(_controls_around_blocks(body), None) is not None for body in (old, new)):
        _Level(desk, borrower, hand, old, new, _BLOCKS).track()


def _controls_around_blocks(body: etree._Element) -> Iterator[etree._Element]:
    return (one for one in body.iter(_CONTROL) if next(one.iterancestors(qn("w:p")), None) is None)


@dataclass(slots=True)
class _Level:
    """The blocks of a container, the rows of a table or the cells of a row, in the old file and in the redline.

    Attributes:
        units: The tags of what is laid beside each other.
        new_units: Those that stand when all is rejected.
        stands_for: What stands in the redline for controls of the old file.
    """

    desk: Desk
    borrower: Borrower
    hand: Revision
    old: etree._Element
    new: etree._Element
    units: frozenset[str]
    old_units: list[etree._Element] = field(init=False)
    new_units: list[etree._Element] = field(init=False)
    stands_for: dict[etree._Element, etree._Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.old_units = list(_units(self.old, self.units))
        self.new_units = [unit for unit in _units(self.new, self.units) if not _says(unit, _CAME)]

    def track(self) -> None:
        """Track the controls of this level and of all within it; nothing where the units do not go together."""
        if [one.tag for one in self.old_units] != [one.tag for one in self.new_units]:
            return
        for control in reversed(list(_controls(self.new, self.units))):
            _close(control)
        before, now = self._spans(self.old, self.old_units), self._spans(self.new, self.new_units)
        if before or now:
            self._pair(before, now)
            came = [control for control in now if control not in self.stands_for.values()]
            for control, span in before.items():
                if control not in self.stands_for:
                    self._bring_back(control, span)
            for control in came:  # their ranges stand close to them, within what was brought back around them
                self._track(control, RevisionKind.INSERTED)
        for old, new in zip(self.old_units, self.new_units, strict=True):
            within = {qn("w:tbl"): _ROWS, qn("w:tr"): _CELLS, qn("w:tc"): _BLOCKS}.get(str(old.tag))
            if within is not None:
                _Level(self.desk, self.borrower, self.hand, old, new, within).track()

    def _spans(self, parent: etree._Element, units: list[etree._Element]) -> dict[etree._Element, Span]:
        """The controls of this level, outer ones first, each with the units in it."""
        places = {unit: at for at, unit in enumerate(units)}
        found: dict[etree._Element, Span] = {}
        for control in _controls(parent, self.units):
            held = [places[unit] for unit in _units(control, self.units) if unit in places]
            found[control] = (held[0], held[-1] + 1) if held else (0, 0)
        return found

    # --- which control is which

    def _pair(self, before: dict[etree._Element, Span], now: dict[etree._Element, Span]) -> None:
        free = list(now)
        for control, span in before.items():
            said = said_of_itself(control)
            alike = [one for one in free if said_of_itself(one) == said and _overlap(span, now[one])]
            alike.sort(key=lambda one, span=span: -_overlap(span, now[one]))  # type: ignore[misc]
            for one in alike[:1]:
                if self._with_border(one, now[one], span):
                    self.stands_for[control] = one
                    free.remove(one)
        for control, span in before.items():  # one that only says otherwise stays, and is told
            others = [one for one in free if now[one] == span] if control not in self.stands_for else []
            for other in others[:1]:
                self.stands_for[control] = other
                free.remove(other)

    def _with_border(self, control: etree._Element, now: Span, wanted: Span) -> bool:
        """Put what is struck at the border of a control on the side where it stood; whether it is around the same."""
        (start, stop), (first, last) = now, wanted
        self.desk.target.touch(self.desk.target.main)
        return (
            all(_put_in(control, unit, ahead=True) for unit in reversed(self.new_units[first:start]))
            and all(_put_out(control, unit, ahead=True) for unit in self.new_units[start:first])
            and all(_put_in(control, unit, ahead=False) for unit in self.new_units[stop:last])
            and all(_put_out(control, unit, ahead=False) for unit in reversed(self.new_units[last:stop]))
        )

    # --- saying so

    def _track(self, control: etree._Element, kind: RevisionKind) -> None:
        numbers = {one.get(qn("tk:change")) for one in control.iter(*_CAME, *_WENT)}
        number = numbers.pop() if len(numbers) == 1 else None
        said = replace(self.hand, kind=kind, before=None, change=int(number or 0))
        self.desk.target.touch(self.desk.target.main)
        starts = [self.desk.tracker.annotation(_RANGES[kind], said) for _ in range(2)]
        for start in starts:
            note_change(start, said)
        put_in_ranges(control, starts)

    def _bring_back(self, control: etree._Element, span: Span) -> None:
        """Put an old control around what stood in it, and say that it went."""
        units = self.new_units[slice(*span)]
        holder = self._holder(control, units)
        shell = empty_copy(control) if units and holder is not None else None
        if holder is None or shell is None:
            return
        first, last = (_child_of(holder, unit) for unit in (units[0], units[-1]))
        held = [first, *first.itersiblings()]
        held = held[: held.index(last) + 1]
        if not {*chain.from_iterable(_or_within(one, self.units) for one in held)} & {*self.new_units} <= {*units}:
            return  # it would cross the border of another
        shell = self.borrower.borrow(shell, self.borrower.source.main, self.desk.target.main)
        first.addprevious(shell)
        inside(shell).extend(held)
        self.stands_for[control] = shell
        self._track(shell, RevisionKind.DELETED)

    def _holder(self, control: etree._Element, units: list[etree._Element]) -> etree._Element | None:
        """Where an old control is put: in what stands for the one around it, and in new ones around all of it."""
        around = [one for one in control.iterancestors(_CONTROL) if self.old in one.iterancestors()]
        holder = self.new
        if around:
            if around[0] not in self.stands_for:
                return None
            holder = inside(self.stands_for[around[0]])
        while units:
            if any(holder not in unit.iterancestors() for unit in units):
                return None
            first = _child_of(holder, units[0])
            is_wrapper = first.tag in _AROUND and first not in self.stands_for.values()
            wider = is_wrapper and not {*_units(first, self.units)} & {*self.new_units} <= {*units}
            if not wider:
                return holder
            holder = inside(first)
        return None


def _units(parent: etree._Element, tags: frozenset[str]) -> Iterator[etree._Element]:
    """Blocks, rows or cells, through controls and the like."""
    for child in parent.iterchildren("*"):
        if child.tag in tags:
            yield child
        elif child.tag in _AROUND:
            yield from _units(child, tags)


def _or_within(element: etree._Element, tags: frozenset[str]) -> Iterator[etree._Element]:
    return iter((element,)) if element.tag in tags else _units(element, tags)


def _controls(parent: etree._Element, tags: frozenset[str]) -> Iterator[etree._Element]:
    for child in parent.iterchildren("*"):
        if child.tag == _CONTROL:
            yield child
        if child.tag in _AROUND:
            yield from _controls(child, tags)


def _says(unit: etree._Element, ends: tuple[str, ...]) -> bool:
    """Whether a mark, a row or a cell came, or went; a table if all of its rows did."""
    if unit.tag == qn("w:tbl"):
        rows = list(_units(unit, _ROWS))
        return bool(rows) and all(_says(row, ends) for row in rows)
    properties = unit.find(_ENDS[str(unit.tag)])
    return properties is not None and any(properties.find(end) is not None for end in ends)


def _goes_whole(unit: etree._Element) -> bool:
    """Whether nothing is left of a unit when all is accepted."""
    return _says(unit, _WENT) and (unit.tag != qn("w:p") or _is_struck(unit))


def _is_struck(paragraph: etree._Element) -> bool:
    return all(next(run.iterancestors(*_WENT), None) is not None for run in paragraph.iter(qn("w:r")))


def _close(control: etree._Element) -> None:
    """Put the paragraph into a control that its last words run into when all is accepted.

    The mark that ends a container cannot go, so that of the last paragraph that stays goes in its place
    (docs/analysis/tracked-changes.md, the shift by one).
    """
    units = list(_units(control, _BLOCKS))
    last = units[-1] if units else None
    if last is None or last.tag != qn("w:p") or not _says(last, _WENT):
        return
    is_left_empty = last.find(qn("w:r")) is None and all(map(_goes_whole, units))
    if _is_struck(last) and not is_left_empty:
        return  # nothing of it stays: but the one that a control would be empty without is an empty one of the new text
    held: list[etree._Element] = []
    for one in control.itersiblings("*"):
        held.append(one)
        if one.tag in MARKERS:
            continue
        if one.tag != qn("w:p") or not _is_struck(one):
            return
        if not _says(one, _WENT):
            inside(control).extend(held)
            return


def _put_in(control: etree._Element, unit: etree._Element, *, ahead: bool) -> bool:
    """Put a struck neighbour of a control into it; whether it is one.

    Args:
        ahead: It stands before the control, else behind it.
    """
    if not _goes_whole(unit) or _neighbour(control, ahead=ahead) is not unit:
        return False
    content = inside(control)
    content.insert(0 if ahead else len(content), unit)
    return True


def _put_out(control: etree._Element, unit: etree._Element, *, ahead: bool) -> bool:
    """Put what is struck at the border of a control out of it; whether it stands there."""
    outermost = unit.getparent() is inside(control) and _neighbour(unit, ahead=ahead) is None
    if not _goes_whole(unit) or not outermost:
        return False
    (control.addprevious if ahead else control.addnext)(unit)
    return True


def _neighbour(element: etree._Element, *, ahead: bool) -> etree._Element | None:
    """What stands before an element or behind it, markers left out."""
    return next((one for one in element.itersiblings("*", preceding=ahead) if one.tag not in MARKERS), None)


def _overlap(left: Span, right: Span) -> int:
    return max(min(left[1], right[1]) - max(left[0], right[0]), 0)


def _child_of(parent: etree._Element, descendant: etree._Element) -> etree._Element:
    while (around := descendant.getparent()) is not None and around is not parent:
        descendant = around
    return descendant
