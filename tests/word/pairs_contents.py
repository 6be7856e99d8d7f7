"""Tables of contents: one field over many paragraphs, as Word writes it, its end in a paragraph of its own or not."""

from __future__ import annotations

from typing import Final

from tests.word.body import bookmark, field, p, ps, r
from tests.word.controls import around_blocks
from tests.word.objects import link_within
from tests.word.package_builder import docx
from tests.word.pair import Expected, Line, Pair, Promise, amended, deleted, inserted

BEGIN: Final = field('TOC \\o "1-1" \\h').removesuffix('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
END: Final = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
PEACE, TRADE, RIVER, BORDER = "Peace and friendship", "Trade and transit", "The river", "The border posts"
PAGE: Final = 1
"""The number of its page comes with an entry, though it says nothing."""
LATER: Final = ps("The Parties shall live in peace.", "Done in two originals.")


def contents(*entries: str, ended: bool = False) -> str:
    """A table of contents: an entry a line, the end of the field behind the last of them or in the last itself."""
    first, *others = (entry if entry.startswith("<") else r(entry) for entry in entries)
    lines = [BEGIN + first, *others]
    if ended:
        lines[-1] += END
    return "".join(p(line, style="TOC1") for line in lines) + ("" if ended else p(END))


def leading(title: str, page: int) -> str:
    """An entry that leads to its heading and prints its page."""
    name = f"_Toc{len(title)}"
    return link_within(name, f"{title}\t").replace(
        "</w:hyperlink>", field(f"PAGEREF {name} \\h", str(page)) + "</w:hyperlink>"
    )


def heading(title: str, number: int) -> str:
    """A heading that entries lead to."""
    return p(bookmark(f"_Toc{len(title)}", title, number=number), style="Heading1")


def pair(name: str, old: str, new: str, *changes: Expected, excess: int = 0, office: str = "") -> Pair:
    """What stands in front of a text that stays; what LibreOffice is known to make of it."""
    return Pair(
        name=name,
        line=Line.OBJECTS,
        old=docx(old, LATER),
        new=docx(new, LATER),
        changes=changes,
        excess=excess,
        broken={Promise.OFFICE: office} if office else {},
    )


PAIRS: Final = (
    pair("contents", contents(PEACE, TRADE), contents(PEACE, TRADE)),
    pair(
        "an entry of contents in the middle",
        contents(PEACE, TRADE, RIVER),
        contents(PEACE, "Trade and traffic", RIVER),
        amended("transit", "traffic"),
    ),
    pair(
        "the first words of contents",
        contents(PEACE, TRADE, RIVER),
        contents("Goodwill and friendship", TRADE, RIVER),
        amended("Peace", "Goodwill"),
    ),
    pair("the first entry of contents put in", contents(TRADE, RIVER), contents(PEACE, TRADE, RIVER), inserted(PEACE)),
    pair(
        "the first entry of contents taken out", contents(PEACE, TRADE, RIVER), contents(TRADE, RIVER), deleted(PEACE)
    ),
    pair(
        "the first entries of contents taken out",
        contents(PEACE, TRADE, RIVER),
        contents(RIVER),
        deleted(PEACE),
        deleted(TRADE),
    ),
    pair("an entry of contents put in", contents(PEACE, RIVER), contents(PEACE, TRADE, RIVER), inserted(TRADE)),
    pair("an entry of contents taken out", contents(PEACE, TRADE, RIVER), contents(PEACE, RIVER), deleted(TRADE)),
    pair("the last entry of contents put in", contents(PEACE, TRADE), contents(PEACE, TRADE, RIVER), inserted(RIVER)),
    pair("the last entry of contents taken out", contents(PEACE, TRADE, RIVER), contents(PEACE, TRADE), deleted(RIVER)),
    pair(
        "an entry of contents that end in their last entry",
        contents(PEACE, TRADE, ended=True),
        contents(PEACE, RIVER, TRADE, ended=True),
        inserted(RIVER),
    ),
    pair(
        "the last entry of contents that end in it put in",
        contents(PEACE, TRADE, ended=True),
        contents(PEACE, TRADE, RIVER, ended=True),
        inserted(RIVER),
    ),
    pair(
        "the last entry of contents that end in it taken out",
        contents(PEACE, TRADE, RIVER, ended=True),
        contents(PEACE, TRADE, ended=True),
        deleted(RIVER),
    ),
    pair(
        "the last words of contents that end in them",
        contents(PEACE, TRADE, ended=True),
        contents(PEACE, "Trade and traffic", ended=True),
        amended("transit", "traffic"),
    ),
    pair(
        "contents that end in their last entry put in",
        "",
        contents(PEACE, TRADE, ended=True),
        inserted(PEACE),
        inserted(TRADE),
    ),
    pair(
        "contents that end in their last entry taken out",
        contents(PEACE, TRADE, ended=True),
        "",
        deleted(PEACE),
        deleted(TRADE),
    ),
    pair(
        "the last entry of contents that end in it in the place of another",
        contents(PEACE, TRADE, ended=True),
        contents(PEACE, RIVER, ended=True),
        amended(TRADE, RIVER),
    ),
    pair("contents put in", "", contents(PEACE, TRADE), inserted(PEACE), inserted(TRADE), inserted()),
    pair("contents taken out", contents(PEACE, TRADE), "", deleted(PEACE), deleted(TRADE), deleted()),
    pair(
        "contents in a content control",
        around_blocks(contents(TRADE, RIVER)),
        around_blocks(contents(PEACE, TRADE, "The lake")),
        inserted(PEACE),
        amended("river", "lake"),
        office="LibreOffice prints the code of a field whose first paragraph it takes out of a content control",
    ),
    pair(
        "contents and the headings that they lead to",
        contents(leading(PEACE, 1), leading(RIVER, 2)) + heading(PEACE, 1) + heading(RIVER, 2),
        contents(leading(PEACE, 1), leading(BORDER, 2), leading(RIVER, 3))
        + heading(PEACE, 1)
        + heading(BORDER, 3)
        + heading(RIVER, 2),
        inserted(f"{BORDER}\t2"),
        inserted(BORDER),
        excess=PAGE,
        office="it prints the pages, which the judge leaves out",
    ),
)
