"""Fills the slots of the clauses; what is not known stays a blank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, assert_never

from treatykit.assemble.draft_schema import Party
from treatykit.assemble.filters import FilterError, write_out
from treatykit.assemble.values import Values
from treatykit.assemble.wording import OPEN_WORDS, Wording
from treatykit.errors import ContentError
from treatykit.library.params import DurationParam
from treatykit.markup import syntax
from treatykit.markup.slots import DraftWord, Filter, ParamName, RoleForm, RoleName, print_expression
from treatykit.model.content import Slot, Text
from treatykit.records import dataclass

_FOR_LETTERS: Final = (Filter.CAP, Filter.UPPER)
"""The filters that change letters only; the others say nothing of words that are written out already."""


@dataclass(frozen=True, slots=True)
class Filler:
    """Fills slots with the draft's values, the names of its parties, and the words that it decides as a whole."""

    values: Values
    wording: Wording
    parties: Mapping[str, Party]

    def __call__(self, slot: syntax.Slot) -> tuple[Text | Slot, ...]:
        """What stands in a slot: words, or a blank."""
        try:
            return self._filled(slot)
        except FilterError as error:
            expression = print_expression(slot.subject, slot.filters)
            raise ContentError(f"{error} in '{{{{ {expression} }}}}'", where=slot.where) from None

    def _filled(self, slot: syntax.Slot) -> tuple[Text | Slot, ...]:
        match slot.subject:
            case DraftWord() as word:
                return self._word(word, slot.filters)
            case RoleName(role, form):
                return self._role_name(role, form, slot.filters)
            case ParamName(topic, name):
                value = self.values.value(topic, name)
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
        return (Text(write_out(written, tuple(each for each in filters if each in _FOR_LETTERS))),)

    def _role_name(self, role: str, form: RoleForm, filters: tuple[Filter, ...]) -> tuple[Text | Slot, ...]:
        code = self.values.holder(role)
        if code is None:
            return (Slot(role, prompt=_role_prompt(role)),)
        party = self.parties[code]
        match form:
            case RoleForm.SHORT:
                name = party.short
            case RoleForm.FULL:
                name = party.full
            case RoleForm.ADJECTIVE if not party.adjective:
                return (
                    Slot(f"parties.{code}.adjective", prompt=f"Which adjective belongs to the name of {party.full}?"),
                )
            case RoleForm.ADJECTIVE:
                name = party.adjective
            case _:
                assert_never(form)
        return (Text(write_out(name, filters)),)

    def _blank(self, topic: str, name: str) -> Iterator[Text | Slot]:
        """A blank; of a length of time, the unit is known all the same."""
        spec = self.values.spec(topic, name)
        yield Slot(f"{topic}.{name}", prompt=spec.prompt)
        if isinstance(spec, DurationParam):
            yield Text(f" {spec.unit}")


def _role_prompt(role: str) -> str:
    return f"Which party is the {role.replace('_', ' ')}?"
