"""A treaty between fictional States, clean and as a redline, with one of everything that a writer prints."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from treatykit.model.changes import Change, ChangeKind, ChangeReport, Substitution, Summary, Touch
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

ITALIC = RunFormat(italic=True)
BOLD = RunFormat(bold=True)
PARTIES = (
    Party(code="KAR", short="Karvela", full="the Republic of Karvela"),
    Party(code="TES", short="Tesmar", full="the Republic of Tesmar"),
)
META = Meta(
    title="Treaty on Peace and Good-Neighbourly Relations",
    category="treaty",
    symbol="KAR-TES/2/Rev.1",
    date="3 May 2031",
    status=Status.DRAFT,
    parties=PARTIES,
)
WHEN = datetime(2031, 5, 3, 10, 30, tzinfo=UTC)


def paragraph(role: Role, *inlines: Inline | str, level: int = 0, key: str | None = None, label: str = "") -> Paragraph:
    """A paragraph of words and other inlines."""
    said = tuple(Text(inline) if isinstance(inline, str) else inline for inline in inlines)
    properties = Properties(role=role, level=level, label=Label(label, typed=True) if label else None)
    return Paragraph(said, Mark(properties=properties, key=key))


def revised(block: Paragraph, kind: RevisionKind, change: int, author: str = "Tesmar") -> Paragraph:
    """The paragraph with its words and its mark come, gone or moved."""
    mine = (Revision(kind=kind, author=author, date=WHEN, change=change),)
    inlines = tuple(replace(inline, revisions=(*mine, *inline.revisions)) for inline in block.inlines)
    return Paragraph(inlines, replace(block.mark, revisions=(*mine, *block.mark.revisions)))


def came(words: str, change: int) -> Text:
    """Words that were inserted."""
    return Text(words, revisions=(Revision(kind=RevisionKind.INSERTED, author="Tesmar", date=WHEN, change=change),))


def went(words: str, change: int) -> Text:
    """Words that were deleted."""
    return Text(words, revisions=(Revision(kind=RevisionKind.DELETED, author="Tesmar", date=WHEN, change=change),))


def renumbered(block: Block, new: str) -> Paragraph:
    """The paragraph with another number than it had."""
    assert isinstance(block, Paragraph)
    old = block.mark.properties
    was = Revision(kind=RevisionKind.REFORMATTED, author="Tesmar", before=old)
    return replace(block, mark=replace(block.mark, properties=replace(old, label=Label(new)), revisions=(was,)))


def labelled(block: Paragraph, label: str) -> Paragraph:
    """The paragraph with a counted number."""
    return replace(block, mark=replace(block.mark, properties=replace(block.mark.properties, label=Label(label))))


def signatures() -> Table:
    """Places to sign, side by side."""
    places = (
        ("For the Republic of Karvela", "Ilan Oreth", "Minister for Foreign Affairs"),
        ("For the Republic of Tesmar", "Dana Velm", "Minister for Foreign Affairs"),
    )
    cells = (
        Cell(tuple(paragraph(Role.SIGNATURE, *([words] if words else [])) for words in (head, "", name, office)))
        for head, name, office in places
    )
    return Table((Row(tuple(cells)),), properties=TableProperties(role=TableRole.SIGNATURES))


def border_table() -> Table:
    """The turning points of a frontier."""
    lines = (
        ("Point", "Latitude", "Longitude"),
        ("1", "41° 12′ 05″ N", "44° 58′ 10″ E"),
        ("2", "41° 10′ 40″ N", "45° 01′ 33″ E"),
    )
    return Table(
        tuple(
            Row(tuple(Cell((paragraph(Role.BODY, words),)) for words in line), properties=RowProperties(header=at == 0))
            for at, line in enumerate(lines)
        )
    )


def opening() -> tuple[Block, ...]:
    """Title, parties and recitals."""
    return (
        paragraph(Role.TITLE, "Treaty on Peace and Good-Neighbourly Relations"),
        paragraph(Role.SUBTITLE, "between the Republic of Karvela and the Republic of Tesmar"),
        paragraph(
            Role.PARTIES,
            "The Republic of Karvela and the Republic of Tesmar (hereinafter referred to as “the ",
            DefinitionOpen(),
            "Parties",
            DefinitionClose(),
            "”),",
        ),
        paragraph(
            Role.RECITAL,
            Text("Desiring", ITALIC),
            " to end for ever the conflict between them and to live as good neighbours on the basis of "
            "sovereign equality, territorial integrity and the inviolability of their internationally "
            "recognised frontier,",
        ),
        paragraph(
            Role.RECITAL, Text("Reaffirming", ITALIC), " their obligations under the Charter of the United Nations,"
        ),
        paragraph(Role.ENACTING, "Have agreed as follows:"),
    )


def clean() -> Document:
    """The treaty without any revision."""
    note = NoteReference((paragraph(Role.BODY, "The delegation of Tesmar reserves its position on this paragraph."),))
    last = NoteReference((paragraph(Role.BODY, "Text of the second round."),), kind=NoteKind.ENDNOTE)
    body = (
        *opening(),
        paragraph(Role.ARTICLE, "Establishment of Peace", key="establishment-of-peace"),
        paragraph(
            Role.BODY,
            "The state of war between the Parties is terminated and peace is established between them upon the "
            "entry into force of this Treaty, notwithstanding any declaration to the contrary.",
        ),
        paragraph(Role.ARTICLE, "Mutual Recognition", key="recognition"),
        paragraph(
            Role.ITEM,
            "Each Party recognises and shall respect the sovereignty, the territorial integrity and "
            "the political independence of the other Party.",
            note,
            level=1,
        ),
        paragraph(Role.ITEM, "Each Party shall:", level=1, key="recognition#duties"),
        paragraph(
            Role.ITEM,
            "refrain from the threat or use of force against the other Party, directly or "
            "indirectly, on land, at sea or in the air;",
            level=2,
            key="recognition#ban",
        ),
        paragraph(Role.ITEM, "prevent, from its territory,", level=2),
        paragraph(Role.ITEM, "acts of aggression or violence; and", level=3),
        paragraph(Role.ITEM, "the organisation or financing of such acts;", level=3),
        paragraph(Role.WRAP_UP, "and shall report on the measures taken within thirty days.", level=1),
        paragraph(Role.ARTICLE, "Transit", key="transit"),
        paragraph(
            Role.ITEM,
            "For the purposes of ",
            Reference("recognition#duties", "Article 2, paragraph 2"),
            ", “",
            DefinitionOpen(),
            Text("transit", BOLD),
            DefinitionClose(),
            "” means the passage of persons and goods across the territory of a Party.",
            level=1,
        ),
        paragraph(
            Role.ITEM,
            "The transit State ",
            BracketOpen((Stance("KAR"),)),
            "shall",
            BracketNext((Stance("TES"), Stance("KAR", Position.OPPOSES))),
            "undertakes to ",
            BracketOpen(),
            "endeavour to",
            BracketClose(),
            BracketClose(),
            " clear cargo within ",
            Slot("transit.hours", prompt="Within how many hours?"),
            " hours of its arrival.",
            last,
            level=1,
        ),
        paragraph(Role.DRAFTING_NOTE, "Tesmar links this paragraph to the annex."),
        paragraph(
            Role.TESTIMONIUM,
            Text("In witness whereof", ITALIC),
            " the undersigned, being duly authorised thereto, have signed this Treaty.",
        ),
        paragraph(
            Role.TESTIMONIUM,
            Text("Done", ITALIC),
            " at Port Sarn, on 3 May 2031, in two originals, each "
            "in the Karvelan, Tesmari and English languages, all texts being equally authentic. In case of "
            "divergence, the English text shall prevail.",
        ),
        signatures(),
        paragraph(Role.ANNEX, "Turning Points of the Frontier", key="annex-frontier"),
        paragraph(
            Role.BODY, "The frontier runs in straight lines between the points below.", Break(), "Datum: WGS 84."
        ),
        border_table(),
    )
    return number(normalise(Document(body=body, meta=META)))


def redline() -> Document:
    """The treaty with an article inserted, words changed, a point deleted and a paragraph moved."""
    document = clean()
    body = list(document.body)
    new = (
        paragraph(Role.ARTICLE, "Diplomatic Relations", label="Article 2"),
        paragraph(Role.BODY, "The Parties shall establish diplomatic relations within sixty days."),
    )
    moved = paragraph(Role.ITEM, "Nothing in this Article affects the Charter of the United Nations.", level=1)
    ban = body[11]
    assert isinstance(ban, Paragraph)
    return replace(
        document,
        body=(
            *body[:7],
            paragraph(
                Role.BODY,
                "The state of war between the Parties is terminated and peace is established between them ",
                went("upon", 1),
                came("thirty days after", 1),
                " the entry into force of this Treaty.",
            ),
            *(revised(block, RevisionKind.INSERTED, 2) for block in new),
            renumbered(body[8], "Article 3"),
            *body[9:11],
            revised(ban, RevisionKind.DELETED, 3),
            renumbered(body[12], "(a)"),
            *body[13:16],
            revised(labelled(moved, "3."), RevisionKind.MOVED_AWAY, 4),
            renumbered(body[16], "Article 4"),
            *body[17:19],
            revised(labelled(moved, "3."), RevisionKind.MOVED_HERE, 4),
            *body[19:],
        ),
    )


def report() -> ChangeReport:
    """What an engine says of `redline`."""
    return ChangeReport(
        old_name="Framework, 3 May",
        new_name="Comprehensive, 9 May",
        changes=(
            Change(
                number=1,
                kind=ChangeKind.AMENDED,
                old_place="Article 1",
                new_place="Article 1",
                old_text="between them upon the entry",
                new_text="between them thirty days after the entry",
                touches=(Touch.AMOUNT,),
                author="Tesmar",
            ),
            Change(
                number=2,
                kind=ChangeKind.INSERTED,
                new_place="Article 2",
                new_text="Diplomatic Relations",
                touches=(Touch.OBLIGATION, Touch.AMOUNT),
                author="Tesmar",
            ),
            Change(
                number=0,
                kind=ChangeKind.RENUMBERED,
                old_place="Article 2",
                new_place="Article 3",
                old_label="Article 2",
                new_label="Article 3",
                touches=(Touch.NUMBERING,),
            ),
            Change(
                number=3,
                kind=ChangeKind.DELETED,
                old_place="Article 2, paragraph 2 (a)",
                old_text="refrain from the threat or use of force against the other Party",
                touches=(Touch.OBLIGATION,),
                author="Tesmar",
            ),
            Change(
                number=4,
                kind=ChangeKind.MOVED,
                old_place="Article 2, paragraph 3",
                new_place="Article 4, paragraph 3",
                old_text="Nothing in this Article",
                new_text="Nothing in this Article",
                touches=(Touch.SUBSTANCE,),
                edited=True,
                author="Tesmar",
            ),
        ),
        summary=Summary(
            counts=(
                (ChangeKind.RENUMBERED, 1),
                (ChangeKind.AMENDED, 1),
                (ChangeKind.INSERTED, 1),
                (ChangeKind.DELETED, 1),
                (ChangeKind.MOVED, 1),
            ),
            touches=((Touch.OBLIGATION, 2), (Touch.AMOUNT, 2)),
            old_words=310,
            new_words=322,
            inserted_words=14,
            deleted_words=21,
            substitutions=(
                Substitution(old="co-operation", new="cooperation", places=("Article 4", "Article 4", "Annex")),
            ),
        ),
    )
