"""Composes the body of a text: opening, articles, closing, signatures, annexes, in the order of a treaty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, assert_never

from treatykit.assemble import opening
from treatykit.assemble.articles import Article, Proposal, articles, competing
from treatykit.assemble.closing import signatures, witnesses
from treatykit.assemble.conditions import printed
from treatykit.assemble.fill import Filler
from treatykit.assemble.paragraphs import Speaker, Voice
from treatykit.assemble.parts import FROM_ARTICLES, can_be_parted, in_parts
from treatykit.assemble.plan import Choice, LeftOut, Option, Plan
from treatykit.assemble.settings import Settings
from treatykit.errors import ContentError
from treatykit.library.schema import Kind
from treatykit.markup import syntax
from treatykit.markup.parser import LIBRARY_PARTIES
from treatykit.model.content import Block, Paragraph, Reference, Story
from treatykit.model.properties import Role
from treatykit.model.walk import map_story, story_paragraphs

_WITNESSES: Final = ("testimonium", "witnesses")
"""The alternative, and the parameter of the same name, that bring signatures of witnesses."""


@dataclass(slots=True)
class Composer:
    """Composes one text.

    Attributes:
        silent: Topics whose chosen wording says nothing.
    """

    plan: Plan
    settings: Settings
    filler: Filler
    annotated: bool
    silent: list[LeftOut] = field(default_factory=list)
    _aliases: dict[str, str] = field(default_factory=dict)

    def body(self) -> Story:
        """The body, its references still without words.

        Raises:
            ContentError: A reference leads to a passage that is not printed.
        """
        spoken = [(choice, tuple(self._blocks(choice))) for choice in self.plan.choices]
        wording = self.settings.wording
        body = (
            opening.title(self.settings.title),
            opening.subtitle(wording),
            opening.parties(wording),
            *_of_kind(spoken, "recital"),
            opening.enacting(wording),
            *self._articles([pair for pair in spoken if pair[0].clause.facts.kind in ("article", "final-clause")]),
            *_of_kind(spoken, "testimonium"),
            *self._signatures(),
            *_of_kind(spoken, "annex"),
        )
        self._check_references(spoken, body)
        return map_story(body, self._with_first_names)

    def _blocks(self, choice: Choice) -> Iterator[Block]:
        """What a topic says: one wording, or a bracket around several."""
        proposals = [Proposal(option.parties, self._spoken(choice, option)) for option in choice.options]
        if not any(proposal.articles for proposal in proposals):
            self._fall_silent(choice)
            return
        for proposal in proposals:
            self._aliases |= {each.alias: choice.topic for each in proposal.articles if each.alias}
        if choice.is_agreed:
            yield from chain.from_iterable(article.blocks for article in proposals[0].articles)
        else:
            yield from competing(proposals)

    def _spoken(self, choice: Choice, option: Option) -> tuple[Article, ...]:
        if option.alternative is None:
            return ()
        facts, wording = choice.clause.facts, choice.clause.wording(option.alternative)
        voice = Voice(
            topic=facts.id,
            plain=_plain_role(facts.kind),
            register=self.settings.wording.instrument.register,
            fill=self.filler,
            codes=self._codes(),
            annotated=self.annotated,
        )
        speaker = Speaker(voice, {note.name: note for note in wording.footnotes})
        blocks = printed(wording.blocks, lambda condition: self._holds(condition, facts.id))
        return articles(speaker, facts.title, blocks, _heading_role(facts.kind))

    def _holds(self, condition: syntax.Condition, topic: str) -> bool:
        match condition:
            case syntax.OptionCondition(option, negated):
                return self.filler.is_on(topic, option) != negated
            case syntax.TopicCondition(other, negated):
                return (other in self.plan.topics) != negated
            case _:
                assert_never(condition)

    def _codes(self) -> dict[str, str]:
        """The parties behind the codes of a clause: the library's A and B are the first two of the draft."""
        codes = tuple(self.filler.parties)
        return dict(zip(LIBRARY_PARTIES, codes, strict=False)) | {code: code for code in codes}

    def _fall_silent(self, choice: Choice) -> None:
        chosen = " and ".join(f"'{option.alternative}'" for option in choice.options if option.alternative)
        self.silent.append(LeftOut(choice.topic, f"the chosen wording, {chosen}, says nothing"))

    def _articles(self, spoken: list[tuple[Choice, tuple[Block, ...]]]) -> list[Block]:
        topics = [(choice.clause.facts.part, blocks) for choice, blocks in spoken if blocks]
        count = sum(_is(block, Role.ARTICLE) for _, blocks in topics for block in blocks)
        wanted = self.settings.parts if self.settings.parts is not None else count >= FROM_ARTICLES
        if wanted and can_be_parted([part for part, _ in topics]):
            return in_parts(topics)
        return [block for _, blocks in topics for block in blocks]

    def _signatures(self) -> Iterator[Block]:
        parties = tuple(self.settings.parties.values())
        yield signatures(self.settings.wording.party_names, parties)
        topic, name = _WITNESSES
        chosen = {choice.topic: choice for choice in self.plan.choices}.get(topic)
        names = self.filler.value(topic, name) if chosen and chosen.options[0].alternative == name else None
        if isinstance(names, tuple):
            yield from witnesses(names)

    def _check_references(self, spoken: Iterable[tuple[Choice, tuple[Block, ...]]], body: Story) -> None:
        there = {paragraph.key for paragraph in story_paragraphs(body)} | self._aliases.keys()
        for choice, blocks in spoken:
            for target in _targets(blocks):
                if target not in there:
                    topic, _, label = target.partition("#")
                    raise ContentError(
                        f"'{choice.topic}' refers to '{target}', which this text does not print",
                        where=choice.where,
                        hint=f"choose a wording of '{topic}' with '{label}', or another one of '{choice.topic}'",
                    )

    def _with_first_names(self, paragraph: Paragraph) -> Paragraph:
        """The paragraph, its references calling the first article of a topic by the topic's name."""
        inlines = tuple(
            Reference(self._aliases[inline.target], inline.text, inline.format)
            if isinstance(inline, Reference) and inline.target in self._aliases
            else inline
            for inline in paragraph.inlines
        )
        return Paragraph(inlines, paragraph.mark)


def _heading_role(kind: Kind) -> Role | None:
    match kind:
        case "article" | "final-clause":
            return Role.ARTICLE
        case "annex":
            return Role.ANNEX
        case "recital" | "testimonium":
            return None
        case _:
            assert_never(kind)


def _plain_role(kind: Kind) -> Role:
    match kind:
        case "recital":
            return Role.RECITAL
        case "testimonium":
            return Role.TESTIMONIUM
        case "article" | "final-clause" | "annex":
            return Role.BODY
        case _:
            assert_never(kind)


def _of_kind(spoken: Iterable[tuple[Choice, tuple[Block, ...]]], kind: Kind) -> Iterator[Block]:
    for choice, blocks in spoken:
        if choice.clause.facts.kind == kind:
            yield from blocks


def _targets(blocks: Story) -> Iterator[str]:
    for paragraph in story_paragraphs(blocks):
        for inline in paragraph.inlines:
            if isinstance(inline, Reference) and inline.target:
                yield inline.target


def _is(block: Block, role: Role) -> bool:
    return isinstance(block, Paragraph) and block.role is role
