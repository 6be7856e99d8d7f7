"""What changed between two Word files and is no change of the text: page set-up, section breaks, whole headers.

Word tracks the first, the second in part and the last not at all (docs/analysis/sections.md); nothing of it is passed
over in silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from treatykit.app.controls import other_controls
from treatykit.app.links import other_targets
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.model.content import Mark, OpaqueBlock, Paragraph
from treatykit.model.document import Document, HeaderFooter
from treatykit.model.revisions import arrival, departure
from treatykit.ooxml.section_breaks import breaks_are_tracked, ends_section
from treatykit.ooxml.sections import set_otherwise

_MOST_SHOWN: Final = 3


def beside_the_changes(old: Document, new: Document, redline: Document) -> Iterator[Diagnostic]:
    """What a reader of a redline between two Word files must know that its changes do not say."""
    if not old.packages or not new.packages:
        return
    if parts := set_otherwise(old.packages[0].pages, new.packages[0].pages):
        said = f"the last section is set up otherwise: {', '.join(parts)}; a Word redline tracks it"
        yield Diagnostic(severity=Severity.NOTE, code="page-setup", message=said)
    yield from other_targets(old, new)
    yield from other_controls(old, new)
    yield from _breaks(redline)
    yield from _blocks(redline)
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


def _blocks(redline: Document) -> Iterator[Diagnostic]:
    """What became of blocks that are kept unread, such as a file that is shown within this one."""
    for block in redline.body:
        if not isinstance(block, OpaqueBlock) or not block.revisions:
            continue
        came = arrival(block.revisions) is not None
        yield Diagnostic(
            severity=Severity.WARNING,
            code="untracked-block",
            message=f"a block that is kept unread ({block.description}) is {'new' if came else 'gone'}; Word cannot "
            f"track that, and rejecting does not {'take it out' if came else 'bring it back'}",
        )


def _breaks(redline: Document) -> Iterator[Diagnostic]:
    """What became of section breaks in paragraphs that were there before."""
    found = [why for block in redline.body if isinstance(block, Paragraph) and (why := _what_of_break(block.mark))]
    tracked = bool(found) and breaks_are_tracked(redline)
    for why in dict.fromkeys(found):
        times = f" ({found.count(why)} times)" if found.count(why) > 1 else ""
        yield Diagnostic(
            severity=Severity.NOTE if tracked else Severity.WARNING,
            code="section-break",
            message=f"{why}{times}; a Word redline tracks it with the end of its paragraph"
            if tracked
            else f"{why}{times}; Word cannot track that here, and rejecting does not bring the old state back",
        )


def _what_of_break(mark: Mark) -> str:
    if not mark.revisions:
        return ""
    before, now = ends_section(mark)
    if before == now or arrival(mark.revisions) is not None:
        return ""
    if departure(mark.revisions) is not None:
        return "a section break went with its paragraph"
    return "a section break was put into a paragraph that stays" if now else "a section break was taken out"
