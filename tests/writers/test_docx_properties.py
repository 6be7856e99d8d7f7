"""What holds of every document that is written as a Word file."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from tests.revision_strategies import marked_documents
from tests.strategies import documents
from tests.thoroughness import thorough
from tests.writers.docx_audit import complaints
from tests.writers.docx_specimens import WordFile, treaty

from treatykit.model.document import Document
from treatykit.ooxml.elements import text_element, w
from treatykit.writers.docx import write_docx

# Shrinking a whole document takes minutes and the seed is printed anyway.
NO_SHRINK = [Phase.explicit, Phase.reuse, Phase.generate]
FEW = settings(
    max_examples=thorough(40),
    phases=NO_SHRINK,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@given(documents())
@FEW
def test_every_document_becomes_a_good_word_file(source: Document) -> None:
    assert complaints(WordFile(source)) == []


@given(marked_documents())
@FEW
def test_every_redline_becomes_a_good_word_file(source: Document) -> None:
    assert complaints(WordFile(source)) == []


@given(marked_documents())
@settings(FEW, max_examples=thorough(10))
def test_the_same_document_gives_the_same_bytes(source: Document) -> None:
    assert write_docx(source) == write_docx(source)


def test_the_judge_sees_what_it_should() -> None:
    file = WordFile(treaty())
    heading, title = file.body[0], file.body[1]
    heading[0].append(w("jc", val="center"))
    heading[0].append(w("pStyle", val="Nothing"))
    title.append(w("del", w("r", text_element("t", "gone")), id=1, author="A"))
    title.append(w("ins", id=1, author="A"))
    title.append(w("moveFromRangeStart", id=2, author="A", name="move1"))

    found = " ".join(complaints(file))

    assert complaints(WordFile(treaty())) == []
    for said in (
        "pPr holds",
        "no style is called Nothing",
        "'gone' in a deletion",
        "id 1 given 3",
        "moves do not pair",
    ):
        assert said in found
