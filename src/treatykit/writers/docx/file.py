"""Write a document as a Word file of our own (docs/analysis/).

For what was assembled here or read from a format without styles of its own. In order:
the document is made sayable, moves are planned, styles and lists are laid out, stories
are written, and the parts are packed.
"""

from __future__ import annotations

from itertools import chain
from typing import Final

from lxml import etree

from treatykit.model.content import NoteKind
from treatykit.model.document import Document, Meta, Pages
from treatykit.model.signature_page import last_of_the_text
from treatykit.model.walk import stories as stories_of
from treatykit.ooxml.elements import root, w
from treatykit.ooxml.facts import facts_xml
from treatykit.ooxml.names import NAMESPACES, qn
from treatykit.ooxml.origin import checksum
from treatykit.ooxml.own_marks import APPLICATION, CHECKSUM, PART
from treatykit.ooxml.package_writer import PackageWriter
from treatykit.ooxml.settings_part import CoreProperties, app_xml, core_xml, fonts_xml, settings_xml
from treatykit.ooxml.xml import print_xml
from treatykit.writers.docx.annotations import Annotations, Piece
from treatykit.writers.docx.bookmarks import bookmarks_of
from treatykit.writers.docx.front_matter import (
    brings_contents,
    contents,
    inserted,
    opening_length,
    redline_note,
    wants_contents,
)
from treatykit.writers.docx.inlines import RunWriter
from treatykit.writers.docx.lists import lists_of
from treatykit.writers.docx.moves import plan_moves
from treatykit.writers.docx.notes import SEPARATORS, Notes
from treatykit.writers.docx.paragraphs import ParagraphWriter
from treatykit.writers.docx.running import RunningPart, running_parts
from treatykit.writers.docx.sayable import sayable
from treatykit.writers.docx.stories import StoryWriter
from treatykit.writers.docx.styles import styles_of
from treatykit.writers.docx.treaty_styles import FOOT_MARGIN, MARGIN, PAGE_HEIGHT, PAGE_WIDTH
from treatykit.writers.drafting_notes import without_drafting_notes
from treatykit.writers.options import DEFAULT_OPTIONS, WriteOptions
from treatykit.writers.sides import is_redline

_DOCUMENT: Final = "word/document.xml"
_RUNNING_DISTANCE: Final = 709
_LINE_NUMBER_DISTANCE: Final = 284


def write_docx(document: Document, options: WriteOptions = DEFAULT_OPTIONS) -> bytes:
    """The document as a Word file; the same document gives the same bytes.

    Revisions are tracked changes under their authors and dates. A report in the
    options is summed up at the head; Word has a list of changes of its own.
    """
    said = sayable(document if options.drafting_notes else without_drafting_notes(document))
    moves = plan_moves(said)
    annotations = Annotations(moves.changes)
    bookmarks = bookmarks_of(said, annotations)
    styles = styles_of(said)
    lists = lists_of(said.body, styles)
    toc = contents(said.body, bookmarks, styles) if wants_contents(said.body) else []
    notes = Notes()
    runs = RunWriter(annotations, bookmarks, styles, notes.write)
    stories = StoryWriter(
        ParagraphWriter(annotations, bookmarks, styles, lists, moves, runs, last_of_the_text(said.body))
    )
    notes.stories = stories

    blocks = stories.body(said.body)
    if toc:
        toc.append(stories.spacer([Piece(w("r", w("br", type="page")))]))
        if (came := brings_contents(said.body)) is not None:
            toc = inserted(toc, came, annotations)
        blocks.insert(opening_length(said.body), toc)
    head = list(redline_note(said, styles, options.report))
    running = list(running_parts(said, stories, watermark=options.watermark))

    package = PackageWriter()
    package.relate("", "document", _DOCUMENT)
    sections = _sections(package, running, options)
    body = [*head, *chain.from_iterable(blocks), *_earlier_sections(stories, sections[:-1]), sections[-1]]
    main = print_xml(root("document", w("body", *body)))
    package.add(_DOCUMENT, main, "document")
    for part in running:
        package.add(_running_name(running, part), part.content, part.place.value)
    separators: dict[NoteKind, tuple[int, ...]] = {}
    for kind in NoteKind:
        if (content := notes.part(kind)) is not None:
            separators[kind] = SEPARATORS
            _add(package, f"word/{kind.value}s.xml", content, f"{kind.value}s")
    if lists.sheet:
        _add(package, "word/numbering.xml", lists.sheet.xml(), "numbering")
    _add(package, "word/styles.xml", styles.sheet.xml(), "styles")
    settings = settings_xml(
        language=said.meta.language,
        track_revisions=is_redline(stories_of(said)),
        even_and_odd=any(part.pages is Pages.EVEN for part in running),
        footnotes=separators.get(NoteKind.FOOTNOTE, ()),
        endnotes=separators.get(NoteKind.ENDNOTE, ()),
    )
    _add(package, "word/settings.xml", settings, "settings")
    _add(package, "word/fontTable.xml", fonts_xml(), "fontTable")
    facts = facts_xml(bookmarks.facts(said, annotations.facts()))
    facts.set(CHECKSUM, checksum(main))
    _add_facts(package, facts)
    _add_properties(package, said.meta, options)
    return package.pack()


def _sections(package: PackageWriter, running: list[RunningPart], options: WriteOptions) -> list[etree._Element]:
    count = max(part.section for part in running) + 1
    return [_section(number, package, running, options) for number in range(count)]


def _section(number: int, package: PackageWriter, running: list[RunningPart], options: WriteOptions) -> etree._Element:
    parts = [part for part in running if part.section == number]
    references = [
        w(
            f"{part.place.value}Reference",
            type=part.pages.value,
            r_id=package.relate(_DOCUMENT, part.place.value, _running_name(running, part)),
        )
        for part in parts
    ]
    first = [w("titlePg")] if any(part.pages is Pages.FIRST for part in parts) else []
    # Sections after the first only carry headers that the document has: they begin and end where the text ends.
    kind = [w("type", val="continuous")] if number else []
    lines = [w("lnNumType", countBy=5, distance=_LINE_NUMBER_DISTANCE)] if options.line_numbers else []
    margins = {**dict.fromkeys(("top", "right", "left"), MARGIN), "bottom": FOOT_MARGIN}
    return w(
        "sectPr",
        *references,
        *kind,
        w("pgSz", w=PAGE_WIDTH, h=PAGE_HEIGHT),
        w("pgMar", **margins, header=_RUNNING_DISTANCE, footer=_RUNNING_DISTANCE, gutter=0),
        *lines,
        w("cols", space=_RUNNING_DISTANCE),
        *first,
    )


def _earlier_sections(stories: StoryWriter, sections: list[etree._Element]) -> list[etree._Element]:
    ends = []
    for section in sections:
        paragraph = stories.spacer()
        paragraph[0].append(section)
        ends.append(paragraph)
    return ends


def _running_name(running: list[RunningPart], part: RunningPart) -> str:
    alike = [other for other in running if other.place is part.place]
    return f"word/{part.place.value}{alike.index(part) + 1}.xml"


def _add(package: PackageWriter, name: str, content: etree._Element, kind: str) -> None:
    package.relate(_DOCUMENT, kind, name)
    package.add(name, content, kind)


def _add_facts(package: PackageWriter, facts: etree._Element) -> None:
    folder, _, name = PART.rpartition("/")
    description = f"{folder}/itemProps1.xml"
    package.relate(_DOCUMENT, "customXml", PART)
    package.relate(PART, "customXmlProps", description)
    item = etree.Element(qn("ds:datastoreItem"), nsmap={"ds": NAMESPACES["ds"]})
    item.set(qn("ds:itemID"), "{7472EA71-7B17-4D0C-9A5E-000000000001}")
    schemas = etree.SubElement(item, qn("ds:schemaRefs"))
    etree.SubElement(schemas, qn("ds:schemaRef")).set(qn("ds:uri"), NAMESPACES["tk"])
    package.add(f"{folder}/{name}", facts, "xml")
    package.add(description, item, "customXmlProps")


def _add_properties(package: PackageWriter, meta: Meta, options: WriteOptions) -> None:
    properties = CoreProperties(
        title=meta.title,
        subject=meta.subject,
        creator=meta.author,
        category=meta.category,
        identifier=meta.symbol,
        status=meta.status.value if meta.status else "",
        version=meta.version,
        language=meta.language,
        created=options.created,
    )
    for name, kind, content in (
        ("docProps/core.xml", "core", core_xml(properties)),
        ("docProps/app.xml", "app", app_xml(APPLICATION)),
    ):
        package.relate("", kind, name)
        package.add(name, content, kind)
