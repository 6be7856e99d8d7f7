"""Edit headers and footers; one that only the old file had is added, holding what went."""

from __future__ import annotations

import posixpath
from typing import Final

from lxml import etree

from treatykit.model.document import HeaderFooter, Place
from treatykit.ooxml.names import NAMESPACES, RELATIONSHIPS, in_schema_order, qn
from treatykit.ooxml.sections import sections
from treatykit.ooxml.xml import print_xml
from treatykit.writers.docx_redline.containers import StoryEditor

_ROOTS: Final = {Place.HEADER: "hdr", Place.FOOTER: "ftr"}


def edit_header(editor: StoryEditor, header: HeaderFooter) -> None:
    """Write the revisions of a header or footer into its part."""
    package = editor.desk.target
    part = editor.desk.home_part(header.blocks)
    if part is not None:
        editor.edit(header.blocks, package.root(part), part)
    else:
        _add(editor, header)


def _add(editor: StoryEditor, header: HeaderFooter) -> None:
    # Only where its pages have none, nor inherit one from a section before: struck words must not hide standing ones.
    package = editor.desk.target
    standing = list(sections(package.root(package.main)))
    tag = qn(f"w:{header.place}Reference")
    if header.section >= len(standing) or any(
        one.get(qn("w:type"), "default") == header.pages
        for section in standing[: header.section + 1]
        for one in section.iterchildren(tag)
    ):
        return
    section = standing[header.section]
    root = etree.Element(qn(f"w:{_ROOTS[header.place]}"), nsmap={"w": NAMESPACES["w"], "r": NAMESPACES["r"]})
    name = posixpath.join(posixpath.dirname(package.main), f"{header.place}1.xml")
    part = package.add_part(name, print_xml(root), str(header.place))
    package.touch(part).extend(editor.creator.blocks(header.blocks, part))
    package.touch(package.main)
    reference = etree.SubElement(section, tag)
    reference.set(qn("w:type"), header.pages)
    reference.set(qn("r:id"), package.relate(package.main, RELATIONSHIPS[str(header.place)], part))
    section[:] = in_schema_order("w:sectPr", section)
