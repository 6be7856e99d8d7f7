"""Do long work in other processes, so that a machine with several processors makes several files at once."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor

Make = Callable[[], bytes]
Begin = Callable[[Make], Make]
"""Begins a piece of work and gives back what waits for its result."""


@contextmanager
def side_by_side(
    count: int, processors: int | None = None, *, load: Callable[[], None] | None = None
) -> Iterator[Begin]:
    """What begins a piece of work elsewhere and gives back what waits for its result.

    Where nothing can be done at once the work is done when its result is asked for.

    Args:
        count: How many pieces there will be. Each must be a function that can be pickled.
        processors: How many there are; None asks the machine.
        load: What another process loads at once, while the work is got ready here: then a single piece is worth one.
    """
    processors = processors or os.cpu_count() or 1
    workers = min(count, processors)
    if processors < 2 or workers < (1 if load else 2):
        yield lambda make: make
        return
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    # A process of its own, not a copy of this one: Pango and the progress line have threads.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_get_ready) as pool:
        try:
            if load:
                pool.submit(load)
        except (BrokenExecutor, OSError):
            pass  # told where a piece is begun
        try:
            yield lambda make: _begun(pool, make)
        finally:
            for child in active_children():  # what they have done was asked for, and what they are doing is not wanted
                child.terminate()


def search_seldom_for_waste() -> None:
    """Let Python search what was made for waste seldom, as nearly all of it lasts until the process ends.

    To search it again and again takes a tenth of a long redline.
    """
    gc.set_threshold(300_000)


def _get_ready() -> None:
    """Leave it to the process that began the work to end it when the person at the keyboard says so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    search_seldom_for_waste()


def _begun(pool: Executor, make: Make) -> Make:
    from concurrent.futures import BrokenExecutor

    def wait() -> bytes:
        try:
            return begun.result()
        except BrokenExecutor:
            return make()

    try:
        begun = pool.submit(make)
    except (BrokenExecutor, OSError):  # the machine allows no more processes, or has no memory for them
        return make
    return wait
