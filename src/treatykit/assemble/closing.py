"""The end of a text: the signatures, side by side in the order of the parties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from treatykit.assemble.draft_schema import Party, Signatory
from treatykit.model.content import Block, Cell, Mark, Paragraph, Row, Table, TableRole, Text
from treatykit.model.properties import Properties, Role

COLUMNS: Final = 3
"""The most signatures that stand side by side."""


def signatures(names: Sequence[str], parties: Sequence[Party]) -> Table:
    """A place to sign for each party.

    Args:
        names: For whom each signs, ``the Republic of Karvela``.
        parties: In the same order.
    """
    return _table([_place(f"For {name}", party.signatory) for name, party in zip(names, parties, strict=True)])


def witnesses(names: Sequence[str]) -> tuple[Block, ...]:
    """A place to sign for each witness; a witness is no party."""
    return (_line("Witnessed by:"), _table([_place(name, None) for name in names]))


def _table(places: Sequence[Iterator[Paragraph]]) -> Table:
    cells = [Cell(tuple(place)) for place in places]
    width = min(len(cells), COLUMNS)
    rows = [cells[start : start + width] for start in range(0, len(cells), width)]
    filled = [[*row, *[_empty()] * (width - len(row))] for row in rows]
    return Table(tuple(Row(tuple(row)) for row in filled), role=TableRole.SIGNATURES)


def _place(heading: str, signatory: Signatory | None) -> Iterator[Paragraph]:
    yield _line(heading)
    yield _line("")
    if signatory:
        yield _line(signatory.name)
        if signatory.title:
            yield _line(signatory.title)


def _empty() -> Cell:
    return Cell((_line(""),))


def _line(words: str) -> Paragraph:
    inlines: tuple[Text, ...] = (Text(words),) if words else ()
    return Paragraph(inlines, Mark(properties=Properties(role=Role.SIGNATURE)))
