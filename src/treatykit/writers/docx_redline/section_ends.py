"""Track a section break that was put into a paragraph that stays, or taken out of one (docs/analysis/sections.md).

The break belongs to the mark of its paragraph, and no record of properties holds it. So the old mark goes and a new one
comes: the paragraph stands twice while the change is pending, once with all its words and once empty.
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from treatykit.model.content import Mark
from treatykit.model.revisions import Revision, RevisionKind, arrival, departure
from treatykit.ooxml.names import qn
from treatykit.ooxml.section_breaks import ends_section
from treatykit.ooxml.tracking import child, reorder
from treatykit.writers.docx_redline.desk import Desk, relooked
from treatykit.writers.docx_redline.looks import bare


def moved_break(desk: Desk, mark: Mark) -> Revision | None:
    """Who put a section break into a paragraph that stays, or took it out, where that is tracked."""
    if not desk.breaks or arrival(mark.revisions) or departure(mark.revisions) or len(set(ends_section(mark))) == 1:
        return None
    return relooked(mark)


def move_break(desk: Desk, paragraph: etree._Element, by: Revision, old: etree._Element | None) -> None:
    """Let the old mark of a paragraph go, and the new one come.

    Args:
        paragraph: As the new text has it.
        by: Who put the break in, or took it out.
        old: What the paragraph said before, where it is set otherwise as well.
    """
    went, came = (replace(by, kind=kind, before=None) for kind in (RevisionKind.DELETED, RevisionKind.INSERTED))
    properties = paragraph.find(qn("w:pPr"))
    other = etree.Element(qn("w:p"))
    other.append(bare(properties) if old is None else old)
    section = desk.borrowed_break(by.source)
    if section is None:
        paragraph.addnext(other)
    else:
        child(other, "w:pPr").append(section)
        reorder(other[0])
        other.extend([node for node in paragraph if node is not properties])
        paragraph.addprevious(other)
    desk.tracker.mark(other, (went,))
    desk.tracker.mark(paragraph, (came,))
