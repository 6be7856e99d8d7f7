"""Read the headers and footers that a Word file really shows, by section and kind (docs/analysis/headers.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from treatykit.model.document import HeaderFooter, Pages, Place
from treatykit.ooxml.counters import Counters
from treatykit.ooxml.names import qn
from treatykit.ooxml.styles import is_on
from treatykit.readers.docx_blocks import read_story
from treatykit.readers.docx_labels import Labels
from treatykit.readers.docx_part import Opened, Part

_PLACES: Final = {qn("w:headerReference"): Place.HEADER, qn("w:footerReference"): Place.FOOTER}


def read_headers(
    opened: Opened, standing: Iterable[etree._Element], *, numbered: bool = False
) -> Iterator[HeaderFooter]:
    """The headers and footers of every section that names its own; one without inherits in Word.

    Args:
        opened: The file.
        standing: Its sections (`w:sectPr`).
        numbered: Print their numbers, each being a story of its own.
    """
    main = opened.part(opened.main)
    settings = opened.related("settings")
    even = settings is not None and _says(settings.root, "w:evenAndOddHeaders")
    for number, section in enumerate(standing):
        shown = {Pages.DEFAULT}
        shown |= {Pages.EVEN} if even else set()
        shown |= {Pages.FIRST} if _says(section, "w:titlePg") else set()
        for reference in section.iterchildren(*_PLACES):
            pages = _pages(reference.get(qn("w:type")))
            part = _target(main, reference.get(qn("r:id")) or "")
            if part is None or pages is None:
                continue
            if pages not in shown:
                opened.findings.note(
                    "unused-header", f"a header or footer for {pages} pages is not in use and not read"
                )
                continue
            blocks = read_story(part, part.root, Labels(Counters(opened.numbering)) if numbered else None)
            yield HeaderFooter(section=number, place=_PLACES[str(reference.tag)], pages=pages, blocks=blocks)


def _target(main: Part, relation_id: str) -> Part | None:
    relation = main.relations.get(relation_id)
    if relation is None or relation.external:
        return None
    name = main.opened.parts.real_name(relation.target)
    if name is None:
        main.findings.warn("missing-part", f"the part {relation.target} is missing; read without it")
        return None
    return main.opened.part(name)


def _pages(said: str | None) -> Pages | None:
    return next((pages for pages in Pages if pages == (said or "default")), None)


def _says(element: etree._Element, name: str) -> bool:
    found = element.find(qn(name))
    return found is not None and is_on(found.get(qn("w:val")))
