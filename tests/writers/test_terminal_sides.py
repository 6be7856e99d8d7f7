"""Two texts beside each other in a terminal: each column says its own text, whole."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.compare.plain_redlines import document
from tests.revision_strategies import marked_documents
from tests.thoroughness import thorough
from tests.writers.hostile import hostile_documents

from treatykit.compare import compare
from treatykit.model.document import Document
from treatykit.writers.terminal import Fact, TerminalOptions, write_sides

_FEW = settings(max_examples=thorough(40))
_COLOUR = re.compile(r"\x1b\[[\d;]*m")
HEADS = ("one", "two")


@_FEW
@given(hostile_documents(), st.booleans())
def test_no_text_is_an_escape_sequence_or_turns_the_order(document: Document, colour: bool) -> None:
    written = write_sides(document, HEADS, options=TerminalOptions(colour=colour))
    bare = _COLOUR.sub("", written)

    assert colour or bare == written
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", bare)


@_FEW
@given(marked_documents(), st.integers(30, 120))
def test_no_line_is_wider_than_the_terminal(document: Document, width: int) -> None:
    written = write_sides(document, HEADS, options=TerminalOptions(width=width, colour=False))

    assert max(map(cell_len, written.split("\n"))) <= width


SENTENCES = st.lists(st.sampled_from(("Peace.", "Peace for ever.", "A border runs.", "Order, and law.")), max_size=5)


@_FEW
@given(SENTENCES, SENTENCES)
def test_each_column_says_its_own_text_whole(old: list[str], new: list[str]) -> None:
    written = write_sides(
        compare(document(*old), document(*new)), HEADS, options=TerminalOptions(width=120, colour=False)
    )

    lines = written.split("── Words ──")[1].split("\n")
    assert _words(line[:60] for line in lines) == " ".join(old).split()
    assert _words(line[60:] for line in lines) == " ".join(new).split()


def _words(column: Iterable[str]) -> list[str]:
    return re.sub(r"\[-|-\]|\{\+|\+\}|¶", "", " ".join(column)).split()


def test_what_differs_is_marked_in_the_column_that_has_it_and_stands_beside_its_like() -> None:
    facts = [Fact("Depth", "principles", "full"), Fact("For", "Short.", "Long.", marked=False)]
    redline = compare(document("Peace.", "Old order."), document("Peace for ever.", "A border."))

    written = write_sides(redline, HEADS, facts, TerminalOptions(width=60, colour=False))

    assert [line.split("  ", 1)[0] for line in written.splitlines()] == [
        "one", "Depth: [-principles-]", "For: Short.", "", "── Words ──", "Peace.", "[-Old order-].",
    ]  # fmt: skip
    assert [line[30:] for line in written.splitlines()] == [
        "two", "Depth: {+full+}", "For: Long.", "", "", "Peace{+ for ever+}.", "{+A border+}.",
    ]  # fmt: skip
