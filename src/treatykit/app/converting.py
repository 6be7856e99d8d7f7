"""The use case `convert`: a text in another format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from treatykit.app.arguments import LoadedText, TextArgument
from treatykit.app.clock import set_time
from treatykit.app.deciding import changes_of
from treatykit.app.outputs import Written, nobody_listens, write_outputs, written_anew
from treatykit.app.texts import load
from treatykit.records import dataclass
from treatykit.writers.options import View, WriteOptions


@dataclass(frozen=True, slots=True)
class Conversion:
    """A text and the files that now hold it."""

    text: LoadedText
    written: Written


def convert(
    argument: TextArgument,
    outputs: tuple[Path, ...],
    *,
    view: View = View.INLINE,
    archival: bool = False,
    force: bool = False,
    tell: Callable[[str], None] = nobody_listens,
) -> Conversion:
    """Write a text in the formats that the suffixes of the outputs tell.

    A text with tracked changes keeps them: every format prints them as a redline.

    Args:
        tell: Hears what is being done.

    Raises:
        UsageError: A suffix has no writer, or an output is the input.
        UnreadableError: A file cannot be read or written.
    """
    tell(f"reading {argument}")
    text = load(argument)
    report = changes_of(text)
    options = WriteOptions(report=report if report.changes else None, view=view, created=set_time(), archival=archival)
    results = [written_anew(path, text.document, options) for path in outputs]
    written = write_outputs(results, text.inputs, force=force, tell=tell)
    return Conversion(text, written)
