"""Write pandoc's Markdown that a person can read as it stands; a redline is CriticMarkup."""

from __future__ import annotations

from collections.abc import Iterator

from treatykit.model.changes import ChangeReport
from treatykit.model.document import Document
from treatykit.model.outline import outline
from treatykit.writers import report as wording
from treatykit.writers.drafting_notes import without_drafting_notes
from treatykit.writers.markdown.blocks import MarkdownBlocks
from treatykit.writers.markdown.escaping import escaped, settled
from treatykit.writers.markdown.inlines import MarkdownInlines
from treatykit.writers.moves import moves_of
from treatykit.writers.options import DEFAULT_OPTIONS, WriteOptions
from treatykit.writers.titles import where_it_runs


def write_markdown(document: Document, options: WriteOptions = DEFAULT_OPTIONS) -> str:
    """The document as Markdown, which `read_markdown` reads to the same words."""
    document = document if options.drafting_notes else without_drafting_notes(document)
    view = outline(document.body)
    printer = MarkdownBlocks(view, MarkdownInlines(moves_of(view, options.report)))
    blocks = [
        *(_summary(options.report) if options.report else ()),
        *printer.body(),
        *_running(document, printer),
        *(_changes(options.report) if options.report else ()),
    ]
    while printer.inlines.notes:  # a note may hold the sign of another
        blocks.append(printer.note(*printer.inlines.notes.pop(0)))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _running(document: Document, printer: MarkdownBlocks) -> Iterator[str]:
    """The headers and footers of the file, which Markdown has no pages for."""
    for header in document.headers:
        words = [block for block in printer.story(header.blocks) if block]
        if words:
            yield "\n".join(f"> {line}".rstrip() for line in "\n\n".join((where_it_runs(header), *words)).split("\n"))


def _summary(report: ChangeReport) -> Iterator[str]:
    yield f"# {settled(escaped(f'{report.old_name} → {report.new_name}'))}"
    yield wording.headline(report.summary)
    yield wording.lengths(report.summary)
    if touched := wording.touched(report.summary):
        yield f"They touch: {touched}."
    for line in wording.substitutions(report.summary):
        yield settled(escaped(line))


def _changes(report: ChangeReport) -> Iterator[str]:
    if decided := wording.decided(report):
        yield "## Table of changes"
        rows = [
            ("No.", "Place", "What happened", "Touches", "Old words", "New words"),
            ("---",) * 6,
            *(
                (
                    str(change.number or ""),
                    *map(
                        escaped,
                        (
                            wording.place(change),
                            wording.kind(change),
                            wording.touches(change),
                            change.old_text,
                            change.new_text,
                        ),
                    ),
                )
                for change in decided
            ),
        ]
        yield "\n".join(f"| {' | '.join(row)} |" for row in rows)
    if renumberings := wording.renumberings(report):
        yield escaped(renumberings)
