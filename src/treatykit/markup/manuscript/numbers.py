"""Where a number ends and the words begin: what is printed before a paragraph, and what it says of it."""

from __future__ import annotations

import re
from typing import Final

from treatykit.model.headings import ROLES_OF_NOUNS
from treatykit.model.numerals import AGAIN
from treatykit.model.properties import Role

BULLETS: Final = {"-": "–", "*": "•"}
"""What the bullets of Markdown stand for."""

_AGAIN: Final = "|".join(AGAIN)
_NOUNS: Final = "|".join(re.escape(noun) for noun in ROLES_OF_NOUNS)
_HEADING: Final = re.compile(
    rf"(?P<label>(?P<noun>{_NOUNS})(?P<order> -?[^\W_][\w.-]*?(?<![.-])(?: ?(?:{_AGAIN}))?)?)"
    r"(?P<stop>\. |$)",
    re.IGNORECASE,
)
_ITEM: Final = re.compile(
    rf"(?P<label>\(-?(?:[A-Za-z]{{1,5}}|\d{{1,3}})(?: (?:{_AGAIN}))?\)"
    rf"|\d{{1,9}}(?: (?:{_AGAIN}))?[.)]|[A-Za-z]{{1,5}}(?: (?:{_AGAIN}))?\))(?: |$)"
)
_WITHOUT_ORDER: Final = (Role.ANNEX,)


def heading_number(words: str, *, alone: bool) -> str:
    """The number that the words of a heading begin with, ``Article 5``; empty where they begin with none.

    Args:
        alone: Nothing stands behind these words.
    """
    found = _HEADING.match(words)
    if found is None or (not found["order"] and role_of_number(found["label"]) not in _WITHOUT_ORDER):
        return ""
    return found["label"] if found["stop"] or alone else ""


def item_number(words: str, *, alone: bool) -> str:
    """The number that the words of a paragraph begin with, ``(b)`` or ``2.``; empty where they begin with none."""
    found = _ITEM.match(words)
    if found is None:
        return ""
    return found["label"] if alone or found.end() > len(found["label"]) else ""


def role_of_number(label: str) -> Role | None:
    """What the number of a heading makes of it."""
    noun = re.split(r"[ \d]", label, maxsplit=1)[0].lower()
    return ROLES_OF_NOUNS.get(noun)


def level_of_number(label: str, steps: int) -> int:
    """The level of an item by its number and by how many steps it stands to the right."""
    inner = label.strip("().-").partition(" ")[0]
    if steps > 1:
        return 4 if inner.isupper() else 3
    return steps + 1 if inner.isdigit() or label in BULLETS.values() else 2
