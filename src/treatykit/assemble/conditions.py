"""Leaves out what a clause prints only on conditions, and sets the punctuation of the lists that remain.

A point that goes takes nothing of the list with it: the last point but one still ends in
``; and``, and the last one as its author ended the list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final, NamedTuple, assert_never

from treatykit.markup.syntax import (
    Article,
    Block,
    BlockBracket,
    Blocks,
    Bracket,
    Condition,
    DraftingNote,
    FootnoteReference,
    Inlines,
    Item,
    Paragraph,
    Section,
    Table,
    Text,
    WrapUp,
)

Holds = Callable[[Condition], bool]
"""Whether a condition holds in a draft."""

_ENDING: Final = re.compile(r"(?P<words>.*?)(?P<mark>[;,]|[.:?!]+)?(?: (?P<joint>and/or|and|or|but))?", re.DOTALL)


class Ending(NamedTuple):
    """How a point of a list ends.

    Attributes:
        mark: ``;`` or ``.``, empty for none.
        joint: The word that leads to the last point, ``and``.
    """

    mark: str
    joint: str = ""

    def __str__(self) -> str:
        return f"{self.mark} {self.joint}".strip()


def printed(blocks: Blocks, holds: Holds) -> Blocks:
    """The blocks whose conditions hold, with the punctuation of their lists set."""
    result: list[Block] = []
    for is_list, run in groupby(blocks, lambda block: isinstance(block, Item | DraftingNote)):
        if is_list:
            result.extend(_printed_list(list(run), holds))
        else:
            result.extend(kept for block in run if (kept := _printed(block, holds)))
    return tuple(result)


def ended(inlines: Inlines, ending: str) -> Inlines:
    """The words with this ending instead of their own; a note's sign stays behind it."""
    words, notes = _without_notes(inlines)
    if words and isinstance(last := words[-1], Text):
        match = _ENDING.fullmatch(last.value)
        kept = match["words"] if match and match["mark"] else last.value
        return (*words[:-1], replace(last, value=kept + ending), *notes)
    return (*words, Text(ending), *notes) if ending else inlines


def _printed(block: Block, holds: Holds) -> Block | None:
    match block:
        case Article() | Section():
            blocks = printed(block.blocks, holds)
            return replace(block, blocks=blocks) if blocks and _all(block.conditions, holds) else None
        case Item():
            return replace(block, blocks=printed(block.blocks, holds)) if _all(block.conditions, holds) else None
        case Paragraph() | WrapUp():
            return block if _all(block.conditions, holds) else None
        case BlockBracket():
            options = tuple(replace(option, blocks=printed(option.blocks, holds)) for option in block.options)
            return replace(block, options=options) if any(option.blocks for option in options) else None
        case Table() | DraftingNote():
            return block
        case _:
            assert_never(block)


def _all(conditions: Sequence[Condition], holds: Holds) -> bool:
    return all(holds(condition) for condition in conditions)


def _printed_list(members: Sequence[Block], holds: Holds) -> list[Block]:
    """The members of a list that stay, its items ended as their author ended the list."""
    kept = [block for member in members if (block := _printed(member, holds))]
    count = sum(isinstance(block, Item) for block in kept)
    endings = _endings([block for block in members if isinstance(block, Item)], count)
    if endings is None:
        return kept
    ending = iter(endings)
    return [_with_ending(block, str(next(ending))) if isinstance(block, Item) else block for block in kept]


def _endings(items: Sequence[Item], count: int) -> list[Ending] | None:
    """How the `count` items that are left of a list end; None where they may stay as they are."""
    endings = [_ending_of(item) for item in items]
    if len(items) < 2 or not count or None in endings:
        return None
    marked = [ending for ending in endings if ending is not None]
    if all(ending.mark and ending.mark not in ";," for ending in marked[:-1]):
        return None  # whole sentences end themselves
    separator = Ending(next((ending.mark for ending in marked[:-1] if ending.mark in (";", ",")), ";"))
    joint = next((ending.joint for ending in marked if ending.joint), "")
    if not joint and not any(ending.mark for ending in marked[:-1]):
        joint = "and"
    last = marked[-1] if marked[-1].mark else Ending(".")
    return [separator] * (count - 2) + [Ending(separator.mark, joint)] * (count > 1) + [last]


def _ending_of(item: Item) -> Ending | None:
    """How the item ends with all that belongs to it; None where that cannot be told from its words."""
    leaf = _leaf(item)
    if leaf is None:
        return None
    words, _ = _without_notes(leaf.inlines)
    if words and isinstance(words[-1], Bracket):
        return None
    if not words or not isinstance(last := words[-1], Text):
        return Ending("")
    match = _ENDING.fullmatch(last.value)
    if match is None or not match["mark"]:
        return Ending("")
    return Ending(match["mark"], match["joint"] or "")


def _leaf(item: Item) -> Item | Paragraph | WrapUp | None:
    """The paragraph that an item ends with."""
    blocks = [block for block in item.blocks if not isinstance(block, DraftingNote)]
    if not blocks:
        return item
    match blocks[-1]:
        case Item() as last:
            return _leaf(last)
        case Paragraph() | WrapUp() as last:
            return last
        case _:
            return None


def _with_ending(item: Item, ending: str) -> Item:
    at = next((at for at in reversed(range(len(item.blocks))) if not isinstance(item.blocks[at], DraftingNote)), None)
    if at is None:
        return replace(item, inlines=ended(item.inlines, ending))
    match item.blocks[at]:
        case Item() as last:
            changed: Block = _with_ending(last, ending)
        case Paragraph() | WrapUp() as last:
            changed = replace(last, inlines=ended(last.inlines, ending))
        case last:
            changed = last
    return replace(item, blocks=(*item.blocks[:at], changed, *item.blocks[at + 1 :]))


def _without_notes(inlines: Inlines) -> tuple[Inlines, Inlines]:
    at = len(inlines)
    while at and isinstance(inlines[at - 1], FootnoteReference):
        at -= 1
    return inlines[:at], inlines[at:]
