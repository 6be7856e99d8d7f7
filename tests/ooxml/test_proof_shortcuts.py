"""What is told once for equal bytes is not taken for equal where it is not: a planted fault for each shortcut."""

from __future__ import annotations

import pytest
from tests.ooxml.test_proof import BOTH, IN_LIST, found, spoilt
from tests.readers.word_files import NUMBERING, STYLES, cell, p, part, r, row, table, word_file
from tests.writers.test_docx_redline import redline

from treatykit.ooxml.proof import NEW, OLD, Aspect, prove

FIRST, SECOND = (f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in (1, 2))
BULLETS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
)
NUM = '<w:num w:numId="{}"><w:abstractNumId w:val="{}"/></w:num>'


def treaty(word: str) -> bytes:
    """A text of which next to nothing changes: the edit, long stretches of words, notes and tables."""
    numbered = "".join(p(f"Party {letter} is bound.", IN_LIST) for letter in "ABCD")
    styled = p(r("Peace"), '<w:pStyle w:val="Quote"/>') + p(r("Trade", '<w:rStyle w:val="Fett"/>'))
    noted = p(r("On earth") + FIRST) + p(r("On sea") + SECOND)
    cells = table(row(cell(p("left")), cell(p("right"))), row(cell(p("below")), cell(p("there"))))
    other = table(row(cell(p("one"))))
    notes = "".join(
        f'<w:footnote w:id="{number}">{p(r(words))}{p("One.", IN_LIST)}</w:footnote>'
        for number, words in ((1, "mountains"), (2, "rivers"))
    )
    return word_file(
        p(f"It is {word}.") + numbered + styled + noted + p("Between.") + cells + p("After.") + other + p("The end "),
        parts={
            "footnotes.xml": part("footnotes", notes),
            "numbering.xml": part("numbering", NUMBERING.replace("<w:num ", f"{BULLETS}<w:num ") + NUM.format(3, 1)),
        },
    )


OLD_TEXT, NEW_TEXT = treaty("void"), treaty("valid")
A_PARTY = r"<w:p>(?:(?!</w:p>).)*?Party {} is bound\.</w:t></w:r></w:p>"
B, C = (A_PARTY.format(letter) for letter in "BC")
OTHER_NOTES = '(<w:footnote w:id=")1(">.*?<w:footnote w:id=")2(")'
INTO_A_TABLE = r"(</w:tc></w:tr></w:tbl>)(<w:p>.*?</w:p>)"
CHARACTERS = r"<w:p><w:r><w:t><![CDATA[\1]]></w:t></w:r></w:p>"
BETWEEN = r"<w:p>(<w:r><w:t[^>]*>Between\..*?)</w:p>"
BEGUN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
SPAN = '<w:gridSpan w:val="2"/>'
GONE = '<w:del w:id="99" w:author="A"/>'
STRUCK = '<w:rPr><w:del w:id="99" w:author="A"/></w:rPr>'

FAULTS = {
    "a byte of an unchanged paragraph": ("document", "Party B is", "Party E is", Aspect.TEXT),
    "a space in an unchanged paragraph": ("document", "Party B is", "Party  B is", Aspect.TEXT),
    "an unchanged paragraph lost": ("document", B, "", Aspect.TEXT),
    "an unchanged paragraph twice": ("document", f"({B})", r"\1\1", Aspect.TEXT),
    "two unchanged paragraphs in each other's place": ("document", f"({B})({C})", r"\2\1", Aspect.TEXT),
    "two cells in each other's place": ("document", "left(.*?)right", r"right\1left", Aspect.TEXT),
    "a paragraph that came into a table": (
        "document",
        r"(</w:tc></w:tr></w:tbl>)(<w:p>.*?</w:p>)",
        r"\2\1",
        Aspect.TEXT,
    ),
    "a byte of an unchanged table": ("document", "below", "above", Aspect.TEXT),
    "an unchanged table lost": ("document", r"<w:tbl>.*?</w:tbl>", "", Aspect.TEXT),
    "a row of an unchanged table lost": ("document", r"<w:tr>(?:(?!</w:tr>).)*below.*?</w:tr>", "", Aspect.TABLES),
    "a cell that spans": ("document", r"<w:tcPr(?:/>|></w:tcPr>)", f"<w:tcPr>{SPAN}</w:tcPr>", Aspect.TABLES),
    "a wider table": (
        "document",
        r"<w:tblPr(?:/>|></w:tblPr>)",
        '<w:tblPr><w:tblW w:w="9"/></w:tblPr>',
        Aspect.FORMATTING,
    ),
    "a field that nobody ends before a table": ("document", "<w:tbl>", f"<w:p>{BEGUN}</w:p><w:tbl>", Aspect.TEXT),
    "an unchanged row that goes": ("document", r"<w:trPr(?:/>|></w:trPr>)", f"<w:trPr>{GONE}</w:trPr>", Aspect.TEXT),
    "a table within a table": ("document", r"(left.*?</w:p>)(.*?)(<w:tbl>.*?</w:tbl>)", r"\1\3\2", Aspect.TABLES),
    "another level of a list": ("document", '(<w:ilvl w:val=")0("/>.{0,120}Party B)', r"\g<1>1\2", Aspect.NUMBERS),
    "a style that is called otherwise": ("styles", '"Quote"/>', '"Other"/>', Aspect.FORMATTING),
    "a style of words that is called otherwise": ("styles", '"Strong"/>', '"Weak"/>', Aspect.FORMATTING),
    "a list that begins elsewhere": ("numbering", '<w:start w:val="1"/>', '<w:start w:val="3"/>', Aspect.NUMBERS),
    "a list that prints otherwise": ("numbering", "Article %1", "Clause %1", Aspect.NUMBERS),
    "another list of that id": ("numbering", '(w:numId="1"><w:abstractNumId w:val=")0', r"\g<1>1", Aspect.NUMBERS),
    "a list that nobody defines": ("numbering", 'w:numId="1"', 'w:numId="9"', Aspect.NUMBERS),
    "notes that lead to each other's words": ("footnotes", OTHER_NOTES, r"\g<1>2\g<2>1\3", Aspect.NOTES),
    "a note that leads to the other's words": ("document", '(Reference w:id=")1"', r'\g<1>2"', Aspect.NOTES),
    "a number in a note": ("footnotes", '<w:numId w:val="1"/>', '<w:numId w:val="3"/>', Aspect.NUMBERS),
    "a field that nobody ends": ("document", BETWEEN, rf"<w:p>{BEGUN}\1</w:p>", Aspect.TEXT),
    "a mark that goes": ("document", r"(</w:pPr><w:r><w:t[^>]*>Party B)", rf"{STRUCK}\1", Aspect.TEXT),
    "a name of another namespace": ("document", BETWEEN, r'<w:p xmlns:w="urn:x">\1</w:p>', Aspect.TEXT),
    "a paragraph in a comment": ("document", f"({BETWEEN})", r"<!--\1-->", Aspect.TEXT),
    "a paragraph of characters": (
        "document",
        f"({BETWEEN})",
        r"<w:p><w:r><w:t><![CDATA[\1]]></w:t></w:r></w:p>",
        Aspect.TEXT,
    ),
    "an unchanged paragraph struck": (
        "document",
        r"<w:p>(<w:r>)<w:t[^>]*>(Between\.)</w:t>(</w:r>)</w:p>",
        r'<w:p><w:del w:id="99" w:author="A">\1<w:delText>\2</w:delText>\3</w:del></w:p>',
        Aspect.TEXT,
    ),
    "words struck in a tag of two lines": (
        "document",
        r"<w:p>(<w:r>)<w:t[^>]*>(Between\.)</w:t>(</w:r>)</w:p>",
        '<w:p><w:del\nw:id="99" w:author="A">\\1<w:delText>\\2</w:delText>\\3</w:del></w:p>',
        Aspect.TEXT,
    ),
    "spaces that are not kept": ("document", r'<w:t xml:space="preserve">(The end)', r"<w:t>\1", Aspect.TEXT),
}
ONLY_NEW = {
    "a mark that goes",
    "words struck in a tag of two lines",
    "an unchanged row that goes",
    "an unchanged paragraph struck",
}


def test_nothing_is_wrong_with_it() -> None:
    assert found(prove(redline(OLD_TEXT, NEW_TEXT), OLD_TEXT, NEW_TEXT)) == set()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_what_did_not_change_is_found(fault: str) -> None:
    name, pattern, into, aspect = FAULTS[fault]
    marked = spoilt(redline(OLD_TEXT, NEW_TEXT), f"word/{name}.xml", pattern, into)
    sides = NEW if fault in ONLY_NEW else BOTH

    departures = found(prove(marked, OLD_TEXT, NEW_TEXT))

    assert {(side, aspect) for side in (NEW, OLD) if side & sides} <= departures


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_with_the_fault_is_no_other_file(fault: str) -> None:
    name, pattern, into, _ = FAULTS[fault]
    marked = redline(OLD_TEXT, NEW_TEXT)
    spoilt_new, spoilt_old = (spoilt(file, f"word/{name}.xml", pattern, into) for file in (NEW_TEXT, OLD_TEXT))

    departures = [found(prove(marked, *files)) for files in ((OLD_TEXT, spoilt_new), (spoilt_old, NEW_TEXT))]

    assert [{side for side, _ in each} for each in departures] == [{NEW}, {OLD}]


@pytest.mark.parametrize("pending", sorted(ONLY_NEW))
def test_what_is_pending_in_the_new_file_says_something_else_on_either_side(pending: str) -> None:
    name, pattern, into, _ = FAULTS[pending]
    marked, new = (spoilt(file, f"word/{name}.xml", pattern, into) for file in (redline(OLD_TEXT, NEW_TEXT), NEW_TEXT))

    assert found(prove(marked, OLD_TEXT, new)) == set()


SAME = {
    "spaces at the ends of a line": ("document", r'<w:t xml:space="preserve">Between\.', "<w:t> Between. "),
    "ids of editing sessions": ("document", "<w:p>(<w:r>)<w:t[^>]*>Between", r'<w:p w:rsidR="00AB12CD">\1<w:t>Between'),
    "runs": ("document", r"(<w:r>)(<w:t[^>]*>)Between\.", r"\1\2Bet</w:t></w:r>\1\2ween."),
}


@pytest.mark.parametrize("case", SAME)
def test_what_says_the_same_is_no_fault(case: str) -> None:
    name, pattern, into = SAME[case]
    marked = spoilt(redline(OLD_TEXT, NEW_TEXT), f"word/{name}.xml", pattern, into)

    assert found(prove(marked, OLD_TEXT, NEW_TEXT)) == set()


def tables(bold: str) -> bytes:
    """Two tables whose style makes the first row bold; in the second one, `bold` says so of one of its rows."""
    style = (
        '<w:style w:type="table" w:styleId="Head"><w:name w:val="Head"/><w:tblStylePr w:type="firstRow"><w:rPr><w:b/>'
        "</w:rPr></w:tblStylePr></w:style>"
    )
    said = '<w:tblStyle w:val="Head"/><w:tblLook w:firstRow="1"/>'
    cells = {words: row(cell(p(r(words, "<w:b/>" if words == bold else "")))) for words in ("first", "second")}
    plain = table(row(cell(p("first"))), row(cell(p("second"))), properties=said)
    return word_file(
        plain + p("Between.") + table(*cells.values(), properties=said),
        parts={"styles.xml": part("styles", STYLES + style)},
    )


@pytest.mark.parametrize(("bold", "sides"), [("first", set()), ("second", {NEW, OLD})])
def test_what_holds_in_a_row_anyway_need_not_be_said_there(bold: str, sides: set[int]) -> None:
    plain, said = tables(""), tables(bold)

    assert found(prove(said, plain, plain)) == {(side, Aspect.FORMATTING) for side in sides}
