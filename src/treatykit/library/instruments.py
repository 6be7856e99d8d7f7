"""What the parties call their text."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from treatykit.markup.syntax import Register


class InstrumentType(StrEnum):
    """A name for a text; by itself it has no legal effect (VCLT, Article 2(1)(a))."""

    TREATY = "treaty"
    AGREEMENT = "agreement"
    PROTOCOL = "protocol"
    CONVENTION = "convention"
    DECLARATION = "declaration"
    MEMORANDUM = "memorandum"


def register_of(instrument: InstrumentType) -> Register:
    """The register of a text that is called so."""
    match instrument:
        case InstrumentType.DECLARATION:
            return Register.DECLARATION
        case InstrumentType.MEMORANDUM:
            return Register.MEMORANDUM
        case InstrumentType.TREATY | InstrumentType.AGREEMENT | InstrumentType.PROTOCOL | InstrumentType.CONVENTION:
            return Register.TREATY
        case _:
            assert_never(instrument)
