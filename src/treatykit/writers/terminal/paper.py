"""Lines of a terminal, wrapped to its width.

With colour, what came is underlined, what went is struck through, and what moved is double
underlined; without it they stand in the marks of `wdiff`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import StringIO
from typing import TYPE_CHECKING, Final

from treatykit.model.changes import ChangeReport, Fate, Piece
from treatykit.records import dataclass
from treatykit.writers.controls import in_reading_order
from treatykit.writers.text import marked

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_STYLES: Final = {
    Fate.KEPT: "",
    Fate.ABOUT: "magenta",
    Fate.INSERTED: "underline bright_blue",
    Fate.DELETED: "strike red",
    Fate.MOVED_HERE: "underline2 magenta",
    Fate.MOVED_AWAY: "strike magenta",
}
_NARROWEST: Final = 20
_BETWEEN: Final = 2  # columns between two texts
_ESCAPE: Final = re.compile(r"\x1b\[[\d;]*m")
_END: Final = re.compile(rf"(?:\s|{_ESCAPE.pattern})+$")


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


DEFAULT_TERMINAL: Final = TerminalOptions()


class Paper:
    """Takes lines, and gives them wrapped."""

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

        self.used = True
        self._console.print(Padding(self._styled(pieces), (0, 0, 0, indent)))

    def pair(self, left: Iterable[Piece], right: Iterable[Piece]) -> None:
        """Two paragraphs beside each other."""
        self._beside(self._styled(left), self._styled(right))

    def heading_pair(self, left: str, right: str) -> None:
        """What stands above two columns."""
        from rich.text import Text

        self._beside(*(Text(in_reading_order(words), style="bold") for words in (left, right)))

    def _styled(self, pieces: Iterable[Piece]) -> Text:
        from rich.text import Text

        text = Text()
        for piece in pieces if self.options.colour else (Piece(marked(pieces)),):
            text.append(in_reading_order(piece.text), style=_STYLES[piece.fate])
        return text

    def _beside(self, left: Text, right: Text) -> None:
        from rich.table import Table

        self.used = True
        row = Table.grid(expand=True, padding=(0, _BETWEEN, 0, 0))
        for _ in range(2):
            row.add_column(ratio=1, overflow="fold")
        row.add_row(left, right)
        self._console.print(row)

    def heading(self, words: str, more: str = "") -> None:
        """Where what follows stands, and what else is to be said of it, after an empty line."""
        from rich.text import Text

        if self.used:
            self._console.print()
        self.used = True
        text = Text(in_reading_order(words), style="bold")
        text.append(in_reading_order(more), style="not bold")
        self._console.print(text)

    def context(self, words: str) -> None:
        """An unchanged paragraph, as far as one line holds it."""
        from rich.text import Text

        said = Text("  " + " ".join(in_reading_order(words).split()), style="dim")
        said.truncate(self.width, overflow="ellipsis")
        self._console.print(said, no_wrap=True)

    def text(self) -> str:
        """Everything so far, without space at the ends of lines."""
        return "".join(f"{_END.sub(_without_space, line)}\n" for line in self._file.getvalue().splitlines())


def _without_space(end: re.Match[str]) -> str:
    return "".join(_ESCAPE.findall(end[0]))
