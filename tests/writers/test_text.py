"""Plain text: a treaty reads back equal, any text to the same words, and a redline shows what came and what went."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.compare.plain_redlines import article, document, item
from tests.revision_strategies import marked_documents
from tests.strategies import documents
from tests.thoroughness import thorough
from tests.treaties import treaties
from tests.writers import samples
from tests.writers.hostile import hostile_documents

from treatykit.compare import compare, report
from treatykit.model.changes import Fate, Piece
from treatykit.model.content import (
    BracketClose,
    BracketNext,
    BracketOpen,
    Cell,
    DefinitionClose,
    DefinitionOpen,
    NoteReference,
    Paragraph,
    Position,
    Row,
    Slot,
    Stance,
    Table,
)
from treatykit.model.document import Document, HeaderFooter, Pages, Place
from treatykit.model.normal import normal_inlines, normalise
from treatykit.model.plain import paragraph_text, plain_text
from treatykit.model.properties import Role, RowProperties
from treatykit.model.walk import map_document, story_paragraphs
from treatykit.readers.text import read_text
from treatykit.writers.options import WriteOptions
from treatykit.writers.terminal import TerminalOptions, write_terminal
from treatykit.writers.text import marked, text_alone, write_text

_FEW = settings(max_examples=thorough(30))


def _without_notes(paragraph: Paragraph) -> Paragraph:
    kept = tuple(inline for inline in paragraph.inlines if not isinstance(inline, NoteReference))
    return replace(paragraph, inlines=normal_inlines(kept))


def _letters(text: str) -> list[str]:
    return sorted(filter(str.isalnum, text))


def _read(document: Document) -> Document:
    return read_text(write_text(document).encode(), "x.txt").document


@_FEW
@given(treaties())
def test_a_treaty_reads_back_equal(document: Document) -> None:
    back = _read(document)

    assert back == document
    assert back.meta == document.meta


@_FEW
@given(treaties())
def test_it_is_laid_out_the_same_when_it_is_written_again(document: Document) -> None:
    assert write_text(_read(document)) == write_text(document)


@_FEW
@given(documents(opaque=False))
def test_what_is_written_reads_back_to_the_same_words(document: Document) -> None:
    document = replace(map_document(document, _without_notes), headers=())
    before = "\n".join(paragraph_text(paragraph) for paragraph in story_paragraphs(document.body))

    assert _letters(plain_text(read_text(write_text(document).encode(), "x.txt").document)) == _letters(before)


@_FEW
@given(hostile_documents())
def test_no_text_is_an_escape_sequence(document: Document) -> None:
    written = write_text(document)

    assert not any(ord(character) < 0x20 and character not in "\t\n" for character in written)
    assert written.encode()


@_FEW
@given(marked_documents())
def test_the_same_document_gives_the_same_text(document: Document) -> None:
    assert write_text(document) == write_text(document)


def test_a_treaty_can_be_read_as_it_stands() -> None:
    written = write_text(samples.clean())

    assert "\n\nArticle 2. Mutual Recognition\n\n1. Each Party recognises" in written
    assert "\n\n    (a) refrain from" in written
    assert "For the Republic of Karvela     For the Republic of Tesmar\n\nIlan Oreth" in written
    assert "independence of the other Party.[1]\n" in written
    assert "\n\n[1] The delegation of Tesmar reserves" in written


@pytest.mark.parametrize(
    "document",
    [
        Document(
            body=(
                samples.paragraph(Role.BODY, "The “", DefinitionOpen(), "seat", DefinitionClose(), "” is Port Sarn."),
                samples.paragraph(Role.BODY, "Nobody calls “seat” what is none, nor ______ a name."),
                samples.paragraph(Role.BODY, "It lies at ", Slot("place"), "."),
            )
        ),
        Document(
            body=(samples.paragraph(Role.BODY, "Peace."),),
            headers=(
                HeaderFooter(
                    section=1,
                    place=Place.FOOTER,
                    pages=Pages.FIRST,
                    blocks=(samples.paragraph(Role.BODY, "Draft of 3 May"),),
                ),
            ),
        ),
        Document(
            body=(
                samples.paragraph(
                    Role.BODY,
                    BracketOpen((Stance("A"), Stance("B", Position.OPPOSES))),
                    "shall",
                    BracketNext(),
                    "may",
                    BracketClose(),
                ),
            )
        ),
    ],
    ids=("terms and blanks", "footer", "brackets"),
)
def test_what_only_the_foot_or_a_sign_says_is_read_again(document: Document) -> None:
    document = normalise(document)

    assert _read(document) == document


def test_words_with_brackets_stay_words_where_nothing_is_unagreed() -> None:
    document = normalise(Document(body=(samples.paragraph(Role.BODY, "The text [sic] of 1. May (a) stands."),)))

    assert _read(document) == document


def test_a_redline_shows_what_came_and_what_went() -> None:
    written = write_text(samples.redline(), WriteOptions(report=samples.report()))

    assert "between them [-upon-]{+thirty days after+} the entry" in written
    assert "\n\nArticle 2 → Article 3. Mutual Recognition\n\n" in written
    assert "<moved to Article 4, paragraph 3> [-3. Nothing in this Article" in written
    assert written.startswith("Framework, 3 May → Comprehensive, 9 May\n\n4 changes: 1 amended")
    assert written.endswith("Old and new numbers: Article 2 → Article 3.\n")


def test_neighbours_with_the_same_marks_stand_in_them_together() -> None:
    came = (Piece("Parties", Fate.MOVED_HERE), Piece(" ", Fate.INSERTED), Piece("may\nmeet", Fate.MOVED_HERE))
    went = (Piece("shall", Fate.DELETED), Piece(" not", Fate.MOVED_AWAY))

    assert marked(came) == "{+Parties may+}\n{+meet+}"
    assert marked((*went, *came[:1])) == "[-shall not-]{+Parties+}"
    assert marked((*came[:2], Piece("<moved> ", Fate.ABOUT), *came[:2])) == "{+Parties +}<moved> {+Parties +}"


def test_a_paragraph_moved_and_edited_has_no_seams() -> None:
    still = "This sentence is long and stands as it stood, so that the paragraph is known where it has gone to. " * 2
    old, new = f"The Parties recognise what averts a loss. {still}End.", f"Parties may avert a loss. {still}End."
    others = [article(2, "Transit"), item("1.", "Goods in transit pass freely and without a duty of any kind. " * 4)]
    redline = compare(document(article(1), item("1.", old), *others), document(article(1), *others, item("2.", new)))
    options = TerminalOptions(report=report(redline, "a", "b"), colour=False, width=10_000)

    assert f"{{+2. {new}+}}" in write_text(redline)
    assert "[-recognise what averts-]{+may avert+} a loss." in write_text(redline, WriteOptions(report=options.report))
    assert f"{{+2. {new}+}}" in write_terminal(redline, options)


def test_a_table_for_people_is_as_wide_as_they_want_it_and_keeps_its_words_in_their_columns() -> None:
    def row(*words: str, header: bool = False) -> Row:
        cells = tuple(Cell((samples.paragraph(Role.BODY, each),)) for each in words)
        return Row(cells, properties=RowProperties(header=header))

    table = Table(
        (
            row("Phase", "Day", "Area", header=True),
            row("First", "60", "The ground between the road to the north and the river, with the two bridges over it"),
            row("Second", "120", "All that is left"),
        )
    )

    written = text_alone(Document(body=(table,)), width=40)

    assert written.split("\n") == [
        "------    ---    -----------------------",
        "Phase     Day    Area",
        "======    ===    =======================",
        "First     60     The ground between the",
        "                 road to the north and",
        "                 the river, with the two",
        "                 bridges over it",
        "------    ---    -----------------------",
        "Second    120    All that is left",
        "------    ---    -----------------------",
        "",
    ]
    assert max(map(len, text_alone(Document(body=(table,))).split("\n"))) > 80
