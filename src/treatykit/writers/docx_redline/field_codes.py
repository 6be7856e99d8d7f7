"""The code of a field goes with its result, where all of the result went (docs/analysis/in-place-redline.md)."""

from __future__ import annotations

from typing import Final

from lxml import etree

from treatykit.ooxml.leaves import Step, walk
from treatykit.ooxml.names import qn

_CHARACTER: Final = qn("w:fldChar")
_KIND: Final = qn("w:fldCharType")


def field_results(paragraph: etree._Element) -> dict[tuple[int, int], tuple[int, int]]:
    """The places of the results of the fields in a paragraph, each with those of its whole field."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    begun: list[tuple[int, int]] = []  # where each open field begins, and where its result does
    for step in walk(paragraph):
        if step.step is not Step.LEAF or step.element.tag != _CHARACTER:
            continue
        match step.element.get(_KIND):
            case "begin":
                begun.append((step.start, -1))
            case "separate" if begun:
                begun[-1] = (begun[-1][0], step.start + 1)
            case "end" if begun:
                begins, result = begun.pop()
                found[result, step.start] = begins, step.start + 1
            case _:
                pass
    return found
