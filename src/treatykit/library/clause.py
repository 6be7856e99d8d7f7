"""A clause: the facts on a topic together with its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from treatykit.errors import ContentError, Where
from treatykit.library.schema import AlternativeFacts, FrontMatter
from treatykit.library.wordings import Wordings
from treatykit.markup.nearest import did_you_mean, listed
from treatykit.markup.syntax import Alternative, Article, Body, Item, Paragraph, Reference, Section
from treatykit.markup.walk import Occurrence, occurrences
from treatykit.markup.yaml_document import YamlDocument
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True)
class Clause:
    """One topic of the library.

    Attributes:
        facts: Its front matter.
        words: Its wordings and commentary, which are read when they are first asked for.
        document: The front matter as written, which knows the places of the facts.
    """

    facts: FrontMatter
    words: Wordings
    document: YamlDocument = field(compare=False, repr=False)

    @property
    def topic(self) -> str:
        return self.facts.id

    @property
    def body(self) -> Body:
        """All its wordings and the commentary."""
        return self.words.body

    def wording(self, alternative: str, *, where: Where | None = None) -> Alternative:
        """The words of an alternative.

        Args:
            alternative: Its id.
            where: The place that asks for it, for errors.

        Raises:
            ContentError: The topic has no such alternative.
        """
        if found := self.words.alternative(alternative):
            return found
        known = [each.id for each in self.facts.alternatives]
        hint = did_you_mean(alternative, known, otherwise=f"there are {listed(known, last='and')}")
        raise ContentError(f"no alternative '{alternative}' in '{self.topic}'", where=where, hint=hint)

    def facts_on(self, alternative: str, *, where: Where | None = None) -> AlternativeFacts:
        """The facts on an alternative; raises as `wording` does."""
        self.wording(alternative, where=where)
        found = self.facts.alternative(alternative)
        assert found  # noqa: S101 - a loaded clause has facts on every wording
        return found


def labels(wording: Alternative) -> Mapping[str, Occurrence]:
    """The labelled passages of a wording, by label."""
    return labelled(occurrences(wording))


def labelled(walked: Iterable[Occurrence]) -> Mapping[str, Occurrence]:
    """The labelled passages among the nodes of a wording, by label."""
    found = {}
    for occurrence in walked:
        match occurrence.node:
            case (
                Article(label=str(label))
                | Section(label=str(label))
                | Item(label=str(label))
                | Paragraph(label=str(label))
            ):
                found[label] = occurrence
            case _:
                pass
    return found


def references(wording: Alternative, topic: str) -> Iterator[tuple[Reference, Occurrence]]:
    """The references in the treaty text of a wording; those to its own topic have the topic's name filled in."""
    return referring(occurrences(wording), topic)


def referring(walked: Iterable[Occurrence], topic: str) -> Iterator[tuple[Reference, Occurrence]]:
    """The references among the nodes of a wording to its own instrument, as `references` gives them."""
    for occurrence in walked:
        if isinstance(node := occurrence.node, Reference) and not occurrence.in_note and node.instrument is None:
            yield Reference(node.topic or topic, node.label, where=node.where), occurrence
