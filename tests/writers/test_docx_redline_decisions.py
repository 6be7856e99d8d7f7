"""One decision in the redline is one decision in the Word file, under the same number."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.compare.plain_redlines import body, document
from tests.judge.package import parts
from tests.thoroughness import thorough
from tests.writers.test_docx_redline import Blk, compared, made, versions
from tests.writers.typed_numbers import BORDER, PEACE, TRANSIT, WATER, Treaty, edited, is_heading, moves

from treatykit.compare import changes, compare
from treatykit.model.changes import ChangeKind
from treatykit.model.decide import Decision, accept, by_change, decide, reject
from treatykit.model.document import Document
from treatykit.model.plain import inlines_text
from treatykit.model.revisions import RevisionKind
from treatykit.model.walk import paragraphs
from treatykit.readers.docx import read_docx
from treatykit.writers.docx import write_docx
from treatykit.writers.docx_decided import write_docx_decided
from treatykit.writers.docx_redline import write_docx_redline


def numbers(document: Document) -> list[int]:
    """The numbers of the changes that a reader decides on; a renumbering alone has none."""
    return sorted(change.number for change in changes(document) if change.kind is not ChangeKind.RENUMBERED)


def lines(document: Document) -> list[str]:
    """The words of every paragraph that has any: the last mark of a container, which has none, cannot go in Word."""
    return [words for one in paragraphs(document) if (words := inlines_text(one.inlines))]


@settings(max_examples=thorough(60), deadline=None)
@given(versions())
def test_the_file_lists_the_changes_of_the_comparison(pair: tuple[list[Blk], list[Blk]]) -> None:
    marked = compared(made(pair[0]), made(pair[1]))

    again = read_docx(write_docx_redline(marked), "redline.docx").document

    assert numbers(again) == numbers(marked)


@settings(max_examples=thorough(60), deadline=None)
@given(versions(), st.data(), st.sampled_from(Decision))
def test_one_change_is_decided_in_the_file_as_in_the_redline(
    pair: tuple[list[Blk], list[Blk]], data: st.DataObject, decision: Decision
) -> None:
    marked = compared(made(pair[0]), made(pair[1]))
    assume(numbers(marked))
    chosen = by_change(data.draw(st.sampled_from(numbers(marked))))

    again = read_docx(write_docx_redline(marked), "redline.docx").document
    done = read_docx(write_docx_decided(again, decision, chosen), "done.docx").document

    expected = decide(marked, decision, chosen)
    assert lines(accept(done)) == lines(accept(expected))
    assert lines(reject(done)) == lines(reject(expected))


def saved_elsewhere(file: bytes) -> bytes:
    """The file without what another program drops when it saves: the numbers of the changes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, data in parts(file).items():
            unnumbered = re.sub(rb' tk:(change|move)="[^"]*"', b"", data)
            package.writestr(name, unnumbered.replace(b"<Application>treatykit<", b"<Application>Another<"))
    return packed.getvalue()


def went_and_came(marked: Document) -> bool:
    """Whether an article has lost so many of its words that it has not moved: one went, and another came."""
    marks = chain.from_iterable(one.mark.revisions for one in paragraphs(marked))
    kinds = {revision.kind for revision in marks}
    return {RevisionKind.INSERTED, RevisionKind.DELETED} <= kinds and not any(kind.is_move for kind in kinds)


@settings(max_examples=thorough(40), deadline=None)
@given(moves(), st.booleans())
def test_an_article_with_a_typed_number_moves_in_one_decision(pair: tuple[Treaty, Treaty], saved: bool) -> None:
    marked = compared(pair[0].file(), pair[1].file())
    file = write_docx_redline(marked)
    again = read_docx(saved_elsewhere(file) if saved else file, "redline.docx").document
    old, new = lines(reject(marked)), lines(accept(marked))
    moved = not went_and_came(marked)

    if moved or not saved:
        assert numbers(again) == numbers(marked)
    for number in numbers(again):
        for decision in Decision:
            done = read_docx(write_docx_decided(again, decision, by_change(number)), "done.docx").document
            for text in (lines(accept(done)), lines(reject(done))):
                assert {*text} <= {*old, *new}, "words were joined"
                assert not moved or [*map(is_heading, text)].count(True) == [*map(is_heading, old)].count(True)


def test_an_article_that_went_and_came_is_decided_by_paragraphs_when_another_program_has_saved_the_file() -> None:
    old = Treaty((TRANSIT, WATER, BORDER))
    marked = compared(old.file(), replace(old, articles=(edited(WATER, "lost one"), TRANSIT, BORDER)).file())
    file = write_docx_redline(marked)

    again, elsewhere = (read_docx(each, "redline.docx").document for each in (file, saved_elsewhere(file)))

    assert went_and_came(marked)
    assert numbers(again) == numbers(marked) == [1, 2, 3]  # the article twice, and the number of the other
    assert numbers(elsewhere) == [1, 2, 3, 4, 5, 6]  # its heading and its paragraphs, two that came and three that went


@pytest.mark.parametrize("how", ["first word", "a word", "last word"])
def test_a_move_in_a_file_of_ours_is_one_decision_when_another_program_has_saved_it(how: str) -> None:
    first, *rest = edited(TRANSIT, how).paragraphs
    kept = [body(words) for words in (*PEACE.paragraphs, *BORDER.paragraphs)]
    marked = compare(document(*TRANSIT.paragraphs, *kept), document(*kept, first, *rest, "Done."))

    again = read_docx(saved_elsewhere(write_docx(marked)), "redline.docx").document

    assert numbers(again) == numbers(marked)
