"""Write what the writer adds before the words: the note at the head of a redline, the table of contents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from treatykit.model.annotations import is_annotation
from treatykit.model.changes import ChangeReport
from treatykit.model.content import Inline, Paragraph, Story
from treatykit.model.document import Document
from treatykit.model.plain import inlines_text
from treatykit.model.properties import Role
from treatykit.model.revisions import Revision, RevisionKind, Revisions, arrival, departure
from treatykit.model.walk import paragraphs
from treatykit.ooxml.cutting import wrap
from treatykit.ooxml.elements import text_element, w
from treatykit.ooxml.leaves import RUN
from treatykit.ooxml.role_styles import CONTENTS_TITLE, REDLINE_NOTE
from treatykit.writers.docx.annotations import Annotations
from treatykit.writers.docx.bookmarks import Bookmarks
from treatykit.writers.docx.styles import Styles
from treatykit.writers.docx.treaty_styles import CONTENTS_LINE
from treatykit.writers.report import headline

LONG_TEXT: Final = 25
"""Articles; a text with more has a table of contents, and so has one whose articles annotations part."""

_NUMBERS_ARE_LIVE: Final = (
    "Numbers and cross-references in this redline are live: while changes are pending, Word counts inserted and "
    "deleted articles and paragraphs alike, and LibreOffice adds its own count of the old text in brackets. They are "
    "right again as soon as all changes are accepted or rejected."
)
_NOTE_ENDS: Final = "This note is no part of the text; delete it when all changes are decided."
_OPENING_ROLES: Final = (Role.TITLE, Role.SUBTITLE)
_HEADINGS: Final = (Role.PART, Role.CHAPTER, Role.SECTION, Role.ARTICLE, Role.ANNEX)


def redline_note(document: Document, styles: Styles, report: ChangeReport | None) -> Iterator[etree._Element]:
    """What a reader of a redline must know before reading it; nothing for a clean text."""
    lines = []
    if report is not None:
        lines.append(f"From “{report.old_name}” to “{report.new_name}”. {headline(report.summary)}")
    if _shifts_numbers(document):
        lines.append(_NUMBERS_ARE_LIVE)
    if lines:
        lines.append(_NOTE_ENDS)
    for line in lines:
        style = w("pPr", w("pStyle", val=styles.furniture(REDLINE_NOTE)))
        yield w("p", style, w("r", text_element("t", line)))


def opening_length(body: Story) -> int:
    """How many blocks stand before the place of a table of contents."""
    return next(
        (at for at, block in enumerate(body) if not (isinstance(block, Paragraph) and block.role in _OPENING_ROLES)),
        len(body),
    )


def wants_contents(body: Story) -> bool:
    """Whether a text is long, and has no contents page of its own."""
    return _is_long(_articles(body, departure), body)


def brings_contents(body: Story) -> Revision | None:
    """What made a text long that was not so before, so that its table of contents is new."""
    if _is_long(_articles(body, arrival), body):
        return None
    revisions = (arrival(paragraph.mark.revisions) for paragraph in _articles(body, departure))
    came = next((revision for revision in revisions if revision is not None), None)
    # A change of its own: whoever decides one of the others does not decide this one.
    return replace(came, kind=RevisionKind.INSERTED, change=0) if came else None


def _is_long(articles: list[Paragraph], body: Story) -> bool:
    has_contents = any(isinstance(block, Paragraph) and block.role is Role.CONTENTS for block in body)
    annotated = bool(articles) and any(map(is_annotation, body))
    return (len(articles) > LONG_TEXT or annotated) and not has_contents


def _articles(body: Story, gone: Callable[[Revisions], Revision | None]) -> list[Paragraph]:
    """The headings of articles in one of the two texts."""
    headings = (block for block in body if isinstance(block, Paragraph) and block.role is Role.ARTICLE)
    return [heading for heading in headings if gone(heading.mark.revisions) is None]


def inserted(blocks: list[etree._Element], came: Revision, annotations: Annotations) -> list[etree._Element]:
    """Paragraphs of the writer's own, tracked as inserted."""
    for paragraph in blocks:
        paragraph[0].append(w("rPr", annotations.element("ins", came)))
        for run in list(paragraph.iter(RUN)):
            wrap(run, annotations.element("ins", came))
    return blocks


def contents(body: Story, bookmarks: Bookmarks, styles: Styles) -> list[etree._Element]:
    """A table of contents with the entries that Word would make.

    It prints no page numbers: only Word knows them, and it would ask before it worked
    them out. Treaties are cited by article, and each line leads to its own.
    """
    title = w("p", w("pPr", w("pStyle", val=styles.furniture(CONTENTS_TITLE))), w("r", text_element("t", "Contents")))
    entries = list(_entries(body, styles.outline))
    lines = []
    for at, (level, index, number, words) in enumerate(entries):
        parts = [text_element("t", number)] if number else []
        parts += [w("tab"), text_element("t", words)] if words else []
        link = w("hyperlink", w("r", *parts), anchor=bookmarks.place(index), history=1)
        style = w("pPr", w("pStyle", val=styles.furniture(CONTENTS_LINE.format(level=min(level, 3) + 1))))
        runs = [link]
        if at == 0:
            runs = [
                w("r", w("fldChar", fldCharType="begin")),
                w("r", text_element("instrText", r' TOC \o "1-4" \n \h \z \u ')),
                w("r", w("fldChar", fldCharType="separate")),
                link,
            ]
        if at == len(entries) - 1:
            runs.append(w("r", w("fldChar", fldCharType="end")))
        lines.append(w("p", style, *runs))
    return [title, *lines]


def _entries(body: Story, outline: dict[Role, int]) -> Iterator[tuple[int, int, str, str]]:
    """Level, block, number and title of every heading that stays."""
    for index, block in enumerate(body):
        if not isinstance(block, Paragraph) or block.role not in _HEADINGS or departure(block.mark.revisions):
            continue
        number = block.label.text if block.label else ""
        words = " ".join(inlines_text(_standing(block.inlines)).split())
        if number or words:
            yield outline.get(block.role, 0), index, number, words


def _standing(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(inline for inline in inlines if departure(inline.revisions) is None)


def _shifts_numbers(document: Document) -> bool:
    """Whether pending changes make Word count otherwise than the finished text."""
    return any(
        paragraph.label is not None
        and not paragraph.label.typed
        and any(revision.kind.is_arrival or revision.kind.is_departure for revision in paragraph.mark.revisions)
        for paragraph in paragraphs(document)
    )
