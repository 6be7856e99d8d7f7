"""Reads the packaged clauses for the tests of their facts and of their words."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Final, assert_never

import pytest

from treatykit.library.clause import Clause
from treatykit.library.index import Library
from treatykit.library.schema import AlternativeFacts, FrontMatter, Rule
from treatykit.library.sources import MemorySource
from treatykit.markup import syntax


def _read_all(folder: str, suffix: str) -> MemorySource:
    entries = [each for each in files("treatykit").joinpath(folder).iterdir() if each.name.endswith(suffix)]
    return MemorySource({each.name.removesuffix(suffix): each.read_text("utf-8") for each in entries}, f"*{suffix}")


LIBRARY: Final = Library(_read_all("clauses", ".md"), _read_all("clauses/profiles", ".yaml"))
TOPICS: Final = LIBRARY.topics()
WORDINGS: Final = tuple((facts.id, alternative.id) for facts in LIBRARY.listing() for alternative in facts.alternatives)
_NAMES: Final = [f"{topic}/{alternative}" for topic, alternative in WORDINGS]

every_topic = pytest.mark.parametrize("clause", [LIBRARY.clause(topic) for topic in TOPICS], ids=TOPICS)
every_choice = pytest.mark.parametrize(("topic", "alternative"), WORDINGS, ids=_NAMES)
every_wording = pytest.mark.parametrize(
    "wording", [LIBRARY.clause(topic).wording(alternative) for topic, alternative in WORDINGS], ids=_NAMES
)


def words(blocks: syntax.Blocks) -> str:
    """The words of a treaty, without its drafting notes; slots and references are dashes."""
    return "\n".join(_paragraphs(blocks))


def rules_of(clause: Clause) -> Iterator[tuple[str, str, Rule]]:
    """Who makes a rule, of which kind, and the rule."""
    holders: list[tuple[str, FrontMatter | AlternativeFacts]] = [(clause.topic, clause.facts)]
    holders += [(f"{clause.topic}/{each.id}", each) for each in clause.facts.alternatives]
    for owner, holder in holders:
        for kind, rules in holder.rules.items():
            yield from ((owner, kind, rule) for rule in rules)


def _paragraphs(blocks: syntax.Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case syntax.DraftingNote():
                pass
            case syntax.Table():
                yield from (line(cell) for row in (block.header, *block.rows) for cell in row)
            case syntax.BlockBracket():
                for option in block.options:
                    yield from _paragraphs(option.blocks)
            case syntax.Article() | syntax.Section():
                yield line(block.title)
                yield from _paragraphs(block.blocks)
            case syntax.Item():
                yield line(block.inlines)
                yield from _paragraphs(block.blocks)
            case syntax.Paragraph() | syntax.WrapUp():
                yield line(block.inlines)
            case _:
                assert_never(block)


def line(inlines: syntax.Inlines) -> str:
    """The words of one paragraph."""

    def one(inline: syntax.Inline) -> str:
        match inline:
            case syntax.Text(value):
                return value
            case syntax.Emphasis(inner) | syntax.Definition(inner):
                return line(inner)
            case syntax.Bracket(options):
                return " ".join(line(option.inlines) for option in options)
            case syntax.Slot() | syntax.Reference() | syntax.FootnoteReference():
                return "–"
            case _:
                assert_never(inline)

    return "".join(one(inline) for inline in inlines)
