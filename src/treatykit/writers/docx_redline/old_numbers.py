"""Give back the old numbers of lists: where rejecting would print another one, a paragraph says its old list.

The model compares the numbers that are printed and keeps no lists. Once all else is written, the paragraphs are counted
as they are when everything is rejected, beside those of the old file (docs/analysis/in-place-redline.md, Old numbers).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from itertools import chain
from typing import Final

from lxml import etree

from treatykit.model.document import Document
from treatykit.model.properties import Label, Properties
from treatykit.model.revisions import Revision, RevisionKind, reformattings
from treatykit.model.walk import paragraphs
from treatykit.ooxml.borrowing import Borrower
from treatykit.ooxml.counters import Counters, counted_paragraphs
from treatykit.ooxml.elements import w
from treatykit.ooxml.names import in_schema_order, qn
from treatykit.ooxml.numbering import Numbering, read_numbering
from treatykit.ooxml.read_formats import named_place
from treatykit.ooxml.style_facets import Direct
from treatykit.ooxml.styles import said_of
from treatykit.ooxml.tracking import child
from treatykit.records import dataclass
from treatykit.writers.docx_redline.desk import Desk
from treatykit.writers.docx_redline.looks import ListPosition, bare

_PROPERTIES: Final = qn("w:pPr")
_CAME: Final = (qn("w:ins"), qn("w:moveTo"))
_LIST: Final = qn("w:numPr")
_MARK: Final = qn("w:rPr")
_CHANGE: Final = qn("w:pPrChange")


def restore_numbers(desk: Desk, document: Document) -> None:
    """Say the old list of each paragraph whose number would not come back.

    Where the numbered paragraphs of the two texts do not go together one by one, nothing is said.

    Args:
        desk: With the package after everything else was written.
        document: The redline; without a number that changed there is nothing to do.
    """
    hand = next(_renumberings(document), None)
    if hand is None or len(desk.borrowers) != 1:
        return
    (key, borrower), *_ = desk.borrowers.items()
    theirs = desk.looks_of(key)
    lists = _Lists(desk, borrower, Counters(theirs.numbering))
    old = theirs.list_places()
    standing = ((one, *_rejected(said_of(one))) for one in counted_paragraphs(desk.target.body()))
    placed = ((one, lists.place(properties)) for one, stays, properties in standing if stays)
    here = [(paragraph, place) for paragraph, place in placed if place is not None]
    if len(old) != len(here) or _print_the_same(
        lists.counters.numbering, [at for _, at in here], theirs.numbering, old
    ):
        return
    for before, (paragraph, now) in zip(old, here, strict=True):
        wanted = lists.place_for(before, now)
        if wanted != now:
            _say(desk, paragraph, wanted, hand)


@dataclass(slots=True)
class _Lists:
    """The lists of the edited package, counted along as everything is rejected, beside those of the old one."""

    desk: Desk
    borrower: Borrower
    theirs: Counters
    counters: Counters = field(init=False)
    _places: dict[tuple[Direct, str | None], ListPosition | None] = field(default_factory=dict)
    _begun_anew: dict[ListPosition, int] = field(default_factory=dict)
    _instead: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.counters = Counters(self._numbering())

    def place(self, properties: etree._Element | None) -> ListPosition | None:
        """The list and level of a paragraph of the edited package."""
        named = named_place(properties)
        if named not in self._places:
            self._places[named] = self.counters.numbering.place(*named, self.desk.looks.styles)
        return self._places[named]

    def place_for(self, old: ListPosition, now: ListPosition) -> ListPosition:
        """Where a paragraph has to stand to print its old number; counts it there.

        Args:
            old: Where it stood in the old package.
            now: Where it stands when everything is rejected.
        """
        label = self.theirs.label(*old)
        num_id, level = old
        # Paragraphs of one old list stay in one list: other programs count each list for itself.
        beside = [(self._instead[num_id], level)] if num_id in self._instead else []
        places = chain(beside, (now,), self._elsewhere(old))
        place = next((place for place in places if self.counters.peek(*place) == label), now)
        self.counters.label(*place)
        if place != now:
            self._instead[num_id] = place[0]
        return place

    def _elsewhere(self, old: ListPosition) -> Iterator[ListPosition]:
        """Other lists to try: the old list itself, then one begun here."""
        num_id, level = old
        same = self.borrower.list(num_id)
        count = self.theirs.count(*old)
        if same is None or count is None:
            return
        if same not in self.counters.numbering.lists:
            self.counters.numbering = self._numbering()
        yield same, level
        if old not in self._begun_anew:
            self._begun_anew[old] = self.borrower.list_from(same, level, count)
            self.counters.numbering = self._numbering()
            yield self._begun_anew[old], level

    def _numbering(self) -> Numbering:
        part = self.desk.target.related("numbering")
        return read_numbering(self.desk.target.root(part) if part else None, self.desk.looks.styles)


def _renumberings(document: Document) -> Iterator[Revision]:
    """Who brought other numbers, as a revision that nobody decides on by its number."""
    for paragraph in paragraphs(document):
        for revision in reformattings(paragraph.mark.revisions):
            before, now = revision.before, paragraph.mark.properties.label
            if isinstance(before, Properties) and before.label != now and (_counted(before.label) or _counted(now)):
                yield Revision(kind=RevisionKind.REFORMATTED, author=revision.author, date=revision.date)


def _print_the_same(
    ours: Numbering, here: Sequence[ListPosition], theirs: Numbering, there: Sequence[ListPosition]
) -> bool:
    return (here == there and ours == theirs) or _printed(ours, here) == _printed(theirs, there)


def _printed(numbering: Numbering, places: Iterable[ListPosition]) -> list[str | None]:
    counters = Counters(numbering)
    return [counters.label(*place) for place in places]


def _counted(label: Label | None) -> bool:
    return label is not None and not label.typed


def _rejected(properties: etree._Element | None) -> tuple[bool, etree._Element | None]:
    """Whether a paragraph stays when everything is rejected, and what it says then."""
    said: etree._Element | None = None
    for one in properties if properties is not None else ():
        if one.tag == _MARK and next(one.iterchildren(*_CAME), None) is not None:
            return False, None
        if one.tag == _CHANGE and said is None:
            said = one.find(_PROPERTIES)
    return True, properties if said is None else said


def _say(desk: Desk, paragraph: etree._Element, place: ListPosition, hand: Revision) -> None:
    desk.target.touch(desk.target.main)
    properties = child(paragraph, "w:pPr", first=True)
    record = properties.find(f"{qn('w:pPrChange')}/{_PROPERTIES}")
    before = bare(properties) if record is None else record
    for numbering in before.findall(_LIST):
        before.remove(numbering)
    num_id, level = place
    before.append(w("numPr", w("ilvl", val=level), w("numId", val=num_id)))
    before[:] = in_schema_order("w:pPr", before)
    if record is None:
        desk.tracker.changed(properties, before, hand)
