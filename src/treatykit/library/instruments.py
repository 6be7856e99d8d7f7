"""What the parties call their text."""

from __future__ import annotations

from enum import StrEnum


class InstrumentType(StrEnum):
    """A name for a text; by itself it has no legal effect (VCLT, Article 2(1)(a))."""

    TREATY = "treaty"
    AGREEMENT = "agreement"
    PROTOCOL = "protocol"
    CONVENTION = "convention"
    DECLARATION = "declaration"
    MEMORANDUM = "memorandum"
