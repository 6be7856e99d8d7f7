"""Two texts made one redline."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import replace
from datetime import datetime

from treatykit.compare.ignoring import Ignore
from treatykit.compare.items import Catalogue
from treatykit.compare.keys import Names
from treatykit.compare.pen import Pen
from treatykit.compare.redline import Redliner
from treatykit.compare.terms import defined_terms
from treatykit.compare.units import Lexicon
from treatykit.errors import ContentError
from treatykit.model.content import Story
from treatykit.model.decide import Decision, decide
from treatykit.model.document import Document, HeaderFooter, Pages, Place
from treatykit.model.normal import normalise
from treatykit.model.pending import has_revisions

_Where = tuple[int, Place, Pages]


def compare(
    old: Document,
    new: Document,
    *,
    author: str = "treatykit",
    date: datetime | None = None,
    existing: Decision | None = None,
    ignore: Collection[Ignore] = (),
) -> Document:
    """The new text with revisions: accepting them gives the new text, rejecting them the old one.

    Args:
        old: The earlier text.
        new: The later one; what is known about it is known about the redline.
        author: Who the revisions say made them.
        date: When; nobody reads the clock.
        existing: What to do first with revisions that are pending in either text.
        ignore: Differences that are passed over. Accepting still gives exactly the new text;
            rejecting gives the old one up to what is ignored.

    Raises:
        ContentError: A text has pending revisions and `existing` does not say what to do.
    """
    for text, which in ((old, "old"), (new, "new")):
        if existing is None and has_revisions(text):
            hint = "accept or reject them first, or say which with 'existing'"
            raise ContentError(f"the {which} text has pending revisions", hint=hint)
    old, new = settled_text(old, existing), settled_text(new, existing)
    numbers: dict[Hashable, int] = {}
    formats = Ignore.FORMATTING not in ignore
    terms = defined_terms(old) | defined_terms(new)
    old_names, new_names = Names.of(old.meta.parties), Names.of(new.meta.parties)
    catalogue = Catalogue(old_names, numbers)
    redliner = Redliner(
        pen=Pen(author, date),
        lexicon=Lexicon(tuple(sorted(terms)), frozenset(ignore)),
        old_catalogue=catalogue,
        new_catalogue=catalogue if new_names == old_names else Catalogue(new_names, numbers),
        formats=formats,
    )
    body = redliner.story(old.body, new.body)
    known = {package.name for package in new.packages}
    return normalise(
        replace(
            new,
            body=body,
            headers=_headers(redliner, old, new),
            packages=(*new.packages, *(package for package in old.packages if package.name not in known)),
        )
    )


def settled_text(document: Document, existing: Decision | None) -> Document:
    """A text as it is compared: what is pending in it decided."""
    return decide(document, existing) if existing and has_revisions(document) else normalise(document)


def _headers(redliner: Redliner, old: Document, new: Document) -> tuple[HeaderFooter, ...]:
    olds = {_where(header): header for header in old.headers}
    news = {_where(header): header for header in new.headers}
    return tuple(
        replace(header, blocks=redliner.story(_blocks(olds.get(where)), _blocks(news.get(where))))
        for where, header in sorted((olds | news).items(), key=lambda entry: _order(entry[0]))
    )


def _blocks(header: HeaderFooter | None) -> Story:
    return header.blocks if header else ()


def _where(header: HeaderFooter) -> _Where:
    return (header.section, header.place, header.pages)


def _order(where: _Where) -> tuple[int, int, int]:
    section, place, pages = where
    return (section, list(Place).index(place), list(Pages).index(pages))
