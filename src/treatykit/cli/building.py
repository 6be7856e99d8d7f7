"""The command `build`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from treatykit.cli import options
from treatykit.cli.helping import Exemplified
from treatykit.cli.report import counted, length_of, print_diagnostics, print_json, print_written, report_skipped, say
from treatykit.diagnostics import Severity

if TYPE_CHECKING:
    from treatykit.app.arguments import LoadedText
    from treatykit.app.building import BuildReport

_MOST_NAMED: Final = 6  # blanks that are named unless all are asked for


@click.command(
    cls=Exemplified,
    examples=(
        "treatykit build drafts/peace-treaty.yaml",
        "treatykit build drafts/peace-treaty.yaml@comprehensive --to docx,pdf -o texts",
        "treatykit build drafts/peace-treaty.yaml --variant framework -o framework.pdf",
    ),
)
@click.argument("drafts", nargs=-1, required=True, metavar="DRAFT...")
@click.option(
    "-o",
    "--output",
    "outputs",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="PATH",
    help="A file, whose suffix is the format, and may be given several times; or a folder.",
)
@click.option("--to", "formats", metavar="FORMATS", help="Formats, with commas: docx,pdf,html,md,txt,json. [docx]")
@click.option("--variant", metavar="NAME", help="framework, partial or comprehensive, instead of the draft's own.")
@click.option("--annotated", is_flag=True, help="Make the annotated edition: commentary, choices, sources.")
@click.option("--clean", is_flag=True, help="Refuse a text that still has brackets or blanks.")
@click.option("--alternat", is_flag=True, help="Make one original for each party, which names that party first.")
@click.option("-v", "--verbose", is_flag=True, help="Print the notes, all blanks, and every topic left out and why.")
@click.option("--line-numbers", is_flag=True, help="Number the lines, for work in a meeting (Word only).")
@options.archival
@click.option("--force", is_flag=True, help="Overwrite a file that was read, or edited in Word since it was built.")
@options.as_json
def build(
    drafts: tuple[str, ...],
    outputs: tuple[Path, ...],
    formats: str | None,
    variant: str | None,
    *,
    annotated: bool,
    clean: bool,
    alternat: bool,
    verbose: bool,
    line_numbers: bool,
    archival: bool,
    force: bool,
    as_json: bool,
) -> int:
    """Make the text of a draft from the clauses that it chooses.

    DRAFT is a draft file; with @ it names the variant: drafts/peace-treaty.yaml@framework.
    Of a package every instrument is made, in a folder; accords.yaml#letter names one of them.
    The names of the files that were made are printed one a line.
    """
    from treatykit.app.arguments import text_argument
    from treatykit.app.building import BuildOptions
    from treatykit.app.building import build as run_build
    from treatykit.app.outputs import formats as suffixes
    from treatykit.cli.progress import telling

    chosen = BuildOptions(
        outputs=outputs,
        suffixes=suffixes(formats) if formats is not None else (),
        variant=variant,
        annotated=annotated,
        clean=clean,
        alternat=alternat,
        archival=archival,
        line_numbers=line_numbers,
        force=force,
    )
    with telling() as tell:
        report = run_build([text_argument(draft) for draft in drafts], chosen, tell)
    if as_json:
        print_json(_as_record(report))
        return report_skipped(report.written)
    for text in report.texts:
        _describe(text, verbose=verbose)
    return print_written(report.written)


def _describe(text: LoadedText, *, verbose: bool) -> None:
    made = text.assembly
    if made is None:
        return
    say(f"{text.name}: {length_of(made)}")
    open_blanks = [blank for blank in made.blanks if not blank.wanted]
    if open_blanks:
        say(f"{counted(len(open_blanks), 'blank')} to fill under 'params', 'done' or 'languages' of the draft:")
        shown = open_blanks if verbose else open_blanks[:_MOST_NAMED]
        for blank in shown:
            say(f"  {blank.name}{f' ({blank.place})' if blank.place else ''}: {blank.prompt}")
        if len(open_blanks) > len(shown):
            say(f"  and {len(open_blanks) - len(shown)} more; --verbose prints them")
    notes = [diagnostic for diagnostic in text.diagnostics if diagnostic.severity is Severity.NOTE]
    print_diagnostics(text.diagnostics if verbose else [each for each in text.diagnostics if each not in notes])
    if verbose:
        for topic in made.left_out:
            say(f"left out: {topic.topic}: {' '.join(topic.reason.split())}")
    elif notes or made.left_out:
        told = [counted(len(notes), "note")] * bool(notes) + [
            f"{counted(len(made.left_out), 'topic')} left out"
        ] * bool(made.left_out)
        say(f"{', '.join(told)}; --verbose prints them")


def _as_record(report: BuildReport) -> dict[str, object]:
    return {
        "texts": [
            {
                "name": text.name,
                "variant": text.document.meta.variant,
                "figures": text.assembly and text.assembly.figures,
                "blanks": text.assembly and text.assembly.blanks,
                "left_out": text.assembly and text.assembly.left_out,
                "diagnostics": text.diagnostics,
            }
            for text in report.texts
        ],
        "written": report.written.paths,
        "skipped": [{"path": path, "why": str(error)} for path, error in report.written.skipped],
    }
