"""Strict and Transitional, alternate content, and files written by hand in the manner of other programs.

No program has made these files: each imitates what one is known to write, as far as it matters to a redline.
"""

from __future__ import annotations

from typing import Any, Final

from tests.word.body import article, p, ps, r
from tests.word.manners import as_google, as_libreoffice, as_pandoc, as_prefixed, as_python_docx, as_strict, as_word
from tests.word.package_builder import docx
from tests.word.pair import Expected, Line, Pair, amended, deleted, inserted, reformatted
from tests.word.tables import rows

PEACE: Final = "The Parties shall live in peace and friendship with each other."
FORCE: Final = "Each Party shall refrain from the threat or use of force."
SOFTER: Final = FORCE.replace("shall", "should")
TRADE: Final = "Goods in transit are exempt from customs duties and charges."
RIVERS: Final = "The Commission publishes the level of the river every month."
TEXT: Final = ("Treaty on Peace", PEACE, FORCE, TRADE, RIVERS)
REVISED: Final = ("Treaty on Peace", PEACE, SOFTER, RIVERS, "The Parties exchange maps every year.")
CHANGES: Final = (
    amended("shall", "should"),
    deleted(TRADE),
    inserted("The Parties exchange maps every year."),
)


def pair(name: str, old: bytes, new: bytes, *changes: Expected, **rest: Any) -> Pair:
    """Two files."""
    return Pair(name=name, line=Line.DIALECTS, old=old, new=new, changes=changes, **rest)


MANNERS: Final = (
    pair("in the manner of Word", as_word(*TEXT), as_word(*REVISED), *CHANGES),
    pair("in the manner of Word, saved again", as_word(*TEXT), as_word(*TEXT, session="00A41B2C")),
    pair("in the manner of Google Docs", as_google(*TEXT), as_google(*REVISED), *CHANGES),
    pair("in the manner of LibreOffice", as_libreoffice(*TEXT), as_libreoffice(*REVISED), *CHANGES),
    pair("in the manner of pandoc", as_pandoc(*TEXT), as_pandoc(*REVISED), *CHANGES),
    pair("in the manner of python-docx", as_python_docx(*TEXT), as_python_docx(*REVISED), *CHANGES),
    pair(
        "from the manner of Word to that of LibreOffice",
        as_word(*TEXT),
        as_libreoffice(*REVISED),
        *CHANGES,
    ),
    pair(
        "from the manner of Word to that of Google Docs",
        as_word(*TEXT),
        as_google(*REVISED),
        *CHANGES,
        told=("page-setup",),
    ),
    pair(
        "from the manner of pandoc to that of Word",
        as_pandoc(*TEXT),
        as_word(*REVISED),
        *CHANGES,
        *(reformatted() for _ in (PEACE, SOFTER, RIVERS)),
    ),
)

STRICT_OLD: Final = docx(article("Peace", PEACE, FORCE), p(r(TRADE, "<w:b/>")))
STRICT_NEW: Final = docx(article("Peace", PEACE, SOFTER), p(r(TRADE, "<w:b/>")), p(RIVERS))
STRICT: Final = (
    pair(
        "Strict to Strict", as_strict(STRICT_OLD), as_strict(STRICT_NEW), amended("shall", "should"), inserted(RIVERS)
    ),
    pair("Strict to Transitional", as_strict(STRICT_OLD), STRICT_NEW, amended("shall", "should"), inserted(RIVERS)),
    pair("Transitional to Strict", STRICT_OLD, as_strict(STRICT_NEW), amended("shall", "should"), inserted(RIVERS)),
    pair("the same text, Strict and Transitional", as_strict(STRICT_OLD), STRICT_OLD),
)

KEPT: Final = '<w:kern w:val="20"/>'
SET: Final = '<w:spacing w:line="300" w:lineRule="auto"/>'
PREFIXED_OLD: Final = docx(p(PEACE, look=SET), p(r(FORCE, KEPT)), rows(("Goods", "Duty"), ("Tea", "free")))
PREFIXED_NEW: Final = docx(p(PEACE, look=SET), p(r(SOFTER, KEPT)), rows(("Goods", "Duty"), ("Tea", "free")))
PREFIXED: Final = (
    pair("from another prefix", as_prefixed(PREFIXED_OLD), PREFIXED_NEW, amended("shall", "should")),
    pair("to another prefix", PREFIXED_OLD, as_prefixed(PREFIXED_NEW), amended("shall", "should")),
    pair("the same text under another prefix", PREFIXED_OLD, as_prefixed(PREFIXED_OLD)),
)


def either(choice: str, fallback: str) -> str:
    """Content for programs that know the 2010 shapes, and for those that do not."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


ALTERNATE: Final = (
    pair(
        "words beside alternate content",
        docx(p(FORCE, either(r(" (A)"), r(" (B)")))),
        docx(p(SOFTER, either(r(" (A)"), r(" (B)")))),
        amended("shall", "should"),
    ),
    pair(
        "words within alternate content",
        docx(p(PEACE, either(r(f" {FORCE}"), r(f" {FORCE}"))), ps(RIVERS)),
        docx(p(PEACE, either(r(f" {SOFTER}"), r(f" {SOFTER}"))), ps(RIVERS)),
        amended("shall", "should"),
    ),
)

PAIRS: Final = (*MANNERS, *STRICT, *PREFIXED, *ALTERNATE)
