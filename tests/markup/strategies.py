"""Clause bodies in normal form that really vary everything a body can hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from treatykit.markup.printer import print_body
from treatykit.markup.slots import DraftWord, Filter, ParamName, RoleForm, RoleName
from treatykit.markup.syntax import (
    Alignment,
    Alternative,
    Article,
    Block,
    BlockBracket,
    BlockOption,
    Body,
    Bracket,
    Commentary,
    Condition,
    Definition,
    DraftingNote,
    Emphasis,
    Footnote,
    FootnoteReference,
    Inline,
    Inlines,
    Item,
    Option,
    OptionCondition,
    Paragraph,
    Reference,
    Register,
    RegisterCondition,
    Section,
    Slot,
    Table,
    Text,
    TopicCondition,
    WrapUp,
    ends_a_list,
)
from treatykit.markup.walk import occurrences

PARTIES = ("A", "B", "KAR", "T2")
DEEPEST_ITEM = 4

Draw = Callable[[st.SearchStrategy[Any]], Any]

topics = st.sampled_from(["maps", "transit-controls", "t", "x2-3y", "border-commission", "short"])
names = st.sampled_from(["hours", "transit_state", "a", "x2-y", "deadline"])

_MARKS = [
    "1.", "30.", "(a)", "(iv)", "(A)", "(12)", "1)", "b)", "c.", "-", "+", "*", "•", ">", "|", "#", "###", "##",
    "---", "___", "```", "<!--", "[A:", "][B:", "]", "[", "[^x]:", "[^", "{", "}", "{{", "}}", "{#ban}", "{?o}",
    "{@topic}", '"', '"**', '**"', "**", "\\", "\\\\", "[Note: x]", "(hereinafter", "Nº", "1.1", "2024.", ":", "::",
]  # fmt: skip
"""What the notation gives a meaning to, or nearly."""

_WORDS = [
    "shall",
    "Party",
    "«мир»",
    "平和",
    "ſ",
    "ə",
    "Ցկյանս",
    "سلام",
    "\u00a0",
    "e\u0301",
    "’",
    "–",
    "…",
    "\u2028",
    "x",
]
_pieces = st.one_of(
    st.sampled_from(_MARKS),
    st.sampled_from(_WORDS),
    st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=3),
    st.just(" "),
)
texts = st.lists(_pieces, min_size=1, max_size=6).map("".join).map(Text)

slots = st.builds(
    Slot,
    st.one_of(
        st.builds(ParamName, topics, names),
        st.builds(RoleName, names, st.sampled_from(RoleForm)),
        st.sampled_from(DraftWord),
    ),
    st.lists(st.sampled_from(Filter), max_size=3).map(tuple),
)
references = st.one_of(
    st.builds(Reference, topics, st.none() | topics, st.none() | topics),
    st.builds(Reference, st.none(), topics),
    st.builds(Reference, st.none(), st.none(), topics),
)
footnote_references = st.builds(FootnoteReference, st.sampled_from(["1", "x", "map-2", "no_te"]))
definitions = st.lists(texts | slots, min_size=1, max_size=3).map(lambda inner: Definition(normal(inner, "both")))
conditions: st.SearchStrategy[tuple[Condition, ...]] = st.lists(
    st.one_of(
        st.builds(OptionCondition, names, st.booleans()),
        st.builds(TopicCondition, topics, st.booleans()),
        st.builds(RegisterCondition, st.sampled_from(Register), st.booleans()),
    ),
    max_size=2,
).map(tuple)


def normal(inlines: Sequence[Inline], edges: str) -> Inlines:
    """Inlines in normal form; `edges` says where they may not have a space: left or both."""
    while True:
        joined: list[Inline] = []
        for inline in inlines:
            last = joined[-1] if joined else None
            match last, inline:
                case Text(before), Text(after):
                    joined[-1] = Text(before + after)
                case (Emphasis(), Emphasis()) | (Bracket(), Bracket()):
                    continue
                case _:
                    joined.append(inline)
        joined = [Text(re.sub(" +", " ", each.value)) if isinstance(each, Text) else each for each in joined]
        if joined and isinstance(first := joined[0], Text):
            joined[0] = Text(first.value.lstrip(" "))
        if joined and edges == "both" and isinstance(final := joined[-1], Text):
            joined[-1] = Text(final.value.rstrip(" "))
        joined = [each for each in joined if each != Text("")]
        if joined == list(inlines):
            return tuple(joined) or ((Text("x"),) if edges == "both" else ())
        inlines = joined


def _parties(draw: Draw) -> list[tuple[str, ...]]:
    """Who stands behind the options of a bracket; nobody behind a plain one."""
    codes = draw(st.permutations(PARTIES))
    cuts = sorted(draw(st.sets(st.integers(1, len(PARTIES)), min_size=1, max_size=3)))
    options = [tuple(codes[start:end]) for start, end in zip([0, *cuts], cuts, strict=False)]
    return draw(st.permutations([*options, ()])) if draw(st.booleans()) else options


@st.composite
def inlines(
    draw: Draw, *, depth: int = 2, emphasis: bool = True, footnotes: bool = True, edges: str = "both"
) -> Inlines:
    kinds: list[st.SearchStrategy[Inline]] = [texts, texts, slots, references, definitions]
    if footnotes:
        kinds.append(footnote_references)
    if depth and emphasis:
        inner = inlines(depth=depth - 1, emphasis=False, footnotes=footnotes)
        kinds.append(inner.map(Emphasis))
    if depth:
        kinds.append(brackets(depth=depth - 1, emphasis=emphasis, footnotes=footnotes))
    return normal(draw(st.lists(st.one_of(kinds), min_size=1 if edges == "both" else 0, max_size=4)), edges)


@st.composite
def brackets(draw: Draw, *, depth: int, emphasis: bool, footnotes: bool) -> Bracket:
    words = inlines(depth=depth, emphasis=emphasis, footnotes=footnotes, edges="left")
    return Bracket(tuple(Option(codes, draw(words)) for codes in _parties(draw)))


_nasty: list[Inlines] = [(Text(mark + rest),) for mark in _MARKS for rest in (" x", "")]
_linked: list[Inlines] = [
    (Text("Within "), Slot(ParamName("t", "days"), (Filter.WORDS,)), Text(", act under "), Reference("maps")),
    (Emphasis((Text("Recalling"),)), Text(" the Charter"), Bracket((Option(("A",), (Text("and"),)), Option(("B",))))),
    (Bracket((Option(("KAR",), (Text("thirty] "),)),)), Text(" «мир» 平和")),
    (Definition((Text("Joint | Commission"),)), Text(" a | b")),
    (Bracket((Option((), (Text("A: x"),)), Option((), (Text("^1]"),)), Option(()))), Text(":")),
]
_noted: list[Inlines] = [
    (FootnoteReference("1"), Text(": x")),
    (Text("the line"), FootnoteReference("map-2"), Text(".")),
]
plain_words = st.sampled_from([normal(words, "both") for words in _nasty + _linked])
noted_words = plain_words | st.sampled_from([normal(words, "both") for words in _noted])
"""Words for properties about blocks: few to draw from, so that examples are quickly made."""


def with_words(words: Inlines, cell: Inlines) -> Body:
    """A body that has the words in every place where words can stand."""
    header = (cell, (), words)
    item = Item(words, blocks=(Item(words, "x"), WrapUp(words), Paragraph(words), DraftingNote(words)))
    blocks: tuple[Block, ...] = (
        Paragraph(words),
        Paragraph(words, conditions=(OptionCondition("o"),)),
        Table((Alignment.LEFT,) * 3, header, (header,)),
        Article(words, blocks=(item, Section(words, "y"))),
    )
    referred = {
        found.node.name for found in occurrences(Alternative("a", blocks)) if isinstance(found.node, FootnoteReference)
    }
    return Body((Alternative("a", blocks, tuple(Footnote(name, cell) for name in sorted(referred))),))


class Bodies:
    """Draws a body, with labels that are unique in their alternative."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._labels = 0
        self._footnotes = True

    def body(self) -> Body:
        count = self._draw(st.integers(1, 2))
        alternatives = tuple(self._alternative(f"full-{number}") for number in range(count))
        self._footnotes = False
        commentary = Commentary(self._sectioned()) if self._draw(st.booleans()) else None
        return Body(alternatives, commentary)

    def _alternative(self, name: str) -> Alternative:
        blocks = self._with_headings(self._sectioned, Article) if self._draw(st.booleans()) else self._sectioned()
        draft = Alternative(name, blocks)
        referred = {found.node.name for found in occurrences(draft) if isinstance(found.node, FootnoteReference)}
        order = self._draw(st.permutations(sorted(referred)))
        footnotes = tuple(Footnote(each, self._draw(plain_words)) for each in order)
        return Alternative(name, blocks, footnotes)

    def _sectioned(self) -> tuple[Block, ...]:
        if self._draw(st.integers(0, 3)):
            return self._loose(0)
        return self._with_headings(lambda: self._loose(0), Section)

    def _with_headings(
        self, inner: Callable[[], tuple[Block, ...]], kind: type[Article] | type[Section]
    ) -> tuple[Block, ...]:
        """Blocks, then headings with blocks under them, some in brackets."""
        blocks: list[Block] = [*self._loose(0)]
        for _ in range(self._draw(st.integers(1, 2))):
            if self._draw(st.integers(0, 3)):
                blocks.append(self._heading(kind, inner))
            else:
                options = [BlockOption(each, (self._heading(kind, inner),)) for each in _parties(self._draw)]
                blocks += [BlockBracket(tuple(options)), *self._loose(0, wrap_ups=False)]
        return tuple(blocks)

    def _heading(
        self, kind: type[Article] | type[Section], inner: Callable[[], tuple[Block, ...]]
    ) -> Article | Section:
        blocks = inner() if self._draw(st.integers(0, 3)) else ()
        return kind(self._words(), self._label(), self._draw(conditions), blocks)

    def _loose(self, level: int, *, wrap_ups: bool = True) -> tuple[Block, ...]:
        """Blocks that are no headings."""
        blocks: list[Block] = []
        for _ in range(self._draw(st.integers(1 if level == 0 else 0, 3))):
            block = self._block(level)
            last = blocks[-1] if blocks else None
            if isinstance(block, WrapUp):
                chapeau = next((each for each in reversed(blocks) if _opens_a_list(each)), None)
                allowed = wrap_ups and last and ends_a_list(last) and (level or isinstance(chapeau, Paragraph))
                if not allowed:
                    block = Paragraph(block.inlines, None, block.conditions)
            if isinstance(block, Item) and isinstance(last, WrapUp):
                continue
            blocks.append(block)
        return tuple(blocks)

    def _block(self, level: int) -> Block:
        deep = level >= DEEPEST_ITEM
        match self._draw(st.sampled_from("pppnt" if deep else "piiiiiwwwntb")):
            case "p":
                return Paragraph(self._words(), self._label(), self._draw(conditions))
            case "i":
                return Item(self._words(), self._label(), self._draw(conditions), self._loose(level + 1))
            case "w":
                return WrapUp(self._words(), self._draw(conditions))
            case "n":
                return DraftingNote(self._words())
            case "t":
                return self._table()
            case _:
                options = [
                    BlockOption(each, self._loose(level) if self._draw(st.booleans()) else ())
                    for each in _parties(self._draw)
                ]
                return BlockBracket(tuple(options))

    def _table(self) -> Table:
        alignments = tuple(self._draw(st.lists(st.sampled_from(Alignment), min_size=1, max_size=3)))
        rows = [tuple(self._cell() for _ in alignments) for _ in range(self._draw(st.integers(1, 3)))]
        return Table(alignments, rows[0], tuple(rows[1:]))

    def _cell(self) -> Inlines:
        return self._words() if self._draw(st.integers(0, 3)) else ()

    def _words(self) -> Inlines:
        words: Inlines = self._draw(noted_words if self._footnotes else plain_words)
        return words

    def _label(self) -> str | None:
        if self._draw(st.integers(0, 3)):
            return None
        self._labels += 1
        return f"{self._draw(topics)}-{self._labels}"


def _opens_a_list(block: Block) -> bool:
    return not isinstance(block, Item | BlockBracket | DraftingNote)


@st.composite
def bodies(draw: Draw) -> Body:
    return Bodies(draw).body()


@st.composite
def any_texts(draw: Draw) -> str:
    """Printed bodies into which something has been typed, or out of which something has been deleted."""
    text: str = print_body(draw(bodies()), width=draw(st.none() | st.just(30)))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        typed = draw(st.sampled_from([*_MARKS, " ", "\n", "\n\n", "   ", "\t", "x"]))
        deleted = draw(st.integers(0, 4))
        text = text[:at] + typed * draw(st.integers(0, 1)) + text[at + deleted :]
    return text
