"""Numbers as a list prints them, the way Word counts (ECMA-376, 17.18.59)."""

from __future__ import annotations

from typing import Final, Literal

NumeralStyle = Literal["1", "I", "i", "A", "a"]
"""Decimal, upper and lower Roman, upper and lower letters, named by their first numeral."""

AGAIN: Final = (
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies", "undecies", "duodecies",
    "terdecies", "quaterdecies", "quindecies", "sexdecies", "septdecies", "octodecies", "novodecies", "vicies",
)  # fmt: skip
"""What tells a number that is given again from the first: behind Article 4 stands Article 4 bis, then 4 ter."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def numeral(number: int, style: NumeralStyle) -> str:
    """A positive number in a style; letters go on as Word has them: y, z, aa, bb.

    Raises:
        ValueError: The number is not positive.
    """
    if number < 1:
        raise ValueError(f"a list number is positive, not {number}")
    match style:
        case "1":
            return str(number)
        case "I":
            return roman(number)
        case "i":
            return roman(number).lower()
        case "A":
            return letters(number)
        case "a":
            return letters(number).lower()


def roman(number: int) -> str:
    """A positive number in upper-case Roman numerals."""
    written = []
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written.append(sign * count)
    return "".join(written)


def letters(number: int) -> str:
    """A positive number in upper-case letters: A to Z, then AA, BB to ZZ, then AAA."""
    turns, letter = divmod(number - 1, 26)
    return chr(ord("A") + letter) * (turns + 1)


def from_roman(text: str) -> int | None:
    """The number that Roman numerals write, or None if the text writes none."""
    total, rest = 0, text.upper()
    for value, sign in _ROMAN:
        while rest.startswith(sign):
            total, rest = total + value, rest[len(sign) :]
    return total if total and not rest and roman(total) == text.upper() else None


def from_letters(text: str) -> int | None:
    """The number that letters write as Word has them, or None if the text writes none."""
    if not text.isascii() or not text.isalpha() or len({*text.upper()}) != 1:
        return None
    return (len(text) - 1) * 26 + ord(text[0].upper()) - ord("A") + 1
