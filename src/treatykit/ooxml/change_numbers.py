"""Say of a tracked change in somebody's file which decision it belongs to (docs/analysis/in-place-redline.md).

Word numbers every piece of a change by itself. The number of the change that a piece belongs to stands
beside it, in an attribute that every other program passes over (Markup Compatibility, ECMA-376 Part 3,
7.2) and drops when it saves the file.
"""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import chain, count
from typing import Final

from lxml import etree

from treatykit.model.revisions import Revision
from treatykit.ooxml.names import NAMESPACES, qn
from treatykit.ooxml.styles import number

_CHANGE: Final = qn("tk:change")
_MOVE: Final = qn("tk:move")
_IGNORABLE: Final = qn("mc:Ignorable")
_ROOT: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?(?>\s+|<\?.*?\?>|<!--.*?-->)*+"
    rb"""(?P<tag><[^\s/>!?]++(?>\s+[^\s=>]+\s*=\s*(?>"[^"]*"|'[^']*'))*+)""",
    re.DOTALL,
)
_OFTEN_NOTED: Final = (qn("w:ins"), qn("w:del"))
_ANY_NOTED: Final = etree.XPath("boolean(//@tk:change)", namespaces={"tk": NAMESPACES["tk"]})
_DECLARED: Final = re.compile(rb"""\sxmlns:([^\s=]+)\s*=\s*(["'])(.*?)\2""")


def note_change(element: etree._Element, revision: Revision) -> None:
    """Write beside a tracked change which decision it belongs to; a bare renumbering belongs to none."""
    for name in (_CHANGE, _MOVE):
        element.attrib.pop(name, None)
    if revision.change > 0:
        element.set(_CHANGE, str(revision.change))
        if revision.kind.is_move:
            element.set(_MOVE, "true")


def printed_note(revision: Revision) -> str:
    """The same as `note_change` writes, printed."""
    if revision.change <= 0:
        return ""
    move = ' tk:move="true"' if revision.kind.is_move else ""
    return f' tk:change="{revision.change}"{move}'


def noted_change(element: etree._Element) -> tuple[int, bool] | None:
    """The number of the decision and whether that is a move; None where nothing is noted."""
    change = number(element.get(_CHANGE))
    return (change, element.get(_MOVE) == "true") if change is not None and change > 0 else None


def is_noted(root: etree._Element) -> bool:
    """Whether a part notes decisions, so that no other program has saved it since."""
    return any(one.get(_CHANGE) is not None for one in root.iter(*_OFTEN_NOTED)) or bool(_ANY_NOTED(root))


def with_room_for_notes(data: bytes) -> bytes:
    """A part with the namespace of notes declared on its root, before it is parsed.

    To declare it later means to move all content under a new root, for which lxml takes time that grows with the
    square of the content.
    """
    head = _ROOT.match(data)
    return data if head is None else data[: head.end("tag")] + _missing_names(head["tag"]) + data[head.end("tag") :]


def told_of_notes(root: etree._Element) -> bool:
    """Whether something is noted in a part; if so, its root says that other programs may pass over it."""
    if not is_noted(root):
        return False
    prefix = next((prefix for prefix, uri in root.nsmap.items() if uri == NAMESPACES["tk"]), None)
    ignorable = (root.get(_IGNORABLE) or "").split()
    if prefix is not None and prefix not in ignorable:
        root.set(_IGNORABLE, " ".join([*ignorable, prefix]))
    return True


def without_room_for_notes(printed: bytes, data: bytes) -> bytes:
    """A printed part without what `with_room_for_notes` added to its data."""
    head = _ROOT.match(data)
    return printed if head is None else printed.replace(_missing_names(head["tag"]), b"", 1)


def _missing_names(tag: bytes) -> bytes:
    """The declarations that the start tag of a root lacks."""
    known = {uri: prefix for prefix, _, uri in _DECLARED.findall(tag)}
    taken = set(known.values())
    return b"".join(
        b' xmlns:%s="%s"' % (_free_prefix(taken, name), NAMESPACES[name].encode())
        for name in ("tk", "mc")
        if NAMESPACES[name].encode() not in known
    )


def _free_prefix(taken: Set[bytes], wanted: str) -> bytes:
    names = chain([wanted], (f"{wanted}{at}" for at in count(2)))
    return next(name for name in map(str.encode, names) if name not in taken)
