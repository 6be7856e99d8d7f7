"""Two texts made one redline."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from treatykit.compare.existing import Existing
from treatykit.compare.finder import Finder
from treatykit.compare.findings import Findings
from treatykit.compare.ignoring import Ignore
from treatykit.compare.links import with_links, without_links
from treatykit.compare.outlines import Outlines
from treatykit.compare.pen import Pen
from treatykit.compare.redline import Redliner
from treatykit.errors import ContentError
from treatykit.model.content import Story
from treatykit.model.decide import Decision, decide
from treatykit.model.document import Document, HeaderFooter, Meta, Pages, Place
from treatykit.model.normal import normalise
from treatykit.model.pending import has_revisions, last_change
from treatykit.model.sources import united

_Where = tuple[int, Place, Pages]


def compare(
    old: Document,
    new: Document,
    *,
    author: str = "treatykit",
    date: datetime | None = None,
    existing: Existing | None = None,
    ignore: Collection[Ignore] = (),
    outlines: Outlines | None = None,
    findings: Findings | None = None,
) -> Document:
    """The new text with revisions: accepting them gives the new text, rejecting them the old one.

    Args:
        old: The earlier text.
        new: The later one; what is known about it is known about the redline, which remembers what was of the old.
        author: Who the revisions say made them.
        date: When; nobody reads the clock.
        existing: What to do with revisions that are pending in either text. To keep those of the new text is to
            compare it as it reads without them, and to put them on top: accepting all gives the new text with its
            own revisions accepted, rejecting all the old one.
        ignore: Differences that are passed over. Accepting still gives exactly the new text;
            rejecting gives the old one up to what is ignored.
        outlines: Keeps the outlines that were needed, and the terms, for who reports on the redline.
        findings: Says what the texts have in common, if they are not to be searched for it.

    Raises:
        ContentError: A text has pending revisions and `existing` does not say what to do.
    """
    for text, which in ((old, "old"), (new, "new")):
        if existing is None and has_revisions(text):
            hint = "accept, reject or keep them: say which with 'existing'"
            raise ContentError(f"the {which} text has pending revisions", hint=hint)
    theirs = new if existing is Existing.KEEP and has_revisions(new) else None
    old = settled_text(old, existing and existing.of_old())
    new = settled_text(new, existing and existing.of_new())
    before, after = old, new
    old, new = with_links(old, new)
    redliner = Redliner(
        pen=Pen(author, date, last=last_change(theirs) if theirs else 0),
        finder=Finder(old, new, frozenset(ignore), outlines or Outlines(), findings or Findings()),
        formats=Ignore.FORMATTING not in ignore,
    )
    body = redliner.story(old.body, new.body)
    headers = _headers(redliner, old, new)
    if theirs is not None:
        from treatykit.compare.keeping import woven  # few texts have changes that are kept

        body, headers = woven(body, theirs.body), _woven_headers(headers, theirs.headers)
    redline = replace(new, body=body, headers=headers, packages=united(new.packages, old.packages))
    redline = normalise(redline if old is before and new is after else without_links(redline))
    if theirs is not None:
        from treatykit.model.change_order import in_reading_order

        redline = in_reading_order(redline)
    return replace(redline, meta=_known(old.meta, (theirs or new).meta, redline))


def settled_text(document: Document, decision: Decision | None) -> Document:
    """A text as it is compared: what is pending in it decided."""
    return decide(document, decision) if decision and has_revisions(document) else normalise(document)


def _known(old: Meta, new: Meta, redline: Document) -> Meta:
    """What is known of the new text, and of the old one where that is anything else and something can be rejected."""
    former, known = replace(old, former=None), replace(new, former=None)
    return replace(known, former=former) if former != known and has_revisions(redline) else known


def _headers(redliner: Redliner, old: Document, new: Document) -> tuple[HeaderFooter, ...]:
    olds = {_where(header): header for header in old.headers}
    news = {_where(header): header for header in new.headers}
    return tuple(
        replace(header, blocks=redliner.story(_blocks(olds.get(where)), _blocks(news.get(where))))
        for where, header in sorted((olds | news).items(), key=lambda entry: _order(entry[0]))
    )


def _woven_headers(ours: tuple[HeaderFooter, ...], theirs: tuple[HeaderFooter, ...]) -> tuple[HeaderFooter, ...]:
    from treatykit.compare.keeping import woven

    mine, pending = ({_where(header): header for header in each} for each in (ours, theirs))
    return tuple(
        replace(header, blocks=woven(_blocks(mine.get(where)), _blocks(pending.get(where))))
        for where, header in sorted((mine | pending).items(), key=lambda entry: _order(entry[0]))
    )


def _blocks(header: HeaderFooter | None) -> Story:
    return header.blocks if header else ()


def _where(header: HeaderFooter) -> _Where:
    return (header.section, header.place, header.pages)


def _order(where: _Where) -> tuple[int, int, int]:
    section, place, pages = where
    return (section, list(Place).index(place), list(Pages).index(pages))
