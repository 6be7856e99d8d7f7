"""The sections of a document: where they stand, and what each says of its pages, in one way of writing."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from treatykit.ooxml.canonical import canonical
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
SECTION_BREAK: Final = "<w:sectPr"
"""How the canonical XML of a section break begins."""

PageSetup = tuple[tuple[str, str], ...]
"""The properties of a section by their names in Word, each as canonical XML."""

_PAPER: Final = qn("w:code")  # which tray to take it from
_SECTION: Final = qn("w:sectPr")
_RUNNING: Final = (qn("w:headerReference"), qn("w:footerReference"))
_RECORD: Final = qn("w:sectPrChange")
_SEEN: Final = {
    "pgSz": "paper",
    "pgMar": "margins",
    "cols": "columns",
    "type": "where the section begins",
    "pgNumType": "page numbers",
    "lnNumType": "line numbers",
    "titlePg": "a first page of its own",
    "pgBorders": "page borders",
    "vAlign": "vertical alignment",
    "bidi": "direction",
    "textDirection": "direction",
    "footnotePr": "footnotes",
    "endnotePr": "endnotes",
    "docGrid": "grid",
}
"""What a person calls the properties of a section, as in the dialogs of Word."""


def sections(body: etree._Element) -> Iterator[etree._Element]:
    """The `w:sectPr` of a body in order, without those that tell what a section was."""
    for section in body.iter(_SECTION):
        around = section.getparent()
        if around is None or around.tag != _RECORD:
            yield section


def last_section(body: etree._Element) -> etree._Element | None:
    """The `w:sectPr` of the last section, which no paragraph holds."""
    return body.find(_SECTION)


def headed(standing: Iterable[etree._Element]) -> frozenset[int]:
    """Which of the `sections` of a body, counted from 0, name a header or a footer."""
    return frozenset(
        at for at, section in enumerate(standing) if next(section.iterchildren(*_RUNNING), None) is not None
    )


def page_setup(section: etree._Element | None) -> PageSetup:
    """What a `w:sectPr` says of its pages."""
    said = () if section is None else section_properties(section)
    return tuple((str(one.tag).rpartition("}")[2], canonical(one)) for one in said)


def set_otherwise(old: PageSetup, new: PageSetup) -> tuple[str, ...]:
    """What differs between two set-ups, as a person calls it."""
    before, after = dict(old), dict(new)
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return tuple(dict.fromkeys(_SEEN.get(name, "other page set-up") for name in names))


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
