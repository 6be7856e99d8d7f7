"""Which signs and elements of Markdown say how words look, and what is switched on at a point."""

from __future__ import annotations

from dataclasses import field
from typing import Final

from treatykit.markup.manuscript.looks import LOOKS, joined_look
from treatykit.model.properties import UNFORMATTED, RunFormat
from treatykit.records import dataclass

MARKS: Final = {"strong": "bold", "em": "italic", "s": "struck"}
"""The signs, by the name that the parser gives them."""

TAGS: Final = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underlined", "ins": "underlined",
    "s": "struck", "del": "struck", "strike": "struck", "sup": "raised", "sub": "lowered",
}  # fmt: skip
"""HTML that Markdown texts use for what Markdown has no sign for, and what it stands for."""


@dataclass(slots=True)
class Looks:
    """What is switched on, in the order in which it was."""

    on: list[str] = field(default_factory=list)

    def switch(self, look: str, *, on: bool) -> None:
        """Switch a look on, or the last of its kind off."""
        if on:
            self.on.append(look)
        elif look in self.on:
            self.on.reverse()
            self.on.remove(look)
            self.on.reverse()

    @property
    def look(self) -> RunFormat:
        """How words look here."""
        look = UNFORMATTED
        for each in self.on:
            look = joined_look(look, LOOKS[each])
        return look
