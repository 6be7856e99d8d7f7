"""References from one instrument of a package to another: their words are made from the numbers of that instrument.

While a text is composed such a reference has a target of its own kind, ``treaty:recognition#border``, which no
paragraph of the text has. In the finished text it is plain words, ``Article 3, paragraph 2, of the Treaty``: no word
processor could follow it into another file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from treatykit.assemble.english import capitalised
from treatykit.assemble.whole_topics import ends_of
from treatykit.errors import ContentError, Errors, Where
from treatykit.model.citations import citation, opening_reference, target_indexes
from treatykit.model.content import Inline, Paragraph, Reference, Story, Text
from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.model.outline import outline
from treatykit.model.properties import Role
from treatykit.model.walk import map_document, story_paragraphs
from treatykit.records import dataclass

if TYPE_CHECKING:
    from treatykit.assemble.plan import Spoken

PARENT: Final = "parent"
"""What clauses call the instrument that theirs belongs to, whatever its name in the package."""


@dataclass(frozen=True, slots=True)
class OuterTarget:
    """What a reference goes to in another instrument; without a topic, the instrument itself."""

    instrument: str
    topic: str = ""
    label: str = ""

    @property
    def key(self) -> str:
        """The key of the paragraph in that instrument."""
        return f"{self.topic}#{self.label}" if self.label else self.topic


def outer_target(instrument: str, topic: str | None, label: str | None) -> str:
    """The target of a reference to another instrument."""
    return f"{instrument}:{OuterTarget(instrument, topic or '', label or '').key}"


def read_outer(target: str | None) -> OuterTarget | None:
    """The target, if it is in another instrument."""
    instrument, colon, key = (target or "").partition(":")
    topic, _, label = key.partition("#")
    return OuterTarget(instrument, topic, label) if colon else None


@dataclass(frozen=True, slots=True)
class Siblings:
    """The other instruments of a package, as one of them sees them.

    Attributes:
        cite: What is printed for a target in another one, which is written at a place; None where that has no
            such number.
        in_parent: What clauses may require and the parent instrument has: its topics, and its wordings,
            ``topic/alternative``.
    """

    cite: Callable[[OuterTarget, Where], str | None]
    in_parent: Callable[[], frozenset[str]]


def numbers_only(_: OuterTarget, __: Where) -> str:
    """Words for all targets, where a text is made for its numbers alone; no number depends on them."""
    return "…"


def cited(target: OuterTarget, called: str, document: Document, aliases: Mapping[str, str]) -> str | None:
    """How a place in another instrument is cited, ``Article 7, paragraph 2, of the Treaty``.

    Args:
        called: What the instrument is called, ``the Treaty``.
        document: The instrument.
        aliases: Second names of its paragraphs, by which clauses may refer to them.

    Returns:
        The words; None where the instrument has no such number.
    """
    if not target.topic:
        return called
    there, view = target_indexes(document.body), outline(document.body)
    key = aliases.get(target.key, target.key)
    first, between, last = (None if target.label else ends_of(_articles(document.body, key))) or (key, "", "")
    if first not in there:
        return None

    def number(named: str) -> str:
        return "".join(part.words + part.number for part in citation(view, there[named])) if named else ""

    words = f"{number(first)}{between}{number(last)}"
    if "," in words:
        return f"{words}, of {called}"
    annex = document.body[there[first]]
    belongs = "to" if isinstance(annex, Paragraph) and annex.role is Role.ANNEX else "of"
    return f"{words} {belongs} {called}" if words else None


def _articles(body: Story, topic: str) -> Story:
    """The headings of a topic's articles, which have its name or names within it."""
    return tuple(
        block for block in body if isinstance(block, Paragraph) and block.key and block.key.partition("#")[0] == topic
    )


def settled(document: Document, spoken: Sequence[Spoken], siblings: Siblings | None) -> Document:
    """The document with words for its references to other instruments.

    Args:
        spoken: The topics that it says, for errors.
        siblings: The other instruments; None where there is no package.

    Raises:
        ContentError: A reference goes to what is not there; the first error brings the others.
    """
    words: dict[str, str] = {}
    errors = Errors()
    for topic in spoken:
        for target in _outer(topic.blocks):
            with errors.noted():
                words[target] = _words(target, topic, siblings)
    errors.raise_any()
    if not words:
        return document

    def said(paragraph: Paragraph) -> Paragraph:
        first = opening_reference(paragraph)

        def each(inline: Inline) -> Inline:
            if not isinstance(inline, Reference) or inline.target not in words:
                return inline
            found = words[inline.target]
            return Text(capitalised(found) if inline is first else found, inline.format)

        return Paragraph(tuple(each(inline) for inline in paragraph.inlines), paragraph.mark)

    return normalise(map_document(document, said))


def _outer(blocks: Story) -> Iterator[str]:
    for paragraph in story_paragraphs(blocks):
        for inline in paragraph.inlines:
            if isinstance(inline, Reference) and inline.target and read_outer(inline.target):
                yield inline.target


def _words(written: str, topic: Spoken, siblings: Siblings | None) -> str:
    target, where = read_outer(written), topic.choice.where
    assert target is not None  # noqa: S101 - said for the type checker
    if siblings is None:
        raise ContentError(
            f"'{topic.topic}' refers to another instrument, '{target.instrument}', and this draft is made alone",
            where=where,
            hint="name the draft in a package, and build that",
        )
    words = siblings.cite(target, where)
    if words is None:
        raise ContentError(
            f"'{topic.topic}' refers to '{target.key}' of the instrument '{target.instrument}', which does not have it",
            where=where,
            hint=f"take it into that instrument, or another wording of '{topic.topic}'",
        )
    return words
