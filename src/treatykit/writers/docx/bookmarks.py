"""Give out hidden bookmarks, and keep what they mean (docs/analysis/round-trip.md)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, replace
from typing import Final, TypeVar

from treatykit.model.citations import CitedNumber, CitedText, citation, cited_text
from treatykit.model.content import Paragraph, Reference, Slot, Stance, Story
from treatykit.model.document import Document
from treatykit.model.properties import Role
from treatykit.model.revisions import Revision, RevisionKind, arrival, departure
from treatykit.model.walk import paragraphs
from treatykit.ooxml.elements import w
from treatykit.ooxml.facts import ChangeFact, Facts, MilestoneFact, SlotFact
from treatykit.ooxml.own_marks import BOOKMARK_PREFIX
from treatykit.records import dataclass
from treatykit.writers.docx.annotations import Annotations, Piece

_Fact = TypeVar("_Fact")
_LONGEST: Final = 40  # characters; Word refuses a longer name
_NO_NAME_SIGN: Final = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Cited:
    """A number within a reference that can be a live field.

    Attributes:
        words: What stands before it.
        number: As printed.
        bookmark: Around the paragraph, or the typed label, that has the number.
        typed: The label is words, so the field repeats the bookmarked words.
    """

    words: str
    number: str
    bookmark: str
    typed: bool


@dataclass(slots=True)
class Bookmarks:
    """The bookmarks of one file.

    Attributes:
        new: What references cite that are in the new text.
        old: What references cite that are on their way out.
        replaced: Keys of what moved or was written anew, to how the old place goes and the new one comes, as words.
    """

    annotations: Annotations
    new: CitedText
    old: CitedText
    replaced: Mapping[str, tuple[Revision, Revision]] = field(default_factory=dict)
    _places: dict[int, str] = field(default_factory=dict)  # block of the body to its bookmark
    _keys: dict[str, str] = field(default_factory=dict)
    _slots: dict[str, SlotFact] = field(default_factory=dict)
    _references: dict[str, str | None] = field(default_factory=dict)
    _paragraphs: dict[str, tuple[Role, int]] = field(default_factory=dict)
    _milestones: dict[str, MilestoneFact] = field(default_factory=dict)
    _kept: dict[str, bool] = field(default_factory=dict)

    def pair(self, name: str) -> tuple[Piece, Piece]:
        """The start and the end of a bookmark."""
        number = self.annotations.next_id()
        return (
            Piece(w("bookmarkStart", id=number, name=name), neutral=True),
            Piece(w("bookmarkEnd", id=number), neutral=True),
        )

    def around(self, name: str, pieces: list[Piece]) -> list[Piece]:
        """The pieces within a bookmark."""
        start, end = self.pair(name)
        return [start, *pieces, end]

    def at(self, index: int) -> str | None:
        """The bookmark of a block of the body, if something refers to it."""
        return self._places.get(index)

    def place(self, index: int) -> str:
        """The bookmark of a block of the body, given out now if there was none."""
        if index not in self._places:
            self._places[index] = f"{BOOKMARK_PREFIX}n{index + 1}"
        return self._places[index]

    def key(self, key: str, index: int) -> None:
        """Give a bookmark to the paragraph that has a key."""
        head = f"{BOOKMARK_PREFIX}k{len(self._keys) + 1}_"
        name = (head + _NO_NAME_SIGN.sub("_", key).strip("_"))[:_LONGEST]
        self._places[index] = name
        self._keys[name] = key

    def slot(self, slot: Slot) -> str:
        """A bookmark for a blank."""
        return _given(self._slots, "s", SlotFact(slot.name, slot.prompt))

    def reference(self, target: str | None) -> str:
        """A bookmark for a reference."""
        return _given(self._references, "r", target)

    def role(self, role: Role, level: int) -> str:
        """A bookmark for a paragraph whose style does not say its role."""
        return _given(self._paragraphs, "p", (role, level))

    def kept(self) -> str:
        """A bookmark for a paragraph that the writer keeps on one page with the next."""
        return _given(self._kept, "e", True)

    def milestone(self, kind: str | None, stances: tuple[Stance, ...] = ()) -> str:
        """A bookmark for a milestone that no style can say."""
        return _given(self._milestones, "m", MilestoneFact(kind, stances))

    def cited(self, reference: Reference, here: int | None) -> tuple[tuple[Cited, ...], str]:
        """The numbers of a reference that can be live, and the words after the last.

        Args:
            reference: What is printed.
            here: The block of the body that cites, if one does.
        """
        text = self.new if departure(reference.revisions) is None else self.old
        target = text.targets.get(reference.target or "")
        if target is None:
            return (), reference.text
        for place in (here, None):
            parts = citation(text.view, target, place)
            if parts and "".join(part.words + part.number for part in parts).lower() == reference.text.lower():
                return self._live(text, parts, reference.text)
        return self._own_number(text, target, reference.text)

    def sides(self, reference: Reference, here: int | None) -> tuple[Reference, ...]:
        """A reference as it was and as it is, where it stays but its target moved or was written anew; else as it is.

        A live field leads to one place only: once that place is rejected, it would print an error.

        Args:
            reference: What is printed.
            here: The block of the body that cites, if one does.
        """
        target = reference.target or ""
        replaced = self.replaced.get(target)
        if replaced is None or arrival(reference.revisions) or departure(reference.revisions):
            return (reference,)
        for place in (here, None):
            if self.new.citation(target, place).lower() == reference.text.lower():
                opens = reference.text[:1].isupper()
                was = replace(reference, text=self.old.citation(target, place, opens=opens))
                return tuple(
                    replace(side, revisions=(revision, *reference.revisions))
                    for side, revision in zip((was, reference), replaced, strict=True)
                )
        return (reference,)

    def prepare(self, paragraph: Paragraph, here: int | None) -> None:
        """Give out the bookmarks that the references of a paragraph lead to."""
        for inline in paragraph.inlines:
            if isinstance(inline, Reference):
                for side in self.sides(inline, here):
                    self.cited(side, here)

    def facts(self, document: Document, changes: tuple[ChangeFact, ...]) -> Facts:
        """All that was given out, with what else the document knows."""
        return Facts(
            keys=self._keys,
            slots=self._slots,
            references=self._references,
            paragraphs=self._paragraphs,
            milestones=self._milestones,
            kept=frozenset(self._kept),
            changes=changes,
            date=document.meta.date,
            variant=document.meta.variant,
            parties=document.meta.parties,
            former=document.meta.former,
        )

    def _live(self, cited: CitedText, parts: tuple[CitedNumber, ...], text: str) -> tuple[tuple[Cited, ...], str]:
        found: list[Cited] = []
        words, at = "", 0
        for part in parts:
            # What is printed may begin with a capital where the citation does not.
            words += text[at : at + len(part.words)]
            at += len(part.words)
            number = text[at : at + len(part.number)]
            at += len(part.number)
            if _printed(cited, part.index) == number:
                found.append(Cited(words, number, self.place(part.index), _is_typed(cited, part.index)))
                words = ""
            else:
                words += number
        return tuple(found), words

    def _own_number(self, cited: CitedText, target: int, text: str) -> tuple[tuple[Cited, ...], str]:
        """Only the number of the target itself, where the words around it are not ours."""
        number = _printed(cited, target)
        at = text.rfind(number) if number else -1
        stop = at + len(number)
        if at < 0 or text[at - 1 : at].isalnum() or text[stop : stop + 1].isalnum():
            return (), text
        return (Cited(text[:at], number, self.place(target), _is_typed(cited, target)),), text[stop:]


def bookmarks_of(document: Document, annotations: Annotations) -> Bookmarks:
    """The bookmarks of a document, so far those of its keys."""
    new, old = (cited_text(document.body, gone) for gone in (departure, arrival))
    found = Bookmarks(annotations, new, old, _replaced(document.body))
    for index, block in enumerate(document.body):
        if isinstance(block, Paragraph) and block.key is not None:
            found.key(block.key, index)
    # A reference may stand after its target, so all bookmarks are given out before anything is written.
    for paragraph in paragraphs(document):
        found.prepare(paragraph, None)
    for index, block in enumerate(document.body):
        if isinstance(block, Paragraph):
            found.prepare(block, index)
    return found


def _replaced(body: Story) -> dict[str, tuple[Revision, Revision]]:
    """The keys that went from one place and came to another in one change."""
    went: dict[str, Revision] = {}
    came: dict[str, Revision] = {}
    for block in body:
        if isinstance(block, Paragraph) and block.key is not None:
            coming, going = arrival(block.mark.revisions), departure(block.mark.revisions)
            if going and not coming:
                went.setdefault(block.key, replace(going, kind=RevisionKind.DELETED))
            elif coming and not going:
                came.setdefault(block.key, replace(coming, kind=RevisionKind.INSERTED))
    return {key: (went[key], came[key]) for key in went if key in came and went[key].change == came[key].change}


def _printed(text: CitedText, index: int) -> str:
    """What a field prints of the number of a block: Word leaves a full stop at its end out."""
    block = text.body[index]
    return block.label.text.rstrip(".") if isinstance(block, Paragraph) and block.label else ""


def _is_typed(text: CitedText, index: int) -> bool:
    """Whether the number of a block is words."""
    block = text.body[index]
    return isinstance(block, Paragraph) and block.label is not None and block.label.typed


def _given(facts: dict[str, _Fact], letter: str, fact: _Fact) -> str:
    name = f"{BOOKMARK_PREFIX}{letter}{len(facts) + 1}"
    facts[name] = fact
    return name
