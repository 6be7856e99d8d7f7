"""What a change touches: the question that a legal adviser asks of it first.

Only what differs between the words that went and the words that came counts: a "shall"
that stands in both is not touched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import field
from functools import cache

from treatykit.compare.excerpts import Excerpt
from treatykit.compare.keys import normalised
from treatykit.compare.scenes import is_in
from treatykit.compare.traces import Trace
from treatykit.compare.units import identity, is_amount, is_reference, words_of_units
from treatykit.compare.vocabulary import (
    BINDING_VERBS,
    FREQUENCIES,
    FUNCTION_WORDS,
    MODALS,
    NEGATIONS,
    PARTY_WORDS,
    QUALIFIERS,
)
from treatykit.model.annotations import ANNOTATIONS
from treatykit.model.changes import ChangeKind, Touch
from treatykit.model.content import (
    BracketClose,
    BracketNext,
    BracketOpen,
    DefinitionClose,
    DefinitionOpen,
    Inline,
    Mark,
    OpaqueBlock,
    Reference,
    Table,
    Text,
)
from treatykit.model.document import Document
from treatykit.model.plain import NO_TEXT
from treatykit.records import dataclass


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern of phrases, longer ones first, that looks once for each letter whether one of them begins with it."""
    by_letter: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        by_letter.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())


_QUALIFIERS = re.compile(rf"\b(?:{_any_of(QUALIFIERS)})\b")
_NUMBER = r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,6})(?: ?(?:bis|ter))?"
_A_NUMBER = re.compile(rf"{_NUMBER}(?:[.)]{{1,2}}|$)\s*")
_NUMBERED = re.compile(rf"^{_NUMBER}[.)]{{1,2}}(?:\s+|$)", re.MULTILINE)
_LINK = re.compile(r"[;,.]?(?:\s*\band)?")
_SILENCE = re.compile(rf"(?m)(?:(?<=\[)|(?<=: )){NO_TEXT}(?=\]|$)")
"""What stands in an option that proposes to say nothing: it denies nothing."""
_ALWAYS_PARTY = ("party", "parties")
_WORDS_ALONE = (Text, Mark, OpaqueBlock, Table)
_WEIGHTS = {touch: weight for weight, touch in enumerate(Touch)}


@dataclass(frozen=True, slots=True)
class Toucher:
    """Knows the names and terms of the texts that a redline stands between.

    Attributes:
        terms: Every defined term.
        names: The names of the parties.
        phrases: Those terms of more than one word, in order.
        known: For each unit that was met so far its words under the rules of `keys`, and what it touches.
    """

    terms: frozenset[str]
    names: re.Pattern[str] | None
    phrases: tuple[str, ...]
    known: dict[str, tuple[str, Touch | None]] = field(default_factory=dict)

    @classmethod
    def between(cls, old: Document, new: Document, terms: frozenset[str]) -> Toucher:
        """A judge of the changes between two texts that define these terms."""
        parties = {*old.meta.parties, *new.meta.parties}
        names = sorted(
            {name for one in parties for name in (one.full, one.short) if name}, key=lambda name: (-len(name), name)
        )
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b") if names else None
        return cls(terms, pattern, tuple(sorted(term for term in terms if " " in term)))

    def touches(self, trace: Trace, kind: ChangeKind, excerpt: Excerpt, *, edited: bool) -> tuple[Touch, ...]:
        """What a change touches, the weightiest first; of a mere move nothing, and of annotations."""
        if kind is ChangeKind.REFORMATTED:
            return (Touch.EDITORIAL,)
        if (kind is ChangeKind.MOVED and not edited) or _is_beside_the_text(trace):
            return ()
        removed, added = _told(excerpt.removed), _told(excerpt.added)
        found: set[Touch] = set()
        if kind is not ChangeKind.AMENDED:
            removed, added = (_NUMBERED.sub("", text) for text in (removed, added))
        elif _at_number(trace, self.phrases):
            old_number, removed = _parted(removed, self.phrases)
            new_number, added = _parted(added, self.phrases)
            if old_number != new_number:
                found.add(Touch.NUMBERING)
        found.update(self._by_words(removed, added))
        found.update(_by_nodes(trace))
        if not found:
            form = normalised(removed) == normalised(added) or _links_items(trace, removed, added)
            found.add(Touch.EDITORIAL if form else Touch.SUBSTANCE)
        elif len(found) > 1:
            found.discard(Touch.SUBSTANCE)
        return tuple(sorted(found, key=_WEIGHTS.__getitem__))

    def _by_words(self, removed: str, added: str) -> Iterator[Touch]:
        if self.terms and not self.terms.isdisjoint(_unequal(self._units(removed), self._units(added))):
            yield Touch.DEFINED_TERM
        qualified, lost = _parted_from_qualifiers(removed)
        qualifies, gained = _parted_from_qualifiers(added)
        if sorted(qualified) != sorted(qualifies):
            yield Touch.QUALIFIER
        if self.names:
            if _differ(self.names, removed, added):
                yield Touch.PARTY
            lost, gained = self.names.sub(" ", lost), self.names.sub(" ", gained)
        for unit in self._unlike(self._units(lost), self._units(gained)):  # names and qualifiers are told by themselves
            if touch := self._about(unit)[1]:
                yield touch

    def _units(self, text: str) -> Mapping[str, int]:
        counts: dict[str, int] = {}
        for word in words_of_units(text, self.phrases):
            unit = " ".join(word.split())
            counts[unit] = counts.get(unit, 0) + 1
        return counts

    def _unlike(self, removed: Mapping[str, int], added: Mapping[str, int]) -> list[str]:
        """The units that one side has more often than the other under the rules of `keys`: no mere spelling."""
        if not (removed and added):
            return [*removed, *added]
        counts: dict[str, int] = {}
        for units, sign in ((removed, 1), (added, -1)):
            for unit, count in units.items():
                key = self._about(unit)[0]
                counts[key] = counts.get(key, 0) + sign * count
        return [unit for unit in _unequal(removed, added) if counts[self._about(unit)[0]]]

    def _about(self, unit: str) -> tuple[str, Touch | None]:
        """The words of a unit under the rules of `keys`, and what it touches; it is looked at once."""
        if unit not in self.known:
            key = normalised(unit)
            self.known[unit] = (key, self._judged(unit, key))
        return self.known[unit]

    def _judged(self, unit: str, key: str) -> Touch | None:
        word = unit.casefold()
        if word in MODALS or word in BINDING_VERBS:
            return Touch.OBLIGATION
        if word in NEGATIONS or word.startswith("non-"):
            return Touch.NEGATION
        if word in FUNCTION_WORDS or unit in self.terms:
            return None
        if is_reference(unit, self.phrases):
            return Touch.REFERENCE
        if is_amount(unit, self.phrases) or word in FREQUENCIES:
            return Touch.AMOUNT
        if word in _ALWAYS_PARTY or (word in PARTY_WORDS and unit[:1].isupper()):
            return Touch.PARTY
        return Touch.SUBSTANCE if key else None


def _told(text: str) -> str:
    return (_SILENCE.sub("", text) if NO_TEXT in text else text).strip()


def _parted_from_qualifiers(text: str) -> tuple[list[str], str]:
    """The qualifiers in a text, in small letters, and the text without them."""
    small = text.casefold()
    if not text.isascii():
        return _qualifiers_in_any_case().findall(small), _qualifiers_in_any_case().sub(" ", text)
    found = [*_QUALIFIERS.finditer(small)]
    if not found:
        return [], text
    starts, ends = [match.start() for match in found], [match.end() for match in found]
    rest = (text[end:start] for end, start in zip((0, *ends), (*starts, len(text)), strict=True))
    return [match[0] for match in found], " ".join(rest)


@cache
def _qualifiers_in_any_case() -> re.Pattern[str]:
    return re.compile(_QUALIFIERS.pattern, re.IGNORECASE)


def _unequal(removed: Mapping[str, int], added: Mapping[str, int]) -> list[str]:
    """The units that one side has more often than the other, letter by letter."""
    went = [unit for unit, count in removed.items() if count > added.get(unit, 0)]
    return went + [unit for unit, count in added.items() if count > removed.get(unit, 0)]


def _differ(pattern: re.Pattern[str], removed: str, added: str) -> bool:
    return Counter(pattern.findall(removed)) != Counter(pattern.findall(added))


def _is_beside_the_text(trace: Trace) -> bool:
    """Whether a change is one of annotations alone."""
    return all(part.scene.mark and part.scene.mark.properties.role in ANNOTATIONS for part in trace.parts)


def _links_items(trace: Trace, removed: str, added: str) -> bool:
    """The end of a paragraph alone is another, as it leads on to the next item: ``; and`` for ``;`` or for a full stop.

    An *or* is more than form: the items of a list without one are taken together.
    """
    if len(trace.parts) != 1 or not all(_LINK.fullmatch(words) for words in (removed, added)):
        return False
    [part] = trace.parts
    return part.scene.mark is not None and part.touched[-1] == len(part.scene.nodes) - 2


def _at_number(trace: Trace, terms: tuple[str, ...]) -> bool:
    """The change begins with the first word of a paragraph that has, or had, its number typed there."""
    first = trace.parts[0]
    if first.touched[0]:
        return False
    texts = (first.scene.words(in_old=side) for side in (True, False))
    return any(_NUMBERED.match(text) or is_reference(text.strip(), terms) for text in texts)


def _parted(text: str, terms: tuple[str, ...]) -> tuple[str, str]:
    """A number typed at the head of a paragraph, and the words after it."""
    if is_reference(text, terms):
        return text, ""
    match = _A_NUMBER.match(text)
    return (match[0].strip(), text[match.end() :]) if match else ("", text)


def _by_nodes(trace: Trace) -> Iterator[Touch]:
    """What follows from inlines that are more than words."""
    went: Counter[Hashable] = Counter()
    came: Counter[Hashable] = Counter()
    for part in trace.parts:
        for index in part.touched:
            node, revisions = part.scene.nodes[index], part.scene.revisions[index]
            if isinstance(node, _WORDS_ALONE):
                continue
            was, stays = is_in(revisions, in_old=True), is_in(revisions, in_old=False)
            if was and not stays:
                went[identity(node)] += 1
            elif stays and not was:
                came[identity(node)] += 1
    if went != came:
        for thing in [*(went - came), *(came - went)]:
            yield from _of_inline(thing)


def _of_inline(inline: Inline | Hashable) -> Iterator[Touch]:
    match inline:
        case BracketOpen() | BracketNext() | BracketClose():
            yield Touch.BRACKET
        case DefinitionOpen() | DefinitionClose():
            yield Touch.DEFINED_TERM
        case Reference():
            yield Touch.REFERENCE
        case _:
            yield Touch.SUBSTANCE
