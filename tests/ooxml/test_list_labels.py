"""The labels of lists, on specimens small enough to count by hand."""

from __future__ import annotations

import pytest
from lxml import etree

from treatykit.ooxml.counters import Counters
from treatykit.ooxml.names import NAMESPACES
from treatykit.ooxml.number_formats import format_number
from treatykit.ooxml.numbering import read_numbering
from treatykit.ooxml.styles import Styles, read_styles


def element(xml: str, root: str) -> etree._Element:
    return etree.fromstring(f'<w:{root} xmlns:w="{NAMESPACES["w"]}" xmlns:mc="{NAMESPACES["mc"]}">{xml}</w:{root}>')


def level(index: int, text: str, number_format: str = "decimal", extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(abstract_id: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{abstract_id}">{"".join(levels)}</w:abstractNum>'


def num(num_id: int, abstract_id: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{abstract_id}"/>{overrides}</w:num>'


def start_override(index: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


DECIMAL = (level(0, "%1"), level(1, "%1.%2"), level(2, "%1.%2.%3"))


def labels(definitions: str, *places: tuple[int, int], styles: Styles | None = None) -> list[str | None]:
    """The labels of paragraphs at these places, each a list and a level."""
    counters = Counters(read_numbering(element(definitions, "numbering"), styles or Styles()))
    return [counters.label(num_id, index) for num_id, index in places]


def test_a_treaty_counts_articles_paragraphs_and_points() -> None:
    treaty = abstract(
        0,
        level(0, "Article %1"),
        level(1, "%2."),
        level(2, "(%3)", "lowerLetter"),
        level(3, "(%4)", "lowerRoman"),
    ) + num(1, 0)

    found = labels(treaty, (1, 0), (1, 1), (1, 2), (1, 2), (1, 3), (1, 1), (1, 2), (1, 0), (1, 1))

    assert found == ["Article 1", "1.", "(a)", "(b)", "(i)", "2.", "(a)", "Article 2", "1."]


def test_lists_of_one_definition_count_on_where_the_other_stopped() -> None:
    lists = abstract(0, *DECIMAL) + num(1, 0) + num(2, 0)

    assert labels(lists, (1, 0), (2, 0), (1, 0)) == ["1", "2", "3"]


def test_a_start_override_begins_once_and_the_others_count_on() -> None:
    lists = abstract(0, *DECIMAL) + num(1, 0) + num(2, 0, start_override(0, 5))

    assert labels(lists, (1, 0), (2, 0), (2, 0), (1, 0)) == ["1", "5", "6", "7"]


def test_an_overridden_level_begins_with_its_own_number_whenever_it_begins_again() -> None:
    lists = abstract(0, *DECIMAL) + num(1, 0, start_override(1, 7))

    assert labels(lists, (1, 0), (1, 1), (1, 1), (1, 0), (1, 1)) == ["1", "1.7", "1.8", "2", "2.7"]


def test_an_override_may_replace_a_whole_level() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", "lowerRoman")}</w:lvlOverride>'

    assert labels(abstract(0, *DECIMAL) + num(1, 0) + num(2, 0, own), (1, 0), (2, 0)) == ["1", "(ii)"]


def test_a_level_that_was_skipped_counts_as_begun() -> None:
    assert labels(abstract(0, *DECIMAL) + num(1, 0), (1, 1), (1, 1), (1, 0), (1, 2)) == ["1.1", "1.2", "2", "2.1.1"]


def test_a_level_may_count_on_through_the_whole_document() -> None:
    never = abstract(0, level(0, "Part %1"), level(1, "Article %2", extra='<w:lvlRestart w:val="0"/>')) + num(1, 0)

    assert labels(never, (1, 0), (1, 1), (1, 1), (1, 0), (1, 1)) == [
        "Part 1",
        "Article 1",
        "Article 2",
        "Part 2",
        "Article 3",
    ]


def test_a_level_may_begin_again_only_after_the_highest() -> None:
    definition = abstract(
        0, level(0, "%1"), level(1, "%1.%2"), level(2, "%3", extra='<w:lvlRestart w:val="1"/>')
    ) + num(1, 0)

    assert labels(definition, (1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)) == [
        "1",
        "1.1",
        "1",
        "1.2",
        "2",
        "2",
        "1",
    ]


def test_legal_numbering_prints_digits_on_every_level() -> None:
    legal = abstract(0, level(0, "Article %1", "upperRoman"), level(1, "%1.%2", "lowerLetter", "<w:isLgl/>")) + num(
        1, 0
    )

    assert labels(legal, (1, 0), (1, 0), (1, 1)) == ["Article I", "Article II", "2.1"]


def test_a_format_of_a_later_word_stands_in_an_alternative() -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )

    assert labels(abstract(0, custom) + num(1, 0), (1, 0)) == ["007"]


def test_a_bullet_of_a_symbol_font_is_a_character_that_every_font_has() -> None:
    assert labels(abstract(0, level(0, "\uf0b7", "bullet")) + num(1, 0), (1, 0), (1, 0)) == ["•", "•"]


def test_a_level_without_text_counts_but_prints_nothing() -> None:
    silent = abstract(0, level(0, ""), level(1, "%1.%2")) + num(1, 0)

    assert labels(silent, (1, 0), (1, 0), (1, 1)) == [None, None, "2.1"]


def test_an_undefined_list_has_no_label() -> None:
    assert labels(num(1, 77), (1, 0), (9, 0)) == [None, None]


def test_an_unknown_format_is_printed_in_digits_and_reported() -> None:
    counters = Counters(
        read_numbering(element(abstract(0, level(0, "%1", "klingon")) + num(1, 0), "numbering"), Styles())
    )

    assert counters.label(1, 0) == "1"
    assert counters.unknown == {"klingon"}


STYLES = read_styles(
    element(
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Art"><w:name w:val="Article"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Para"/><w:basedOn w:val="Art"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Deep"/><w:basedOn w:val="Para"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Bare"><w:name w:val="Bare"/><w:basedOn w:val="Art"/>'
        '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="numbering" w:styleId="Outline"><w:name w:val="Outline"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style>',
        "styles",
    )
)
NUMBERING = read_numbering(
    element(
        abstract(0, level(0, "%1", extra='<w:pStyle w:val="Art"/>'), level(1, "%2", extra='<w:pStyle w:val="Para"/>'))
        + num(1, 0)
        + num(2, 0)
        + '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Outline"/></w:abstractNum>'
        + num(5, 5),
        "numbering",
    ),
    STYLES,
)


@pytest.mark.parametrize(
    ("direct", "style", "place"),
    [
        ((1, 2), None, (1, 2)),
        ((None, None), None, None),
        ((None, None), "Art", (1, 0)),
        ((None, None), "Para", (1, 1)),
        ((None, None), "Deep", (1, 1)),
        ((None, None), "Own", (1, 2)),
        ((None, None), "Bare", None),
        ((None, None), "Ring", None),
        ((0, None), "Art", None),
        ((2, None), "Para", (2, 1)),
        ((None, 1), "Art", (1, 1)),
        ((77, 0), "Art", None),
        ((1, 12), None, (1, 8)),
    ],
)
def test_a_paragraph_stands_where_it_says_and_otherwise_where_its_style_says(
    direct: tuple[int | None, int | None], style: str | None, place: tuple[int, int] | None
) -> None:
    assert NUMBERING.place(direct, style, STYLES) == place


def test_a_list_may_take_its_levels_from_a_numbering_style() -> None:
    counters = Counters(NUMBERING)

    assert [counters.label(5, 0), counters.label(5, 1), counters.label(5, 0)] == ["1", "1", "2"]


@pytest.mark.parametrize(
    ("number_format", "numbers", "printed"),
    [
        ("lowerLetter", (1, 26, 27, 28, 53), "a z aa bb aaa"),
        ("upperLetter", (1, 27), "A AA"),
        ("upperRoman", (1, 4, 9, 14, 40, 49, 1994), "I IV IX XIV XL XLIX MCMXCIV"),
        ("lowerRoman", (3, 18), "iii xviii"),
        ("decimalZero", (1, 10, 100), "01 10 100"),
        ("ordinal", (1, 2, 3, 11, 12, 21, 111), "1st 2nd 3rd 11th 12th 21st 111th"),
        ("cardinalText", (1, 20, 42), "One Twenty Forty-two"),
        ("ordinalText", (1, 12, 20, 22, 100), "First Twelfth Twentieth Twenty-second One hundredth"),
        ("chicago", (1, 2, 3, 4, 5, 9), "* † ‡ § ** ***"),
        ("decimalEnclosedCircle", (1, 20, 21), "① ⑳ 21"),
        ("russianLower", (1, 7, 28, 29), "а ж я аа"),
        ("hebrew1", (1, 11, 15, 16, 115), "א יא טו טז קטו"),
        ("arabicAbjad", (1, 2, 3), "أ ب ج"),
        ("chineseCounting", (1, 10, 11, 20, 101, 110), "一 十 十一 二十 一百〇一 一百一十"),
        ("numberInDash", (3,), "- 3 -"),
        ("none", (3,), ""),
    ],
)
def test_numbers_print_as_word_prints_them(number_format: str, numbers: tuple[int, ...], printed: str) -> None:
    assert " ".join(format_number(number, number_format) or "" for number in numbers) == printed


def test_a_wrong_start_value_cannot_fill_a_page_with_letters() -> None:
    assert len(format_number(10**9, "lowerLetter") or "") == 30
