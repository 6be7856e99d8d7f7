"""The commands `check` and `explain`."""

from __future__ import annotations

import click

from treatykit.cli import options
from treatykit.cli.helping import Exemplified
from treatykit.cli.report import counted, print_json, say, severities
from treatykit.cli.terminal import harmless
from treatykit.diagnostics import Severity
from treatykit.errors import ExitCode, UsageError


@click.command(
    cls=Exemplified,
    examples=(
        "treatykit check",
        "treatykit check drafts/peace-treaty.yaml@framework",
        "treatykit check their-proposal.docx --without open-texture",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--without", multiple=True, metavar="RULE", help="Leave this check out. May be given several times.")
@click.option("--strict", is_flag=True, help="Let warnings fail as errors do.")
@options.as_json
def check(paths: tuple[str, ...], without: tuple[str, ...], *, strict: bool, as_json: bool) -> int:
    """Look for what a legal adviser would object to.

    PATH is a draft, a text (.docx .md .txt .json), one of your own clauses, or a project
    folder; without any, the project in the current folder. Each finding is one line and
    names its rule: treatykit explain RULE says why it matters. Errors make the exit code 4.
    """
    from treatykit.app.checking import check as run_check
    from treatykit.check.checking import rule
    from treatykit.cli.progress import telling

    for name in without:
        if rule(name) is None:
            raise _unknown(name)
    with telling() as tell:
        done = run_check(paths, without=without, tell=tell)
    if as_json:
        print_json({"checked": done.names, "findings": done.diagnostics})
    else:
        for diagnostic in done.diagnostics:
            click.echo(harmless(str(diagnostic)))
        found = severities(done.diagnostics) or "nothing found"
        say(f"{counted(len(done.names), 'text')} checked: {found}")
    failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return ExitCode.CONTENT if any(each.severity in failing for each in done.diagnostics) else ExitCode.DONE


@click.command(cls=Exemplified, examples=("treatykit explain undefined-term",))
@click.argument("name", metavar="[RULE]", required=False)
def explain(name: str | None) -> int:
    """Say what a check looks for, and why.

    Without a name, all checks are listed.
    """
    from treatykit.check.checking import RULES, rule

    if name is None:
        for each in RULES:
            click.echo(f"{each.id:22} {each.severity:8} {each.title}")
        return 0
    found = rule(name)
    if found is None:
        raise _unknown(name)
    click.echo(f"{found.id} ({found.severity})\n{found.title}.\n\n{found.why}")
    return 0


def _unknown(name: str) -> UsageError:
    from treatykit.check.checking import RULES
    from treatykit.markup.nearest import did_you_mean

    hint = did_you_mean(name, [each.id for each in RULES], otherwise="list them with 'treatykit explain'")
    return UsageError(f"no check is called '{name}'", hint=hint)
