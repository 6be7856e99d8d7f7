"""Read back who says what of a bracketed text, from the words that print it.

The inverse of `treatykit.model.plain.attribution`, for signs in our bracket styles.
"""

from __future__ import annotations

import re
from typing import Final

from treatykit.model.content import Position, Stance
from treatykit.model.plain import attribution

_POSITION: Final = re.compile(
    rf"(?P<party>.+) (?P<position>{'|'.join(position for position in Position if position is not Position.PROPOSES)})"
)


def parse_attribution(text: str) -> tuple[Stance, ...] | None:
    """The stances that the words between a bracket and the bracketed text say.

    Args:
        text: What follows the sign, ``A, B; C opposes: ``; empty for a bracket without attribution.

    Returns:
        None where printing them again would give other words.
    """
    if not text:
        return ()
    said, colon, rest = text.rpartition(":")
    if not colon or rest.strip():
        return None
    stances: list[Stance] = []
    for part in said.split("; "):
        if match := _POSITION.fullmatch(part):
            stances.append(Stance(match["party"], Position(match["position"])))
        else:
            stances.extend(Stance(party) for party in part.split(", "))
    found = tuple(stances)
    return found if attribution(found) == said else None
