"""What is wrong, where, and what next: one line for each thing that can go wrong in a body."""

from __future__ import annotations

import pytest

from treatykit.errors import ContentError
from treatykit.markup.parser import parse_body

OUTSIDE_A_WORDING = [
    ("", "c.md", "without a wording", "## alternative: id"),
    ("Peace.", "c.md:1:1", "outside an alternative", "column 1"),
    ("## alternative: X", "c.md:1:1", "'X' cannot be the id", "small letters"),
    ("## alternativ: a", "c.md:1:1", "'alternativ'", "did you mean '## alternative: id'?"),
    ("## alternative: a\n", "c.md:1:1", "'a' has no text", "a drafting note"),
    ("## alternative: a\nx\n## alternative: a\ny", "c.md:3:1", "a second alternative 'a'", "its own id"),
    ("## alternative: a\nx\n\n## commentary", "c.md:4:1", "without text", "delete"),
    ("## alternative: a\nx\n\n## commentary\nx\n\n[^1]: x", "c.md:7:1", "footnote in the commentary", "in the text"),
    ("## alternative: a\nx\n\n## commentary\nx\n\n### y", "c.md:7:1", "an article in the commentary", "'#### Title'"),
    ("## alternative: a\nx\n\n## commentary\nx\n## alternative: b", "c.md:6:1", "after the commentary", "last part"),
]

IN_A_WORDING = [
    # Lines and columns
    ("1. x\n  (a) y", "2:3", "nothing begins at column 3", "column 1 or 4"),
    ("1. x\n   (a) y\n      z", "3:7", "nothing begins at column 7", "column 1, 4 or 8"),
    (" x", "1:2", "nothing begins at column 2", "column 1 here"),
    ("1. x\ny", "2:1", "belongs to nothing", "column 4"),
    ("1. x\n   (a) y\n   z\n   (b) w", "4:4", "after the closing words", "indent it"),
    ("x:\n(a) y\n{#z} z", "3:1", "a label on the closing words", "the item whose list"),
    ("\tx", "1:1", "a tab", "spaces"),
    ("x\x07", "1:2", "U+0007", "delete"),
    # Marks of other notations
    ("- x", "1:1", "'-' is a bullet", "'1.' or '(a)'"),
    ("1) x", "1:1", "'1)' is no marker", "'1.' or '(a)'"),
    ("a. x", "1:1", "'a.' is no marker", "'1.' or '(a)'"),
    ("##### x", "1:1", "'#####' is no heading", "'### Title'"),
    ("---", "1:1", "'---' is a rule", "'### Title'"),
    ("```", "1:1", "'```' is a code block", "none"),
    ("<!-- x -->", "1:1", "'<!--' is a comment", "'> '"),
    # Items and headings
    ("1.", "1:1", "'1.' has no words", "same line"),
    ("1. (a) x", "1:4", "'(a)' at the beginning", "line of its own"),
    ("1. {#x} > y", "1:9", "'>' at the beginning", "backslash"),
    ("\n".join(f"{' ' * 3 * level}1. x" for level in range(10)), "10:28", "more than 9 levels", "split"),
    ("### ", "1:1", "without a title", "the topic's own title"),
    ("1. x\n   ### y", "2:4", "indented", "column 1"),
    # Labels, conditions, references
    ("{#x} a\n\n{#x} b", "3:1", "a second label 'x'", "c.md:3:1"),
    ("{?o}{#x} y", "1:5", "a label out of its place", "before the conditions"),
    ("{#x}{#y} z", "1:5", "a label out of its place", "one label"),
    ("{#x}", "1:1", "no words", "same line"),
    ("{#X} y", "1:1", "'X' cannot be the name of a label", "small letters"),
    ("x {?o} y", "1:3", "'{?o}' in the middle", "beginning"),
    ("{foo} x", "1:1", "'{foo}' is no mark", r"'\{'"),
    ("x { y", "1:3", "'{' is not closed", "'}'"),
    ("{@} x", "1:1", "a reference to nothing", "'{@topic}'"),
    ("{@Maps} x", "1:1", "'Maps' cannot be the name of a topic", "small letters"),
    ("{@maps#} x", "1:1", "the name of a label is missing", "small letters"),
    # Slots
    ("x {{ foo }}", "1:3", "no word of the draft is called 'foo'", "'{{ topic.parameter }}'"),
    ("x {{ each_partie }}", "1:3", "'each_partie'", "did you mean 'each_party'?"),
    ("x {{ each_party | cpa }}", "1:3", "no filter is called 'cpa'", "did you mean 'cap'?"),
    ("x {{ each_party | }}", "1:3", "a filter is missing", "cap, upper"),
    ("x {{ }}", "1:3", "the slot is empty", "'{{ topic.parameter }}'"),
    ("x {{ transit_state.shrt }}", "1:3", "'transit_state.shrt'", "did you mean 'short'?"),
    ("x {{ a.b", "1:3", "a slot is not closed", "'}}'"),
    ("x {{ 1 + 1 }}", "1:3", "'1 + 1'", "'{{ topic.parameter }}'"),
    # Emphasis and terms
    ("x *y", "1:3", "an emphasis is not closed", "'*'"),
    ("x * y", "1:3", "'*' opens nothing", r"'\*'"),
    ("x *y *z", "1:3", "an emphasis ends with a space", "outside"),
    ("*a**b*", "1:4", "two emphases touch", "one"),
    ("x **y**", "1:3", "'**' opens nothing", '**"term"**'),
    ('**"y" z', "1:1", "a defined term is not closed", "**"),
    ('**"y *z*"**', "1:6", "only words and slots", "c.md:3:1"),
    ('**""**', "1:1", "a defined term without words", "delete"),
    ("*a [A: b* c]", "1:4", "a bracket is not closed", "']'"),
    # Brackets
    ("x [A: y", "1:3", "a bracket is not closed", "']'"),
    ("x [y", "1:3", "a bracket is not closed", r"'\['"),
    ("x]", "1:2", "']' closes no bracket", r"'\]'"),
    ("x [C: y]", "1:3", "no party has the code 'C'", "A and B"),
    ("x [A, X: y]", "1:3", "no party has the code 'X'", r"'X\:'"),
    ("x [A, A: y]", "1:3", "party A is named twice", "once"),
    ("x [A: y][A: z]", "1:9", "A stands behind two", "space"),
    ("[A: " * 51, "1:201", "nested too deep", "50"),
    ("[A:\nx", "1:1", "a bracket is not closed", "column 1"),
    ("1. x\n   [A:\n   (a) y\n]", "2:4", "a bracket is not closed", "column 4"),
    ("]", "1:1", "']' closes no bracket", "column"),
    ("[A:\n1. x\n   ]\n]", "3:4", "']' closes no bracket", "column"),
    ("[A:\nx\n][A:\ny\n]", "3:2", "A stands behind two", "space"),
    ("[NB:\nx\n]", "1:1", "no party has the code 'NB'", "line after"),
    ("[A:\n" * 21, "21:1", "nested too deep", "20"),
    # Footnotes, notes, tables
    ("x[^1]", "1:2", "there is no footnote '1'", "[^1]: …"),
    ("x\n\n[^1]: y", "3:1", "nothing refers to the footnote '1'", "delete"),
    ("x[^1]\n\n[^1]: y\n[^1]: z", "4:1", "a second footnote '1'", "its own name"),
    ("x[^1]\n\n[^1]: y\n\nz", "5:1", "after the first footnote", "column 5"),
    ("x[^1]\n\n[^1]:", "3:1", "has no words", "same line"),
    ("x[^1]\n\n[^1]: {#y} z", "3:7", "a label or a condition on a footnote", "paragraph"),
    ("1. x[^1]\n   [^1]: y", "2:4", "a footnote out of its place", "at the end"),
    ("x [^1", "1:3", "a footnote's sign is not closed", "'[^name]'"),
    ("x[^A]", "1:2", "'A' cannot be the name of a footnote", "small letters"),
    ("> x\ny", "2:1", "directly after a drafting note", "'>'"),
    ("> x\n>", "2:1", "an empty line in a drafting note", "blank line"),
    ("| x | y |\n| z |", "2:1", "without its second line", "| --- | --- |"),
    ("| x | y |\n|---|---|\n| z |", "3:1", "1 cell in a table of 2 columns", r"'\|'"),
    ("| x | y", "1:7", "not closed", "'|'"),
    ("| x | [A: |\n|---|---|", "1:7", "a bracket is not closed", "']'"),
    (r"x \y", "1:3", "a backslash before what needs none", r"'\\'"),
]


@pytest.mark.parametrize(("text", "where", "message", "hint"), OUTSIDE_A_WORDING)
def test_an_error_outside_a_wording_says_where_what_and_what_next(
    text: str, where: str, message: str, hint: str
) -> None:
    with pytest.raises(ContentError) as caught:
        parse_body(text, "c.md")

    assert str(caught.value.where) == where
    assert message in caught.value.message
    assert hint in (caught.value.hint or "")


@pytest.mark.parametrize(("text", "where", "message", "hint"), IN_A_WORDING)
def test_an_error_in_a_wording_says_where_what_and_what_next(text: str, where: str, message: str, hint: str) -> None:
    line, column = map(int, where.split(":"))

    with pytest.raises(ContentError) as caught:
        parse_body(f"## alternative: a\n\n{text}", "c.md")

    assert str(caught.value.where) == f"c.md:{line + 2}:{column}"
    assert message in caught.value.message
    assert hint in (caught.value.hint or "")
