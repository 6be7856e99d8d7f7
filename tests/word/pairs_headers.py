"""Headers and footers: edited, put in, taken out; of first and even pages; of several sections."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tests.word.body import field, p, ps
from tests.word.package_builder import A4, docx, relation
from tests.word.pair import Expected, Line, Pair, amended, deleted, inserted
from tests.word.sheets import SETTINGS
from tests.word.tables import row, table

TEXT: Final = ps("The Parties shall live in peace.", "Done in two originals.")
DRAFT: Final = "Draft of the Chair"
EVEN_SETTINGS: Final = SETTINGS.replace(
    "<w:characterSpacingControl", "<w:evenAndOddHeaders/><w:characterSpacingControl"
)


def led(**parts: str) -> str:
    """References to headers and footers.

    Args:
        parts: The pages that each is for, by its name: ``header1="first"``.
    """
    return "".join(
        f'<w:{name.rstrip("0123456789")}Reference w:type="{pages}" r:id="{relation(f"{name}.xml")}"/>'
        for name, pages in parts.items()
    )


def running(words: str, kind: str = "Header") -> str:
    """A header or footer of one paragraph."""
    return p(words, style=kind)


def file(parts: Mapping[str, str], *, section: str = "", body: str = TEXT, settings: str = SETTINGS) -> bytes:
    """A text with these headers and footers, each for all pages where nothing else is said."""
    said = section or led(**{name.removesuffix(".xml"): "default" for name in parts}) + A4
    return docx(body, section=said, parts=parts, settings=settings)


def pair(name: str, old: bytes, new: bytes, *changes: Expected, told: tuple[str, ...] = ()) -> Pair:
    """Two files."""
    return Pair(name=name, line=Line.HEADERS, old=old, new=new, changes=changes, told=told)


def first(name: str) -> str:
    """A section whose first page is another, with a header for it and one for all others."""
    return f"{led(header1='default', header2=name)}{A4}<w:titlePg/>"


_NUMBERED: Final = p("Page ", field("PAGE", "1"), " of the draft", style="Footer")
_TABLED: Final = table(row("A/1", DRAFT)) + running("")

PAIRS: Final = (
    pair(
        "words of a header",
        file({"header1.xml": running(DRAFT)}),
        file({"header1.xml": running("Draft of the Secretariat")}),
        amended("Chair", "Secretariat"),
    ),
    pair(
        "words of a footer with the number of the page",
        file({"footer1.xml": _NUMBERED}),
        file({"footer1.xml": _NUMBERED.replace("of the draft", "of the text")}),
        amended("draft", "text"),
    ),
    pair(
        "words of a header and of the body",
        file({"header1.xml": running(DRAFT)}),
        file({"header1.xml": running("Draft of the Secretariat")}, body=TEXT.replace("peace", "harmony")),
        amended("Chair", "Secretariat"),
        amended("peace", "harmony"),
    ),
    pair(
        "a paragraph of a header put in",
        file({"header1.xml": running(DRAFT)}),
        file({"header1.xml": running(DRAFT) + running("Not for distribution")}),
        inserted("Not for distribution"),
    ),
    pair("a header put in", file({}), file({"header1.xml": running(DRAFT)}), inserted(DRAFT)),
    pair("a header taken out", file({"header1.xml": running(DRAFT)}), file({}), deleted(DRAFT)),
    pair("a footer put in", file({}), file({"footer1.xml": running(DRAFT, "Footer")}), inserted(DRAFT)),
    pair("a footer taken out", file({"footer1.xml": running(DRAFT, "Footer")}), file({}), deleted(DRAFT)),
    pair(
        "a header that is another part and says the same",
        file({"header1.xml": running(DRAFT)}),
        file({"header3.xml": running(DRAFT)}),
    ),
    pair(
        "words of the header of first pages",
        file({"header1.xml": running(DRAFT), "header2.xml": running("Confidential")}, section=first("first")),
        file({"header1.xml": running(DRAFT), "header2.xml": running("Public")}, section=first("first")),
        amended("Confidential", "Public"),
    ),
    pair(
        "words of the header of even pages",
        file(
            {"header1.xml": running(DRAFT), "header2.xml": running("Treaty of Karvela")},
            section=led(header1="default", header2="even") + A4,
            settings=EVEN_SETTINGS,
        ),
        file(
            {"header1.xml": running(DRAFT), "header2.xml": running("Treaty of Tesmar")},
            section=led(header1="default", header2="even") + A4,
            settings=EVEN_SETTINGS,
        ),
        amended("Karvela", "Tesmar"),
    ),
    pair(
        "the header of first pages put in",
        file({"header1.xml": running(DRAFT)}, section=f"{led(header1='default')}{A4}<w:titlePg/>"),
        file({"header1.xml": running(DRAFT), "header2.xml": running("Confidential")}, section=first("first")),
        inserted("Confidential"),
    ),
    pair(
        "the header of first pages taken out",
        file({"header1.xml": running(DRAFT), "header2.xml": running("Confidential")}, section=first("first")),
        file({"header1.xml": running(DRAFT)}, section=f"{led(header1='default')}{A4}<w:titlePg/>"),
        deleted("Confidential"),
    ),
    pair(
        "words of the header of the second section",
        file(
            {"header1.xml": running(DRAFT), "header2.xml": running("Annex on the frontier")},
            body=p("The treaty.", look=f"<w:sectPr>{led(header1='default')}{A4}</w:sectPr>") + TEXT,
            section=led(header2="default") + A4,
        ),
        file(
            {"header1.xml": running(DRAFT), "header2.xml": running("Annex on the river")},
            body=p("The treaty.", look=f"<w:sectPr>{led(header1='default')}{A4}</w:sectPr>") + TEXT,
            section=led(header2="default") + A4,
        ),
        amended("frontier", "river"),
    ),
    pair(
        "words of a table in a header",
        file({"header1.xml": _TABLED}),
        file({"header1.xml": _TABLED.replace("A/1", "A/2")}),
        amended("1", "2"),
    ),
)
