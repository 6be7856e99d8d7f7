"""The use cases `accept`, `reject` and `changes`: what is decided about the tracked changes of a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from treatykit.app.arguments import LoadedText, TextArgument
from treatykit.app.clock import set_time
from treatykit.app.outputs import Written, write_outputs
from treatykit.app.texts import load
from treatykit.app.word_files import WORD, decided_output, edited_package
from treatykit.compare import changes, report
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import UsageError
from treatykit.markup.nearest import did_you_mean
from treatykit.model.changes import ChangeReport
from treatykit.model.decide import Decision, Selection, decide, every
from treatykit.model.document import Document
from treatykit.model.recounting import recount
from treatykit.model.revisions import Revision
from treatykit.records import dataclass
from treatykit.writers.options import WriteOptions
from treatykit.writers.titles import running_head


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideOptions:
    """Which tracked changes are decided, and where the result goes.

    Attributes:
        authors: Only the changes of these; empty for everybody's.
        numbers: Only the changes with these numbers; empty for all.
        force: Write over the input.
    """

    outputs: tuple[Path, ...]
    authors: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    force: bool = False

    @property
    def selection(self) -> Selection:
        """Which tracked changes are decided."""
        return self._selects if self.authors or self.numbers else every

    def _selects(self, revision: Revision) -> bool:
        by_author = not self.authors or revision.author in self.authors
        return by_author and (not self.numbers or revision.change in self.numbers)


@dataclass(frozen=True, slots=True)
class Decided:
    """A text after the decision.

    Attributes:
        decided: How many changes were decided.
        pending: How many are left.
    """

    text: LoadedText
    decided: int
    pending: int
    written: Written


def decide_changes(argument: TextArgument, decision: Decision, options: DecideOptions) -> Decided:
    """Accept or reject tracked changes, and write what the text then says.

    Raises:
        UsageError: No change is by that author or has that number.
        UnreadableError: A file cannot be read or written.
    """
    text = load(argument)
    before = changes_of(text)
    _check_selection(before, options)
    document = recount(decide(text.document, decision, options.selection), text.document)
    left = sum(change.number > 0 for change in changes(document))
    write_options = WriteOptions(created=set_time())
    outputs = [
        decided_output(path, text.document, decision, options.selection, write_options, document)
        for path in options.outputs
    ]
    written = write_outputs(outputs, text.inputs, force=options.force)
    told = (*text.diagnostics, *_of_the_head(text.document, document, options.outputs))
    text = replace(text, diagnostics=told)
    return Decided(text, sum(change.number > 0 for change in before.changes) - left, left, written)


def _of_the_head(pending: Document, decided: Document, outputs: tuple[Path, ...]) -> Iterator[Diagnostic]:
    """That the head of the pages stays where a file is decided in itself: it is no tracked change."""
    stays, was = pending.meta, decided.meta
    # Some programs drop a symbol and a status that they have no use for: then nobody knows what the head says.
    facts = ((stays.symbol, was.symbol), (stays.status, was.status), (stays.date, was.date))
    if not any(now and now != then for now, then in facts) or edited_package(pending) is None:
        return
    if any(path.suffix.lower() == WORD for path in outputs):
        said = (
            f"the head of the pages stays '{running_head(stays)}', as it stands in the file; in the old text it was "
            f"'{running_head(was)}'"
        )
        yield Diagnostic(severity=Severity.NOTE, code="running-head", message=said)


def changes_of(text: LoadedText) -> ChangeReport:
    """The tracked changes of a text."""
    return report(text.document, f"{text.name}, changes rejected", f"{text.name}, changes accepted")


def _check_selection(described: ChangeReport, options: DecideOptions) -> None:
    authors = {change.author for change in described.changes if change.author}
    for author in options.authors:
        if author not in authors:
            said = f"the changes are by {', '.join(sorted(authors))}" if authors else "the text has no tracked changes"
            raise UsageError(f"no change is by '{author}'", hint=did_you_mean(author, authors, otherwise=said))
    numbers = {change.number for change in described.changes if change.number > 0}  # 0 is what nobody can decide
    for number in options.numbers:
        if number not in numbers:
            raise UsageError(f"no change has the number {number}", hint="list them with 'treatykit changes FILE'")
