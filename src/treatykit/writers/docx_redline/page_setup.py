"""Say what the pages of a section looked like before (docs/analysis/sections.md)."""

from __future__ import annotations

import copy
from itertools import islice
from typing import Final

from lxml import etree

from treatykit.model.content import Paragraph, Story
from treatykit.model.revisions import Revision
from treatykit.ooxml.names import qn
from treatykit.ooxml.sections import last_section, page_setup
from treatykit.ooxml.tracking import child
from treatykit.writers.docx_redline.desk import IN_PARAGRAPH, Desk, relooked

_NEVER_OLD: Final = frozenset(
    qn(f"w:{name}") for name in ("headerReference", "footerReference", "printerSettings", "sectPrChange")
)


def track_page_setup(desk: Desk, body: Story, hand: Revision | None) -> None:
    """Track the page set-up of each section that both texts have.

    Args:
        body: The body of the redline.
        hand: Who changed the last section, and when; None where that does not count.
    """
    sections = desk.target.body().iter(qn("w:sectPr"))
    has_several = any(around.tag == qn("w:pPr") for one in sections for around in islice(one.iterancestors(), 1))
    for block in body if has_several else ():
        if isinstance(block, Paragraph) and (revision := relooked(block.mark)) is not None:
            home = desk.home(block.mark.source, desk.target.main)
            for source in desk.foreign(revision.source)[:1]:
                original = desk.borrowers[source.package].source.element(source.part, source.element)
                if home is not None and original is not None:
                    _track(desk, original.find(IN_PARAGRAPH), home.find(IN_PARAGRAPH), revision)
    if hand is not None and len(desk.borrowers) == 1:
        (borrower,) = desk.borrowers.values()
        old, new = borrower.source.body(), desk.target.body()
        before, after = last_section(old), last_section(new)
        if before is not None and page_setup(before) != page_setup(after):
            _track(desk, before, child(new, "w:sectPr"), hand)


def _track(desk: Desk, old: etree._Element | None, new: etree._Element | None, revision: Revision) -> None:
    if old is None or new is None or page_setup(old) == page_setup(new):
        return
    before = copy.deepcopy(old)
    before.tail = None
    before.attrib.clear()
    before[:] = [one for one in before if one.tag not in _NEVER_OLD]
    desk.target.touch(desk.target.main)
    desk.tracker.changed(new, before, revision)
