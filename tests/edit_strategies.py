"""A text and what came of it after a few edits: merges, splits and moves among them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from tests.strategies import (
    WORDS,
    all_properties,
    cell_properties,
    documents,
    inlines,
    row_properties,
    schemes,
    stories,
    table_properties,
)

from treatykit.model.content import Block, Mark, Paragraph, Table, Text
from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.model.numbering import number


@st.composite
def document_pairs(draw: DrawFn, *, opaque: bool = True) -> tuple[Document, Document]:
    """A text and another: mostly what came of it after a few edits, at times an unrelated one."""
    if draw(_one_in_six):
        return draw(documents(opaque=opaque)), draw(documents(opaque=opaque))
    old = draw(documents(opaque=opaque, least=2))
    return old, draw(edited(old, opaque=opaque))


@st.composite
def edited(draw: DrawFn, document: Document, *, opaque: bool = True) -> Document:
    """The document after one to four edits, renumbered or not."""
    body = list(document.body)
    headers = document.headers
    for _ in range(draw(_how_many)):
        edit = draw(_kinds)
        edit(draw, body, opaque)
    if draw(_one_in_six):
        headers = headers[1:]
    changed = normalise(replace(document, body=tuple(body), headers=headers))
    return number(changed, draw(schemes)) if draw(_either) else changed


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
            tokens[draw(st.integers(0, len(tokens) - 1))] = draw(st.sampled_from(WORDS))
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
    if not table.rows:  # an earlier edit dropped the last one
        return
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


def _restyle_table(draw: DrawFn, body: list[Block], _: bool) -> None:
    eligible = [at for at, block in enumerate(body) if isinstance(block, Table) and block.rows]
    if not eligible:
        return
    at = draw(st.sampled_from(eligible))
    table = body[at]
    assert isinstance(table, Table)
    rows = list(table.rows)
    index = draw(st.integers(0, len(rows) - 1))
    row = rows[index]
    if draw(_either):
        table = replace(table, properties=draw(table_properties(sum(cell.columns for cell in row.cells))))
    if draw(_either):
        rows[index] = replace(row, properties=draw(row_properties()))
    if draw(_either):
        cells = list(row.cells)
        place = draw(st.integers(0, len(cells) - 1))
        cells[place] = replace(cells[place], properties=draw(cell_properties))
        rows[index] = replace(rows[index], cells=tuple(cells))
    body[at] = replace(table, rows=tuple(rows))


_Edit = Callable[[DrawFn, list[Block], bool], None]
_EDITS: tuple[_Edit, ...] = (
    *(_insert, _delete, _move, _edit_inlines, _edit_words, _edit_words, _edit_mark, _edit_table),
    *(_restyle_table, _restyle_table),
    *(_merge, _merge, _merge, _split, _split),  # often without effect
)
_kinds = st.sampled_from(_EDITS)
_how_many = st.sampled_from([1, 1, 1, 2, 3, 4])
_one_in_six: SearchStrategy[bool] = st.sampled_from([False] * 5 + [True])
_either = st.booleans()
