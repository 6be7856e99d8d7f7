"""Fields, notes, moves and spacers in a redline that is written into a file that is there already."""

from __future__ import annotations

from lxml import etree
from tests.judge.package import DOCUMENT, W, parts
from tests.judge.told import judge
from tests.readers.word_files import cell, field, p, r, row, table, word_file
from tests.writers.docx_specimens import MOMENT, article, document, item, paragraph
from tests.writers.docx_specimens import cell as signed
from tests.writers.test_docx_redline import redline

from treatykit.compare import compare
from treatykit.model.citations import refer
from treatykit.model.content import Block, NoteReference, Reference, Row, Table
from treatykit.model.properties import Role
from treatykit.readers.docx import read_docx
from treatykit.writers.docx import write_docx
from treatykit.writers.docx_redline import write_docx_redline

TARGET = p(f'<w:bookmarkStart w:id="3" w:name="_Ref1"/>{r("The frontier is closed.")}<w:bookmarkEnd w:id="3"/>')
CITING = p(r("As provided in ") + field(r"REF _Ref1 \h", "Article 1") + r(" of this text"))
FINAL = article("A final article without a text")
END = p("The end of the text of this treaty")


def body(file: bytes) -> etree._Element:
    return etree.fromstring(parts(file)[DOCUMENT])


def codes(file: bytes) -> list[str]:
    return [" ".join((code.text or "").split()) for code in body(file).iter(f"{W}instrText", f"{W}delInstrText")]


def ours(*blocks: Block) -> bytes:
    return write_docx(refer(document(*blocks)))


def written_into(old: bytes, new: bytes) -> bytes:
    read = read_docx(new, "new.docx").document
    marked = compare(read_docx(old, "old.docx").document, read, author="Chair", date=MOMENT)
    return write_docx_redline(marked, onto=read.packages[0].name)


def test_a_struck_reference_to_what_stays_behind_is_words() -> None:
    marked = redline(word_file(TARGET + CITING + END), word_file(END))

    assert codes(marked) == []
    assert "Article 1" in "".join(str(words) for words in body(marked).itertext())


def test_a_struck_reference_to_what_is_still_there_is_a_field() -> None:
    assert codes(redline(word_file(TARGET + CITING + END), word_file(TARGET + END))) == [r"REF _Ref1 \h"]


def test_a_reference_that_led_nowhere_before_leads_nowhere_still() -> None:
    assert codes(redline(word_file(CITING + END), word_file(END))) == [r"REF _Ref1 \h"]


def test_a_struck_reference_in_a_file_of_ours_finds_the_bookmark_of_its_key() -> None:
    trade = (article("Trade", key="trade"), item("Trade is free."))
    peace = (article("Peace", key="peace"), item("Peace reigns."))
    citing = item("The frontier is open to all, as provided in ", Reference("peace", ""), ".")
    old, new = ours(*peace, citing), ours(*trade, *peace)

    marked = written_into(old, new)

    assert [code for code in codes(marked) if code not in codes(new)] == [r"REF _tk_k2_peace \n \h"]
    assert judge(marked, "reject") == judge(old)


def test_a_link_that_came_came_with_its_end() -> None:
    link = field('HYPERLINK "http://x.example"', "may pass")
    old, new = (word_file(table(row(cell(p(words)))) + END) for words in ("shall be closed", r("goods ") + link))

    marked = redline(old, new)

    untracked = [one for one in body(marked).iter(f"{W}fldChar") if next(one.iterancestors(f"{W}ins"), None) is None]
    assert untracked == []


def test_the_mark_before_what_moves_away_at_the_end_went() -> None:
    one, two = p("The Parties shall live in peace"), p("Transit of goods shall be free of all dues")
    three = p("The waters of the rivers shall be shared")

    marked = redline(word_file(one + two + three), word_file(three + one + two))

    marks = [[etree.QName(child).localname for child in look] for look in body(marked).iter(f"{W}rPr") if len(look)]
    assert marks == [["moveTo"], ["del"]]


def test_a_note_that_went_has_the_signs_of_our_own_notes() -> None:
    def noted(symbol: str | None) -> bytes:
        note = NoteReference((paragraph(Role.BODY, "See the letters."),), symbol=symbol)
        return ours(article("Peace"), item("Peace reigns.", note), item("The frontier is open."))

    new = ours(article("Peace"), item("The frontier is open."))
    for symbol in (None, "*"):
        assert judge(written_into(noted(symbol), new), "reject") == judge(noted(symbol))


def test_a_spacer_of_ours_stands_behind_a_last_paragraph_of_another_look() -> None:
    table = Table((Row((signed("For Karvela"), signed("For Tesmar"))),))
    old, new = (
        ours(article("Peace"), item("Peace reigns."), table),
        ours(article("Peace"), item("Peace."), table, FINAL),
    )

    marked = written_into(old, new)

    assert (judge(marked, "accept"), judge(marked, "reject")) == (judge(new), judge(old))
