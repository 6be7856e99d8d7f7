"""Where a redline says what: numbers that are words, marks of moves, spacers, what depends on what stands before."""

from __future__ import annotations

from dataclasses import replace

from tests.judge.package import DOCUMENT, parts
from tests.judge.told import judge
from tests.writers.docx_audit import complaints
from tests.writers.docx_specimens import (
    DELETED,
    INSERTED,
    MOMENT,
    WordFile,
    article,
    cell,
    document,
    item,
    marked,
    paragraph,
    revision,
    shape,
)
from tests.writers.test_docx_decided import decided

from treatykit.compare import compare
from treatykit.model.citations import refer
from treatykit.model.content import Block, DefinitionClose, DefinitionOpen, Paragraph, Reference, Row, Table, Text
from treatykit.model.decide import Decision
from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.model.properties import Role, RowProperties
from treatykit.model.revisions import RevisionKind
from treatykit.readers.docx import read_docx
from treatykit.writers.docx.front_matter import LONG_TEXT

AWAY = revision(RevisionKind.MOVED_AWAY, change=7)
HERE = revision(RevisionKind.MOVED_HERE, change=7)
TABLE = Table((Row((cell("Point"), cell("Position"))),))
END = paragraph(Role.BODY, "The end of the text.")


def written(*blocks: Block) -> WordFile:
    """The file of a body, which has to be good and to come back as it was."""
    source = normalise(Document(body=blocks))
    file = WordFile(source)
    assert complaints(file) == []
    assert read_docx(file.data, "x.docx").document.body == source.body
    return file


def redline(old: Document, new: Document) -> WordFile:
    return WordFile(compare(old, new, author="Tesmar", date=MOMENT))


def test_a_title_that_is_cut_in_two_takes_the_break_below_its_number_along() -> None:
    first = paragraph(Role.BODY, "On Peace")
    file = WordFile(
        normalise(
            Document(
                body=(
                    replace(first, mark=replace(first.mark, revisions=(INSERTED,))),
                    *(block for block in document(article(" and Friendship")).body),
                    END,
                )
            )
        )
    )

    assert shape(file.paragraph("On Peace")) == "p(pPr(pStyle rPr(ins)) del(r(rPr(rStyle) br)) r(t'On Peace'))"
    assert shape(file.paragraph("Friendship")) == "p(pPr(pStyle) ins(r(rPr(rStyle) br)) r(t' and Friendship'))"


def test_a_typed_number_goes_to_where_its_paragraph_begins_in_each_of_the_texts() -> None:
    first = paragraph(Role.BODY, "On Peace")
    split = replace(first, mark=replace(first.mark, revisions=(INSERTED,)))
    file = written(split, item("and Friendship", typed="4 bis"), END)

    assert shape(file.paragraph("On Peace")) == (
        "p(pPr(pStyle rPr(ins)) del(r(rPr(rStyle) delText'4 bis') r(rPr(rStyle) tab)) r(t'On Peace'))"
    )
    assert "ins(r(rPr(rStyle) t'4 bis') r(rPr(rStyle) tab))" in shape(file.paragraph("Friendship"))


def test_without_its_title_a_number_has_no_break_below_it() -> None:
    (heading,) = document(article("Peace")).body
    assert isinstance(heading, Paragraph)
    titled = replace(heading, inlines=tuple(replace(each, revisions=(INSERTED,)) for each in heading.inlines))

    assert shape(written(titled, END).paragraph("Peace")) == "p(pPr(pStyle) ins(r(rPr(rStyle) br) r(t'Peace')))"


def test_an_item_is_one_of_an_annex_only_in_the_text_that_has_the_annex() -> None:
    old = document(article("Peace"), item("One."), paragraph(Role.ANNEX, "List"), item("Two of the list."))
    new = document(article("Peace"), item("One."), item("Two of the list."))

    file = redline(old, new)

    styles = file.values("//w:p[contains(., 'Two of')]/w:pPr//w:pStyle/@w:val")
    assert styles == ["TreatyParagraph1", "TreatyAnnexParagraph1"]


def test_words_that_become_a_defined_term_change_their_look() -> None:
    term = paragraph(
        Role.BODY, DefinitionOpen(revisions=(INSERTED,)), "frontier", DefinitionClose(revisions=(INSERTED,)), " means"
    )
    file = written(term, END)

    assert "rPr(rStyle rPrChange(rPr)) t'frontier'" in shape(file.paragraph("frontier"))


def test_a_table_remembers_whether_it_had_a_head_row() -> None:
    head = Row((cell("Point"), cell("Position")), properties=RowProperties(header=True), revisions=(DELETED,))
    file = written(replace(TABLE, rows=(head, *TABLE.rows)), END)

    assert file.values("//w:tblLook/@w:firstRow") == ["0", "1"]
    assert file.values("//w:tblPrChange/w:tblPr/w:tblLook/@w:firstRow") == ["1"]


def test_the_space_below_a_table_comes_with_it() -> None:
    came = replace(TABLE, rows=tuple(replace(row, revisions=(INSERTED,)) for row in TABLE.rows))

    assert [shape(one) for one in written(came, END).find("//w:body/w:tbl/following-sibling::w:p[1]")] == [
        "p(pPr(pStyle rPr(ins)))"
    ]
    assert [shape(one) for one in written(came).find("//w:body/w:tbl/following-sibling::w:p[1]")] == ["p(pPr(pStyle))"]


def test_where_the_last_paragraph_would_look_like_another_a_spacer_stands_behind_it() -> None:
    file = written(END, marked(item("A last point."), INSERTED))

    assert file.find("//w:pPrChange") == []
    assert shape(file.body[-2]) == "p(pPr(pStyle) r(t))"


def test_a_mark_moves_with_the_words_right_before_it() -> None:
    changed = Paragraph((Text("moved ", revisions=(HERE,)), Text("on", revisions=(INSERTED,))), replace(END.mark))
    here = replace(changed, mark=replace(changed.mark, revisions=(HERE,)))
    file = written(marked(paragraph(Role.BODY, "moved "), AWAY), END, here, END)

    assert shape(file.find("//w:p[.//w:moveFrom]")[0]) == (
        "p(pPr(pStyle rPr(moveFrom)) moveFromRangeStart moveFrom(r(t'moved ')))"
    )
    assert shape(file.find("//w:p[.//w:moveTo]")[0]) == (
        "p(pPr(pStyle rPr(ins)) moveToRangeStart moveTo(r(t'moved ')) ins(r(t'on')))"
    )
    # What is decided with the move stands within its range, the plain mark too.
    assert file.find("//w:p[.//w:moveTo]/following-sibling::*[1][self::w:moveToRangeEnd]") != []


def test_a_mark_moves_all_the_same_where_another_look_follows() -> None:
    here = Paragraph(
        (Text("moved ", revisions=(HERE,)), Text("on", revisions=(INSERTED,))),
        replace(END.mark, revisions=(HERE,)),
    )
    file = written(marked(paragraph(Role.BODY, "moved "), AWAY), END, here, item("A point.", typed="1."))

    assert file.find("//w:pPr/w:rPr/w:moveTo") != []


def test_a_reference_is_words_where_it_moves_away_and_a_field_where_it_arrives() -> None:
    citing = (article("Rivers"), item("The waters are shared as provided in ", Reference("peace", ""), "."))
    peace = (article("Peace", key="peace"), item("Peace reigns between the Parties and their peoples for all time."))
    final = (article("Final"), item("This Treaty enters into force on the thirtieth day after its ratification."))
    old, new = (refer(document(*blocks)) for blocks in ((*citing, *peace, *final), (*peace, *final, *citing)))

    file = redline(old, new)

    assert file.find("//w:moveFrom//w:instrText") == []
    assert len(file.find("//w:moveTo//w:instrText")) == 1
    assert judge(file.data, "reject") == judge(WordFile(old).data)


def test_a_struck_reference_leads_to_the_old_number() -> None:
    citing = item("As provided in ", Reference("peace", ""), ", the frontier is open to all.")
    old = refer(document(article("Peace", key="peace"), item("Peace reigns."), citing))
    new = refer(
        document(article("Trade"), item("Trade is free."), article("Peace", key="peace"), item("Peace reigns."))
    )

    file = redline(old, new)

    assert [words for words in file.values("//w:del//w:delInstrText/text()") if "REF" in words] != []
    assert judge(file.data, "reject") == judge(WordFile(old).data)


def test_a_table_of_contents_that_a_long_text_brings_is_new() -> None:
    def text(articles: int) -> Document:
        return document(
            paragraph(Role.TITLE, "Treaty"),
            *(block for at in range(articles) for block in (article(f"On matter {at}"), item(f"It is matter {at}."))),
        )

    longer = redline(text(3), text(LONG_TEXT + 1))
    shorter = redline(text(LONG_TEXT + 1), text(LONG_TEXT + 2))

    contents = "//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'TOC')]"
    assert len(longer.find(f"{contents}//w:t[not(ancestor::w:ins)]")) == 0
    assert len(longer.find(f"{contents}[not(w:pPr/w:rPr/w:ins)]")) == 0
    assert complaints(longer) == []
    assert longer.find(contents) != []
    assert shorter.find(f"{contents}//w:ins") == []


def test_the_note_at_the_head_goes_once_nothing_is_pending() -> None:
    old = document(article("Peace"), item("Peace reigns."))
    new = document(article("War"), item("War is over."), article("Peace"), item("Peace reigns."))

    for decision in Decision:
        done = decided(redline(old, new).data, decision)
        assert b"TreatyRedlineNote" in parts(redline(old, new).data)[DOCUMENT]
        assert b"TreatyRedlineNote" not in parts(done)[DOCUMENT]
