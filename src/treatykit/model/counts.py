"""Numbers in a row in which some are vacant and others come again: 4, 4 bis, 6.

What is inserted behind Article 4 is Article 4 bis, then 4 ter; what is inserted before the first
is Article -1, as the European Parliament numbers it in amendments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, cast

from treatykit.model.divisions import divisions_of
from treatykit.model.numbering import SCHEMES, NumberingScheme, dividing
from treatykit.model.numerals import AGAIN, NumeralStyle, from_letters, from_roman, numeral
from treatykit.model.properties import Role
from treatykit.records import dataclass

_NUMERAL: Final = re.compile(r"\{([1IiAa])\}")
_AGAIN: Final = "|".join(AGAIN)


@dataclass(frozen=True, slots=True, order=True)
class Count:
    """A number and what tells it from those before and behind it, in the order of the text.

    Attributes:
        number: The plain number, from 1.
        stands: It is that number or comes behind it; otherwise it comes before it, ``-1``.
        again: 0, then 1 for *bis*, 2 for *ter*.
    """

    number: int
    stands: bool = True
    again: int = 0

    @property
    def is_plain(self) -> bool:
        """Whether a list can count it."""
        return self.stands and not self.again

    def following(self) -> Count | None:
        """The next one that is inserted behind it; None where there is no Latin word left."""
        return Count(self.number, self.stands, self.again + 1) if self.again < len(AGAIN) else None

    def preceding(self) -> Count:
        """The one that is inserted before the first."""
        return Count(self.number, stands=False)


def print_count(count: Count, pattern: str) -> str:
    """A number as a scheme prints it: ``Article 4 bis``, ``(a bis)``, ``2 bis.``."""
    before, again = "" if count.stands else "-", f" {AGAIN[count.again - 1]}" if count.again else ""
    return _NUMERAL.sub(lambda match: f"{before}{numeral(count.number, cast(NumeralStyle, match[1]))}{again}", pattern)


def read_count(label: str, role: Role, level: int) -> Count | None:
    """The number that a label prints in any of the schemes; None where it is in none."""
    schemes = (dividing(scheme, divisions_of(label)) for scheme in SCHEMES.values())
    found = (_read(label, pattern) for scheme in schemes for pattern in patterns(scheme, role, level))
    return next((count for count in found if count), None)


def patterns(scheme: NumberingScheme, role: Role, level: int) -> Iterator[str]:
    """How a scheme prints the numbers of a role, the usual one first."""
    match role:
        case Role.ITEM:
            yield scheme.item(max(level, 1))
        case Role.PART:
            yield scheme.part
        case Role.CHAPTER:
            yield scheme.chapter
        case Role.SECTION:
            yield scheme.section
        case Role.ARTICLE:
            yield scheme.article
        case Role.ANNEX:
            yield scheme.annex
            yield scheme.sole_annex
        case _:
            return


def _read(label: str, pattern: str) -> Count | None:
    style = _NUMERAL.search(pattern)
    if style is None:
        return Count(1) if label == pattern else None
    before, behind = re.escape(pattern[: style.start()]), re.escape(pattern[style.end() :])
    found = re.fullmatch(rf"{before}(?P<sign>-?)(?P<number>\w+)(?: (?P<again>{_AGAIN}))?{behind}", label)
    number = _number(found["number"], style[1]) if found else None
    if found is None or not number:
        return None
    return Count(number, not found["sign"], AGAIN.index(found["again"]) + 1 if found["again"] else 0)


def _number(text: str, style: str) -> int | None:
    match style:
        case "1":
            return int(text) if text.isdecimal() else None
        case "I" | "i":
            return from_roman(text) if text.isupper() is style.isupper() else None
        case _:
            return from_letters(text) if text.isupper() is style.isupper() else None
