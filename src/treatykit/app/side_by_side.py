"""Do long work in other processes, so that a machine with several processors makes several files at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor

Make = Callable[[], bytes]


@contextmanager
def side_by_side(count: int, processors: int | None = None) -> Iterator[Callable[[Make], Make]]:
    """What begins a piece of work elsewhere and gives back what waits for its result.

    Where nothing can be done at once the work is done when its result is asked for.

    Args:
        count: How many pieces there will be. Each must be a function that can be pickled.
        processors: How many there are; None asks the machine.
    """
    workers = min(count, processors or os.cpu_count() or 1)
    if workers < 2:
        yield lambda make: make
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A process of its own, not a copy of this one: Pango and the progress line have threads.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield lambda make: _begun(pool, make)


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
