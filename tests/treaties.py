"""Generated treaties: texts in the form that treaties have, with words taken at random.

Unlike `tests.strategies`, which puts anything beside anything, these have a title, a preamble,
articles, closing words and annexes in their order, as an assembled text does.
"""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from tests.strategies import PARTIES, schemes, treaty_words

from treatykit.model.content import (
    Block,
    BracketClose,
    BracketNext,
    BracketOpen,
    Break,
    Cell,
    DefinitionClose,
    DefinitionOpen,
    Inline,
    Mark,
    NoteKind,
    NoteReference,
    Paragraph,
    Reference,
    Row,
    Slot,
    Stance,
    Table,
    Text,
)
from treatykit.model.document import Document, Meta
from treatykit.model.normal import normalise
from treatykit.model.numbering import number
from treatykit.model.plain import NO_TEXT
from treatykit.model.properties import ParagraphFormat, Properties, Role, RowProperties, TableProperties, TableRole

KEYS = tuple(f"topic-{count}" for count in range(12))
TERMS = ("Border Commission", "forces", "base maps", "transit routes")
_BARE = st.sampled_from(("one shall act", "peace is established", "within thirty days", "the frontier, as shown"))


def plain(role: Role, *inlines: Inline, level: int = 0, key: str | None = None) -> Paragraph:
    """A paragraph without a number so far."""
    return Paragraph(inlines, Mark(properties=Properties(role=role, level=level), key=key))


@st.composite
def treaties(draw: DrawFn) -> Document:
    """A treaty without formats, as plain text can say it."""
    author = _Author(draw)
    body: list[Block] = [
        plain(Role.TITLE, Text(draw(_titles))),
        plain(Role.SUBTITLE, Text("between the Republic of Karvela and the Republic of Tesmar")),
        plain(Role.PARTIES, *author.words()),
        *(plain(Role.RECITAL, *author.words()) for _ in range(draw(_few))),
        plain(Role.ENACTING, Text("Have agreed as follows:")),
    ]
    for _ in range(draw(st.integers(1, 4))):
        body += author.article()
    body += [plain(Role.TESTIMONIUM, *author.words()), author.signatures()]
    if draw(st.booleans()):
        body += [plain(Role.ANNEX, Text(draw(_titles))), plain(Role.HEADING, Text("Holidays"), level=1)]
        body += [author.table(), *author.items(1)]
    document = normalise(Document(body=tuple(body), meta=Meta(title="Treaty of Peace", parties=PARTIES)))
    return number(document, draw(schemes))


_few = st.integers(0, 3)
_titles = st.sampled_from(("Peace", "Transit of goods", "Joint Commission", "Maps and marks"))
_codes: SearchStrategy[tuple[Stance, ...]] = st.sampled_from(
    ((), (Stance("KAR"),), (Stance("TES"),), (Stance("KAR"), Stance("TES")))
)


class _Author:
    """Writes the parts of one treaty; each name and each defined term is used once."""

    def __init__(self, draw: DrawFn) -> None:
        self.draw = draw
        self.keys = list(KEYS)
        self.terms = list(TERMS)
        self.named: list[str] = []

    def words(self, *, notes: bool = True) -> tuple[Inline, ...]:
        """A sentence, with some of what sentences of treaties hold."""
        draw = self.draw
        found: list[Inline] = [Text(draw(_BARE))]
        match draw(st.sampled_from(("words", "words", "slot", "reference", "term", "bracket", "note", "break"))):
            case "slot":
                found += [Text(" within "), Slot(draw(st.sampled_from(("entry.days", "seat")))), Text(" of it")]
            case "reference" if self.named:
                found += [Text(" under "), Reference(draw(st.sampled_from(self.named)), ""), Text(" and the rest")]
            case "term" if self.terms:
                found += [Text(" (the “"), DefinitionOpen(), Text(self.terms.pop()), DefinitionClose(), Text("”)")]
            case "bracket":
                found += [Text(" "), BracketOpen(draw(_codes)), Text(draw(_BARE))]
                found += [BracketNext(draw(_codes)), Text("shall"), BracketClose()]
            case "note" if notes:
                kind = draw(st.sampled_from(NoteKind))
                found += [NoteReference((plain(Role.BODY, *self.words(notes=False)),), kind), Text(" again")]
            case "break":
                found += [Break(), Text("on a line of its own")]
        return (*found, Text(f" {draw(treaty_words)}."))

    def key(self) -> str | None:
        """A name for a passage, at times."""
        if not self.keys or self.draw(st.booleans()):
            return None
        self.named.append(self.keys.pop())
        return self.named[-1]

    def article(self) -> list[Block]:
        """An article with numbered paragraphs, or with one paragraph and its points."""
        heading = plain(Role.ARTICLE, Text(self.draw(_titles)), key=self.key())
        if self.draw(st.booleans()):
            return [heading, *self.items(1), *([self.table()] if self.draw(st.booleans()) else [])]
        return [heading, plain(Role.BODY, *self.words()), *self.items(2), *self.bracketed()]

    def items(self, level: int) -> list[Block]:
        """Items with items in them, and the words that close them."""
        found: list[Block] = []
        for _ in range(self.draw(_few)):
            found.append(plain(Role.ITEM, *self.words(), level=level, key=self.key()))
            if level < 3 and (inner := self.items(level + 1)):
                found += inner
                if self.draw(st.booleans()):
                    found.append(plain(Role.WRAP_UP, *self.words(), level=level))
        return found

    def bracketed(self) -> list[Block]:
        """A bracket around whole paragraphs, at times."""
        if self.draw(st.booleans()):
            return []
        silence = (Text(NO_TEXT),) if self.draw(st.booleans()) else ()
        tied = Mark(properties=Properties(format=ParagraphFormat(keep_with_next=True)))
        return [
            Paragraph((BracketOpen((Stance("KAR"),)),), tied),
            plain(Role.BODY, *self.words()),
            Paragraph((BracketNext((Stance("TES"),)), *silence), tied),
            plain(Role.BODY, BracketClose()),
        ]

    def table(self) -> Table:
        """A table with a row of headings."""
        columns = self.draw(st.integers(1, 3))
        rows = [
            Row(
                tuple(Cell((plain(Role.BODY, Text(self.draw(_BARE))),)) for _ in range(columns)),
                properties=RowProperties(header=not row),
            )
            for row in range(self.draw(st.integers(2, 3)))
        ]
        return Table(tuple(rows))

    def signatures(self) -> Table:
        """A place to sign for each party, with or without a name."""

        def place(party: str) -> Cell:
            lines = ("", "Ilan Oreth", "Minister") if self.draw(st.booleans()) else ("",)
            said = (f"For {party}", *lines)
            return Cell(tuple(plain(Role.SIGNATURE, *((Text(line),) if line else ())) for line in said))

        return Table((Row((place("Karvela"), place("Tesmar"))),), properties=TableProperties(role=TableRole.SIGNATURES))
