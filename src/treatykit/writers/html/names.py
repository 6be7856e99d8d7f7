"""The ids of a page: every part of the text that can be linked to has one, and no two are the same.

A key gives an id that stays when the text is numbered anew (``transit-principles.ban``). Ids of
ours, such as those of notes and changes, begin with an underscore, which no other id does.
"""

from __future__ import annotations

import re
from dataclasses import field

from treatykit.model.citations import target_indexes
from treatykit.model.outline import Outline
from treatykit.model.properties import Role
from treatykit.records import dataclass

_UNFIT = re.compile(r"[^0-9A-Za-z.]+")
_LONGEST = 60


@dataclass(slots=True)
class Names:
    """The ids given so far.

    Attributes:
        prefix: Stands before every id, so that one page can hold the same text twice.
        blocks: The ids of blocks of the body, by their index.
        keys: The ids of the paragraphs that references speak of, by their key.
    """

    prefix: str = ""
    blocks: dict[int, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def claim(self, name: str) -> str:
        """An id like `name` that nothing else has."""
        fit = _UNFIT.sub("-", name.replace("#", ".").lower())[:_LONGEST].strip("-.")
        wanted = self.prefix + (fit or "text")
        given, count = wanted, 1
        while given in self._taken:
            count += 1
            given = f"{wanted}-{count}"
        self._taken.add(given)
        return given

    def own(self, kind: str, number: int | str) -> str:
        """The id of something that treatykit adds to the text: ``_note-1``."""
        return f"_{self.prefix}{kind}-{number}"


def name_body(view: Outline, prefix: str = "") -> Names:
    """Names for everything in a body that has a key or opens a division with a heading."""
    names = Names(prefix)
    for key, index in target_indexes(view.story).items():
        names.blocks[index] = names.keys[key] = names.claim(key)
    for division in view.walk():
        if division.role is not Role.ITEM and division.start not in names.blocks:
            names.blocks[division.start] = names.claim(division.label or division.title)
    return names
