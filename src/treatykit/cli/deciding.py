"""The commands `changes`, `accept` and `reject`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from treatykit.cli import options
from treatykit.cli.helping import Exemplified
from treatykit.cli.progress import telling
from treatykit.cli.report import (
    counted,
    print_change_list,
    print_diagnostics,
    print_json,
    print_written,
    report_skipped,
    say,
)

_Command = TypeVar("_Command", bound=Callable[..., Any])


def _selection(command: _Command) -> _Command:
    """The arguments that `accept` and `reject` share."""
    for decorate in reversed(
        (
            click.argument("file", metavar="FILE"),
            options.output_files(required=True),
            click.option("--author", "authors", multiple=True, metavar="NAME", help="Only the changes of this author."),
            click.option(
                "--change", "numbers", type=int, multiple=True, metavar="N", help="Only the change with this number."
            ),
            options.force,
            options.as_json,
        )
    ):
        command = decorate(command)
    return command


@click.command(cls=Exemplified, examples=("treatykit changes redline.docx",))
@click.argument("file", metavar="FILE")
@options.as_json
def changes(file: str, *, as_json: bool) -> int:
    """List the tracked changes of a text, with their numbers and authors."""
    from treatykit.app.arguments import text_argument
    from treatykit.app.deciding import changes_of
    from treatykit.app.texts import load

    with telling() as tell:
        tell(f"reading {file}")
        text = load(text_argument(file))
        report = changes_of(text)
    print_diagnostics(text.diagnostics)
    if as_json:
        print_json({"report": report})
        return 0
    if report.changes:
        print_change_list(report)
    else:
        say(f"{text.name} has no tracked changes.")
    return 0


@click.command(
    cls=Exemplified,
    examples=(
        "treatykit accept redline.docx -o accepted.docx",
        'treatykit accept redline.docx -o partly.docx --author "Delegation of Tesmar"',
    ),
)
@_selection
def accept(**arguments: Any) -> int:
    """Accept tracked changes, and write the text as it then reads."""
    return _decide("accept", **arguments)


@click.command(
    cls=Exemplified,
    examples=(
        "treatykit reject redline.docx -o before.docx",
        "treatykit reject redline.docx -o partly.docx --change 4 --change 7",
    ),
)
@_selection
def reject(**arguments: Any) -> int:
    """Reject tracked changes, and write the text as it was before them."""
    return _decide("reject", **arguments)


def _decide(
    word: str,
    file: str,
    outputs: tuple[Path, ...],
    authors: tuple[str, ...],
    numbers: tuple[int, ...],
    *,
    force: bool,
    as_json: bool,
) -> int:
    from treatykit.app.arguments import text_argument
    from treatykit.app.deciding import DecideOptions, decide_changes
    from treatykit.model.decide import Decision

    chosen = DecideOptions(outputs=outputs, authors=authors, numbers=numbers, force=force)
    with telling() as tell:
        tell(f"deciding the changes of {file}")
        done = decide_changes(text_argument(file), Decision(word), chosen)
    print_diagnostics(done.text.diagnostics)
    if as_json:
        print_json({"decided": done.decided, "pending": done.pending, "written": done.written.paths})
        return report_skipped(done.written)
    if done.decided or done.pending:
        say(f"{counted(done.decided, 'change')} {word}ed, {done.pending:,} left")
    else:
        say(f"{done.text.name} has no tracked changes; it is written as it stands.")
    return print_written(done.written)
