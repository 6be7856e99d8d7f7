"""Say what a run or a paragraph looked like before, as a change record wants it: all that was said, not what differs.

The model holds what departs from the styles; the old package has the rest (docs/analysis/in-place-redline.md).
"""

from __future__ import annotations

import copy

from lxml import etree

from treatykit.model.content import Mark
from treatykit.model.properties import Properties, RunFormat
from treatykit.model.revisions import Revision
from treatykit.model.sources import Source
from treatykit.ooxml.leaves import RUN
from treatykit.ooxml.names import qn
from treatykit.ooxml.styles import said_of, value
from treatykit.writers.docx_redline.desk import Desk, relooked
from treatykit.writers.docx_redline.looks import ListPosition, bare, counted, look_alike, without_section


def old_run_look(desk: Desk, revision: Revision, before: RunFormat) -> etree._Element:
    """A `w:rPr` with all that a run said before a reformatting."""
    for source in desk.foreign(revision.source)[:1]:
        original = _original(desk, source)
        if original is None:
            continue
        looks = desk.looks_of(source.package)
        style, tables = value(original.find(qn("w:pPr")), "w:pStyle"), looks.tables.of(original)[0]
        for piece in desk.scratch(source).cutting.within(source.start, source.stop):
            said = piece.element.find(qn("w:rPr")) if piece.element.tag == RUN else None
            if said is not None and looks.formats.run(said, style, tables) == before:
                return desk.borrowers[source.package].borrow(said, source.part, desk.target.main)
    return desk.run_look(before)


def old_paragraph_look(desk: Desk, mark: Mark, now: etree._Element | None) -> tuple[etree._Element, Revision] | None:
    """A `w:pPr` with all that a paragraph said before it was set otherwise, and who did that; None if nobody did.

    Args:
        mark: A mark that stays.
        now: What its paragraph says in the edited package.
    """
    revision = relooked(mark)
    before = revision.before if revision else None
    if revision is None or not isinstance(before, Properties):
        return None
    here = desk.looks.place(now)
    said = _said_before(desk, revision, before, here)
    said = bare(desk.paragraph_look(before)) if said is None else said
    # A number that only follows from others is no change of the paragraph.
    restyled = not look_alike(without_section(before), without_section(mark.properties))
    relisted = desk.looks.prints(desk.looks.place(said)) != desk.looks.prints(here)
    return (copy.deepcopy(said), revision) if restyled or relisted else None


def _said_before(
    desk: Desk, revision: Revision, before: Properties, here: ListPosition | None
) -> etree._Element | None:
    """What the old file says; to be looked at only.

    Args:
        desk: The packages.
        revision: What the paragraph was set otherwise by.
        before: What it meant before.
        here: Where it stands in the lists of the edited package.
    """
    for source in desk.foreign(revision.source)[:1]:
        original = _original(desk, source)
        if original is None:
            continue
        looks, said = desk.looks_of(source.package), said_of(original)
        (look, is_counted), _ = looks.reading(said, looks.tables.of(original)[0])
        if (look.style, is_counted) == (before.style, counted(before) is not None):
            return desk.lent_look(said, source.package, here)
    return None


def _original(desk: Desk, source: Source) -> etree._Element | None:
    return desk.borrowers[source.package].source.element(source.part, source.element)
