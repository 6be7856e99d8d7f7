"""HTML elements from values: whatever is no `Markup` is escaped, so that no text can become an element."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from treatykit.model.no_break import kept_together
from treatykit.writers.controls import visible

NOTHING = Markup("")


def words(text: str) -> Markup:
    """Text as it stands in an element or an attribute."""
    return text if isinstance(text, Markup) else escape(kept_together(visible(text)))


def joined(parts: Iterable[str], by: str = "") -> Markup:
    """Parts one after another, those that are no `Markup` escaped."""
    return words(by).join(words(part) for part in parts)


def element(name: str, *content: str, **attributes: str | int | None) -> Markup:
    """An element with its content and attributes.

    Args:
        name: Its tag, a word of the code and never of a document.
        content: What stands in it, in order.
        attributes: A trailing underscore is left out and others are hyphens (``class_``,
            ``data_change``); an attribute that is None or empty is left out, but ``alt`` and
            ``scope`` and their like are never empty here.
    """
    return Markup(f"<{name}{_attributes(attributes)}>{joined(content)}</{name}>")  # noqa: S704 (made of escaped parts)


def void(name: str, **attributes: str | int | None) -> Markup:
    """An element that has no content, such as a line break."""
    return Markup(f"<{name}{_attributes(attributes)}>")  # noqa: S704 (made of escaped parts)


def classes(*names: str | None) -> str | None:
    """A ``class`` attribute of the names that are there, or None where there is none."""
    return " ".join(name for name in names if name) or None


def _attributes(attributes: dict[str, str | int | None]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{words(str(value))}"'
        for name, value in attributes.items()
        if value is not None and value != ""
    )
