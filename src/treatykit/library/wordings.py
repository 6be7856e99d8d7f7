"""The words of a clause file, of which each part is read when it is first asked for."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property

from treatykit.markup.body_parts import body_parts
from treatykit.markup.parser import parse_body
from treatykit.markup.syntax import Alternative, Body
from treatykit.records import dataclass


@dataclass(frozen=True)
class Wordings:
    """The body of a clause file: its wordings and its commentary.

    Attributes:
        text: The body as it was written.
        name: The file, for errors.
        first_line: The number of the text's first line in its file.
        known: What of it can be read, where it was read before.
    """

    text: str
    name: str = ""
    first_line: int = 1
    known: Body | None = field(default=None, compare=False, repr=False)
    _read: dict[str, Alternative | None] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def body(self) -> Body:
        """All of it.

        Raises:
            ContentError: The text is not in the notation.
        """
        return self.known or parse_body(self.text, self.name, first_line=self.first_line)

    def alternative(self, name: str) -> Alternative | None:
        """The wording of that id, if there is one; the others are not looked at. Raises as `body` does."""
        if name not in self._read:
            self._read[name] = self._alternative(name)
        return self._read[name]

    def _alternative(self, name: str) -> Alternative | None:
        if self.known or "body" in self.__dict__:
            return self.body.alternative(name)
        part = next((each for each in body_parts(self.text) if each.alternative == name), None)
        if part is None:
            return None
        line = self.first_line + self.text.count("\n", 0, part.start)
        return parse_body(self.text[part.start : part.end], self.name, first_line=line).alternative(name)
