"""Numbers that are printed while a file is read are those that are printed when all of it has been read."""

from __future__ import annotations

import pytest
from tests.readers.word_files import cell, field, mark, p, part, r, row, table, tracked, word_file
from tests.word.corpus import CORPUS
from tests.word.pair import Pair

from treatykit.model.walk import paragraphs
from treatykit.readers import docx
from treatykit.readers.docx import read_docx
from treatykit.readers.reading import Reading

LIST = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'


def numbered(level: int, content: str) -> str:
    return p(content, LIST.format(level))


def note(number: int, content: str) -> str:
    return f'<w:footnote w:id="{number}">{content}</w:footnote>'


NOTES = note(1, numbered(1, "a") + numbered(1, "b")) + note(2, numbered(1, "c")) + note(3, "")
FIRST, SECOND, EMPTY, MISSING = (f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in (1, 2, 3, 9))
BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"
BODIES = {
    "notes": numbered(0, FIRST) + p(SECOND),
    "a table": numbered(0, "x") + table(row(cell(numbered(1, "y")), cell(numbered(1, "z")))) + numbered(1, "z"),
    "a box": numbered(0, f"<w:r><w:pict><w:txbxContent>{numbered(0, 'in')}</w:txbxContent></w:pict></w:r>")
    + numbered(0, "y"),
    "a note that is missing behind one that is not": numbered(0, FIRST + MISSING) + p(SECOND),
    "a note without a text behind one that has some": numbered(0, FIRST + EMPTY) + p(SECOND),
    "a note that nobody sees": numbered(0, field("XE", "word").replace(r("word"), FIRST)) + p(SECOND),
}


@pytest.mark.parametrize("name", BODIES)
def test_numbers_are_the_same_at_once_and_afterwards(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = word_file(BODIES[name], parts={"footnotes.xml": part("footnotes", NOTES)})
    afterwards_too(data, monkeypatch)

    assert any(paragraph.label for paragraph in paragraphs(read_docx(data, "a.docx").document))


def test_a_change_in_a_note_alone_is_noticed_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = p(tracked("del", r("a", deleted=True)), mark("del", LIST.format(1)))
    changed = note(1, gone + numbered(1, "b"))
    afterwards_too(word_file(numbered(0, FIRST), parts={"footnotes.xml": part("footnotes", changed)}), monkeypatch)


@pytest.mark.parametrize("pair", CORPUS, ids=lambda pair: pair.name)
def test_numbers_of_the_corpus_are_the_same(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    afterwards_too(pair.new, monkeypatch)


def afterwards_too(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = read_docx(data, "a.docx")
    with monkeypatch.context() as patched:
        patched.setattr(docx, "tells_of_changes", lambda _: True)
        afterwards = read_docx(data, "a.docx")

    assert at_once == afterwards
    assert places(at_once) == places(afterwards)


def places(reading: Reading) -> list[object]:
    return [(one.mark.source, *(inline.source for inline in one.inlines)) for one in paragraphs(reading.document)]
