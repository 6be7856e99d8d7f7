"""The rows of a table of changes: nothing left out, whole stretches gathered, short enough to survey."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.compare.plain_redlines import article, document, item
from tests.edit_strategies import document_pairs
from tests.thoroughness import thorough
from tests.writers import samples

from treatykit.compare import compare, report
from treatykit.model.changes import Change, ChangeKind, ChangeReport, Fate, Piece, Summary, Touch
from treatykit.model.content import Block
from treatykit.model.document import Document
from treatykit.writers.change_rows import ChangeRow, change_rows, rows_by_number, rows_by_place
from treatykit.writers.report import decided

PEACE = "There shall be peace between the Parties from the entry into force of this Treaty."
TRANSIT = "Goods in transit shall pass freely and without a duty of any kind."
BORDER = "The border runs along the river as the map in the annex shows it."
VISAS = "Nationals of either Party need no visa for a stay of ninety days."


def _inserted(number: int, place: str, *, continues: bool = True, **more: object) -> Change:
    facts: dict[str, object] = {
        "kind": ChangeKind.INSERTED,
        "new_place": place,
        "new_text": PEACE,
        "words": 15,
        "paragraphs": 1,
    }
    return Change(number=number, continues=continues, **(facts | more))  # type: ignore[arg-type]


def _rows(*changes: Change) -> list[tuple[str, str]]:
    made = ChangeReport(old_name="A", new_name="B", changes=changes, summary=Summary())
    return [(row.numbers, row.place) for row in change_rows(made)]


def _of(old: list[Block | str], new: list[Block | str]) -> tuple[ChangeRow, ...]:
    return change_rows(report(compare(document(*old), document(*new)), "old", "new"))


@settings(max_examples=thorough(60))
@given(document_pairs())
def test_every_change_stands_in_one_row_and_in_order(pair: tuple[Document, Document]) -> None:
    made = report(compare(*pair), "old", "new")

    rows = change_rows(made)
    assert [change for row in rows for change in row.changes] == list(decided(made))
    assert [row for here in rows_by_place(made) for row in here.rows] == list(rows)
    for number, at in rows_by_number(made).items():
        assert number in {change.number for change in rows[at - 1].changes}


@settings(max_examples=thorough(60))
@given(document_pairs())
def test_a_gathered_row_says_one_thing_of_all_its_changes(pair: tuple[Document, Document]) -> None:
    for row in change_rows(report(compare(*pair), "old", "new")):
        assert len({(change.kind, change.author) for change in row.changes}) == 1
        assert len(row.changes) == 1 or all(change.continues for change in row.changes[1:])


def test_an_article_that_came_is_one_row_with_its_title_and_its_length() -> None:
    (row,) = _of(
        [article(1, "Peace"), PEACE],
        [article(1, "Peace"), PEACE, article(2, "Transit"), item("1.", TRANSIT), item("2.", BORDER)],
    )

    assert (row.numbers, row.place, row.said) == ("1", "Article 2", (Piece("Transit", Fate.INSERTED),))
    assert (row.happened, row.length) == ("inserted", "2 paragraphs, 28 words")


def test_paragraphs_that_came_one_after_another_are_one_row() -> None:
    old: list[Block | str] = [article(1), item("1.", PEACE)]
    new: list[Block | str] = [*old, item("2.", TRANSIT), item("3.", BORDER), item("4.", VISAS)]
    (row,) = _of(old, new)

    assert (row.numbers, row.place) == ("1–3", "Article 1, paragraphs 2 to 4")
    assert (row.happened, row.length) == ("inserted", "3 paragraphs, 40 words")
    assert row.said == (Piece(f"2. {TRANSIT}", Fate.INSERTED),)


def test_a_paragraph_that_stays_parts_what_came_before_it_from_what_came_after() -> None:
    old: list[Block | str] = [article(1), item("1.", PEACE)]
    new: list[Block | str] = [
        article(1), item("1.", TRANSIT), item("2.", BORDER), item("3.", PEACE), item("4.", VISAS),
    ]  # fmt: skip

    assert [row.numbers for row in _of(old, new)] == ["1", "2", "3"]


def test_the_place_of_what_went_is_called_an_old_one() -> None:
    def went(*places: str) -> list[tuple[str, str]]:
        gone = ChangeKind.DELETED
        return _rows(*(_inserted(at, "", kind=gone, old_place=place) for at, place in enumerate(places, start=1)))

    assert went("Article 8, paragraph 1") == [("1", "old Article 8, paragraph 1")]
    assert went(*(f"Article 8, paragraph {at}" for at in (1, 2, 3))) == [("1–3", "old Article 8, paragraphs 1 to 3")]
    assert went("") == [("1", "")]
    assert _rows(_inserted(1, "Article 8")) == [("1", "Article 8")]


def test_what_went_is_not_told_with_what_came() -> None:
    went = [_inserted(at, f"Article 1, paragraph {at}", kind=ChangeKind.DELETED, old_place="x") for at in (1, 2)]

    assert len(_rows(*went, _inserted(3, "Article 1, paragraph 3", continues=False))) == 3


@pytest.mark.parametrize(
    ("places", "said"),
    [
        (("paragraph 2", "paragraph 3", "paragraph 4"), "paragraphs 2 to 4"),
        (("paragraph 2", "paragraph 2 (a)", "paragraph 3 (b)"), "paragraphs 2 to 3 (b)"),
        (("paragraph 2", "paragraph 2 (a)", "paragraph 2 (b)"), "paragraph 2 with (a) to (b)"),
        (("paragraph 2 (a)", "paragraph 2 (b)", "paragraph 2 (c)"), "paragraph 2 (a) to (c)"),
        (("paragraph 2", "paragraph 2, point 1", "paragraph 3"), "paragraphs 2 to 3"),
        (("paragraph 2", "paragraph 2, point 1", "paragraph 2, point 2"), "paragraph 2 with point 1 to point 2"),
        (("paragraph 2, point 1", "paragraph 2, point 2", "paragraph 2, point 3"), "paragraph 2, point 1 to point 3"),
        (("paragraph 2, point 1", "paragraph 2, point 2", "paragraph 3"), "paragraph 2, point 1 to paragraph 3"),
        (("unnumbered paragraph 1", "paragraph 1", "paragraph 2"), "unnumbered paragraph 1 to paragraph 2"),
        (("row 2", "row 3", "row 4"), "rows 2 to 4"),
    ],
)
def test_the_place_of_a_stretch_is_said_from_its_beginning_to_its_end(places: tuple[str, ...], said: str) -> None:
    changes = (_inserted(at, f"Annex I, {place}") for at, place in enumerate(places, start=1))

    assert _rows(*changes) == [("1–3", f"Annex I, {said}")]


def test_a_bracket_on_a_line_of_its_own_says_neither_where_nor_what() -> None:
    opens = _inserted(1, "Article 2", new_text="[KAR:", words=1)
    paragraphs = [_inserted(at + 1, f"Article 2, paragraph {at}") for at in (1, 2)]
    made = ChangeReport(old_name="A", new_name="B", changes=(opens, *paragraphs), summary=Summary())
    (row,) = change_rows(made)

    assert row.place == "Article 2, paragraphs 1 to 2"
    assert row.said == (Piece(PEACE, Fate.INSERTED),)


def test_articles_are_rows_of_their_own() -> None:
    first = [_inserted(at, f"Article 1, paragraph {at}") for at in (1, 2, 3)]
    second = [_inserted(at + 3, f"Article 2, paragraph {at}") for at in (1, 2, 3)]

    assert _rows(*first, *second) == [("1–3", "Article 1, paragraphs 1 to 3"), ("4–6", "Article 2, paragraphs 1 to 3")]


def test_changes_of_one_provision_stand_under_its_place() -> None:
    old = "The Joint Commission shall meet twice a year in the two capitals in turn, and takes its decisions by vote."
    new = (
        "The Joint Commission may meet twice a year in the two capitals in turn, and takes its decisions by agreement."
    )
    here = rows_by_place(
        report(
            compare(document(article(1), article(2), item("1.", old)), document(article(2), item("1.", new))), "a", "b"
        )
    )

    assert [(each.place, each.was, len(each.rows)) for each in here][-1] == (
        "Article 2, paragraph 1",
        "",
        2,
    )


def test_an_amendment_is_told_in_its_words_with_their_marks() -> None:
    row = change_rows(samples.report())[0]
    assert row.said == (
        Piece("between them upon the entry", Fate.DELETED),
        Piece(" "),
        Piece("between them thirty days after the entry", Fate.INSERTED),
    )

    (row,) = _of(["They shall meet."], ["They may meet."])
    assert row.said == (
        Piece("They "), Piece("shall", Fate.DELETED), Piece("may", Fate.INSERTED), Piece(" meet."),
    )  # fmt: skip


def test_long_words_are_told_by_their_beginning_and_their_number() -> None:
    long = " ".join(f"w{at}" for at in range(1200))
    marked = (Piece("The "), Piece(long, Fate.INSERTED), Piece(" end"))
    amended = ChangeRow((Change(number=1, kind=ChangeKind.AMENDED, marked=marked),))
    whole = ChangeRow((_inserted(1, "Article 1", new_text=long, words=1200),))

    beginning = " ".join(long.split()[:20])
    assert amended.said == (
        marked[0], Piece(f"{beginning} …", Fate.INSERTED), Piece(" (1,200 words)", Fate.ABOUT), marked[2],
    )  # fmt: skip
    assert whole.said == (Piece(f"{beginning} …", Fate.INSERTED),)
    assert whole.length == "1,200 words"


def test_a_heading_alone_has_no_length() -> None:
    row = ChangeRow((_inserted(1, "Part V", title="Communications", paragraphs=0, words=3),))

    assert (row.said, row.length) == ((Piece("Communications", Fate.INSERTED),), "")


def test_a_table_names_the_weightiest_things_that_are_touched() -> None:
    touches = (Touch.PARTY, Touch.OBLIGATION, Touch.AMOUNT, Touch.REFERENCE)

    assert ChangeRow((_inserted(1, "Article 1", touches=touches),)).weightiest == "obligation, amount, party …"
    assert ChangeRow((_inserted(1, "Article 1", touches=touches[:2]),)).weightiest == "obligation, party"


def test_a_place_under_another_number_names_the_old_one_shortly() -> None:
    def was(old: str, new: str) -> str:
        return ChangeRow((Change(number=1, kind=ChangeKind.AMENDED, old_place=old, new_place=new),)).was

    assert was("Article 2, paragraph 2", "Article 2, paragraph 5") == "paragraph 2"
    assert was("Article 2, paragraph 2", "Article 3, paragraph 2") == "Article 2, paragraph 2"
    assert was("Article 2", "Article 2") == ""


def test_an_amount_that_changed_on_the_way_is_listed_with_the_move() -> None:
    fee = "Each Party shall pay a fee of {} to the Secretariat on the first day of March of each year."
    others = [article(2, "Transit"), item("1.", TRANSIT), article(3, "Border"), item("1.", BORDER), item("2.", VISAS)]
    old, new = ([article(1, "Fees"), item("1.", fee.format(sum_))] for sum_ in ("EUR 1,000", "EUR 2,500"))

    (row,) = _of([*old, *others], [*others, *new])

    assert row.happened == "moved and edited"
    assert row.touches == "amount"
    said = [(piece.text.strip(), piece.fate) for piece in row.said]
    assert said[0][0].startswith("Fees")
    assert ("EUR 1,000", Fate.DELETED) in said
    assert ("EUR 2,500", Fate.INSERTED) in said


def test_a_move_on_which_nothing_changed_is_told_by_its_title() -> None:
    others = [article(2, "Transit"), item("1.", TRANSIT), article(3, "Border"), item("1.", BORDER), item("2.", VISAS)]
    moved = [article(1, "Peace"), item("1.", PEACE)]

    (row,) = _of([*moved, *others], [*others, *moved])

    assert row.happened == "moved"
    assert row.said == (Piece("Peace", Fate.MOVED_HERE),)
