"""A small treaty with everything that Word has to show, its next version, and ways to look into a Word file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from lxml import etree

from treatykit.model.content import (
    Block,
    BracketClose,
    BracketNext,
    BracketOpen,
    Cell,
    DefinitionClose,
    DefinitionOpen,
    Inline,
    Mark,
    NoteReference,
    Paragraph,
    Position,
    Reference,
    Row,
    Slot,
    Stance,
    Table,
    Text,
)
from treatykit.model.document import Document, Meta, Party, Status
from treatykit.model.normal import normalise
from treatykit.model.numbering import number
from treatykit.model.properties import Label, Properties, Role, RowProperties, RunFormat, TableProperties, TableRole
from treatykit.model.revisions import Revision, RevisionKind
from treatykit.ooxml.names import NAMESPACES, short
from treatykit.writers.docx import write_docx
from treatykit.writers.options import DEFAULT_OPTIONS, WriteOptions

ITALIC = RunFormat(italic=True)
MOMENT = datetime(2026, 5, 3, 10, 0, tzinfo=UTC)
META = Meta(
    title="Treaty on Peace",
    author="Chair",
    category="treaty",
    symbol="KAR-TES/2/Rev.1",
    date="3 May 2026",
    status=Status.DRAFT,
    parties=(
        Party(code="KAR", short="Karvela", full="the Republic of Karvela"),
        Party(code="TES", short="Tesmar", full="the Republic of Tesmar"),
    ),
)


def paragraph(
    role: Role, *words: str | Inline, level: int = 0, key: str | None = None, typed: str | None = None
) -> Paragraph:
    """A paragraph of words and inlines."""
    inlines = tuple(Text(word) if isinstance(word, str) else word for word in words)
    label = Label(typed, typed=True) if typed else None
    return Paragraph(inlines, Mark(properties=Properties(role=role, level=level, label=label), key=key))


def item(*words: str | Inline, level: int = 1, key: str | None = None, typed: str | None = None) -> Paragraph:
    """A numbered paragraph or point."""
    return paragraph(Role.ITEM, *words, level=level, key=key, typed=typed)


def article(*title: str | Inline, key: str | None = None, typed: str | None = None) -> Paragraph:
    """The heading of an article."""
    return paragraph(Role.ARTICLE, *title, key=key, typed=typed)


def cell(*words: str, role: Role = Role.BODY) -> Cell:
    """A cell with a paragraph for each of the words."""
    return Cell(tuple(paragraph(role, word) for word in words))


def document(*blocks: Block, meta: Meta = META) -> Document:
    """A counted document."""
    return number(normalise(Document(body=blocks, meta=meta)))


def treaty() -> Document:
    """A treaty with one of everything."""
    return document(
        paragraph(Role.TITLE, "Treaty on Peace between the Republic of Karvela and the Republic of Tesmar"),
        paragraph(Role.PARTIES, "The Republic of Karvela and the Republic of Tesmar (hereinafter “the Parties”),"),
        paragraph(Role.RECITAL, Text("Recalling", ITALIC), " their commitment to peace,"),
        paragraph(Role.ENACTING, "Have agreed as follows:"),
        article("Recognition", key="recognition"),
        item("The frontier is the one described in ", Reference("frontier", "Article 3"), "."),
        item("Neither Party shall:", key="recognition#ban"),
        item("lay any territorial claim; or", level=2),
        item("support one:", level=2),
        item("directly; or", level=3),
        item("through others.", level=3, key="recognition#others"),
        paragraph(Role.WRAP_UP, "This holds in time of crisis too.", level=1),
        article("Definitions"),
        paragraph(Role.BODY, "For the purposes of this Treaty:"),
        item("“", DefinitionOpen(), "frontier", DefinitionClose(), "” means the line in the Annex.", level=2),
        article("Frontier", key="frontier"),
        item("The frontier is inviolable.", NoteReference((paragraph(Role.BODY, "See the exchange of letters."),))),
        item(
            "It ",
            BracketOpen((Stance("KAR"),)),
            "shall",
            BracketNext((Stance("TES"), Stance("KAR", Position.OPPOSES))),
            "should",
            BracketClose(),
            " be demarcated within ",
            Slot("frontier.months"),
            " months, as provided in ",
            Reference("recognition#others", "Article 1, paragraph 2 (b) (ii)"),
            ".",
        ),
        paragraph(Role.DRAFTING_NOTE, "The Chair suggests that paragraph 2 be settled first."),
        article("Protocols", key="protocols", typed="Article 3 bis"),
        item("See ", Reference("protocols", "Article 3 bis"), ".", typed="1 bis."),
        article("Entry into force"),
        paragraph(Role.BODY, "This Treaty shall enter into force on signature."),
        paragraph(Role.TESTIMONIUM, "DONE at ", Slot("place"), ", in two originals."),
        Table(
            (Row((cell("For Karvela", role=Role.SIGNATURE), cell("For Tesmar", role=Role.SIGNATURE))),),
            properties=TableProperties(role=TableRole.SIGNATURES),
        ),
        paragraph(Role.ANNEX, "Frontier points"),
        item("The points are:"),
        Table(
            (
                Row((cell("Point"), cell("Position")), properties=RowProperties(header=True)),
                Row((cell("1"), cell("North of the river"))),
            )
        ),
        item("The list is final."),
    )


def revision(kind: RevisionKind, change: int = 1, author: str = "Tesmar") -> Revision:
    """Something done by a delegation."""
    return Revision(kind=kind, author=author, date=MOMENT, change=change)


INSERTED = revision(RevisionKind.INSERTED)
DELETED = revision(RevisionKind.DELETED)


def marked(block: Paragraph, *revisions: Revision) -> Paragraph:
    """A paragraph that came or went with all that is in it."""
    inlines = tuple(replace(inline, revisions=revisions) for inline in block.inlines)
    return Paragraph(inlines, replace(block.mark, revisions=revisions))


class WordFile:
    """The parts of a Word file as XML."""

    def __init__(self, source: Document, options: WriteOptions = DEFAULT_OPTIONS) -> None:
        self.data = write_docx(source, options)
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            self.parts = {
                name: etree.fromstring(archive.read(name))
                for name in archive.namelist()
                if name.endswith((".xml", ".rels"))
            }

    def packed(self) -> bytes:
        """The file with its parts as they are now."""
        packed = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self.data)) as before, zipfile.ZipFile(packed, "w") as after:
            for name in before.namelist():
                part = self.parts.get(name)
                after.writestr(name, before.read(name) if part is None else etree.tostring(part))
        return packed.getvalue()

    def part(self, name: str) -> etree._Element:
        """A part of the folder ``word``."""
        return self.parts[f"word/{name}.xml"]

    @property
    def body(self) -> etree._Element:
        """The body of the document part."""
        return self.part("document")[0]

    def find(self, path: str, part: str = "document") -> list[etree._Element]:
        """What an XPath finds in a part."""
        found = self.part(part).xpath(path, namespaces=NAMESPACES)
        assert isinstance(found, list)
        return [element for element in found if isinstance(element, etree._Element)]

    def values(self, path: str, part: str = "document") -> list[str]:
        """The strings that an XPath finds in a part."""
        found = self.part(part).xpath(path, namespaces=NAMESPACES)
        assert isinstance(found, list)
        return [str(value) for value in found]

    def paragraph(self, words: str) -> etree._Element:
        """The first paragraph of the body that holds these words."""
        return next(p for p in self.body.iter("{*}p") if words in "".join(str(t) for t in p.itertext()))

    def style_names(self) -> dict[str, str]:
        """Style ids to names."""
        return {
            style.get(f"{{{NAMESPACES['w']}}}styleId", ""): str(style[0].get(f"{{{NAMESPACES['w']}}}val"))
            for style in self.find("//w:style", "styles")
        }

    def word_parts(self) -> Iterator[tuple[str, etree._Element]]:
        """The parts that hold WordprocessingML."""
        for name, root in self.parts.items():
            if short(str(root.tag)).startswith("w:"):
                yield name, root


def shape(element: etree._Element) -> str:
    """An element with its children and words in short: ``p(pPr(pStyle) r(t'words'))``."""
    name = short(str(element.tag)).removeprefix("w:")
    words = f"'{element.text}'" if element.text and element.text.strip() else ""
    children = " ".join(shape(child) for child in element)
    return f"{name}{words}({children})" if children else f"{name}{words}"


def words(file: WordFile, part: str = "document") -> str:
    """All words of a part, their spaces plain whether a line may break there or not."""
    return "".join(file.values("//w:t/text()", part)).replace("\u00a0", " ")
