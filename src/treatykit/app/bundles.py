"""Opens a package: its file, the draft files that it names, and how its instruments cite each other."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from treatykit.app.arguments import DRAFT_SUFFIXES, TextArgument
from treatykit.app.files import decoded, read_text
from treatykit.app.shelves import library_for
from treatykit.assemble.assembly import Assembly
from treatykit.assemble.outer import PARENT, OuterTarget, cited
from treatykit.assemble.package_format import is_package
from treatykit.assemble.planning import plan
from treatykit.errors import ContentError, Errors, TreatykitError, Where
from treatykit.library.index import Library
from treatykit.records import dataclass

if TYPE_CHECKING:
    from treatykit.assemble.package import Instruments, Package


@dataclass(slots=True)
class Bundle:
    """A package in one of its variants, with the library that its texts are made from.

    Attributes:
        inputs: The files that were read so far.
    """

    argument: TextArgument
    instruments: Instruments
    library: Library
    inputs: list[Path]
    _numbered: dict[str, Assembly] = field(default_factory=dict)

    @property
    def members(self) -> tuple[TextArgument, ...]:
        """The instruments that the variant has, in order, each as a text argument."""
        file, variant = self.argument.file, self.instruments.variant
        return tuple(TextArgument(file.path, variant, file.revision, name) for name in self.instruments.names)

    @property
    def variants(self) -> Iterator[Bundle]:
        """The package in every variant that it speaks of, its own first."""
        package = self.instruments.package
        spoken = [variant for each in package.file.instruments.values() for variant in each.variants or ()]
        for name in self.instruments.names:
            with Errors().noted():
                spoken += self.instruments.draft(name).file.variants
        for variant in dict.fromkeys((package.file.variant, *spoken)):
            if package.instruments(variant):
                of = self.instruments.in_variant(variant)
                yield Bundle(replace(self.argument, variant=variant), of, self.library, self.inputs)

    def numbered(self, member: TextArgument) -> str:
        """The name of an instrument behind its place, ``2-protocol``; among ten and more, ``02-protocol``."""
        package, name = self.instruments.package, member.instrument or ""
        width = len(str(len(package.file.instruments)))
        return f"{package.place(name):0{width}}-{name}"

    def in_parent(self, name: str) -> frozenset[str]:
        """The topics and wordings that the parent of an instrument has, if it has a parent here."""
        parent = self.instruments.package.parent(name)
        if parent is None:
            return frozenset()
        found = plan(self.instruments.draft(parent), self.instruments.variant_of(parent), self.library)
        wordings = {f"{each.topic}/{option.alternative}" for each in found.choices for option in each.options}
        return found.topics | wordings

    def cited(self, name: str, target: OuterTarget, where: Where, numbers: Callable[[str], Assembly]) -> str | None:
        """How an instrument cites a place in another one; None where that has no such number.

        Args:
            name: The instrument that cites.
            where: The place that does.
            numbers: Makes an instrument for its numbers alone.

        Raises:
            ContentError: There is no such instrument in this variant.
        """
        package, variant = self.instruments.package, self.instruments.variant
        other = target.instrument
        if other == PARENT:
            parent = package.parent(name)
            if parent is None:
                hint = f"say so in the package: 'parent: …' under '{name}'"
                raise ContentError(f"'{name}' belongs to no other instrument", where=where, hint=hint)
            other = parent
        package.entry(other, variant, where=where)
        if target.topic and other not in self._numbered:
            self._numbered[other] = numbers(other)
        made = self._numbered.get(other)
        if made is None:
            return self.instruments.called(other)
        return cited(target, self.instruments.called(other), made.document, made.aliases)


def open_bundle(
    argument: TextArgument, data: bytes, content: Callable[[TextArgument], bytes], variant: str | None = None
) -> Bundle | None:
    """The package in a file; None where the file holds something else.

    Args:
        data: What the file holds.
        content: Reads another file.
        variant: Where the argument names none, instead of the one in the package.

    Raises:
        ContentError: The package says something that cannot stand.
    """
    file = argument.file
    text = decoded(data, str(file))
    if not is_package(text, str(file)):
        return None
    from treatykit.assemble.package import Instruments, read_package  # with a schema of its own, which few drafts need

    package = read_package(text, str(file))
    inputs: list[Path] = [] if file.revision else [file.path]

    def read(named: str, where: Where) -> tuple[str, str]:
        path = posixpath.normpath(posixpath.join(file.path.parent.as_posix(), named))
        draft = TextArgument(Path(path), revision=file.revision)
        try:
            data = content(draft)
        except TreatykitError as error:
            raise ContentError(f"{path}: {error.message}", where=where, hint=error.hint) from None
        if not file.revision and draft.path not in inputs:
            inputs.append(draft.path)
        return decoded(data, str(draft)), str(draft)

    chosen = argument.variant or variant or package.file.variant
    if not package.instruments(chosen):
        hint = "take the variant into 'variants' of one of them"
        raise ContentError(f"no instrument of the package is in the {chosen} variant", where=str(file), hint=hint)
    return Bundle(argument, Instruments(package, chosen, read), library_for(argument.path, file.revision), inputs)


def package_of(draft: Path) -> TextArgument | None:
    """The instrument of a package beside a draft that is made from it, if there is one."""
    for path in sorted(each for each in draft.parent.glob("*") if each.suffix in DRAFT_SUFFIXES and each != draft):
        with Errors().noted():
            text = read_text(path)
            if is_package(text, str(path)):
                for name, entry in _package(text, path).file.instruments.items():
                    if entry.draft and (path.parent / entry.draft).resolve() == draft.resolve():
                        return TextArgument(path, instrument=name)
    return None


def in_packages(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files without the drafts that a package among them names: those are read with the package.

    A file that cannot be read is left where it is, for whoever reads it to say so.
    """
    named: set[Path] = set()
    for path in paths:
        with Errors().noted():
            text = read_text(path) if path.suffix in DRAFT_SUFFIXES else ""
            if is_package(text, str(path)):
                drafts = (each.draft for each in _package(text, path).file.instruments.values())
                named |= {(path.parent / draft).resolve() for draft in drafts if draft}
    return tuple(path for path in paths if path.resolve() not in named)


def _package(text: str, path: Path) -> Package:
    from treatykit.assemble.package import read_package

    return read_package(text, str(path))
