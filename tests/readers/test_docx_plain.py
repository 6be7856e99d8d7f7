"""A paragraph of nothing but words and notes says the same however it is read: from its bytes, or walked through."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readers.word_files import p, part, word_file
from tests.thoroughness import thorough

from treatykit.model.content import Paragraph
from treatykit.model.plain import paragraph_text
from treatykit.model.walk import story_paragraphs
from treatykit.ooxml.names import NAMESPACES
from treatykit.readers.docx import read_docx

STYLES = '<w:style w:type="paragraph" w:styleId="Lead"><w:name w:val="Lead"/><w:rPr><w:b/></w:rPr></w:style>'
LOOKS = ("", "<w:rPr/>", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:i/><w:lang w:val="fr-FR"/></w:rPr>')
CHANGED = '<w:rPr><w:b/><w:rPrChange w:id="7" w:author="A"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>'
PROPERTIES = ("", '<w:pStyle w:val="Lead"/>', '<w:jc w:val="center"/><w:rPr><w:b/></w:rPr>')
TRACKED_MARK = '<w:rPr><w:del w:id="8" w:author="A"/></w:rPr>'
TEXT = "<w:r><w:t>text</w:t></w:r>"
WALKED = '<w:permEnd w:id="9"/>'  # a marker that means nothing and is no plain word

texts = st.text(st.sampled_from("ab \t\n\r&<>é“"), max_size=6).map(
    lambda text: escape(text, {"\r": "&#13;"}).replace("&gt;", ">")  # which may stand as it is
)
leaves = st.one_of(
    texts.map(lambda text: f"<w:t>{text}</w:t>"),
    texts.map(lambda text: f'<w:t xml:space="preserve">{text}</w:t>'),
    st.sampled_from(("<w:t/>", "<w:tab/>", "<w:lastRenderedPageBreak/>", "<w:br/>", "<w:noBreakHyphen/>")),
    st.sampled_from(('<w:footnoteReference w:id="1"/>', '<w:endnoteReference w:id="7"/>', "<w:footnoteRef/>")),
)
runs = st.builds(
    lambda look, content: f'<w:r w:rsidR="00A1">{look}{"".join(content)}</w:r>',
    st.sampled_from((*LOOKS, CHANGED)),
    st.lists(leaves, max_size=3),
)
beside = st.sampled_from(('<w:proofErr w:type="spellStart"/>', '<w:bookmarkStart w:id="1" w:name="x"/>'))
words = st.builds(
    lambda look, kept, text: f"<w:r>{look}<w:t{kept}>{text}</w:t></w:r>",
    st.sampled_from(LOOKS),
    st.sampled_from(("", ' xml:space="preserve"')),
    st.text(st.sampled_from("ab \té"), min_size=1, max_size=4),
)
contents = st.lists(st.one_of(runs, runs, beside), max_size=5).map("".join)
properties = st.sampled_from((*PROPERTIES, TRACKED_MARK))


@settings(max_examples=thorough(40))
@given(contents, properties, contents)
def test_from_its_bytes_and_walked_through_a_paragraph_reads_the_same(content: str, said: str, note: str) -> None:
    note = f'<w:footnote w:id="1">{p(note)}{p(TEXT)}</w:footnote>'
    plain = read(p(content, said), note)
    walked = read(p(content + WALKED, said), note.replace("</w:p>", f"{WALKED}</w:p>"))

    assert plain == walked
    for one, other in zip(story_paragraphs(plain), story_paragraphs(walked), strict=True):
        assert [place[2:] for place in places(one)] == [place[2:] for place in places(other)]
    assert places(plain[0]) == places(walked[0])


@settings(max_examples=thorough(30))
@given(st.lists(words, min_size=2, max_size=4).map("".join))
def test_words_in_several_runs_stand_where_they_stand(content: str) -> None:
    plain, walked = read(p(content), ""), read(p(content + WALKED), "")

    assert plain == walked
    for one, other in zip(plain, walked, strict=True):
        assert [place[2:] for place in places(one)] == [place[2:] for place in places(other)]


@settings(max_examples=thorough(10))
@given(st.lists(contents, min_size=1, max_size=4))
def test_what_stands_before_a_paragraph_does_not_hide_its_place(before: list[str]) -> None:
    content = '<w:r><w:t>last</w:t></w:r><w:hyperlink w:anchor="x"><w:r><w:t>link</w:t></w:r></w:hyperlink>'
    table = f"<w:tbl><w:tr><w:tc>{p(before[0])}</w:tc></w:tr></w:tbl>"
    blocks = read_docx(word_file("".join(map(p, before)) + table + p(content)), "a.docx").document.body
    walked = read_docx(
        word_file("".join(p(one + WALKED) for one in before) + table + p(content)), "a.docx"
    ).document.body

    assert isinstance(blocks[-1], Paragraph)
    assert isinstance(walked[-1], Paragraph)
    assert places(blocks[-1])[0][1] + len(before) == places(walked[-1])[0][1]


WORDS = "<w:r><w:t>one & two\n</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t> three</w:t><w:tab/></w:r>".replace(
    "&", "&amp;"
)
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
SPELLINGS: dict[str, Callable[[bytes], bytes]] = {
    "quoted otherwise": lambda xml: xml.replace(b'"', b"'"),
    "lines that end otherwise": lambda xml: xml.replace(b"\n", b"\r\n"),
    "a character by its number": lambda xml: xml.replace(b"three", b"thr&#x65;&#101;"),
    "words that are no markup": lambda xml: xml.replace(b"one &amp; two", b"<![CDATA[one & two]]>"),
    "a comment": lambda xml: xml.replace(b"<w:body>", b"<w:body><!-- <w:p><w:r/></w:p> -->"),
    "an instruction": lambda xml: xml.replace(b"<w:body>", b"<w:body><?x <w:p/> ?>"),
    "another prefix": lambda xml: re.sub(rb"(?<=[</ ])w:(?=\w)", b"v1:", xml).replace(b"xmlns:w=", b"xmlns:v1="),
    "another encoding": lambda xml: xml.replace(b"UTF-8", b"UTF-16").decode().encode("utf-16"),
    "a byte order mark": lambda xml: b"\xef\xbb\xbf" + xml,
    "a prefix given again": lambda xml: xml.replace(b"<w:tbl>", f'<w:tbl xmlns:w="{NAMESPACES["w"]}">'.encode()),
    "strict names": lambda xml: xml.replace(NAMESPACES["w"].encode(), STRICT),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_however_a_file_is_spelt_it_says_the_same(spelling: str) -> None:
    body = f"{p(WORDS)}<w:tbl><w:tr><w:tc>{p(WORDS)}</w:tc></w:tr></w:tbl>{p(WORDS + WALKED)}{p('')}<w:p/>"
    usual = read_docx(word_file(body), "a.docx").document.body
    other = read_docx(respelt(word_file(body), SPELLINGS[spelling]), "a.docx").document.body

    assert other == usual
    assert [places(one) for one in story_paragraphs(other)] == [places(one) for one in story_paragraphs(usual)]


def test_what_is_only_spelt_like_a_paragraph_is_none() -> None:
    fake = f'<x:p xmlns:x="{NAMESPACES["w"]}"><x:r><x:t>true</x:t></x:r></x:p>'
    body = fake + '<w:p xmlns:w="urn:other"><w:r><w:t>false</w:t></w:r></w:p>'
    first, *_ = read_docx(word_file(body), "a.docx").document.body

    assert isinstance(first, Paragraph)
    assert paragraph_text(first) == "true"


@pytest.mark.parametrize("end", ["</w:pPr>", "</w:rPr>", "</w:t>", "</w:r>", "</w:p>"])
def test_an_end_that_is_written_otherwise_is_not_looked_for_to_the_last(end: str) -> None:
    body = p(f"<w:r><w:rPr><w:b/></w:rPr>{TEXT.removeprefix('<w:r>')}", '<w:jc w:val="center"/>')
    usual = read_docx(word_file(body), "a.docx").document.body
    data = word_file(body.replace(end, f"{end[:-1]} >") * 8000)  # 16 seconds where each end is looked for to the last
    begun = time.process_time()

    assert read_docx(data, "a.docx").document.body == usual * 8000
    assert time.process_time() - begun < 8


def respelt(data: bytes, spell: Callable[[bytes], bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, spell(old.read(name)) if name == "word/document.xml" else old.read(name))
    return made.getvalue()


def read(paragraph: str, notes: str) -> tuple[Paragraph, Paragraph]:
    """The paragraph, twice in one file: what is known of its looks the second time is only found the first time."""
    parts = {"styles.xml": part("styles", STYLES), "footnotes.xml": part("footnotes", notes)}
    first, second = read_docx(word_file(paragraph * 2, parts=parts), "a.docx").document.body[:2]
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    return first, second


def places(paragraph: Paragraph) -> list[tuple[str, int, int, int]]:
    sources = [source for node in (*paragraph.inlines, paragraph.mark) for source in node.source]
    return [(one.part, one.element, one.start, one.stop) for one in sources]
