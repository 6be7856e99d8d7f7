"""Small texts in a shorthand: ``#`` an article, ``-`` a paragraph, ``~`` a recital, ``=`` the end, ``@`` an annex."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from treatykit.model.content import (
    BracketClose,
    BracketNext,
    BracketOpen,
    DefinitionClose,
    DefinitionOpen,
    Inline,
    Mark,
    Paragraph,
    Reference,
    Slot,
    Stance,
    Text,
)
from treatykit.model.document import Document, Meta, Party
from treatykit.model.normal import normalise
from treatykit.model.numbering import number
from treatykit.model.properties import Label, Properties, Role

_ROLES: Final = {"#": Role.ARTICLE, "~": Role.RECITAL, "=": Role.TESTIMONIUM, "@": Role.ANNEX}
_PIECES: Final = re.compile(r"(\]?\[(?:[A-Z]+: )?|\]|\{@\w+\}|\{blank\}|<[^>]+>)")
_PARTIES: Final = (
    Party(code="KAR", short="Karvela", full="the Republic of Karvela"),
    Party(code="TES", short="Tesmar", full="the Republic of Tesmar"),
)


def text(*lines: str) -> Document:
    """A document between two parties; an article's only paragraph has no number."""
    alone = {at for at in range(len(lines)) if _is_alone(lines, at)}
    body = tuple(_paragraph(line, alone=at in alone) for at, line in enumerate(lines))
    return number(normalise(Document(body=body, meta=Meta(parties=_PARTIES))))


def _is_alone(lines: tuple[str, ...], at: int) -> bool:
    before, after = lines[at - 1][0] if at else "", lines[at + 1][0] if at + 1 < len(lines) else ""
    return lines[at][0] == "-" and before != "-" and after != "-"


def _paragraph(line: str, *, alone: bool) -> Paragraph:
    mark, _, words = line.partition(" ")
    if mark == "-":
        properties = Properties() if alone else Properties(role=Role.ITEM, level=1)
    else:
        label = Label(f"Article {mark[1:]}", typed=True) if mark[1:] else None
        properties = Properties(role=_ROLES[mark[0]], label=label)
    return Paragraph(tuple(_inlines(words)), Mark(properties=properties))


def _inlines(words: str) -> Iterator[Inline]:
    for piece in _PIECES.split(words):
        match piece[:1]:
            case "[" | "]" if _PIECES.fullmatch(piece):
                code = piece.strip("[]: ")
                stances = (Stance(code),) if code else ()
                yield BracketClose() if piece == "]" else (BracketNext if piece[0] == "]" else BracketOpen)(stances)
            case "{" if piece == "{blank}":
                yield Slot("a.days")
            case "{":
                yield Reference(piece[2:-1], "")
            case "<":
                yield from (Text("“"), DefinitionOpen(), Text(piece[1:-1]), DefinitionClose(), Text("”"))
            case _:
                yield Text(piece)
