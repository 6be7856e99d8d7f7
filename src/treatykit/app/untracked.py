"""What changed between two Word files and is no change of the text: page set-up, section breaks, whole headers.

Word tracks the first and cannot track the others (docs/analysis/sections.md); nothing of it is passed over in silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from treatykit.app.links import other_targets
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.model.content import Mark, Paragraph
from treatykit.model.document import Document, HeaderFooter
from treatykit.model.properties import Properties
from treatykit.model.revisions import arrival, departure, original
from treatykit.ooxml.sections import SECTION_BREAK, set_otherwise

_MOST_SHOWN: Final = 3


def beside_the_changes(old: Document, new: Document, redline: Document) -> Iterator[Diagnostic]:
    """What a reader of a redline between two Word files must know that its changes do not say."""
    if not old.packages or not new.packages:
        return
    if parts := set_otherwise(old.packages[0].pages, new.packages[0].pages):
        said = f"the last section is set up otherwise: {', '.join(parts)}; a Word redline tracks it"
        yield Diagnostic(severity=Severity.NOTE, code="page-setup", message=said)
    yield from other_targets(old, new)
    breaks = [why for block in redline.body if isinstance(block, Paragraph) and (why := _lost_break(block.mark))]
    for why in dict.fromkeys(breaks):
        times = f" ({breaks.count(why)} times)" if breaks.count(why) > 1 else ""
        yield Diagnostic(
            severity=Severity.WARNING,
            code="section-break",
            message=f"{why}{times}; Word cannot track that, and rejecting does not bring the old state back",
        )
    known = {(one.section, one.place, one.pages) for one in new.headers}
    lost = [one for one in old.headers if (one.section, one.place, one.pages) not in known and _is_inherited(one, new)]
    for header in lost[:_MOST_SHOWN]:
        section = f" of section {header.section + 1}" if header.section else ""
        yield Diagnostic(
            severity=Severity.WARNING,
            code="untracked-header",
            message=f"the {header.place} for {header.pages} pages{section} is gone; Word cannot track that, and "
            "rejecting does not bring it back",
        )


def _is_inherited(header: HeaderFooter, new: Document) -> bool:
    """Whether its pages show that of a section before: a redline would hide it, if it held the old one struck."""
    kin = (one for one in new.headers if (one.place, one.pages) == (header.place, header.pages))
    return any(one.section < header.section for one in kin)


def _lost_break(mark: Mark) -> str:
    before, now = _breaks(original(mark.revisions, mark.properties)), _breaks(mark.properties)
    if departure(mark.revisions) is not None:
        return "a section break went with its paragraph" if now else ""
    if arrival(mark.revisions) is not None or before == now:
        return ""
    return "a section break was put into a paragraph that stays" if now else "a section break was taken out"


def _breaks(properties: Properties) -> bool:
    return any(xml.startswith(SECTION_BREAK) for xml in properties.format.other)
