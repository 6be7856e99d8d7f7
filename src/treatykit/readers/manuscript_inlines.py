"""From the inline tokens of a manuscript to the inlines of one paragraph, each with what was done to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import field, replace
from html import escape, unescape
from typing import Final
from urllib.parse import unquote

from markdown_it.token import Token

from treatykit.markup.manuscript.looks import PROPERTY_NAMES
from treatykit.markup.manuscript.numbers import heading_number, item_number
from treatykit.markup.manuscript.stances import read_stances
from treatykit.markup.manuscript.tracking import Remark, read_remark
from treatykit.markup.manuscript.words import read_words
from treatykit.model.content import (
    BracketClose,
    BracketNext,
    BracketOpen,
    Break,
    BreakKind,
    DefinitionClose,
    DefinitionOpen,
    Field,
    Inline,
    OpaqueInline,
    Reference,
    Slot,
    Text,
)
from treatykit.model.revisions import RevisionKind
from treatykit.readers.manuscript_line import EndSign, Node, NoteSign, ReadLine, Tracked
from treatykit.readers.markdown_looks import MARKS, TAGS, Looks
from treatykit.records import dataclass

Finding = Callable[[str, str], None]
"""Takes the code and the message of a diagnostic."""

PILCROW: Final = "¶"
STRUCTURE: Final = frozenset(("table", "running", "summary", "end", "row", "cell", "columns", "merge", "none"))
"""The words of comments that speak of more than a paragraph."""

_KINDS: Final = {"++": RevisionKind.INSERTED, "--": RevisionKind.DELETED, "==": RevisionKind.REFORMATTED}
_TAG: Final = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)")
_VALUE: Final = re.compile(r"""\b(?:id|value)="(?P<value>[^"]*)\"""")
_NAMES_NUMBER: Final = re.compile(r"<!-- (?:[^\"]* )?(?:label=|unnumbered\b)")
_BREAKS: Final = {'<br class="page">': BreakKind.PAGE, '<br class="column">': BreakKind.COLUMN}
_BESIDE: Final = ("<!-- ", "<a ", "</a>")
_QUOTES: Final = {"“": "”", '"': '"'}


@dataclass(slots=True)
class LineReader:
    """Reads one paragraph.

    Attributes:
        numbers: Finds the number in the first words; takes whether nothing stands behind them.
    """

    find: Finding
    numbers: Callable[[str, bool], str] | None = None
    line: ReadLine = field(default_factory=ReadLine)
    _looks: Looks = field(default_factory=Looks)
    _open: list[tuple[str, int, bool]] = field(default_factory=list)  # sign, first node, whether the number is in it
    _field: tuple[str, int] | None = None  # instruction, first node
    _defining: dict[int, str] = field(default_factory=dict)  # by the token of a pair of stars, what its words need
    _at_start: bool = True
    _after_remark: bool = False
    _loose_space: bool = False  # the words so far end in a space that was written as one

    def read(self, tokens: Sequence[Token]) -> ReadLine:
        """The paragraph that these tokens say."""
        if any(token.type == "html_inline" and _NAMES_NUMBER.match(token.content) for token in tokens):
            self.numbers = None
        at = 0
        while at < len(tokens):
            at += self._one(tokens, at)
        for sign, first, _ in reversed(self._open):
            self.line.nodes.insert(first, Node(Text(f"{{{sign}")))
        self._take_end()
        return self.line

    def _one(self, tokens: Sequence[Token], at: int) -> int:
        """Read a token, and say how many were read."""
        token = tokens[at]
        if self._after_remark and (token.type, token.content) == ("text", " "):
            self._after_remark = False
            return 1
        if self._at_start and token.type not in ("critic_open", "remark"):
            self._at_start = False
            if token.type == "substitution":
                self.line.label, self.line.old_label = token.meta["new"], token.meta["old"]
                return 1 + self._remark_of_label(tokens, at + 1)
            if token.type == "text" and self.numbers:
                self._number(tokens, at)
                return 1
        match token.type:
            case "text":
                self._text(token.content)
            case "text_special" | "code_inline":
                self._loose_space = False
                self._add(Text(token.content, self._looks.look))
            case "softbreak":
                self._add(Text(" ", self._looks.look))
            case "hardbreak":
                self._add(Break())
            case "slot":
                self._add(Slot(unquote(token.content), self._looks.look))
            case "bracket_open":
                self._add(BracketOpen(read_stances(token.content) if token.content else ()))
            case "bracket_next":
                self._add(BracketNext(read_stances(token.content) if token.content else ()))
            case "bracket_close":
                self._add(BracketClose())
            case "strong_open":
                self._strong(tokens, at)
            case "strong_close":
                self._end_strong(at)
            case "em_open" | "em_close" | "s_open" | "s_close":
                self._looks.switch(MARKS[token.type.rpartition("_")[0]], on=token.nesting > 0)
            case "link_open":
                return self._link(tokens, at)
            case "link_close":
                pass
            case "footnote_ref":
                self._add(NoteSign(str(token.meta["label"])))
            case "image":
                self._image(token)
            case "html_inline":
                self._tag(token.content, is_last=all(map(_is_comment_or_end, tokens[at + 1 :])))
            case "critic_open":
                self._open.append((token.markup, len(self.line.nodes), self._at_start))
            case "critic_close":
                return 1 + self._close(tokens, at)
            case "remark":
                self._remark(token.content)
            case "substitution":
                self._substituted(token)
            case other:
                raise ValueError(f"the parser gave a token that nobody reads: {other}")
        return 1

    def _add(self, what: Inline | NoteSign | EndSign) -> None:
        self._loose_space = self._loose_space and isinstance(what, Text)
        self.line.nodes.append(Node(what))

    def _text(self, words: str) -> None:
        if self._after_remark:  # the space between it and the words
            words, self._after_remark = words.removeprefix(" "), False
        for count, part in enumerate(words.split(PILCROW)):
            if count:
                self._add(EndSign())
            if part:
                self._add(Text(part, self._looks.look))
        self._loose_space = words.endswith(" ")

    def _number(self, tokens: Sequence[Token], at: int) -> None:
        """Take the number off the first words."""
        words = tokens[at].content
        alone = all(map(_is_beside_words, tokens[at + 1 :]))
        label = self.numbers(words.rstrip(" ") if alone else words, alone) if self.numbers else ""
        self.line.label = label
        rest = words[len(label) :]
        if label:
            rest = rest.removeprefix(". " if rest.startswith(". ") else " ")
        self._text(rest)

    def _remark_of_label(self, tokens: Sequence[Token], at: int) -> int:
        """What is said behind a number that changed, and the space behind it."""
        read = 0
        if at < len(tokens) and tokens[at].type == "remark":
            self.line.relabelled = read_remark(tokens[at].content) or Remark()
            read = 1
        if at + read < len(tokens) and tokens[at + read].type == "text":
            words = tokens[at + read].content
            self._text(words.removeprefix(". " if words.startswith(". ") else " "))
            read += 1
        return read

    def _strong(self, tokens: Sequence[Token], at: int) -> None:
        """Two stars: a defined term, where quotation marks close behind it or stand within, else bold words."""
        close = _closing(tokens, at)
        before_close, inside = tokens[close - 1], tokens[at + 1]
        after = tokens[close + 1].content[:1] if close + 1 < len(tokens) else ""
        end = _QUOTES.get(inside.content[:1]) if inside.type in _WORDY else None
        if after and after in _QUOTES.values() and tokens[close + 1].type in _WORDY:
            self._add(DefinitionOpen())
            self._defining[close] = ""
        elif (
            end
            and before_close.type in _WORDY
            and before_close.content.endswith(end)
            and _length(tokens, at, close) > 2
        ):
            self._add(Text(inside.content[0], self._looks.look))
            self._add(DefinitionOpen())
            inside.content = inside.content[1:]
            before_close.content = before_close.content[:-1]
            self._defining[close] = end
        else:
            self._looks.switch("bold", on=True)

    def _end_strong(self, at: int) -> None:
        if at not in self._defining:
            self._looks.switch("bold", on=False)
            return
        self._add(DefinitionClose())
        if end := self._defining[at]:
            self._add(Text(end, self._looks.look))

    def _link(self, tokens: Sequence[Token], at: int) -> int:
        """A link into the text is a reference; of any other the words are kept."""
        address = str(tokens[at].attrs.get("href", ""))
        if not address.startswith("#"):
            self.find("link", "the words of links are kept, their addresses are not")
            return 1
        close = _closing(tokens, at)
        text = "".join(token.content for token in tokens[at + 1 : close])
        self._add(Reference(unquote(address[1:]) or None, text, self._looks.look))
        return close - at + 1

    def _image(self, token: Token) -> None:
        address = str(token.attrs.get("src", ""))
        self.find("picture", f"the picture {address} is not read, only its description")
        description = "".join(child.content for child in token.children or ())
        self._add(OpaqueInline(f'<img alt="{escape(description)}" src="{escape(address)}"></img>', description))

    def _tag(self, tag: str, *, is_last: bool) -> None:
        if tag.startswith("<!--"):
            self._comment(tag[4:].removesuffix("-->"))
            return
        found = _TAG.match(tag)
        name, ends = (found["name"].lower(), bool(found["end"])) if found else ("", False)
        value = _VALUE.search(tag)
        match name:
            case "a" if value:
                if is_last:
                    self._drop_space()
                self.line.key = unescape(value["value"])
            case "dfn":
                self._add(DefinitionClose() if ends else DefinitionOpen())
            case "data" if value:
                self._field = (unescape(value["value"]), len(self.line.nodes))
            case "data" if ends and self._field:
                self._end_field(*self._field)
            case "br":
                self._add(Break(_BREAKS.get(tag, BreakKind.LINE)))
            case _ if name in TAGS:
                self._looks.switch(TAGS[name], on=not ends)
            case _ if not ends:
                self.find("html", f"left out the tag {_shortened(tag)}; the words around it are kept")

    def _end_field(self, instruction: str, first: int) -> None:
        held = self.line.nodes[first:]
        words = "".join(node.what.value for node in held if isinstance(node.what, Text))
        self.line.nodes[first:] = [Node(Field(instruction, words, self._looks.look))]
        self._field = None

    def _comment(self, text: str) -> None:
        words = read_words(text)
        if words is None:
            self._leave_out(text)
            return
        names = tuple(word.name for word in words)
        if words and words[0].name in STRUCTURE:
            self._drop_space()
            self.line.structure.extend(words)
        elif all(name in PROPERTY_NAMES or name.isdigit() or name == "empty" for name in names):
            self._drop_space()
            self.line.words.extend(word for word in words if word.name != "empty")
        else:
            self._leave_out(text)

    def _leave_out(self, comment: str) -> None:
        """A comment of a person, which is no part of the text; nor is the space before it."""
        self._drop_space()
        self.find("comment", f"left out a comment: {_shortened(comment)}")

    def _drop_space(self) -> None:
        """Forget the space before a comment; one that belongs to the words is written as an entity."""
        if self.line.nodes and isinstance(last := self.line.nodes[-1].what, Text) and self._loose_space:
            last = replace(last, value=last.value.removesuffix(" "))
            self.line.nodes[-1].what = last
            if not last.value and not self._open:
                self.line.nodes.pop()
        self._loose_space = False

    def _close(self, tokens: Sequence[Token], at: int) -> int:
        """End a change, and say how many tokens behind it speak of it."""
        sign = tokens[at].markup
        if not self._open or self._open[-1][0] != sign:
            self._text(f"{sign}}}")
            return 0
        _, first, with_number = self._open.pop()
        remark, read = Remark(), 0
        if at + 1 < len(tokens) and tokens[at + 1].type == "remark":
            said = read_remark(tokens[at + 1].content)
            if said and not said.node:
                remark, read = said, 1
        kind = _KINDS[sign]
        if kind is RevisionKind.REFORMATTED and remark.was is None:
            self.find("highlight", "left out the sign of a highlight {==…==}; its words are kept")
            return read
        change = Tracked(kind, remark)
        for node in self.line.nodes[first:]:
            node.tracked.append(change)
        if with_number and len(self.line.nodes) == first:
            self.line.label_tracked.append(change)
        return read

    def _remark(self, text: str) -> None:
        remark = read_remark(text)
        if remark and remark.node:
            self.line.remarks.append(remark)
            self._after_remark = True
        else:
            self._leave_out(text)

    def _substituted(self, token: Token) -> None:
        for side, kind in (("old", RevisionKind.DELETED), ("new", RevisionKind.INSERTED)):
            if words := token.meta[side]:
                self.line.nodes.append(Node(Text(words, self._looks.look), [Tracked(kind, Remark())]))

    def _take_end(self) -> None:
        """The sign of the end, if the paragraph ends in it; any other pilcrow is a character."""
        nodes = self.line.nodes
        if nodes and isinstance(nodes[-1].what, EndSign):
            self.line.end = nodes.pop()
        for node in nodes:
            if isinstance(node.what, EndSign):
                node.what = Text(PILCROW)


_WORDY: Final = ("text", "text_special")


def number_of_heading(words: str, alone: bool) -> str:
    """Where the number of a heading ends."""
    return heading_number(words, alone=alone)


def number_of_item(words: str, alone: bool) -> str:
    """Where the number of a point ends."""
    return item_number(words, alone=alone)


def _is_beside_words(token: Token) -> bool:
    """Whether a token adds no words: the sign of a change or of the end, a comment, the space before it."""
    if token.type in ("critic_open", "critic_close", "remark"):
        return True
    return _is_comment_or_end(token) or (token.type, token.content.strip(" ")) == ("text", PILCROW)


def _is_comment_or_end(token: Token) -> bool:
    if token.type == "text":
        return token.content == " "
    return token.type == "html_inline" and token.content.startswith(_BESIDE)


def _closing(tokens: Sequence[Token], at: int) -> int:
    """Where what the token `at` opens is closed."""
    depth = 0
    for index in range(at, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    return len(tokens) - 1


def _length(tokens: Sequence[Token], at: int, close: int) -> int:
    return sum(len(token.content) for token in tokens[at + 1 : close])


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return f"{words[:60]}…" if len(words) > 60 else words
