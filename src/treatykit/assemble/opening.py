"""The opening of a text: its title, who concludes it, its recitals, and the words that lead to the first article."""

from __future__ import annotations

from typing import Final, assert_never

from treatykit.assemble.english import capitalised, joined
from treatykit.assemble.wording import Wording
from treatykit.library.instruments import InstrumentType
from treatykit.markup.syntax import Register
from treatykit.model.content import DefinitionClose, DefinitionOpen, Inline, Mark, Paragraph, Text
from treatykit.model.properties import Properties, Role

_ENACTING: Final = {
    Register.TREATY: "Have agreed as follows:",
    Register.DECLARATION: "Declare as follows:",
    Register.MEMORANDUM: "Have reached the following understanding:",
}


def title(words: str) -> Paragraph:
    """The title."""
    return _paragraph(Role.TITLE, Text(words))


def subtitle(wording: Wording) -> Paragraph:
    """Between whom: ``between the Republic of Karvela and the Republic of Tesmar``; of a protocol, to what."""
    return _paragraph(Role.SUBTITLE, Text(belonging(wording)))


def belonging(wording: Wording) -> str:
    """The words of a title that say whose the text is: that of the parties, or of the treaty that a protocol is to."""
    if wording.instrument is InstrumentType.PROTOCOL and wording.parent_title:
        return f"to {wording.parent_title}"
    return between(wording)


def between(wording: Wording) -> str:
    """The words of a title that name the parties; a declaration is *of* them, other texts are *between* them."""
    return f"{_preposition(wording)} {joined(wording.party_names)}"


def parties(wording: Wording) -> Paragraph:
    """Who concludes the text, and what they are called in it."""
    return _paragraph(
        Role.PARTIES,
        Text(f"{capitalised(joined(wording.party_names))} (hereinafter referred to as “the "),
        DefinitionOpen(),
        Text(wording.designation.several),
        DefinitionClose(),
        Text("”),"),
    )


def enacting(wording: Wording) -> Paragraph:
    """The words behind the last recital."""
    return _paragraph(Role.ENACTING, Text(_ENACTING[wording.register]))


def _preposition(wording: Wording) -> str:
    register = wording.register
    match register:
        case Register.DECLARATION:
            return "of"
        case Register.TREATY | Register.MEMORANDUM:
            return "between"
        case _:
            assert_never(register)


def _paragraph(role: Role, *inlines: Inline) -> Paragraph:
    return Paragraph(inlines, Mark(properties=Properties(role=role)))
