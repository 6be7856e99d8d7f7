"""Edit a paragraph of nothing but words as it is printed, and bring words that went from others like it.

What `ParagraphEditor` does to any paragraph by many small steps is done here to text, which is parsed once. Both give
the same XML, down to the numbers of annotations (tests/writers/test_docx_redline_words.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from treatykit.model.content import Mark, Text
from treatykit.model.revisions import Revision, RevisionKind, arrival
from treatykit.model.sources import Source
from treatykit.ooxml.cutting import TRACKED, Cutting, cut_row
from treatykit.ooxml.names import NAMESPACES
from treatykit.ooxml.printed_words import Words, halved, parsed, printed_content, printed_paragraph
from treatykit.ooxml.tracking import Tracker
from treatykit.writers.docx_redline.created import Creator
from treatykit.writers.docx_redline.desk import Desk
from treatykit.writers.docx_redline.entries import Entry, Kept, Told

Item = tuple[str, Revision | None] | Mark
"""What stands between runs: something printed, with what it tells of; or a mark that ends a paragraph of its own."""


@dataclass(slots=True)
class _Line:
    """The content of a paragraph while it is put together.

    Attributes:
        contents: As printed; all but the last are split off, each at one of the marks.
        revisions: What is told of in it, in order.
    """

    tracker: Tracker
    contents: list[list[str]] = field(default_factory=lambda: [[]])
    marks: list[Mark] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)
    _came: list[str] = field(default_factory=list)
    _by: Revision | None = None

    def add(self, words: Words, by: Revision | None) -> None:
        """Put in a run; those that came together are told of together."""
        if by is None:
            self.put((words.printed(), None))
            return
        if by != self._by:
            self.close()
        self._by = by
        self._came.append(words.printed())

    def put(self, item: Item) -> None:
        """Put in what stands between runs."""
        self.close()
        if isinstance(item, Mark):
            self.contents.append([])
            self.marks.append(item)
            return
        printed, revision = item
        self.contents[-1].append(printed)
        if revision is not None:
            self.revisions.append(revision)

    def close(self) -> None:
        """Tell of the runs that came last."""
        if self._by is not None:
            came, by = "".join(self._came), self._by
            self._came, self._by = [], None
            self.put((self.tracker.printed(came, by), by))


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
        between: dict[int, list[Item]] = {}
        for at, position in positions.items():
            entry = entries[at]
            if isinstance(entry, Text):
                between.setdefault(position, []).append(self._struck(entry, part))
            elif isinstance(entry, Mark):
                between.setdefault(position, []).append(entry)
        for position, markers in printed.markers.items():
            between.setdefault(position, []).append((markers, None))
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
        *before, last = parsed("".join([f"<w:p>{''.join(content)}</w:p>" for content in line.contents]))
        wrappers = [child for made in (*before, last) for child in made.iterchildren(*TRACKED)]
        for wrapper, revision in zip(wrappers, line.revisions, strict=True):
            self.desk.tracker.wrote(wrapper, revision)
        paragraph[first:] = list(last)
        for content, mark in zip(before, line.marks, strict=True):
            split_off = self.creator.paragraph((), mark, part)
            split_off.extend(list(content))
            paragraph.addprevious(split_off)

    # --- what is nothing but words

    def _is_word(self, entry: Entry) -> bool:
        match entry:
            case Kept(Text(revisions=revisions)):
                return len(revisions) == (arrival(revisions) is not None)
            case Text(revisions=(revision,)):
                sources = self.desk.foreign(entry.source)
                return revision.kind.is_departure and bool(sources) and all(map(self._is_old_word, sources))
            case Mark():
                return True
            case _:
                return False

    def _is_old_word(self, source: Source) -> bool:
        return source.start < source.stop and self._old_words(source) is not None

    def _is_usually_spelt(self, part: str) -> bool:
        """Whether a part knows what is printed here by one prefix and no other."""
        if part not in self._spelt:
            self._spelt[part] = list(self.desk.target.root(part).nsmap.values()).count(NAMESPACES["w"]) == 1
        return self._spelt[part]

    # --- what went

    def _struck(self, went: Text, part: str) -> Item:
        """Words that went, as they are printed here."""
        (revision,) = went.revisions
        tag = "delText" if revision.kind is RevisionKind.DELETED else "t"
        runs = [
            words._replace(begin="<w:r>", look=self._borrowed(words.look, source, part)).printed(tag)
            for source in self.desk.foreign(went.source)
            if (old := self._old_words(source)) is not None
            for words in old.within(source.start, source.stop)
        ]
        return self.desk.tracker.printed("".join(runs), revision), revision

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
