"""The command `clauses compare`."""

from __future__ import annotations

from pathlib import Path

import click

from treatykit.cli import options
from treatykit.cli.helping import Exemplified
from treatykit.cli.report import print_changes, print_json, print_sides, print_written, report_skipped


@click.command(
    "compare",
    cls=Exemplified,
    examples=(
        "treatykit clauses compare non-use-of-force charter consultation",
        "treatykit clauses compare recognition/general no-territorial-claims/present",
        "treatykit clauses compare recognition general instruments -o wordings.docx",
    ),
)
@click.argument("names", nargs=-1, required=True, metavar="TOPIC ALTERNATIVE ALTERNATIVE")
@options.output_files()
@click.option(
    "--view",
    type=click.Choice(["inline", "side-by-side"]),
    default="inline",
    help="How an HTML redline begins. [inline]",
)
@click.option("--parties", type=click.IntRange(2, 99), default=2, metavar="N", help="A treaty between N parties. [2]")
@options.as_json
def compare_clauses(
    names: tuple[str, ...], outputs: tuple[Path, ...], view: str, parties: int, *, as_json: bool
) -> int:
    """Compare two wordings of the library.

    Two alternatives of a topic, or two wordings as TOPIC/ALTERNATIVE, are printed beside
    each other with the differences marked, after what is known of them: depth, precision,
    strength, whom each favours, when to choose it, and the arguments. With -o the redline
    from the first to the second is written.
    """
    from treatykit.app.contrasting import contrast
    from treatykit.writers.options import View

    done = contrast(names, outputs=outputs, view=View(view), parties=parties)
    if as_json:
        skipped = [{"path": path, "why": str(error)} for path, error in done.written.skipped]
        facts = [{"name": each.name, "old": each.old, "new": each.new} for each in done.facts]
        print_json({"facts": facts, "report": done.report, "written": done.written.paths, "skipped": skipped})
        return report_skipped(done.written)
    if outputs:
        print_changes(done.report)
        return print_written(done.written)
    print_sides(done.redline, done.names, done.facts, done.report)
    return 0
