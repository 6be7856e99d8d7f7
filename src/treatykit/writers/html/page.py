"""Write one self-contained HTML file: the text, and for a redline both views, steps and the list of changes."""

from __future__ import annotations

import base64
import hashlib

from markupsafe import Markup

from treatykit.model.annotations import is_annotated
from treatykit.model.document import Document, Meta
from treatykit.model.outline import Outline
from treatykit.model.walk import stories
from treatykit.records import dataclass
from treatykit.writers.change_rows import rows_by_number
from treatykit.writers.drafting_notes import without_drafting_notes
from treatykit.writers.html.blocks import Printing, printing
from treatykit.writers.html.contents import contents
from treatykit.writers.html.elements import NOTHING, element, joined
from treatykit.writers.html.names import Names
from treatykit.writers.html.revisions import Revised
from treatykit.writers.html.templates import environment, source
from treatykit.writers.moves import Move, moves_of
from treatykit.writers.options import DEFAULT_OPTIONS, WriteOptions
from treatykit.writers.pictures import Pictures, pictures_of
from treatykit.writers.sides import Side, change_numbers, is_changed, is_redline, labels_of, outline_as_read
from treatykit.writers.titles import standing, title_of, where_it_runs

_SIDES = "side-"


def write_html(document: Document, options: WriteOptions = DEFAULT_OPTIONS) -> str:
    """The document as one HTML file that needs no network and works without its script."""
    document = document if options.drafting_notes else without_drafting_notes(document)
    view = outline_as_read(document.body)
    moves = moves_of(view, options.report)
    pictures = pictures_of(document)
    rows = rows_by_number(options.report) if options.report else {}
    inline = printing(view, document.meta, moves, rows=rows, pictures=pictures)
    printed = print_whole(document, inline)
    redline = is_redline(stories(document))
    script = source("page.js")
    return (
        environment()
        .get_template("page.html")
        .render(
            meta=document.meta,
            title=title_of(document),
            standing=standing(document.meta),
            titled=inline.titled,
            text=printed.text,
            sides=comparison(view, document.meta, moves, pictures, rows) if redline else NOTHING,
            running=printed.running,
            redline=redline,
            annotated=is_annotated(document),
            view=options.view.value,
            contents=contents(view, inline.names),
            report=options.report,
            anchors=inline.inlines.revised.anchors(),
            style=source("text.css") + source("screen.css"),
            script=script,
            script_hash=_hash(script),
        )
    )


@dataclass(frozen=True, slots=True)
class Printed:
    """A whole text.

    Attributes:
        text: The body, and the notes that stand at its end.
        running: The headers and footers of the file, each with where it stands: a page of ours has its own.
    """

    text: Markup
    running: tuple[tuple[str, Markup], ...]


def print_whole(document: Document, words: Printing) -> Printed:
    """The whole document, its words all in one text."""
    body = words.body()
    words.inlines.depth, words.inlines.defining = 0, False  # what the body left open ends with it
    running = tuple((where_it_runs(header), words.story(header.blocks)) for header in document.headers)
    text = words.inlines.revised.settled(body + words.inlines.notes.at_the_end())
    return Printed(text, running)


def comparison(view: Outline, meta: Meta, moves: dict[int, Move], pictures: Pictures, rows: dict[int, int]) -> Markup:
    """The rows of a comparison: what each block is in the old text, and what it is in the new one."""
    anchors = Revised(Names(_SIDES), moves, rows)
    old_numbers, new_numbers = (labels_of(view.story, side) for side in (Side.OLD, Side.NEW))
    old, new = (
        printing(view, meta, moves, side=side, prefix=f"{side}-", revised=anchors, pictures=pictures)
        for side in (Side.OLD, Side.NEW)
    )
    beside = [
        _row(
            old.at(index, old_numbers.get(index)),
            new.at(index, new_numbers.get(index)),
            anchors.margin(change_numbers(block)),
            changed=is_changed(block),
        )
        for index, block in enumerate(view.story)
    ]
    beside.append(_row(old.inlines.notes.at_the_end(), new.inlines.notes.at_the_end(), NOTHING, changed=False))
    return anchors.settled(joined(beside))


def _row(old: Markup, new: Markup, numbers: Markup, *, changed: bool) -> Markup:
    if not old and not new and not numbers:
        return NOTHING
    cells = (
        element("td", numbers, class_="margin-cell"),
        element("td", old, class_="old"),
        element("td", new, class_="new"),
    )
    return element("tr", joined(cells), class_="differs" if changed else None)


def _hash(script: Markup) -> str:
    """What the page's policy allows to run, and nothing else (Content Security Policy 3, 2.3.1)."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii")
