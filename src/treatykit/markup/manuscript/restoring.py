"""References, blanks and defined terms in a text that shows only their words: what the foot needs, and back again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import Final

from treatykit.markup.manuscript.facts import Facts
from treatykit.markup.manuscript.foot import Foot, Targets
from treatykit.model.content import DefinitionClose, DefinitionOpen, Field, Inline, Paragraph, Reference, Slot, Text
from treatykit.model.document import Document
from treatykit.model.normal import normal_inlines
from treatykit.model.plain import BLANK
from treatykit.model.walk import map_document
from treatykit.records import dataclass

_OBJECT: Final = "\ufffc"
_BLANK: Final = rf"(?<!_){BLANK}(?!_)"
_BEFORE_QUOTE: Final = r'(?=[”"])'


def foot_of(document: Document, facts: Facts) -> Foot:
    """The foot that a document needs."""
    scores = [_score(paragraph) for paragraph in _paragraphs(document)]
    words = {span.words for score in scores for span in score.spans if span.is_reference and span.words}
    terms = {span.words for score in scores for span in score.spans if span.is_term}
    finder = _Finder.of(words, terms)
    blanks: list[str | None] = []
    targets: dict[str, list[str | None]] = defaultdict(list)
    defined: dict[str, bool] = {}
    for score in scores:
        spans = {(span.start, span.stop): span for span in score.spans}
        for hit in finder.hits(score.words):
            span = spans.get((hit.start, hit.stop))
            if hit.is_blank:
                blanks.append(span.name if span and not span.is_reference and not span.is_term else None)
            elif hit.is_term:
                defined.setdefault(hit.words, span is not None and span.is_term)
            else:
                targets[hit.words].append(span.name if span and span.is_reference else None)
    return Foot(
        facts=facts,
        blanks=tuple(blanks) if any(blanks) else (),
        terms=tuple(term for term, is_first in defined.items() if is_first),
        references={each: _shortest(found) for each, found in targets.items() if any(found)},
    )


@dataclass(frozen=True, slots=True)
class Restored:
    """A document with its references, blanks and terms.

    Attributes:
        lost: The words whose places in the text are no longer those of the foot; they stay words.
    """

    document: Document
    lost: tuple[str, ...]


def restored(document: Document, foot: Foot) -> Restored:
    """The document with what the foot knows of its words."""
    finder = _Finder.of(foot.references, foot.terms)
    counts = Counter(hit.words for paragraph in _paragraphs(document) for hit in finder.hits(_score(paragraph).words))
    lists = {words: found for words, found in foot.references.items() if isinstance(found, tuple)}
    lists |= {BLANK: foot.blanks} if foot.blanks else {}
    lost = tuple(words for words, found in lists.items() if counts[words] != len(found))
    restorer = _Restorer(finder, foot.references, {words: iter(lists[words]) for words in lists if words not in lost})
    return Restored(map_document(document, restorer.paragraph), lost)


@dataclass(frozen=True, slots=True)
class _Span:
    """A reference, blank or term among the words of a paragraph."""

    start: int
    stop: int
    words: str
    name: str | None
    is_reference: bool = False
    is_term: bool = False


@dataclass(frozen=True, slots=True)
class _Score:
    """The words of a paragraph as plain text shows them, with what some of them are."""

    words: str
    spans: tuple[_Span, ...]


@dataclass(frozen=True, slots=True)
class _Hit:
    """A place where words stand that may be more than words."""

    start: int
    stop: int
    words: str
    is_blank: bool
    is_term: bool


@dataclass(frozen=True, slots=True)
class _Finder:
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, references: Iterable[str], terms: Iterable[str]) -> _Finder:
        """Finds these words, the longest first, and blanks."""

        def any_of(words: Iterable[str]) -> str:
            ordered = sorted(filter(None, words), key=lambda each: (-len(each), each))
            return "|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in ordered) or r"(?!)"

        return cls(
            re.compile(f"(?P<term>(?:{any_of(terms)}){_BEFORE_QUOTE})|(?P<reference>{any_of(references)})|{_BLANK}")
        )

    def hits(self, words: str) -> Iterator[_Hit]:
        for found in self.pattern.finditer(words):
            kind = found.lastgroup
            yield _Hit(found.start(), found.end(), found[0], kind is None, kind == "term")


@dataclass(slots=True)
class _Restorer:
    finder: _Finder
    references: Mapping[str, Targets]
    lists: Mapping[str, Iterator[str | None]]
    defined: set[str] = field(default_factory=set)

    def paragraph(self, paragraph: Paragraph) -> Paragraph:
        found: list[Inline] = []
        for inline in paragraph.inlines:
            found += self.text(inline) if isinstance(inline, Text) else (inline,)
        return replace(paragraph, inlines=normal_inlines(found))

    def text(self, text: Text) -> Iterator[Inline]:
        at = 0
        for hit in self.finder.hits(text.value):
            if inlines := self.found(hit):
                yield replace(text, value=text.value[at : hit.start])
                yield from inlines
                at = hit.stop
        yield replace(text, value=text.value[at:])

    def found(self, hit: _Hit) -> tuple[Inline, ...]:
        """What stands there; nothing where it is only words."""
        if hit.is_term:
            if hit.words in self.defined:
                return ()
            self.defined.add(hit.words)
            return (DefinitionOpen(), Text(hit.words), DefinitionClose())
        name = next(self.lists[hit.words]) if hit.words in self.lists else self.references.get(hit.words)
        if not isinstance(name, str):
            return ()
        return (Slot(name),) if hit.is_blank else (Reference(name, hit.words),)


def _paragraphs(document: Document) -> list[Paragraph]:
    """The paragraphs in the order in which `map_document` goes through them."""
    found: list[Paragraph] = []

    def keep(paragraph: Paragraph) -> Paragraph:
        found.append(paragraph)
        return paragraph

    map_document(document, keep)
    return found


def _score(paragraph: Paragraph) -> _Score:
    words = ""
    spans: list[_Span] = []
    opened: int | None = None
    for inline in paragraph.inlines:
        start = len(words)
        match inline:
            case Text(value) | Field(_, value):
                words += value
            case Slot(name):
                words += BLANK
                spans.append(_Span(start, len(words), BLANK, name))
            case Reference(target, text):
                words += text
                spans.append(_Span(start, len(words), text, target, is_reference=True))
            case DefinitionOpen():
                opened = start
            case DefinitionClose() if opened is not None:
                if opened < start:
                    spans.append(_Span(opened, start, words[opened:], None, is_term=True))
                opened = None
            case _:
                words += _OBJECT
    return _Score(words, tuple(spans))


def _shortest(found: list[str | None]) -> Targets:
    """One place, where all of the words lead to it."""
    first = found[0]
    return first if first is not None and set(found) == {first} else tuple(found)
