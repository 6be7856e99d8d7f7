"""The proof of a redline holds for what we write, finds every planted fault, and names what Word cannot track."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from tests.judge.package import parts
from tests.readers.word_files import cell, field, p, part, r, row, table, word_file
from tests.thoroughness import thorough
from tests.writers.test_docx_properties import FEW
from tests.writers.test_docx_redline import Blk, made, redline, versions

from treatykit.ooxml.proof import NEW, OLD, Aspect, Terms, Verdict, hear, prove

PNG = b"\x89PNG of a map"
MAP = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="map"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
    '<a:blip r:embed="{media/image1.png}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)
NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
BOTH = NEW | OLD
EQUATION = "<m:oMathPara><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></m:oMathPara>"
IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
COMMENTED = '<w:r><w:commentReference w:id="4"/></w:r>'


def treaty(
    *, shall: str = "shall", note: str = "on good faith", head: str = "Draft", bold: str = "", more: str = ""
) -> bytes:
    """A Word file with something of everything."""
    body = (
        p("Peace", IN_LIST)
        + p(
            r("Each Party ")
            + r(shall, bold)
            + r(" settle disputes")
            + NOTE
            + MAP
            + r(" by peaceful means.")
            + COMMENTED
        )
        + p(f'<w:hyperlink w:anchor="x">{r("See here")}</w:hyperlink>' + field("PAGE", "3"))
        + f'<w:sdt><w:sdtPr><w:tag w:val="seat"/></w:sdtPr><w:sdtContent>{p("The seat.")}</w:sdtContent></w:sdt>'
        + more
        + table(row(cell(p("left")), cell(p("right"))), row(cell(p("below")), cell(p("there"))))
        + p("Done.", '<w:jc w:val="center"/>')
    )
    return word_file(
        body,
        section='<w:headerReference w:type="default" r:id="{header1.xml}"/><w:pgSz w:w="11906" w:h="16838"/>',
        parts={
            "footnotes.xml": part("footnotes", f'<w:footnote w:id="1">{p(r(note))}</w:footnote>'),
            "header1.xml": part("hdr", p(head)),
            "comments.xml": part("comments", f'<w:comment w:id="4" w:author="C">{p("Why?")}</w:comment>'),
        },
        media={"media/image1.png": PNG},
    )


OLD_TEXT = treaty(shall="should", note="on bad faith", head="First draft", more=p("It lapses.") + p("It is void."))
NEW_TEXT = treaty(bold="<w:b/>", more=p("It lapses.", '<w:jc w:val="right"/>'))


def spoilt(file: bytes, part_name: str, pattern: str, into: str) -> bytes:
    """The file with something changed in one of its parts."""
    files = parts(file)
    changed, count = re.subn(pattern, into, files[part_name].decode(), count=1, flags=re.DOTALL)
    assert count == 1, "the fault was not planted"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in {**files, part_name: changed.encode()}.items():
            archive.writestr(name, data)
    return packed.getvalue()


def found(verdict: Verdict) -> set[tuple[int, Aspect]]:
    return {(one.side, one.aspect) for one in verdict.departures}


_NAMED = Aspect.CONTROLS


@given(versions())
@settings(FEW, max_examples=thorough(40))
def test_what_we_write_is_proved(pair: tuple[list[Blk], list[Blk]]) -> None:
    old, new = made(pair[0]), made(pair[1])

    # Where paragraphs of several controls were replaced by others, some controls end in another place: that is told.
    assert {(side, aspect) for side, aspect in found(prove(redline(old, new), old, new)) if aspect != _NAMED} == set()


@given(versions())
@settings(FEW, max_examples=thorough(40))
def test_a_file_is_no_redline_of_two_that_differ(pair: tuple[list[Blk], list[Blk]]) -> None:
    old, new = made(pair[0]), made(pair[1])

    assert prove(new, new, new).departures == ()
    assert bool(prove(new, old, new).departures) == bool(prove(old, old, new).departures)


def test_something_of_everything_is_compared() -> None:
    verdict = prove(redline(OLD_TEXT, NEW_TEXT), OLD_TEXT, NEW_TEXT)

    assert verdict.departures == ()
    assert set(verdict.proved) == set(Aspect)


STRUCK = r"<w:del [^>]*>(<w:r>(?:(?!</w:del>).)*should.*?)</w:del>"
ADDED = r"<w:ins [^>]*>(<w:r>(?:(?!</w:ins>).)*shall.*?)</w:ins>"
FAULTS = {
    "a word lost": ("document", r"peaceful ", "", BOTH, Aspect.TEXT),
    "a struck word lost": ("document", STRUCK, "", OLD, Aspect.TEXT),
    "a struck word kept": ("document", STRUCK, r"\1", NEW, Aspect.TEXT),
    "an insertion not marked": ("document", ADDED, r"\1", OLD, Aspect.TEXT),
    "a struck mark not marked": ("document", r"<w:rPr><w:del [^>]*/></w:rPr>", "", NEW, Aspect.TEXT),
    "an old alignment lost": ("document", r"<w:pPrChange.*?</w:pPrChange>", "", OLD, Aspect.FORMATTING),
    "a new look lost": ("document", r"<w:b/>", "", NEW, Aspect.FORMATTING),
    "a row lost": ("document", r"<w:tr>(?:(?!</w:tr>).)*below.*?</w:tr>", "", BOTH, Aspect.TABLES),
    "a picture lost": ("document", r"<w:drawing>.*?</w:drawing>", "", BOTH, Aspect.OBJECTS),
    "another picture": ("document", r"<wp:inline>", '<wp:inline distT="9">', BOTH, Aspect.OBJECTS),
    "a note lost": ("document", r"<w:footnoteReference [^>]*/>", "", BOTH, Aspect.NOTES),
    "a word of a note lost": ("footnotes", r" faith", "", BOTH, Aspect.NOTES),
    "a struck word of a header lost": ("header1", r"<w:delText.*?</w:delText>", "", OLD, Aspect.RUNNING),
    "a comment lost": ("document", r"<w:commentReference [^>]*/>", "", NEW, Aspect.COMMENTS),
    "a link lost": ("document", r"<w:hyperlink [^>]*>(.*?)</w:hyperlink>", r"\1", BOTH, Aspect.LINKS),
    "another field": ("document", r" PAGE ", " NUMPAGES ", BOTH, Aspect.FIELDS),
    "a control lost": (
        "document",
        r"<w:sdt>.*?<w:sdtContent>(.*?)</w:sdtContent></w:sdt>",
        r"\1",
        BOTH,
        Aspect.CONTROLS,
    ),
    "another control": ("document", r'"seat"', '"site"', BOTH, Aspect.CONTROLS),
    "a paragraph out of its control": (
        "document",
        r"<w:sdt>(.*?)<w:sdtContent>(.*?)</w:sdtContent></w:sdt>",
        r"\2<w:sdt>\1<w:sdtContent><w:p/></w:sdtContent></w:sdt>",
        BOTH,
        Aspect.CONTROLS,
    ),
    "a number lost": ("document", r"<w:numPr>.*?</w:numPr>", "", BOTH, Aspect.NUMBERS),
    "another page": ("document", r'w:w="11906"', 'w:w="12240"', BOTH, Aspect.PAGES),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault: str) -> None:
    name, pattern, into, sides, aspect = FAULTS[fault]
    marked = spoilt(redline(OLD_TEXT, NEW_TEXT), f"word/{name}.xml", pattern, into)

    assert {(side, aspect) for side in (NEW, OLD) if side & sides} <= found(prove(marked, OLD_TEXT, NEW_TEXT))


def test_both_files_are_heard_before_there_is_a_redline() -> None:
    heard = hear(OLD_TEXT, NEW_TEXT)
    good = redline(OLD_TEXT, NEW_TEXT)
    bad = spoilt(good, "word/document.xml", "peaceful ", "")

    assert [bool(heard.verdict(each).departures) for each in (good, bad, good)] == [False, True, False]


def test_looks_that_changed_places_are_found() -> None:
    plain, bold = p(r("Peace.")), p(r("Peace.", "<w:b/>"))
    one, other = word_file(plain + bold), word_file(bold + plain)

    assert found(prove(other, one, one)) == {(NEW, Aspect.FORMATTING), (OLD, Aspect.FORMATTING)}


def test_the_place_is_how_the_paragraph_begins() -> None:
    marked = spoilt(redline(OLD_TEXT, NEW_TEXT), "word/document.xml", "peaceful ", "")

    departure = prove(marked, OLD_TEXT, NEW_TEXT).departures[0]

    assert departure.place == "Each Party shall settle disputes by means."
    assert departure.is_binding


def controlled(tag: str, inside: str) -> bytes:
    """A file of blocks in a content control."""
    return word_file(in_control(tag, inside))


def in_control(tag: str, inside: str) -> str:
    """Blocks in a content control."""
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


UNTRACKED: dict[str, tuple[bytes, bytes, Aspect]] = {
    "a section break before a table": (
        word_file(p("Peace") + table(row(cell(p("War"))))),
        word_file(p("Peace", '<w:sectPr><w:type w:val="oddPage"/></w:sectPr>') + table(row(cell(p("War"))))),
        Aspect.PAGES,
    ),
    "a section break before a table, in a paragraph that is set otherwise": (
        word_file(p("Peace") + table(row(cell(p("War"))))),
        word_file(
            p("Peace", '<w:jc w:val="right"/><w:sectPr><w:type w:val="oddPage"/></w:sectPr>')
            + table(row(cell(p("War"))))
        ),
        Aspect.PAGES,
    ),
    "a section break before a table, parted from it by words that came": (
        word_file(p("Peace", '<w:sectPr><w:type w:val="oddPage"/></w:sectPr>') + table(row(cell(p("War"))))),
        word_file(
            p("Peace", '<w:sectPr><w:type w:val="oddPage"/></w:sectPr>') + p("Truce") + table(row(cell(p("War"))))
        ),
        Aspect.PAGES,
    ),
    "the code of a field that prints the same": (
        word_file(p(f'<w:fldSimple w:instr="QUOTE x">{r("Peace")}</w:fldSimple>')),
        word_file(p(f'<w:fldSimple w:instr="QUOTE y">{r("Peace")}</w:fldSimple>')),
        Aspect.FIELDS,
    ),
    "the tag of a control": (controlled("a", p("Peace")), controlled("b", p("Peace")), Aspect.CONTROLS),
    "a block that is kept unread, put into a control": (
        word_file(EQUATION + in_control("seat", p("Peace"))),
        word_file(in_control("seat", EQUATION + p("Peace"))),
        Aspect.CONTROLS,
    ),
    "a control around words that stay": (
        word_file(p("Peace")),
        word_file(p(f"<w:sdt><w:sdtContent>{r('Peace')}</w:sdtContent></w:sdt>")),
        Aspect.CONTROLS,
    ),
}


@pytest.mark.parametrize("case", UNTRACKED)
def test_what_word_cannot_track_is_named_and_does_not_fail(case: str) -> None:
    old, new, aspect = UNTRACKED[case]

    (departure,) = prove(redline(old, new), old, new).departures

    assert (departure.side, departure.aspect, departure.untracked) == (OLD, aspect, True)
    assert not departure.is_binding


CONTAINERS = {
    "a cell": lambda inside: word_file(table(row(cell(inside)))),
    "a note": lambda inside: word_file(
        p(r("Peace") + NOTE), parts={"footnotes.xml": part("footnotes", f'<w:footnote w:id="1">{inside}</w:footnote>')}
    ),
    "a box": lambda inside: word_file(p(f"<w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r>")),
}


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("inside", ["", table(row(cell(p("tea"))))])
def test_a_paragraph_that_a_file_leaves_out_at_an_end_is_there_all_the_same(container: str, inside: str) -> None:
    without, ended = (CONTAINERS[container](each) for each in (inside, f"{inside}<w:p/>"))

    assert prove(ended, without, without).departures == ()
    assert prove(without, ended, ended).departures == ()
    assert prove(CONTAINERS[container](inside + p("tea")), without, without).departures != ()


def test_what_a_style_says_anyway_need_not_be_said() -> None:
    bold = part(
        "styles", '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    styled = '<w:pStyle w:val="B"/>'
    old = word_file(p(r("Peace", "<w:b/>"), styled), parts={"styles.xml": bold})
    new = word_file(p(r("Peace"), styled), parts={"styles.xml": bold})

    assert prove(redline(old, new), old, new).departures == ()


IGNORED: dict[str, tuple[Terms, Callable[[], bytes]]] = {
    "formatting": (Terms(formatting=False), lambda: word_file(p(r("Peace is made.", "<w:b/>")))),
    "case": (Terms(same=str.casefold), lambda: word_file(p("PEACE is made."))),
}


@pytest.mark.parametrize("case", IGNORED)
def test_what_was_passed_over_is_not_missed(case: str) -> None:
    terms, make = IGNORED[case]
    old, new = word_file(p("Peace is made.")), make()

    assert prove(new, old, new, terms).departures == ()
    assert prove(new, old, new).departures != ()
    assert prove(new, word_file(p("War is made.")), new, terms).departures != ()
