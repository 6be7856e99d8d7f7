"""What bookmarks and comments stand around once the tracked changes of a Word file are decided."""

from __future__ import annotations

from lxml import etree
from tests.judge.content import CHARACTERS, GONE
from tests.judge.package import DOCUMENT, MC, Package, W, local, parts

_STARTS = {"bookmarkStart": "bookmarkEnd", "commentRangeStart": "commentRangeEnd"}


def ranges(file: bytes, decision: str = "accept") -> dict[str, str]:
    """The words within each bookmark, by its name, and within each comment, by its id."""
    found: dict[str, str] = {}
    begun: dict[tuple[str, str], str] = {}
    for element in Package(parts(file)).root(DOCUMENT).iter("*"):
        name, number = local(element), element.get(f"{W}id", "")
        if name in _STARTS:
            key = element.get(f"{W}name") or f"comment {number}"
            begun[_STARTS[name], number] = key
            found[key] = ""
        elif name in _STARTS.values():
            begun.pop((name, number), None)
        elif name == "commentReference":
            found[f"sign {number}"] = "here"
        elif begun and _stands(element, decision):
            words = (element.text or "") if name in ("t", "delText") else CHARACTERS.get(name, "")
            found |= {key: found[key] + words for key in begun.values()}
    return {**found, **{f"{key} does not end": "" for key in begun.values()}}


def _stands(element: etree._Element, decision: str) -> bool:
    around = [local(one) for one in element.iterancestors("*")]
    return not {*GONE[decision]} & {*around} and next(element.iterancestors(f"{MC}Fallback"), None) is None
