"""The judges of the corpus see what is wrong: a planted fault in a good redline, or in a good package, each."""

from __future__ import annotations

import pytest
from tests.judge.edit import distance, fewest, tokens
from tests.judge.marks import marks
from tests.judge.package import DOCUMENT
from tests.judge.sound import flaws
from tests.judge.told import judge
from tests.judge.validator import complaints
from tests.word.body import field, p, r
from tests.word.controls import around_blocks, around_rows
from tests.word.objects import displayed
from tests.word.package_builder import A4, docx, relation, unzipped, zipped
from tests.word.tables import row, table

MARK = 'w:id="{}" w:author="Chair" w:date="2026-03-01T10:00:00Z"'


def tracked(kind: str, *runs: str, number: int = 1) -> str:
    """Runs that came, went or moved."""
    return f"<w:{kind} {MARK.format(number)}>{''.join(runs)}</w:{kind}>"


def struck(words: str) -> str:
    """A run of struck words."""
    return r(words).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")


def paragraph(*content: str) -> bytes:
    """A file of one paragraph."""
    return docx(p(*content))


GOOD = paragraph("Each Party ", tracked("del", struck("should")), tracked("ins", r("shall"), number=2), " refrain.")


def spoilt(part: str, old: str, new: str) -> bytes:
    """The good file with something else in one of its parts."""
    files = unzipped(GOOD)
    text = files[part].decode()
    assert old in text
    return zipped({**files, part: text.replace(old, new, 1).encode()})


def without(part: str) -> bytes:
    """The good file without a part."""
    return zipped({name: data for name, data in unzipped(GOOD).items() if name != part})


def link(name: str) -> str:
    """Words that lead to an address."""
    return f'<w:hyperlink r:id="{relation(name)}">{r("words")}</w:hyperlink>'


def controlled(tag: str) -> str:
    """Words in a control."""
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{r("words")}</w:sdtContent></w:sdt>'


def test_nothing_is_wrong_with_a_good_file() -> None:
    assert flaws(GOOD) == []


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (without("word/theme/theme1.xml"), "leads to word/theme/theme1.xml, which is not there"),
        (zipped({**unzipped(GOOD), "word/media/lost.png": b""}), "word/media/lost.png: nothing leads to it"),
        (zipped({**unzipped(GOOD), "word/lost.bin": b""}), "word/lost.bin: no content type"),
        (spoilt(DOCUMENT, 'w:id="2"', 'w:id="1"'), "the id 1 given 2 times"),
        (spoilt(DOCUMENT, ' w:author="Chair"', ""), "del without an author"),
        (spoilt(DOCUMENT, "<w:p>", '<w:p><w:pPr><w:pStyle w:val="X"/></w:pPr>'), "no style is called X"),
        (spoilt(DOCUMENT, "<w:sectPr>", '<w:sectPr><w:headerReference r:id="r9"/>'), "r9, which is not there"),
        (spoilt(DOCUMENT, 'mc:Ignorable="w14', 'mc:Ignorable="tk w14'), "nobody declared tk"),
        (paragraph(tracked("del", r("should"))), "t 'should' in a deletion"),
        (paragraph(struck("should")), "delText 'should' outside a deletion"),
        (paragraph(tracked("moveFrom", r("words"))), "moveFrom outside a range"),
        (paragraph(f'<w:moveFromRangeStart {MARK.format(1)} w:name="a"/>'), "moves do not pair"),
        (paragraph(tracked("ins", tracked("ins", r("words"), number=2))), "ins within ins"),
        (paragraph(f"<w:customXmlDelRangeStart {MARK.format(1)}/>", "words"), "customXmlDel do not pair"),
    ],
)
def test_a_flaw_is_found(file: bytes, said: str) -> None:
    assert any(said in flaw for flaw in flaws(file))


def test_the_validator_finds_a_misplaced_element_again_and_again() -> None:
    misplaced = spoilt(DOCUMENT, "<w:sectPr>", "<w:r/><w:sectPr>")

    assert complaints(GOOD) == complaints(GOOD) == []
    assert complaints(misplaced) == complaints(misplaced) != []


def test_the_marks_of_a_redline_are_read_as_stretches() -> None:
    came, went = tracked("ins", r("b "), r("c", "<w:b/>")), tracked("del", struck("e"), number=2)

    found = marks(paragraph("a ", came, " d", went))

    assert (found.came["ins"], found.came["del"], found.cut) == (["b c"], ["e"], ["e"])


def test_a_mark_that_parts_a_word_is_found() -> None:
    assert marks(paragraph("frontier", tracked("ins", r("s")))).cut == ["s"]
    assert marks(paragraph("frontier", tracked("ins", r(", and so on")))).cut == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (p("Article\u00a05"), p("Article 5")),
        (p(r("words", '<w:rStyle w:val="Strong"/>')), p("words")),
        (p(r("words", "<w:b/>")), p("words")),
        (p("words", look="<w:keepNext/>"), p("words")),
        (p(field("REF a", "1")), p(field("REF b", "1"))),
        (p(link("here")), p(link("there"))),
        (p(controlled("a")), p(controlled("b"))),
        (around_blocks(p("words"), tag="a"), around_blocks(p("words"), tag="b")),
        (around_blocks(p("one"), p("two")), around_blocks(p("one")) + p("two")),
        (table(around_rows(row("a", "b"))), table(row("a", "b"))),
        (p("words") + f'<w:altChunk r:id="{relation("here")}"/>', p("words")),
        (p("words") + displayed("x=1"), p("words") + displayed("x=2")),
    ],
)
def test_the_judge_sees_what_an_exact_judge_must(left: str, right: str) -> None:
    links = {"here": "https://here.example", "there": "https://there.example"}
    assert judge(docx(left, links=links), exact=True) != judge(docx(right, links=links), exact=True)


@pytest.mark.parametrize(("kind", "decision"), [("Ins", "reject"), ("Del", "accept")])
def test_the_judge_decides_controls_by_the_ranges_around_their_ends(kind: str, decision: str) -> None:
    first, last = (
        (f"<w:customXml{kind}RangeStart {MARK.format(number)}/>", f'<w:customXml{kind}RangeEnd w:id="{number}"/>')
        for number in (1, 2)
    )
    within = f"{first[1]}{p('one')}{p('two')}{last[0]}"
    file = docx(first[0] + around_blocks(within) + last[1])
    other = "reject" if decision == "accept" else "accept"

    assert judge(file, decision, exact=True) == judge(docx(p("one"), p("two")), exact=True)
    assert judge(file, other, exact=True) == judge(docx(around_blocks(p("one"), p("two"))), exact=True)


def test_the_judge_sees_pages_that_are_set_up_otherwise() -> None:
    wide = A4.replace('w:left="1440"', 'w:left="2000"')
    assert judge(docx(p("words")), exact=True) != judge(docx(p("words"), section=wide), exact=True)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (p(r("words", "<w:b w:val='0'/>")), p("words")),
        (p(r("words", '<w:sz w:val="24"/>')), p("words")),
        (p("words", style="Quote", look='<w:ind w:left="720"/>'), p("words", style="Quote")),
        (p(r("wo"), r("rds")), p("words")),
    ],
)
def test_what_holds_anyway_is_the_same_to_the_judge(left: str, right: str) -> None:
    assert judge(docx(left), exact=True) == judge(docx(right), exact=True)


def test_the_smallest_edit_is_counted_in_words() -> None:
    text = "A vice-chair’s 2,500 words, 争端."
    assert tokens(text) == ["A", "vice-chair’s", "2,500", "words", ",", "争", "端", "."]
    assert distance(["a", "b", "c", "d"], ["a", "x", "c"]) == 3
    assert fewest(judge(docx(p("a b c"))), judge(docx(p("a c"), p("d")))) == 2
