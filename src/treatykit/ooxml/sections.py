"""What a section break in a paragraph says, in one way of writing."""

from __future__ import annotations

import copy
from typing import Final

from lxml import etree

from treatykit.ooxml.names import qn
from treatykit.ooxml.styles import is_on

_NOISE: Final = frozenset(
    qn(f"w:{name}") for name in ("headerReference", "footerReference", "sectPrChange", "printerSettings")
)
_OFF: Final = frozenset(qn(f"w:{name}") for name in ("formProt", "noEndnote", "titlePg", "bidi", "rtlGutter"))
# What an attribute means where it, or its element, is left out (17.6).
_IDLE: Final = {
    "type": {"val": "nextPage"},
    "vAlign": {"val": "top"},
    "textDirection": {"val": "lrTb"},
    "pgSz": {"orient": "portrait"},
    "pgMar": {"gutter": "0"},
    "pgNumType": {"fmt": "decimal"},
}
_PAPER: Final = qn("w:code")  # which tray to take it from


def section_properties(element: etree._Element) -> etree._Element:
    """A copy of a `w:sectPr` without what is read elsewhere and without what holds where nothing is said."""
    section = copy.deepcopy(element)
    section.tail = None
    for child in list(section):
        if child.tag in _NOISE or _says_nothing(child):
            section.remove(child)
    return section


def _says_nothing(child: etree._Element) -> bool:
    """Whether a property of a section holds without being said; attributes that do are taken out."""
    if child.tag in _OFF:
        return not is_on(child.get(qn("w:val")))
    name = str(child.tag).rpartition("}")[2]
    if name == "cols":
        # One column; how far it would stand from a second one makes no difference.
        return not len(child) and child.get(qn("w:num"), "1") == "1" and not is_on(child.get(qn("w:sep"), "0"))
    if name == "docGrid":
        return child.get(qn("w:type"), "default") == "default"  # a grid that nothing stands on
    child.attrib.pop(_PAPER, None)
    for attribute, value in _IDLE.get(name, {}).items():
        if child.get(qn(f"w:{attribute}")) == value:
            del child.attrib[qn(f"w:{attribute}")]
    return name in _IDLE and not child.attrib and not len(child)
