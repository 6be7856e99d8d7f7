"""The inline parser: the words of one paragraph, with slots, references and brackets among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from enum import Enum, auto
from typing import Final

from treatykit.errors import ContentError, Where
from treatykit.markup.attribution import CODES, no_party_on_both_sides, parse_attribution
from treatykit.markup.lines import FOOTNOTE_NAME
from treatykit.markup.nearest import did_you_mean, listed
from treatykit.markup.passage import Passage
from treatykit.markup.slots import NAME, TOPIC, parse_expression
from treatykit.markup.syntax import (
    REGISTER,
    Bracket,
    Condition,
    Definition,
    Emphasis,
    FootnoteReference,
    Inline,
    Inlines,
    Option,
    OptionCondition,
    Reference,
    Register,
    RegisterCondition,
    Slot,
    Text,
    TopicCondition,
)
from treatykit.records import dataclass

DEEPEST: Final = 50
"""How deep brackets may nest; texts of real negotiations reach five or six."""

_PLAIN: Final = re.compile(r"[^\\*\[\]{\"]+|\"(?!\*\*)")
_ATTRIBUTION: Final = re.compile(rf"\[({CODES}):")
_OPTION: Final = re.compile(r"\[(?!\^)")
_FOOTNOTE: Final = re.compile(r"\[\^([^\]\[ ]*)\]")
_BRACES: Final = re.compile(r"\{([^{}]*)\}")
_SLOT: Final = re.compile(r"\{\{([^{}]*)\}\}")
_PREFIX: Final = re.compile(r" *\{([#?])([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Prefix:
    """What may stand between a marker and the words: a label, then conditions."""

    label: str | None
    conditions: tuple[Condition, ...]
    where: Where


def parse_prefix(passage: Passage) -> tuple[Prefix, Passage]:
    """Read label and conditions, and hand back the words that follow."""
    label: str | None = None
    conditions: list[Condition] = []
    offset = 0
    while found := _PREFIX.match(passage.text, offset):
        where = passage.where(found.start(1) - 1)
        sign, name = found.groups()
        if sign == "?":
            conditions.append(_condition(name, where))
        elif label is not None or conditions:
            remedy = "one passage has one label" if label is not None else f"write '{{#{name}}}' before the conditions"
            raise ContentError("a label out of its place", where=where, hint=remedy)
        else:
            label = _name(name, TOPIC, "a label", where)
        offset = found.end()
    return Prefix(label, tuple(conditions), passage.where(0)), passage.since(offset) if offset else passage


def parse_inlines(passage: Passage, parties: Sequence[str]) -> Inlines:
    """Read the words of a paragraph, where the brackets of these parties are attributed to them.

    Raises:
        ContentError: A mark is unknown, unclosed or out of its place.
    """
    return _InlineParser(passage, parties).parse()


class _Opened(Enum):
    """What is open at a point of the paragraph."""

    PARAGRAPH = auto()
    EMPHASIS = auto()
    DEFINITION = auto()
    BRACKET = auto()


_SIGNS: Final = {
    _Opened.EMPHASIS: ("an emphasis", "'*'"),
    _Opened.DEFINITION: ("a defined term", "'\"**'"),
    _Opened.BRACKET: ("a bracket", r"']', or written '\[' where it is only text"),
}


@dataclass(slots=True)
class _Frame:
    """One open mark, and what has been read in it so far."""

    opened: _Opened
    where: Where
    inlines: list[Inline]
    parties: tuple[str, ...] = ()
    options: list[Option] = field(default_factory=list)
    option_where: Where | None = None


class _InlineParser:
    def __init__(self, passage: Passage, parties: Sequence[str]) -> None:
        self._passage = passage
        self._source = passage.text
        self._parties = parties
        self._offset = 0
        self._stack = [_Frame(_Opened.PARAGRAPH, passage.where(0), [])]

    def parse(self) -> Inlines:
        while self._offset < len(self._source):
            self._read_one()
        if len(self._stack) > 1:
            raise self._unclosed(self._stack[-1])
        return tuple(self._stack[0].inlines)

    @property
    def _top(self) -> _Frame:
        return self._stack[-1]

    def _here(self) -> Where:
        return self._passage.where(self._offset)

    def _read_one(self) -> None:
        if found := _PLAIN.match(self._source, self._offset):
            self._text(found.group())
            return
        match self._source[self._offset]:
            case "\\":
                self._escaped()
            case '"':
                self._close_definition()
            case "*":
                self._star()
            case "{":
                self._braces()
            case "[":
                self._open_bracket()
            case _:
                self._close_bracket()

    # --- words

    def _text(self, value: str, *, length: int | None = None) -> None:
        """Add words, with no two spaces in a row, and step over the source that stands for them."""
        inlines = self._top.inlines
        length = len(value) if length is None else length
        value = re.sub(" {2,}", " ", value)
        if inlines and isinstance(last := inlines[-1], Text):
            inlines[-1] = Text(last.value + value, where=last.where)
        else:
            where = self._here()
            if self._top.opened is _Opened.BRACKET and not inlines:
                value = value.lstrip(" ")
            if value:
                inlines.append(Text(value, where=where))
        self._offset += length

    def _escaped(self) -> None:
        character = self._source[self._offset + 1 : self._offset + 2]
        if not character or character == " " or character.isalnum():
            raise ContentError(
                "a backslash before what needs none",
                where=self._here(),
                hint=r"it makes the punctuation after it literal; write '\\' for a backslash",
            )
        self._text(character, length=2)

    # --- emphasis and defined terms

    def _star(self) -> None:
        source, offset, where = self._source, self._offset, self._here()
        if source.startswith('**"', offset):
            self._only_words(where)
            self._push(_Frame(_Opened.DEFINITION, where, []), 3)
        elif self._top.opened is _Opened.EMPHASIS:
            self._close_emphasis()
        elif source.startswith("**", offset) and not source.startswith('***"', offset):
            raise ContentError("'**' opens nothing", where=where, hint='a defined term is written **"term"**')
        elif any(frame.opened is _Opened.EMPHASIS for frame in self._stack):
            raise self._unclosed(self._top)
        elif source[offset + 1 : offset + 2] in {" ", ""}:
            raise ContentError("'*' opens nothing", where=where, hint=r"write '\*' for an asterisk")
        else:
            self._only_words(where)
            self._push(_Frame(_Opened.EMPHASIS, where, []), 1)

    def _close_emphasis(self) -> None:
        frame = self._top
        self._no_space_at_the_edges(frame, "an emphasis")
        self._pop(Emphasis(tuple(frame.inlines), where=frame.where), 1)

    def _close_definition(self) -> None:
        frame = self._top
        if frame.opened is not _Opened.DEFINITION:
            self._text('"')
            return
        self._no_space_at_the_edges(frame, "a defined term")
        self._pop(Definition(tuple(frame.inlines), where=frame.where), 3)

    def _no_space_at_the_edges(self, frame: _Frame, what: str) -> None:
        if not frame.inlines:
            raise ContentError(f"{what} without words", where=frame.where, hint="write words in it, or delete it")
        for edge, inline in (("begins", frame.inlines[0]), ("ends", frame.inlines[-1])):
            if isinstance(inline, Text) and inline.value[0 if edge == "begins" else -1] == " ":
                raise ContentError(f"{what} {edge} with a space", where=frame.where, hint="put the space outside")

    def _only_words(self, where: Where) -> None:
        if self._top.opened is _Opened.DEFINITION:
            raise ContentError(
                "a defined term holds only words and slots",
                where=where,
                hint=f"the term opened at {self._top.where} is closed with '\"**'",
            )

    # --- slots, references and footnotes

    def _braces(self) -> None:
        where = self._here()
        if found := _SLOT.match(self._source, self._offset):
            subject, filters = parse_expression(found.group(1), where)
            self._add(Slot(subject, filters, where=where), found.end())
        elif self._source.startswith("{{", self._offset):
            raise ContentError("a slot is not closed", where=where, hint="close it with '}}'")
        elif found := _BRACES.match(self._source, self._offset):
            self._only_words(where)
            self._add(_reference(found.group(1), where), found.end())
        else:
            raise ContentError("'{' is not closed", where=where, hint=r"close it with '}', or write '\{' for a brace")

    # --- brackets

    def _open_bracket(self) -> None:
        where = self._here()
        self._only_words(where)
        if found := _FOOTNOTE.match(self._source, self._offset):
            name = _name(found.group(1), FOOTNOTE_NAME, "a footnote", where)
            self._add(FootnoteReference(name, where=where), found.end())
        elif self._source.startswith("[^", self._offset):
            raise ContentError("a footnote's sign is not closed", where=where, hint="it is written '[^name]'")
        else:
            parties, end = self._attribution(self._offset)
            self._push(_Frame(_Opened.BRACKET, where, [], parties, option_where=where), end - self._offset)

    def _close_bracket(self) -> None:
        frame = self._top
        match frame.opened:
            case _Opened.BRACKET:
                self._close_option(frame)
            case _Opened.PARAGRAPH:
                raise ContentError("']' closes no bracket", where=self._here(), hint=r"write '\]' for a bracket")
            case _:
                raise self._unclosed(frame)

    def _close_option(self, frame: _Frame) -> None:
        frame.options.append(Option(frame.parties, tuple(frame.inlines), where=frame.option_where))
        if not _OPTION.match(self._source, self._offset + 1):
            self._pop(Bracket(tuple(frame.options), where=frame.where), 1)
            return
        frame.option_where = self._passage.where(self._offset + 1)
        frame.parties, self._offset = self._attribution(self._offset + 1)
        no_party_on_both_sides(
            [code for option in frame.options for code in option.parties], frame.parties, frame.option_where
        )
        frame.inlines = []

    def _attribution(self, offset: int) -> tuple[tuple[str, ...], int]:
        """The parties of an option that opens at an offset, none for a plain one, and where its words begin."""
        if found := _ATTRIBUTION.match(self._source, offset):
            parties = parse_attribution(found.group(1), self._parties, self._passage.where(offset))
            if parties:
                return parties, found.end()
        return (), offset + 1

    # --- the stack

    def _push(self, frame: _Frame, length: int) -> None:
        if len(self._stack) > DEEPEST:
            raise ContentError("brackets are nested too deep", where=frame.where, hint=f"at most {DEEPEST} levels")
        self._stack.append(frame)
        self._offset += length

    def _pop(self, inline: Inline, length: int) -> None:
        self._stack.pop()
        self._add(inline, self._offset + length)

    def _add(self, inline: Inline, end: int) -> None:
        inlines = self._top.inlines
        if isinstance(inline, Emphasis) and inlines and isinstance(inlines[-1], Emphasis):
            raise ContentError("two emphases touch", where=inline.where, hint="make them one")
        inlines.append(inline)
        self._offset = end

    def _unclosed(self, frame: _Frame) -> ContentError:
        what, sign = _SIGNS[frame.opened]
        return ContentError(f"{what} is not closed", where=frame.where, hint=f"it is closed with {sign}")


def _condition(name: str, where: Where) -> Condition:
    negated = name.startswith("!")
    name = name.removeprefix("!")
    if name.startswith("@"):
        return TopicCondition(_name(name[1:], TOPIC, "a topic", where), negated, where=where)
    if name.startswith(REGISTER):
        return RegisterCondition(_register(name.removeprefix(REGISTER), where), negated, where=where)
    return OptionCondition(_name(name, NAME, "an option", where), negated, where=where)


def _register(name: str, where: Where) -> Register:
    try:
        return Register(name)
    except ValueError:
        hint = did_you_mean(name, Register, otherwise=f"there are {listed(Register, last='and')}")
        raise ContentError(f"no register is called '{name}'", where=where, hint=hint) from None


def _reference(inner: str, where: Where) -> Reference:
    match inner[:1]:
        case "@":
            before, colon, after = inner[1:].rpartition(":")
            topic, sign, label = after.partition("#")
            if colon and sign and not topic:
                hint = "write '{@treaty:topic#label}'"
                raise ContentError("a label in another instrument without its topic", where=where, hint=hint)
            if not topic and not sign and not colon:
                raise ContentError("a reference to nothing", where=where, hint="it is written '{@topic}'")
            return Reference(
                _name(topic, TOPIC, "a topic", where) if topic else None,
                _name(label, TOPIC, "a label", where) if sign else None,
                _name(before, TOPIC, "an instrument", where) if colon else None,
                where=where,
            )
        case "#" | "?":
            raise ContentError(
                f"'{{{inner}}}' in the middle of a text",
                where=where,
                hint="labels and conditions stand at the beginning of a paragraph, after its marker",
            )
        case _:
            raise ContentError(
                f"'{{{inner}}}' is no mark of this notation",
                where=where,
                hint=r"a slot is '{{ name }}', a reference '{@topic}'; write '\{' for a brace",
            )


def _name(name: str, pattern: re.Pattern[str], what: str, where: Where) -> str:
    if pattern.fullmatch(name):
        return name
    raise ContentError(
        f"'{name}' cannot be the name of {what}" if name else f"the name of {what} is missing",
        where=where,
        hint="names have small letters, digits and hyphens, and begin with a letter",
    )
