"""Say of a tracked change in somebody's file which decision it belongs to (docs/analysis/in-place-redline.md).

Word numbers every piece of a change by itself. The number of the change that a piece belongs to stands
beside it, in an attribute that every other program passes over (Markup Compatibility, ECMA-376 Part 3,
7.2) and drops when it saves the file.
"""

from __future__ import annotations

from itertools import chain, count
from typing import Final

from lxml import etree

from treatykit.model.revisions import Revision
from treatykit.ooxml.names import NAMESPACES, qn
from treatykit.ooxml.styles import number

_CHANGE: Final = qn("tk:change")
_MOVE: Final = qn("tk:move")
_IGNORABLE: Final = qn("mc:Ignorable")


def note_change(element: etree._Element, revision: Revision) -> None:
    """Write beside a tracked change which decision it belongs to; a bare renumbering belongs to none."""
    if revision.change > 0:
        element.set(_CHANGE, str(revision.change))
        if revision.kind.is_move:
            element.set(_MOVE, "true")


def noted_change(element: etree._Element) -> tuple[int, bool] | None:
    """The number of the decision and whether that is a move; None where nothing is noted."""
    change = number(element.get(_CHANGE))
    return (change, element.get(_MOVE) == "true") if change is not None and change > 0 else None


def with_notes_declared(root: etree._Element) -> etree._Element:
    """The root of a part, made anew if other programs have to be told that they may pass over what is noted in it."""
    if not any(_CHANGE in element.attrib for element in root.iter("*")):
        return root
    known = {uri: prefix for prefix, uri in root.nsmap.items() if prefix}
    ours = known.get(NAMESPACES["tk"]) or _free_prefix(root)
    ignorable = (root.get(_IGNORABLE) or "").split()
    if ours in ignorable and NAMESPACES["tk"] in known:
        return root
    named = {**root.nsmap, ours: NAMESPACES["tk"]}
    if NAMESPACES["mc"] not in known:
        named["mc" if "mc" not in named else _free_prefix(root, "mc")] = NAMESPACES["mc"]
    made = etree.Element(root.tag, dict(root.attrib), nsmap=named)
    made.set(_IGNORABLE, " ".join([*ignorable, ours]))
    made.text = root.text
    made.extend(list(root))
    return made


def _free_prefix(root: etree._Element, wanted: str = "tk") -> str:
    return next(prefix for prefix in chain([wanted], (f"{wanted}{at}" for at in count(2))) if prefix not in root.nsmap)
