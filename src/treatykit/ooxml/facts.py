"""The part of a Word file that says what our bookmarks mean (docs/analysis/round-trip.md).

Word keeps a custom XML part through every save. It names things (keys, slots, targets,
roles) and never holds words of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Final

from lxml import etree

from treatykit.model.content import Position, Stance
from treatykit.model.document import Meta, Party, Status
from treatykit.model.properties import Role
from treatykit.ooxml.elements import storable
from treatykit.ooxml.names import NAMESPACES, qn
from treatykit.ooxml.own_marks import ROOT
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True)
class SlotFact:
    """What a blank is for."""

    name: str
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class MilestoneFact:
    """A milestone that styles cannot say.

    Attributes:
        kind: ``definition-open`` or ``definition-close``; None for a bracket, whose style says it.
        stances: Of a bracket.
    """

    kind: str | None = None
    stances: tuple[Stance, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeFact:
    """The annotations (``w:id``) that make up one change.

    Attributes:
        move: They show as deletion and insertion but are the ends of a move.
    """

    number: int
    ids: tuple[int, ...]
    move: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Bookmark names and what they mean; and what else is known that Word has no place for.

    Attributes:
        references: To the key of the target; None for a reference out of the document.
        paragraphs: To the role and level that the style does not say.
        kept: Those around a paragraph that the writer alone keeps on one page with the next.
        former: Of a redline, what was known of the old text.
    """

    keys: Mapping[str, str] = field(default_factory=dict)
    slots: Mapping[str, SlotFact] = field(default_factory=dict)
    references: Mapping[str, str | None] = field(default_factory=dict)
    paragraphs: Mapping[str, tuple[Role, int]] = field(default_factory=dict)
    milestones: Mapping[str, MilestoneFact] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    changes: tuple[ChangeFact, ...] = ()
    date: str = ""
    variant: str = ""
    parties: tuple[Party, ...] = ()
    former: Meta | None = None


def facts_xml(facts: Facts) -> etree._Element:
    """The root element of the part."""
    root = etree.Element(ROOT, nsmap={"tk": NAMESPACES["tk"]})

    def add(tag: str, parent: etree._Element = root, /, **attributes: str) -> etree._Element:
        given = {key: storable(value) for key, value in attributes.items() if value}
        return etree.SubElement(parent, qn(f"tk:{tag}"), given)

    if facts.date or facts.variant:
        add("meta", date=facts.date, variant=facts.variant)
    for party in facts.parties:
        add("party", code=party.code, short=party.short, full=party.full)
    if facts.former is not None:
        said = {name: getattr(facts.former, name) for name in _SAID}
        former = add("former", status=facts.former.status or "", **said)
        for party in facts.former.parties:
            add("party", former, code=party.code, short=party.short, full=party.full)
    for bookmark, key in facts.keys.items():
        add("key", bookmark=bookmark, name=key)
    for bookmark, slot in facts.slots.items():
        add("slot", bookmark=bookmark, name=slot.name, prompt=slot.prompt)
    for bookmark, target in facts.references.items():
        add("reference", bookmark=bookmark, target=target or "")
    for bookmark, (role, level) in facts.paragraphs.items():
        add("paragraph", bookmark=bookmark, role=role.value, level=str(level))
    for bookmark, milestone in facts.milestones.items():
        element = add("milestone", bookmark=bookmark, kind=milestone.kind or "")
        for stance in milestone.stances:
            add("stance", element, party=stance.party, position=stance.position.value)
    for bookmark in sorted(facts.kept):
        add("kept", bookmark=bookmark)
    for change in facts.changes:
        element = add("change", number=str(change.number), move="true" if change.move else "")
        element.text = " ".join(map(str, change.ids))
    return root


def read_facts(root: etree._Element) -> Facts | None:
    """What the part says; None if it is another's. What does not fit is left out: the text stands without it."""
    if root.tag != ROOT:
        return None
    meta = root.find(qn("tk:meta"))
    return Facts(
        keys={bookmark: element.get("name", "") for bookmark, element in _named(root, "key")},
        slots={
            bookmark: SlotFact(element.get("name", ""), element.get("prompt", ""))
            for bookmark, element in _named(root, "slot")
        },
        references={bookmark: element.get("target") for bookmark, element in _named(root, "reference")},
        paragraphs={
            bookmark: (_ROLES[element.get("role", "")], _number(element.get("level")))
            for bookmark, element in _named(root, "paragraph")
            if element.get("role") in _ROLES
        },
        milestones={
            bookmark: MilestoneFact(element.get("kind"), tuple(_stances(element)))
            for bookmark, element in _named(root, "milestone")
        },
        kept=frozenset(bookmark for bookmark, _ in _named(root, "kept")),
        changes=tuple(
            ChangeFact(
                _number(element.get("number")),
                tuple(_number(word) for word in (element.text or "").split()),
                element.get("move") == "true",
            )
            for element in root.iterchildren(qn("tk:change"))
        ),
        date="" if meta is None else meta.get("date", ""),
        variant="" if meta is None else meta.get("variant", ""),
        parties=_parties(root),
        former=_former(root.find(qn("tk:former"))),
    )


def _parties(element: etree._Element) -> tuple[Party, ...]:
    return tuple(
        Party(code=each.get("code", ""), short=each.get("short", ""), full=each.get("full", ""))
        for each in element.iterchildren(qn("tk:party"))
    )


def _former(element: etree._Element | None) -> Meta | None:
    if element is None:
        return None
    said = {name: element.get(name, "") for name in _SAID}
    status = _STATUSES.get(element.get("status", ""))
    return Meta(**said, status=status, parties=_parties(element), former=None)


def _named(root: etree._Element, name: str) -> Iterator[tuple[str, etree._Element]]:
    for element in root.iterchildren(qn(f"tk:{name}")):
        if bookmark := element.get("bookmark"):
            yield bookmark, element


def _stances(element: etree._Element) -> Iterator[Stance]:
    for stance in element.iterchildren(qn("tk:stance")):
        position = stance.get("position", "")
        if position in _POSITIONS:
            yield Stance(stance.get("party", ""), _POSITIONS[position])


_SAID: Final = ("title", "subject", "author", "category", "symbol", "date", "variant", "version", "language")
_STATUSES: Final = {status.value: status for status in Status}
_ROLES: Final = {role.value: role for role in Role}
_POSITIONS: Final = {position.value: position for position in Position}


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() else 0
