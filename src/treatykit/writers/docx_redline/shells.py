"""What stands around words that came or went, as a link, a control, a short field, a direction, goes along with them.

A tracked change stands within a link and never around it (ECMA-376, Part 1, 17.13.5.14), so a struck link is an
element of its own with struck runs in it (docs/analysis/in-place-redline.md, Links, controls and short fields).
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import Final

from lxml import etree

from treatykit.ooxml.cutting import TRACKED
from treatykit.ooxml.edited_package import EditedPackage
from treatykit.ooxml.elements import text_element, w
from treatykit.ooxml.names import NAMESPACES, qn

_LINK: Final = qn("w:hyperlink")
_FIELD: Final = qn("w:fldSimple")
_CODE: Final = qn("w:instr")
_RELATION: Final = f"{{{NAMESPACES['r']}}}id"
_CONTROL: Final = qn("w:sdt")
_CONTENT: Final = qn("w:sdtContent")
_PROPERTIES: Final = qn("w:sdtPr")
_DIRECTED: Final = frozenset({qn("w:dir"), qn("w:bdo")})
_SHELLS: Final = frozenset({_LINK, _FIELD, _CONTROL, *_DIRECTED})
_NOT_COPIED: Final = tuple(qn(f"w:{name}") for name in ("id", "lock", "dataBinding"))
"""What belongs to one control alone, keeps it from being taken out, or fills it anew when the file is opened."""
_LEADING: Final = ("REF", "PAGEREF", "NOTEREF")  # they lead to a bookmark, which may have stayed behind

Meaning = tuple[object, ...]


def is_shell(element: etree._Element) -> bool:
    """Whether it is a link, a control, a short field, or a direction of its own."""
    return element.tag in _SHELLS


def holds_shells(paragraph: etree._Element) -> bool:
    """Whether one of them stands in a paragraph."""
    return next(paragraph.iter(*_SHELLS), None) is not None


def shells_around(element: etree._Element | None) -> list[etree._Element]:
    """The shells that are an element of a paragraph, or hold it, the innermost first."""
    found: list[etree._Element] = []
    while element is not None and element.tag != qn("w:p"):
        if is_shell(element):
            found.append(element)
        element = element.getparent()
    return found


def shell_around(element: etree._Element | None) -> etree._Element | None:
    """The innermost of them."""
    return next(iter(shells_around(element)), None)


def inside(shell: etree._Element) -> etree._Element:
    """The element that holds the content of a shell."""
    content = shell.find(_CONTENT) if shell.tag == _CONTROL else None
    return shell if content is None else content


def empty_copy(shell: etree._Element) -> etree._Element | None:
    """A shell without its content; None for a field that leads to a bookmark."""
    if shell.tag == _FIELD and (shell.get(_CODE) or "").split()[:1] in [[kind] for kind in _LEADING]:
        return None
    copied = etree.Element(shell.tag, dict(shell.attrib), nsmap=shell.nsmap)
    if shell.tag == _CONTROL:
        copied.extend(copy.deepcopy(child) for child in shell if child.tag != _CONTENT)
        for properties in copied.iterchildren(_PROPERTIES):
            properties[:] = [one for one in properties if one.tag not in _NOT_COPIED]
        etree.SubElement(copied, _CONTENT)
    return copied


def meaning(shell: etree._Element, package: EditedPackage, part: str) -> Meaning:
    """What two shells of a part have in common if they lead to the same place, or work out the same."""
    if shell.tag == _FIELD:
        return (_FIELD, *(shell.get(_CODE) or "").split())
    if shell.tag == _CONTROL:
        properties = shell.find(_PROPERTIES)
        named = [] if properties is None else [properties.find(qn(f"w:{name}")) for name in ("alias", "tag")]
        return (_CONTROL, *("" if one is None else one.get(qn("w:val")) for one in named))
    if shell.tag in _DIRECTED:
        return (shell.tag, shell.get(qn("w:val")))
    relation = package.relations(part).get(shell.get(_RELATION) or "")
    return (_LINK, relation, shell.get(qn("w:anchor")), shell.get(qn("w:docLocation")))


def runs_within(elements: Iterable[etree._Element]) -> list[etree._Element]:
    """The runs among elements, those in shells too."""
    found: list[etree._Element] = []
    for element in elements:
        found += runs_within(list(inside(element))) if is_shell(element) else [element]
    return found


def joined(elements: Iterable[etree._Element], package: EditedPackage, part: str) -> list[etree._Element]:
    """Elements with neighbouring shells that mean the same made one."""
    found: list[etree._Element] = []
    for element in elements:
        last = found[-1] if found else None
        if last is not None and _are_one(last, element, package, part):
            holder = inside(last)
            holder[:] = joined([*holder, *inside(element)], package, part)
        else:
            found.append(element)
    return found


def put_in_shell(
    element: etree._Element,
    before: etree._Element | None,
    after: etree._Element | None,
    package: EditedPackage,
    part: str,
) -> list[etree._Element] | None:
    """Put the content of a struck shell into the one that its neighbour stands in, if that means the same.

    Returns:
        What was put in. None for what has no such neighbour.
    """
    content = list(inside(element)) if is_shell(element) else []
    if not content:
        return None
    for shell in shells_around(after):
        if after is not None and _are_one(shell, element, package, part):
            placed: list[etree._Element] = []
            for child in content:
                within = put_in_shell(child, None, after, package, part)
                if within is None:
                    _child_of(inside(shell), after).addprevious(child)
                placed += [child] if within is None else within
            return placed
    for shell in shells_around(before):
        if before is not None and _are_one(shell, element, package, part):
            holder = inside(shell)
            place = holder.index(_child_of(holder, before)) + 1 if before is not shell else len(holder)
            holder[place:place] = content
            return content
    # Links and short fields do not nest: within another one the words alone are struck.
    return None


def steps_over(
    element: etree._Element,
    before: etree._Element | None,
    following: Sequence[etree._Element | None],
    package: EditedPackage,
    part: str,
) -> int:
    """Over how many pieces that came a struck one goes, to stand in the shell that it stood in and in no other.

    Args:
        element: The struck piece: a run, or a shell around runs.
        before: What it stands behind.
        following: What it stands in front of: pieces that came, then the first that stays; None at the end.
    """
    gaps = list(pairwise([shells_around(one) for one in (before, *following)]))
    same = (
        over
        for over, gap in enumerate(gaps)
        if is_shell(element) and any(_are_one(one, element, package, part) for side in gap for one in side)
    )
    outside = (over for over, (left, right) in enumerate(gaps) if left[:1] != right[:1] or not left)
    return next(chain(same, outside), 0)


def spelled_out(field: etree._Element) -> list[etree._Element]:
    """The content of a short field with the code around it, as a field is written the long way.

    Only so can a whole field come or go: its code stands in the tracked changes of its first and last words.
    """
    content = list(field)
    first, last = content[0], content[-1]
    code = text_element("delInstrText" if first.tag == qn("w:del") else "instrText", field.get(_CODE) or "")
    begins = [_character("begin"), w("r", code), _character("separate")]
    if first.tag in TRACKED:
        first[0:0] = begins
    else:
        content[0:0] = begins
    if last.tag in TRACKED:
        last.append(_character("end"))
    else:
        content.append(_character("end"))
    return content


def spell_out_fields(paragraph: etree._Element) -> None:
    """Write the short fields of a paragraph of which every word came, or every word went, the long way."""
    for field in list(paragraph.iter(_FIELD)):
        fates = {child.tag for child in field}
        if len(fates) == 1 and fates <= TRACKED:
            for child in spelled_out(field):
                field.addprevious(child)
            parent = field.getparent()
            if parent is not None:
                parent.remove(field)


def _character(kind: str) -> etree._Element:
    return w("r", w("fldChar", fldCharType=kind))


def _are_one(one: etree._Element, other: etree._Element, package: EditedPackage, part: str) -> bool:
    return is_shell(one) and is_shell(other) and meaning(one, package, part) == meaning(other, package, part)


def _child_of(parent: etree._Element, descendant: etree._Element) -> etree._Element:
    while (around := descendant.getparent()) is not None and around is not parent:
        descendant = around
    return descendant
