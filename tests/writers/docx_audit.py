"""Judge a Word file by an independent validator and by rules of our own that it does not know."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from pathlib import Path

from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]
from tests.writers.docx_specimens import WordFile

from treatykit.ooxml.names import NAMESPACES, SCHEMA_ORDER, qn, short

_ALLOWED = (
    # A theme is permitted, not required (ECMA-376, Part 1, 11.3.10); without one, no template can restyle a treaty.
    r"relationships/theme' is missing",
    # The value 0 takes a number away and points to no list (ECMA-376, Part 1, 17.9.18).
    r"Numbering definition '0' referenced but not found",
)
_EXACT = {parent for parent in SCHEMA_ORDER if parent not in ("w:p", "w:r", "w:tbl", "w:tr", "w:tc")}


def complaints(file: WordFile) -> list[str]:
    """What is wrong with a file; nothing for a good one."""
    return [*_validator(file.data), *_order(file), *_ids(file), *_struck_words(file), *_moves(file), *_links(file)]


def _validator(data: bytes) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "file.docx")
        path.write_bytes(data)
        found = OpenXmlValidator().validate(path).errors
    said = (f"{error.part_uri}: {error.description}" for error in found)
    return [complaint for complaint in said if not any(re.search(allowed, complaint) for allowed in _ALLOWED)]


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


def _ids(file: WordFile) -> list[str]:
    annotations: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for _, root in file.word_parts():
        for element in root.iter("*"):
            unsigned = element.tag in (qn("w:bookmarkStart"), qn("w:tblGridChange"))
            is_annotation = element.get(qn("w:author")) is not None or unsigned
            if is_annotation:
                annotations[element.get(qn("w:id"), "none")] += 1
            if element.tag == qn("w:bookmarkStart"):
                names[element.get(qn("w:name"), "").lower()] += 1
    return [
        *(f"id {number} given {count} times" for number, count in annotations.items() if count > 1),
        *(f"bookmark {name} given {count} times" for name, count in names.items() if count > 1),
        *(f"bookmark {name} too long" for name in names if len(name) > 40),
    ]


def _struck_words(file: WordFile) -> list[str]:
    found = []
    for name, root in file.word_parts():
        for tag in ("t", "instrText", "delText", "delInstrText"):
            for element in root.iter(qn(f"w:{tag}")):
                struck = any(ancestor.tag == qn("w:del") for ancestor in element.iterancestors())
                if struck is not tag.startswith("del"):
                    found.append(f"{name}: {tag} '{element.text}' {'in' if struck else 'outside'} a deletion")
    return found


def _moves(file: WordFile) -> list[str]:
    found = []
    names: dict[str, Counter[str]] = {"moveFrom": Counter(), "moveTo": Counter()}
    for part, root in file.word_parts():
        for tag, counter in names.items():
            running: list[str] = []
            for element in root.iter("*"):
                if element.tag == qn(f"w:{tag}RangeStart"):
                    counter[element.get(qn("w:name"), "")] += 1
                    running.append(element.get(qn("w:id"), ""))
                elif element.tag == qn(f"w:{tag}RangeEnd"):
                    if element.get(qn("w:id")) not in running:
                        found.append(f"{part}: a {tag} ends that did not begin")
                    running = [number for number in running if number != element.get(qn("w:id"))]
                elif element.tag == qn(f"w:{tag}") and not running and element.getparent() is not None:
                    in_mark = any(ancestor.tag == qn("w:pPr") for ancestor in element.iterancestors())
                    if not in_mark:
                        found.append(f"{part}: {tag} outside a range")
            if running:
                found.append(f"{part}: a {tag} does not end")
    if names["moveFrom"] != names["moveTo"] or any(count > 1 for count in names["moveFrom"].values()):
        found.append(f"moves do not pair: {names}")
    return found


def _links(file: WordFile) -> list[str]:
    styles = set(file.style_names())
    lists = set(file.values("//w:num/@w:numId", "numbering")) if "word/numbering.xml" in file.parts else set()
    bookmarks = {name for _, root in file.word_parts() for name in _strings(root, "//w:bookmarkStart/@w:name")}
    found = []
    for part, root in file.word_parts():
        for path, known in (
            ("//w:pStyle/@w:val|//w:rStyle/@w:val|//w:tblStyle/@w:val|//w:basedOn/@w:val|//w:next/@w:val", styles),
            ("//w:numId/@w:val", lists | {"0"}),
            ("//w:hyperlink/@w:anchor", bookmarks),
        ):
            found += [f"{part}: nothing is called {name}" for name in _strings(root, path) if name not in known]
        for instruction in root.iter(qn("w:instrText"), qn("w:delInstrText")):
            words = (instruction.text or "").split()
            if words[:1] == ["REF"] and words[1] not in bookmarks:
                found.append(f"{part}: a field refers to {words[1]}")
    return found


def _strings(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path, namespaces=NAMESPACES)
    return [str(value) for value in found] if isinstance(found, list) else []
