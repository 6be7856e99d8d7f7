"""The values that a draft gives to what its clauses ask for, over the defaults of the clauses."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import field

from treatykit.assemble.draft import Draft, Layer
from treatykit.assemble.draft_schema import Entry
from treatykit.assemble.plan import Choice
from treatykit.errors import ContentError, Errors, Where
from treatykit.library.index import Library
from treatykit.library.params import ParamSpec, PartyParam, Value, default_value, parse_value
from treatykit.library.schema import FrontMatter
from treatykit.markup.nearest import did_you_mean, listed
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True)
class _Given:
    """What a draft says of a parameter; nothing, for a blank that is meant to stay."""

    entry: Entry
    where: Where


@dataclass(slots=True)
class Values:
    """What is known of parameters, roles and options.

    Attributes:
        left_open: The blanks that the draft wants to stay blank.
    """

    library: Library
    parties: Collection[str]
    given: dict[str, _Given]
    options: dict[str, bool]
    left_open: frozenset[str]
    _values: dict[str, Value | None] = field(default_factory=dict)

    def is_given(self, name: str) -> bool:
        """Whether a parameter, ``topic.name``, or a role has a value."""
        topic, dot, param = name.partition(".")
        return self.value(topic, param) is not None if dot else self.holder(topic) is not None

    def value(self, topic: str, param: str) -> Value | None:
        """The value of a parameter: the draft's, or else the clause's default; None for a blank."""
        name = f"{topic}.{param}"
        if name not in self._values:
            given, spec = self.given.get(name), self.spec(topic, param)
            self._values[name] = default_value(spec) if given is None else _parsed(given, spec)
        return self._values[name]

    def holder(self, role: str) -> str | None:
        """The code of the party that holds a role; None where the draft leaves it open."""
        given = self.given.get(role)
        if given is None or given.entry is None:
            return None
        if not isinstance(given.entry, str) or given.entry not in self.parties:
            otherwise = f"the parties are {listed(self.parties, last='and')}"
            hint = did_you_mean(str(given.entry), self.parties, otherwise=otherwise)
            raise ContentError(f"no party has the code '{given.entry}'", where=given.where, hint=hint)
        return given.entry

    def is_on(self, topic: str, option: str) -> bool:
        """Whether an option of a topic is chosen."""
        chosen = self.options.get(f"{topic}.{option}")
        return self.library.facts(topic).options[option].default if chosen is None else chosen

    def spec(self, topic: str, param: str) -> ParamSpec:
        """What a clause says of one of its parameters."""
        return self.library.facts(topic).params[param]


def read_values(draft: Draft, variant: str, library: Library, chosen: Sequence[Choice] = ()) -> Values:
    """The values that a draft gives in one of its variants.

    Args:
        chosen: The topics of that variant, where they are known.

    Raises:
        ContentError: The draft gives a value to what no clause asks for, or of the wrong kind; the
            first error brings the others.
    """
    errors = Errors()
    given: dict[str, _Given] = {}
    options: dict[str, bool] = {}
    layers = draft.layers(variant)
    for layer in layers:
        for name, entry in layer.choices.params.items():
            with errors.noted():
                _check_param(name, layer, chosen, library)
                given[name] = _Given(entry, layer.where_value("params", name))
        for name, is_on in layer.choices.options.items():
            with errors.noted():
                _check_option(name, layer, library)
                options[name] = is_on
    left_open = {name for name, value in given.items() if value.entry is None} | _open_words(layers)
    values = Values(library, tuple(draft.file.parties), given, options, frozenset(left_open))
    for name in given:
        with errors.noted():
            values.is_given(name)
    errors.raise_any()
    return values


def _parsed(given: _Given, spec: ParamSpec) -> Value | None:
    return None if given.entry is None else parse_value(spec, given.entry, where=given.where)


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


def _check_param(name: str, layer: Layer, chosen: Sequence[Choice], library: Library) -> None:
    topic_id, dot, param = name.partition(".")
    where = layer.where("params", name)
    if not dot:
        _check_role(name, where, chosen, library)
        return
    topic = library.facts(topic_id, where=where)
    if param not in topic.params or isinstance(topic.params[param], PartyParam):
        known = [each for each, spec in topic.params.items() if not isinstance(spec, PartyParam)]
        raise ContentError(f"'{topic_id}' has no parameter '{param}'", where=where, hint=_hint(topic_id, param, known))


def _check_role(name: str, where: Where, chosen: Sequence[Choice], library: Library) -> None:
    """A role is one that a clause declares: of this text or, since a draft makes other variants too, of the library."""
    if any(name in _roles(choice.clause.facts) for choice in chosen):
        return
    known = {role for facts in library.listing(Errors()) for role in _roles(facts)}
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
