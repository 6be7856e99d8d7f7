"""Write a PDF that a legal adviser would sign: the HTML of the text, set on pages by WeasyPrint."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from typing import Any, Final

from treatykit.model.document import Document
from treatykit.model.walk import stories
from treatykit.writers.built_in_rules import without_rules_for_all
from treatykit.writers.faces import FACES
from treatykit.writers.footnotes import notes_before_lines, with_notes_in_place
from treatykit.writers.html.printed import printed_page
from treatykit.writers.line_ends import spaces_hanging
from treatykit.writers.options import DEFAULT_OPTIONS, WriteOptions
from treatykit.writers.sides import is_redline
from treatykit.writers.typesetter import typesetter

_SCHEME: Final = "treatykit-font:"
_ACCESSIBLE: Final = "pdf/ua-1"  # ISO 14289-1
_ARCHIVAL: Final = "pdf/a-3a"  # ISO 19005-3, with tags


def write_pdf(document: Document, options: WriteOptions = DEFAULT_OPTIONS) -> bytes:
    """The document as a PDF; the same document gives the same bytes.

    A text without revisions is tagged for readers who listen (PDF/UA). A redline is
    tagged too, but promises nothing: a strike-through has no voice.

    Raises:
        MissingDependencyError: Pango, the library that sets the lines, is not on this machine.
    """
    weasyprint = typesetter()
    page = printed_page(document, options)
    fonts, fetcher = weasyprint.text.fonts.FontConfiguration(), _fetcher()
    html = _html_with_lean_rules(weasyprint)(string=page, url_fetcher=fetcher)
    settings = {
        "pdf_variant": _variant(document, options),
        "pdf_tags": True,
        "pdf_identifier": hashlib.sha256(page.encode()).digest()[:16],
    }

    def set_on_pages(rules: str) -> Any:
        sheet = weasyprint.CSS(string=_font_faces() + rules, font_config=fonts, url_fetcher=fetcher)
        return html.render(stylesheets=[sheet], font_config=fonts, **settings)

    with notes_before_lines(weasyprint.layout.block), spaces_hanging(weasyprint.layout.inline):
        pages = with_notes_in_place(set_on_pages)
    written: bytes = pages.write_pdf(**settings)
    return written


def _variant(document: Document, options: WriteOptions) -> str | None:
    if options.archival:
        return _ARCHIVAL
    return None if is_redline(stories(document)) else _ACCESSIBLE


def _html_with_lean_rules(weasyprint: Any) -> Any:
    class LeanHTML(weasyprint.HTML):  # type: ignore[misc]
        def _ua_stylesheets(self, *forms: bool) -> list[Any]:
            return [without_rules_for_all(sheet) for sheet in super()._ua_stylesheets(*forms)]

    return LeanHTML


def _font_faces() -> str:
    return "".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; font-style: {face.style};'
        f' src: url("{_SCHEME}{face.file}"); }}\n'
        for face in FACES
    )


def _fetcher() -> Any:
    """What answers the addresses in a page: ours for a font of the package, ``data:``, and nothing else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    known = {_SCHEME + face.file: face.file for face in FACES}

    class FontShelf(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if url in known:
                return URLFetcherResponse(url, (files("treatykit") / "fonts" / known[url]).read_bytes())
            if url.startswith("data:"):
                return super().fetch(url, headers)
            raise ValueError("a page may ask for nothing outside itself")

    return FontShelf()
