"""The pairs of Word files that everybody is measured on, each under the line that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.redlines.packages import word_file
from benchmarks.redlines.results import HARD, REAL, TREATIES
from benchmarks.redlines.treaties import Line, Pair, Treaty, edited_treaty, hard_pairs
from lxml import etree
from tests.word.corpus import CORPUS

from treatykit.compare import Existing
from treatykit.model.changes import ChangeKind

SIZES: Final = (10, 100, 1_000, 5_000)


@dataclass(frozen=True, slots=True)
class Case:
    """Two Word files.

    Attributes:
        existing: What is done first with changes that are pending in them, `accept` or `reject`; empty without any.
        moved: Something moved, so that what is marked says nothing about how few words could be.
        validated: The validator is asked; it takes seconds for a thousand paragraphs.
    """

    line: str
    name: str
    old: bytes
    new: bytes
    existing: str = ""
    moved: bool = False
    validated: bool = True


def generated(sizes: Iterable[int]) -> list[Case]:
    """Treaties of so many paragraphs."""
    return [_written(TREATIES, edited_treaty(size), validated=size <= 100) for size in sizes]


def hard() -> list[Case]:
    """What asks for the most work."""
    return [_written(HARD, pair, validated=False) for pair in hard_pairs()]


def corpus() -> list[Case]:
    """The corpus of the tests, with lines of its own; no peer keeps changes that are pending beside its own."""
    return [
        Case(
            pair.line.value,
            pair.name,
            pair.old,
            pair.new,
            existing=pair.existing.value if pair.existing else "",
            moved=any(change.kind is ChangeKind.MOVED for change in pair.changes),
        )
        for pair in CORPUS
        if pair.existing is not Existing.KEEP
    ]


def real(folder: Path) -> list[Case]:
    """Versions and relatives of treaties in force, from a folder of texts that is no part of the project."""
    texts = {name: folder / name for pair in _RELATIVES for name in pair}
    return [
        _written(REAL, Pair(f"{Path(old).stem} → {Path(new).stem}", _read(texts[old]), _read(texts[new])))
        for old, new in _RELATIVES
        if texts[old].exists() and texts[new].exists()
    ]


_RELATIVES: Final = (
    ("disputes/general_act_1928_text_as_in_NL_database.md", "disputes/general_act_1949_revised.md"),
    ("pair_efta/efta_estonia_1995.xml", "pair_efta/efta_latvia_1995.xml"),
    ("pair_alb/albania_bih_2003.xml", "pair_alb/albania_moldova_2003.xml"),
    ("nl_bit_family/nl_belize.md", "nl_bit_family/nl_bosnia.md"),
    ("bracketed/cop21_2015-10-23_draft_agreement.md", "bracketed/cop21_2015-12-04_draft_agreement.md"),
    ("eppo_versions/eppo_convention_1951.txt", "eppo_versions/eppo_convention_1955.txt"),
)


def _written(line: str, pair: Pair, *, validated: bool = True) -> Case:
    old, new = word_file(pair.old, 1), word_file(pair.new, 2)
    return Case(line, pair.name, old, new, moved=pair.moved, validated=validated)


def _read(path: Path) -> Treaty:
    text = path.read_text(encoding="utf-8")
    return [Line("Article" if heading else "Item", words) for heading, words in _paragraphs(text, path.suffix)]


def _paragraphs(text: str, suffix: str) -> Iterator[tuple[bool, str]]:
    """Whether a paragraph is a heading, and its words, without the marks of its notation."""
    if suffix == ".xml":
        body = etree.fromstring(text.encode()).find("body")
        pieces = [] if body is None else [str(piece) for piece in body.itertext()]
    else:
        pieces = re.split(r"\n|(?=ARTICLE )", text)
    for piece in pieces:
        words = " ".join(re.sub(r"^#+|\*+|\{:.*?\}", " ", piece).split())
        if words:
            yield piece.startswith("#") or len(words) < 60, words
