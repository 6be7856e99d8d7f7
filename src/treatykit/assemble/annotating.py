"""Annotates a text: of each topic its commentary, the wording chosen, the others, and the sources.

An annotation speaks to those who learn from a text or have to choose. It is made from
the plan and the library when the text is composed already, and is no part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, assert_never

from treatykit.assemble.conditions import printed
from treatykit.assemble.english import joined
from treatykit.assemble.fill import Filler
from treatykit.assemble.paragraphs import Speaker, Voice
from treatykit.assemble.plan import EVERYONE, Choice, Option, Plan
from treatykit.assemble.readings import read_by_any
from treatykit.assemble.register import Designation
from treatykit.assemble.retelling import BOLD, ITALIC, Retelling, heading, paragraph, point
from treatykit.assemble.settings import Settings
from treatykit.assemble.specimen import subject_of
from treatykit.assemble.typography import printers_quotes
from treatykit.assemble.values import Values
from treatykit.library.index import Library
from treatykit.library.rules import holds
from treatykit.library.schema import AlternativeFacts, Relation
from treatykit.markup import syntax
from treatykit.markup.walk import occurrences
from treatykit.model.content import Inline, Paragraph, Reference, Story, Text
from treatykit.model.divisions import Divisions
from treatykit.model.properties import Role
from treatykit.records import dataclass

_HEAD: Final = (
    "The annotations, in blocks set apart like this one, are no part of the text. Its words and numbers are those of "
    "the edition without them. Behind each article stands why it is there and what is at stake, which wording was "
    "chosen, with the argument for it and the objection to it, the other wordings of the library, and the sources."
)
_SCALES: Final = (
    ("Depth", "whether a wording enables later agreement, lays down principles, or regulates in full"),
    ("Precision", "how much room it leaves to interpretation: open, bounded or precise"),
    ("Strength", "how far it binds, from 1 to 5"),
)
_HEADED: Final = (Role.ARTICLE, Role.ANNEX)


@dataclass(frozen=True, slots=True)
class Annotator:
    """Annotates the text of one draft.

    Attributes:
        keys: What references of the text can go to.
    """

    plan: Plan
    settings: Settings
    values: Values
    library: Library
    keys: frozenset[str]

    def head(self) -> Story:
        """What is to be known of the annotations before the text begins."""
        scales = (point(Text(f"{name}:", BOLD), Text(f" {meaning}.")) for name, meaning in _SCALES)
        return (heading(1, Text("About this annotated edition")), paragraph(Text(_HEAD)), *scales)

    def remarks(self, choice: Choice, blocks: Story) -> Story:
        """The annotation to a topic.

        Args:
            blocks: What the topic says in the text; nothing, where the chosen wording is silent.
        """
        return (
            heading(1, *self._title(choice, blocks)),
            paragraph(Text(_flat(choice.clause.facts.summary), ITALIC)),
            *self._commentary(choice),
            *(each for option in choice.options for each in self._option(choice, option)),
            *self._unheard(choice),
            *self._others(choice),
            *self._notes(choice),
            *_sources(choice),
        )

    def _title(self, choice: Choice, blocks: Story) -> Iterator[Inline]:
        """``Annotation to Article 5``, the number a reference; of what has no number, its subject."""
        title = choice.clause.facts.title
        if not blocks:
            yield Text(f"Not in the text: {title}")
            return
        headed = (block.key for block in blocks if isinstance(block, Paragraph) and block.role in _HEADED)
        keys = [key for key in dict.fromkeys(headed) if key in self.keys]
        if not keys:
            yield Text(f"Annotation: {title}")
            return
        for at, key in enumerate(keys):
            yield Text("Annotation to " if at == 0 else " and " if at == len(keys) - 1 else ", ")
            yield Reference(key, "")

    def _commentary(self, choice: Choice) -> Iterator[Paragraph]:
        if commentary := choice.clause.body.commentary:
            yield heading(2, Text("Commentary"))
            yield from self._retelling().blocks(self._speaker(choice).body(commentary.blocks))

    def _option(self, choice: Choice, option: Option) -> Iterator[Paragraph]:
        """A wording of the text: what is known of it, when one takes it, what speaks for it and against it."""
        names = " and ".join(self.settings.parties[code].short for code in option.parties)
        chosen = "Wording chosen" if option.parties == EVERYONE else f"Proposed by {names}"
        facts = choice.clause.facts.alternative(option.alternative) if option.alternative else None
        if facts is None:
            yield heading(2, Text(f"{chosen}: nothing"))
            return
        yield heading(2, Text(f"{chosen}: {printers_quotes(facts.label)}"))
        known = (
            f"Depth: {facts.depth}. Precision: {facts.precision}. Strength: {facts.strength} of 5. "
            f"Favours: {_favoured(facts)}."
        )
        yield paragraph(Text(f"{known} {self._why(choice, facts)}" if choice.is_agreed else known))
        for name, words in (("When", facts.when), ("For", facts.pro), ("Against", facts.against)):
            yield point(Text(f"{name}:", BOLD), Text(f" {_sentence(words)}"))

    def _unheard(self, choice: Choice) -> Iterator[Paragraph]:
        """Of whom the draft knows no position."""
        spoken = {code for option in choice.options for code in option.parties}
        others = [party.short for code, party in self.settings.parties.items() if code not in spoken]
        if others and not choice.is_agreed:
            yield heading(2, Text(f"No position known of {joined(others)}"))

    def _why(self, choice: Choice, facts: AlternativeFacts) -> str:
        """Who decided that this wording stands."""
        if choice.where.line is not None:
            return "The draft chooses it."
        usual = (
            self.library.profile(self.plan.variant).choice(choice.topic)
            if self.plan.variant in self.library.variants()
            else None
        )
        if usual is not None and usual.alternative == facts.id:
            return f"A {self.plan.variant} text has it unless a draft says otherwise."
        return "The draft adds the topic, and names no other wording."

    def _others(self, choice: Choice) -> Iterator[Paragraph]:
        taken = {option.alternative for option in choice.options}
        others = [facts for facts in choice.clause.facts.alternatives if facts.id not in taken]
        if others:
            yield heading(2, Text("Other wordings"))
        for facts in others:
            known = f"{facts.depth}, {facts.precision}, strength {facts.strength} of 5; favours {_favoured(facts)}"
            yield point(Text(printers_quotes(facts.label), BOLD), Text(f" ({known}). {_sentence(facts.when)}"))

    def _notes(self, choice: Choice) -> Iterator[Paragraph]:
        """The drafting notes of the wordings of the text."""
        found = [note for option in choice.options for note in self._drafting_notes(choice, option)]
        if found:
            yield heading(2, Text("Drafting notes"))
        speaker, retelling = self._speaker(choice), self._retelling()
        for note in dict.fromkeys(found):
            yield paragraph(*retelling.inlines(speaker.inlines(note.inlines)))

    def _drafting_notes(self, choice: Choice, option: Option) -> Iterator[syntax.DraftingNote]:
        if option.alternative is None:
            return
        selection = read_by_any(self.plan, self.values, option.parties)
        blocks = choice.clause.wording(option.alternative).blocks
        kept = printed(blocks, lambda condition: holds(condition, choice.topic, selection))
        for occurrence in occurrences(syntax.Alternative(option.alternative, kept)):
            if isinstance(occurrence.node, syntax.DraftingNote):
                yield occurrence.node

    def _speaker(self, choice: Choice) -> Speaker:
        """Speaks the words about a topic; they are nobody's undertakings, and so in no register of their own."""
        voice = Voice(
            topic=choice.topic,
            plain=Role.BODY,
            register=syntax.Register.TREATY,
            designation=Designation.PARTIES,
            divisions=Divisions.ARTICLES,
            fill=Filler(self.values, self.settings.wording, self.settings.parties),
            codes={known: code for code, known in self.settings.codes.items()},
            annotated=True,
        )
        return Speaker(voice, {})

    def _retelling(self) -> Retelling:
        return Retelling(self.keys, lambda topic: f"the {subject_of(self.library, topic)}")


def _sources(choice: Choice) -> Iterator[Paragraph]:
    sources = choice.clause.facts.sources
    if sources:
        yield heading(2, Text("Sources"))
    for source in sources:
        yield point(Text(f"{_related(source.relation)}:", ITALIC), Text(f" {_sentence(source.weighed)}"))


def _related(relation: Relation) -> str:
    """What the wordings have to do with a source, before its name."""
    match relation:
        case "quoted":
            return "Quoted"
        case "adapted":
            return "Adapted"
        case "inspired":
            return "Inspired by"
        case "contrast":
            return "In contrast"
        case _:
            assert_never(relation)


def _favoured(facts: AlternativeFacts) -> str:
    return "neither side" if facts.favours == "neither" else printers_quotes(facts.favours)


def _sentence(words: str) -> str:
    """The words on one line, with printers' quotation marks and an end."""
    flat = _flat(words)
    return flat if flat.endswith((".", "?", "!", "…")) else f"{flat}."


def _flat(words: str) -> str:
    return printers_quotes(" ".join(words.split()))
