"""Tells the bracket of a party, ``[A: …]``, from a plain one, ``[Note: …]``, that names none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from treatykit.errors import ContentError, Where
from treatykit.markup.nearest import listed, nearest

CODES: Final = r"[A-Z][A-Z0-9]*(?: *, *[A-Z][A-Z0-9]*)*"
"""A comma list of what may be party codes."""


def parse_attribution(codes: str, declared: Sequence[str], where: Where) -> tuple[str, ...] | None:
    """The parties named before the colon; None when the bracket is a plain one.

    Args:
        codes: What stands between the bracket and the colon.
        declared: The codes that name a party here.
        where: The place of the bracket.

    Raises:
        ContentError: A party is named twice, or a name was surely meant as a party's but is none.
    """
    named = tuple(code.strip(" ") for code in codes.split(","))
    unknown = [code for code in named if code not in declared]
    if not unknown:
        _no_party_twice(named, where)
        return named
    near = nearest(unknown[0], declared) if len(unknown[0]) > 2 else None
    if len(unknown) < len(named) or near or any(len(code) == 1 for code in unknown):
        meant = f"did you mean '{near}'?" if near else f"the parties are {listed(declared, last='and')}."
        remedy = f"If it is part of the text, write '{unknown[0]}\\:'"
        raise ContentError(
            f"no party has the code '{unknown[0]}'",
            where=where,
            hint=f"{meant} {remedy}",
        )
    return None


def no_party_on_both_sides(taken: Sequence[str], named: Sequence[str], where: Where) -> None:
    """Refuse a party that stands behind two competing options: its reading would not be one text."""
    for code in named:
        if code in taken:
            raise ContentError(
                f"party {code} stands behind two competing options",
                where=where,
                hint="a party proposes one option; put a space between brackets that do not compete",
            )


def _no_party_twice(named: Sequence[str], where: Where) -> None:
    for position, code in enumerate(named):
        if code in named[:position]:
            raise ContentError(f"party {code} is named twice", where=where, hint="name each party once")
