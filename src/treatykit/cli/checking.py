"""The command `check`."""

from __future__ import annotations

import click

from treatykit.cli import options
from treatykit.cli.helping import Exemplified
from treatykit.cli.report import counted, print_json, say, severities
from treatykit.cli.terminal import harmless
from treatykit.diagnostics import Severity
from treatykit.errors import ExitCode


@click.command(
    cls=Exemplified,
    examples=(
        "treatykit check",
        "treatykit check drafts/peace-treaty.yaml@framework",
        "treatykit check their-proposal.docx --without open-texture",
        "treatykit check --format sarif > findings.sarif",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--without", multiple=True, metavar="RULE", help="Leave this check out. May be given several times.")
@click.option("--strict", is_flag=True, help="Let warnings fail as errors do.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    help="Print lines to read, JSON for programs, or SARIF 2.1.0 for editors and checks of a repository.",
)
@click.option("-v", "--verbose", is_flag=True, help="Print each finding on a line of its own, however many there are.")
@options.as_json
def check(
    paths: tuple[str, ...], without: tuple[str, ...], *, strict: bool, form: str, verbose: bool, as_json: bool
) -> int:
    """Look for what a legal adviser would object to.

    PATH is a draft, a package, a text (.docx .md .txt .json), one of your own clauses, or a
    project folder; without any, the project in the current folder. Each finding is one line and
    names its rule: treatykit explain RULE says why it matters. What is found in many places of a text
    is told in a few lines, unless you say --verbose. Errors make the exit code 4.
    """
    from treatykit.app.checking import check as run_check
    from treatykit.check.checking import rule
    from treatykit.cli.explaining import unknown_check
    from treatykit.cli.findings import as_data, as_sarif, gathered
    from treatykit.cli.progress import telling

    for name in without:
        if rule(name) is None:
            raise unknown_check(name)
    with telling() as tell:
        done = run_check(paths, without=without, tell=tell)
    if as_json or form == "json":
        print_json(as_data(done))
    elif form == "sarif":
        print_json(as_sarif(done))
    else:
        told = done.diagnostics if verbose else gathered(done.diagnostics)
        for diagnostic in told:
            click.echo(harmless(str(diagnostic)))
        found = severities(done.diagnostics) or "nothing found"
        more = "; --verbose prints each on its own line" if len(told) < len(done.diagnostics) else ""
        say(f"{counted(len(done.names), 'text')} checked: {found}{more}")
    failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return ExitCode.CONTENT if any(each.severity in failing for each in done.diagnostics) else ExitCode.DONE
