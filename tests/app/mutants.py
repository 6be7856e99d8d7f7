"""Word files made hostile at random: elements, values, parts, names and bytes that are not as they should be."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from random import Random
from typing import Final

from lxml import etree
from tests.app.test_hostile_files import entries, packed

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUES: Final = (
    "",
    "0",
    "1",
    "-1",
    "x",
    "on",
    "2147483648",
    "9" * 30,
    "1.5",
    "é",
    "rId1",
    "Normal",
    "Heading1",
    "begin",
)
_WRAPPERS: Final = (
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "sdt",
    "sdtContent",
    "hyperlink",
    "fldSimple",
    "p",
    "r",
    "tc",
    "tr",
    "tbl",
)
_MADE: Final = (
    "p",
    "r",
    "t",
    "tab",
    "br",
    "fldChar",
    "instrText",
    "tbl",
    "tr",
    "tc",
    "cellIns",
    "cellDel",
    "vMerge",
    "numPr",
    "sectPr",
    "footnoteReference",
    "sym",
    "pPrChange",
)
_NAMES: Final = (
    "../evil.xml",
    "word/",
    "/word/document.xml",
    "WORD/STYLES.XML",
    "word/%2e%2e/x.xml",
    "x",
    "word\\x.xml",
    "word/é.xml",
)


def mutant(file: bytes, seed: int) -> bytes:
    """The file with one to four things wrong with it, the same for the same seed."""
    chance = Random(seed)
    parts = entries(file)
    for _ in range(chance.choice((1, 1, 2, 4))):
        chance.choices(tuple(_KINDS), weights=tuple(_KINDS.values()))[0](parts, chance)
    hostile = packed(parts)
    return _other_bytes(hostile, chance) if chance.random() < _DAMAGED else hostile


_DAMAGED: Final = 0.06


def _elements(parts: dict[str, bytes], chance: Random) -> None:
    """Change the XML of a part, that of the text more often than others."""
    names = [name for name in sorted(parts) if name.endswith((".xml", ".rels"))]
    name = (
        "word/document.xml" if chance.random() < 0.6 and "word/document.xml" in parts else chance.choice(names or [""])
    )
    try:
        root = etree.fromstring(parts[name])
    except (KeyError, etree.XMLSyntaxError):
        return
    for _ in range(chance.choice((1, 1, 1, 3, 8))):
        nodes = [one for one in root.iter("*") if one is not root]
        if nodes:
            chance.choice(_EDITS)(chance.choice(nodes), chance.choice(nodes), chance)
    parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _drop(node: etree._Element, _: etree._Element, chance: Random) -> None:
    parent = node.getparent()
    if parent is not None:
        if chance.random() < 0.5:
            node[:] = []
        parent.remove(node)


def _empty(node: etree._Element, _: etree._Element, __: Random) -> None:
    node[:] = []


def _unwrap(node: etree._Element, _: etree._Element, __: Random) -> None:
    parent = node.getparent()
    if parent is not None:
        place = parent.index(node)
        parent[place : place + 1] = list(node)


def _double(node: etree._Element, _: etree._Element, chance: Random) -> None:
    for _time in range(chance.choice((1, 1, 2, 20))):
        node.addnext(copy.deepcopy(node))


def _move(node: etree._Element, other: etree._Element, chance: Random) -> None:
    if other is node or node in other.iterancestors():
        return
    if chance.random() < 0.5:
        other.append(node)
    else:
        other.addprevious(node)


def _put_copy(node: etree._Element, other: etree._Element, _: Random) -> None:
    other.append(copy.deepcopy(node))


def _rename(node: etree._Element, other: etree._Element, chance: Random) -> None:
    node.tag = chance.choice((other.tag, f"{_W}{chance.choice(_MADE)}", "{urn:x}y"))


def _wrap(node: etree._Element, _: etree._Element, chance: Random) -> None:
    for _time in range(chance.choice((1, 1, 3, 100))):
        around = etree.Element(f"{_W}{chance.choice(_WRAPPERS)}", {f"{_W}id": "7", f"{_W}author": "D"})
        node.addprevious(around)
        around.append(node)


def _add(node: etree._Element, _: etree._Element, chance: Random) -> None:
    made = etree.Element(
        f"{_W}{chance.choice(_MADE)}", {f"{_W}{chance.choice(('val', 'id', 'fldCharType'))}": chance.choice(_VALUES)}
    )
    node.insert(chance.randint(0, len(node)), made)


def _value(node: etree._Element, other: etree._Element, chance: Random) -> None:
    name = chance.choice(sorted(map(str, node.attrib)) or [f"{_W}val"])
    borrowed = chance.choice(sorted(map(str, other.attrib.values())) or [""])
    if chance.random() < 0.2:
        node.attrib.pop(name, None)
    else:
        node.set(name, chance.choice((*_VALUES, borrowed)))


def _words(node: etree._Element, _: etree._Element, chance: Random) -> None:
    node.text = chance.choice(("", " ", "\n", "words", "\u202e\u0627", "a" * 3000, "𝄞\ufffd\u00ad"))


_EDITS: Final[tuple[Callable[[etree._Element, etree._Element, Random], None], ...]] = (
    *(_drop, _empty, _unwrap, _double, _move, _move, _put_copy, _rename, _wrap, _add, _add, _value, _value, _words),
)


def _part(parts: dict[str, bytes], chance: Random) -> None:
    """Take a part out, cut it, rename it, or put another in its place."""
    if not parts:
        return
    name, other = chance.choice(sorted(parts)), chance.choice(sorted(parts))
    match chance.randrange(5):
        case 0:
            del parts[name]
        case 1:
            parts[name] = parts[name][: chance.randrange(len(parts[name]) + 1)]
        case 2:
            parts[name] = parts[other]
        case 3:
            parts[chance.choice(_NAMES)] = parts[name]
        case _:
            parts[chance.choice((*_NAMES, f"{name}2", name.upper()))] = parts.pop(name)


_REPLACED: Final = (
    (b"rId", b"Id"),
    (b"Target=", b"target="),
    (b"Target=", b'TargetMode="External" Target='),
    (b'TargetMode="External"', b""),
    (b"styles", b"numbering"),
    (b"document", b"styles"),
    (b".xml", b""),
    (b"/word/", b"../../"),
    (b"main+xml", b"x"),
    (b"<w:", b"<v:"),
    (b"UTF-8", b"UTF-16"),
    (b"<?xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><?xml"),
    (b"2006", b"2007"),
    (b">", b">\xff"),
)


def _text(parts: dict[str, bytes], chance: Random) -> None:
    """Change a part as bytes: types and relationships are mostly values."""
    name = chance.choice([one for one in sorted(parts) if one.endswith((".rels", ".xml"))] or [""])
    text = parts.get(name, b"")
    found, into = chance.choice(_REPLACED)
    parts[name or "x"] = text.replace(found, into, chance.choice((1, -1)))


def _other_bytes(file: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(file) or 1)
    return file[:start] + chance.randbytes(chance.randrange(9)) + file[start + chance.randrange(9) :]


_KINDS: Final[Mapping[Callable[[dict[str, bytes], Random], None], int]] = {_elements: 16, _part: 2, _text: 2}
