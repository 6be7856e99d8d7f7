"""Write a manuscript: Markdown that a person can read as it stands, and `read_markdown` reads back."""

from __future__ import annotations

from collections.abc import Iterator

from treatykit.markup.manuscript.choosing import facts_of, inlines
from treatykit.markup.manuscript.facts import print_head
from treatykit.model.changes import ChangeReport
from treatykit.model.content import Reference, Table
from treatykit.model.document import Document
from treatykit.model.outline import outline
from treatykit.writers import report as wording
from treatykit.writers.drafting_notes import without_drafting_notes
from treatykit.writers.markdown.blocks import BlockPrinter
from treatykit.writers.markdown.changes import ChangePrinter
from treatykit.writers.markdown.escaping import escaped, settled
from treatykit.writers.markdown.losses import carried
from treatykit.writers.moves import moves_of
from treatykit.writers.options import DEFAULT_OPTIONS, WriteOptions
from treatykit.writers.sides import layout_notes

_SUMMARY = "<!-- summary -->"
_END = "<!-- end -->"


def write_markdown(document: Document, options: WriteOptions = DEFAULT_OPTIONS) -> str:
    """The document as Markdown, which `read_markdown` reads to an equal one, but for what `markdown_losses` names."""
    document = document if options.drafting_notes else without_drafting_notes(document)
    layouts = {at: layout_notes(block) for at, block in enumerate(document.body) if isinstance(block, Table)}
    document = carried(document).document
    view = outline(document.body)
    facts = facts_of(document, view)
    keys = frozenset(inline.target for inline in inlines(document) if isinstance(inline, Reference) and inline.target)
    changes = ChangePrinter(facts.hand, moves_of(view, options.report))
    printer = BlockPrinter(view, facts, changes, keys, layouts)
    report = options.report
    blocks = [
        print_head(facts),
        *((_SUMMARY, *_summary(report), _END) if report else ()),
        *printer.body(),
        *(printer.running(header) for header in document.headers),
        *((_SUMMARY, *_changes(report), _END) if report else ()),
        *printer.notes,
    ]
    return "\n\n".join(blocks) + "\n"


def _summary(report: ChangeReport) -> Iterator[str]:
    yield f"# {escaped(f'{report.old_name} → {report.new_name}', brackets=False)}"
    yield wording.headline(report.summary)
    yield wording.lengths(report.summary)
    if touched := wording.touched(report.summary):
        yield f"They touch: {touched}."
    for line in wording.substitutions(report.summary):
        yield settled(escaped(line, brackets=False))


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
                        _in_a_cell,
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
        yield escaped(renumberings, brackets=False)


def _in_a_cell(words: str) -> str:
    return escaped(words.replace("\n", " "), brackets=False)
