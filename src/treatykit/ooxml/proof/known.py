"""What was read of paragraphs, by their bytes, in all files of one proof that have the same styles and lists."""

from __future__ import annotations

from dataclasses import dataclass, field

from treatykit.errors import UnreadableError
from treatykit.ooxml.proof.fragments import stands_alone
from treatykit.ooxml.proof.looks import Looks
from treatykit.ooxml.proof.plain import plain
from treatykit.ooxml.proof.said import Par


@dataclass(frozen=True, slots=True)
class Memory:
    """Paragraphs that say the same on both sides wherever their bytes stand."""

    looks: Looks
    _paragraphs: dict[bytes, Par | None] = field(default_factory=dict)

    def known(self, written: bytes) -> Par | None:
        """What a paragraph says that was read before, or that is nothing but words."""
        if written not in self._paragraphs:
            self._paragraphs[written] = self._plain(written)
        return self._paragraphs[written]

    def keep(self, written: bytes, said: Par) -> None:
        """Remember what was read of a paragraph, if it does not count on where it stands."""
        if stands_alone(written):
            self._paragraphs[written] = said

    def _plain(self, written: bytes) -> Par | None:
        words = plain(written)
        if words is None:
            return None
        try:
            look = self.looks.standing(words.properties)
            return None if look is None else Par(look, words.parts(self.looks.run_of))
        except UnreadableError:
            return None
