"""What a change touches: the question that a legal adviser asks of it first.

Only what differs between the words that went and the words that came counts: a "shall"
that stands in both is not touched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from treatykit.compare.excerpts import Excerpt
from treatykit.compare.keys import normalised
from treatykit.compare.traces import Trace, is_in
from treatykit.compare.units import identity, is_amount, is_reference, units_in
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
from treatykit.model.brackets import NO_TEXT
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
from treatykit.model.plain import inlines_text


def _longest_first(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


_QUALIFIERS = re.compile(rf"(?i)\b(?:{_longest_first(QUALIFIERS)})\b")
_QUALIFYING = frozenset(phrase.partition(" ")[0] for phrase in QUALIFIERS)
_WORDS = re.compile(r"\w+")
_NUMBER = r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,6})(?: ?(?:bis|ter))?"
_A_NUMBER = re.compile(rf"{_NUMBER}(?:[.)]{{1,2}}|$)\s*")
_NUMBERED = re.compile(rf"^{_NUMBER}[.)]{{1,2}}(?:\s+|$)", re.MULTILINE)
_LINK = re.compile(r"[;,.]?(?:\s*\band)?")
_SILENCE = re.compile(rf"(?m)(?:(?<=\[)|(?<=: )){NO_TEXT}(?=\]|$)")
"""What stands in an option that proposes to say nothing: it denies nothing."""
_ALWAYS_PARTY = ("party", "parties")


@dataclass(frozen=True, slots=True)
class Toucher:
    """Knows the names and terms of the texts that a redline stands between.

    Attributes:
        terms: Every defined term.
        names: The names of the parties.
        phrases: Those terms of more than one word, in order.
    """

    terms: frozenset[str]
    names: re.Pattern[str] | None
    phrases: tuple[str, ...]

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
        removed, added = (_SILENCE.sub("", text).strip() for text in (excerpt.removed, excerpt.added))
        found: set[Touch] = set()
        if kind is not ChangeKind.AMENDED:
            removed, added = (_NUMBERED.sub("", text) for text in (removed, added))
        elif _at_number(trace):
            old_number, removed = _parted(removed)
            new_number, added = _parted(added)
            if old_number != new_number:
                found.add(Touch.NUMBERING)
        found.update(self._by_words(removed, added))
        found.update(_by_nodes(trace))
        if not found:
            form = normalised(removed) == normalised(added) or _links_items(trace, removed, added)
            found.add(Touch.EDITORIAL if form else Touch.SUBSTANCE)
        other_words = found == {Touch.SUBSTANCE}
        return tuple(touch for touch in Touch if touch in found and (touch is not Touch.SUBSTANCE or other_words))

    def _by_words(self, removed: str, added: str) -> Iterator[Touch]:
        qualified = not _QUALIFYING.isdisjoint(_WORDS.findall(f"{removed} {added}".casefold()))
        if qualified and _differ(_QUALIFIERS, removed.casefold(), added.casefold()):
            yield Touch.QUALIFIER
        if self.names and _differ(self.names, removed, added):
            yield Touch.PARTY
        went, came = self._units(removed), self._units(added)
        if self.terms and any(unit in self.terms for unit in _unequal(went, came)):
            yield Touch.DEFINED_TERM
        if qualified or self.names:
            went, came = self._units(self._bare(removed)), self._units(self._bare(added))
        for unit in _unlike(went, came):
            yield from self._of_unit(unit)

    def _bare(self, text: str) -> str:
        """A text without the names and qualifiers, which are told by themselves."""
        text = _QUALIFIERS.sub(" ", text)
        return self.names.sub(" ", text) if self.names else text

    def _units(self, text: str) -> Counter[str]:
        return Counter(" ".join(match[0].split()) for match in units_in(text, self.phrases))

    def _of_unit(self, unit: str) -> Iterator[Touch]:
        word = unit.casefold()
        if word in MODALS or word in BINDING_VERBS:
            yield Touch.OBLIGATION
        elif word in NEGATIONS or word.startswith("non-"):
            yield Touch.NEGATION
        elif word in FUNCTION_WORDS or unit in self.terms:
            return
        elif is_reference(unit):
            yield Touch.REFERENCE
        elif is_amount(unit) or word in FREQUENCIES:
            yield Touch.AMOUNT
        elif word in _ALWAYS_PARTY or (word in PARTY_WORDS and unit[:1].isupper()):
            yield Touch.PARTY
        elif normalised(unit):
            yield Touch.SUBSTANCE


def _unequal(removed: Counter[str], added: Counter[str]) -> list[str]:
    """The units that one side has more often than the other, letter by letter."""
    return [*(removed - added), *(added - removed)]


def _unlike(removed: Counter[str], added: Counter[str]) -> list[str]:
    """The units that one side has more often than the other under the rules of `keys`: no mere spelling."""
    keys = {unit: normalised(unit) for unit in (*removed, *added)}
    counts = dict.fromkeys(keys.values(), 0)
    for units, sign in ((removed, 1), (added, -1)):
        for unit, count in units.items():
            counts[keys[unit]] += sign * count
    return [unit for unit in _unequal(removed, added) if counts[keys[unit]]]


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


def _at_number(trace: Trace) -> bool:
    """The change begins with the first word of a paragraph that has, or had, its number typed there."""
    first = trace.parts[0]
    texts = (inlines_text(first.scene.inlines(in_old=side)) for side in (True, False))
    return first.touched[0] == 0 and any(_NUMBERED.match(text) or is_reference(text.strip()) for text in texts)


def _parted(text: str) -> tuple[str, str]:
    """A number typed at the head of a paragraph, and the words after it."""
    if is_reference(text):
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
            if isinstance(node, Text | Mark | OpaqueBlock | Table):
                continue
            was, stays = is_in(revisions, in_old=True), is_in(revisions, in_old=False)
            if was and not stays:
                went[identity(node)] += 1
            elif stays and not was:
                came[identity(node)] += 1
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
