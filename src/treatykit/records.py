"""The dataclasses of the program: who writes it cannot change a frozen one, and who runs it does not pay for that.

Type checkers take this for the decorator of the standard library, so that they refuse to set what is frozen, and check
`dataclasses.replace`. When the program runs nothing stands guard: an object is made in half the time, and a class with
fewer functions to be compiled, which is a tenth of every redline.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen=False, eq=True, **options):
        """A dataclass as `dataclasses.dataclass` makes it, but for the guard of a frozen one."""

        def make(cls):
            hashed = frozen and eq and "__hash__" not in vars(cls)
            shown = "__repr__" not in vars(cls)
            if shown:
                cls.__repr__ = _shown
            return dataclasses.dataclass(cls, repr=False, eq=eq, unsafe_hash=hashed, **options)

        return make

    def _shown(self):
        said = (f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
        return f"{type(self).__qualname__}({', '.join(said)})"
