"""Checks for what is still open: brackets and blanks, and numbers that are given twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from textwrap import shorten
from typing import Final

from treatykit.check.finding import Finding
from treatykit.check.rule import Example, Rule
from treatykit.check.text import RUN_IN, Text
from treatykit.check.typed_brackets import lone_brackets, typed_brackets
from treatykit.diagnostics import Severity
from treatykit.model.brackets import bracket_tree
from treatykit.model.content import Slot
from treatykit.model.document import Status
from treatykit.model.numerals import AGAIN, from_roman
from treatykit.model.properties import Role

_ARTICLE_NUMBER: Final = re.compile(
    rf"(?:article|art\.)[ \u00a0]+(\d+|[IVXLCDM]+)(?:[ \u00a0]?(?:[a-z]|{'|'.join(AGAIN)}))?", re.IGNORECASE
)
_EXCERPT: Final = 60  # characters of a bracket that are shown
_TYPED_BLANK: Final = re.compile(r"_{3,}|\.{4,}|…{2,}")


def _tracked_changes(text: Text) -> Iterator[Finding]:
    if text.pending:
        hint = "decide them with 'treatykit accept' or 'reject'"
        yield text.finding("changes are tracked, and the text is checked with all of them accepted", hint)


def _open_brackets(text: Text) -> Iterator[Finding]:
    tree = bracket_tree(text.document.body)
    for bracket in tree.brackets:
        options = len(bracket.options)
        said = f"a bracket with {options} competing options" if options > 1 else "a bracket"
        yield text.finding(f"{said} is open", at=bracket.options[0].start.block)
    for typed in typed_brackets(text.passages):
        said = f"a bracket with {typed.options} competing options" if typed.options > 1 else "a bracket"
        yield typed.passage.finding(f"{said} is open: [{_excerpt(typed.words)}]")


def _unbalanced_brackets(text: Text) -> Iterator[Finding]:
    tree = bracket_tree(text.document.body)
    for spot in tree.stray:
        yield text.finding("a bracket is closed that was never opened", at=spot.block)
    for bracket in tree.walk():
        if not bracket.closed:
            yield text.finding("a bracket is opened and never closed", at=bracket.options[0].start.block)
    for lone in lone_brackets(text.passages):
        if lone.sign == "[":
            said, words = "a bracket is opened and never closed", f"[{_excerpt(lone.words)}"
        else:
            said, words = "a bracket is closed that was never opened", f"{_excerpt(lone.words[::-1])[::-1]}]"
        yield lone.passage.finding(f"{said}: {words}")


def _excerpt(words: str) -> str:
    return shorten(words, _EXCERPT, placeholder=" …")


def _blanks(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        names = Counter(inline.name for inline in passage.paragraph.inlines if isinstance(inline, Slot))
        for name in names:
            yield passage.finding(f"'{name}' is left blank")
        if not names and _TYPED_BLANK.search(passage.words) and passage.role is not Role.SIGNATURE:
            yield passage.finding("a blank is left open")


def _duplicate_numbers(text: Text) -> Iterator[Finding]:
    numbered: dict[tuple[str, str], list[int]] = {}
    for division in text.outline.walk():
        if division.role is Role.ARTICLE and division.label:
            key = (_annex_around(text, division.start), division.label)
            numbered.setdefault(key, []).append(division.start)
    for (annex, label), starts in numbered.items():
        if any(not text.compete(one, other) for one, other in combinations(starts, 2)):
            yield Finding(
                f"{annex}, {label}" if annex else label, f"the number is given {len(starts)} times", None, starts[1]
            )


def _annex_around(text: Text, index: int) -> str:
    return next((division.label for division in text.outline.path(index) if division.role is Role.ANNEX), "")


def _not_settled(text: Text) -> Iterator[Finding]:
    """Brackets and blanks in a text that is called settled; a text is initialled with blanks."""
    status = text.meta.status
    if status is None or status.is_draft:
        return
    if bracket_tree(text.document.body).brackets:
        yield text.finding(f"the text is called {status}, and brackets are open in it")
    if status is not Status.INITIALLED and next(_blanks(text), None):
        yield text.finding(f"the text is called {status}, and blanks are left in it")


def _numbering_gaps(text: Text) -> Iterator[Finding]:
    """Articles in the order of their numbers; a number may come again as ``bis``, and start afresh.

    Competing wordings begin with the same number, and the text goes on after the longest.
    """
    run_in = {match[1] for passage in text.passages if (match := RUN_IN.match(passage.words))}
    before: dict[str, int] = {}
    last: dict[str, int] = {}  # where that article begins
    for division in text.outline.walk():
        if division.role is not Role.ARTICLE or not (found := _ARTICLE_NUMBER.fullmatch(division.label)):
            continue
        number = int(found[1]) if found[1].isdecimal() else from_roman(found[1].upper()) or 0
        annex = _annex_around(text, division.start)
        left_out = range(before.get(annex, number) + 1, number)
        if left_out and not any(str(each) in run_in for each in left_out):
            missing = f"{left_out[0]}" if len(left_out) == 1 else f"{left_out[0]} to {left_out[-1]}"
            place = f"{annex}, {division.label}" if annex else division.label
            yield Finding(
                place, f"the article before it is {before[annex]}: {missing} is missing", None, division.start
            )
        if number >= before.get(annex, 0) or not text.compete(division.start, last[annex]):
            before[annex], last[annex] = number, division.start


RULES: Final = (
    Rule(
        id="not-settled",
        severity=Severity.ERROR,
        title="A text is called settled, and brackets or blanks are open in it",
        why=(
            "Initialling and signature settle the text. What is in brackets then is neither agreed nor refused. "
            "Blanks, for a date or a number of days, may be left in an initialled text, not in a signed one."
        ),
        example=Example("status: clean — and: The Parties [shall][may] meet.", "status: negotiating"),
        source="Vienna Convention on the Law of Treaties, Article 10",
        misses="Texts whose file does not say how far they have come; only drafts and files made from them do.",
        find=_not_settled,
    ),
    Rule(
        id="numbering-gap",
        severity=Severity.WARNING,
        title="A number is left out between two articles",
        why="Where an article was taken out in haste, references to all later ones may lead one too far.",
        example=Example("Article 4. Transit … Article 6. Customs", "Article 4. Transit … Article 5. Customs"),
        source="Treaty practice: the articles are numbered from the first to the last, each number once",
        misses="Articles numbered by chapter (8.70), and paragraphs and points. An extract is told as a gap.",
        find=_numbering_gaps,
    ),
    Rule(
        id="unbalanced-bracket",
        severity=Severity.ERROR,
        title="A bracket is opened and never closed, or closed and never opened",
        why=(
            "Where a bracket ends decides what is agreed. Texts that were typed in haste lose brackets; nobody can "
            "then say which words are open."
        ),
        example=Example("The Parties [shall meet once a year.", "The Parties [shall meet once a year]."),
        source="Negotiating practice: square brackets in draft texts of United Nations conferences",
        misses=(
            "A bracket that is closed in the wrong place: the count is right, the meaning is not. A single bracket "
            "behind a letter or a number is read as the sign of a point: a]."
        ),
        find=_unbalanced_brackets,
    ),
    Rule(
        id="duplicate-number",
        severity=Severity.ERROR,
        title="Two articles have the same number",
        why="A reference to that number has two meanings.",
        example=Example("Article 5. Transit … Article 5. Customs", "Article 5. Transit … Article 6. Customs"),
        source="Treaty practice: the articles are numbered from the first to the last, each number once",
        misses="Paragraphs and points with the same number.",
        find=_duplicate_numbers,
    ),
    Rule(
        id="tracked-changes",
        severity=Severity.NOTE,
        title="Changes are tracked and not decided",
        why="A text can be signed only when each change has been accepted or rejected.",
        example=Example(
            "a Word file with changes that are neither accepted nor rejected",
            "treatykit accept redline.docx -o text.docx",
        ),
        source=(
            "Treaty practice: the text is established before it is authenticated (Vienna Convention on the Law of "
            "Treaties, Article 10)"
        ),
        misses="Changes that were typed in by hand, as colour or underlining.",
        find=_tracked_changes,
    ),
    Rule(
        id="open-bracket",
        severity=Severity.NOTE,
        title="Text in square brackets is not agreed",
        why="Square brackets have no legal meaning of their own: they say that at least one delegation has not agreed.",
        example=Example("The Parties [shall][may] meet once a year.", "The Parties shall meet once a year."),
        source="Negotiating practice: square brackets in draft texts of United Nations conferences",
        misses=(
            "Brackets that were typed inside quotation marks. One that an editor set and that does not read like it "
            "([sic], […], [signed], a number of a note) is told as open."
        ),
        find=_open_brackets,
    ),
    Rule(
        id="blank",
        severity=Severity.NOTE,
        title="A blank is still to be filled",
        why="Texts are initialled with blanks, but not signed with them.",
        example=Example(
            "Within ____ days of the entry into force of this Treaty …",
            "Within thirty days of the entry into force of this Treaty …",
        ),
        source="Vienna Convention on the Law of Treaties, Article 10: initialling settles a text",
        misses="Blanks that are typed with other signs than underscores or dots.",
        find=_blanks,
    ),
)
