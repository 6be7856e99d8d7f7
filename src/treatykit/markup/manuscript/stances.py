"""Who stands behind a bracket, in the order in which they are named: ``[A, B; C opposes: shall]``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import quote, unquote

from treatykit.model.content import Position, Stance

_POSITIONS: Final = "|".join(position for position in Position if position is not Position.PROPOSES)


def print_stances(stances: Sequence[Stance]) -> str:
    """The parties with what they say, up to the colon, which is left out."""
    printed = ""
    for at, stance in enumerate(stances):
        proposes = stance.position is Position.PROPOSES
        if at:
            printed += ", " if proposes and stances[at - 1].position is Position.PROPOSES else "; "
        printed += _code(stance.party) + ("" if proposes else f" {stance.position}")
    return printed


def stances_pattern(codes: Iterable[str]) -> re.Pattern[str] | None:
    """What stands behind a bracket where these parties may be named there, with its colon; None without parties."""
    printed = sorted(map(_code, filter(None, codes)), key=lambda code: (-len(code), code))
    if not printed:
        return None
    one = rf"(?:{'|'.join(map(re.escape, printed))})(?: (?:{_POSITIONS}))?"
    return re.compile(rf"(?P<stances>{one}(?:[,;] ?{one})*): ?")


def read_stances(text: str) -> tuple[Stance, ...]:
    """The stances that `print_stances` wrote."""
    found: list[Stance] = []
    for part in re.split(r"[,;] ?", text):
        code, _, position = part.partition(" ")
        found.append(Stance(unquote(code), Position(position) if position else Position.PROPOSES))
    return tuple(found)


def _code(code: str) -> str:
    return quote(code, safe="")
