"""Word files with tracked changes, judged by code that shares nothing with reader or writer (`tests.judge`)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from lxml import etree
from tests.app.test_sample import VARIANTS, made
from tests.edit_strategies import document_pairs
from tests.judge.package import DOCUMENT, W, parts
from tests.judge.told import judge, text
from tests.readers.word_files import r
from tests.thoroughness import thorough
from tests.word.controls import control
from tests.writers.docx_specimens import MOMENT, treaty
from tests.writers.test_docx_decided import decided
from tests.writers.test_docx_properties import FEW
from tests.writers.test_docx_redline import Blk, Par, Tab, redline, versions
from tests.writers.test_docx_redline import made as word_made

from treatykit.compare import compare
from treatykit.model.content import NoteReference, Paragraph, Reference, Text
from treatykit.model.decide import Decision
from treatykit.model.document import Document, HeaderFooter, Pages, Place
from treatykit.model.normal import normalise
from treatykit.model.walk import map_document
from treatykit.ooxml.proof import prove
from treatykit.readers.docx import read_docx
from treatykit.writers.docx import write_docx
from treatykit.writers.docx_redline import write_docx_redline
from treatykit.writers.options import WriteOptions

PLAIN = WriteOptions(watermark=False)  # a redline has none
PAIRS = list(permutations(VARIANTS, 2))


def sayable(source: Document) -> Document:
    """Without notes in headers, which Word has none of, and without references, whose targets are made up here."""
    bare = map_document(replace(source, body=()), lambda each: without(each, NoteReference))
    return normalise(map_document(replace(source, headers=bare.headers), lambda each: without(each, Reference)))


def without(paragraph: Paragraph, kind: type[NoteReference] | type[Reference]) -> Paragraph:
    return replace(paragraph, inlines=tuple(each for each in paragraph.inlines if not isinstance(each, kind)))


@given(document_pairs(opaque=False))
@settings(FEW, max_examples=thorough(80))
def test_a_redline_is_the_new_text_accepted_and_the_old_one_rejected(pair: tuple[Document, Document]) -> None:
    old, new = map(sayable, pair)

    marked = write_docx(compare(old, new, author="Tesmar", date=MOMENT))

    assert judge(marked, "accept") == judge(write_docx(new))
    assert judge(marked, "reject") == judge(write_docx(old))


@given(document_pairs(opaque=False))
@settings(FEW)
def test_a_redline_decided_in_the_file_says_what_it_said_before(pair: tuple[Document, Document]) -> None:
    marked = write_docx(compare(*map(sayable, pair), author="Tesmar", date=MOMENT))

    for decision in Decision:
        assert judge(decided(marked, decision)) == judge(marked, decision.value)


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_a_redline_of_two_variants_is_either(old: str, new: str) -> None:
    before, after = (made(variant).document for variant in (old, new))

    marked = write_docx(compare(before, after, author="Tesmar", date=MOMENT), PLAIN)

    assert judge(marked, "accept") == judge(write_docx(after, PLAIN))
    assert judge(marked, "reject") == judge(write_docx(before, PLAIN))


def written_into(old: bytes, new: bytes) -> bytes:
    """The redline as it is written into a file of ours that somebody else has saved."""
    read = read_docx(new, "new.docx").document
    marked = compare(read_docx(old, "old.docx").document, read, author="Tesmar", date=MOMENT)
    return write_docx_redline(marked, onto=read.packages[0].name)


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_a_redline_written_into_a_variant_is_either(old: str, new: str) -> None:
    before, after = (write_docx(made(variant).document, PLAIN) for variant in (old, new))

    marked = written_into(before, after)

    assert judge(marked, "accept") == judge(after)
    assert judge(marked, "reject") == judge(before)


@given(versions())
@settings(FEW, max_examples=thorough(100))
def test_a_redline_written_into_somebodys_file_is_either_text(pair: tuple[list[Blk], list[Blk]]) -> None:
    old, new = word_made(pair[0]), word_made(pair[1])

    marked = redline(old, new)

    assert judge(marked, "accept") == judge(new)
    assert judge(marked, "reject") == judge(old)
    for decision in Decision:
        assert judge(decided(marked, decision)) == judge(marked, decision.value)


@pytest.mark.parametrize(
    "content",
    [f'<w:hyperlink w:anchor="x">{r("the river")}</w:hyperlink>', control(r("the river"))],
    ids=["link", "control"],
)
def test_a_paragraph_that_came_before_a_table_at_the_start_goes_with_the_link_or_control_in_it(content: str) -> None:
    kept = Tab((((Par((r("the Parties"),)),),),))
    old, new = word_made([kept]), word_made([Par((content,)), kept])

    marked = redline(old, new)

    assert judge(marked, "reject") == judge(old)
    assert judge(decided(marked, Decision.REJECT)) == judge(old)
    assert text(marked, "reject") == text(old)
    assert prove(marked, old, new).departures == ()


# --- the judge itself


def spoilt(part: str, change: Callable[[etree._Element], object]) -> bytes:
    """The file of the specimen with something done to one of its parts."""
    files = parts(write_docx(treaty()))
    root = etree.fromstring(files[part])
    change(root)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in (files | {part: etree.tostring(root)}).items():
            archive.writestr(name, data)
    return packed.getvalue()


def first(root: etree._Element, path: str) -> etree._Element:
    found = root.find(path, {"w": W.strip("{}")})
    assert found is not None
    return found


def drop(path: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        found = first(root, path)
        around = found.getparent()
        assert around is not None
        around.remove(found)

    return change


def say(path: str, name: str, value: str) -> Callable[[etree._Element], None]:
    return lambda root: first(root, path).set(f"{W}{name}", value)


def add(path: str, name: str, **said: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        etree.SubElement(first(root, path), f"{W}{name}", {f"{W}{key}": value for key, value in said.items()})

    return change


@pytest.mark.parametrize(
    ("part", "change"),
    [
        (DOCUMENT, drop(".//w:body/w:p")),
        (DOCUMENT, drop(".//w:body/w:p[w:r]/w:r")),
        (DOCUMENT, say(".//w:body/w:p/w:pPr/w:pStyle", "val", "TreatyBody")),
        (DOCUMENT, add(".//w:body/w:p/w:pPr", "jc", val="right")),
        (DOCUMENT, drop(".//w:r/w:rPr/w:i")),
        (DOCUMENT, drop(".//w:br")),
        (DOCUMENT, drop(".//w:tr[2]")),
        (DOCUMENT, drop(".//w:tc[2]")),
        (DOCUMENT, add(".//w:tr/w:trPr", "hidden")),
        (DOCUMENT, drop(".//w:footnoteReference")),
        (DOCUMENT, drop(".//w:bookmarkStart")),
        ("word/numbering.xml", say(".//w:lvl/w:lvlText", "val", "Art. %1")),
        ("word/numbering.xml", say(".//w:lvl/w:start", "val", "3")),
        ("word/styles.xml", say(".//w:style[@w:styleId='TreatyParagraph2']/w:pPr/w:numPr/w:numId", "val", "0")),
        ("word/footnotes.xml", drop(".//w:footnote[@w:id='1']//w:t")),
    ],
)
def test_the_judge_sees_what_is_not_the_same(part: str, change: Callable[[etree._Element], None]) -> None:
    assert judge(spoilt(part, etree.tostring)) == judge(write_docx(treaty()))
    assert judge(spoilt(part, change)) != judge(write_docx(treaty()))


def test_the_judge_sees_headers_that_are_not_the_same() -> None:
    variant = made("framework").document

    def headed(words: str, pages: Pages) -> bytes:
        header = HeaderFooter(section=0, place=Place.HEADER, pages=pages, blocks=(Paragraph((Text(words),)),))
        return write_docx(replace(variant, headers=(header,)), PLAIN)

    said = judge(headed("Draft of 1 May", Pages.DEFAULT))
    assert judge(write_docx(variant, PLAIN)) != said
    assert judge(headed("Draft of 2 May", Pages.DEFAULT)) != said
    assert judge(headed("Draft of 1 May", Pages.FIRST)) != said
