"""Where the wordings and the commentary stand in a body, found without reading them."""

from __future__ import annotations

import re
from typing import Final

from treatykit.records import dataclass

_BEGINNING: Final = re.compile(r"^## (?:alternative: *(?P<alternative>\S+)|commentary) *$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class BodyPart:
    """A wording or the commentary.

    Attributes:
        alternative: The id of the wording; None for the commentary.
        start: Where its first line begins in the body.
        words: Where that line ends.
        end: Where the part ends.
    """

    alternative: str | None
    start: int
    words: int
    end: int


def body_parts(body: str) -> tuple[BodyPart, ...]:
    """The parts of a body, in order."""
    found = list(_BEGINNING.finditer(body))
    ends = [*(each.start() for each in found[1:]), len(body)][: len(found)]
    return tuple(
        BodyPart(each["alternative"], each.start(), each.end(), end) for each, end in zip(found, ends, strict=True)
    )
