"""Where the library's texts come from: files that the caller reads, folder over folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


class Source(Protocol):
    """A folder of texts, each found by its name; the library itself opens no file."""

    def names(self) -> Iterable[str]:
        """The names of all texts, ``transit-controls``, in no special order."""

    def read(self, name: str) -> str:
        """The text of that name, which is one of `names`."""

    def place(self, name: str) -> str:
        """How errors name the file, ``clauses/transit-controls.md``."""


@dataclass(frozen=True, slots=True)
class MemorySource:
    """Texts that are at hand.

    Attributes:
        texts: By name.
        pattern: How errors name a text, with its name for the star.
    """

    texts: Mapping[str, str]
    pattern: str = "*"

    def names(self) -> Iterable[str]:
        return self.texts

    def read(self, name: str) -> str:
        return self.texts[name]

    def place(self, name: str) -> str:
        return self.pattern.replace("*", name)


@dataclass(frozen=True, slots=True)
class LayeredSource:
    """Several sources as one: a project's own folder over the packaged one.

    Attributes:
        layers: A text of the same name in an earlier one replaces the later ones' whole.
    """

    layers: Sequence[Source]

    def names(self) -> Iterable[str]:
        return dict.fromkeys(name for layer in self.layers for name in layer.names())

    def read(self, name: str) -> str:
        return self._layer(name).read(name)

    def place(self, name: str) -> str:
        return self._layer(name).place(name)

    def _layer(self, name: str) -> Source:
        return next(layer for layer in self.layers if name in layer.names())
