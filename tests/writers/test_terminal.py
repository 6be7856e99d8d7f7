"""The redline in a terminal: only what changed, with its place, legible with and without colour."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.revision_strategies import marked_documents
from tests.thoroughness import thorough
from tests.writers import samples
from tests.writers.hostile import hostile_documents, hostile_reports

from treatykit.model.changes import ChangeReport
from treatykit.model.document import Document
from treatykit.writers.terminal import TerminalOptions, write_changes, write_terminal

_FEW = settings(max_examples=thorough(40))
_COLOUR = re.compile(r"\x1b\[[\d;]*m")
PLAIN = TerminalOptions(report=samples.report(), colour=False)


@_FEW
@given(hostile_documents(), hostile_reports(), st.booleans())
def test_no_text_is_an_escape_sequence_or_turns_the_order(
    document: Document, report: ChangeReport, colour: bool
) -> None:
    written = write_terminal(document, TerminalOptions(report=report, colour=colour))
    bare = _COLOUR.sub("", written)

    assert colour or bare == written
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", bare)


@_FEW
@given(marked_documents(), st.integers(30, 120))
def test_no_line_is_wider_than_the_terminal(document: Document, width: int) -> None:
    written = write_terminal(document, TerminalOptions(width=width, colour=False))

    assert max(map(cell_len, written.split("\n"))) <= width


@_FEW
@given(marked_documents())
def test_the_same_document_gives_the_same_text(document: Document) -> None:
    assert write_terminal(document) == write_terminal(document)


def test_without_colour_marks_show_what_came_and_what_went() -> None:
    written = write_terminal(samples.redline(), PLAIN)

    assert "between them [-upon-]{+thirty days after+} the entry" in written
    assert "\x1b" not in written


def test_with_colour_lines_under_and_through_the_words_show_it() -> None:
    written = write_terminal(samples.redline(), TerminalOptions(report=samples.report()))

    assert "\x1b[9;31mupon\x1b[0m\x1b[4;94mthirty days after\x1b[0m" in written
    assert "[-" not in written


def test_only_what_changed_is_shown_with_its_place_and_a_little_around_it() -> None:
    written = write_terminal(samples.redline(), PLAIN)

    assert "── 1 · Article 1 ──\n  Article 1 Establishment of Peace\n  The state of war" in written
    assert "── 3 · old Article 2, paragraph 2 (a) ──\n  2. Each Party shall:\n  [-(a) refrain" in written
    assert "Reaffirming" not in written


def test_both_ends_of_a_move_name_each_other() -> None:
    written = " ".join(write_terminal(samples.redline(), PLAIN).split())

    assert "<moved to Article 4, paragraph 3> [-3. Nothing" in written
    assert "<moved from Article 2, paragraph 3> {+3. Nothing" in written


def test_the_summary_stands_at_the_end() -> None:
    written = write_terminal(samples.redline(), PLAIN)

    assert written.index("── Summary ──") > written.index("── 4 · Article 4, paragraph 3 (was ")
    assert written.endswith("Old and new numbers: Article 2 → Article 3.\n")


def test_the_list_of_changes_says_number_place_author_and_words_of_each() -> None:
    written = write_changes(samples.report(), PLAIN)

    assert written.startswith(
        "1. Article 1: amended by Tesmar (amount)\n"
        "    [-between them upon the entry-] {+between them thirty days after the entry+}\n\n2. Article 2: inserted"
    )
    assert "\n4. Article 4, paragraph 3 (was Article 2, paragraph 3): moved and edited by\nTesmar" in written
    assert written.endswith("Old and new numbers: Article 2 → Article 3.\n")


@_FEW
@given(hostile_reports(), st.integers(30, 120), st.booleans())
def test_the_list_of_changes_fits_the_terminal_and_steers_nothing(
    report: ChangeReport, width: int, colour: bool
) -> None:
    written = write_changes(report, TerminalOptions(width=width, colour=colour))
    bare = _COLOUR.sub("", written)

    assert max(map(cell_len, bare.split("\n"))) <= width
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", bare)


def test_no_line_ends_in_space() -> None:
    for colour in (True, False):
        written = _COLOUR.sub("", write_terminal(samples.redline(), TerminalOptions(width=40, colour=colour)))
        assert not re.search("[ \t]+$", written, re.MULTILINE)


def test_a_text_without_changes_says_so() -> None:
    assert write_terminal(samples.clean()) == "No words changed.\n"


def test_nothing_around_the_terminal_changes_what_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    before = write_terminal(samples.redline())
    for name, value in (("NO_COLOR", "1"), ("COLUMNS", "40"), ("TERM", "dumb"), ("FORCE_COLOR", "0")):
        monkeypatch.setenv(name, value)

    assert write_terminal(samples.redline()) == before
