"""How a paragraph prints: its number, its words with their changes, and a comment for what its form leaves open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import field, replace
from itertools import groupby
from typing import Final

from treatykit.markup.manuscript.facts import Brackets, Facts, Headings, Numbers
from treatykit.markup.manuscript.looks import property_words
from treatykit.markup.manuscript.numbers import heading_number, item_number
from treatykit.markup.manuscript.stances import stances_pattern
from treatykit.markup.manuscript.words import Word, print_words
from treatykit.model.content import Mark, NoteReference, Paragraph, Text
from treatykit.model.properties import UNFORMATTED, Label, Properties
from treatykit.model.revisions import Revision, Revisions, reformattings
from treatykit.records import dataclass
from treatykit.writers.markdown.changes import ChangePrinter
from treatykit.writers.markdown.escaping import attribute, escaped, with_edges, without_number
from treatykit.writers.markdown.inlines import InlinePrinter
from treatykit.writers.sides import tracked

PILCROW: Final = "¶"
"""Stands for the end of a paragraph where something is said of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a paragraph stands on the page.

    Attributes:
        heading: As a heading.
        listed: Its number is the sign of a list, which the layout prints.
        one_line: Line breaks have to stand in the line.
        closing: It ends a cell or a note.
        numbers: A number at its head is taken for one.
    """

    heading: bool = False
    listed: bool = False
    one_line: bool = False
    closing: bool = False
    numbers: bool = True


DEFAULT_SETTING: Final = Setting()


@dataclass(slots=True)
class LinePrinter:
    """Prints the paragraphs of one file, in reading order.

    Attributes:
        keys: The names that references ask for.
    """

    facts: Facts
    changes: ChangePrinter
    keys: frozenset[str]
    note: Callable[[NoteReference], str]
    _attribution: re.Pattern[str] | None = field(init=False)

    def __post_init__(self) -> None:
        self._attribution = stances_pattern(self.facts.codes)

    def number(self, paragraph: Paragraph, setting: Setting) -> str:
        """The number that a reader will see by the form alone; empty where only a comment can name it."""
        label = paragraph.label.text if paragraph.label else ""
        if setting.listed or (label and self.relabelling(paragraph.mark)):
            return label
        if not label or not self._recognises(setting) or escaped(label) != label:
            return ""
        if setting.heading:
            alone = not paragraph.inlines
            found = heading_number(label if alone else f"{label}. ", alone=alone)
        else:
            found = item_number(f"{label} ", alone=False)
            if label[:-1].isdecimal() and not is_whole(paragraph):
                found = ""  # at the beginning of a line it would open a list
        return label if found == label else ""

    def line(self, paragraph: Paragraph, expected: Properties, setting: Setting) -> str:
        """A paragraph; its number too, unless it is the sign of a list.

        Args:
            expected: What its form says.
        """
        self.changes.order.begin()
        words = property_words(paragraph.mark.properties, expected, typed=self.facts.numbers is Numbers.TYPED)
        comment = [*self._denial(paragraph, setting), *words]
        said = (
            self._whole(paragraph, setting)
            if is_whole(paragraph) and not setting.closing
            else self._parts(paragraph, setting)
        )
        if setting.heading:
            self.changes.order.around = self.changes.order.touching
            if anchor := self._anchor(paragraph):
                said = f"{said} {anchor}"
        if not said:
            return f"<!-- {print_words((Word('empty'), *comment))} -->"
        return f"{said} <!-- {print_words(comment)} -->" if comment else said

    def _head(self, paragraph: Paragraph, setting: Setting) -> str:
        """What stands before the words: the number with what parts it from them, the name that references ask for."""
        return self._number(paragraph, setting) + ("" if setting.heading else self._anchor(paragraph))

    def _number(self, paragraph: Paragraph, setting: Setting) -> str:
        label = "" if setting.listed or not paragraph.label else paragraph.label.text
        stop = (". " if setting.heading and label else " ") if paragraph.inlines else ""
        change = self.relabelling(paragraph.mark)
        if change is None or setting.listed:
            return escaped(label) + stop if label else ""
        old = change.before.label.text if isinstance(change.before, Properties) and change.before.label else ""
        remark = self.changes.relabelled(change) if _is_label_alone(paragraph.mark, change) else ""
        return f"{{~~{escaped(old)}~>{escaped(label)}~~}}{remark}{stop}"

    def _whole(self, paragraph: Paragraph, setting: Setting) -> str:
        """A paragraph that came or went as a whole, its number in the same signs as its words."""
        revisions = tracked(paragraph.mark.revisions)
        before, behind = self.changes.opened(revisions)
        self.changes.order.saw(revisions)
        head = self._head(paragraph, setting)
        words = self._printer(setting).run(paragraph.inlines, before=before + head, following=None, after=behind[:1])
        if not head and self._recognises(setting) and _begins_plainly(paragraph):
            words = without_number(words, heading=setting.heading)
        return before + with_edges(head + words) + behind

    def _parts(self, paragraph: Paragraph, setting: Setting) -> str:
        """A paragraph of runs that each have their own fate."""
        head = self._head(paragraph, setting)
        printer = self._printer(setting)
        printed = ""
        groups = [(revisions, list(run)) for revisions, run in groupby(paragraph.inlines, lambda each: each.revisions)]
        for at, (revisions, run) in enumerate(groups):
            following = groups[at + 1][1][0] if at + 1 < len(groups) else None
            before, behind = self.changes.opened(revisions)
            self.changes.order.saw(revisions)
            after = behind[:1] or ("{" if following else "")
            words = printer.run(run, before=head + printed + before, following=following, after=after)
            if not at and not head and self._recognises(setting) and _begins_plainly(paragraph):
                words = without_number(words, heading=setting.heading)
            printed += before + words + behind
        return with_edges(head + printed) + self._end(paragraph, setting)

    def _end(self, paragraph: Paragraph, setting: Setting) -> str:
        """A pilcrow, where the words do not show what was done to the end of the paragraph."""
        mark = paragraph.mark
        change = self.relabelling(mark)
        alone = change is not None and _is_label_alone(mark, change)
        shown = tuple(revision for revision in mark.revisions if not (alone and revision is change))
        expected = () if setting.closing else _shared(paragraph)
        sign = ""
        if shown != expected:
            now = mark.properties
            if change is not None and not alone:
                shown = tuple(_with_label(each, now) if each is change else each for each in shown)
            before, behind = self.changes.opened(shown, now)
            sign = f"{before}{PILCROW}{behind}"
        self.changes.order.saw(mark.revisions)
        return sign

    def _anchor(self, paragraph: Paragraph) -> str:
        """The name that references ask for."""
        return f'<a id="{attribute(paragraph.key)}"></a>' if paragraph.key and paragraph.key in self.keys else ""

    def _denial(self, paragraph: Paragraph, setting: Setting) -> Iterator[Word]:
        """What says that a heading begins with words, where they look like a number."""
        first = paragraph.inlines[0] if paragraph.inlines else None
        if not setting.heading or paragraph.label or not self._recognises(setting) or not isinstance(first, Text):
            return
        if heading_number(first.value, alone=True) == first.value:
            yield Word("unnumbered")

    def relabelling(self, mark: Mark) -> Revision | None:
        """The one change of a mark that changed its number, where old and new number can be shown side by side."""
        looks = reformattings(mark.revisions)
        now = mark.properties.label
        if len(looks) != 1 or not isinstance(before := looks[0].before, Properties):
            return None
        old = before.label
        if (old.text if old else "") == (now.text if now else "") or not all(map(_is_simple, (old, now))):
            return None
        if old and not now and old.typed is not (self.facts.numbers is Numbers.TYPED):
            return None
        return looks[0]

    def _recognises(self, setting: Setting) -> bool:
        if setting.heading:
            return self.facts.headings is Headings.NUMBERED
        return setting.numbers and not setting.listed and self.facts.numbers is not Numbers.WORDS

    def _printer(self, setting: Setting) -> InlinePrinter:
        brackets = self.facts.brackets is Brackets.UNAGREED
        return InlinePrinter(self._note, brackets, self._attribution if brackets else None, setting.one_line)

    def _note(self, note: NoteReference) -> str:
        outside = self.changes.order.enter()
        label = self.note(note)
        self.changes.order.leave(outside)
        return label


def is_whole(paragraph: Paragraph) -> bool:
    """Whether number, words and mark came or went together, and nothing else was done to them."""
    revisions = paragraph.mark.revisions
    return (
        bool(revisions)
        and revisions == tracked(revisions)
        and bool(paragraph.inlines or paragraph.label)
        and all(inline.revisions == revisions for inline in paragraph.inlines)
    )


def _shared(paragraph: Paragraph) -> Revisions:
    """What a reader takes to have been done to the mark: what was done to every inline."""
    alike = {tracked(inline.revisions) for inline in paragraph.inlines}
    return alike.pop() if len(alike) == 1 else ()


def _is_simple(label: Label | None) -> bool:
    """Whether a number can stand between signs: on one line, without a space at its ends."""
    return label is None or (label.text == label.text.strip() and "&" not in escaped(label.text))


def _is_label_alone(mark: Mark, change: Revision) -> bool:
    """Whether a change of number changed nothing else, not even who counts it."""
    before, now = change.before, mark.properties
    if not isinstance(before, Properties) or replace(before, label=now.label) != now:
        return False
    return before.label is None or now.label is None or before.label.typed is now.label.typed


def _with_label(revision: Revision, now: Properties) -> Revision:
    """A change of look without the change of number in it, which is shown before the words."""
    before = revision.before
    if not isinstance(before, Properties):
        return revision
    label = now.label
    if label and before.label:
        label = replace(label, typed=before.label.typed)
    return replace(revision, before=replace(before, label=label))


def _begins_plainly(paragraph: Paragraph) -> bool:
    first = paragraph.inlines[0] if paragraph.inlines else None
    return isinstance(first, Text) and first.format == UNFORMATTED
