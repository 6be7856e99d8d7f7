"""Bring XML from one package into another with all that it needs: styles, lists, pictures, addresses.

Nothing of the target is changed; what is missing is added under fresh ids. A style is the
same if its name is, as for a person in Word; a list if its definition is.
"""

from __future__ import annotations

import copy
import posixpath
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from treatykit.ooxml.canonical import canonical, digest
from treatykit.ooxml.edited_package import EditedPackage
from treatykit.ooxml.names import CONTENT_TYPES, NAMESPACES, RELATIONSHIPS, qn
from treatykit.ooxml.relations import content_type, relations_part
from treatykit.ooxml.styles import Styles, number, read_styles, value
from treatykit.ooxml.tracking import reorder
from treatykit.ooxml.xml import print_xml

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


@dataclass(slots=True)
class Borrower:
    """Brings XML from a source package, which is only read, into a target package."""

    source: EditedPackage
    target: EditedPackage
    _styles: dict[tuple[str, str], str | None] = field(default_factory=dict)
    _lists: dict[int, int | None] = field(default_factory=dict)
    _abstracts: dict[str, int] = field(default_factory=dict)
    _copies: dict[str, str] = field(default_factory=dict)
    _known: dict[str, Styles] = field(default_factory=dict)

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

    # --- one element

    def _settle(self, node: etree._Element, from_part: str, to_part: str) -> None:
        for name in list(map(str, node.attrib)):
            if name.startswith((f"{{{NAMESPACES['w']}}}rsid", f"{{{NAMESPACES['w14']}}}")):
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
            found = None if num_id is None else self._list(num_id)
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
            found = self._list(number(node.get(_VAL)) or 0)
            node.set(_VAL, str(found or 0))
        self.target.touch(target_part).append(clone)
        return fresh

    def _read(self, side: str, part: str) -> Styles:
        if side not in self._known:
            self._known[side] = read_styles((self.source if side == "source" else self.target).root(part))
        return self._known[side]

    # --- lists

    def _list(self, num_id: int) -> int | None:
        if num_id == 0:
            return 0
        if num_id not in self._lists:
            self._lists[num_id] = self._find_or_add_list(num_id)
        return self._lists[num_id]

    def _find_or_add_list(self, num_id: int) -> int | None:
        source_part = self.source.related("numbering")
        if source_part is None:
            return None
        theirs = _numbering(self.source.root(source_part))
        if num_id not in theirs.nums:
            return None
        meaning = theirs.meaning(num_id)
        target_part = self.target.related("numbering")
        if target_part is not None:
            ours = _numbering(self.target.root(target_part))
            if num_id in ours.nums and ours.meaning(num_id) == meaning:
                return num_id
            same = next((other for other in ours.nums if ours.meaning(other) == meaning), None)
            if same is not None:
                return same
        return self._add_list(theirs, num_id, target_part or self._new_numbering())

    def _new_numbering(self) -> str:
        root = etree.Element(qn("w:numbering"), nsmap={"w": NAMESPACES["w"]})
        folder = posixpath.dirname(self.target.main)
        name = self.target.add_part(posixpath.join(folder, "numbering.xml"), print_xml(root), "numbering")
        self.target.relate(self.target.main, RELATIONSHIPS["numbering"], name)
        return name

    def _add_list(self, theirs: _Numbering, num_id: int, target_part: str) -> int | None:
        root = self.target.touch(target_part)
        ours = _numbering(root)
        abstract = theirs.abstract_of(num_id)
        if abstract is None:
            return None
        fresh_num = max(ours.nums, default=0) + 1
        meaning = _meaning(abstract)
        fresh_abstract = self._abstracts.get(meaning)
        if fresh_abstract is None:
            fresh_abstract = max(ours.abstracts, default=-1) + 1
            self._abstracts[meaning] = fresh_abstract
            clone = copy.deepcopy(abstract)
            clone.set(qn("w:abstractNumId"), str(fresh_abstract))
            # Lists of one nsid are one list to Word when text is pasted; styles of the target keep their own list.
            for node in list(clone.iter(qn("w:nsid"), qn("w:tmpl"), qn("w:pStyle"), qn("w:styleLink"))):
                self._replace(node, None)
            first = root.find(qn("w:num"))
            if first is None:
                root.append(clone)
            else:
                first.addprevious(clone)
        num = copy.deepcopy(theirs.nums[num_id])
        num.set(qn("w:numId"), str(fresh_num))
        reference = num.find(qn("w:abstractNumId"))
        if reference is not None:
            reference.set(_VAL, str(fresh_abstract))
        last = root.findall(qn("w:num"))
        if last:
            last[-1].addnext(num)
        else:
            root.append(num)
        return fresh_num

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


@dataclass(frozen=True, slots=True)
class _Numbering:
    nums: dict[int, etree._Element]
    abstracts: dict[int, etree._Element]

    def abstract_of(self, num_id: int) -> etree._Element | None:
        return self.abstracts.get(number(value(self.nums[num_id], "w:abstractNumId")) or 0)

    def meaning(self, num_id: int) -> tuple[str, str]:
        abstract = self.abstract_of(num_id)
        overrides = "".join(canonical(one) for one in self.nums[num_id].iterchildren(qn("w:lvlOverride")))
        return ("" if abstract is None else _meaning(abstract), overrides)


def _numbering(root: etree._Element) -> _Numbering:
    def by_id(name: str, attribute: str) -> dict[int, etree._Element]:
        found = ((number(one.get(qn(attribute))), one) for one in root.iterchildren(qn(name)))
        return {key: one for key, one in found if key is not None}

    return _Numbering(by_id("w:num", "w:numId"), by_id("w:abstractNum", "w:abstractNumId"))


def _meaning(abstract: etree._Element) -> str:
    """What a list definition says, apart from how it is called."""
    clone = copy.deepcopy(abstract)
    clone.attrib.clear()
    for node in list(clone.iter(qn("w:nsid"), qn("w:tmpl"))):
        clone.remove(node)
    for level in clone.iter(qn("w:lvl")):
        level.attrib.pop(qn("w:tplc"), None)
    return canonical(clone)
