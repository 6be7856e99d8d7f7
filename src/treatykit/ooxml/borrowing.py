"""Bring XML from one package into another with all that it needs: styles, lists, pictures, addresses.

Nothing of the target is changed; what is missing is added under fresh ids. A style is the
same if its name is, as for a person in Word; a list if its definition is.
"""

from __future__ import annotations

import copy
from dataclasses import field
from typing import Final

from lxml import etree

from treatykit.ooxml.borrowed_lists import ListBorrower
from treatykit.ooxml.canonical import digest
from treatykit.ooxml.edited_package import EditedPackage
from treatykit.ooxml.names import CONTENT_TYPES, NAMESPACES, qn
from treatykit.ooxml.relations import content_type, relations_part
from treatykit.ooxml.styles import Styles, number, read_styles
from treatykit.ooxml.tracking import reorder
from treatykit.ooxml.xml import print_xml
from treatykit.records import dataclass

_VAL: Final = qn("w:val")
_RELATIONSHIP: Final = f"{{{NAMESPACES['r']}}}"
_STYLE_KINDS: Final = {
    qn("w:pStyle"): "paragraph",
    qn("w:rStyle"): "character",
    qn("w:tblStyle"): "table",
}
# What only makes sense where it was: ranges that would have lost an end, comments, positions on a page.
_LEFT_BEHIND: Final = frozenset(
    qn(f"w:{name}")
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef",
        "permStart", "permEnd", "proofErr", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
        "moveToRangeEnd", "lastRenderedPageBreak", "rPrChange", "pPrChange", "sectPr", "tblPrChange", "trPrChange",
        "tcPrChange", "tblGridChange", "cellIns", "cellDel", "cellMerge",
    )
)  # fmt: skip
_DEEPEST: Final = 8
_NEVER_BORROWED: Final = (f"{{{NAMESPACES['w']}}}rsid", qn("w14:paraId"), qn("w14:textId"))


@dataclass(slots=True)
class Borrower:
    """Brings XML from a source package, which is only read, into a target package."""

    source: EditedPackage
    target: EditedPackage
    _styles: dict[tuple[str, str], str | None] = field(default_factory=dict)
    _lists: ListBorrower = field(init=False)
    _copies: dict[str, str] = field(default_factory=dict)
    _known: dict[str, Styles] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._lists = ListBorrower(self.source, self.target)

    def borrow(self, element: etree._Element, from_part: str, to_part: str) -> etree._Element:
        """A copy of an element of the source, fit to stand in a part of the target."""
        clone = copy.deepcopy(element)
        clone.tail = None
        for node in list(clone.iter("*")):
            if node is not clone and node.tag in _LEFT_BEHIND:
                parent = node.getparent()
                if parent is not None:
                    parent.remove(node)
        for node in list(clone.iter("*")):
            self._settle(node, from_part, to_part)
        # Other programs are careless about the order; what is added here need not be.
        for properties in clone.iter(qn("w:rPr"), qn("w:pPr")):
            reorder(properties)
        return clone

    def style(self, style_id: str, kind: str) -> str | None:
        """The id, in the target, of a style of the source; added there if need be. None if there is no such style."""
        if (style_id, kind) not in self._styles:
            self._styles[style_id, kind] = None  # a ring of styles ends here
            self._styles[style_id, kind] = self._style(style_id, kind)
        return self._styles[style_id, kind]

    def same_list(self, num_id: int) -> int | None:
        """The number, in the target, of a list that is defined as a list of the source is; nothing is added."""
        return self._lists.same(num_id)

    def list(self, num_id: int) -> int | None:
        """The number, in the target, of a list of the source; added there if need be."""
        return self._lists.find(num_id)

    def list_from(self, num_id: int, level: int, start: int) -> int:
        """The number of a new list of the target that is another one of the target, a level begun anew."""
        return self._lists.begin_anew(num_id, level, start)

    # --- one element

    def _settle(self, node: etree._Element, from_part: str, to_part: str) -> None:
        for name in list(map(str, node.attrib)):
            if name.startswith(_NEVER_BORROWED):
                del node.attrib[name]
            elif name.startswith(_RELATIONSHIP) and name != f"{_RELATIONSHIP}link":
                fresh = self._relation(str(node.get(name)), from_part, to_part)
                if fresh is None:
                    del node.attrib[name]
                else:
                    node.set(name, fresh)
        if node.tag in _STYLE_KINDS:
            self._replace(node, self.style(node.get(_VAL) or "", _STYLE_KINDS[str(node.tag)]))
        elif node.tag == qn("w:numId"):
            num_id = number(node.get(_VAL))
            found = None if num_id is None else self._lists.find(num_id)
            self._replace(node, None if found is None else str(found))

    @staticmethod
    def _replace(node: etree._Element, found: str | None) -> None:
        parent = node.getparent()
        if found is not None:
            node.set(_VAL, found)
        elif parent is not None:
            parent.remove(node)

    # --- styles

    def _style(self, style_id: str, kind: str) -> str | None:
        source_part, target_part = self.source.related("styles"), self.target.related("styles")
        if source_part is None or target_part is None:
            return None
        theirs = self._read("source", source_part)
        style = theirs.by_id.get(style_id)
        if style is None or style.kind != kind:
            return None
        ours = self._read("target", target_part)
        if found := ours.id_of(style.name, kind):
            return found
        element = next(
            one
            for one in self.source.root(source_part).iterchildren(qn("w:style"))
            if one.get(qn("w:styleId")) == style_id
        )
        return self._add_style(element, kind, ours, target_part)

    def _add_style(self, element: etree._Element, kind: str, ours: Styles, target_part: str) -> str:
        clone = copy.deepcopy(element)
        for name in ("w:link", "w:next", "w:rsid"):
            for node in clone.findall(qn(name)):
                clone.remove(node)
        taken = set(ours.by_id) | {found for found in self._styles.values() if found}
        old_id = element.get(qn("w:styleId")) or "Style"
        fresh = next(name for name in (old_id, *(f"{old_id}{i}" for i in range(2, 10_000))) if name not in taken)
        clone.set(qn("w:styleId"), fresh)
        clone.attrib.pop(qn("w:default"), None)
        self._styles[old_id, kind] = fresh
        parent = clone.find(qn("w:basedOn"))
        if parent is not None:
            self._replace(parent, self.style(parent.get(_VAL) or "", kind))
        for node in clone.iter(qn("w:numId")):
            found = self._lists.find(number(node.get(_VAL)) or 0)
            node.set(_VAL, str(found or 0))
        self.target.touch(target_part).append(clone)
        return fresh

    def _read(self, side: str, part: str) -> Styles:
        if side not in self._known:
            self._known[side] = read_styles((self.source if side == "source" else self.target).root(part))
        return self._known[side]

    # --- what relationships lead to

    def _relation(self, relation_id: str, from_part: str, to_part: str) -> str | None:
        relation = self.source.relations(from_part).get(relation_id)
        if relation is None:
            return None
        if relation.external:
            return self.target.relate(to_part, relation.type, relation.target, external=True)
        if relation.target not in self.source.parts:
            return None
        data = self.source.data(relation.target)
        for known_id, known in self.target.relations(to_part).items():
            same = known.type == relation.type and not known.external and known.target in self.target.parts
            if same and digest(self.target.data(known.target)) == digest(data):
                return known_id
        return self.target.relate(to_part, relation.type, self._copied(relation.target, 0))

    def _copied(self, part: str, depth: int) -> str:
        if part not in self._copies:
            kind = content_type(self.source.parts, part) or CONTENT_TYPES["xml"]
            name = self.target.add_part(part, self.source.data(part), kind)
            self._copies[part] = name
            self._copy_relations(part, name, depth)
        return self._copies[part]

    def _copy_relations(self, part: str, name: str, depth: int) -> None:
        relations = self.source.relations(part)
        if not relations or depth >= _DEEPEST:
            return
        root = etree.Element(qn("rel:Relationships"), nsmap={None: NAMESPACES["rel"]})
        for relation_id, relation in relations.items():
            if not relation.external and relation.target not in self.source.parts:
                continue
            target = relation.target if relation.external else f"/{self._copied(relation.target, depth + 1)}"
            element = etree.SubElement(root, qn("rel:Relationship"), Id=relation_id, Type=relation.type, Target=target)
            if relation.external:
                element.set("TargetMode", "External")
        self.target.add_plain(relations_part(name), print_xml(root))
