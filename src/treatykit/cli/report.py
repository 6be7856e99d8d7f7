"""What every command prints: results to standard output, everything else to standard error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

import click

from treatykit.cli.terminal import harmless, in_colour
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import Errors, ExitCode, Where

if TYPE_CHECKING:
    from treatykit.app.outputs import Written
    from treatykit.app.proving import Gap, Proof
    from treatykit.assemble.assembly import Assembly
    from treatykit.model.changes import ChangeReport
    from treatykit.model.document import Document
    from treatykit.writers.terminal import Fact, TerminalOptions


def say(words: str = "") -> None:
    """One line of progress or summary, for a person."""
    click.echo(harmless(words), err=True)


def print_json(value: Mapping[str, object]) -> None:
    """A result for a program."""
    import json  # most runs print words

    click.echo(json.dumps(_plain(value), ensure_ascii=False, indent=2))


def print_written(written: Written) -> int:
    """The files that were made, one a line; what could not be made goes to standard error.

    Returns:
        The exit code.
    """
    print_diagnostics(written.diagnostics)
    for path in written.paths:
        click.echo(str(path))
    return report_skipped(written)


def print_proofs(proofs: Iterable[Proof]) -> None:
    """What was proved of each redline, what was not, and what Word cannot track."""
    for proof in proofs:
        says = f"{proof.path.name} is the new text when accepted and the old one when rejected"
        parts = [f"proved: {says} ({', '.join(proof.proved)})"]
        parts += [f"not proved: {_gaps(proof.unproved)}"] if proof.unproved else []
        parts += [f"not tracked by Word, and as in the new text: {_gaps(proof.untracked)}"] if proof.untracked else []
        say(f"{'; '.join(parts)}.")


def _gaps(gaps: Iterable[Gap]) -> str:
    return ", ".join(f"{gap.what} {_place(gap)}" if gap.first else gap.what for gap in gaps)


def _place(gap: Gap) -> str:
    return f"when {gap.decision.value}ed in {counted(gap.count, 'place')}, first “{gap.first}”"


def report_skipped(written: Written) -> int:
    """Say which files could not be made on this machine.

    Returns:
        The exit code.
    """
    for path, error in written.skipped:
        say(f"{path}: not made: {error}")
    return ExitCode.MISSING_DEPENDENCY if written.skipped else ExitCode.DONE


def report_errors(errors: Errors) -> int:
    """Say what was wrong where the work went on all the same.

    Returns:
        The exit code.
    """
    for error in errors.found:
        say(str(error))
    return ExitCode.CONTENT if errors.found else ExitCode.DONE


def print_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Findings that did not stop the work."""
    for diagnostic in diagnostics:
        say(str(diagnostic))


def print_changes(report: ChangeReport) -> None:
    """How many changes there are, what they touch, and how long the texts are."""
    from treatykit.writers.report import headline, lengths, touched

    say(headline(report.summary))
    if touches := touched(report.summary):
        say(f"They touch: {touches}.")
    say(lengths(report.summary))


def print_redline(redline: Document, report: ChangeReport) -> None:
    """What changed and where, with the words; nothing but a summary where nothing changed."""
    from treatykit.writers.terminal import write_terminal

    if not report.changes:
        print_changes(report)
        return
    shown = _terminal(report)
    click.echo(write_terminal(redline, shown), nl=False, color=shown.colour)


def print_sides(redline: Document, heads: tuple[str, str], facts: Sequence[Fact], report: ChangeReport) -> None:
    """Both texts of a redline beside each other, after what is known of them."""
    from treatykit.writers.terminal import write_sides

    shown = _terminal(report)
    click.echo(write_sides(redline, heads, facts, shown), nl=False, color=shown.colour)


def print_change_list(report: ChangeReport) -> None:
    """The changes one by one, with the numbers and authors by which they can be decided."""
    from treatykit.writers.terminal import write_changes

    shown = _terminal(report)
    click.echo(write_changes(report, shown), nl=False, color=shown.colour)


def _terminal(report: ChangeReport) -> TerminalOptions:
    from treatykit.writers.terminal import TerminalOptions

    return TerminalOptions(report=report, width=get_terminal_size().columns, colour=in_colour())


def severities(diagnostics: Iterable[Diagnostic]) -> str:
    """How many findings there are: ``1 error, 2 warnings``."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    return ", ".join(counted(counts[severity], str(severity)) for severity in Severity if counts[severity])


def counted(count: int, noun: str, plural: str = "") -> str:
    """A number with its noun: ``1 article``, ``17 articles``."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"


def length_of(assembly: Assembly) -> str:
    """How long a text is: ``53 articles and 15 competing, 4 annexes, 23,007 words, 2 blanks``."""
    figures = assembly.figures
    competing = f" and {figures.competing:,} competing" if figures.competing else ""
    parts = [counted(figures.articles, "article") + competing]
    if figures.annexes:
        parts.append(counted(figures.annexes, "annex", "annexes"))
    parts.append(counted(figures.words, "word"))
    if assembly.blanks:
        parts.append(counted(len(assembly.blanks), "blank"))
    return ", ".join(parts)


def _plain(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case Path() | Where():
            return str(value)
        case date():
            return value.isoformat()
        case dict():
            return {str(key): _plain(each) for key, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {key: _plain(each) for key, each in asdict(value, dict_factory=dict).items()}
        case _:
            return value
