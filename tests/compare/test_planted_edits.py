"""Edits planted at random: exactly they are found, and little more is marked than must be."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from tests.compare.plain_redlines import article, body, item
from tests.edit_strategies import edited
from tests.thoroughness import thorough

from treatykit.compare import changes, compare
from treatykit.model.changes import Change, ChangeKind
from treatykit.model.content import Inline, Paragraph, Text
from treatykit.model.decide import accept, reject
from treatykit.model.document import Document
from treatykit.model.numbering import number
from treatykit.model.plain import inlines_text
from treatykit.model.properties import Role, RunFormat
from treatykit.model.revisions import RevisionKind
from treatykit.model.walk import paragraphs

_TREATY_ENGLISH = """
the of and to in for shall may parties party each their border peace treaty agreement commission state states
territory security transit control goods persons measures cooperation respect law rights obligations disputes
settlement consultation notification ratification force entry amendment annex map line river water environment
minorities language culture education trade customs railway road energy corridor observers mission monitoring
exchange prisoners missing information archives property return refugees reconstruction assistance
"""
_WORDS = _TREATY_ENGLISH.split()
_FRESH = ("zebra", "quartz", "lantern", "meadow", "violin", "harbour", "copper", "walnut", "falcon", "marble")


@st.composite
def treaties(draw: DrawFn) -> Document:
    """A treaty of two to six articles with a title each.

    The words come from a seed, so that shrinking ends in fewer articles and not in
    articles that say the same, where nobody could tell which of them moved.
    """
    source = Random(draw(st.integers(0, 2**32)))
    blocks = []
    for index in range(draw(st.integers(2, 6))):
        blocks.append(article(index + 1, _sentence(source)))
        for count in range(draw(st.integers(1, 4))):
            numbered = draw(st.booleans())
            blocks.append(item(f"{count + 1}.", _sentence(source)) if numbered else body(_sentence(source)))
    return number(Document(body=tuple(blocks)))


def _sentence(source: Random) -> str:
    return " ".join(source.choices(_WORDS, k=source.randint(6, 25))) + "."


def _plant_in_words(draw: DrawFn, paragraph: Paragraph, fresh: str) -> Paragraph:
    """The paragraph with a word replaced, added, dropped or set in bold; the fresh word occurs nowhere else."""
    text = paragraph.inlines[0]
    assert isinstance(text, Text)
    words = text.value.split(" ")
    at = draw(st.integers(0, len(words) - 1))
    edit = draw(st.sampled_from(["replace", "add", "drop", "bold"]))
    if edit == "bold":
        before, after = " ".join(words[:at]), " ".join(words[at + 1 :])
        bold = Text(words[at], RunFormat(bold=True))
        inlines = (Text(before + " ") if before else Text(""), bold, Text(" " + after) if after else Text(""))
        return replace(paragraph, inlines=tuple(inline for inline in inlines if inline.value))
    words[at : at + 1] = {"replace": [fresh], "add": [fresh, words[at]], "drop": []}[edit]
    return replace(paragraph, inlines=(Text(" ".join(words)),))


@st.composite
def planted(draw: DrawFn) -> tuple[Document, Document, int]:
    """A treaty, the treaty with edits in different paragraphs, and their number."""
    old = draw(treaties())
    blocks = [block for block in old.body if isinstance(block, Paragraph)]
    places = draw(st.lists(st.integers(0, len(blocks) - 1), min_size=1, max_size=5, unique=True))
    new: list[Paragraph] = []
    fresh = iter(draw(st.permutations(_FRESH)))
    for index, block in enumerate(blocks):
        if index not in places:
            new.append(block)
            continue
        edit = draw(st.sampled_from(["words", "words", "insert", "delete"]))
        alone = not {index - 1, index + 1} & set(places)
        if edit == "delete" and alone and block.role is not Role.ARTICLE:
            continue
        if edit == "insert" and alone:
            new += [block, body(" ".join(_FRESH[:7]))]
            continue
        new.append(_plant_in_words(draw, block, next(fresh)))
    return old, number(Document(body=tuple(new))), len(places)


def _decided(redline: Document) -> list[Change]:
    return [change for change in changes(redline) if change.kind is not ChangeKind.RENUMBERED]


@settings(max_examples=thorough(200))
@given(case=planted())
def test_so_many_edits_in_different_paragraphs_are_so_many_changes(case: tuple[Document, Document, int]) -> None:
    old, new, count = case
    redline = compare(old, new)

    assert accept(redline) == new
    assert reject(redline) == old
    assert len(_decided(redline)) == count


@settings(max_examples=thorough(100))
@given(pair=treaties().flatmap(lambda treaty: edited(treaty).map(lambda new: (treaty, new))))
def test_the_law_holds_for_a_treaty_after_edits_of_every_kind(pair: tuple[Document, Document]) -> None:
    old, new = pair
    redline = compare(old, new)

    assert accept(redline) == new
    assert reject(redline) == old


@st.composite
def moved(draw: DrawFn, *, edit: bool) -> tuple[Document, Document]:
    """A treaty, and the treaty with one article at another place, perhaps with a word replaced in it."""
    old = draw(treaties().filter(lambda treaty: len(_articles(treaty)) > 2))
    articles = _articles(old)
    taken, target = draw(st.permutations(range(len(articles))))[:2]
    passed = articles[taken + 1 : target + 1] or articles[target:taken]
    assume(_length([articles[taken]]) < _length(passed))  # else those that it passed are what moved
    mover = articles.pop(taken)
    if edit:
        at = draw(st.integers(0, len(mover) - 1))
        mover[at] = _plant_in_words(draw, mover[at], "zebra")
    articles.insert(target, mover)
    return old, number(Document(body=tuple(block for blocks in articles for block in blocks)))


def _length(articles: list[list[Paragraph]]) -> int:
    return sum(len(inlines_text(block.inlines).split()) for blocks in articles for block in blocks)


def _articles(treaty: Document) -> list[list[Paragraph]]:
    found: list[list[Paragraph]] = []
    for block in treaty.body:
        assert isinstance(block, Paragraph)
        if block.role is Role.ARTICLE:
            found.append([])
        found[-1].append(block)
    return found


@settings(max_examples=thorough(150))
@given(case=moved(edit=False))
def test_a_moved_article_is_one_move(case: tuple[Document, Document]) -> None:
    found = _decided(compare(*case))

    assert [change.kind for change in found] == [ChangeKind.MOVED]
    assert not found[0].edited


@settings(max_examples=thorough(150))
@given(case=moved(edit=True))
def test_a_moved_article_with_an_edit_inside_is_one_move(case: tuple[Document, Document]) -> None:
    old, new = case
    redline = compare(old, new)

    assert accept(redline) == new
    assert reject(redline) == old
    assert [change.kind for change in _decided(redline)] == [ChangeKind.MOVED]


@st.composite
def word_edits(draw: DrawFn) -> tuple[Document, Document]:
    """A treaty, and the treaty with up to four edits of up to three words each in some of its paragraphs."""
    old = draw(treaties())
    blocks = [block for block in old.body if isinstance(block, Paragraph)]
    for at in draw(st.sets(st.integers(0, len(blocks) - 1), min_size=1)):
        words = inlines_text(blocks[at].inlines).split(" ")
        for _ in range(draw(st.integers(1, 1 + len(words) // 6))):
            start = draw(st.integers(0, len(words) - 1))
            words[start : start + draw(st.integers(0, 3))] = draw(
                st.lists(st.sampled_from([*_WORDS, *_FRESH]), max_size=3)
            )
        blocks[at] = replace(blocks[at], inlines=(Text(" ".join(words)),) if words else ())
    return old, Document(body=tuple(blocks))


@settings(max_examples=thorough(150))
@given(case=word_edits())
def test_the_marked_words_stay_near_the_smallest_edit_script(case: tuple[Document, Document]) -> None:
    old, new = case
    smallest = sum(
        _distance(_words_of(before.inlines), _words_of(after.inlines))
        for before, after in zip(paragraphs(old), paragraphs(new), strict=True)
    )

    assert _marked_words(compare(old, new)) <= 1.25 * smallest


def _words_of(inlines: tuple[Inline, ...]) -> list[str]:
    text = "".join(inline.value for inline in inlines if isinstance(inline, Text))
    return re.findall(r"\w+|[^\w\s]", text)


def _distance(old: list[str], new: list[str]) -> int:
    """The smallest number of words to strike and add, by the textbook table."""
    row = list(range(len(new) + 1))
    for i, left in enumerate(old, start=1):
        diagonal, row[0] = row[0], i
        for j, right in enumerate(new, start=1):
            best = diagonal if left == right else min(row[j], row[j - 1]) + 1
            diagonal, row[j] = row[j], best
    return row[-1]


def _marked_words(redline: Document) -> int:
    return sum(
        len(_words_of((inline,)))
        for paragraph in paragraphs(redline)
        for inline in paragraph.inlines
        if any(revision.kind is not RevisionKind.REFORMATTED for revision in inline.revisions)
    )
