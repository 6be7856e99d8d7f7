"""The command `convert`."""

from __future__ import annotations

from pathlib import Path

import click

from treatykit.cli import options
from treatykit.cli.helping import Exemplified
from treatykit.cli.report import print_diagnostics, print_json, print_written, report_skipped


@click.command(
    cls=Exemplified,
    examples=(
        "treatykit convert treaty.docx -o treaty.pdf",
        "treatykit convert redline.docx -o redline.html --view side-by-side",
    ),
)
@click.argument("text", metavar="IN")
@options.output_files(required=True)
@click.option(
    "--view",
    type=click.Choice(["inline", "side-by-side"]),
    default="inline",
    help="How an HTML redline begins. [inline]",
)
@options.archival
@options.force
@options.as_json
def convert(text: str, outputs: tuple[Path, ...], view: str, *, archival: bool, force: bool, as_json: bool) -> int:
    """Write a text in another format.

    IN is a file (.docx .md .txt .json), a draft, or a file at a revision (git:REVISION:path).
    Tracked changes stay: every format prints them as a redline.
    """
    from treatykit.app.arguments import text_argument
    from treatykit.app.converting import convert as run_convert
    from treatykit.cli.progress import telling
    from treatykit.writers.options import View

    with telling() as tell:
        done = run_convert(text_argument(text), outputs, view=View(view), archival=archival, force=force, tell=tell)
    print_diagnostics(done.text.diagnostics)
    if as_json:
        found = (*done.text.diagnostics, *done.written.diagnostics)
        print_json({"written": done.written.paths, "diagnostics": found})
        return report_skipped(done.written)
    return print_written(done.written)
