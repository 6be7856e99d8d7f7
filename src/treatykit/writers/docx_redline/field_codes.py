"""Where fields are open in a paragraph, and what of them goes with their results (docs: in-place-redline.md)."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import Final

from lxml import etree

from treatykit.ooxml.leaves import Step, walk
from treatykit.ooxml.names import qn

_CHARACTER: Final = qn("w:fldChar")
_KIND: Final = qn("w:fldCharType")
_CODES: Final = frozenset({qn("w:instrText"), qn("w:delInstrText")})


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


def open_fields(paragraph: etree._Element) -> list[tuple[int, int]]:
    """How many fields are open from which position on; the last entry is the end of the paragraph."""
    depths = [(0, 0)]
    depth = stop = 0
    for step in walk(paragraph):
        stop = step.start + step.length
        if step.step is Step.LEAF and step.element.tag == _CHARACTER:
            depth += {"begin": 1, "end": -1}.get(step.element.get(_KIND) or "", 0)
            depths.append((stop, depth))
    return [*depths, (stop, depth)]


def depth_at(depths: list[tuple[int, int]], position: int) -> int:
    """How many fields are open at a position; less than none behind the end of one from an earlier paragraph."""
    return depths[bisect_right(depths, position, key=itemgetter(0)) - 1][1]


def left_open(paragraph: etree._Element) -> tuple[str, int] | None:
    """The code of the first field that goes on in the next paragraph, and where its result begins."""
    begun: list[tuple[str, int]] = []
    for step in walk(paragraph):
        if step.step is not Step.LEAF:
            continue
        stop = step.start + step.length
        if step.element.tag in _CODES and begun:
            begun[-1] = (begun[-1][0] + (step.element.text or ""), stop)
        elif step.element.tag == _CHARACTER:
            match step.element.get(_KIND):
                case "begin":
                    begun.append(("", stop))
                case "separate" if begun:
                    begun[-1] = (begun[-1][0], stop)
                case "end" if begun:
                    begun.pop()
                case _:
                    pass
    return (" ".join(begun[0][0].split()), begun[0][1]) if begun else None
