"""Edit a paragraph of nothing but words as it is printed, and bring words that went from others like it.

What `ParagraphEditor` does to any paragraph by many small steps is done here to text, which is parsed once. Both give
the same XML, down to the numbers of annotations (tests/writers/test_docx_redline_words.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Final, NamedTuple

from lxml import etree

from treatykit.model.content import Mark, Table, Text
from treatykit.model.revisions import Revision, RevisionKind, arrival
from treatykit.model.sources import Source
from treatykit.ooxml.cutting import TRACKED, Cutting, cut_row
from treatykit.ooxml.names import NAMESPACES, qn
from treatykit.ooxml.printed_words import Words, halved, parsed, printed_content, printed_paragraph
from treatykit.ooxml.tracking import Tracker
from treatykit.records import dataclass
from treatykit.writers.docx_redline.created import Creator
from treatykit.writers.docx_redline.desk import Desk
from treatykit.writers.docx_redline.entries import Entry, Kept, Token, Told
from treatykit.writers.docx_redline.shells import holds_shells

_MADE: Final = qn("tk:made")


class _Printed(NamedTuple):
    """What stands between runs, with what it tells of."""

    text: str
    revision: Revision | None = None


class _Made(NamedTuple):
    """Elements that stand between runs, and are no words."""

    elements: Sequence[etree._Element]


_Item = _Printed | _Made | Mark | Table
"""What stands between runs; a mark ends a paragraph of its own, a table stands before the paragraph."""


@dataclass(slots=True)
class _Line:
    """The content of a paragraph while it is put together.

    Attributes:
        contents: As printed; all but the last are split off, each at a mark.
        ends: The marks, and the tables that stand between them.
        revisions: What is told of in it, in order.
        made: The elements that stand in it, in order.
    """

    tracker: Tracker
    contents: list[list[str]] = field(default_factory=lambda: [[]])
    ends: list[Mark | Table] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)
    made: list[_Made] = field(default_factory=list)
    _came: list[str] = field(default_factory=list)
    _by: Revision | None = None

    def add(self, words: Words, by: Revision | None) -> None:
        """Put in a run; those that came together are told of together."""
        if by is None:
            self.close()
            self.contents[-1].append(words.printed())
            return
        if by != self._by:
            self.close()
        self._by = by
        self._came.append(words.printed())

    def put(self, item: _Item) -> None:
        """Put in what stands between runs."""
        self.close()
        match item:
            case _Printed():
                self.contents[-1].append(item.text)
                if item.revision is not None:
                    self.revisions.append(item.revision)
            case _Made():
                self.contents[-1].append("<tk:made/>")
                self.made.append(item)
            case Mark():
                self.contents.append([])
                self.ends.append(item)
            case Table():
                self.ends.append(item)

    def close(self) -> None:
        """Tell of the runs that came last."""
        if self._by is not None:
            came, by = "".join(self._came), self._by
            self._came, self._by = [], None
            self.put(_Printed(self.tracker.printed(came, by), by))


@dataclass(frozen=True, slots=True)
class WordEditor:
    """Edits paragraphs of the edited package that are nothing but words."""

    desk: Desk
    creator: Creator
    _spelt: dict[str, bool] = field(default_factory=dict)
    _old: dict[tuple[str, str, int], Cutting[Words] | None] = field(default_factory=dict)
    _looks: dict[tuple[str, str, str, str], str] = field(default_factory=dict)

    def edit(
        self,
        paragraph: etree._Element,
        part: str,
        entries: Sequence[Entry],
        places: Callable[[int], Mapping[int, int]],
    ) -> bool:
        """Write revisions into a paragraph; nothing is done where it, or what it gets, is more than words.

        Args:
            paragraph: The `w:p`.
            part: Where it stands.
            entries: What it is put together from.
            places: Where each entry that does not stand in it is put in, by the length of the paragraph.

        Returns:
            Whether it was nothing but words.
        """
        if not all(map(self._is_word, entries)) or not self._is_usually_spelt(part):
            return False
        printed = printed_paragraph(paragraph)
        if printed is None:
            return False
        positions = places(printed.words[-1].stop if printed.words else 0)
        kept = [entry for entry in entries if isinstance(entry, Kept)]
        edges = {edge for entry in kept if entry.inline.revisions for span in entry.spans for edge in span}
        told, row = Told.of(kept), cut_row(printed.words, edges.union(positions.values()), halved)
        said = [told.about(words) for words in row]
        if None in said:
            return False
        between: dict[int, list[_Item]] = {}
        for at, position in positions.items():
            entry = entries[at]
            if not isinstance(entry, Kept):
                between.setdefault(position, []).append(self._put_in(entry, part))
        for position, markers in printed.markers.items():
            between.setdefault(position, []).append(_Printed(markers))
        line = _Line(self.desk.tracker)
        for item in between.get(0, ()):
            line.put(item)
        for words, revisions in zip(row, said, strict=True):
            line.add(words, arrival(revisions or ()))
            for item in between.get(words.stop, ()):
                line.put(item)
        line.close()
        self._replace(paragraph, int(printed.has_properties), line, part)
        return True

    def _replace(self, paragraph: etree._Element, first: int, line: _Line, part: str) -> None:
        """Put a line in the place of the content of a paragraph, which begins with its child at `first`."""
        root = parsed("".join([f"<w:p>{''.join(content)}</w:p>" for content in line.contents]))
        *before, last = root
        wrappers = [child for made in (*before, last) for child in made if child.tag in TRACKED]
        for wrapper, revision in zip(wrappers, line.revisions, strict=True):
            self.desk.tracker.wrote(wrapper, revision)
        if line.made:
            places = [child for made in (*before, last) for child in made.iterchildren(_MADE)]
            for place, item in zip(places, line.made, strict=True):
                for element in item.elements:
                    place.addprevious(element)
            etree.strip_elements(root, _MADE)
        paragraph[first:] = list(last)
        split_off = iter(before)
        for end in line.ends:
            if isinstance(end, Table):
                paragraph.addprevious(self.creator.table(end, part))
                continue
            ended = self.creator.paragraph((), end, part)
            ended.extend(list(next(split_off)))
            paragraph.addprevious(ended)

    # --- what is nothing but words

    def _is_word(self, entry: Entry) -> bool:
        match entry:
            case Kept():
                revisions = entry.inline.revisions
                return not revisions or (len(revisions) == 1 and arrival(revisions) is not None)
            case Mark() | Table():
                return True
            case _:
                return not any(map(self._stands_in_shell, self.desk.foreign(entry.source)))

    def _stands_in_shell(self, source: Source) -> bool:
        """Whether something in a paragraph of another package may have to be put into what stands around its place."""
        if self._old_words(source) is not None:
            return False
        paragraph = self.desk.borrowers[source.package].source.element(source.part, source.element)
        return paragraph is None or holds_shells(paragraph)

    def _is_usually_spelt(self, part: str) -> bool:
        """Whether a part knows what is printed here by one prefix and no other."""
        if part not in self._spelt:
            self._spelt[part] = list(self.desk.target.root(part).nsmap.values()).count(NAMESPACES["w"]) == 1
        return self._spelt[part]

    # --- what went

    def _put_in(self, entry: Token, part: str) -> _Item:
        """What does not stand in the paragraph, as it is put in."""
        match entry:
            case Mark() | Table():
                return entry
            case Text(revisions=(revision,)) if revision.kind.is_departure:
                printed = self._struck(entry, revision, part)
                return _Made(self.creator.inline(entry, part)) if printed is None else printed
            case _:
                return _Made(self.creator.inline(entry, part))

    def _struck(self, went: Text, by: Revision, part: str) -> _Printed | None:
        """Words that went, printed; None where others stood among them."""
        sources = self.desk.foreign(went.source)
        old = [words for one in sources if (words := self._old_words(one)) is not None and one.start < one.stop]
        if not sources or len(old) < len(sources):
            return None
        found = [
            (words, source)
            for source, cutting in zip(sources, old, strict=True)
            for words in cutting.within(source.start, source.stop)
        ]
        if not all(words.is_plain for words, _ in found):
            return None
        tag = "delText" if by.kind is RevisionKind.DELETED else "t"
        runs = [
            words._replace(begin="<w:r>", look=self._borrowed(words.look, source, part)).printed(tag)
            for words, source in found
        ]
        return _Printed(self.desk.tracker.printed("".join(runs), by), by)

    def _old_words(self, source: Source) -> Cutting[Words] | None:
        """The words of a paragraph of another package, to be cut; None where it is more than words."""
        place = source.package, source.part, source.element
        if place not in self._old:
            paragraph = self.desk.borrowers[source.package].source.element(source.part, source.element)
            printed = None if paragraph is None else printed_paragraph(paragraph)
            self._old[place] = None if printed is None else Cutting(printed.words, halved)
        return self._old[place]

    def _borrowed(self, look: str, source: Source, part: str) -> str:
        """A `w:rPr` of another package, fit for a part of this one."""
        key = look, source.package, source.part, part
        if look and key not in self._looks:
            (run,) = parsed(f"<w:r>{look}</w:r>")
            borrowed = self.desk.borrowers[source.package].borrow(run, source.part, part)
            self._looks[key] = printed_content(borrowed)
        return self._looks.get(key, "")
