"""How long `clauses search` takes in a large library, beside a plain look through the same files.

Five thousand clauses (the packaged ones many times over) lie in the `clauses` folder of a project. Each query is asked
several times in turn with the plain look, which reads every file and tests whether it has the bytes of one word; the
fastest of each counts. Nothing is kept between two searches.

Run it with `make bench`, or `python -m benchmarks.search 9` for nine rounds.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from treatykit.app.finding import found
from treatykit.app.shelves import packaged_shelf
from treatykit.errors import Errors

ROUNDS = 5
CLAUSES = 5_000
QUERIES = (("zebra77",), ("arbitral", "zebra*"), ("time limit",), ("arbitration",), ("party",))


def main() -> None:
    """Print one line for each query."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        folder = Path("clauses")
        fill(folder)
        works: dict[tuple[str, ...], Callable[[], object]] = {(): lambda: plain_look(folder, b"arbitration")}
        works |= {words: partial(found, words, Errors()) for words in QUERIES}
        best = dict.fromkeys(works, float("inf"))
        for _ in range(rounds):
            for words, work in works.items():
                best[words] = min(best[words], seconds(work))
        print(f"{'':<20} {'seconds':>8} {'× plain':>8} {'ranked':>7} {'not ranked':>11}")
        for words, took in best.items():
            result = found(words, Errors())
            counts = f"{result.total:>7,} {result.unranked:>11,}" if words else ""
            print(f"{' · '.join(words) or 'a plain look':<20} {took:>8.3f} {took / best[()]:>8.1f} {counts}")


def fill(folder: Path) -> None:
    """Write the clauses, each with a word of its own."""
    folder.mkdir()
    library = packaged_shelf()
    topics = library.topics()
    for number in range(CLAUSES):
        topic = topics[number % len(topics)]
        text = library.text(topic).replace(f"id: {topic}\n", f"id: {topic}-{number}\n", 1)
        (folder / f"{topic}-{number}.md").write_text(f"{text}\nThe word of this one is zebra{number}.\n", "utf-8")


def plain_look(folder: Path, word: bytes) -> int:
    """How many files have a word."""
    return sum(word in path.read_bytes() for path in folder.iterdir())


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
