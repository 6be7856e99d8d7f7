"""Typed brackets come in pairs, and one that lost its partner is told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from treatykit.check.checking import check_document
from treatykit.model.content import Paragraph, Text
from treatykit.model.document import Document

WORDS = st.text("ab ,.", max_size=4).map(lambda word: f" the{word} ")
BALANCED = st.recursive(
    WORDS, lambda inner: st.lists(inner | inner.map("[{}]".format), min_size=1, max_size=4).map("".join), max_leaves=12
)


def unbalanced(words: str) -> list[str]:
    body = tuple(Paragraph((Text(line),)) for line in words.split("\n") if line)
    return [each.message for each in check_document(Document(body=body), "t.txt") if each.code == "unbalanced-bracket"]


@given(first=BALANCED, second=BALANCED, across=BALANCED)
def test_of_brackets_in_pairs_nothing_is_said(first: str, second: str, across: str) -> None:
    assert unbalanced(f"{first}[{across}\n{across}]{second}") == []


@given(before=BALANCED, behind=BALANCED)
def test_a_bracket_without_a_partner_is_told_once(before: str, behind: str) -> None:
    (opened,) = unbalanced(f"{before}[ the Parties{behind}")
    (closed,) = unbalanced(f"{before}the Parties ]{behind}")

    assert "a bracket is opened and never closed" in opened
    assert "a bracket is closed that was never opened" in closed
