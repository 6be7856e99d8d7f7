"""Read anybody's Word file as a document.

The order of the work: judge the package, read styles and lists, read the stories, put shifted marks
back, print the numbers, number the changes. docs/analysis/reading.md tells it with specimens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from treatykit.errors import UnreadableError
from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.model.pending import has_revisions
from treatykit.model.sources import Package
from treatykit.ooxml.canonical import digest
from treatykit.ooxml.controls import CONTROL, said_of_itself
from treatykit.ooxml.names import qn
from treatykit.ooxml.numbering import read_numbering
from treatykit.ooxml.origin import facts_root, saved_by_us
from treatykit.ooxml.package import Parts, open_package
from treatykit.ooxml.read_formats import Formats
from treatykit.ooxml.relations import content_type, main_part, read_relations, related_part
from treatykit.ooxml.sections import headed, last_section, page_setup, sections
from treatykit.ooxml.style_facets import UNDISPUTED, Disputed, StyleFacets
from treatykit.ooxml.style_roles import style_properties
from treatykit.ooxml.styles import read_styles
from treatykit.ooxml.xml import parse_xml
from treatykit.readers.docx_blocks import read_story
from treatykit.readers.docx_headers import read_headers
from treatykit.readers.docx_labels import body_labels, number_document
from treatykit.readers.docx_meta import read_meta
from treatykit.readers.docx_part import Findings, Opened
from treatykit.readers.docx_revisions import tells_of_changes
from treatykit.readers.reading import Reading

if TYPE_CHECKING:
    from treatykit.ooxml.facts import Facts


def read_docx(data: bytes, name: str, disputed: Disputed = UNDISPUTED, *, marks_as_written: bool = False) -> Reading:
    """Read a Word file.

    Args:
        data: The file.
        name: What to call it in errors and findings.
        disputed: What its styles say otherwise than those of the file that it is compared with.
        marks_as_written: Tracked marks are told where Word has them, for who writes into this file again while they
            are pending; else where they mean something (docs/analysis/tracked-changes.md, the shift by one).

    Raises:
        UnreadableError: It is no Word file, or a damaged or dangerous one.
    """
    parts = open_package(data, name)
    try:
        return _read(parts, disputed, marks_as_written=marks_as_written, at_once=True)
    except _CountedTooSoonError:
        return _read(parts, disputed, marks_as_written=marks_as_written, at_once=False)


class _CountedTooSoonError(Exception):
    """Numbers were printed at once, and then something was met that they cannot be printed before."""


def _read(parts: Parts, disputed: Disputed, *, marks_as_written: bool, at_once: bool) -> Reading:
    """Read a Word file.

    Args:
        at_once: Print the number of a paragraph when it is read, unless it is plain that this cannot be done. It takes
            less time than to print them afterwards, and they are the same (`tests/readers/test_docx_labels.py`).

    Raises:
        _CountedTooSoonError: It could not be done.
    """
    opened = _open(parts, disputed)
    opened.marks_as_written = marks_as_written
    root = facts_root(opened.parts)
    facts = None if root is None else _recognised(opened, root)
    main = opened.part(opened.main)
    body = main.root.find(qn("w:body"))
    if body is None:
        raise UnreadableError("is a Word file without a body", where=parts.name, hint="save the file again in Word")
    labels = body_labels(opened.numbering) if at_once and facts is None and not tells_of_changes(main.root) else None
    standing = tuple(sections(body))
    document = Document(
        body=read_story(main, body, labels),
        headers=tuple(read_headers(opened, standing, numbered=labels is not None)),
        meta=read_meta(opened),
        packages=(
            Package(
                opened.key,
                parts.data,
                page_setup(last_section(body)),
                tuple(opened.links),
                headed(standing),
                tuple(map(said_of_itself, body.iter(CONTROL))),
            ),
        ),
    )
    if labels and (opened.revised or opened.hides_notes):
        opened.close()
        raise _CountedTooSoonError
    pending = opened.revised and has_revisions(document)
    if facts is not None:
        from treatykit.readers.docx_own import read_own

        document = read_own(document, opened, facts)
        pending = has_revisions(document)
    elif pending and not marks_as_written:
        from treatykit.readers.docx_marks import unshift_where_alike
        from treatykit.readers.docx_stories import map_stories

        document = map_stories(document, unshift_where_alike(opened.places))
    if labels:
        labels.tell(opened.findings)
    else:
        document = number_document(document, opened.numbering, opened.places, opened.findings, pending=pending)
    if facts is not None:
        from treatykit.readers.docx_own import with_plain_spaces
        from treatykit.readers.docx_stale import with_typed_references

        document = with_typed_references(with_plain_spaces(document), opened)
    document = normalise(document)
    if not opened.changes and pending:
        from treatykit.readers.docx_changes import number_changes

        document = number_changes(document)
    opened.close()
    return Reading(document, opened.findings.all())


def _open(parts: Parts, disputed: Disputed) -> Opened:
    findings = Findings(parts.name)
    main = main_part(parts)
    if "macroEnabled" in content_type(parts, main):
        findings.note("macros", "the file holds macros; they are not run")
    relations = read_relations(parts, main)

    def root(kind: str) -> etree._Element | None:
        part = related_part(parts, relations, kind)
        if part is None:
            return None
        try:
            return parse_xml(parts.read(part), f"{parts.name}: {part}")
        except UnreadableError as error:
            findings.warn("damaged-part", f"{error.message}; read without it", "ask for the file again")
            return None

    style_sheet = root("styles")
    styles = read_styles(style_sheet)
    numbering = read_numbering(root("numbering"), styles)
    untouched = saved_by_us(parts)
    said_by_styles = None if untouched else StyleFacets(styles, numbering, style_sheet, disputed)
    return Opened(
        parts=parts,
        key=digest(parts.data)[:16],
        findings=findings,
        main=main,
        relations=relations,
        styles=styles,
        numbering=numbering,
        formats=Formats(styles, said_by_styles),
        untouched=untouched,
        roles_of=lambda style: style_properties(styles, style, own=False),
    )


def _recognised(opened: Opened, root: etree._Element) -> Facts | None:
    """What the part says that makes the file one of ours, and from here on, read it as one."""
    from treatykit.ooxml.facts import read_facts  # another's file needs nothing of what reads ours
    from treatykit.readers.docx_own import own_changes

    facts = read_facts(root)
    if facts is not None:
        opened.own = True
        opened.changes = own_changes(opened, facts)
        opened.roles_of = lambda style: style_properties(opened.styles, style, own=True)
    return facts
