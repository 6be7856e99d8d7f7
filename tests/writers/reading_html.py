"""Reads the words out of an HTML page by means that share nothing with the writer."""

from __future__ import annotations

from lxml import html as lxml_html
from lxml.html import HtmlElement

ADDED = (
    *("change-numbers", "move-link", "note-sign", "note-call", "notes-heading", "running-where", "pilcrow", "was"),
    "layout-note",
)
"""Classes of what a page adds to the words of its text."""


def page(text: str) -> HtmlElement:
    """The root of a page, its spaces plain whether a line may break there or not."""
    return lxml_html.document_fromstring(text.replace("\u00a0", " "))


def words_of(element: HtmlElement, *leave_out: str) -> str:
    """The characters in an element that are no space, without those of elements with these classes."""
    found: list[str] = []

    def collect(node: HtmlElement) -> None:
        if isinstance(node.tag, str) and not set((node.get("class") or "").split()) & set(leave_out):
            found.append(node.text or "")
            for child in node:
                collect(child)
        if node is not element:
            found.append(node.tail or "")

    collect(element)
    return "".join("".join(found).split())
