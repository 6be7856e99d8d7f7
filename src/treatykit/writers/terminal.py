"""Write a redline for a terminal: what changed, where, with a little around it, and a summary at the end.

With colour, what came is underlined, what went is struck through, and what moved is double
underlined; without it they stand in the marks of `wdiff`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, Final, assert_never

from treatykit.model.changes import ChangeReport, Fate, Piece
from treatykit.model.content import Block, OpaqueBlock, Paragraph, Row, Story, Table
from treatykit.model.document import Document
from treatykit.model.outline import Outline
from treatykit.model.plain import story_text
from treatykit.model.revisions import Revisions
from treatykit.writers.controls import in_reading_order
from treatykit.writers.moves import moves_of
from treatykit.writers.plainly import Plainly, fate_of
from treatykit.writers.report import place
from treatykit.writers.sides import change_numbers, is_changed, outline_as_read, tracked
from treatykit.writers.text import change_lines, marked, summary_lines
from treatykit.writers.titles import where_it_runs

if TYPE_CHECKING:
    from rich.console import Console

_STYLES: Final = {
    Fate.KEPT: "",
    Fate.ABOUT: "magenta",
    Fate.INSERTED: "underline bright_blue",
    Fate.DELETED: "strike red",
    Fate.MOVED_HERE: "underline2 magenta",
    Fate.MOVED_AWAY: "strike magenta",
}
_NARROWEST: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminalOptions:
    """How the terminal is, and how much of the text it shows.

    Attributes:
        report: What is summed up at the end.
        width: In characters.
        colour: Whether escape sequences may be used.
        context: How many unchanged paragraphs are shown before and after a change, each on one line.
    """

    report: ChangeReport | None = None
    width: int = 80
    colour: bool = True
    context: int = 1


DEFAULT_TERMINAL = TerminalOptions()


def write_terminal(document: Document, options: TerminalOptions = DEFAULT_TERMINAL) -> str:
    """The changed paragraphs of a redline with their places, and a summary."""
    paper = _Paper(options)
    view = outline_as_read(document.body)
    words = Plainly(moves_of(view, options.report))
    for shown in _groups(view.story, options.context):
        _print_group(paper, _Places(view, options.report), words, shown)
    for header in document.headers:
        if any(map(is_changed, header.blocks)):
            paper.place(where_it_runs(header))
            for block in header.blocks:
                _print_block(paper, block, words)
    if options.report is not None:
        paper.place("Summary")
        for line in (*summary_lines(options.report), *change_lines(options.report)):
            paper.line((Piece(line),))
    elif not paper.used:
        paper.line((Piece("No words changed."),))
    return paper.text()


@dataclass(frozen=True, slots=True)
class _Places:
    """Where blocks of a redline stand: as the report says, or else as the redline is numbered."""

    view: Outline
    report: ChangeReport | None

    def of(self, index: int) -> str:
        block = self.view.story[index]
        numbers = change_numbers(block) if isinstance(block, Paragraph) else ()
        known = {each.number: place(each) for each in self.report.changes} if self.report else {}
        return next((known[number] for number in numbers if known.get(number)), "") or self.view.address(index)


class _Paper:
    """Lines of a terminal, wrapped to its width."""

    def __init__(self, options: TerminalOptions) -> None:
        from rich.console import Console

        self.options = options
        self.width = max(options.width, _NARROWEST)
        self.used = False
        self._file = StringIO()
        self._console: Console = Console(
            file=self._file, width=self.width, force_terminal=options.colour, no_color=not options.colour,
            color_system="standard" if options.colour else None, markup=False, highlight=False, emoji=False,
            legacy_windows=False,
        )  # fmt: skip

    def line(self, pieces: Iterable[Piece], indent: int = 0) -> None:
        """A paragraph."""
        from rich.padding import Padding
        from rich.text import Text

        self.used = True
        text = Text()
        for piece in pieces if self.options.colour else (Piece(marked(pieces)),):
            text.append(in_reading_order(piece.text), style=_STYLES[piece.fate])
        self._console.print(Padding(text, (0, 0, 0, indent)))

    def place(self, address: str) -> None:
        """Where what follows stands."""
        from rich.text import Text

        if self.used:
            self._console.print()
        self.used = True
        self._console.print(Text(f"── {in_reading_order(address)} ──", style="bold"))

    def context(self, words: str) -> None:
        """An unchanged paragraph, as far as one line holds it."""
        from rich.text import Text

        said = Text("  " + " ".join(in_reading_order(words).split()), style="dim")
        said.truncate(self.width, overflow="ellipsis")
        self._console.print(said, no_wrap=True)

    def text(self) -> str:
        """Everything so far, without space at the ends of lines."""
        return "".join(f"{line.rstrip()}\n" for line in self._file.getvalue().splitlines())


def _groups(story: Story, context: int) -> Iterator[range]:
    """The stretches of a body that are shown: changed blocks and those around them."""
    start = stop = -1
    for index, block in enumerate(story):
        if not is_changed(block):
            continue
        if stop >= 0 and index - context <= stop:
            stop = index + context + 1
            continue
        if stop >= 0:
            yield range(start, min(stop, len(story)))
        start, stop = max(index - context, 0), index + context + 1
    if stop >= 0:
        yield range(start, min(stop, len(story)))


def _print_group(paper: _Paper, places: _Places, words: Plainly, shown: range) -> None:
    story = places.view.story
    changed = [index for index in shown if is_changed(story[index])]
    address = places.of(changed[0])
    paper.place(address)
    for index in shown:
        block = story[index]
        if index not in changed:
            paper.context(story_text((block,)))
            continue
        if (here := places.of(index)) != address:
            address = here
            paper.place(address)
        _print_block(paper, block, words)


def _print_block(paper: _Paper, block: Block, words: Plainly, around: Revisions = (), indent: int = 2) -> None:
    match block:
        case Paragraph():
            before = len(words.notes)
            paper.line(words.print(block, around), indent)
            for sign, note in words.notes[before:]:
                if note.revisions or any(map(is_changed, note.blocks)):
                    paper.line((Piece(f"Note {sign}:"),), indent + 2)
                    for inner in note.blocks:
                        _print_block(paper, inner, words, note.revisions, indent + 4)
        case Table(rows):
            for row in rows:
                if is_changed(row):
                    paper.line(_row(row, words), indent)
        case OpaqueBlock(_, description):
            paper.line((Piece(f"[{description or 'object'}]", fate_of(tracked(block.revisions))),), indent)
        case _:
            assert_never(block)


def _row(row: Row, words: Plainly) -> Iterator[Piece]:
    """The cells of a row on one line; a table in a cell is read as its words."""
    for at, cell in enumerate(row.cells):
        if at:
            yield Piece(" | ")
        around = tracked(cell.revisions) or tracked(row.revisions)
        for block in cell.blocks:
            match block:
                case Paragraph():
                    yield from words.print(block, around)
                case _:
                    yield Piece(story_text((block,)), fate_of(around))
            yield Piece(" ")
