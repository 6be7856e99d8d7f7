"""A paragraph that is read from its bytes says what its elements say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.word_files import p, part, word_file

from treatykit.errors import UnreadableError
from treatykit.ooxml.proof.looks import Numbers
from treatykit.ooxml.proof.opened import opened
from treatykit.ooxml.proof.plain import plain
from treatykit.ooxml.proof.said import Par, ParagraphLook, Said
from treatykit.ooxml.proof.stories import said
from treatykit.ooxml.style_facets import Disputed

PLAIN = (
    "<w:r><w:t>Peace</w:t></w:r>",
    '<w:r w:rsidR="00AB12CD"><w:t xml:space="preserve"> and war </w:t></w:r>',
    "<w:r><w:t> spaces \t</w:t></w:r>",
    "<w:r><w:t></w:t></w:r>",
    "<w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r>",
    '<w:r><w:rPr><w:lang w:val="fr-FR"/><w:b w:val="0"/></w:rPr><w:lastRenderedPageBreak/><w:t>Жук</w:t></w:r>',
    '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>',
)
MORE = (
    "<w:r><w:t>War &amp; peace</w:t></w:r>",
    "<w:r><w:t>two\nlines</w:t></w:r>",
    "<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r>",
    "<w:r><w:rPr><w:b/><w:rPrChange w:id='1' w:author='A'><w:rPr/></w:rPrChange></w:rPr><w:t>was plain</w:t></w:r>",
    '<w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="A"/></w:rPr><w:t>was nobody knows what</w:t></w:r>',
    '<w:ins w:id="2" w:author="A"><w:r><w:t>came</w:t></w:r></w:ins>',
    '<w:del w:id="3" w:author="A"><w:r><w:delText>went</w:delText></w:r></w:del>',
    '<w:hyperlink w:anchor="a"><w:r><w:t>link</w:t></w:r></w:hyperlink>',
    '<w:fldSimple w:instr=" REF a "><w:r><w:t>5</w:t></w:r></w:fldSimple>',
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    '<w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:t>a</w:t></w:r><w:pPr/>',
    '<w:r w:other="a > b"><w:t>sign</w:t></w:r>',
    "<w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t><w:t>er</w:t></w:r>",
    '<w:bookmarkStart w:id="7" w:name="/>"/>',
)
PROPERTIES = (
    "",
    "<w:pPr/>",
    '<w:pPr><w:pStyle w:val="Clause"/></w:pPr>',
    '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:i/></w:rPr></w:pPr>',
    '<w:pPr><w:rPr><w:ins w:id="4" w:author="A"/></w:rPr></w:pPr>',
    '<w:pPr><w:rPr><w:del w:id="5" w:author="A"/></w:rPr></w:pPr>',
    '<w:pPr><w:jc w:val="left"/><w:pPrChange w:id="6" w:author="A"><w:pPr/></w:pPrChange></w:pPr>',
    '<w:pPr><w:jc w:val="left"/><w:pPrChange w:id="6" w:author="A"/></w:pPr>',
    '<w:pPr><w:sectPr><w:pgSz w:w="100"/></w:sectPr></w:pPr>',
)

contents = st.lists(st.sampled_from((*PLAIN, *PLAIN, *MORE)), max_size=4).map("".join)
paragraphs = st.builds(
    lambda said, content: f"<w:p>{said}{content}</w:p>", st.sampled_from((*PROPERTIES[:4] * 2, *PROPERTIES)), contents
)


in_blocks = st.sampled_from(
    (
        "{}",
        "{}",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:tbl><w:tr><w:tc><w:tcPr/>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        "<w:p><w:r><w:t>before</w:t></w:r><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>",
        "<w:p><w:r><w:drawing><w:other>{}</w:other></w:drawing></w:r></w:p>",
        "<w:other>{}</w:other>",
        "<w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>{}",
    )
)
bodies = st.lists(
    st.builds(
        lambda around, inside: around.replace("{}", inside), in_blocks, st.lists(paragraphs, max_size=3).map("".join)
    ),
    max_size=3,
).map("".join)


def read(paragraph: bytes) -> Par | None:
    return plain(paragraph, lambda _: LOOK, len)


def sides(body: str) -> tuple[Said, Said]:
    notes = part("footnotes", f"<w:footnote w:id='1'>{p('Peace.')}{p('Love.')}</w:footnote>")
    return said(opened(word_file(body, parts={"footnotes.xml": notes}), NUMBERS, Disputed, {}))


NUMBERS = Numbers()
LOOK = ParagraphLook(None, 0, None, None, None, None)


@given(bodies)
def test_its_bytes_say_what_its_elements_say(body: str) -> None:
    by_elements = sides(f"{body}<!-- where a comment stands, no bytes are asked -->")

    assert sides(body) == by_elements


@pytest.mark.parametrize("content", PLAIN)
def test_words_are_plain(content: str) -> None:
    assert read(f"<w:p>{content}</w:p>".encode()) is not None
    assert read(p(content, '<w:jc w:val="left"/>').encode()) is not None


@pytest.mark.parametrize("content", MORE)
def test_whatever_else_stands_there_is_left_to_xml(content: str) -> None:
    assert read(f"<w:p>{content}</w:p>".encode()) is None


@pytest.mark.parametrize(
    "paragraph",
    [
        '<w:p w:rsidR="01" w:rsidR="01"><w:r><w:t>War</w:t></w:r></w:p>',
        '<w:p w14:paraId="01"><w:r><w:t>War</w:t></w:r></w:p>',
        '<w:p><w:r x:rsidR="01"><w:t>War</w:t></w:r></w:p>',
        "<w:p><w:r><w:t>War ]]> peace</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>War \x01</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>War \uffff</w:t></w:r></w:p>",
        '<w:p><w:pPr><w:jc w:val="a" w:val="b"/></w:pPr><w:r><w:t>War</w:t></w:r></w:p>',
        '<w:p><w:pPr><x:jc w:val="a"/></w:pPr><w:r><w:t>War</w:t></w:r></w:p>',
        '<w:p><w:r><w:rPr><w:b w:val="a" w:val="b"/></w:rPr><w:t>War</w:t></w:r></w:p>',
        '<w:p><w:bookmarkStart w:id="1" w:id="1"/><w:r><w:t>War</w:t></w:r></w:p>',
        '<w:p><w:bookmarkStart w:id="1" w:name="&x;"/><w:r><w:t>War</w:t></w:r></w:p>',
    ],
)
def test_what_is_no_xml_is_refused_all_the_same(paragraph: str) -> None:
    with pytest.raises(UnreadableError):
        sides(p("Peace.") + paragraph)
