"""Decides which topics a text has and in which wording: the profile, then the draft, then its part on the variant."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import field

from treatykit.assemble.annexes import stray_annexes
from treatykit.assemble.befitting import standing_wording, unfit
from treatykit.assemble.draft import Draft, Layer
from treatykit.assemble.draft_schema import NOTHING, Addition
from treatykit.assemble.idle import idle_diagnostics, idle_entries, idle_error
from treatykit.assemble.plan import EVERYONE, Choice, LeftOut, Option, Plan
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import ContentError, Errors, Where
from treatykit.library.clause import Clause
from treatykit.library.index import Library
from treatykit.library.profile import Profile
from treatykit.library.schema import FrontMatter, Rule
from treatykit.records import dataclass


def plan(draft: Draft, variant: str, library: Library) -> Plan:
    """The topics of a draft in one of its variants.

    Raises:
        ContentError: The draft names what is not there, adds what the variant leaves out
            without saying why, or leaves nothing; the first error brings the others.
    """
    return _Planner(draft, variant, library).plan()


def usual_wording(facts: FrontMatter, variant: str) -> str:
    """The wording of a topic that a profile does not have: the first that fits the variant; failing that, the first."""
    fitting = (each.id for each in facts.alternatives if variant in each.variants)
    return next(fitting, facts.alternatives[0].id)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the weightiest layer that names a topic says of it."""

    entry: str
    options: tuple[Option, ...]
    where: Where


@dataclass(slots=True)
class _Planner:
    """Plans a text; where only some topics are `asked` for, no other one of the profile is looked up."""

    draft: Draft
    variant: str
    library: Library
    asked: frozenset[str] | None = None
    profile: Profile = field(init=False)
    wishes: dict[str, _Wish] = field(default_factory=dict)
    additions: dict[str, tuple[Addition, Where]] = field(default_factory=dict)
    omissions: dict[str, str] = field(default_factory=dict)
    unfit: dict[str, str] = field(default_factory=dict)
    stray: Set[str] = frozenset()
    gave_way: dict[str, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    errors: Errors = field(default_factory=Errors)

    def plan(self) -> Plan:
        order = self.topics()
        choices: list[Choice] = []
        for topic, default in order.items():
            with self.errors.noted():
                choices.append(self._choice(topic, default))
        self.errors.raise_any()
        choices = self._without_stray_annexes(choices)
        if not choices:
            raise ContentError("nothing is left of the text", where=self.draft.name, hint="take topics out of 'omit'")
        self._tell_idle(choices)
        return Plan(
            variant=self.variant,
            instrument=self.draft.file.type,
            choices=tuple(choices),
            left_out=self._left_out({choice.topic for choice in choices}),
            articles=self.profile.targets.articles,
            diagnostics=tuple(self.diagnostics),
        )

    def topics(self) -> dict[str, str]:
        """The topics in order with their wordings; what is wrong up to here is told before the words are looked at."""
        with self.errors.noted():
            self.profile = self._profile()
        for layer in self.draft.layers(self.variant):
            self._collect(layer)
        self.errors.raise_any()
        return self._order()

    def _tell_idle(self, choices: Sequence[Choice]) -> None:
        """Tell what is said of topics that the text has not; what no variant can follow is wrong."""
        left_out = self.omissions.keys() | self.stray
        found = idle_entries(self.draft, self.variant, choices, self.library.topics(), left_out)
        if not found:
            return
        elsewhere = self._held_elsewhere(frozenset(idle.topic for idle in found))
        structured = self.draft.file.structure is not None
        for idle in found:
            if idle.of_variant or idle.topic not in elsewhere:
                variant = self.variant if idle.topic in elsewhere else None
                self.errors.note(idle_error(idle, variant, structured=structured))
        self.errors.raise_any()
        is_default = self.variant == self.draft.file.variant
        self.diagnostics += idle_diagnostics(found, self.variant, is_default=is_default)

    def _held_elsewhere(self, topics: frozenset[str]) -> frozenset[str]:
        """Those of some topics that the draft has in any other variant; one that is wrong has none."""
        held: set[str] = set()
        for variant in self.library.variants():
            if variant != self.variant:
                with Errors().noted():
                    held.update(_Planner(self.draft, variant, self.library, asked=topics).topics())
        return frozenset(held & topics)

    def _profile(self) -> Profile:
        is_default = self.variant == self.draft.file.variant
        where = self.draft.facts.where(("variant",)) if is_default else Where(self.draft.name)
        return self.library.profile(self.variant, where=where)

    def _collect(self, layer: Layer) -> None:
        """Read what a layer says; it outweighs the layers before it."""
        choices = layer.choices
        for topic, alternative in choices.choose.items():
            wish = _Wish("choose", (Option(EVERYONE, alternative),), layer.where_value("choose", topic))
            with self.errors.noted():
                self._wish(topic, wish, layer.where("choose", topic))
        for topic, proposals in choices.bracket.items():
            where = layer.where("bracket", topic)
            with self.errors.noted():
                self._wish(topic, _Wish("bracket", _joined(proposals), where), where)
        for topic, reason in choices.omit.items():
            with self.errors.noted():
                self._known(topic, layer.where("omit", topic))
            self.omissions[topic] = reason
            self.wishes.pop(topic, None)
            self.additions.pop(topic, None)
        for topic, addition in choices.add.items():
            with self.errors.noted():
                self._known(topic, layer.where("add", topic))
            self.omissions.pop(topic, None)
            self.additions[topic] = (addition or Addition(), layer.where("add", topic))

    def _wish(self, topic: str, wish: _Wish, where: Where) -> None:
        self._known(topic, where)
        for option in wish.options:
            if option.alternative is not None:
                self._known_alternative(topic, option.alternative, wish.where)
        self.omissions.pop(topic, None)
        self.wishes[topic] = wish

    def _known(self, topic: str, where: Where) -> None:
        self.library.facts(topic, where=where)

    def _known_alternative(self, topic: str, alternative: str, where: Where) -> None:
        self.library.clause(topic).facts_on(alternative, where=where)

    def _order(self) -> dict[str, str]:
        """The topics in order, each with the alternative that stands when nobody chooses another."""
        if self.draft.file.structure is not None:
            return self._structure(self.draft.file.structure)
        order = self._befitting()
        for topic, (addition, where) in self.additions.items():
            with self.errors.noted():
                order = self._added(order, topic, addition, where)
        return order

    def _befitting(self) -> dict[str, str]:
        """The topics of the profile and their wordings, as far as such a text has them."""
        instrument = self.draft.file.type
        order: dict[str, str] = {}
        for topic, usual in ((each.topic, each.alternative) for each in self.profile.topics):
            if topic in self.omissions or (self.asked is not None and topic not in self.asked):
                continue
            facts = self.library.facts(topic)
            stands = standing_wording(facts, usual, self.variant, instrument)
            if stands is None and topic not in self.wishes and topic not in self.additions:
                self.unfit[topic] = f"no {instrument} has it: {_on_one_line(unfit(facts, instrument) or '')}"
                continue
            order[topic] = stands or usual
            if order[topic] != usual:
                self.gave_way[topic] = usual
        return order

    def _added(self, order: dict[str, str], topic: str, addition: Addition, where: Where) -> dict[str, str]:
        if topic in order:
            return order | ({topic: addition.alternative} if addition.alternative else {})
        default = addition.alternative or self._default(topic)
        excluded = self.profile.excluded(topic, default)
        if excluded and not addition.because:
            raise ContentError(
                f"the {self.variant} variant leaves out '{excluded.target}' on purpose: {_reason(excluded)}",
                where=where,
                hint="say why it is added all the same: 'because: …'",
            )
        if addition.alternative:
            self._known_alternative(topic, addition.alternative, where)
        return _inserted(order, topic, default, addition.after or self._predecessor(topic, order))

    def _structure(self, targets: Sequence[str]) -> dict[str, str]:
        order: dict[str, str] = {}
        for at, target in enumerate(targets):
            topic, _, alternative = target.partition("/")
            where = self.draft.facts.where(("structure", at))
            with self.errors.noted():
                self._known(topic, where)
                if topic in order:
                    raise ContentError(f"the topic '{topic}' stands twice in the structure", where=where)
                if alternative:
                    self._known_alternative(topic, alternative, where)
                order[topic] = alternative or self._default(topic)
        return order

    def _default(self, topic: str) -> str:
        return usual_wording(self.library.facts(topic), self.variant)

    def _predecessor(self, topic: str, order: Mapping[str, str]) -> str | None:
        """The topic of the text that comes last before this one in a profile that has it."""
        profiles = [self.library.profile(variant) for variant in self.library.variants()]
        longest = max(profiles, key=lambda profile: (profile.choice(topic) is not None, len(profile.topics)))
        ids = [choice.topic for choice in longest.topics]
        before = ids[: ids.index(topic)] if topic in ids else [each for each in ids if self._is_substance(each)]
        return next((each for each in reversed(before) if each in order), None)

    def _is_substance(self, topic: str) -> bool:
        facts = self.library.facts(topic)
        return facts.part != "final" and facts.kind in ("recital", "article")

    def _choice(self, topic: str, default: str) -> Choice:
        clause = self.library.clause(topic)
        stands = Choice(clause, (Option(EVERYONE, default),), Where(self.draft.name))
        wish = self.wishes.get(topic)
        if wish is None:
            if gave_way := self.gave_way.get(topic):
                self._note(
                    "wording-of-the-type",
                    f"'{topic}/{gave_way}' does not fit a {self.draft.file.type}; '{default}' stands",
                    self.draft.facts.where(("type",)),
                )
            return stands
        for option in wish.options:
            if option.alternative and not self._fits(clause, option.alternative):
                self._note(
                    "choice-not-followed",
                    f"'{topic}/{option.alternative}' does not fit the {self.variant} variant; '{default}' stands",
                    wish.where,
                )
                return stands
        return Choice(clause, wish.options, wish.where)

    def _without_stray_annexes(self, choices: list[Choice]) -> list[Choice]:
        """Leave out the annexes that only the profile asks for where the wording that they go with is not there."""
        if self.draft.file.structure is not None:
            return choices
        stray = stray_annexes(choices, self.draft.file.parties)
        self.stray = stray.keys() - self.wishes.keys() - self.additions.keys()
        for topic in self.stray:
            self.unfit[topic] = _on_one_line(stray[topic].because)
        for choice in (choice for choice in choices if choice.topic in self.stray):
            self._tell_stray(choice, stray[choice.topic].readers)
        return [choice for choice in choices if choice.topic not in self.stray]

    def _tell_stray(self, annex: Choice, readers: Sequence[str]) -> None:
        """Say why an annex is left out and, where some propose the wording that it goes with, how it comes in."""
        why, hint = "the wording that it goes with is not there", None
        if readers:
            proposed = ", ".join(f"{code}: {annex.options[0].alternative}" for code in readers)
            why = f"the wording that it goes with is that of {' and '.join(readers)} alone"
            hint = f"write 'bracket: {{{annex.topic}: {{{proposed}}}}}' to have it there"
        message = f"'{annex.topic}' is left out, since {why}: {self.unfit[annex.topic]}"
        self._note("annex-without-article", message, Where(self.draft.name), hint)

    def _fits(self, clause: Clause, alternative: str) -> bool:
        if self.draft.file.structure is not None or clause.topic in self.additions:
            return True
        is_meant_for_it = self.variant in clause.facts_on(alternative).variants
        return is_meant_for_it and self.profile.excluded(clause.topic, alternative) is None

    def _left_out(self, held: Collection[str]) -> tuple[LeftOut, ...]:
        excluded = {str(rule.target): _reason(rule) for rule in self.profile.exclude}
        silent = f"not part of the {self.variant} variant"
        return tuple(
            LeftOut(topic, self.omissions.get(topic) or self.unfit.get(topic) or excluded.get(topic) or silent)
            for topic in self.library.topics()
            if topic not in held
        )

    def _note(self, code: str, message: str, where: Where, hint: str | None = None) -> None:
        self.diagnostics.append(Diagnostic(severity=Severity.NOTE, code=code, message=message, where=where, hint=hint))


def _reason(rule: Rule) -> str:
    return _on_one_line(rule.because)


def _on_one_line(because: str) -> str:
    return " ".join(because.split()).rstrip(".")


def _joined(proposals: Mapping[str, str]) -> tuple[Option, ...]:
    """The options of a bracket: parties that propose the same stand together."""
    parties: dict[str, list[str]] = {}
    for code, alternative in proposals.items():
        parties.setdefault(alternative, []).append(code)
    return tuple(
        Option(tuple(codes), None if alternative == NOTHING else alternative) for alternative, codes in parties.items()
    )


def _inserted(order: Mapping[str, str], topic: str, alternative: str, after: str | None) -> dict[str, str]:
    items = list(order.items())
    at = next((at + 1 for at, (each, _) in enumerate(items) if each == after), 0 if after is None else len(items))
    return dict([*items[:at], (topic, alternative), *items[at:]])
