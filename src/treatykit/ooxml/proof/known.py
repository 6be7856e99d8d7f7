"""What was read of paragraphs and tables, by their bytes, in all files of one proof with the same styles and lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from treatykit.errors import UnreadableError
from treatykit.ooxml.proof.fragments import stands_alone
from treatykit.ooxml.proof.looks import Looks
from treatykit.ooxml.proof.plain import plain
from treatykit.ooxml.proof.said import Edge, Entry

# What makes one of the sides say something else, and what counts beyond the block that it stands in.
_MORE: Final = re.compile(
    rb"<w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|\w+Change|sectPr|commentReference)[\s/>]"
)


class Memory(dict[bytes, tuple[Entry, ...] | None]):
    """What blocks say that say the same on both sides wherever their bytes stand; None for all others.

    A paragraph of nothing but words is read when it is asked for.

    Attributes:
        looks: Those of the files.
    """

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.looks = looks

    def __missing__(self, written: bytes) -> tuple[Entry, ...] | None:
        found = self[written] = self._plain(written)
        return found

    def keep(self, written: bytes, said: Sequence[Entry]) -> None:
        """Remember what was read of a block, if it says nothing else anywhere.

        Args:
            said: On one of the sides, no field being open before it or behind it.
        """
        if all(map(_is_words, said)) and not _MORE.search(written) and stands_alone(written):
            self[written] = tuple(said)

    def _plain(self, written: bytes) -> tuple[Entry, ...] | None:
        try:
            found = plain(written, self.looks.standing, self.looks.run_of)
        except UnreadableError:
            return None
        return None if found is None else (found,)


def _is_words(entry: Entry) -> bool:
    """Whether nothing is said but words, and the edges of tables."""
    return entry.kind != "unread" if isinstance(entry, Edge) else entry.is_words
