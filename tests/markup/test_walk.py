from __future__ import annotations

from treatykit.markup.parser import parse_body
from treatykit.markup.syntax import Text
from treatykit.markup.walk import Occurrence, occurrences

WORDING = """\
## alternative: full

### {?@annex} Ti[A: t]le

1. {?escorts} item
   (a) {?!@maps} point
   [A:
   (b) blocked [B: both] [plain]
   ]

   > remark

Paragraph[^1].

| header |
| --- |
| cell |

[^1]: foot[B: note]
"""


def words(text: str) -> dict[str, Occurrence]:
    (alternative,) = parse_body(text, "clause.md").alternatives
    return {each.node.value: each for each in occurrences(alternative) if isinstance(each.node, Text)}


def test_words_come_in_the_order_of_the_text_and_footnotes_where_they_are_referred_to() -> None:
    assert list(words(WORDING)) == [
        *("Ti", "t", "le", "item", "point", "blocked ", "both", " ", "plain", "remark"),
        *("Paragraph", "foot", "note", ".", "header", "cell"),
    ]


def test_conditions_of_everything_around_must_hold() -> None:
    def conditions(word: str) -> list[str]:
        return [getattr(each, "option", "") or getattr(each, "topic", "") for each in words(WORDING)[word].conditions]

    assert conditions("point") == ["annex", "escorts", "maps"]
    assert conditions("remark") == ["annex", "escorts"]
    assert conditions("cell") == ["annex"]


def test_only_the_parties_behind_all_brackets_around_read_the_words() -> None:
    readers = {word: each.readers for word, each in words(WORDING).items()}

    assert readers["Ti"] is None
    assert readers["t"] == readers["blocked "] == readers["plain"] == frozenset("A")
    assert readers["both"] == frozenset()
    assert readers["remark"] is None


def test_words_of_a_drafting_note_are_told_apart() -> None:
    assert [word for word, each in words(WORDING).items() if each.in_note] == ["remark"]
