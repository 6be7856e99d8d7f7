"""Composes the body of a text: opening, articles, closing, signatures, annexes, in the order of a treaty.

The text is composed first, and may then be laid out once more with annotations between its topics.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cache, partial
from itertools import chain
from typing import Final, assert_never

from treatykit.assemble import opening
from treatykit.assemble.articles import Article, Proposal, articles, competing
from treatykit.assemble.closing import signatures, witnesses
from treatykit.assemble.conditions import printed
from treatykit.assemble.draft_schema import Letter
from treatykit.assemble.fill import Filler
from treatykit.assemble.letters import Correspondence, proposed
from treatykit.assemble.paragraphs import Speaker, Voice
from treatykit.assemble.parts import FROM_ARTICLES, can_be_parted, in_parts
from treatykit.assemble.plan import Choice, LeftOut, Option, Plan, Spoken
from treatykit.assemble.readings import read_by_any
from treatykit.assemble.settings import Settings
from treatykit.assemble.telling_apart import told_apart
from treatykit.assemble.values import Values
from treatykit.assemble.whole_topics import Ends, citing_whole_topics, shared_ends
from treatykit.errors import ContentError
from treatykit.library.rules import Selection, holds
from treatykit.library.schema import Kind
from treatykit.model.content import Block, Paragraph, Reference, Story
from treatykit.model.properties import Role
from treatykit.model.walk import map_story
from treatykit.records import dataclass

_WITNESSES: Final = ("testimonium", "witnesses")
"""The alternative, and the parameter of the same name, that bring signatures of witnesses."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic on its way into the body.

    Attributes:
        blocks: What it says; nothing, where the chosen wording is silent.
        remarks: The annotation that follows.
    """

    choice: Choice
    blocks: Story
    remarks: Story = ()


@dataclass(slots=True)
class Composer:
    """Composes one text.

    Attributes:
        silent: Topics whose chosen wording says nothing.
        spoken: The others, once the body is composed, in the order of the plan.
        aliases: Second names of paragraphs, by which references may call them.
    """

    plan: Plan
    settings: Settings
    values: Values
    silent: list[LeftOut] = field(default_factory=list)
    spoken: tuple[Spoken, ...] = ()
    aliases: dict[str, str] = field(default_factory=dict)
    _topics: tuple[Topic, ...] = ()
    _reading: Callable[[tuple[str, ...]], Selection] = field(init=False)

    def __post_init__(self) -> None:
        self._reading = cache(partial(read_by_any, self.plan, self.values))

    def body(self) -> Story:
        """The body, its references still without words."""
        wordings = told_apart([tuple(self._proposals(choice)) for choice in self.plan.choices])
        topics = tuple(
            Topic(choice, tuple(self._blocks(choice, proposals)))
            for choice, proposals in zip(self.plan.choices, wordings, strict=True)
        )
        ends = {
            choice.topic: shared_ends([proposal.blocks for proposal in proposals])
            for choice, proposals in zip(self.plan.choices, wordings, strict=True)
        }
        self._topics = topics if self.settings.letter else tuple(_citing_each_other(topics, ends))
        self.spoken = tuple(Spoken(topic.choice, topic.blocks) for topic in self._topics if topic.blocks)
        return self._laid_out(self._topics)

    def annotated(self, head: Story, remarks: Callable[[Choice, Story], Story]) -> Story:
        """The same body again, once it is composed, with annotations.

        Args:
            head: What is to be known of them, behind the title.
            remarks: The annotation to a topic and what it says.
        """
        topics = (replace(topic, remarks=remarks(topic.choice, topic.blocks)) for topic in self._topics)
        return self._laid_out(tuple(topics), head)

    def _laid_out(self, topics: Sequence[Topic], head: Story = ()) -> Story:
        """The body; what is said of recitals stands behind the enacting words, of the testimonium behind signatures."""
        if self.settings.letter:
            return self._letter(self.settings.letter, topics, head)
        wording = self.settings.wording
        recitals, testimonium = _of_kind(topics, "recital"), _of_kind(topics, "testimonium")
        body = (
            opening.title(self.settings.title),
            opening.subtitle(wording),
            *head,
            opening.parties(wording),
            *_blocks(recitals),
            opening.enacting(wording),
            *_remarks(recitals),
            *self._articles(_of_kind(topics, "article", "final-clause")),
            *_blocks(testimonium),
            *self._signatures(),
            *_remarks(testimonium),
            *chain.from_iterable((*topic.blocks, *topic.remarks) for topic in _of_kind(topics, "annex")),
        )
        return map_story(body, self._with_first_names)

    def _letter(self, letter: Letter, topics: Sequence[Topic], head: Story) -> Story:
        """The body of a letter; what is said of its topics stands behind it."""
        for topic in topics:
            if topic.choice.clause.facts.kind not in ("article", "final-clause"):
                hint = "name what the letter proposes under 'structure'"
                said = f"a letter proposes articles, and '{topic.choice.topic}' is none"
                raise ContentError(said, where=topic.choice.where, hint=hint)
        settings, wording = self.settings, self.settings.wording
        proposal, names = proposed([(topic.choice.topic, topic.blocks) for topic in topics])
        self.aliases = {alias: names.get(topic, topic) for alias, topic in self.aliases.items()} | names
        parties = dict(settings.parties)
        writers = dict(zip(parties, wording.party_names, strict=True))
        body = (*head, *Correspondence(letter, wording, parties, writers).text(proposal), *_remarks(topics))
        return map_story(body, self._with_first_names)

    def _proposals(self, choice: Choice) -> Iterator[Proposal]:
        yield from (Proposal(option.parties, self._spoken(choice, option)) for option in choice.options)

    def _blocks(self, choice: Choice, proposals: Sequence[Proposal]) -> Iterator[Block]:
        """What a topic says: one wording, or a bracket around several."""
        if not any(proposal.articles for proposal in proposals):
            self._fall_silent(choice)
            return
        for proposal in proposals:
            self.aliases |= {each.alias: choice.topic for each in proposal.articles if each.alias}
        if choice.is_agreed:
            yield from chain.from_iterable(article.blocks for article in proposals[0].articles)
        else:
            yield from competing(proposals)

    def _spoken(self, choice: Choice, option: Option) -> tuple[Article, ...]:
        if option.alternative is None:
            return ()
        facts, wording = choice.clause.facts, choice.clause.wording(option.alternative)
        settings = self.settings
        said = settings.wording if facts.kind == "testimonium" else settings.agreed
        voice = Voice(
            topic=facts.id,
            plain=plain_role(facts.kind),
            register=said.register,
            designation=said.designation,
            divisions=said.divisions,
            fill=Filler(self.values, said, settings.parties),
            codes={known: code for code, known in settings.codes.items()},
        )
        speaker = Speaker(voice, {note.name: note for note in wording.footnotes})
        reading = self._reading(option.parties)
        blocks = printed(wording.blocks, lambda condition: holds(condition, facts.id, reading))
        return articles(speaker, facts.title, blocks, heading_role(facts.kind))

    def _fall_silent(self, choice: Choice) -> None:
        chosen = " and ".join(f"'{option.alternative}'" for option in choice.options if option.alternative)
        self.silent.append(LeftOut(choice.topic, f"the chosen wording, {chosen}, says nothing"))

    def _articles(self, topics: Sequence[Topic]) -> Sequence[Block]:
        spoken = [
            (topic.choice.clause.facts.part, (*topic.blocks, *topic.remarks)) for topic in _without_silence(topics)
        ]
        count = sum(_is(block, Role.ARTICLE) for _, blocks in spoken for block in blocks)
        wanted = self.settings.parts if self.settings.parts is not None else count >= FROM_ARTICLES
        if not spoken:
            return _remarks(topics)
        if wanted and can_be_parted([part for part, _ in spoken]):
            return in_parts(spoken)
        return [block for _, blocks in spoken for block in blocks]

    def _signatures(self) -> Iterator[Block]:
        parties = tuple(self.settings.parties.values())
        yield signatures(self.settings.wording.party_names, parties)
        topic, name = _WITNESSES
        chosen = {choice.topic: choice for choice in self.plan.choices}.get(topic)
        names = self.values.value(topic, name) if chosen and chosen.options[0].alternative == name else None
        if isinstance(names, tuple):
            yield from witnesses(names)

    def _with_first_names(self, paragraph: Paragraph) -> Paragraph:
        """The paragraph, its references calling the first article of a topic by the topic's name."""
        inlines = tuple(
            Reference(self.aliases[inline.target], inline.text, inline.format)
            if isinstance(inline, Reference) and inline.target in self.aliases
            else inline
            for inline in paragraph.inlines
        )
        return Paragraph(inlines, paragraph.mark)


def _citing_each_other(topics: Sequence[Topic], ends: Mapping[str, Ends | None]) -> Iterator[Topic]:
    """The topics, each citing all articles of another; where wordings compete, those that they share."""
    several = {topic: both for topic, both in ends.items() if both}
    for topic in topics:
        others = {each: ends for each, ends in several.items() if each != topic.choice.topic}
        yield replace(topic, blocks=citing_whole_topics(topic.blocks, others))


def heading_role(kind: Kind) -> Role | None:
    """The role of the headings that a topic of this kind has; None for one without any."""
    match kind:
        case "article" | "final-clause":
            return Role.ARTICLE
        case "annex":
            return Role.ANNEX
        case "recital" | "testimonium":
            return None
        case _:
            assert_never(kind)


def plain_role(kind: Kind) -> Role:
    """The role of its paragraphs without a number."""
    match kind:
        case "recital":
            return Role.RECITAL
        case "testimonium":
            return Role.TESTIMONIUM
        case "article" | "final-clause" | "annex":
            return Role.BODY
        case _:
            assert_never(kind)


def _of_kind(topics: Iterable[Topic], *kinds: Kind) -> tuple[Topic, ...]:
    return tuple(topic for topic in topics if topic.choice.clause.facts.kind in kinds)


def _blocks(topics: Iterable[Topic]) -> Story:
    return tuple(block for topic in topics for block in topic.blocks)


def _remarks(topics: Iterable[Topic]) -> Story:
    return tuple(block for topic in topics for block in topic.remarks)


def _without_silence(topics: Iterable[Topic]) -> Iterator[Topic]:
    """The topics that say something, each with the remarks on silent ones around it: no Part begins with those."""
    last: Topic | None = None
    waiting: Story = ()
    for topic in topics:
        if not topic.blocks:
            waiting += topic.remarks
            continue
        if last is not None:
            yield replace(last, remarks=(*last.remarks, *waiting))
            waiting = ()
        last = topic
    if last is not None:
        yield replace(last, remarks=(*last.remarks, *waiting))


def _is(block: Block, role: Role) -> bool:
    return isinstance(block, Paragraph) and block.role is role
