"""Write a redline into the Word file that the new text came from, and change nothing else in it.

docs/analysis/in-place-redline.md tells how, with specimens.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from treatykit.errors import UsageError
from treatykit.model.content import Mark, Paragraph, Story, Table
from treatykit.model.document import Document
from treatykit.model.pending import story_revisions
from treatykit.model.revisions import Revision, departure
from treatykit.model.walk import stories
from treatykit.ooxml.change_numbers import note_change
from treatykit.ooxml.names import qn
from treatykit.ooxml.origin import saved_by_us
from treatykit.ooxml.package import open_package
from treatykit.ooxml.section_breaks import breaks_are_tracked
from treatykit.ooxml.table_records import signed
from treatykit.writers.docx_redline.block_controls import track_block_controls
from treatykit.writers.docx_redline.containers import StoryEditor
from treatykit.writers.docx_redline.created import Creator
from treatykit.writers.docx_redline.desk import Desk, open_desk
from treatykit.writers.docx_redline.old_numbers import restore_numbers
from treatykit.writers.docx_redline.page_setup import track_page_setup
from treatykit.writers.docx_redline.ranges import place_moves, settle_ids
from treatykit.writers.docx_redline.running import edit_header
from treatykit.writers.docx_redline.words import WordEditor
from treatykit.writers.docx_tracked import TrackedChanges

__all__ = ["Desk", "open_desk", "package_to_edit", "write_at", "write_docx_redline"]


def package_to_edit(document: Document) -> str | None:
    """The Word file that the new text came from and that somebody may want back as it is.

    None for a text from elsewhere, and for a file that nobody but us has saved: written anew,
    its redline says all that the model knows, and there is nothing else in it to keep.
    """
    names = {package.name for package in document.packages}
    found = Counter(
        source.package
        for story in stories(document)
        for mark in _standing_marks(story)
        for source in mark.source[:1]
        if source.package in names
    )
    if not found:
        return None
    name = found.most_common(1)[0][0]
    data = next(package.data for package in document.packages if package.name == name)
    return None if saved_by_us(open_package(data, name)) else name


def write_docx_redline(document: Document, onto: str | None = None, hand: Revision | None = None) -> bytes:
    """A copy of a Word file with the revisions of a document written into it.

    Untouched parts stay as they were, byte for byte, and so do untouched elements. What went is
    brought from the package it came from, with the styles, lists and pictures it needs.

    Args:
        document: A redline whose new side was read from a Word file.
        onto: The name of the package to edit; else that of the new text.
        hand: Who set the pages otherwise, and when; None where their set-up does not count.

    Raises:
        UsageError: The document holds no such package.
    """
    key = onto or package_to_edit(document)
    if key is None or key not in {package.name for package in document.packages}:
        raise UsageError("the new text was not read from a Word file", hint="write the redline as a new file")
    return write_at(open_desk(document.packages, key), document, hand)


def write_at(desk: Desk, document: Document, hand: Revision | None = None) -> bytes:
    """The same at a desk that is laid out already, with all packages of the document."""
    desk.breaks = breaks_are_tracked(document)
    _note_what_is_kept(desk, document)
    creator = Creator(desk)
    editor = StoryEditor(desk, creator, WordEditor(desk, creator))
    body = desk.target.root(desk.target.main).find(qn("w:body"))
    if body is not None:
        editor.edit(document.body, body, desk.target.main)
    for header in document.headers:
        edit_header(editor, header)
    track_page_setup(desk, document.body, hand)
    if (by := hand or next(_hands(document), None)) is not None:
        track_block_controls(desk, by)
    place_moves(desk.tracker)
    restore_numbers(desk, document)
    for root in desk.target.touched():
        settle_ids(desk.tracker, root)
    return desk.target.pack()


def _hands(document: Document) -> Iterator[Revision]:
    return (revision for story in stories(document) for revision in story_revisions(story))


def _note_what_is_kept(desk: Desk, document: Document) -> None:
    """Write beside the changes that the file has already which numbers they have among others."""
    if not desk.pending:
        return
    known = TrackedChanges(desk.target, desk.key)
    for story in stories(document):
        known.learn(story)
    kept = [
        (part, by, revision)
        for part, element in desk.pending
        if (revision := known.found(part, element)) is not None and (by := signed(element)) is not None
    ]
    numbers = {(revision.author, revision.change) for _, _, revision in kept}
    if all((one.author, one.change) in numbers for story in stories(document) for one in story_revisions(story)):
        return  # they are counted as they stand
    for part, by, revision in kept:
        note_change(by, revision)
        desk.target.touch(part)


def _standing_marks(story: Story) -> Iterator[Mark]:
    """The marks of the new text; those in the cells of a deleted row are not tracked themselves."""
    for block in story:
        match block:
            case Paragraph(_, mark) if departure(mark.revisions) is None:
                yield mark
            case Table(rows):
                for row in rows:
                    if departure(row.revisions) is None:
                        for cell in row.cells:
                            yield from _standing_marks(cell.blocks)
            case _:
                pass
