"""How paragraphs, tables, notes and headers are told apart: what came, went, merged, split, was renumbered."""

from __future__ import annotations

import pytest
from tests.compare.plain_redlines import article, body, document, item, printed, redline, row

from treatykit.compare import changes, compare
from treatykit.model.changes import ChangeKind
from treatykit.model.content import (
    Block,
    Mark,
    NoteReference,
    OpaqueBlock,
    Paragraph,
    Table,
    Text,
)
from treatykit.model.decide import accept, reject
from treatykit.model.document import Document, HeaderFooter, Place
from treatykit.model.pending import has_revisions
from treatykit.model.properties import Label, Properties, Role
from treatykit.model.revisions import Revision, RevisionKind

PEACE = "The Parties shall live in peace with each other as good neighbours."
BORDER = "The border between the Parties shall be delimited by a joint commission of experts."
TRANSIT = "Each Party shall allow goods of the other Party to pass through its territory by rail."
SESSION = "A Joint Commission meets once in each calendar year."
LAST = "This Treaty shall be registered with the Secretariat of the United Nations."


def obeys_the_law(old: Document, new: Document) -> Document:
    marked = compare(old, new)
    assert accept(marked) == new
    assert reject(marked) == old
    return marked


def test_a_paragraph_comes_and_goes_with_its_mark() -> None:
    assert redline(f"{PEACE}\n{LAST}", f"{PEACE}\n{BORDER}\n{LAST}") == f"{PEACE}\n{{+{BORDER}¶+}}\n{LAST}"
    assert redline(f"{PEACE}\n{BORDER}\n{LAST}", f"{PEACE}\n{LAST}") == f"{PEACE}\n[-{BORDER}¶-]\n{LAST}"


def test_the_first_and_the_last_paragraph_may_come_and_go() -> None:
    assert redline(PEACE, f"{BORDER}\n{PEACE}") == f"{{+{BORDER}¶+}}\n{PEACE}"
    assert redline(PEACE, f"{PEACE}\n{BORDER}") == f"{PEACE}\n{{+{BORDER}¶+}}"
    assert redline(f"{PEACE}\n{BORDER}", BORDER) == f"[-{PEACE}¶-]\n{BORDER}"


def test_what_has_nothing_in_common_is_struck_and_written_anew() -> None:
    assert redline(f"{PEACE}\n{BORDER}", f"{PEACE}\n{LAST}") == f"{PEACE}\n[-{BORDER}¶-]\n{{+{LAST}¶+}}"


def test_a_split_is_an_inserted_mark_and_a_merge_a_struck_one() -> None:
    together, apart = f"{PEACE} {BORDER}", f"{PEACE}\n{BORDER}"

    assert redline(together, apart) == f"{PEACE}[- -]{{+¶+}}\n{BORDER}"
    assert redline(apart, together) == f"{PEACE}[-¶-]\n{{+ +}}{BORDER}"


def test_a_merge_of_one_place_and_a_split_of_another_with_an_edit_in_each_stay_apart() -> None:
    marked = redline(f"{PEACE}\n{BORDER}\n{TRANSIT} {LAST}", f"{PEACE} {BORDER}\n{TRANSIT}\n{LAST}")

    assert marked == f"{PEACE}[-¶-]\n{{+ +}}{BORDER}\n{TRANSIT}[- -]{{+¶+}}\n{LAST}"


def test_a_paragraph_is_split_in_three() -> None:
    marked = redline(f"{PEACE} {BORDER} {TRANSIT}", f"{PEACE}\n{BORDER}\n{TRANSIT}")

    assert marked == f"{PEACE}[- -]{{+¶+}}\n{BORDER}[- -]{{+¶+}}\n{TRANSIT}"


def test_a_paragraph_that_only_shares_a_few_words_was_not_split_off() -> None:
    old = "The Parties entrust the delimitation of the boundary to a joint body. The Commission shall meet."
    new = "The Parties entrust the delimitation of the boundary to a joint body.\nThe Joint Commission shall:"

    assert redline(old, new).endswith("\n{+The Joint Commission shall:¶+}")


def test_a_label_alone_is_a_renumbering_and_no_edit() -> None:
    old = document(article(1, "Peace"), PEACE, article(2, "Border"), BORDER)
    new = document(article(1, "Transit"), TRANSIT, article(2, "Peace"), PEACE, article(3, "Border"), BORDER)
    found = changes(obeys_the_law(old, new))

    assert [(change.kind, change.number, change.old_label, change.new_label) for change in found] == [
        (ChangeKind.INSERTED, 1, "", ""),
        (ChangeKind.RENUMBERED, 0, "Article 1", "Article 2"),
        (ChangeKind.RENUMBERED, 0, "Article 2", "Article 3"),
    ]


def test_an_inserted_article_begins_with_its_heading_even_where_all_headings_are_bare_numbers() -> None:
    old = document(article(1), PEACE, article(2), BORDER)
    new = document(article(1), PEACE, article(2), TRANSIT, article(3), BORDER)

    assert printed(obeys_the_law(old, new)) == f"\n{PEACE}\n{{+¶+}}\n{{+{TRANSIT}¶+}}\n\n{BORDER}"


def test_typed_headings_go_with_their_articles_too() -> None:
    old = f"Article 1\n{PEACE}\nArticle 2\n{BORDER}"
    new = f"Article 1\n{PEACE}\nArticle 2\n{TRANSIT}\nArticle 3\n{BORDER}"

    marked = f"Article 1\n{PEACE}\n{{+Article 2¶+}}\n{{+{TRANSIT}¶+}}\n[-Article 2-]{{+Article 3+}}\n{BORDER}"
    assert redline(old, new) == marked


def test_an_inserted_article_with_all_below_it_is_one_change() -> None:
    old = document(article(1, "Peace"), PEACE)
    new = document(article(1, "Peace"), PEACE, article(2, "Transit"), item("1.", TRANSIT), item("2.", BORDER))
    (change,) = changes(obeys_the_law(old, new))

    assert (change.kind, change.old_place, change.new_place) == (ChangeKind.INSERTED, "", "Article 2")
    assert change.new_text == f"Article 2 Transit\n1. {TRANSIT}\n2. {BORDER}"


def test_a_changed_role_or_level_is_a_reformatting_of_the_mark() -> None:
    old = document(PEACE, item("1.", BORDER), item("2.", TRANSIT))
    new = document(PEACE, item("1.", BORDER), item("(a)", TRANSIT, level=2))
    (change,) = changes(obeys_the_law(old, new))

    assert (change.kind, change.old_label, change.new_label) == (ChangeKind.REFORMATTED, "2.", "(a)")


def test_nothing_runs_through_a_wall() -> None:
    walls: tuple[Block, ...] = (Table((row("Copper", "5 %"),)), OpaqueBlock("<w:altChunk/>"))

    for wall in walls:
        apart = document(PEACE, wall, BORDER)
        for other in (
            document(f"{PEACE} {BORDER}"),
            document(f"{PEACE} {BORDER}", wall),
            document(wall, f"{PEACE} {BORDER}"),
        ):
            obeys_the_law(apart, other)
            obeys_the_law(other, apart)


def test_a_note_is_compared_within_its_sign() -> None:
    def noted(words: str) -> Document:
        note = NoteReference((body(words),))
        return document(Paragraph((Text("The border"), note, Text(" shall be delimited."))))

    marked = obeys_the_law(noted("As shown on the map of 1925."), noted("As shown on the map of 1930."))
    (change,) = changes(marked)

    assert change.new_place == "Opening, paragraph 1, footnote"
    assert change.new_text.endswith("on the map of 1930.")
    assert not any(inline.revisions for inline in marked.body[0].inlines)  # type: ignore[union-attr]


def test_a_note_that_came_is_one_change_and_its_words_are_told() -> None:
    note = NoteReference((body("See the annexed map."),))
    old, new = document("The border stands."), document(Paragraph((Text("The border"), note, Text(" stands."))))
    (change,) = changes(obeys_the_law(old, new))

    assert change.kind is ChangeKind.AMENDED
    assert change.new_text == "The border stands. [note: See the annexed map.]"


def test_headers_are_stories_of_their_own() -> None:
    def headed(*words: str) -> Document:
        blocks = tuple(body(line) for line in words)
        return Document(
            body=(body(PEACE),), headers=(HeaderFooter(place=Place.HEADER, blocks=blocks),) if blocks else ()
        )

    (change,) = changes(obeys_the_law(headed("Draft of 3 May"), headed("Draft of 9 June")))
    assert (change.new_place, change.new_text) == ("Header", "Draft of 9 June")
    assert [one.kind for one in changes(obeys_the_law(headed(), headed("Draft")))] == [ChangeKind.INSERTED]
    assert [one.kind for one in changes(obeys_the_law(headed("Draft"), headed()))] == [ChangeKind.DELETED]


def test_a_stable_name_holds_two_wordings_together() -> None:
    def named(words: str, key: str) -> Paragraph:
        return Paragraph((Text(words),), Mark(properties=Properties(role=Role.BODY), key=key))

    old = document(
        PEACE, named("Goods in transit shall not be delayed or inspected at the border.", "transit#delay"), LAST
    )
    new = document(
        PEACE, named("Transit traffic shall not be subject to delay except for checks.", "transit#delay"), LAST
    )

    assert [change.kind for change in changes(obeys_the_law(old, new))] == [ChangeKind.AMENDED] * len(
        changes(compare(old, new))
    )


def test_equal_lines_that_recur_are_not_confused() -> None:
    line = "For the Government"
    assert redline(f"{line}\n{line}\n{line}", f"{line}\n{line}") == f"{line}\n{line}\n[-{line}¶-]"
    assert not has_revisions(compare(document(*[line] * 30), document(*[line] * 30)))


def test_a_new_paragraph_stands_in_its_article_and_not_below_the_next_one_that_went() -> None:
    peace, transit, border = article(1, "Peace"), article(2, "Transit"), article(3, "Border")
    kept = body("There shall be peace between the Parties.")
    went = (transit, body("Goods in transit shall pass freely and without any duty."))
    came = body(SESSION)
    rest = (border, body("The border runs along the river."))

    marked = compare(document(peace, kept, *went, *rest), document(peace, kept, came, *rest))

    assert printed(marked).index(f"{{+{SESSION}") < printed(marked).index("[-Transit")
    (change, *_) = changes(marked)
    assert change.new_place == "Article 1, unnumbered paragraph 2"


def test_a_paragraph_that_went_has_no_other_number_whatever_its_file_says() -> None:
    went = Revision(kind=RevisionKind.DELETED, author="Chair", change=1)
    now, before = (Properties(role=Role.ITEM, level=1, label=Label(label)) for label in ("1.", "2."))
    renumbered = Revision(kind=RevisionKind.REFORMATTED, author="Chair", before=before)
    marked = Paragraph((Text(PEACE, revisions=(went,)),), Mark(properties=now, revisions=(went, renumbered)))

    (change,) = changes(document(marked, TRANSIT))

    assert change.kind is ChangeKind.DELETED


NOTICE = "Within {} of the entry into force, each Party shall notify the other Party of a point of contact."
PRECISELY = "Where such a notice is late, the Party that waits for it may send its own without being bound by it."


def _articles(*articles: tuple[str, ...]) -> Document:
    lines = []
    for number, (title, *words) in enumerate(articles, 1):
        lines += [f"Article {number} – {title}", *words]
    return Document(body=tuple(Paragraph((Text(line),)) for line in lines))


@pytest.mark.parametrize("with_another", [False, True], ids=["by chance", "parted"])
def test_a_paragraph_stays_in_its_article_and_follows_into_another_only_where_that_came_of_it(
    *, with_another: bool
) -> None:
    more = (PRECISELY,) if with_another else ()
    old = _articles(
        ("Peace", "There is peace."), ("Incidents", "The hotline is open.", NOTICE.format("thirty days"), *more)
    )
    new = _articles(
        ("Peace", "There is peace."),
        ("Incidents", "The hotline is open."),
        *((title, f"{title} are opened.") for title in ("Roads", "Railways", "Ports", "Rivers")),
        ("Transit", "Transit is free.", NOTICE.format("a month"), *more),
    )

    kinds = {change.kind for change in changes(compare(old, new))}

    assert (ChangeKind.AMENDED in kinds) is with_another


def test_a_long_paragraph_of_nearly_the_same_words_is_amended_even_where_its_article_became_another() -> None:
    report = (
        "The report of the Commission shall set out the sections of the boundary that were surveyed, the pillars that "
        "were placed, the difficulties that were met and the measures that are proposed for the {} year."
    )
    towns = [(title, f"{title} are opened.") for title in ("Roads", "Railways", "Ports", "Rivers")]
    old = _articles(("Peace", "There is peace."), ("Survey", "The boundary is surveyed.", report.format("next")))
    new = _articles(
        ("Peace", "There is peace."),
        ("Survey", "The boundary is surveyed."),
        *towns,
        ("Reports", "Reports are public.", report.format("following")),
    )

    kinds = [change.kind for change in changes(compare(old, new))]

    assert ChangeKind.AMENDED in kinds
    assert ChangeKind.DELETED not in kinds
