"""Whole documents without revisions: labels, levels, formats, tables, notes, slots, brackets."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from treatykit.model.content import (
    Block,
    BracketClose,
    BracketNext,
    BracketOpen,
    Break,
    BreakKind,
    Cell,
    DefinitionClose,
    DefinitionOpen,
    Field,
    Image,
    Inline,
    Mark,
    NoteKind,
    NoteReference,
    OpaqueBlock,
    OpaqueInline,
    Paragraph,
    Position,
    Reference,
    Row,
    Slot,
    Stance,
    Story,
    Table,
    Text,
    VerticalMerge,
)
from treatykit.model.document import Document, HeaderFooter, Meta, Pages, Party, Place, Status
from treatykit.model.normal import normalise
from treatykit.model.numbering import SCHEMES, UNITED_NATIONS, number
from treatykit.model.properties import (
    PLAIN,
    UNFORMATTED,
    Alignment,
    CellProperties,
    Label,
    ParagraphFormat,
    Properties,
    Role,
    RowProperties,
    RunFormat,
    TableProperties,
    TableRole,
    VerticalPosition,
)

KEYS = ("recognition", "recognition#ban", "transit-principles", "transit-controls#hours", "languages")
PARTIES = (
    Party(code="KAR", short="Karvela", full="the Republic of Karvela"),
    Party(code="TES", short="Tesmar", full="the Republic of Tesmar"),
)

WORDS = (
    *("the", "Parties", "shall", "may", "not", "recognize", "each", "other's", "territorial", "integrity", "within"),
    *("thirty", "30", "days", "of", "entry", "into", "force;", "Article", "5,", "paragraph", "2", "(b)", "and", "or"),
    *("frontier", "co-operation", "Joint", "Commission.", "as", "appropriate,", "25 %", "Ə", "Հայաստան"),
    *("Тесмар", "条約"),
)  # fmt: skip

treaty_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
any_text = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp")) | st.sampled_from("\t[]<>&*_`#|\\{}\"'"),
    min_size=1,
    max_size=12,
)
words = treaty_words | treaty_words.map(lambda text: f"{text} ") | any_text


def _sometimes(strategy: SearchStrategy[object], default: object = None) -> SearchStrategy[object]:
    """Mostly the default, as in real texts, where few runs are formatted."""
    return st.one_of(st.just(default), st.just(default), strategy)


run_formats: SearchStrategy[RunFormat] = _sometimes(
    st.builds(
        RunFormat,
        style=st.sampled_from([None, "Emphasis"]),
        bold=st.sampled_from([None, True, False]),
        italic=st.sampled_from([None, True]),
        underline=st.sampled_from([None, "single"]),
        strike=st.sampled_from([None, True]),
        small_caps=st.sampled_from([None, True]),
        position=st.sampled_from([None, VerticalPosition.SUPERSCRIPT]),
        colour=st.sampled_from([None, "C00000"]),
        size=st.sampled_from([None, 22]),
        language=st.sampled_from([None, "fr-FR"]),
    ),
    UNFORMATTED,
)  # type: ignore[assignment]

paragraph_formats: SearchStrategy[ParagraphFormat] = _sometimes(
    st.builds(
        ParagraphFormat,
        alignment=st.sampled_from([None, *Alignment]),
        indent_left=st.sampled_from([None, 0, 567]),
        first_line=st.sampled_from([None, -567, 284]),
        space_after=st.sampled_from([None, 120]),
        keep_with_next=st.sampled_from([None, True, False]),
    ),
    PLAIN,
)  # type: ignore[assignment]

_LEVELLED = {Role.ITEM: 4, Role.WRAP_UP: 3, Role.HEADING: 4, Role.ANNOTATION_HEADING: 3, Role.ANNOTATION: 3}
_LABELLED = (Role.ITEM, Role.ARTICLE, Role.PART, Role.CHAPTER, Role.SECTION, Role.ANNEX)
_TYPED = ("4 bis", "(b)", "Article 4 bis", "7.", "§ 2")
_COMMON_ROLES = (Role.BODY, Role.ITEM, Role.ITEM, Role.ARTICLE)


_roles = st.sampled_from(_COMMON_ROLES) | st.sampled_from(Role)
_levels = {role: st.integers(1, deepest) for role, deepest in _LEVELLED.items()}
_typed_labels = st.sampled_from([None] * 10 + [Label(text, typed=True) for text in _TYPED])
_paragraph_styles = st.sampled_from([None, None, None, "Quote"])


@cache
def all_properties(*, in_body: bool = True) -> SearchStrategy[Properties]:
    """What a paragraph is; labels are typed or missing, `documents` counts the automatic ones."""
    return _some_properties(in_body)


@st.composite
def _some_properties(draw: DrawFn, in_body: bool) -> Properties:
    role = draw(_roles) if in_body else Role.BODY
    return Properties(
        role=role,
        level=draw(_levels[role]) if role in _levels else 0,
        label=draw(_typed_labels) if role in _LABELLED else None,
        style=draw(_paragraph_styles) if role is Role.BODY else None,
        format=draw(paragraph_formats),
    )


stances = st.lists(
    st.builds(Stance, st.sampled_from(["KAR", "TES"]), st.sampled_from(Position)),
    max_size=2,
    unique_by=lambda stance: stance.party,
).map(tuple)
references = st.builds(Reference, st.sampled_from(KEYS), st.just("Article 1"), run_formats) | st.builds(
    Reference, st.none(), st.sampled_from(["Article 3", "paragraph 2"]), run_formats
)
images = st.builds(
    Image,
    st.sampled_from(["a" * 64, "b" * 64]),
    st.sampled_from(["", "Map 1"]),
    st.just(914400),
    st.just(457200),
    st.sampled_from(["", "c" * 64]),
)
milestones = (
    st.builds(BracketOpen, stances)
    | st.builds(BracketNext, stances)
    | st.builds(BracketClose)
    | st.builds(DefinitionOpen)
    | st.builds(DefinitionClose)
)
_texts = st.builds(Text, words, run_formats)
_slots = st.builds(Slot, st.sampled_from(["transit-controls.hours", "entry-into-force.days"]), run_formats)
_fields = st.builds(Field, st.sampled_from(["PAGE", "NUMPAGES"]), st.just("1"), run_formats)
_breaks = st.builds(Break, st.sampled_from(BreakKind))


_opaque_inlines = st.builds(OpaqueInline, st.sampled_from(["<m:oMath/>", "<w:object/>"]))
_opaque_blocks = st.builds(OpaqueBlock, st.just("<w:altChunk/>"), st.just("embedded file"))


# Strategies are made once: making them takes longer than drawing from them.


@cache
def _notes(opaque: bool) -> SearchStrategy[Inline]:
    blocks = st.lists(_paragraphs(in_body=False, notes=False, opaque=opaque), min_size=1, max_size=2).map(tuple)
    return st.builds(NoteReference, blocks, st.sampled_from(NoteKind), st.sampled_from([None, None, "*"]))


@cache
def inlines(*, notes: bool = True, opaque: bool = True) -> SearchStrategy[Inline]:
    """One inline, mostly words."""
    rare: list[SearchStrategy[Inline]] = [_slots, references, _breaks, _fields, milestones]
    if notes:
        rare.append(_notes(opaque))
    if opaque:
        rare += [images, _opaque_inlines]
    return st.one_of(_texts, _texts, _texts, st.one_of(rare))


@cache
def _paragraphs(*, in_body: bool = True, notes: bool = True, opaque: bool = True) -> SearchStrategy[Paragraph]:
    content = st.lists(inlines(notes=notes, opaque=opaque), max_size=4).map(tuple)
    return st.builds(Paragraph, content, st.builds(Mark, properties=all_properties(in_body=in_body)))


@cache
def stories(
    *, depth: int = 1, in_body: bool = True, opaque: bool = True, least: int = 0, most: int = 7
) -> SearchStrategy[Story]:
    """A run of blocks, mostly paragraphs."""
    paragraph: SearchStrategy[Block] = _paragraphs(in_body=in_body, opaque=opaque)
    kinds = [paragraph] * 5
    if depth > 0:
        kinds.append(tables(depth=depth, opaque=opaque))
    if opaque and in_body:
        kinds.append(_opaque_blocks)
    return st.lists(st.one_of(kinds), min_size=least, max_size=most).map(tuple)


@cache
def tables(*, depth: int = 1, opaque: bool = True) -> SearchStrategy[Table]:
    """Tables of up to three rows and columns, with spans, merges, looks and, at depth 1, tables within."""
    return _some_tables(stories(depth=depth - 1, in_body=False, opaque=opaque, least=1, most=2))


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_widths = st.sampled_from([900, 1800, 1801, 3600])
_table_styles = st.sampled_from([None, None, "Table Grid"])
_table_others = st.sampled_from(
    [
        *((), (), ()),
        (f'<w:jc {_W} w:val="center"></w:jc>',),
        (
            f'<w:tblBorders {_W}><w:top w:sz="8" w:val="single"></w:top></w:tblBorders>',
            f'<w:tblInd {_W} w:type="dxa" w:w="120"></w:tblInd>',
        ),
    ]
)
_row_others = st.sampled_from([(), (), (), (f'<w:trHeight {_W} w:val="567"></w:trHeight>',)])
_cell_others = st.sampled_from(
    [
        *((), (), (), ()),
        (f'<w:shd {_W} w:color="auto" w:fill="FFFF00" w:val="clear"></w:shd>',),
        (f'<w:tcBorders {_W}><w:left w:sz="4" w:val="dotted"></w:left></w:tcBorders>',),
    ]
)
cell_properties: SearchStrategy[CellProperties] = st.builds(CellProperties, other=_cell_others)


@cache
def row_properties(*, may_head: bool = True) -> SearchStrategy[RowProperties]:
    """How a row looks; only the first of a table may be its header."""
    return st.builds(RowProperties, header=st.booleans() if may_head else st.just(False), other=_row_others)


@cache
def table_properties(columns: int) -> SearchStrategy[TableProperties]:
    """How a table of so many columns looks; signatures have the style of signatures."""
    widths = st.just(()) | st.tuples(*[_widths] * columns)
    plain = st.builds(TableProperties, widths=widths, style=_table_styles, other=_table_others)
    signed = st.builds(TableProperties, role=st.just(TableRole.SIGNATURES), widths=widths)
    return st.one_of(plain, plain, plain, signed)


_up_to_three = st.integers(1, 3)
_spans = st.sampled_from([1, 1, 1, 1, 1, 1, 1, 2, 3])
_is_merged = st.sampled_from([False, False, False, True])


@st.composite
def _some_tables(draw: DrawFn, cell_stories: SearchStrategy[Story]) -> Table:
    columns = draw(_up_to_three)
    rows = []
    for index in range(draw(_up_to_three)):
        cells: list[Cell] = []
        free = columns
        while free:
            span = min(draw(_spans), free)
            merge = VerticalMerge.START if index == 0 else VerticalMerge.CONTINUE
            cells.append(
                Cell(
                    draw(cell_stories),
                    columns=span,
                    merge=merge if draw(_is_merged) else None,
                    properties=draw(cell_properties),
                )
            )
            free -= span
        rows.append(Row(tuple(cells), properties=draw(row_properties(may_head=index == 0))))
    return Table(tuple(rows), properties=draw(table_properties(columns)))


_header_keys = st.lists(st.tuples(st.just(0), st.sampled_from(Place), st.sampled_from(Pages)), max_size=2, unique=True)
_metas = st.builds(
    Meta,
    title=st.sampled_from(["", "Treaty of Peace"]),
    status=st.sampled_from([None, Status.NEGOTIATING, Status.CLEAN]),
    parties=st.just(PARTIES),
)
_key_orders = st.permutations(KEYS)
schemes = st.sampled_from([UNITED_NATIONS, *SCHEMES.values()])


@cache
def documents(*, opaque: bool = True, least: int = 0) -> SearchStrategy[Document]:
    """A text without revisions, in normal form, with automatic labels counted and keys unique.

    Args:
        opaque: Whether pictures and opaque content occur, which need a package to be real.
        least: How many blocks the body has at least.
    """
    return _some_documents(
        stories(opaque=opaque, least=least), stories(depth=0, in_body=False, opaque=opaque, least=1, most=2)
    )


@st.composite
def _some_documents(draw: DrawFn, bodies: SearchStrategy[Story], running: SearchStrategy[Story]) -> Document:
    headers = tuple(
        HeaderFooter(section=section, place=place, pages=pages, blocks=draw(running))
        for section, place, pages in draw(_header_keys)
    )
    body = _keyed(draw(bodies), draw(_key_orders))
    return number(normalise(Document(body=body, headers=headers, meta=draw(_metas))), draw(schemes))


def _keyed(story: Story, keys: list[str]) -> Story:
    """The story with a key on every other paragraph, each key once."""
    left = iter(keys)
    return tuple(
        replace(block, mark=replace(block.mark, key=next(left, None)))
        if isinstance(block, Paragraph) and index % 2 == 0
        else block
        for index, block in enumerate(story)
    )
