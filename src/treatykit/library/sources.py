"""Where the library's texts come from: files that the caller reads, folder over folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from treatykit.records import dataclass


class Source(Protocol):
    """A folder of texts, each found by its name; the library itself opens no file."""

    def names(self) -> Iterable[str]:
        """The names of all texts, ``transit-controls``, in no special order."""

    def read(self, name: str) -> str:
        """The text of that name, which is one of `names`."""

    def place(self, name: str) -> str:
        """How errors name the file, ``clauses/transit-controls.md``."""

    def is_empty(self, name: str) -> bool:
        """Whether the text of that name says nothing at all; False where it cannot be read."""

    def is_checked(self, name: str) -> bool:
        """Whether the text of that name is known to be right."""


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

    def is_empty(self, name: str) -> bool:
        return not self.texts[name].strip()

    def is_checked(self, name: str) -> bool:  # noqa: ARG002 - these come from anywhere
        return False


@dataclass(frozen=True)
class LayeredSource:
    """Several sources as one: a project's own folder over the packaged one. Each is asked once what it has.

    Attributes:
        layers: A text of the same name in an earlier one replaces the later ones' whole; an empty one does not,
            for it is what a shell makes of ``show x --source > x.md`` before anything is read.
    """

    layers: Sequence[Source]

    def names(self) -> Iterable[str]:
        return self._layers

    def read(self, name: str) -> str:
        return self._layers[name].read(name)

    def place(self, name: str) -> str:
        return self._layers[name].place(name)

    def is_empty(self, name: str) -> bool:
        return self._layers[name].is_empty(name)

    def is_checked(self, name: str) -> bool:
        return self._layers[name].is_checked(name)

    @cached_property
    def _layers(self) -> Mapping[str, Source]:
        """The layer that each name is found in."""
        found: dict[str, Source] = {}
        for layer in reversed(self.layers):
            found |= {name: layer for name in layer.names() if name not in found or not layer.is_empty(name)}
        return found
