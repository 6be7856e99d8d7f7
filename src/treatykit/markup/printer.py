"""Prints a syntax tree in the notation's one canonical form.

``parse_body(print_body(body)) == body`` holds for every body in normal form. Markers are
counted afresh, since they only say "item": ``1.``, then ``(a)``, ``(i)``, ``(A)``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, assert_never

from treatykit.markup.attribution import CODES
from treatykit.markup.lines import Kind, kind_of
from treatykit.markup.slots import print_expression
from treatykit.markup.syntax import (
    REGISTER,
    Alternative,
    Article,
    Block,
    BlockBracket,
    Blocks,
    Body,
    Bracket,
    Commentary,
    Condition,
    Definition,
    DraftingNote,
    Emphasis,
    FootnoteReference,
    Inline,
    Inlines,
    Item,
    OptionCondition,
    Paragraph,
    Reference,
    RegisterCondition,
    Section,
    Slot,
    Table,
    Text,
    TopicCondition,
    WrapUp,
)
from treatykit.markup.tables import print_table
from treatykit.model.numerals import numeral

_FOOTNOTE_INDENT: Final = " " * 4
_UNBROKEN: Final = re.compile(r"(?:\{\{[^{}]*\}\}|[^ ])+")
_ESCAPES: Final = str.maketrans({mark: f"\\{mark}" for mark in r"\*[]{"})
_LIKE_A_SIGN: Final = re.compile(rf"(?:{CODES}:|\^)")
_HIGHEST: Final = (999, 26 * 3, 99)
"""How far the markers of each level are counted before they begin again."""


def print_body(body: Body, *, width: int | None = None) -> str:
    """Print the body of a clause file.

    Args:
        body: In normal form.
        width: Where to break lines, at spaces; None keeps each paragraph on one line.
    """
    return _Printer(width).body(body)


def print_inlines(inlines: Inlines) -> str:
    """Print words as they stand in the middle of a line."""
    return "".join(map(_inline, inlines))


class _Printer:
    def __init__(self, width: int | None) -> None:
        self._width = width

    def body(self, body: Body) -> str:
        wordings: list[Alternative | Commentary] = [*body.alternatives]
        if body.commentary:
            wordings.append(body.commentary)
        return "\n".join("\n".join(self._wording(wording)) + "\n" for wording in wordings)

    def _wording(self, wording: Alternative | Commentary) -> list[str]:
        if isinstance(wording, Commentary):
            return ["## commentary", "", *self._blocks(wording.blocks)]
        footnotes = [
            line
            for footnote in wording.footnotes
            for line in self._filled(f"[^{footnote.name}]: ", _FOOTNOTE_INDENT, _paragraph(footnote.inlines))
        ]
        rest = ["", *footnotes] if footnotes else []
        return [f"## alternative: {wording.id}", "", *self._blocks(wording.blocks), *rest]

    def _blocks(self, blocks: Blocks) -> list[str]:
        return self._sequence(blocks, 0, 0, 0)[0]

    def _sequence(self, blocks: Blocks, column: int, level: int, count: int) -> tuple[list[str], int]:
        """The lines of blocks that stand beside each other, and how far their items have been counted."""
        lines: list[str] = []
        before: Block | None = None
        for block in blocks:
            if before and _apart(before, block, level):
                lines.append("")
            more, count = self._block(block, column, level, count)
            lines += more
            before = block
        return lines, count

    def _block(self, block: Block, column: int, level: int, count: int) -> tuple[list[str], int]:
        indent = " " * column
        match block:
            case Article(title, label, conditions, blocks):
                return self._heading("###", title, label, conditions, blocks), count
            case Section(title, label, conditions, blocks):
                return self._heading("####", title, label, conditions, blocks), count
            case Paragraph(inlines, label, conditions):
                return self._filled(indent, indent, _prefix(label, conditions) + _paragraph(inlines)), count
            case WrapUp(inlines, conditions):
                return self._filled(indent, indent, _prefix(None, conditions) + _paragraph(inlines)), count
            case Item():
                return self._item(block, column, level, count), count + 1
            case DraftingNote(inlines):
                return self._filled(f"{indent}> ", f"{indent}> ", _paragraph(inlines)), count
            case Table():
                return [indent + row for row in print_table(block, _cell)], count
            case BlockBracket():
                return self._bracket(block, column, level, count)
            case _:
                assert_never(block)

    def _heading(
        self, marks: str, title: Inlines, label: str | None, conditions: Sequence[Condition], blocks: Blocks
    ) -> list[str]:
        heading = " ".join((marks, _prefix(label, conditions) + print_inlines(title)))
        return [heading, "", *self._blocks(blocks)] if blocks else [heading]

    def _item(self, item: Item, column: int, level: int, count: int) -> list[str]:
        marker = f"{' ' * column}{_marker(level, count)} "
        words = _prefix(item.label, item.conditions) + _paragraph(item.inlines)
        lines = self._filled(marker, " " * len(marker), words)
        if item.blocks:
            gap = [""] if _apart(None, item.blocks[0], level + 1) else []
            lines += gap + self._sequence(item.blocks, len(marker), level + 1, 0)[0]
        return lines

    def _bracket(self, bracket: BlockBracket, column: int, level: int, count: int) -> tuple[list[str], int]:
        """Competing options count from the same number."""
        indent = " " * column
        lines = []
        counts = [count]
        sign = "["
        for option in bracket.options:
            inner, counted = self._sequence(option.blocks, column, level, count)
            attribution = f"{', '.join(option.parties)}:" if option.parties else ""
            lines += [f"{indent}{sign}{attribution}", *inner]
            counts.append(counted)
            sign = "]["
        return [*lines, f"{indent}]"], max(counts)

    def _filled(self, first: str, later: str, words: str) -> list[str]:
        """A paragraph's lines; none begins or reads like a mark that it is not."""
        if self._width is None:
            return [first + words]
        rest = _UNBROKEN.findall(words)
        lines = [first + rest.pop(0)]
        line = lines[0][len(first) :]
        while rest:
            may_break = kind_of(" ".join(rest)) is Kind.TEXT and kind_of(line) is Kind.TEXT
            if may_break and len(lines[-1]) + 1 + len(rest[0]) > self._width:
                line = rest.pop(0)
                lines.append(later + line)
            else:
                line = f"{line} {rest[0]}"
                lines[-1] += f" {rest.pop(0)}"
        return lines


def _apart(before: Block | None, block: Block, level: int) -> bool:
    """Whether a blank line stands between two blocks; `before` is None for the words of the item around."""
    if isinstance(block, WrapUp):
        return False
    loose = (Paragraph, Table, DraftingNote)
    return level == 0 or isinstance(block, loose) or isinstance(before, loose)


def _marker(level: int, count: int) -> str:
    number = count % _HIGHEST[min(level, 2)] + 1
    match level:
        case 0:
            return f"{number}."
        case 1:
            return f"({numeral(number, 'a')})"
        case 2:
            return f"({numeral(number, 'i')})"
        case _:
            return f"({numeral(number, 'A')})"


def _prefix(label: str | None, conditions: Sequence[Condition]) -> str:
    signs = [f"{{#{label}}}"] if label is not None else []
    signs += map(_condition, conditions)
    return "".join(signs) + " " if signs else ""


def _condition(condition: Condition) -> str:
    match condition:
        case OptionCondition(option, negated):
            return f"{{?{'!' * negated}{option}}}"
        case TopicCondition(topic, negated):
            return f"{{?{'!' * negated}@{topic}}}"
        case RegisterCondition(register, negated):
            return f"{{?{'!' * negated}{REGISTER}{register}}}"
        case _:
            assert_never(condition)


def _paragraph(inlines: Inlines) -> str:
    """Words at the beginning of a line, with a backslash in what would be read as a mark."""
    words = print_inlines(inlines)
    if kind_of(words) is Kind.TEXT:
        return words
    if isinstance(inlines[0], FootnoteReference):
        mark = len(_inline(inlines[0]))
    else:
        mark = next(offset for offset, character in enumerate(words) if not character.isalnum())
    return f"{words[:mark]}\\{words[mark:]}"


def _cell(inlines: Inlines) -> str:
    return "".join(_inline(inline, in_cell=True) for inline in inlines)


def _inline(inline: Inline, *, in_cell: bool = False) -> str:
    match inline:
        case Text(value):
            escaped = value.translate(_ESCAPES)
            return escaped.replace("|", r"\|") if in_cell else escaped
        case Emphasis(inlines):
            return f"*{''.join(_inline(each, in_cell=in_cell) for each in inlines)}*"
        case Definition(inlines):
            return f'**"{"".join(_inline(each, in_cell=in_cell) for each in inlines)}"**'
        case Slot(subject, filters):
            return f"{{{{ {print_expression(subject, filters)} }}}}"
        case Reference(topic, label, instrument):
            of = "" if instrument is None else f"{instrument}:"
            return f"{{@{of}{topic or ''}{'' if label is None else f'#{label}'}}}"
        case FootnoteReference(name):
            return f"[^{name}]"
        case Bracket(options):
            return f"[{']['.join(_option(each.parties, each.inlines, in_cell=in_cell) for each in options)}]"
        case _:
            assert_never(inline)


def _option(parties: Sequence[str], inlines: Inlines, *, in_cell: bool) -> str:
    words = "".join(_inline(inline, in_cell=in_cell) for inline in inlines)
    if parties:
        return f"{', '.join(parties)}:{' ' if words else ''}{words}"
    if found := _LIKE_A_SIGN.match(words):
        return f"{words[: found.end() - 1]}\\{words[found.end() - 1 :]}"
    return words
