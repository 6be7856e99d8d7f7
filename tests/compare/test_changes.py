"""Changes, classes and figures, derived from the revisions of any document."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from tests.compare.plain_redlines import article, body, document, item, row
from tests.edit_strategies import document_pairs
from tests.revision_strategies import marked_documents
from tests.thoroughness import thorough

from treatykit.compare import Existing, changes, compare, report, summarise
from treatykit.compare.units import is_amount, is_reference
from treatykit.compare.vocabulary import QUALIFIERS
from treatykit.errors import ContentError
from treatykit.model.changes import Change, ChangeKind, Fate, Touch
from treatykit.model.content import BracketClose, BracketOpen, Mark, NoteReference, Paragraph, Stance, Table, Text
from treatykit.model.decide import accept, by_change, reject
from treatykit.model.document import Document, Meta, Party
from treatykit.model.pending import has_revisions
from treatykit.model.revisions import Revision, RevisionKind, arrival, departure, reformattings
from treatykit.model.walk import paragraphs
from treatykit.model.words import words_of

INSERTED = Revision(kind=RevisionKind.INSERTED, author="Karvela", change=1)
DELETED = Revision(kind=RevisionKind.DELETED, author="Tesmar", change=2)


def _changes(old: str, new: str) -> tuple[Change, ...]:
    return changes(compare(document(*old.split("\n")), document(*new.split("\n"))))


@settings(max_examples=thorough(100))
@given(pair=document_pairs())
def test_numbers_count_from_one_in_reading_order_and_each_can_be_decided_alone(pair: tuple[Document, Document]) -> None:
    old, new = pair
    redline = compare(old, new)
    numbers = [change.number for change in changes(redline) if change.number]

    assert numbers == list(range(1, len(numbers) + 1))
    for number in numbers[:3]:
        assert accept(accept(redline, by_change(number))) == new
        assert reject(reject(redline, by_change(number))) == old


def test_a_note_is_numbered_after_the_paragraph_that_refers_to_it() -> None:
    def noted(note: str, ending: str) -> Document:
        inlines = (Text(value="Peace"), NoteReference(blocks=(body(note),)), Text(value=f" shall prevail{ending}"))
        return document(Paragraph(inlines, Mark()))

    found = changes(compare(noted("As they agreed.", " here."), noted("As they decided.", ".")))

    assert [(change.number, change.new_place.endswith("footnote")) for change in found] == [(1, False), (2, True)]


@settings(max_examples=thorough(100))
@given(pair=document_pairs())
def test_old_words_and_what_came_less_what_went_are_the_new_words(pair: tuple[Document, Document]) -> None:
    figures = summarise(compare(*pair))

    assert (figures.old_words, figures.new_words) == tuple(map(words_of, pair))
    assert figures.old_words + figures.inserted_words - figures.deleted_words == figures.new_words


@settings(max_examples=thorough(100))
@given(redline=marked_documents())
def test_the_words_of_both_texts_are_those_of_what_is_left_when_all_is_decided(redline: Document) -> None:
    figures = summarise(redline)

    assert figures.old_words == words_of(reject(redline))
    assert figures.new_words == words_of(accept(redline))


@settings(max_examples=thorough(100))
@given(pair=document_pairs())
def test_a_node_has_at_most_one_arrival_then_one_departure_then_reformattings(pair: tuple[Document, Document]) -> None:
    for paragraph in paragraphs(compare(*pair)):
        for node in (*paragraph.inlines, paragraph.mark):
            parts = (arrival(node.revisions), departure(node.revisions))
            assert node.revisions == (*(part for part in parts if part), *reformattings(node.revisions))
            assert len(node.revisions) <= 1  # one pen does one thing to a node


@settings(max_examples=thorough(100))
@given(redline=marked_documents())
def test_any_document_with_revisions_has_changes_of_its_authors(redline: Document) -> None:
    found = changes(redline)

    assert bool(found) == has_revisions(redline)
    assert all(change.author for change in found)
    assert sum(count for _, count in summarise(redline).counts) == len(found)


def test_revisions_of_several_authors_are_changes_of_their_own() -> None:
    words = (
        Text("The Parties "),
        Text("shall ", revisions=(INSERTED,)),
        Text("always ", revisions=(INSERTED, DELETED)),
        Text("cooperate."),
    )
    first, second = changes(document(Paragraph(words)))

    assert (first.author, first.number, first.new_text) == ("Karvela", 1, "The Parties shall cooperate.")
    assert (second.author, second.number) == ("Tesmar", 2)


def test_unnumbered_revisions_are_one_change_where_nothing_kept_stands_between() -> None:
    went, came = replace(DELETED, change=0, author="Karvela"), replace(INSERTED, change=0)
    words = (Text("a", revisions=(went,)), Text("b", revisions=(came,)), Text(" kept "), Text("c", revisions=(came,)))

    assert [change.new_text for change in changes(document(Paragraph(words)))] == ["b kept c", "b kept c"]


def test_a_date_and_an_author_are_written_into_every_revision() -> None:
    when = datetime(2026, 3, 1, 10, tzinfo=UTC)
    redline = compare(document("shall"), document("may"), author="Chair", date=when)
    (paragraph,) = paragraphs(redline)

    assert {(one.author, one.date) for inline in paragraph.inlines for one in inline.revisions} == {("Chair", when)}


def test_pending_revisions_are_refused_or_decided_first() -> None:
    pending = document(Paragraph((Text("shall", revisions=(INSERTED,)), Text("may"))))

    with pytest.raises(ContentError, match="the old text has pending revisions"):
        compare(pending, document("may"))
    assert changes(compare(pending, document("may"), existing=Existing.REJECT)) == ()
    assert len(changes(compare(pending, document("may"), existing=Existing.ACCEPT))) == 1


@pytest.mark.parametrize(
    ("old", "new", "touches"),
    [
        ("The Parties shall act.", "The Parties may act.", [Touch.OBLIGATION]),
        ("It shall apply.", "It shall not apply.", [Touch.NEGATION]),
        ("within thirty days of it", "within sixty days of it", [Touch.AMOUNT]),
        ("after 30 days", "after one year", [Touch.AMOUNT]),
        ("twice a year", "once a year", [Touch.AMOUNT]),
        ("a monthly report", "an annual report", [Touch.AMOUNT]),
        ("Each Party decides.", "The Parties decide.", [Touch.PARTY]),
        ("a note to Karvela alone", "a note to Tesmar alone", [Touch.PARTY]),
        ("under Article 5 it is", "under Article 6 it is", [Touch.REFERENCE]),
        ("consult on measures", "consult, as appropriate, on measures", [Touch.QUALIFIER]),
        ("They shall promote it", "They shall endeavour to promote it", [Touch.QUALIFIER]),
        ("recognise the co-operation", "recognize the cooperation", [Touch.EDITORIAL]),
        ("peace; and order", "peace, and order", [Touch.EDITORIAL]),
        ("the Treaty of Peace", "the treaty of peace", [Touch.EDITORIAL]),
        ("horses; and", "horses;", [Touch.EDITORIAL]),
        ("horses.", "horses; and", [Touch.EDITORIAL]),
        ("horses", "horses and", [Touch.EDITORIAL]),
        ("horses; and", "horses; or", [Touch.SUBSTANCE]),
        ("horses;", "horses; or", [Touch.SUBSTANCE]),
        ("horses and carts", "horses, carts", [Touch.SUBSTANCE]),
        ("live in peace here", "live in friendship here", [Touch.SUBSTANCE]),
        ("They shall not delay it", "They may delay it", [Touch.OBLIGATION, Touch.NEGATION]),
        ("2. The map prevails.", "3. The map prevails.", [Touch.NUMBERING]),
        ("Article 7\nPeace.", "Article 8\nPeace.", [Touch.NUMBERING]),
        ("12", "15", [Touch.AMOUNT]),
        ("Peace.", "Peace.\n4. Law governs nature.", [Touch.SUBSTANCE]),
    ],
)
def test_a_change_is_classed_by_what_it_touches(old: str, new: str, touches: list[Touch]) -> None:
    parties = (Party(code="KAR", short="Karvela", full="the Republic of Karvela"),
               Party(code="TES", short="Tesmar", full="the Republic of Tesmar"))  # fmt: skip
    texts = (replace(document(*text.split("\n")), meta=Meta(parties=parties)) for text in (old, new))
    found = changes(compare(*texts))

    assert sorted({touch for change in found for touch in change.touches}, key=list(Touch).index) == touches


@pytest.mark.parametrize("beside", ["here", "ici même"])
def test_every_qualifier_is_told_whatever_its_case(beside: str) -> None:
    for qualifier in QUALIFIERS:
        (change,) = _changes(f"Karvela acts {beside}.", f"Karvela, {qualifier.capitalize()}, acts {beside}.")

        assert change.touches == (Touch.QUALIFIER,)


@pytest.mark.parametrize("terms", [(), ("Joint Commission",), ("Protocol I", "five days")])
def test_what_a_phrase_is_depends_on_no_term(terms: tuple[str, ...]) -> None:
    references = ("Article 5", "Article 5, paragraph 2 (b)", "Protocol I", "annex II", "第五条")
    amounts = ("5", "five days", "thirty (30) days", "EUR 1,500", "8 March 1996", "25 %")
    others = ("Joint Commission", "Article", "fivefold", "(b)", "U.S.", "Parties", "onerous")

    told = [(is_reference(text, terms), is_amount(text, terms)) for text in (*references, *amounts, *others)]

    assert told == [(True, False)] * 5 + [(False, True)] * 6 + [(False, False)] * 7


def test_a_shall_that_stands_in_both_wordings_is_not_touched() -> None:
    (change,) = _changes("The Parties shall promptly consult.", "The Parties shall gladly consult.")

    assert Touch.OBLIGATION not in change.touches


def test_a_bracket_that_fell_is_told() -> None:
    bracketed = Paragraph((Text("They "), BracketOpen(), Text("shall"), BracketClose(), Text(" act.")))
    found = changes(compare(document(bracketed), document("They shall act.")))

    assert {touch for change in found for touch in change.touches} == {Touch.BRACKET}


def test_a_proposal_to_say_nothing_denies_nothing() -> None:
    silence = Paragraph((BracketOpen((Stance("KAR"),)), Text("no text"), BracketClose()))

    [change] = changes(compare(document(body("Peace."), silence), document(body("Peace."))))
    assert change.touches == (Touch.BRACKET,)


def test_a_defined_term_is_told_where_the_text_defines_it() -> None:
    definition = "The joint body (hereinafter referred to as the “Commission”) shall meet."
    found = _changes(f"{definition}\nThe Commission decides.", f"{definition}\nThe Council decides.")

    assert [Touch.DEFINED_TERM in change.touches for change in found] == [True]


def test_an_amendment_is_shown_with_a_few_words_around_it() -> None:
    (change,) = _changes(
        "The Joint Commission established under this Treaty shall meet twice every year in the two capitals in turn.",
        "The Joint Commission established under this Treaty may meet twice every year in the two capitals in turn.",
    )

    assert change.old_text == "… established under this Treaty shall meet twice every year …"
    assert change.new_text == "… established under this Treaty may meet twice every year …"


@settings(max_examples=thorough(100))
@given(pair=document_pairs())
def test_the_marked_words_of_an_amendment_without_those_that_went_are_the_new_ones(
    pair: tuple[Document, Document],
) -> None:
    for change in changes(compare(*pair)):
        kept = "".join(piece.text for piece in change.marked if piece.fate is not Fate.DELETED)
        if change.kind is ChangeKind.AMENDED and "[note:" not in f"{change.old_text}{change.new_text}":
            assert kept.strip() == change.new_text
        elif change.kind in (ChangeKind.INSERTED, ChangeKind.DELETED):
            assert change.marked == ()


def test_the_marked_words_show_what_stands_between_them_as_it_reads_now() -> None:
    words = (
        Text("They "),
        Text("shall ", revisions=(INSERTED,)),
        Text("never ", revisions=(DELETED,)),
        Text("always ", revisions=(replace(DELETED, kind=RevisionKind.INSERTED),)),
        Text("cooperate", revisions=(INSERTED,)),
        Text("."),
    )
    first = changes(document(Paragraph(words)))[0]

    assert [(piece.text, piece.fate) for piece in first.marked] == [
        ("They ", Fate.KEPT),
        ("shall ", Fate.INSERTED),
        ("always ", Fate.KEPT),
        ("cooperate", Fate.INSERTED),
        (".", Fate.KEPT),
    ]


def test_the_marked_words_of_a_move_are_those_at_its_new_place() -> None:
    long = "The Joint Commission established under this Treaty shall meet twice every year in the two capitals in turn."
    others = ["Goods pass freely.", "The map in the annex prevails over any description of the border in words."]
    new = long.replace("twice", "at least twice")
    found = changes(compare(document(long, *others), document(*others, new)))
    (move,) = (change for change in found if change.kind is ChangeKind.MOVED)

    assert {piece.fate for piece in move.marked} == {Fate.MOVED_HERE, Fate.INSERTED}
    assert "".join(piece.text for piece in move.marked) == new


def test_what_came_as_a_whole_says_how_long_it_is_and_what_it_is_called() -> None:
    old = document(article(1, "Peace"), "They live in peace.")
    new = document(*old.body, article(2, "Transit"), item("1.", "Goods pass."), item("2.", "Persons pass freely."))
    (change,) = changes(compare(old, new))

    assert (change.title, change.paragraphs, change.words) == ("Transit", 2, 6)


def test_what_came_right_after_another_thing_that_came_continues_it() -> None:
    kept = [
        "Peace and good neighbourliness reign.",
        "The border runs along the river.",
        "Goods in transit pass freely.",
    ]
    one, two, three = "First new words stand here.", "Second, quite different ones.", "Third of the added lines."
    found = changes(compare(document(*kept), document(kept[0], one, two, kept[1], three, kept[2])))

    assert [(change.number, change.continues) for change in found] == [(1, False), (2, True), (3, False)]


def test_a_table_that_came_is_cited_as_a_table_and_a_row_by_its_number() -> None:
    table = Table((row("Goods", "Duty"), row("Copper", "5 %")))
    longer = Table((*table.rows, row("Silk and linen", "7 %")))
    text, tail = article(1, "Goods"), "Duties are paid at the border of the Party of entry."

    (whole,) = changes(compare(document(text, tail), document(text, table, tail)))
    (line,) = changes(compare(document(text, table, tail), document(text, longer, tail)))
    assert (whole.new_place, line.new_place) == ("Article 1, table", "Article 1, row 3")


def test_a_new_number_that_an_amendment_tells_is_not_told_again() -> None:
    old = document(article(1), item("1.", "They shall consult each other."), item("2.", "The border stands as it is."))
    new = document(
        article(1),
        item("1.", "Goods in transit pass freely and without duty."),
        item("2.", "They may consult each other."),
        item("3.", "The border stands as it is."),
    )
    found = [change for change in changes(compare(old, new)) if change.kind is not ChangeKind.INSERTED]

    assert [(change.kind, change.old_label, change.new_label) for change in found] == [
        (ChangeKind.AMENDED, "1.", "2."),
        (ChangeKind.RENUMBERED, "2.", "3."),
    ]
    assert summarise(compare(old, new)).count(ChangeKind.RENUMBERED) == 1


def test_a_change_says_where_it_stood_and_where_it_stands() -> None:
    old = document(
        article(1, "Peace"), item("1.", "They live in peace."), item("2.", "They shall consult in good faith.")
    )
    new = document(
        article(1, "Friendship"),
        "They are friends and good neighbours.",
        article(2, "Peace"),
        item("1.", "They live in peace."),
        item("2.", "They may consult in good faith."),
    )
    found = {change.kind: change for change in changes(compare(old, new))}

    assert found[ChangeKind.AMENDED].old_place == "Article 1, paragraph 2"
    assert found[ChangeKind.AMENDED].new_place == "Article 2, paragraph 2"
    assert found[ChangeKind.INSERTED].old_place == ""
    assert found[ChangeKind.INSERTED].new_place == "Article 1"


def test_the_same_substitution_made_many_times_is_reported_once_with_its_places() -> None:
    lines = [
        "The EFTA States and Estonia shall agree.",
        "Goods of Estonia pass freely.",
        "Estonia shall inform the others.",
    ]
    figures = summarise(compare(document(*lines), document(*(line.replace("Estonia", "Latvia") for line in lines))))

    assert [(one.old, one.new, len(one.places)) for one in figures.substitutions] == [("Estonia", "Latvia", 3)]


def test_a_report_has_the_names_the_changes_and_the_figures() -> None:
    redline = compare(document(article(1), "They shall act."), document(article(2), "They may act."))
    made = report(redline, "Framework", "Framework, second reading")

    assert (made.old_name, made.new_name) == ("Framework", "Framework, second reading")
    assert made.changes == changes(redline)
    assert made.summary == summarise(redline)
    assert made.summary.total == 1  # the renumbering is none
    assert made.summary.count(ChangeKind.RENUMBERED) == 1


def test_a_renumbering_that_a_reader_numbered_is_a_renumbering_all_the_same() -> None:
    before = item("1.", "Peace.").mark.properties
    marked = item("2.", "Peace.")
    revision = Revision(kind=RevisionKind.REFORMATTED, author="A", change=7, before=before)
    mark = Mark(properties=marked.mark.properties, revisions=(revision,))

    (change,) = changes(document(body("x"), replace(marked, mark=mark)))
    assert (change.kind, change.number, change.old_label, change.new_label) == (ChangeKind.RENUMBERED, 7, "1.", "2.")


def test_the_name_that_a_party_had_in_the_old_text_alone_is_known_as_one() -> None:
    old, new = document("Ruritania shall act."), document("Somebody shall act.")
    old = replace(old, meta=Meta(parties=(Party(code="A", short="Ruritania", full="Ruritania"),)))

    assert [change.touches for change in changes(compare(old, new))] == [(Touch.PARTY,)]
