"""A report in words: short enough to survey, and true."""

from __future__ import annotations

from dataclasses import replace

from tests.compare.plain_redlines import article, document
from tests.writers import samples
from tests.writers.reading_html import page

from treatykit.compare import compare, report
from treatykit.model.changes import Change, ChangeKind, ChangeReport, Substitution, Summary
from treatykit.writers.html import write_html
from treatykit.writers.markdown import write_markdown
from treatykit.writers.options import WriteOptions
from treatykit.writers.report import headline, place, renumberings, substitutions
from treatykit.writers.terminal import TerminalOptions, write_changes, write_terminal
from treatykit.writers.text import write_text


def test_a_provision_with_a_new_number_has_both_its_places() -> None:
    article = Change(number=1, kind=ChangeKind.RENUMBERED, old_place="Article 5", new_place="Article 6")
    point = Change(number=2, kind=ChangeKind.RENUMBERED, old_place="Article 5 (b)", new_place="Article 5 (a)")
    annex = Change(number=3, kind=ChangeKind.RENUMBERED, old_label="", new_label="2.")
    line = replace(annex, old_place="Opening, paragraph 3", new_place="Opening, paragraph 3")

    assert [place(change) for change in (article, point, annex, line)] == [
        "Article 5 → Article 6",
        "Article 5 (b) → Article 5 (a)",
        "no number → 2.",
        "Opening, paragraph 3: no number → 2.",
    ]


def test_the_place_of_what_went_is_called_an_old_one_in_every_format() -> None:
    made, redline = samples.report(), samples.redline()
    options, terminal = WriteOptions(report=made), TerminalOptions(report=made, colour=False, width=200)
    root = page(write_html(redline, options))
    rows = [row.text_content() for row in root.xpath("//table[@class='change-table']//th[@class='place']")]

    assert [place(change) for change in made.changes if change.kind is ChangeKind.DELETED] == [
        "old Article 2, paragraph 2 (a)"
    ]
    assert "\n\n3. old Article 2, paragraph 2 (a): deleted" in write_text(redline, options)
    assert "| 3 | old Article 2, paragraph 2 (a) | deleted |" in write_markdown(redline, options)
    assert "── 3 · old Article 2, paragraph 2 (a) ──" in write_terminal(redline, terminal)
    assert "\n3. old Article 2, paragraph 2 (a): deleted" in write_changes(made, terminal)
    assert "old Article 2, paragraph 2 (a)" in rows
    assert "old Article 2, paragraph 2 (a)" in root.xpath("//ol[@class='change-list']")[0].text_content()


def test_new_numbers_are_told_in_one_sentence() -> None:
    one = Change(number=0, kind=ChangeKind.RENUMBERED, old_place="Article 5", new_place="Article 6")
    made = ChangeReport(old_name="A", new_name="B", changes=(one, replace(one, old_place="Annex I")), summary=Summary())

    assert renumberings(made) == "Old and new numbers: Article 5 → Article 6; Annex I → Article 6."
    assert renumberings(replace(made, changes=())) == ""


def test_the_list_of_new_numbers_holds_what_was_changed_otherwise_too() -> None:
    def made(*changes: Change) -> ChangeReport:
        return ChangeReport(old_name="A", new_name="B", changes=changes, summary=Summary())

    heading = Change(
        number=1,
        kind=ChangeKind.AMENDED,
        old_place="Article 1",
        new_place="Article 3",
        old_label="Article 1",
        new_label="Article 3",
    )
    follows = replace(heading, number=0, kind=ChangeKind.RENUMBERED, old_place="Article 2", new_place="Article 4")
    moved = replace(heading, number=3, kind=ChangeKind.MOVED, old_place="Article 9", new_place="Article 5")
    words = Change(number=4, kind=ChangeKind.AMENDED, old_place="Article 9, footnote", new_place="Article 5, footnote")
    point = replace(heading, old_place="Article 6", new_place="Article 6", old_label="(a)", new_label="a)")

    assert renumberings(made(heading, replace(heading, number=2), follows, moved, words, point)) == (
        "Old and new numbers: Article 1 → Article 3; Article 2 → Article 4; Article 9 → Article 5; Article 6: (a) → a)."
    )
    assert renumberings(made(words)) == ""


def test_of_two_texts_every_article_that_has_another_number_is_listed() -> None:
    transit, visas = "Goods in transit pass freely and without a duty. " * 3, "Nationals need no visa for a stay. " * 3
    old = document(article(1, "Transit of goods"), transit, article(2, "Visas"), visas)
    meetings = "The Commission shall meet twice a year in the capitals in turn."
    new = document(
        *(article(1, "Commission"), meetings),
        *(article(2, "Transit of all goods by land"), transit, article(3, "Visas"), visas),
    )

    assert renumberings(report(compare(old, new), "A", "B")) == (
        "Old and new numbers: Article 1 → Article 2; Article 2 → Article 3."
    )


def test_of_many_replacements_the_most_frequent_are_listed() -> None:
    found = tuple(Substitution(old=f"a{at}", new="b", places=("Article 1", "Article 1")) for at in range(12))
    lines = substitutions(Summary(substitutions=found))

    assert lines[0] == "“a0” → “b”, 2 times: Article 1 (2×)"
    assert lines[-1] == "And 2 more words or phrases replaced more than once."
    assert len(lines) == 11


def test_new_numbers_alone_are_no_changes() -> None:
    assert headline(Summary(counts=((ChangeKind.RENUMBERED, 3),))) == "No words changed; 3 renumbered."
    assert headline(Summary()) == "The two texts are the same."
    assert headline(Summary(counts=((ChangeKind.AMENDED, 1),))) == "1 change: 1 amended."


def test_what_was_passed_over_is_said_and_never_that_the_texts_are_the_same() -> None:
    ignored = ("formatting", "case")

    assert headline(Summary(ignored=ignored)) == "No change was found. Not compared: formatting, case."
    assert headline(Summary(counts=((ChangeKind.AMENDED, 1),), ignored=("spacing",))) == (
        "1 change: 1 amended. Not compared: spacing."
    )
