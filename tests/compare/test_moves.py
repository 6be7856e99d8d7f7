"""Moves: one change at both ends, the words that came along told from those added on the way."""

from __future__ import annotations

from tests.compare.plain_redlines import article, body, document, item, printed, row

from treatykit.compare import changes, compare, summarise
from treatykit.model.changes import ChangeKind
from treatykit.model.content import Paragraph, Table
from treatykit.model.decide import accept, by_change, reject
from treatykit.model.document import Document
from treatykit.model.plain import plain_text

PEACE = "The Parties shall live in peace with each other as good neighbours."
BORDER = "The border between the Parties shall be delimited by a joint commission of experts."
TRANSIT = "Each Party shall allow goods of the other Party to pass through its territory by rail."
VISAS = "Nationals of either Party may stay in the territory of the other for thirty days without a visa."
MAPS = "The maps annexed to this Treaty form an integral part of it and prevail over all words that describe a border."
LAST = "This Treaty shall be registered with the Secretariat of the United Nations."


def test_an_article_moves_with_everything_below_it() -> None:
    peace, last = (article(1, "Peace"), body(PEACE)), (article(4, "Registration"), body(LAST))
    was = (article(2, "Transit"), item("1.", TRANSIT), item("2.", VISAS))
    old = document(*peace, *was, article(3, "Border"), BORDER, MAPS, *last)
    new = document(*peace, article(2, "Border"), BORDER, MAPS, article(3, "Transit"), *was[1:], *last)
    marked = compare(old, new)
    found = [change for change in changes(marked) if change.kind is not ChangeKind.RENUMBERED]

    assert printed(marked).split("\n") == [
        *("Peace", PEACE, "[<Transit¶<]", f"[<{TRANSIT}¶<]", f"[<{VISAS}¶<]", "Border", BORDER, MAPS),
        *("{>Transit¶>}", f"{{>{TRANSIT}¶>}}", f"{{>{VISAS}¶>}}", "Registration", LAST),
    ]
    (move,) = found
    assert (move.kind, move.old_place, move.new_place) == (ChangeKind.MOVED, "Article 2", "Article 3")
    assert (move.old_label, move.new_label, move.edited) == ("Article 2", "Article 3", False)


def test_a_heading_is_no_paragraph_of_what_moved_though_its_number_stands_on_a_line_by_itself() -> None:
    def text(*numbers: int) -> Document:
        told = (("Peace", PEACE, LAST), ("Transit", TRANSIT, VISAS, BORDER), ("Maps", MAPS, "They are public."))
        lines = ((f"Article {at}", *told[number]) for at, number in enumerate(numbers, start=1))
        return document(*(body(line) for article in lines for line in article))

    (move,) = (change for change in changes(compare(text(0, 1, 2), text(1, 0, 2))) if change.kind is ChangeKind.MOVED)

    assert (move.title, move.paragraphs) == ("Peace", 2)


def _moved_with_edit() -> tuple[Document, Document]:
    edited = TRANSIT.replace("by rail", "by rail and by road")
    return document(TRANSIT, PEACE, BORDER, LAST), document(PEACE, BORDER, edited, LAST)


def test_edits_inside_a_move_are_marked_where_it_arrived() -> None:
    old, new = _moved_with_edit()
    marked = compare(old, new)
    (change,) = changes(marked)

    words = TRANSIT.removesuffix(".")
    assert printed(marked).split("\n") == [
        *(f"[<{TRANSIT}¶<]", PEACE, BORDER),
        *(f"{{>{words}>}}{{+ and by road+}}{{>.¶>}}", LAST),
    ]
    assert change.edited
    assert accept(marked, by_change(change.number)) == new
    assert reject(marked, by_change(change.number)) == old


def test_words_that_were_lost_or_added_on_the_way_count_and_moved_ones_do_not() -> None:
    edited = TRANSIT.replace("by rail", "").replace("Each Party shall", "Each Party shall always")
    figures = summarise(compare(document(TRANSIT, PEACE, BORDER), document(PEACE, BORDER, edited)))

    assert (figures.inserted_words, figures.deleted_words) == (1, 2)
    assert figures.old_words + 1 - 2 == figures.new_words


def test_of_two_that_changed_places_the_shorter_one_moved() -> None:
    long = f"{BORDER} {TRANSIT}"

    assert printed(compare(document(PEACE, long), document(long, PEACE))) == f"[<{PEACE}¶<]\n{long}\n{{>{PEACE}¶>}}"
    assert printed(compare(document(long, PEACE), document(PEACE, long))) == f"{{>{PEACE}¶>}}\n{long}\n[<{PEACE}¶<]"


def test_a_few_words_are_not_worth_a_move() -> None:
    marked = compare(document("Done.", PEACE, BORDER), document(PEACE, BORDER, "Done."))

    assert [change.kind for change in changes(marked)] == [ChangeKind.DELETED, ChangeKind.INSERTED]


def test_a_passage_rewritten_on_its_way_is_no_move() -> None:
    new_wording = "Goods of a Party may cross the other by road or by pipeline if a permit was issued."
    marked = compare(document(TRANSIT, PEACE, BORDER), document(PEACE, BORDER, new_wording))

    assert ChangeKind.MOVED not in {change.kind for change in changes(marked)}


def test_a_table_moves_with_its_rows() -> None:
    table = Table((row("Goods of copper", "Duty of five per cent"), row("Goods of wool", "Duty of three per cent")))
    old, new = document(table, PEACE, BORDER, TRANSIT), document(PEACE, BORDER, TRANSIT, table)
    marked = compare(old, new)

    assert (accept(marked), reject(marked)) == (new, old)
    assert [change.kind for change in changes(marked)] == [ChangeKind.MOVED]


def test_a_move_out_of_and_a_paragraph_into_the_same_place_are_told_apart() -> None:
    old, new = document(TRANSIT, PEACE, BORDER), document(VISAS, PEACE, BORDER, TRANSIT)
    marked = compare(old, new)

    assert (accept(marked), reject(marked)) == (new, old)
    assert {change.kind for change in changes(marked)} == {ChangeKind.MOVED, ChangeKind.INSERTED}


def test_the_heading_of_a_moved_article_may_be_a_bare_number() -> None:
    def numbered(*texts: str) -> Document:
        blocks: list[Paragraph] = []
        for index, text in enumerate(texts, start=1):
            blocks += [article(index), body(text)]
        return document(*blocks)

    old, new = numbered(PEACE, BORDER, TRANSIT, VISAS), numbered(BORDER, TRANSIT, VISAS, PEACE)
    (move,) = [change for change in changes(compare(old, new)) if change.kind is not ChangeKind.RENUMBERED]

    assert (move.kind, move.old_text, move.new_text) == (
        ChangeKind.MOVED,
        f"Article 1\n{PEACE}",
        f"Article 4\n{PEACE}",
    )


def test_a_bare_number_moves_with_its_article_though_another_paragraph_stands_below_it_now() -> None:
    added = "Nothing in this provision affects what was agreed before it."
    old = document("Article 1", PEACE, "Article 2", BORDER, MAPS, "Article 3", TRANSIT, VISAS, LAST)
    new = document("Article 1", added, TRANSIT, VISAS, "Article 2", PEACE, "Article 3", BORDER, MAPS, LAST)
    marked = compare(old, new)
    (move,) = [change for change in changes(marked) if change.kind is ChangeKind.MOVED]

    assert (move.old_place, move.new_place) == ("Article 3", "Article 1")
    for text in (accept(reject(marked, by_change(move.number))), reject(accept(marked, by_change(move.number)))):
        lines = plain_text(text).splitlines()
        assert sum(line.startswith("Article") for line in lines) == 3
        assert lines[lines.index(TRANSIT) - 1] in (added, "Article 3")
