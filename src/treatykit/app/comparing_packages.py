"""The use case `compare` for two packages: which instruments came and went, and what changed in the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from treatykit.app.arguments import TextArgument
from treatykit.app.comparing import CompareOptions, Comparison, compared
from treatykit.app.outputs import Output, Written, check_suffix, nobody_listens, write_outputs
from treatykit.app.texts import load, opened
from treatykit.records import dataclass

if TYPE_CHECKING:
    from treatykit.app.bundles import Bundle


class InstrumentFate(StrEnum):
    """What became of an instrument between two packages."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class InstrumentChange:
    """An instrument and what became of it.

    Attributes:
        name: In the package.
        title: Without the names of the parties; of one that is in both, the new one.
        comparison: What changed in it, where both packages have it.
    """

    name: str
    title: str
    fate: InstrumentFate
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True)
class PackageComparison:
    """What became of each instrument: those of the new package in its order, then those that are gone."""

    instruments: tuple[InstrumentChange, ...]
    written: Written

    @property
    def changed(self) -> bool:
        """The packages differ."""
        return any(each.fate is not InstrumentFate.UNCHANGED for each in self.instruments)


def compare_packages(
    old: TextArgument, new: TextArgument, options: CompareOptions, tell: Callable[[str], None] = nobody_listens
) -> PackageComparison | None:
    """Compare two packages, instrument by instrument; None where one of them is a single text.

    Args:
        options: For each of its outputs, ``redline.docx``, the redlines are written in a folder, ``redline``.
        tell: Hears what is being done.

    Raises:
        UnreadableError: A file cannot be read or written.
        ContentError: A package, or an instrument of it, says something that cannot stand.
    """
    before, after = opened(old), opened(new)
    if before is None or after is None:
        return None
    for path in options.outputs:
        check_suffix(path)
    outputs: list[Output] = []
    inputs: list[Path] = []
    changes = tuple(_changes(before, after, options, outputs, inputs, tell))
    written = write_outputs(outputs, (*before.inputs, *after.inputs, *inputs), force=options.force, tell=tell)
    return PackageComparison(changes, written)


def _changes(
    before: Bundle,
    after: Bundle,
    options: CompareOptions,
    outputs: list[Output],
    inputs: list[Path],
    tell: Callable[[str], None],
) -> Iterator[InstrumentChange]:
    """What became of each instrument; takes down the redlines that are to be written, and the files that were read."""
    was = {each.instrument: each for each in before.members}
    for member in after.members:
        name = member.instrument or ""
        title = _title(after, name)
        if name not in was:
            yield InstrumentChange(name, title, InstrumentFate.NEW)
            continue
        tell(f"reading {member}")
        texts = load(was[name], bundle=before), load(member, bundle=after)
        paths = [path.with_suffix("") / f"{after.numbered(member)}{path.suffix}" for path in options.outputs]
        done, redlines = compared(*texts, options, paths, tell)
        outputs += redlines
        inputs += [path for text in texts for path in text.inputs]
        fate = InstrumentFate.CHANGED if done.changed else InstrumentFate.UNCHANGED
        yield InstrumentChange(name, title, fate, done)
    for name in before.instruments.names:
        if name not in after.instruments.names:
            yield InstrumentChange(name, _title(before, name), InstrumentFate.GONE)


def _title(bundle: Bundle, name: str) -> str:
    from treatykit.assemble.settings import title_of  # loaded already, where a package was opened

    return title_of(bundle.instruments.draft(name), bundle.instruments.variant_of(name))
