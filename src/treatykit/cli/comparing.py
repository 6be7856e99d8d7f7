"""The command `compare`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from treatykit.cli import options
from treatykit.cli.helping import Exemplified
from treatykit.cli.report import (
    counted,
    print_changes,
    print_diagnostics,
    print_json,
    print_proofs,
    print_redline,
    print_written,
    report_skipped,
    say,
)
from treatykit.cli.terminal import harmless, wrapped
from treatykit.diagnostics import told_once
from treatykit.errors import ExitCode

if TYPE_CHECKING:
    from treatykit.app.comparing import Comparison
    from treatykit.app.comparing_packages import PackageComparison
    from treatykit.app.outputs import Written
    from treatykit.assemble.deepening import TopicChange

_DATES = ["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]


@click.command(
    cls=Exemplified,
    examples=(
        "treatykit compare old.docx new.docx",
        "treatykit compare old.docx new.docx -o redline.docx -o redline.pdf",
        "treatykit compare old.docx new.docx --ignore formatting,spacing",
        "treatykit compare drafts/x.yaml@framework drafts/x.yaml@comprehensive -o redline.html",
        "treatykit compare git:HEAD:drafts/x.yaml drafts/x.yaml",
    ),
)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@options.output_files()
@click.option(
    "--view",
    type=click.Choice(["inline", "side-by-side"]),
    default="inline",
    help="How an HTML redline begins. [inline]",
)
@click.option(
    "--existing",
    type=click.Choice(["accept", "reject", "keep"]),
    help="What to do with tracked changes already there; keep: those of NEW stay beside ours.",
)
@click.option(
    "--ignore",
    "ignored",
    multiple=True,
    metavar="KINDS",
    help="Differences to pass over: formatting, case, punctuation, spacing, spelling. With commas, or several times.",
)
@click.option(
    "--author", default="treatykit", metavar="NAME", help="Who the tracked changes say made them. [treatykit]"
)
@click.option("--date", type=click.DateTime(_DATES), help="When they say it was: 2031-05-03. [none]")
@click.option("--check", is_flag=True, help="Exit with 1 if the texts differ.")
@click.option("--no-verify", is_flag=True, help="Write the redline without proving that it gives both texts.")
@options.archival
@options.force
@options.as_json
def compare(
    old: str,
    new: str,
    outputs: tuple[Path, ...],
    view: str,
    existing: str | None,
    ignored: tuple[str, ...],
    author: str,
    date: datetime | None,
    *,
    check: bool,
    no_verify: bool,
    archival: bool,
    force: bool,
    as_json: bool,
) -> int:
    """Show what changed between two versions of a text.

    OLD and NEW are files (.docx .md .txt .json), drafts (drafts/x.yaml@framework), packages
    of several instruments, or a file as it was at a revision (git:REVISION:path). Without -o
    the changes are printed here; with -o the redline is written, in Word as tracked changes.
    """
    from treatykit.app.arguments import text_argument
    from treatykit.app.comparing import CompareOptions, Comparison, compare_texts, kinds_of_difference
    from treatykit.cli.progress import telling
    from treatykit.compare import Existing
    from treatykit.writers.options import View

    chosen = CompareOptions(
        outputs=outputs,
        view=View(view),
        existing=Existing(existing) if existing else None,
        ignore=kinds_of_difference(ignored),
        author=author,
        date=date and date.replace(tzinfo=UTC),
        archival=archival,
        force=force,
        verify=not no_verify,
    )
    before, after = text_argument(old), text_argument(new)
    with telling() as tell:
        packages = None
        if before.is_draft or after.is_draft:
            from treatykit.app.comparing_packages import compare_packages  # no file of a text is a package

            packages = compare_packages(before, after, chosen, tell)
        done = packages or compare_texts(before, after, chosen, tell)
    if isinstance(done, Comparison):
        _print_notes(done)
        code = _print_texts(done, outputs, as_json=as_json)
    else:
        code = _print_package(done, outputs, as_json=as_json)
    return code or (ExitCode.DIFFERENCES if check and done.changed else ExitCode.DONE)


def _print_texts(done: Comparison, outputs: tuple[Path, ...], *, as_json: bool) -> int:
    if as_json:
        print_json({**_record(done), **_files(done.written)})
        return report_skipped(done.written)
    if outputs:
        _print_summary(done)
        print_proofs(done.written.proofs)
        return print_written(done.written)
    _print_changes(done)
    return ExitCode.DONE


def _print_package(done: PackageComparison, outputs: tuple[Path, ...], *, as_json: bool) -> int:
    """What became of each instrument, then how many of them came, changed and went."""
    for each in done.instruments:
        if each.comparison:
            _print_notes(each.comparison)
    if as_json:
        instruments = [
            {
                "name": each.name,
                "title": each.title,
                "fate": each.fate,
                **(_record(each.comparison) if each.comparison else {}),
            }
            for each in done.instruments
        ]
        print_json({"instruments": instruments, **_files(done.written)})
        return report_skipped(done.written)
    for each in done.instruments:
        line = f"══ {each.name}: {each.title}: {each.fate} ══"
        if outputs:
            say(line)
        else:
            click.echo(harmless(line))
        if each.comparison and each.comparison.changed:
            if outputs:
                _print_summary(each.comparison)
            else:
                _print_changes(each.comparison)
    fates = Counter(each.fate.value for each in done.instruments)
    told = ", ".join(f"{count} {fate}" for fate, count in fates.items())
    say(f"{counted(len(done.instruments), 'instrument')}: {told}")
    print_proofs(done.written.proofs)
    return print_written(done.written)


def _print_notes(done: Comparison) -> None:
    old, new = (text.diagnostics for text in done.texts)
    print_diagnostics(told_once((*old, *new)))
    print_diagnostics(done.diagnostics)


def _print_summary(done: Comparison) -> None:
    print_changes(done.report)
    for line in _topic_lines(done.topics or ()):
        say(line)


def _print_changes(done: Comparison) -> None:
    print_redline(done.redline, done.report)
    for line in _topic_lines(done.topics or ()) if done.changed else ():
        click.echo(wrapped(harmless(line)))


def _record(done: Comparison) -> dict[str, object]:
    topics = {} if done.topics is None else {"topics": _by_fate(done.topics)}
    existing = {which: text.pending for which, text in zip(("old", "new"), done.texts, strict=True)}
    return {"report": done.report, "existing": existing, **topics}


def _files(written: Written) -> dict[str, object]:
    skipped = [{"path": path, "why": str(error)} for path, error in written.skipped]
    return {"written": written.paths, "proofs": written.proofs, "skipped": skipped}


def _by_fate(topics: tuple[TopicChange, ...]) -> dict[str, list[dict[str, str | None]]]:
    """The topics of each fate; every fate is there, so that a program need not ask."""
    from treatykit.assemble.deepening import TopicFate

    return {
        fate.value: [
            {"topic": each.topic, "title": each.title, "old": each.old, "new": each.new}
            for each in topics
            if each.fate is fate
        ]
        for fate in TopicFate
    }


def _topic_lines(topics: tuple[TopicChange, ...]) -> Iterator[str]:
    """The topics of each fate on a line, with what became of the wording."""
    for fate, members in _by_fate(topics).items() if topics else ():
        if members:
            named = (f"{each['topic']}{_wording(each['old'], each['new'])}" for each in members)
            yield f"{counted(len(members), 'topic')} {fate}: {', '.join(named)}."


def _wording(old: str | None, new: str | None) -> str:
    if old == new:
        return ""
    return f" ({' → '.join(each for each in (old, new) if each)})"
