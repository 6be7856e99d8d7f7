"""Fills the slots of the clauses with the draft's values, its roles and its words; what is not known stays a blank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, assert_never

from treatykit.assemble.draft import Draft, Layer
from treatykit.assemble.draft_schema import Entry, Party
from treatykit.assemble.filters import FilterError, write_out
from treatykit.assemble.plan import Plan
from treatykit.assemble.wording import OPEN_WORDS, Wording
from treatykit.errors import ContentError, Where
from treatykit.library.index import Library
from treatykit.library.params import DurationParam, ParamSpec, PartyParam, Value, default_value, parse_value
from treatykit.library.schema import FrontMatter
from treatykit.markup import syntax
from treatykit.markup.nearest import did_you_mean
from treatykit.markup.slots import DraftWord, Filter, ParamName, RoleForm, RoleName, print_expression
from treatykit.model.content import Slot, Text

ADJECTIVE_MISSING: Final = "Which adjective belongs to the name of {full}?"


@dataclass(frozen=True, slots=True)
class _Given:
    """What a draft says of a parameter."""

    entry: Entry
    where: Where


@dataclass(slots=True)
class Filler:
    """Knows every value that a draft gives, and the defaults of the clauses.

    Attributes:
        left_open: The blanks that the draft wants to stay blank.
    """

    library: Library
    wording: Wording
    parties: Mapping[str, Party]
    given: dict[str, _Given]
    options: dict[str, bool]
    left_open: frozenset[str]
    _values: dict[str, Value | None] = field(default_factory=dict)

    def __call__(self, slot: syntax.Slot) -> tuple[Text | Slot, ...]:
        """What stands in a slot: words, or a blank."""
        try:
            return self._filled(slot)
        except FilterError as error:
            expression = print_expression(slot.subject, slot.filters)
            raise ContentError(f"{error} in '{{{{ {expression} }}}}'", where=slot.where) from None

    def is_given(self, name: str) -> bool:
        """Whether a parameter or role has a value."""
        topic, dot, param = name.partition(".")
        return self._role(topic) is not None if not dot else self.value(topic, param) is not None

    def value(self, topic: str, param: str) -> Value | None:
        """The value of a parameter: the draft's, or else the clause's default; None for a blank."""
        name = f"{topic}.{param}"
        if name not in self._values:
            self._values[name] = self._read(topic, param)
        return self._values[name]

    def is_on(self, topic: str, option: str) -> bool:
        """Whether an option of a topic is chosen."""
        name = f"{topic}.{option}"
        if name in self.options:
            return self.options[name]
        spec = self.library.facts(topic).options.get(option)
        return bool(spec and spec.default)

    def _filled(self, slot: syntax.Slot) -> tuple[Text | Slot, ...]:
        match slot.subject:
            case DraftWord() as word:
                return self._word(word, slot.filters)
            case RoleName(role, form):
                return self._role_name(role, form, slot.filters)
            case ParamName(topic, name):
                value = self.value(topic, name)
                if value is not None:
                    return (Text(write_out(value, slot.filters)),)
                return tuple(self._blank(topic, name))
            case _:
                assert_never(slot.subject)

    def _word(self, word: DraftWord, filters: tuple[Filter, ...]) -> tuple[Text | Slot, ...]:
        written = self.wording.word(word)
        if written is None:
            name, prompt = OPEN_WORDS[word]
            return (Slot(name, prompt=prompt),)
        # a day or a list of languages is written out already
        return (Text(write_out(written, tuple(each for each in filters if each in (Filter.CAP, Filter.UPPER)))),)

    def _role_name(self, role: str, form: RoleForm, filters: tuple[Filter, ...]) -> tuple[Text | Slot, ...]:
        code = self._role(role)
        if code is None:
            return (Slot(role, prompt=self._role_prompt(role)),)
        party = self.parties[code]
        match form:
            case RoleForm.SHORT:
                name = party.short
            case RoleForm.FULL:
                name = party.full
            case RoleForm.ADJECTIVE if not party.adjective:
                return (Slot(f"parties.{code}.adjective", prompt=ADJECTIVE_MISSING.format(full=party.full)),)
            case RoleForm.ADJECTIVE:
                name = party.adjective
            case _:
                assert_never(form)
        return (Text(write_out(name, filters)),)

    def _blank(self, topic: str, name: str) -> Iterator[Text | Slot]:
        """A blank; of a length of time, the unit is known all the same."""
        spec = self._spec(topic, name)
        yield Slot(f"{topic}.{name}", prompt=spec.prompt)
        if isinstance(spec, DurationParam):
            yield Text(f" {spec.unit}")

    def _role(self, role: str) -> str | None:
        given = self.given.get(role)
        if given is None or given.entry is None:
            return None
        if not isinstance(given.entry, str) or given.entry not in self.parties:
            hint = did_you_mean(str(given.entry), self.parties, otherwise=f"the parties are {', '.join(self.parties)}")
            raise ContentError(f"no party has the code '{given.entry}'", where=given.where, hint=hint)
        return given.entry

    def _role_prompt(self, role: str) -> str:
        return f"Which party is the {role.replace('_', ' ')}?"

    def _read(self, topic: str, name: str) -> Value | None:
        spec = self._spec(topic, name)
        given = self.given.get(f"{topic}.{name}")
        if given is not None:
            return None if given.entry is None else parse_value(spec, given.entry, where=given.where)
        return default_value(spec)

    def _spec(self, topic: str, name: str) -> ParamSpec:
        return self.library.facts(topic).params[name]


def filler(draft: Draft, chosen: Plan, wording: Wording, library: Library) -> Filler:
    """What fills the slots of a draft in one of its variants.

    Args:
        chosen: The topics of that variant.

    Raises:
        ContentError: The draft gives a value to what no clause asks for, or of the wrong kind.
    """
    given: dict[str, _Given] = {}
    options: dict[str, bool] = {}
    layers = draft.layers(chosen.variant)
    for layer in layers:
        for name, entry in layer.choices.params.items():
            _check_param(name, layer, chosen, library)
            given[name] = _Given(entry, layer.where_value("params", name))
        for name, is_on in layer.choices.options.items():
            _check_option(name, layer, library)
            options[name] = is_on
    left_open = {name for name, value in given.items() if value.entry is None} | _open_words(layers)
    found = Filler(library, wording, draft.file.parties, given, options, frozenset(left_open))
    for name in given:
        found.is_given(name)
    return found


def _open_words(layers: Sequence[Layer]) -> set[str]:
    """The words under `done` and `languages` that the weightiest layer expressly leaves open."""
    return {
        f"{entry}.{word}"
        for layer in layers
        for entry, said in (("done", layer.choices.done), ("languages", layer.choices.languages))
        if said
        for word in said.model_fields_set
        if getattr(said, word) is None
    }


def _check_param(name: str, layer: Layer, chosen: Plan, library: Library) -> None:
    topic_id, dot, param = name.partition(".")
    where = layer.where("params", name)
    if not dot:
        _check_role(name, where, chosen, library)
        return
    topic = library.facts(topic_id, where=where)
    if param not in topic.params or isinstance(topic.params[param], PartyParam):
        known = [each for each, spec in topic.params.items() if not isinstance(spec, PartyParam)]
        raise ContentError(f"'{topic_id}' has no parameter '{param}'", where=where, hint=_hint(topic_id, param, known))


def _check_role(name: str, where: Where, chosen: Plan, library: Library) -> None:
    """A role is one that a clause declares: of this text or, since a draft makes other variants too, of the library."""
    if any(name in _roles(choice.clause.facts) for choice in chosen.choices):
        return
    known = {role for facts in library.listing() for role in _roles(facts)}
    if name not in known:
        hint = did_you_mean(name, known, otherwise="a parameter is written 'topic.parameter'")
        raise ContentError(f"no clause speaks of a role '{name}'", where=where, hint=hint)


def _roles(facts: FrontMatter) -> set[str]:
    return {name for name, spec in facts.params.items() if isinstance(spec, PartyParam)}


def _check_option(name: str, layer: Layer, library: Library) -> None:
    topic_id, _, option = name.partition(".")
    where = layer.where("options", name)
    topic = library.facts(topic_id, where=where)
    if option not in topic.options:
        hint = _hint(topic_id, option, list(topic.options))
        raise ContentError(f"'{topic_id}' has no option '{option}'", where=where, hint=hint)


def _hint(topic: str, name: str, known: list[str]) -> str:
    return did_you_mean(name, known) or (f"it has {', '.join(known)}" if known else f"'{topic}' asks for nothing")
