"""A pair of Word files and what is expected of their redline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from treatykit.compare import Existing
from treatykit.model.changes import ChangeKind


class Line(StrEnum):
    """What a redline must keep and track, a line each."""

    WORDS = "words"
    PARAGRAPHS = "paragraphs"
    FORMATTING = "formatting"
    NUMBERING = "numbering"
    TABLES = "tables"
    NOTES = "notes"
    HEADERS = "headers and footers"
    OBJECTS = "text boxes, equations, controls, fields, links, bookmarks, images, breaks, charts"
    COMMENTS = "comments and changes that are there already"
    DIALECTS = "Strict and Transitional, alternate content, files in the manner of other programs"
    UNTRACKED = "what cannot be tracked"


class Promise(StrEnum):
    """What the corpus holds of every pair."""

    ACCEPTED = "accepted it is the new file"
    REJECTED = "rejected it is the old file"
    CHANGES = "the changes are the expected ones"
    QUIET = "it marks no more words than the smallest word-level edit"
    SOUND = "the package is sound"
    VALID = "the validator finds nothing new"
    OFFICE = "LibreOffice makes the same of it"


@dataclass(frozen=True, slots=True)
class Expected:
    """A change, as a reader sees it; made by the functions below.

    Attributes:
        kind: What the report calls it; None for a part of another change, or for what no report mentions.
        gone: The words struck, a stretch each.
        came: The words put in, a stretch each.
        moved: The words that moved, as they arrived, a stretch each.
        stood: The words that moved, as they stood.
        restyled: The words that look otherwise, a stretch each.
        reset: The paragraphs that are set otherwise, by their words.
    """

    kind: ChangeKind | None
    gone: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    stood: tuple[str, ...] = ()
    restyled: tuple[str, ...] = ()
    reset: tuple[str, ...] = ()


Stretches = str | tuple[str, ...]
"""Words that are marked without a gap, in one paragraph; several such."""


def amended(gone: Stretches = (), came: Stretches = ()) -> Expected:
    """Words of a paragraph that stays."""
    return Expected(ChangeKind.AMENDED, _stretches(gone), _stretches(came))


def inserted(*came: str) -> Expected:
    """Whole paragraphs, or rows, that came together."""
    return Expected(ChangeKind.INSERTED, came=came)


def deleted(*gone: str) -> Expected:
    """Whole paragraphs, or rows, that went together."""
    return Expected(ChangeKind.DELETED, gone=gone)


def moved(*words: str, stood: Stretches = (), came: Stretches = ()) -> Expected:
    """Paragraphs that moved together.

    Args:
        words: As they arrived.
        stood: As they stood, where they were edited on the way: all of the old words move away.
        came: What was put in on the way.
    """
    return Expected(ChangeKind.MOVED, came=_stretches(came), moved=words, stood=_stretches(stood) or words)


def reformatted(*, words: Stretches = (), paragraphs: Stretches = ()) -> Expected:
    """Words that look otherwise, or paragraphs that are set otherwise."""
    return Expected(ChangeKind.REFORMATTED, restyled=_stretches(words), reset=_stretches(paragraphs))


def renumbered() -> Expected:
    """A number alone that follows from others: it is listed, and nothing is marked."""
    return Expected(ChangeKind.RENUMBERED)


def relisted(words: str) -> Expected:
    """A paragraph in another list, or on another level: to the report its number is another, to Word its look."""
    return Expected(ChangeKind.RENUMBERED, reset=(words,))


def _stretches(words: Stretches) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else words


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two versions of a Word file.

    Attributes:
        changes: All that the redline is expected to say, in any order; nothing for files that say the same.
        existing: What is done first with tracked changes that the files have already.
        excess: Words that are marked beyond the smallest edit, for a reader's sake.
        told: The codes of findings that must be reported.
        broken: Promises that do not hold, each with its reason; the tests see that they do not hold.
    """

    name: str
    line: Line
    old: bytes = field(repr=False)
    new: bytes = field(repr=False)
    changes: tuple[Expected, ...] = ()
    existing: Existing | None = None
    excess: int = 0
    told: tuple[str, ...] = ()
    broken: Mapping[Promise, str] = field(default_factory=dict)
