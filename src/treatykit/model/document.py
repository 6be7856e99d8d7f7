"""A whole document: its body, its headers and footers, and what is known about it."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from treatykit.model.content import Story
from treatykit.model.sources import Package
from treatykit.records import dataclass


class Place(StrEnum):
    """Where on the page a running text stands."""

    HEADER = "header"
    FOOTER = "footer"


class Pages(StrEnum):
    """Which pages of a section show it (``w:type`` of a header reference)."""

    DEFAULT = "default"
    FIRST = "first"
    EVEN = "even"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderFooter:
    """A header or footer of one section.

    Attributes:
        section: Counted from 0.
    """

    section: int = 0
    place: Place = Place.HEADER
    pages: Pages = Pages.DEFAULT
    blocks: Story = ()


class Status(StrEnum):
    """How far a text has come on its way from proposal to treaty."""

    PROPOSAL = "proposal"
    DRAFT = "draft"
    NEGOTIATING = "negotiating"
    CLEAN = "clean"
    INITIALLED = "initialled"
    SIGNED = "signed"
    IN_FORCE = "in force"
    AMENDED = "amended"

    @property
    def is_draft(self) -> bool:
        """The words may still change, so the pages say so."""
        return self in (Status.PROPOSAL, Status.DRAFT, Status.NEGOTIATING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party as a reader needs it, to know who an attribution speaks of."""

    code: str
    short: str
    full: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What is known about a document and is not part of its words.

    Attributes:
        symbol: The sign under which the text circulates, ``KAR-TES/2/Rev.1``.
        category: What the text is called, ``treaty`` or ``declaration``, where it was assembled.
        date: As printed.
        variant: ``framework``, ``partial`` or ``comprehensive``, where it was assembled.
        language: The BCP 47 tag of the words.
        former: Of a redline, what was known of the old text, if that was anything else.
    """

    title: str = ""
    subject: str = ""
    author: str = ""
    category: str = ""
    symbol: str = ""
    date: str = ""
    variant: str = ""
    version: str = ""
    status: Status | None = None
    language: str = "en-GB"
    parties: tuple[Party, ...] = ()
    former: Meta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The value that readers make, engines work on and writers print.

    Two documents are equal when their words, labels, formats, tables, notes and
    headers are; what is known about them and where they came from does not count.

    Attributes:
        headers: In the order of section, place and pages; none of them empty.
        packages: The Word files that the sources speak of.
    """

    body: Story = ()
    headers: tuple[HeaderFooter, ...] = ()
    meta: Meta = field(default=Meta(), compare=False)
    packages: tuple[Package, ...] = field(default=(), compare=False, repr=False)
