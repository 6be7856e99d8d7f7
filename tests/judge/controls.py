"""Which content controls stand once the tracked changes of a part are decided (ECMA-376, Part 1, 17.13.5.4 to .7)."""

from __future__ import annotations

from lxml import etree
from tests.judge.package import W, local

_KINDS = {"accept": "customXmlDel", "reject": "customXmlIns"}


def going(root: etree._Element, decision: str) -> set[etree._Element]:
    """The controls of a part of which only the content stays.

    A control is two tags to Word: a range around its beginning and one around its end say that it came or went.
    """
    kind = _KINDS[decision]
    opened: set[str] = set()
    begun: set[etree._Element] = set()
    found: set[etree._Element] = set()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start" and element.tag == f"{W}{kind}RangeStart":
            opened.add(element.get(f"{W}id", ""))
        elif event == "start" and element.tag == f"{W}{kind}RangeEnd":
            opened.discard(element.get(f"{W}id", ""))
        elif opened and element.tag == f"{W}sdt":
            if event == "start":
                begun.add(element)
            elif element in begun:
                found.add(element)
    return found


def is_marker(element: etree._Element) -> bool:
    """Whether it is the edge of a range or the like, and says nothing where it stands."""
    return local(element).startswith(("bookmark", "perm", "proof")) or "Range" in local(element)
