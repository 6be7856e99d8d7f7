"""Says on a terminal what is being done, where it takes longer than a moment."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from threading import Timer
from typing import Final, Protocol

from treatykit.cli.terminal import harmless

MOMENT: Final = 1.0
"""Seconds that a person waits without wondering; what is quicker shows nothing."""


class Waiting(Protocol):
    """Something that happens by itself later, unless it is cancelled first; a `threading.Timer` is one."""

    def start(self) -> None:
        """Begin to wait."""

    def cancel(self) -> None:
        """Let it not happen any more."""

    def join(self) -> None:
        """Wait until it has happened or has been cancelled."""


@contextmanager
def telling(later: Callable[[float, Callable[[], None]], Waiting] = Timer) -> Iterator[Callable[[str], None]]:
    """A function that is told what is being done, and shows it after a moment, in one line that goes when all is done.

    Off a terminal it shows nothing, so that a log holds nothing but what was said.

    Args:
        later: Makes what waits for so many seconds, then calls a function.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.live import Live
    from rich.spinner import Spinner
    from rich.text import Text

    spinner = Spinner("dots", "working …")
    line = Live(spinner, console=Console(file=sys.stderr), transient=True)
    shown = later(MOMENT, partial(line.start, refresh=True))
    shown.start()
    try:
        yield lambda words: spinner.update(text=Text(f"{harmless(words)} …"))
    finally:
        shown.cancel()
        shown.join()
        line.stop()
