"""What was read of paragraphs, by their bytes, in all files of one proof that have the same styles and lists."""

from __future__ import annotations

from treatykit.errors import UnreadableError
from treatykit.ooxml.proof.fragments import stands_alone
from treatykit.ooxml.proof.looks import Looks
from treatykit.ooxml.proof.plain import plain
from treatykit.ooxml.proof.said import Par


class Memory(dict[bytes, Par | None]):
    """What paragraphs say that say the same on both sides wherever their bytes stand; None for all others.

    What is nothing but words is read when it is asked for.

    Attributes:
        looks: Those of the files.
    """

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.looks = looks

    def __missing__(self, written: bytes) -> Par | None:
        found = self[written] = self._plain(written)
        return found

    def keep(self, written: bytes, said: Par) -> None:
        """Remember what was read of a paragraph, if it does not count on where it stands."""
        if stands_alone(written):
            self[written] = said

    def _plain(self, written: bytes) -> Par | None:
        try:
            return plain(written, self.looks.standing, self.looks.run_of)
        except UnreadableError:
            return None
