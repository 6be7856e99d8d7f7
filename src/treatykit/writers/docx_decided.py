"""Accept or reject tracked changes of a Word file in the file itself."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from treatykit.errors import UsageError
from treatykit.model.content import Reference
from treatykit.model.decide import Decision, Selection, decide, every
from treatykit.model.document import Document
from treatykit.model.recounting import recount
from treatykit.model.walk import paragraphs, stories
from treatykit.ooxml.deciding import decide_package, is_pending
from treatykit.ooxml.edited_package import EditedPackage
from treatykit.ooxml.joining import drop_block
from treatykit.ooxml.names import qn
from treatykit.ooxml.origin import facts_root
from treatykit.ooxml.package import open_package
from treatykit.ooxml.retyping import retype, retyped
from treatykit.ooxml.role_styles import REDLINE_NOTE
from treatykit.ooxml.styles import read_styles, value
from treatykit.writers.docx_tracked import TrackedChanges


def write_docx_decided(document: Document, decision: Decision, selection: Selection = every) -> bytes:
    """A copy of a Word file with the selected changes accepted or rejected, and everything else as it was.

    References of ours print the numbers of the text that was decided for; those of others wait for Word.

    Args:
        document: As it was read from the file, with its changes pending.
        decision: What happens to them.
        selection: Which of them; the others stay pending.

    Raises:
        UsageError: The document was not read from a Word file.
    """
    if not document.packages:
        raise UsageError("the text was not read from a Word file", hint="write the result as a new file")
    source = document.packages[0]
    package = EditedPackage(open_package(source.data, source.name))
    changes = TrackedChanges(package, source.name)
    if selection is not every:
        for story in stories(document):
            changes.learn(story)

    def selects(part: str, element: etree._Element) -> bool:
        return selection is every or selection(changes.revision(part, element))

    # Where they stand is asked before anything is moved, and only then are they printed anew.
    followed = [] if facts_root(package.parts) is None else list(_followed(document, decision, selection, package))
    decide_package(package, decision, selects)
    for part, leaf, words in followed:
        package.touch(part)
        retype(leaf, words)
    if not is_pending(package):
        _drop_redline_note(package)
    return package.pack()


def _followed(
    document: Document, decision: Decision, selection: Selection, package: EditedPackage
) -> Iterator[tuple[str, etree._Element, str]]:
    """The leaves that print another number after the decision, with their parts."""
    decided = recount(decide(document, decision, selection), document)
    before = {reference.source: reference.text for reference in _references(document)}
    for reference in _references(decided):
        if len(reference.source) != 1 or before.get(reference.source, reference.text) == reference.text:
            continue
        (place,) = reference.source
        paragraph = package.element(place.part, place.element)
        if paragraph is not None:
            for leaf, words in retyped(paragraph, place.start, place.stop, reference.text):
                yield place.part, leaf, words


def _references(document: Document) -> Iterator[Reference]:
    for paragraph in paragraphs(document):
        yield from (inline for inline in paragraph.inlines if isinstance(inline, Reference))


def _drop_redline_note(package: EditedPackage) -> None:
    """Take out what our writer puts at the head of a redline: it speaks of pending changes."""
    part = package.related("styles")
    style = read_styles(package.root(part)).id_of(REDLINE_NOTE, "paragraph") if part else None
    if style is None:
        return
    for paragraph in list(package.root(package.main).iter(qn("w:p"))):
        if value(paragraph.find(qn("w:pPr")), "w:pStyle") == style:
            package.touch(package.main)
            drop_block(paragraph)
