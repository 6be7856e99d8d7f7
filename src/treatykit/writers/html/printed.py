"""The page that a PDF is made of: the same text as on the web, with what paper wants around it."""

from __future__ import annotations

from treatykit.model.annotations import is_annotated
from treatykit.model.content import Paragraph
from treatykit.model.document import Document
from treatykit.model.properties import Role
from treatykit.model.walk import stories
from treatykit.writers.change_rows import rows_by_number
from treatykit.writers.drafting_notes import without_drafting_notes
from treatykit.writers.html.blocks import printing
from treatykit.writers.html.contents import contents
from treatykit.writers.html.elements import NOTHING
from treatykit.writers.html.page import comparison, print_whole
from treatykit.writers.html.templates import environment, settled, source
from treatykit.writers.moves import moves_of
from treatykit.writers.options import DEFAULT_OPTIONS, View, WriteOptions
from treatykit.writers.page_head import page_head
from treatykit.writers.pictures import pictures_of
from treatykit.writers.sides import is_redline, outline_as_read
from treatykit.writers.titles import UNTITLED, status_words, title_of

_LONG = 25  # divisions with a heading: a text with more of them gets a table of contents on paper
_LONG_REDLINE = 12  # a redline has a page for it anyway


def printed_page(document: Document, options: WriteOptions = DEFAULT_OPTIONS) -> str:
    """The document as HTML for pages with running headers, footnotes and a watermark."""
    document = document if options.drafting_notes else without_drafting_notes(document)
    view = outline_as_read(document.body)
    moves = moves_of(view, options.report)
    pictures = pictures_of(document)
    rows = rows_by_number(options.report) if options.report else {}
    inline = printing(view, document.meta, moves, rows=rows, notes_at_foot=True, pictures=pictures)
    printed = print_whole(document, inline)
    redline = is_redline(stories(document))
    sides = (
        comparison(view, document.meta, moves, pictures, rows)
        if redline and options.view is View.SIDE_BY_SIDE
        else NOTHING
    )
    entries = contents(view, inline.names)
    wanted = len(entries) > (_LONG_REDLINE if options.report else _LONG) or is_annotated(document)
    title, status = title_of(document), document.meta.status
    versions = f"{options.report.old_name} → {options.report.new_name}" if options.report else ""
    return (
        environment()
        .get_template("print.html")
        .render(
            meta=document.meta,
            title=title,
            head=page_head(document),
            untitled=title == UNTITLED,
            heading=f"{title}: {versions}" if versions else title,
            titled=inline.titled and not sides,
            text=printed.text,
            sides=sides,
            running=printed.running,
            redline=redline,
            contents=entries if wanted and not sides and not _has_own_contents(document) else (),
            report=options.report,
            anchors=frozenset() if sides else inline.inlines.revised.anchors(),
            watermark=status_words(status).upper() if status and status.is_draft and options.watermark else "",
            created=options.created.isoformat(timespec="seconds") if options.created else "",
            style=settled(source("text.css") + source("print.css")),
        )
    )


def _has_own_contents(document: Document) -> bool:
    return any(isinstance(block, Paragraph) and block.role is Role.CONTENTS for block in document.body)
