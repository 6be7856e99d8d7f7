"""Redlines of Word files whose styles say something: what is bold by its style, and what is bold by hand.

What a run or paragraph says counts as far as it departs from its styles, so the same words may be read otherwise in a
paragraph of another style. Accepted and rejected, a redline is still read as the two files are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from lxml import etree
from tests.judge.package import parts
from tests.readers.word_files import NUMBERING, cell, p, part, r, row, table, word_file
from tests.thoroughness import thorough
from tests.writers.test_docx_redline import phrases, redline

from treatykit.compare import compare
from treatykit.model.decide import accept, reject
from treatykit.model.plain import plain_text
from treatykit.ooxml.disputes import disputed_styles
from treatykit.ooxml.names import NAMESPACES, short
from treatykit.ooxml.package import open_package
from treatykit.readers.docx import read_docx
from treatykit.writers.docx_redline import write_docx_redline

STYLES = """
<w:docDefaults>
  <w:rPrDefault><w:rPr><w:sz w:val="24"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/>
  <w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Point"><w:name w:val="Point"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:ind w:left="567" w:hanging="567"/></w:pPr>
</w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:pPr><w:spacing w:after="0"/></w:pPr>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>
"""
GRID = '<w:tblStyle w:val="Grid"/><w:tblLook w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'
LOOKS = ("", "<w:b/>", '<w:b w:val="0"/>', '<w:sz w:val="24"/>', '<w:sz w:val="32"/>', '<w:rStyle w:val="Strong"/>')
PARAGRAPH_STYLES = ("", "Loud", "Point")
LEVELS = tuple(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>' for level in (0, 1, 2))
DIRECT = (
    "",
    '<w:jc w:val="center"/>',
    '<w:jc w:val="left"/>',
    '<w:spacing w:after="120"/>',
    '<w:spacing w:after="0"/>',
    '<w:ind w:left="567" w:hanging="567"/>',
    *LEVELS,
)


@dataclass(frozen=True)
class Par:
    """A paragraph to be written: its runs, each with what it says of itself, its style and what it says directly."""

    runs: tuple[tuple[str, str], ...]
    style: str = ""
    direct: str = ""

    def xml(self) -> str:
        style = f'<w:pStyle w:val="{self.style}"/>' if self.style else ""
        return p("".join(r(words, look) for words, look in self.runs), style + self.direct)


@dataclass(frozen=True)
class Tab:
    """A table of one column to be written, whose first row is bold by its style."""

    rows: tuple[Par, ...]

    def xml(self) -> str:
        return table(*(row(cell(one.xml())) for one in self.rows), grid=(4000,), properties=GRID) + p()


Blk = Par | Tab

runs = st.tuples(phrases, st.sampled_from(LOOKS))
pars = st.builds(
    Par, st.lists(runs, min_size=1, max_size=3).map(tuple), st.sampled_from(PARAGRAPH_STYLES), st.sampled_from(DIRECT)
)
tabs = st.builds(Tab, st.lists(pars, min_size=1, max_size=3).map(tuple))


@st.composite
def versions(draw: DrawFn) -> tuple[list[Blk], list[Blk]]:
    """A text and what came of it: restyled, set otherwise, merged and split, with words and rows that came and went."""
    old = draw(st.lists(st.one_of(pars, pars, pars, tabs), min_size=1, max_size=5))
    new = list(old)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(new) - 1))
        match draw(st.sampled_from(["style", "direct", "look", "merge", "split", "insert", "delete", "words", "rows"])):
            case "style" if isinstance(one := new[at], Par):
                new[at] = replace(one, style=draw(st.sampled_from(PARAGRAPH_STYLES)))
            case "direct" if isinstance(one := new[at], Par):
                new[at] = replace(one, direct=draw(st.sampled_from(DIRECT)))
            case "look" if isinstance(one := new[at], Par):
                words = one.runs[0][0]
                new[at] = replace(one, runs=((words, draw(st.sampled_from(LOOKS))), *one.runs[1:]))
            case "merge" if at + 1 < len(new) and isinstance(a := new[at], Par) and isinstance(b := new[at + 1], Par):
                new[at : at + 2] = [replace(b, runs=(*a.runs, *b.runs))]
            case "split" if isinstance(one := new[at], Par) and len(one.runs) > 1:
                new[at : at + 1] = [replace(draw(pars), runs=one.runs[:1]), replace(one, runs=one.runs[1:])]
            case "insert":
                new.insert(at, draw(pars))
            case "delete" if len(new) > 1:
                new.pop(at)
            case "words" if isinstance(one := new[at], Par):
                new[at] = replace(one, runs=(*one.runs, draw(runs)))
            case "rows" if isinstance(tab := new[at], Tab):
                rows = list(tab.rows)
                rows.insert(draw(st.integers(0, len(rows))), draw(pars))
                new[at] = replace(tab, rows=tuple(rows[1:] if draw(st.booleans()) else rows))
            case _:
                pass
    return old, new


def made(text: list[Blk], styles: str = STYLES, lists: str = NUMBERING) -> bytes:
    sheets = {"styles.xml": part("styles", styles), "numbering.xml": part("numbering", lists)}
    return word_file("".join(one.xml() for one in text), parts=sheets)


@settings(max_examples=thorough(100), deadline=None)
@given(versions())
def test_read_again_it_gives_both_texts_whole(pair: tuple[list[Blk], list[Blk]]) -> None:
    before, after = (made(text) for text in pair)

    again = read_docx(redline(before, after), "redline.docx").document

    assert (reject(again), accept(again)) == tuple(read_docx(file, "x.docx").document for file in (before, after))


def old_look(file: bytes, of: str) -> list[str]:
    """What the first change record of a run (`r`) or a paragraph (`p`) says was there before, in short."""
    root = etree.fromstring(parts(file)["word/document.xml"])
    found = root.find(f".//w:{of}PrChange/w:{of}Pr", NAMESPACES)
    assert found is not None
    return [
        " ".join((short(str(node.tag)), *map(str, node.attrib.values()))).removeprefix("w:")
        for node in found.iter("*")
        if node is not found
    ]


def test_a_change_record_holds_all_that_was_said_and_not_what_departed() -> None:
    said = '<w:b/><w:sz w:val="24"/><w:lang w:val="en-GB"/>'
    old = made([Par((("peace", said),), "Loud", '<w:spacing w:after="120"/><w:jc w:val="right"/>')])
    new = made([Par((("peace", said + "<w:u w:val='single'/>"),), "Loud", '<w:jc w:val="left"/>')])

    marked = redline(old, new)

    assert old_look(marked, "r") == ["b", "sz 24", "lang en-GB"]
    assert old_look(marked, "p") == ["pStyle Loud", "spacing 120", "jc right"]


def test_a_style_that_only_the_old_look_wears_comes_along() -> None:
    more = STYLES + '<w:style w:type="character" w:styleId="Q"><w:name w:val="Quoted"/><w:rPr><w:i/></w:rPr></w:style>'
    old = made([Par((("peace", '<w:rStyle w:val="Q"/>'),))], more)

    marked = redline(old, made([Par((("peace", "<w:b/>"),))]))

    assert old_look(marked, "r") == ["rStyle Q"]
    assert b'<w:name w:val="Quoted"/>' in parts(marked)["word/styles.xml"]
    assert reject(read_docx(marked, "x").document) == read_docx(old, "x").document


def test_a_list_is_looked_up_in_the_text_as_it_was_before_anything_was_marked() -> None:
    words = (("the the ", ""),)
    old = made([Par((("the ", ""),), "", LEVELS[1]), Par(words), Par(words, "", LEVELS[0])])
    new = made([Par(words, "", LEVELS[0])])

    again = read_docx(redline(old, new), "redline.docx").document

    assert (reject(again), accept(again)) == tuple(read_docx(file, "x.docx").document for file in (old, new))


def test_a_point_that_was_put_on_another_level_can_be_put_back() -> None:
    def text(level: str) -> bytes:
        return made([Par((("One", ""),), "Point"), Par((("Two", ""),), "Point", level), Par((("Three", ""),), "Point")])

    marked = redline(text(""), text(LEVELS[2]))

    assert old_look(marked, "p") == ["pStyle Point"]
    again = read_docx(marked, "x").document
    assert plain_text(accept(again)).splitlines() == ["1. One", "(a) Two", "2. Three"]
    assert plain_text(reject(again)).splitlines() == ["1. One", "2. Two", "3. Three"]


def test_an_old_number_counts_on_in_a_list_that_another_program_has_written_anew() -> None:
    """The lists print the same under other ids; a list of its own for one old paragraph would begin at 1 again."""
    rewritten = NUMBERING.replace('w:numId="1"', 'w:numId="7"').replace('<w:numFmt w:val="decimal"/>', "") + " "
    two = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="{}"/></w:numPr>'
    old = made([Par(((word, ""),), "", two.format(1)) for word in ("One", "Two")])
    new = made(
        [Par((("One", ""),), "", two.format(7)), Par((("Two", ""),), "", two.format(7) + '<w:jc w:val="center"/>')],
        lists=rewritten,
    )

    marked = redline(old, new)

    assert old_look(marked, "p") == ["numPr", "ilvl 1", "numId 7"]
    assert plain_text(reject(read_docx(marked, "x").document)).splitlines() == ["1. One", "2. Two"]


def test_a_deleted_point_keeps_its_number_in_the_list_of_its_style() -> None:
    """Another program writes the list of the style into every paragraph, under the number that it gives the list."""
    rewritten = STYLES.replace('<w:numId w:val="1"/>', '<w:numId w:val="7"/>')
    lists = NUMBERING.replace('<w:num w:numId="1">', '<w:num w:numId="7">').replace(
        "<w:start", '<w:nsid w:val="A"/><w:start'
    )
    repeated = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>'
    old = made([Par(((word, ""),), "Point", repeated) for word in ("One", "Two", "Three")], rewritten, lists)
    new = made([Par(((word, ""),), "Point") for word in ("One", "Three")])

    marked = redline(old, new)

    assert plain_text(reject(read_docx(marked, "x").document)).splitlines() == ["1. One", "2. Two", "3. Three"]
    assert parts(marked)["word/numbering.xml"] == parts(new)["word/numbering.xml"]


# --- files whose styles of one name say something else

OTHER_STYLES = STYLES.replace('<w:sz w:val="24"/>', '<w:sz w:val="32"/>').replace(
    '<w:jc w:val="center"/>', '<w:jc w:val="left"/>'
)


@settings(max_examples=thorough(60), deadline=None)
@given(versions())
def test_read_beside_the_other_file_it_gives_both_texts_whole(pair: tuple[list[Blk], list[Blk]]) -> None:
    old, new = made(pair[0]), made(pair[1], OTHER_STYLES)
    disputed = disputed_styles(open_package(old, "old.docx"), open_package(new, "new.docx"))
    before, after = (read_docx(file, "x.docx", disputed).document for file in (old, new))

    marked = write_docx_redline(compare(before, after, author="Chair"))
    again = read_docx(marked, "redline.docx", disputed).document

    assert (accept(again), reject(again)) == (after, before)
