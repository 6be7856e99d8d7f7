"""Paragraphs of nothing but words are edited as they are printed, and the file is the one that any other way gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from tests.readers.word_files import field, p, r, word_file
from tests.thoroughness import thorough
from tests.word.corpus import CORPUS
from tests.word.pair import Pair
from tests.word.redlined import compared, redlined

from treatykit.compare import compare
from treatykit.readers.docx import read_docx
from treatykit.writers.docx_redline import write_docx_redline
from treatykit.writers.docx_redline.paragraph import ParagraphEditor
from treatykit.writers.docx_redline.words import WordEditor

LOOKS = ("", "", "<w:b/>", '<w:rStyle w:val="Strong"/><w:lang w:val="en-GB"/>')
MARKERS = (
    '<w:bookmarkStart w:id="7" w:name="here"/>',
    '<w:bookmarkEnd w:id="7"/>',
    '<w:proofErr w:type="spellStart"/>',
)
SEVERAL = (
    "<w:r><w:tab/></w:r>",
    '<w:r w:rsidR="00A1"><w:rPr><w:i/></w:rPr><w:t>(a)</w:t><w:tab/><w:t xml:space="preserve"> x </w:t><w:br/></w:r>',
    "<w:r><w:lastRenderedPageBreak/><w:t>the river x</w:t></w:r>",
)
OTHERS = (
    r("this &amp; that"),
    "<w:r><w:t/></w:r>",
    "\n",
    f'<w:hyperlink w:anchor="there">{r("the treaty")}</w:hyperlink>',
    field("PAGE", "12"),
)
PIECES = ("peace ", "the", " river", " and  ", "é\t", "x")
words = st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join)
runs = st.builds(
    lambda said, look, keeps, session: (
        f"<w:r{session}>{f'<w:rPr>{look}</w:rPr>' if look else ''}<w:t{keeps}>{said}</w:t></w:r>"
    ),
    words,
    st.sampled_from(LOOKS),
    st.sampled_from(("", ' xml:space="preserve"')),
    st.sampled_from(("", ' w:rsidR="00A1B2C3"', ' w:rsidR="00A1B2C3" w:rsidRPr="00D4E5F6"')),
)


def paragraphs(*, plain: bool) -> SearchStrategy[str]:
    beside = st.sampled_from((*MARKERS, *SEVERAL) if plain else (*MARKERS, *SEVERAL, *OTHERS))
    content = st.lists(st.one_of(runs, runs, runs, beside), max_size=6).map("".join)
    properties = st.sampled_from(("", "<w:pPr/>", '<w:pPr><w:pStyle w:val="Item"/><w:keepNext/></w:pPr>'))
    return st.builds(lambda look, said: f"<w:p>{look}{said}</w:p>", properties, content)


def texts(*, plain: bool) -> SearchStrategy[tuple[list[str], list[str]]]:
    one = paragraphs(plain=plain)
    pool = st.lists(one, min_size=1, max_size=3)
    return pool.flatmap(lambda known: st.tuples(*[st.lists(st.sampled_from(known) | one, max_size=4)] * 2))


def test_each_redline_of_the_corpus_is_the_one_that_is_written_element_by_element() -> None:
    assert [pair.name for pair in CORPUS if redlined(pair).file != _element_by_element(pair)] == []


@settings(max_examples=thorough(150), deadline=None)
@given(texts(plain=True) | texts(plain=False))
def test_random_paragraphs_are_the_same_either_way(sides: tuple[list[str], list[str]]) -> None:
    old, new = (read_docx(word_file("".join(blocks) + p()), "x.docx").document for blocks in sides)
    redline = compare(old, new)

    printed = write_docx_redline(redline)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WordEditor, "edit", lambda *_: False)
        assert printed == write_docx_redline(redline)


def test_most_edited_paragraphs_are_written_as_they_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ParagraphEditor, "_edit_elements", lambda *_: pytest.fail("it is nothing but words"))
    sides = (p(r("Each Party shall ") + MARKERS[2] + r("refrain")), p(r("Each Party ") + r("should refrain")))
    old, new = (read_docx(word_file(one), "x.docx").document for one in sides)

    write_docx_redline(compare(old, new))


def _element_by_element(pair: Pair) -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WordEditor, "edit", lambda *_: False)
        return compared(pair)[1]
