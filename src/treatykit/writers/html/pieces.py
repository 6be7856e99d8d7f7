"""How the words of a change print in HTML, apart from the text that they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from markupsafe import Markup

from treatykit.model.changes import Fate, Piece
from treatykit.writers.html.elements import classes, element, joined

_ELEMENTS: Final = {
    Fate.INSERTED: ("ins", None),
    Fate.DELETED: ("del", None),
    Fate.MOVED_HERE: ("ins", "moved"),
    Fate.MOVED_AWAY: ("del", "moved"),
    Fate.ABOUT: ("span", "about"),
}


def marked(pieces: Iterable[Piece]) -> Markup:
    """Pieces with the marks that they have in the text."""
    listed = list(pieces)
    before = [None, *(piece.fate for piece in listed)]
    return joined(_marked(piece, instead=fate is Fate.DELETED) for fate, piece in zip(before, listed, strict=False))


def _marked(piece: Piece, *, instead: bool) -> str:
    if piece.fate not in _ELEMENTS:
        return piece.text
    tag, named = _ELEMENTS[piece.fate]
    return element(tag, piece.text, class_=classes(named, "instead" if instead and tag == "ins" else None))
