"""Whole documents for properties: labels, levels, formats, tables, notes, slots, brackets, revisions.

`documents` makes a text without revisions, `document_pairs` one text and what came of
it after a few edits (merges, splits and moves among them), `marked_documents` a text
with pending revisions of several authors.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

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
    TableRole,
    Text,
    VerticalMerge,
)
from treatykit.model.document import Document, HeaderFooter, Meta, Pages, Party, Place, Status
from treatykit.model.normal import normalise
from treatykit.model.numbering import ROMAN_ARTICLES, UNITED_NATIONS, number
from treatykit.model.properties import (
    PLAIN,
    UNFORMATTED,
    Alignment,
    Label,
    ParagraphFormat,
    Properties,
    Role,
    RunFormat,
    VerticalPosition,
)
from treatykit.model.revisions import Revision, RevisionKind, Revisions

KEYS = ("recognition", "recognition#ban", "transit-principles", "transit-controls#hours", "languages")
PARTIES = (
    Party(code="KAR", short="Karvela", full="the Republic of Karvela"),
    Party(code="TES", short="Tesmar", full="the Republic of Tesmar"),
)
AUTHORS = ("Karvela", "Tesmar", "Chair")

_WORDS = (
    *("the", "Parties", "shall", "may", "not", "recognize", "each", "other's", "territorial", "integrity", "within"),
    *("thirty", "30", "days", "of", "entry", "into", "force;", "Article", "5,", "paragraph", "2", "(b)", "and", "or"),
    *("frontier", "co-operation", "Joint", "Commission.", "as", "appropriate,", "25 %", "Ə", "Հայաստան"),
    *("Тесмар", "条約"),
)  # fmt: skip

treaty_words = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8).map(" ".join)
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

_LEVELLED = {Role.ITEM: 4, Role.WRAP_UP: 3, Role.HEADING: 4}
_LABELLED = (Role.ITEM, Role.ARTICLE, Role.PART, Role.CHAPTER, Role.SECTION, Role.ANNEX)
_COMMON_ROLES = (Role.BODY, Role.ITEM, Role.ITEM, Role.ARTICLE)


@st.composite
def all_properties(draw: DrawFn, *, in_body: bool = True) -> Properties:
    """What a paragraph is; labels are typed or missing, `documents` counts the automatic ones."""
    role = draw(st.sampled_from(_COMMON_ROLES) | st.sampled_from(Role)) if in_body else Role.BODY
    level = draw(st.integers(1, _LEVELLED[role])) if role in _LEVELLED else 0
    typed = st.sampled_from(["4 bis", "(b)", "Article 4 bis", "7.", "§ 2"]).map(lambda text: Label(text, typed=True))
    label = draw(_sometimes(typed)) if role in _LABELLED else None
    style = draw(st.sampled_from([None, None, None, "Quote"])) if role is Role.BODY else None
    return Properties(role=role, level=level, label=label, style=style, format=draw(paragraph_formats))  # type: ignore[arg-type]


stances = st.lists(
    st.builds(Stance, st.sampled_from(["KAR", "TES"]), st.sampled_from(Position)),
    max_size=2,
    unique_by=lambda stance: stance.party,
).map(tuple)
references = st.builds(Reference, st.sampled_from(KEYS), st.just("Article 1"), run_formats) | st.builds(
    Reference, st.none(), st.sampled_from(["Article 3", "paragraph 2"]), run_formats
)
images = st.builds(
    Image, st.sampled_from(["a" * 64, "b" * 64]), st.sampled_from(["", "Map 1"]), st.just(914400), st.just(457200)
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


def _notes(opaque: bool) -> SearchStrategy[Inline]:
    blocks = st.lists(_paragraphs(in_body=False, notes=False, opaque=opaque), min_size=1, max_size=2).map(tuple)
    return st.builds(NoteReference, blocks, st.sampled_from(NoteKind), st.sampled_from([None, None, "*"]))


def inlines(*, notes: bool = True, opaque: bool = True) -> SearchStrategy[Inline]:
    """One inline, mostly words."""
    rare: list[SearchStrategy[Inline]] = [_slots, references, _breaks, _fields, milestones]
    if notes:
        rare.append(_notes(opaque))
    if opaque:
        rare += [images, st.builds(OpaqueInline, st.sampled_from(["<m:oMath/>", "<w:object/>"]))]
    return st.one_of(_texts, _texts, _texts, st.one_of(rare))


def _paragraphs(*, in_body: bool = True, notes: bool = True, opaque: bool = True) -> SearchStrategy[Paragraph]:
    content = st.lists(inlines(notes=notes, opaque=opaque), max_size=4).map(tuple)
    return st.builds(Paragraph, content, st.builds(Mark, properties=all_properties(in_body=in_body)))


@st.composite
def tables(draw: DrawFn, *, depth: int = 1, opaque: bool = True) -> Table:
    """A table of up to three rows and columns, with spans, merges and, at depth 1, tables within."""
    columns = draw(st.integers(1, 3))
    rows = []
    for index in range(draw(st.integers(1, 3))):
        cells: list[Cell] = []
        free = columns
        while free:
            span = draw(st.integers(1, free)) if draw(st.integers(0, 4)) == 0 else 1
            merge = draw(
                st.sampled_from([None, None, None, VerticalMerge.START if index == 0 else VerticalMerge.CONTINUE])
            )
            blocks = draw(stories(depth=depth - 1, in_body=False, opaque=opaque, least=1, most=2))
            cells.append(Cell(blocks, columns=span, merge=merge))
            free -= span
        rows.append(Row(tuple(cells), header=index == 0 and draw(st.booleans())))
    widths = (1800,) * columns if draw(st.booleans()) else ()
    return Table(
        tuple(rows), role=draw(st.sampled_from([TableRole.PLAIN, TableRole.PLAIN, TableRole.SIGNATURES])), widths=widths
    )  # fmt: skip


@st.composite
def stories(
    draw: DrawFn, *, depth: int = 1, in_body: bool = True, opaque: bool = True, least: int = 0, most: int = 7
) -> Story:
    """A run of blocks, mostly paragraphs."""
    paragraph: SearchStrategy[Block] = _paragraphs(in_body=in_body, opaque=opaque)
    kinds = [paragraph] * 5
    if depth > 0:
        kinds.append(tables(depth=depth, opaque=opaque))
    if opaque and in_body:
        kinds.append(st.builds(OpaqueBlock, st.just("<w:altChunk/>"), st.just("embedded file")))
    return tuple(draw(st.lists(st.one_of(kinds), min_size=least, max_size=most)))


_header_keys = st.tuples(st.just(0), st.sampled_from(Place), st.sampled_from(Pages))


@st.composite
def documents(draw: DrawFn, *, opaque: bool = True) -> Document:
    """A text without revisions, in normal form, with automatic labels counted and keys unique.

    Args:
        opaque: Whether pictures and opaque content occur, which need a package to be real.
    """
    places = draw(st.lists(_header_keys, max_size=2, unique=True))
    headers = tuple(
        HeaderFooter(
            section=section,
            place=place,
            pages=pages,
            blocks=draw(stories(depth=0, in_body=False, opaque=opaque, least=1, most=2)),
        )
        for section, place, pages in places
    )
    meta = Meta(
        title=draw(st.sampled_from(["", "Treaty of Peace"])),
        status=draw(st.sampled_from([None, Status.NEGOTIATING, Status.CLEAN])),
        parties=PARTIES,
    )
    body = _keyed(draw(stories(opaque=opaque)), draw(st.permutations(KEYS)))
    plain = normalise(Document(body=body, headers=headers, meta=meta))
    return number(plain, draw(st.sampled_from([UNITED_NATIONS, UNITED_NATIONS, ROMAN_ARTICLES])))


def _keyed(story: Story, keys: list[str]) -> Story:
    """The story with a key on every other paragraph, each key once."""
    left = iter(keys)
    return tuple(
        replace(block, mark=replace(block.mark, key=next(left, None)))
        if isinstance(block, Paragraph) and index % 2 == 0
        else block
        for index, block in enumerate(story)
    )


@st.composite
def document_pairs(draw: DrawFn, *, opaque: bool = True) -> tuple[Document, Document]:
    """A text and another: mostly what came of it after a few edits, at times an unrelated one."""
    old = draw(documents(opaque=opaque))
    if draw(st.integers(0, 5)) == 0:
        return old, draw(documents(opaque=opaque))
    return old, draw(edited(old, opaque=opaque))


@st.composite
def edited(draw: DrawFn, document: Document, *, opaque: bool = True) -> Document:
    """The document after one to four edits, renumbered or not."""
    body = list(document.body)
    headers = document.headers
    for _ in range(draw(st.integers(1, 4))):
        edit = draw(st.sampled_from(_EDITS))
        edit(draw, body, opaque)
    if headers and draw(st.integers(0, 5)) == 0:
        headers = headers[1:]
    changed = normalise(replace(document, body=tuple(body), headers=headers))
    return (
        number(changed, draw(st.sampled_from([UNITED_NATIONS, UNITED_NATIONS, ROMAN_ARTICLES])))
        if draw(st.booleans())
        else changed
    )


def _insert(draw: DrawFn, body: list[Block], opaque: bool) -> None:
    at = draw(st.integers(0, len(body)))
    body[at:at] = draw(stories(opaque=opaque, least=1, most=2))


def _delete(draw: DrawFn, body: list[Block], _: bool) -> None:
    if body:
        del body[draw(st.integers(0, len(body) - 1))]


def _move(draw: DrawFn, body: list[Block], _: bool) -> None:
    if body:
        block = body.pop(draw(st.integers(0, len(body) - 1)))
        body.insert(draw(st.integers(0, len(body))), block)


def _merge(draw: DrawFn, body: list[Block], _: bool) -> None:
    eligible = [at for at, pair in enumerate(pairwise(body)) if all(isinstance(one, Paragraph) for one in pair)]
    if eligible:
        at = draw(st.sampled_from(eligible))
        first, second = body[at : at + 2]
        if isinstance(first, Paragraph) and isinstance(second, Paragraph):
            body[at : at + 2] = [replace(second, inlines=first.inlines + second.inlines)]


def _split(draw: DrawFn, body: list[Block], _: bool) -> None:
    eligible = [at for at, block in enumerate(body) if isinstance(block, Paragraph) and block.inlines]
    if not eligible:
        return
    at = draw(st.sampled_from(eligible))
    whole = body[at]
    assert isinstance(whole, Paragraph)
    cut = draw(st.integers(0, len(whole.inlines) - 1))
    before, after = whole.inlines[:cut], whole.inlines[cut:]
    if isinstance(words := after[0], Text) and len(words.value) > 1:
        middle = draw(st.integers(1, len(words.value) - 1))
        before = (*before, replace(words, value=words.value[:middle]))
        after = (replace(words, value=words.value[middle:]), *after[1:])
    body[at : at + 1] = [Paragraph(before, Mark()), replace(whole, inlines=after)]


def _edit_inlines(draw: DrawFn, body: list[Block], opaque: bool) -> None:
    if not body:
        return
    at = draw(st.integers(0, len(body) - 1))
    block = body[at]
    if isinstance(block, Paragraph):
        start = draw(st.integers(0, len(block.inlines)))
        stop = draw(st.integers(start, len(block.inlines)))
        new = draw(st.lists(inlines(opaque=opaque), max_size=2))
        body[at] = replace(block, inlines=(*block.inlines[:start], *new, *block.inlines[stop:]))


def _edit_words(draw: DrawFn, body: list[Block], _: bool) -> None:
    if not body:
        return
    at = draw(st.integers(0, len(body) - 1))
    block = body[at]
    if isinstance(block, Paragraph):
        texts = [index for index, inline in enumerate(block.inlines) if isinstance(inline, Text)]
        if texts:
            index = draw(st.sampled_from(texts))
            text = block.inlines[index]
            assert isinstance(text, Text)
            tokens = text.value.split(" ")
            tokens[draw(st.integers(0, len(tokens) - 1))] = draw(st.sampled_from(_WORDS))
            new = replace(text, value=" ".join(tokens))
            body[at] = replace(block, inlines=(*block.inlines[:index], new, *block.inlines[index + 1 :]))


def _edit_mark(draw: DrawFn, body: list[Block], _: bool) -> None:
    if not body:
        return
    at = draw(st.integers(0, len(body) - 1))
    block = body[at]
    if isinstance(block, Paragraph):
        body[at] = replace(block, mark=replace(block.mark, properties=draw(all_properties())))


def _edit_table(draw: DrawFn, body: list[Block], opaque: bool) -> None:
    at = next((index for index, block in enumerate(body) if isinstance(block, Table)), None)
    if at is None:
        return
    table = body[at]
    assert isinstance(table, Table)
    rows = list(table.rows)
    index = draw(st.integers(0, len(rows) - 1))
    match draw(st.sampled_from(["drop", "copy", "cell"])):
        case "drop":
            del rows[index]
        case "copy":
            rows.insert(index, rows[index])
        case _:
            cell = replace(
                rows[index].cells[0], blocks=draw(stories(depth=0, in_body=False, opaque=opaque, least=1, most=2))
            )
            rows[index] = replace(rows[index], cells=(cell, *rows[index].cells[1:]))
    body[at] = replace(table, rows=tuple(rows))


_EDITS: tuple[Callable[[DrawFn, list[Block], bool], None], ...] = (
    *(_insert, _delete, _move, _merge, _split, _edit_inlines, _edit_words, _edit_words, _edit_mark, _edit_table),
)


@st.composite
def all_revisions(draw: DrawFn, look: RunFormat | Properties | None = None) -> Revisions:
    """At most one arrival, one departure and, where there is a look, one reformatting."""
    kinds = [
        *draw(_one_of(RevisionKind.INSERTED, RevisionKind.MOVED_HERE)),
        *draw(_one_of(RevisionKind.DELETED, RevisionKind.MOVED_AWAY)),
    ]
    made = [_revision(draw, kind) for kind in kinds]
    if look is not None and draw(st.integers(0, 5)) == 0:
        made.append(replace(_revision(draw, RevisionKind.REFORMATTED), before=draw(_other_look(look))))
    return tuple(made)


def _one_of(*kinds: RevisionKind) -> SearchStrategy[list[RevisionKind]]:
    return st.sampled_from([[], [], [], *([kind] for kind in kinds)])


def _other_look(look: RunFormat | Properties) -> SearchStrategy[RunFormat | Properties]:
    return run_formats if isinstance(look, RunFormat) else all_properties()


def _revision(draw: DrawFn, kind: RevisionKind) -> Revision:
    date = draw(st.sampled_from([None, datetime(2023, 11, 21, 9, 30, tzinfo=UTC)]))
    return Revision(kind=kind, author=draw(st.sampled_from(AUTHORS)), date=date, change=draw(st.integers(1, 5)))


@st.composite
def marked_documents(draw: DrawFn, *, opaque: bool = True) -> Document:
    """A text with pending revisions of several authors on inlines, marks, rows and opaque blocks."""
    document = draw(documents(opaque=opaque))
    return normalise(
        replace(
            document,
            body=_marked_story(draw, document.body),
            headers=tuple(replace(header, blocks=_marked_story(draw, header.blocks)) for header in document.headers),
        )
    )


def _marked_story(draw: DrawFn, story: Story) -> Story:
    return tuple(_marked_block(draw, block) for block in story)


def _marked_block(draw: DrawFn, block: Block) -> Block:
    match block:
        case Paragraph():
            mark = replace(block.mark, revisions=draw(all_revisions(block.mark.properties)))
            return Paragraph(tuple(_marked_inline(draw, inline) for inline in block.inlines), mark)
        case Table():
            return replace(
                block,
                rows=tuple(
                    replace(
                        row,
                        revisions=draw(all_revisions()),
                        cells=tuple(replace(cell, blocks=_marked_story(draw, cell.blocks)) for cell in row.cells),
                    )
                    for row in block.rows
                ),
            )
        case OpaqueBlock():
            return replace(block, revisions=draw(all_revisions()))


def _marked_inline(draw: DrawFn, inline: Inline) -> Inline:
    look = inline.format if isinstance(inline, Text | Slot | Reference | Field) else None
    marked = replace(inline, revisions=draw(all_revisions(look)))
    if isinstance(marked, NoteReference):
        return replace(marked, blocks=_marked_story(draw, marked.blocks))
    return marked
