"""How fast two texts are compared, beside what the same words cost without a redline.

For synthetic treaties of 100, 1,000 and 10,000 paragraphs, of which every seventh was
edited, some went, some came and one article moved: the processor time of `compare` and
`changes`, of `rapidfuzz` that only counts the differing words of the whole text, and of
`difflib` that lists them, all in one run, so that the ratios mean something on any
machine. `difflib` is left out where it would take minutes. Then the peak memory.

Run it with `make bench`, or `python -m benchmarks.compare 100 1000` for some sizes only.
"""

from __future__ import annotations

import sys
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from difflib import SequenceMatcher
from random import Random
from typing import TypeVar

from rapidfuzz.distance import Indel

from treatykit.compare import changes, compare
from treatykit.model.content import Mark, Paragraph, Text
from treatykit.model.decide import accept, reject
from treatykit.model.document import Document
from treatykit.model.numbering import number
from treatykit.model.plain import inlines_text
from treatykit.model.properties import Properties, Role

Result = TypeVar("Result")
SIZES = (100, 1_000, 10_000)
FOR_DIFFLIB = 1_000  # paragraphs
COMMON = "the of and to in for shall may Parties Party each their border peace treaty agreement commission"
WORDS = [*(COMMON.split() * 4), *(f"word{index}" for index in range(2_000))]


def main() -> None:
    """Print one line for each size."""
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    print("paragraphs     words   compare   changes  rapidfuzz   difflib  × rapidfuzz  × difflib     peak")
    for size in sizes:
        print(measured(size))


def measured(size: int) -> str:
    """The line of one size."""
    old, new = treaties(size)
    redline, comparing = timed(lambda: compare(old, new))
    assert accept(redline) == new
    assert reject(redline) == old
    _, telling = timed(lambda: changes(redline))
    left, right = words_of(old), words_of(new)
    _, fuzzing = timed(lambda: Indel.distance(left, right))
    peak = memory(lambda: compare(old, new))
    difflib, ratio = "–", "–"
    if size <= FOR_DIFFLIB:
        _, diffing = timed(lambda: SequenceMatcher(None, left, right, autojunk=False).get_opcodes())
        difflib, ratio = f"{diffing:.2f} s", f"{comparing / diffing:.3f}"
    return (
        f"{size:>10,} {len(left):>9,} {comparing:>7.2f} s {telling:>7.2f} s {fuzzing:>8.3f} s {difflib:>9}"
        f" {comparing / fuzzing:>12.1f} {ratio:>10} {peak:>5.1f} MB"
    )


def treaties(size: int) -> tuple[Document, Document]:
    """A treaty of so many paragraphs, and what negotiators made of it."""
    source = Random(size)
    old = [paragraph(source, index) for index in range(size)]
    new = list(old)
    start = size // 3 // 10 * 10
    moved = new[start : start + 10]
    del new[start : start + 10]
    new[size * 2 // 3 : size * 2 // 3] = moved
    edited = [edit(source, one) if index % 7 == 3 else one for index, one in enumerate(new) if index % 50 != 25]
    for at in range(10, len(edited), 60):
        edited.insert(at, paragraph(source, 1))
    return number(Document(body=tuple(old))), number(Document(body=tuple(edited)))


def paragraph(source: Random, index: int) -> Paragraph:
    """The heading of an article before every nine paragraphs."""
    role, length = (Role.ARTICLE, 4) if index % 10 == 0 else (Role.ITEM, source.randint(15, 60))
    properties = Properties(role=role, level=1 if role is Role.ITEM else 0)
    return Paragraph((Text(" ".join(source.choices(WORDS, k=length)) + "."),), Mark(properties=properties))


def edit(source: Random, one: Paragraph) -> Paragraph:
    """Up to three words replaced."""
    words = inlines_text(one.inlines).split(" ")
    for _ in range(source.randint(1, 3)):
        words[source.randrange(len(words))] = source.choice(WORDS)
    return replace(one, inlines=(Text(" ".join(words)),))


def words_of(text: Document) -> list[str]:
    """All words of a text."""
    return [word for one in text.body if isinstance(one, Paragraph) for word in inlines_text(one.inlines).split()]


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """The result and the seconds of processor time that it took."""
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


def memory(work: Callable[[], object]) -> float:
    """The peak of what was allocated meanwhile, in megabytes."""
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1_000_000


if __name__ == "__main__":
    main()
