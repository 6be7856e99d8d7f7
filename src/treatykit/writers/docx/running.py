"""Write headers and footers: the document's own, and ours with symbol, status, date, page numbers and watermark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from treatykit.model.content import Story
from treatykit.model.document import Document, HeaderFooter, Meta, Pages, Place
from treatykit.model.properties import UNFORMATTED
from treatykit.ooxml.elements import root, text_element, w
from treatykit.ooxml.role_styles import RUNNING_FOOTER, RUNNING_HEADER, Setting
from treatykit.ooxml.watermark import watermark_run
from treatykit.records import dataclass
from treatykit.writers.docx.stories import StoryWriter, Surroundings
from treatykit.writers.docx.treaty_styles import TEXT_WIDTH
from treatykit.writers.page_head import PageHead, page_head
from treatykit.writers.titles import status_words

_FIRST_SCOPE: Final = 10
_TAGS: Final = {Place.HEADER: "hdr", Place.FOOTER: "ftr"}
_STYLES: Final = {Place.HEADER: RUNNING_HEADER, Place.FOOTER: RUNNING_FOOTER}


@dataclass(frozen=True, slots=True)
class RunningPart:
    """A header or footer.

    Attributes:
        section: The section that shows it, from 0.
    """

    section: int
    place: Place
    pages: Pages
    content: etree._Element


def running_parts(document: Document, stories: StoryWriter, *, watermark: bool) -> Iterator[RunningPart]:
    """The headers and footers of a file; every kind of page that has one has both.

    Args:
        document: What is written.
        stories: Writes their content.
        watermark: Print the status across the pages of a draft.
    """
    own = {(part.section, part.place, part.pages): (at, part) for at, part in enumerate(document.headers, start=1)}
    number = 0
    for section in range(section_count(document)):
        for pages in _kinds_of_pages(document, section):
            for place in Place:
                found = own.get((section, place, pages))
                if found is None and section and not _kinds_of_pages(document, section):
                    continue
                number += 1
                mark = _watermark(document.meta, number) if watermark and place is Place.HEADER else None
                content = _own(*found, stories, mark) if found else [_ours(document, place, stories, mark)]
                yield RunningPart(section, place, pages, root(_TAGS[place], *content))


def section_count(document: Document) -> int:
    """How many sections the headers speak of."""
    return max((part.section for part in document.headers), default=0) + 1


def _kinds_of_pages(document: Document, section: int) -> list[Pages]:
    used = {part.pages for part in document.headers if part.section == section}
    return [pages for pages in Pages if pages is Pages.DEFAULT or pages in used]


def _own(at: int, part: HeaderFooter, stories: StoryWriter, mark: etree._Element | None) -> list[etree._Element]:
    around = Surroundings(path=(at,), setting=Setting.RUNNING, scope=_FIRST_SCOPE + at)
    blocks: Story = part.blocks
    written = stories.story(blocks, around)
    return written if mark is None else [_furniture(part.place, stories, [mark]), *written]


def _ours(document: Document, place: Place, stories: StoryWriter, mark: etree._Element | None) -> etree._Element:
    marks = [mark] if mark is not None else []
    if place is Place.FOOTER:
        return _furniture(place, stories, [*marks, *_page_of_pages(stories)])
    head = page_head(document)
    return _furniture(place, stories, [*marks, *_said(head)], *_aside(head))


def _furniture(place: Place, stories: StoryWriter, runs: list[etree._Element], *look: etree._Element) -> etree._Element:
    style = w("pStyle", val=stories.paragraphs.styles.furniture(_STYLES[place]))
    return w("p", w("pPr", style, *look), *runs)


def _aside(head: PageHead) -> Iterator[etree._Element]:
    """The tab stop of a title that stands in the middle of what is free, and not of the line as the style has it."""
    middle = round(head.middle * TEXT_WIDTH)
    if head.title and middle != TEXT_WIDTH // 2:
        stops = sorted([(TEXT_WIDTH // 2, "clear"), (middle, "center")])
        yield w("tabs", *(w("tab", val=kind, pos=position) for position, kind in stops))


def _said(head: PageHead) -> Iterator[etree._Element]:
    """Symbol, title and standing, at the left, in the middle and at the right."""
    if not head:
        return
    for at, words in enumerate((head.symbol, head.title, head.standing)):
        if at:
            yield w("r", w("tab"))
        if words:
            yield w("r", text_element("t", words))


def _page_of_pages(stories: StoryWriter) -> Iterator[etree._Element]:
    runs = stories.paragraphs.runs
    yield w("r", text_element("t", "Page "))
    yield from (piece.element for piece in runs.field("PAGE", "1", UNFORMATTED, ()))
    yield w("r", text_element("t", " of "))
    yield from (piece.element for piece in runs.field("NUMPAGES", "1", UNFORMATTED, ()))


def _watermark(meta: Meta, number: int) -> etree._Element | None:
    if meta.status is None or not meta.status.is_draft:
        return None
    return watermark_run(status_words(meta.status).upper(), number)
