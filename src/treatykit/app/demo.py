"""The use case `demo`: the whole chain on the packaged sample, from clauses to a redline."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from treatykit.app.arguments import LoadedText, TextArgument
from treatykit.app.clock import set_time
from treatykit.app.comparing import AUTHOR, redline_between
from treatykit.app.drafted import assembled
from treatykit.app.outputs import Written, nobody_listens, write_outputs, written_anew
from treatykit.app.project import SAMPLE_DRAFT, sample_text
from treatykit.app.shelves import packaged_shelf
from treatykit.assemble.draft import read_draft
from treatykit.model.changes import ChangeReport
from treatykit.records import dataclass
from treatykit.writers.options import WriteOptions

VARIANTS: Final = ("framework", "comprehensive")


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What the demonstration made.

    Attributes:
        texts: The variants, the shorter one first.
        report: The changes from the first to the last of them.
        begin: The file to look at first: the redline as a PDF, or in Word where no PDF could be made.
    """

    texts: tuple[LoadedText, ...]
    report: ChangeReport
    written: Written
    begin: Path


def demo(folder: Path, tell: Callable[[str], None] = nobody_listens) -> Demonstration:
    """Assemble the sample in two variants, compare them, and write everything.

    Args:
        tell: Hears what is being done.

    Raises:
        UnreadableError: The folder cannot be written.
    """
    draft = read_draft(sample_text(SAMPLE_DRAFT), SAMPLE_DRAFT)
    argument = TextArgument(Path(SAMPLE_DRAFT))
    library = packaged_shelf()
    texts = tuple(assembled(argument, draft, library, variant=variant) for variant in VARIANTS)
    tell("comparing the two variants")
    redline, report = redline_between(texts[0], texts[-1], author=AUTHOR, date=set_time())
    plain = WriteOptions(created=set_time())
    marked = WriteOptions(report=report, created=set_time(), watermark=False)
    stem = argument.path.stem
    outputs = [
        written_anew(folder / f"{stem}-{text.document.meta.variant}{suffix}", text.document, plain)
        for text in texts
        for suffix in (".docx", ".pdf")
    ]
    name = f"{stem}-{'-to-'.join(VARIANTS)}"
    outputs += [written_anew(folder / f"{name}{suffix}", redline, marked) for suffix in (".docx", ".pdf", ".html")]
    written = write_outputs(outputs, (), tell=tell)
    begin = next(path for suffix in (".pdf", ".docx") if (path := folder / f"{name}{suffix}") in written.paths)
    return Demonstration(texts, report, written, begin)
