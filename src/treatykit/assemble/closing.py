"""The end of a text: the signatures, side by side in the order of the parties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from treatykit.assemble.draft_schema import Party, Signatory
from treatykit.model.content import Block, Cell, Mark, Paragraph, Row, Table, Text
from treatykit.model.properties import Properties, Role, TableProperties, TableRole

COLUMNS: Final = 3
"""The most signatures that stand side by side."""


class _Place(NamedTuple):
    """Where somebody signs: whom it is for, and the line to sign on with a name below it."""

    heading: Cell
    line: Cell


def signatures(names: Sequence[str], parties: Sequence[Party]) -> Table:
    """A place to sign for each party.

    Args:
        names: For whom each signs, ``the Republic of Karvela``.
        parties: In the same order.
    """
    return _table([_place(f"For {name}", party.signatory) for name, party in zip(names, parties, strict=True)])


def signature(names: Sequence[str]) -> Table:
    """A place for one to sign, on the right, where a letter has it.

    Args:
        names: What stands below the line, the name first.
    """
    nothing = Cell((Paragraph(),))
    line = Cell((_line(""), *map(_line, names)))
    return Table((Row((nothing, line)),), properties=TableProperties(role=TableRole.SIGNATURES))


def witnesses(names: Sequence[str]) -> tuple[Block, ...]:
    """A place to sign for each witness; a witness is no party."""
    return (_line("Witnessed by:"), _table([_place(name, None) for name in names]))


def _table(places: Sequence[_Place]) -> Table:
    """Two rows for the places that stand side by side, so that the lines to sign on are level under long names."""
    width = min(len(places), COLUMNS)
    rows = []
    for start in range(0, len(places), width):
        beside = places[start : start + width]
        rest = (Cell((Paragraph(),)),) * (width - len(beside))
        rows += [
            Row((*(place.heading for place in beside), *rest)),
            Row((*(place.line for place in beside), *rest)),
        ]
    return Table(tuple(rows), properties=TableProperties(role=TableRole.SIGNATURES))


def _place(heading: str, signatory: Signatory | None) -> _Place:
    names = [signatory.name, signatory.title] if signatory else []
    return _Place(Cell((_line(heading),)), Cell((_line(""), *(_line(name) for name in names if name))))


def _line(words: str) -> Paragraph:
    inlines: tuple[Text, ...] = (Text(words),) if words else ()
    return Paragraph(inlines, Mark(properties=Properties(role=Role.SIGNATURE)))
