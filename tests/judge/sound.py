"""What is wrong with a Word file as a package, and with the tracked changes in it (ECMA-376, Part 1, 17.13; Part 2)."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator

from lxml import etree
from tests.judge.marks import RECORDS, TRACKED
from tests.judge.package import MC, Package, R, W, local, parts

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_LONGEST = 40
_MOVES = ("moveFrom", "moveTo")
_RANGES = (*_MOVES, "customXmlIns", "customXmlDel")
_ANNOTATIONS = frozenset((*TRACKED, *RECORDS, "bookmarkStart", "permStart", *(f"{name}RangeStart" for name in _RANGES)))
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


def flaws(file: bytes) -> list[str]:
    """What is wrong; nothing for a good file. What is said twice is wrong twice."""
    package = Package(parts(file))
    names = [part for part in sorted(package.parts) if part.startswith("word/") and part.endswith(".xml")]
    stories = [(part, package.root(part)) for part in names]
    return [
        *_relations(package),
        *_content_types(package),
        *(flaw for part, root in stories for flaw in _ids_of_relations(package, part, root)),
        *_ids(stories),
        *(flaw for part, root in stories for flaw in _ranges_of_controls(part, root)),
        *(flaw for part, root in stories for flaw in _struck_words(part, root)),
        *(flaw for part, root in stories for flaw in _unsigned(part, root)),
        *_moves(stories),
        *_names(package, stories),
    ]


def _relations(package: Package) -> Iterator[str]:
    reached, waiting = set[str](), [""]
    while waiting:
        source = waiting.pop()
        for relation, target in package.internal(source):
            if target not in package.parts:
                yield f"{source or 'the package'}: {relation} leads to {target}, which is not there"
            elif target not in reached:
                reached.add(target)
                waiting.append(target)
    for part in sorted(set(package.parts) - reached):
        if part != "[Content_Types].xml" and not part.endswith(".rels"):
            yield f"{part}: nothing leads to it"
    for part in package.parts:
        if part.endswith(".rels"):
            folder, name = posixpath.split(part)
            owner = posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))
            if owner and owner not in package.parts:
                yield f"{part}: there is no {owner}"


def _content_types(package: Package) -> Iterator[str]:
    root = package.root("[Content_Types].xml")
    suffixes = {one.get("Extension", "").lower() for one in root.iter(f"{_TYPES}Default")}
    named = Counter(one.get("PartName", "").lstrip("/") for one in root.iter(f"{_TYPES}Override"))
    for part in package.parts:
        if part not in named and part.rpartition(".")[2].lower() not in suffixes and part != "[Content_Types].xml":
            yield f"{part}: no content type"
    for part, count in named.items():
        if part not in package.parts:
            yield f"{part}: a content type for a part that is not there"
        if count > 1:
            yield f"{part}: {count} content types"


def _ids_of_relations(package: Package, part: str, root: etree._Element) -> Iterator[str]:
    for element in root.iter("*"):
        for key, value in element.attrib.items():
            if str(key).startswith(R) and package.related(part, str(value)) is None:
                yield f"{part}: {local(element)} leads to the relationship {value}, which is not there"


def _ids(stories: list[tuple[str, etree._Element]]) -> Iterator[str]:
    ids, names = Counter[str](), Counter[str]()
    for _, root in stories:
        for element in root.iter("*"):
            if local(element) in _ANNOTATIONS:
                ids[element.get(f"{W}id", "none")] += 1
            if local(element) == "bookmarkStart":
                names[element.get(f"{W}name", "").lower()] += 1
    yield from (f"the id {number} given {count} times" for number, count in ids.items() if count > 1)
    yield from (f"the bookmark {name} given {count} times" for name, count in names.items() if count > 1)
    yield from (f"the bookmark {name} is too long" for name in names if len(name) > _LONGEST)


def _ranges_of_controls(part: str, root: etree._Element) -> Iterator[str]:
    for name in ("customXmlIns", "customXmlDel"):
        starts, ends = ([one.get(f"{W}id") for one in root.iter(f"{W}{name}Range{edge}")] for edge in ("Start", "End"))
        if starts != ends:
            yield f"{part}: the ranges {name} do not pair"


def _struck_words(part: str, root: etree._Element) -> Iterator[str]:
    for name in ("t", "instrText", "delText", "delInstrText"):
        for element in root.iter(f"{W}{name}"):
            around = _around_in_paragraph(element)
            if ("del" in around) is not name.startswith("del"):
                yield f"{part}: {name} '{element.text}' {'in' if 'del' in around else 'outside'} a deletion"


def _around_in_paragraph(element: etree._Element) -> list[str]:
    """What stands around a leaf up to its paragraph: a box within a deleted run has words of its own."""
    around = []
    for one in element.iterancestors("*"):
        if local(one) == "p":
            break
        around.append(local(one))
    return around


def _unsigned(part: str, root: etree._Element) -> Iterator[str]:
    for element in root.iter(*(f"{W}{name}" for name in (*TRACKED, *RECORDS))):
        around = element.getparent()
        if local(element) != "tblGridChange" and element.get(f"{W}author") is None:
            yield f"{part}: {local(element)} without an author"
        if around is not None and local(element) in TRACKED and local(around) == local(element):
            yield f"{part}: {local(element)} within {local(around)}"


def _moves(stories: list[tuple[str, etree._Element]]) -> Iterator[str]:
    names = {move: Counter[str]() for move in _MOVES}
    for part, root in stories:
        for move, named in names.items():
            open_ranges: dict[str, etree._Element | None] = {}
            for element in root.iter("*"):
                identity = element.get(f"{W}id", "")
                if local(element) == f"{move}RangeStart":
                    named[element.get(f"{W}name", "")] += 1
                    open_ranges[identity] = _wall(element)
                elif local(element) == f"{move}RangeEnd":
                    if identity not in open_ranges:
                        yield f"{part}: a {move} ends that did not begin"
                    elif open_ranges.pop(identity) is not _wall(element):
                        yield f"{part}: a {move} crosses the border of a cell, note or box"
                elif local(element) == move and not open_ranges and not _is_mark(element):
                    yield f"{part}: {move} outside a range"
            yield from (f"{part}: the {move} {identity} does not end" for identity in open_ranges)
    if names["moveFrom"] != names["moveTo"] or any(count > 1 for count in names["moveFrom"].values()):
        yield f"moves do not pair: {names}"


def _is_mark(element: etree._Element) -> bool:
    """It speaks of the mark of its paragraph, which stands behind all that is in it, where the range may begin."""
    around = element.getparent()
    return around is not None and local(around) == "rPr"


def _wall(element: etree._Element) -> etree._Element | None:
    walls = (f"{W}{name}" for name in ("tc", "txbxContent", "footnote", "endnote"))
    return next(iter(element.iterancestors(*walls)), None)


def _names(package: Package, stories: list[tuple[str, etree._Element]]) -> Iterator[str]:
    """References by name to styles, lists and notes that are not there; prefixes to pass over that nobody declared."""
    known = {
        "style": _values(package.of_kind("styles"), "style", "styleId"),
        "num": {*_values(package.of_kind("numbering"), "num", "numId"), "0"},
        **{note: _values(package.of_kind(f"{note}s"), note, "id") for note in _NOTES.values()},
    }
    for part, root in stories:
        for prefix in root.get(f"{MC}Ignorable", "").split():
            if prefix not in root.nsmap:
                yield f"{part}: nobody declared {prefix}"
        for element in root.iter("*"):
            name = local(element)
            kind = {"pStyle": "style", "rStyle": "style", "tblStyle": "style", "numId": "num", **_NOTES}.get(name)
            said = element.get(f"{W}id" if name in _NOTES else f"{W}val", "")
            if kind is not None and said not in known[kind]:
                yield f"{part}: no {kind} is called {said}"


def _values(root: etree._Element | None, name: str, key: str) -> set[str]:
    return set() if root is None else {one.get(f"{W}{key}", "") for one in root.iter(f"{W}{name}")}
