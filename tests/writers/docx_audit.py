"""Judge a Word file by an independent validator and by rules of our own that it does not know."""

from __future__ import annotations

from lxml import etree
from tests.judge import validator
from tests.judge.sound import flaws
from tests.writers.docx_specimens import WordFile

from treatykit.ooxml.names import NAMESPACES, SCHEMA_ORDER, qn, short

_EXACT = {parent for parent in SCHEMA_ORDER if parent not in ("w:p", "w:r", "w:tbl", "w:tr", "w:tc")}


def complaints(file: WordFile) -> list[str]:
    """What is wrong with a file; nothing for a good one."""
    packed = file.packed()
    return [*validator.complaints(packed), *flaws(packed), *_order(file), *_links(file)]


def _order(file: WordFile) -> list[str]:
    found = []
    for name, root in file.word_parts():
        for parent in root.iter("*"):
            order = [qn(child) for child in SCHEMA_ORDER.get(short(str(parent.tag)), ())]
            places = [order.index(str(child.tag)) if child.tag in order else len(order) for child in parent]
            strange = (
                [child.tag for child in parent if child.tag not in order] if short(str(parent.tag)) in _EXACT else []
            )
            if order and (places != sorted(places) or strange):
                found.append(f"{name}: {short(str(parent.tag))} holds {[short(str(child.tag)) for child in parent]}")
    return found


def _links(file: WordFile) -> list[str]:
    bookmarks = {name for _, root in file.word_parts() for name in _strings(root, "//w:bookmarkStart/@w:name")}
    found = []
    for part, root in file.word_parts():
        anchors = _strings(root, "//w:hyperlink/@w:anchor")
        found += [f"{part}: a link leads to {anchor}" for anchor in anchors if anchor not in bookmarks]
        for instruction in root.iter(qn("w:instrText"), qn("w:delInstrText")):
            words = (instruction.text or "").split()
            if words[:1] == ["REF"] and words[1] not in bookmarks:
                found.append(f"{part}: a field refers to {words[1]}")
    return found


def _strings(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path, namespaces=NAMESPACES)
    return [str(value) for value in found] if isinstance(found, list) else []
