"""Bring lists from one package into another: the same if their definition is, else added under fresh numbers."""

from __future__ import annotations

import copy
import posixpath
from dataclasses import field
from typing import Final

from lxml import etree

from treatykit.ooxml.canonical import canonical
from treatykit.ooxml.edited_package import EditedPackage
from treatykit.ooxml.elements import w
from treatykit.ooxml.names import NAMESPACES, RELATIONSHIPS, qn
from treatykit.ooxml.styles import number, value
from treatykit.ooxml.xml import print_xml
from treatykit.records import dataclass

_VAL: Final = qn("w:val")


@dataclass(slots=True)
class ListBorrower:
    """Finds or adds lists of a source package in a target package."""

    source: EditedPackage
    target: EditedPackage
    _known: dict[int, int | None] = field(default_factory=dict)
    _abstracts: dict[str, int] = field(default_factory=dict)

    def find(self, num_id: int) -> int | None:
        """The number, in the target, of a list of the source; added there if need be. 0 is no list anywhere."""
        if num_id == 0:
            return 0
        if num_id not in self._known:
            self._known[num_id] = self._find_or_add_list(num_id)
        return self._known[num_id]

    def same(self, num_id: int) -> int | None:
        """The number, in the target, of a list that is defined as a list of the source is; None if there is none."""
        source_part, target_part = self.source.related("numbering"), self.target.related("numbering")
        if source_part is None or target_part is None:
            return None
        theirs, ours = _numbering(self.source.root(source_part)), _numbering(self.target.root(target_part))
        if num_id not in theirs.nums:
            return None
        meaning = theirs.meaning(num_id)
        if num_id in ours.nums and ours.meaning(num_id) == meaning:
            return num_id
        return next((other for other in ours.nums if ours.meaning(other) == meaning), None)

    def begin_anew(self, num_id: int, level: int, start: int) -> int:
        """Add a list to the target that counts with another one of it, and begins a level with a number (17.9.26)."""
        root = self.target.touch(self.target.related("numbering") or self._new_numbering())
        ours = _numbering(root)
        fresh = max(ours.nums, default=0) + 1
        num = w(
            "num",
            w("abstractNumId", val=value(ours.nums[num_id], "w:abstractNumId") or "0"),
            w("lvlOverride", w("startOverride", val=start), ilvl=level),
            numId=fresh,
        )
        root.findall(qn("w:num"))[-1].addnext(num)
        return fresh

    def _find_or_add_list(self, num_id: int) -> int | None:
        source_part = self.source.related("numbering")
        if source_part is None:
            return None
        theirs = _numbering(self.source.root(source_part))
        if num_id not in theirs.nums:
            return None
        same = self.same(num_id)
        return self._add_list(theirs, num_id) if same is None else same

    def _new_numbering(self) -> str:
        root = etree.Element(qn("w:numbering"), nsmap={"w": NAMESPACES["w"]})
        folder = posixpath.dirname(self.target.main)
        name = self.target.add_part(posixpath.join(folder, "numbering.xml"), print_xml(root), "numbering")
        self.target.relate(self.target.main, RELATIONSHIPS["numbering"], name)
        return name

    def _add_list(self, theirs: _Numbering, num_id: int) -> int | None:
        root = self.target.touch(self.target.related("numbering") or self._new_numbering())
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
                _remove(node)
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
        _remove(node)
    for level in clone.iter(qn("w:lvl")):
        level.attrib.pop(qn("w:tplc"), None)
    return canonical(clone)


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)
