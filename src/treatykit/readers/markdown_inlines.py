"""From the inline tokens of a Markdown parser to inlines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, replace
from html import escape

from markdown_it.token import Token

from treatykit.model.content import Break, Inline, NoteReference, OpaqueInline, Text
from treatykit.model.normal import normal_inlines
from treatykit.model.properties import RunFormat, VerticalPosition
from treatykit.readers.markdown_looks import MARKS, TAGS, Looks
from treatykit.records import dataclass

Note = Callable[[str], NoteReference | None]
"""Gives the note of a label, the first time it is asked for it."""

Finding = Callable[[str, str], None]
"""Takes the code and the message of a diagnostic."""

_SPACES = re.compile(r"[ \t\n]+")
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)")


@dataclass(slots=True)
class InlineReader:
    """Reads the inlines of one paragraph.

    Attributes:
        looks: What is switched on at this point.
    """

    note: Note
    find: Finding
    looks: Looks = field(default_factory=Looks)

    def read(self, tokens: Iterable[Token]) -> tuple[Inline, ...]:
        """The inlines of a paragraph, with runs of space as one space and none at its ends."""
        found = [inline for token in tokens for inline in self._one(token)]
        return normal_inlines(_trimmed(normal_inlines(found)))

    def _one(self, token: Token) -> Iterator[Inline]:
        mark = MARKS.get(token.type.removesuffix("_open").removesuffix("_close"))
        if mark is not None:
            self.looks.switch(mark, on=token.nesting > 0)
            return
        match token.type:
            case "text" | "code_inline":
                yield from self._text(token.content)
            case "softbreak":
                yield from self._text(" ")
            case "hardbreak":
                yield Break()
            case "footnote_ref":
                label = str(token.meta["label"])
                yield self.note(label) or Text(label, RunFormat(position=VerticalPosition.SUPERSCRIPT))
            case "image":
                address = str(token.attrs.get("src", ""))
                self.find("picture", f"the picture {address} is not read, only its description")
                description = "".join(child.content for child in token.children or ())
                yield OpaqueInline(f'<img alt="{escape(description)}" src="{escape(address)}"></img>', description)
            case "html_inline":
                yield from self._tag(token.content)
            case "link_open":
                self.find("link", "the words of links are kept, their addresses are not")
            case "link_close":
                pass
            case other:
                raise ValueError(f"the parser gave a token that nobody reads: {other}")

    def _text(self, words: str) -> Iterator[Inline]:
        if words:
            yield Text(_SPACES.sub(" ", words), self.looks.look)

    def _tag(self, tag: str) -> Iterator[Inline]:
        """A tag that stands for a format or a line break; any other is left out, but never in silence."""
        found = _TAG.match(tag)
        name = found["name"].lower() if found else ""
        if name == "br":
            yield Break()
        elif name in TAGS and found:
            self.looks.switch(TAGS[name], on=not found["end"])
        elif tag.startswith("<!--"):
            self.find("comment", f"left out a comment: {_shortened(tag[4:].removesuffix('-->'))}")
        elif not (found and found["end"]):
            self.find("html", f"left out the tag {_shortened(tag)}; the words around it are kept")


def _trimmed(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Inlines without space at the ends of a line or beside another space."""
    after_space = True
    for index, inline in enumerate(inlines):
        if not isinstance(inline, Text):
            after_space = isinstance(inline, Break)
            yield inline
            continue
        words = _SPACES.sub(" ", inline.value)
        words = words.lstrip(" ") if after_space else words
        if index + 1 == len(inlines) or isinstance(inlines[index + 1], Break):
            words = words.rstrip(" ")
        after_space = words.endswith(" ") if words else after_space
        yield replace(inline, value=words)


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return f"{words[:60]}…" if len(words) > 60 else words
