"""The parts of the pipeline, each against a slower way of saying the same."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.compare.plain_redlines import document, printed, row
from tests.edit_strategies import document_pairs
from tests.revision_strategies import marked_documents
from tests.thoroughness import thorough

from treatykit.compare import compare
from treatykit.compare.chain import Match, heaviest_chain
from treatykit.compare.contiguous import contiguous
from treatykit.compare.keys import RULES, Names, normalised
from treatykit.compare.matching import Run, common_runs
from treatykit.compare.places import Places
from treatykit.model.content import Mark, Paragraph, Table, Text
from treatykit.model.decide import Decision, decide
from treatykit.model.document import Document, Meta, Party
from treatykit.model.outline import outline
from treatykit.model.revisions import Revision, RevisionKind

_matches = st.lists(st.builds(Match, st.integers(0, 6), st.integers(0, 6), st.integers(1, 9)), max_size=8)
_units = st.lists(st.integers(0, 4), max_size=12)
_few_units = st.lists(st.integers(0, 5), max_size=6)
_PIECES = (
    *("recognise", "organisation", "is", "ise", "s", "co", "A", "_", "25", "%", "$", ".", "'", "-", " ", "\n", "\t"),
    *("’", "“", "”", "…", "–", "\u2011", "\u00a0", "\u202f", "\u00ad", "\u200b", "´", "§", "é"),
)


@given(matches=_matches)
def test_the_heaviest_chain_is_heavier_than_any_other(matches: list[Match]) -> None:
    def increases(some: tuple[Match, ...]) -> bool:
        return all(left.old < right.old and left.new < right.new for left, right in pairwise(some))

    chain = heaviest_chain(matches)
    rivals = (some for size in range(len(matches) + 1) for some in combinations(sorted(matches), size))

    assert increases(tuple(chain))
    assert _weight(chain) == max(_weight(some) for some in rivals if increases(some))


def _weight(matches: list[Match] | tuple[Match, ...]) -> int:
    return sum(match.weight for match in matches)


@settings(max_examples=thorough(200))
@given(old=_units, new=_units)
def test_as_many_units_are_kept_as_can_be_with_as_few_edits(old: list[int], new: list[int]) -> None:
    runs = common_runs(old, new)
    tidy = contiguous(runs, old, new, lambda _: True)

    for found in (runs, tidy):
        assert all(old[run.old : run.old + run.length] == new[run.new : run.new + run.length] for run in found)
        assert sum(run.length for run in found) == _longest_common(old, new)
        assert all(
            left.old + left.length <= right.old and left.new + left.length <= right.new
            for left, right in pairwise(found)
        )
    assert _edits(tidy, len(old), len(new)) <= _edits(runs, len(old), len(new))


@settings(max_examples=thorough(300))
@given(old=_few_units, new=_few_units)
@example(old=[1, 2, 3, 1], new=[4, 1, 2, 3])
@example(old=[5, 1, 6, 1, 2], new=[7, 1, 2, 8])
def test_no_other_way_to_keep_as_many_units_has_fewer_edits(old: list[int], new: list[int]) -> None:
    tidy = contiguous(common_runs(old, new), old, new, lambda _: True)

    most = _longest_common(old, new)
    fewest = min(
        _edits([Run(i, j, 1) for i, j in zip(olds, news, strict=True)], len(old), len(new))
        for olds in combinations(range(len(old)), most)
        for news in combinations(range(len(new)), most)
        if [old[i] for i in olds] == [new[j] for j in news]
    )
    assert _edits(tidy, len(old), len(new)) == fewest


def _edits(runs: list[Run], old_length: int, new_length: int) -> int:
    ends = [(0, 0), *((run.old + run.length, run.new + run.length) for run in runs)]
    starts = [*((run.old, run.new) for run in runs), (old_length, new_length)]
    return sum(end != start for end, start in zip(ends, starts, strict=True))


def _longest_common(old: list[int], new: list[int]) -> int:
    table = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, left in enumerate(old):
        for j, right in enumerate(new):
            table[i + 1][j + 1] = table[i][j] + 1 if left == right else max(table[i][j + 1], table[i + 1][j])
    return table[-1][-1]


@given(old=_units, new=_units)
def test_a_passage_too_large_for_the_table_is_cut_at_what_is_unique(old: list[int], new: list[int]) -> None:
    for run in common_runs(old, new, largest_table=4):
        assert old[run.old : run.old + run.length] == new[run.new : run.new + run.length]

    unique = list(range(100))
    assert common_runs(unique, [*unique[:50], 999, *unique[50:]], largest_table=4) == [Run(0, 0, 50), Run(50, 51, 50)]


@pytest.mark.parametrize(
    ("rule", "left", "right"),
    [
        (1, "ﬁnal\u00a0clauses", "final clauses"),
        (2, "co\u00adoperation", "cooperation"),
        (3, "Contracting PARTIES", "contracting parties"),
        (4, "the “Parties’”", 'the "Parties\'"'),
        (5, "1995–1996", "1995-1996"),
        (6, "co-operation and re- election", "cooperation and reelection"),
        (7, "recognised, organisation", "recognized, organization"),
        (7, "cognisance, cognisant, recognisances", "cognizance, cognizant, recognizances"),
        (7, "organisers, recognisable, realisably", "organizers, recognizable, realizably"),
        (7, "organisational, utilisability, jeopardisings", "organizational, utilizability, jeopardizings"),
        (8, "peace;  and, order.", "peace and order"),
    ],
)
def test_a_rule_holds_two_writings_to_be_the_same(rule: int, left: str, right: str) -> None:
    assert RULES[rule - 1].number == rule
    assert RULES[rule - 1].apply(left) == RULES[rule - 1].apply(right)
    assert normalised(left) == normalised(right)


def test_without_its_rule_two_writings_differ() -> None:
    assert normalised("promise of peace") != normalised("premise of peace")
    assert normalised("a distance, a nuisance, a raisin, is and this") == "a distance a nuizance a raisin is and this"
    assert normalised("Article 5") != normalised("Article 6")


@example(pieces=["The Parties recognise co-operation, i.e. 'mutual' aid  of 25 %."])
@given(pieces=st.lists(st.sampled_from(_PIECES)))
def test_the_short_way_for_plain_letters_follows_the_rules(pieces: list[str]) -> None:
    text = "".join(pieces)
    long_way = text
    for rule in RULES:
        long_way = rule.apply(long_way)

    assert normalised(text) == long_way


def test_a_treaty_taken_over_for_another_partner_is_aligned_article_by_article() -> None:
    def bilateral(name: str) -> Document:
        parties = (Party(code="X", short="Freedonia", full="Freedonia"), Party(code="Y", short=name, full=name))
        lines = (f"{name} shall notify Freedonia.", f"{name} shall inform Freedonia.", f"{name} shall host Freedonia.")
        return Document(body=document(*lines).body, meta=Meta(parties=parties))

    old, new = bilateral("Karvela"), bilateral("the Free City of Tesmar")

    assert Names.of(old.meta.parties).apply("karvela and freedonia") == "party2 and party1"
    assert printed(compare(old, new)).split("\n")[1] == "[-Karvela-]{+the Free City of Tesmar+} shall inform Freedonia."


@settings(max_examples=thorough(150))
@given(redline=marked_documents() | document_pairs().map(lambda pair: compare(*pair)))
def test_a_block_of_a_redline_is_found_where_a_decision_puts_it(redline: Document) -> None:
    for decision in Decision:
        decided = decide(redline, decision)
        places = Places.of(redline.body, outline(decided.body), decision)
        for block, index in zip(redline.body, places.indexes, strict=True):
            (alone,) = decide(Document(body=(block,)), decision).body or (None,)
            if isinstance(alone, Paragraph) and alone.inlines:
                there = decided.body[index]
                assert isinstance(there, Paragraph)
                assert _words(alone) in _words(there)


def test_what_loses_its_mark_before_a_wall_keeps_a_place_of_its_own() -> None:
    gone = Mark(revisions=(Revision(kind=RevisionKind.DELETED, author="A", change=1),))
    marked = document(Paragraph((Text("stays"),), gone), Table((row("cell"),)), "after")
    decided = decide(marked, Decision.ACCEPT)

    assert [*Places.of(marked.body, outline(decided.body), Decision.ACCEPT).indexes] == [0, 1, 2]
    assert len(decided.body) == 3


def _words(paragraph: Paragraph) -> str:
    return "".join(getattr(inline, "value", "\ufffc") for inline in paragraph.inlines)
