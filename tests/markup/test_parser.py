from __future__ import annotations

from textwrap import dedent

import pytest

from treatykit.errors import Where
from treatykit.markup.parser import parse_body
from treatykit.markup.printer import print_body
from treatykit.markup.slots import DraftWord, Filter, ParamName, RoleForm, RoleName
from treatykit.markup.syntax import (
    Alignment,
    Article,
    Block,
    BlockBracket,
    BlockOption,
    Blocks,
    Bracket,
    Commentary,
    Definition,
    DraftingNote,
    Emphasis,
    Footnote,
    FootnoteReference,
    Inlines,
    Item,
    Option,
    OptionCondition,
    Paragraph,
    Reference,
    Section,
    Slot,
    Table,
    Text,
    TopicCondition,
    WrapUp,
)


def blocks(text: str) -> Blocks:
    """The blocks of a wording; an indent that all lines share means nothing."""
    return parse_body(f"## alternative: full\n\n{dedent(text)}", "clause.md").alternatives[0].blocks


def words(text: str) -> Inlines:
    (paragraph,) = blocks(text)
    assert isinstance(paragraph, Paragraph)
    return paragraph.inlines


def item(text: str, *inner: Block) -> Item:
    return Item((Text(text),), blocks=inner)


def wrap_up(text: str) -> WrapUp:
    return WrapUp((Text(text),))


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


# --- levels --------------------------------------------------------------------------------------


def test_the_indent_alone_makes_the_level() -> None:
    assert blocks("""\
        1. The Parties shall:
           (a) release:
               (i) prisoners;
           (b) return remains.
        2. No fee is due.
        """) == (
        item("The Parties shall:", item("release:", item("prisoners;")), item("return remains.")),
        item("No fee is due."),
    )


def test_the_marker_says_only_that_an_item_begins() -> None:
    assert blocks("(h) eight\n(i) nine\n1. ten\n(xiv) eleven") == tuple(map(item, ("eight", "nine", "ten", "eleven")))


def test_a_line_at_the_column_of_the_words_continues_them() -> None:
    assert blocks("1. Each Party\n   shall\n   (a) release\n       all prisoners;") == (
        item("Each Party shall", item("release all prisoners;")),
    )


def test_a_line_at_the_column_of_the_chapeau_directly_after_its_list_closes_it() -> None:
    assert blocks("1. Each Party shall:\n   (a) x;\n       (i) y;\n   without\n   delay.\n\n   Later.") == (
        item("Each Party shall:", item("x;", item("y;")), wrap_up("without delay."), paragraph("Later.")),
    )


def test_after_a_blank_line_the_same_line_is_a_paragraph_of_its_own() -> None:
    assert blocks("1. Each Party shall:\n   (a) x;\n\n   without delay.") == (
        item("Each Party shall:", item("x;"), paragraph("without delay.")),
    )


def test_a_paragraph_without_a_number_can_be_the_chapeau() -> None:
    assert blocks("Each Party shall:\n(a) x;\nwithout delay.") == (
        paragraph("Each Party shall:"),
        item("x;"),
        wrap_up("without delay."),
    )


def test_labels_come_before_conditions() -> None:
    assert blocks("1. {#ban}{?escorts}{?!@maps} Force is banned.\n\n{?escorts} Escorts.") == (
        Item(
            (Text("Force is banned."),),
            "ban",
            (OptionCondition("escorts"), TopicCondition("maps", negated=True)),
        ),
        Paragraph((Text("Escorts."),), None, (OptionCondition("escorts"),)),
    )


def test_what_stands_under_a_heading_is_in_it() -> None:
    inner = (Section((Text("Routes"),), "routes", blocks=(item("Road."),)), Section((Text("Rail"),)))

    assert blocks("Before.\n\n### Maps\n\n#### {#routes} Routes\n\n1. Road.\n\n#### Rail\n\n### {?@maps} Lists\n") == (
        paragraph("Before."),
        Article((Text("Maps"),), blocks=inner),
        Article((Text("Lists"),), conditions=(TopicCondition("maps"),)),
    )


# --- words ---------------------------------------------------------------------------------------


def test_slots_name_parameters_roles_and_words_of_the_draft() -> None:
    assert words("{{ transit-controls.hours|words }} {{transit_state.short}} {{ the_parties | cap | upper }}") == (
        Slot(ParamName("transit-controls", "hours"), (Filter.WORDS,)),
        Text(" "),
        Slot(RoleName("transit_state", RoleForm.SHORT)),
        Text(" "),
        Slot(DraftWord.THE_PARTIES, (Filter.CAP, Filter.UPPER)),
    )


def test_references_name_a_topic_a_label_or_both() -> None:
    assert words("{@maps} {@maps#scale} {@#ban}") == (
        Reference("maps"),
        Text(" "),
        Reference("maps", "scale"),
        Text(" "),
        Reference(None, "ban"),
    )


def test_terms_are_defined_and_participles_emphasised() -> None:
    assert words('*Recalling* the **"Joint {{ instrument }}"**') == (
        Emphasis((Text("Recalling"),)),
        Text(" the "),
        Definition((Text("Joint "), Slot(DraftWord.INSTRUMENT))),
    )


def test_touching_brackets_compete_and_spaced_ones_do_not() -> None:
    shall, may = Option(("B",), (Text("shall"),)), Option(("A",), (Text("may"),))

    assert words("[B: shall][A: may]") == (Bracket((shall, may)),)
    assert words("[B: shall] [A: may]") == (Bracket((shall,)), Text(" "), Bracket((may,)))


def test_a_bracket_may_be_of_several_parties_hold_brackets_and_propose_nothing() -> None:
    inner = Bracket((Option(("B",), (Text("fully"),)),))

    assert words("[A, B: do so [B: fully] ]now") == (
        Bracket((Option(("A", "B"), (Text("do so "), inner, Text(" "))),)),
        Text("now"),
    )
    assert words("[A:][B: x]") == (Bracket((Option(("A",)), Option(("B",), (Text("x"),)))),)


def test_a_plain_bracket_names_no_party() -> None:
    inner = Bracket((Option((), (Text("NB: x"),)),))

    assert words("[Note: see [NB: x] *below*]") == (
        Bracket((Option((), (Text("Note: see "), inner, Text(" "), Emphasis((Text("below"),)))),)),
    )
    assert words("[shall][A: may][]") == (
        Bracket((Option((), (Text("shall"),)), Option(("A",), (Text("may"),)), Option(()))),
    )
    assert words("[x][^1]\n\n[^1]: y") == (Bracket((Option((), (Text("x"),)),)), FootnoteReference("1"))
    assert blocks("[\nx\n][A:\n]") == (BlockBracket((BlockOption((), (paragraph("x"),)), BlockOption(("A",)))),)


def test_a_bracket_after_a_backslash_is_only_text() -> None:
    assert words(r"\[Note: x\] [A\: y]") == (Text("[Note: x] "), Bracket((Option((), (Text("A: y"),)),)))


def test_the_caller_says_which_codes_are_parties() -> None:
    body = parse_body("## alternative: x\n\n[NO, KAR: shall]", "x.md", parties=("KAR", "NO"))

    assert body.alternatives[0].blocks == (Paragraph((Bracket((Option(("NO", "KAR"), (Text("shall"),)),)),)),)


def test_a_bracket_around_paragraphs_stands_on_lines_of_its_own() -> None:
    assert blocks("1. x:\n   [A:\n   (a) y;\n   ][B:\n   ]\n   z.\n\n[A, B:\n1. v.\n]") == (
        item(
            "x:",
            BlockBracket((BlockOption(("A",), (item("y;"),)), BlockOption(("B",)))),
            wrap_up("z."),
        ),
        BlockBracket((BlockOption(("A", "B"), (item("v."),)),)),
    )


def test_a_backslash_makes_punctuation_literal() -> None:
    assert words(r"1\. x \[A: y\] \*z\* \{w} \\ \–") == (Text(r"1. x [A: y] *z* {w} \ –"),)


def test_spaces_and_line_ends_are_one_space() -> None:
    assert words("a  b \nc") == (Text("a b c"),)
    assert words("a   {{ place }}   b") == (Text("a "), Slot(DraftWord.PLACE), Text(" b"))


def test_windows_line_ends_spaces_at_line_ends_and_a_byte_order_mark_mean_nothing() -> None:
    plain = "## alternative: full\n\n1. x:\n   (a) y;\n   z.\n"
    windows = "\ufeff" + plain.replace("\n", "  \r\n")

    assert parse_body(windows, "clause.md") == parse_body(plain, "clause.md")


def test_notes_tables_and_footnotes() -> None:
    text = dedent("""\
        ## alternative: full

        The line[^map] is fixed.

        > A note
        > going on.

        | Map | Scale |
        |:----|:-----:|
        | a \\| b | {{ maps.scale | words }} |
        |     | *x* |

        [^map]: Sheet 1,
            edition 2.
        """)

    (alternative,) = parse_body(text, "clause.md").alternatives

    assert alternative.footnotes == (Footnote("map", (Text("Sheet 1, edition 2."),)),)
    assert alternative.blocks == (
        Paragraph((Text("The line"), FootnoteReference("map"), Text(" is fixed."))),
        DraftingNote((Text("A note going on."),)),
        Table(
            (Alignment.LEFT, Alignment.CENTRE),
            ((Text("Map"),), (Text("Scale"),)),
            (
                ((Text("a | b"),), (Slot(ParamName("maps", "scale"), (Filter.WORDS,)),)),
                ((), (Emphasis((Text("x"),)),)),
            ),
        ),
    )


def test_a_body_is_its_wordings_and_a_commentary() -> None:
    body = parse_body("## alternative: a\nx\n\n## alternative: b-2\ny\n\n## commentary\nz\n", "clause.md")

    assert [alternative.id for alternative in body.alternatives] == ["a", "b-2"]
    assert body.alternative("b-2") == body.alternatives[1]
    assert body.commentary == Commentary((paragraph("z"),))


def test_every_node_knows_its_place_in_the_file() -> None:
    body = parse_body("## alternative: a\n\n1. x\n   [A: {@maps}]\n\n> n {{ place }}", "c.md", first_line=40)
    first, note = body.alternatives[0].blocks

    assert isinstance(first, Item)
    assert isinstance(note, DraftingNote)
    assert isinstance(bracket := first.inlines[1], Bracket)
    assert [node.where for node in (body.alternatives[0], first, bracket, bracket.options[0].inlines[0])] == [
        Where("c.md", 40, 1),
        Where("c.md", 42, 1),
        Where("c.md", 43, 4),
        Where("c.md", 43, 8),
    ]
    assert note.inlines[1].where == Where("c.md", 45, 5)


CANONICAL = """\
## alternative: full

Each Party:

1. {#ban}{?escorts}{?!@maps} shall, within {{ transit-controls.hours | words }} hours, see {@maps#scale}:
   (a) x:
       (i) y;
   [A:
   (b) z;
   ][B:
   (b) v;
   (c) w;
   ]
   (d) u;
   without [A: delay][B:].[^1]

   Besides.

   > A note.

[A:
2. Yes.

3. Indeed.
][B:
2. No.
]

4. 1\\. is \\[not\\] a \\*marker\\*.

### Maps

#### Sheets

| a | b |
| --- | :-: |
|  | x \\| y |

[^1]: See **"there"**.

## commentary

Text.
"""


def test_a_canonical_text_is_printed_as_it_is() -> None:
    assert print_body(parse_body(CANONICAL, "clause.md")) == CANONICAL


def test_lines_are_broken_at_spaces_but_not_where_a_mark_would_arise() -> None:
    words = "1. Each Party shall act within {{ maps.days }} for 30. Then it shall [A: not] act."

    assert print_body(parse_body(f"## alternative: a\n\n{words}", "c.md"), width=26).splitlines()[2:] == [
        "1. Each Party shall act",
        "   within {{ maps.days }}",
        "   for 30. Then it shall",
        "   [A: not] act.",
    ]
    assert print_body(parse_body(f"## alternative: a\n\n{words}", "c.md"), width=7).splitlines()[5:9] == [
        "   act",
        "   within",
        "   {{ maps.days }}",
        "   for 30.",
    ]


def test_no_text_is_dropped_in_a_table_row() -> None:
    with pytest.raises(Exception, match="not closed"):
        blocks("| a |\n|---|\n| b \\")
