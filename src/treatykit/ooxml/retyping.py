"""Print other words where a paragraph prints some, in the runs and fields that print them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from treatykit.ooxml.leaves import TEXT, walk
from treatykit.ooxml.names import qn

_SPACE: Final = qn("xml:space")


def retyped(paragraph: etree._Element, start: int, stop: int, words: str) -> Iterator[tuple[etree._Element, str]]:
    """The leaves to change so that the positions `start` to `stop` print other words, and what each then says.

    Only what differs is changed, so that words and numbers stay in the runs that they are in, live or not.
    """
    leaves = [
        step.element
        for step in walk(paragraph)
        if step.element.tag in TEXT and start <= step.start and step.start + step.length <= stop
    ]
    printed = "".join(leaf.text or "" for leaf in leaves)
    if printed == words:
        return
    first = _alike(printed, words)
    after = _alike(printed[first:][::-1], words[first:][::-1])
    # A number is printed anew as a whole: half of it in a field and half of it beside would soon be another number.
    while first and printed[first - 1].isalnum():
        first -= 1
    while after and printed[-after].isalnum():
        after -= 1
    if first + after == len(printed):  # what is only added is added to something
        first, after = (first - 1, after) if first else (first, after - 1)
    last, put, at = len(printed) - after, words[first : len(words) - after], 0
    for leaf in leaves:
        text = leaf.text or ""
        begin, end = (min(max(edge - at, 0), len(text)) for edge in (first, last))
        if begin < end:
            yield leaf, text[:begin] + put + text[end:]
            put = ""
        at += len(text)


def _alike(left: str, right: str) -> int:
    """How many characters two texts have alike at their beginning."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(left), len(right)))


def retype(leaf: etree._Element, words: str) -> None:
    """Let a leaf of text print these words."""
    leaf.text = words
    if words != words.strip():
        leaf.set(_SPACE, "preserve")
