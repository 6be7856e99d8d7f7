"""The group of commands `clauses`, and `clauses list` and `clauses show`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from treatykit.cli import options
from treatykit.cli.contrasting import compare_clauses
from treatykit.cli.finding import search_clauses, uses_of_clause
from treatykit.cli.helping import SETTINGS, Exemplified
from treatykit.cli.report import print_json, report_errors, say
from treatykit.cli.terminal import columns_for_words, harmless, wrapped
from treatykit.errors import Errors, UsageError

if TYPE_CHECKING:
    from treatykit.library.schema import FrontMatter


@click.group(context_settings=SETTINGS)
def clauses() -> None:
    """Look into the library of clauses."""


clauses.add_command(compare_clauses)
clauses.add_command(search_clauses)
clauses.add_command(uses_of_clause)


@clauses.command(
    "list",
    cls=Exemplified,
    examples=(
        "treatykit clauses list",
        "treatykit clauses list --part border --variant framework",
        "treatykit clauses list --page > library.md",
    ),
)
@click.option("--part", metavar="NAME", help="Only this part of the library: border, security, final …")
@click.option("--variant", metavar="NAME", help="Only clauses with a wording for this variant, and these wordings.")
@click.option("--page", is_flag=True, help="Print the whole library as a page in Markdown, with figures.")
@options.as_json
def list_clauses(part: str | None, variant: str | None, *, page: bool, as_json: bool) -> int:
    """List the clauses and the alternatives of each.

    Inside a project, its own clauses are listed too. The names are those that a draft
    uses under 'choose', 'add', 'omit' and 'bracket'. Of a clause file that is wrong,
    what is wrong is told, and the exit code is 4; the others are listed all the same.
    """
    from treatykit.app.clauses import listing

    errors = Errors()
    if page:
        if part or variant or as_json:
            raise UsageError("'--page' shows the whole library", hint="leave out the other options, or '--page'")
        from treatykit.app.library_page import library_page

        click.echo(library_page(errors), nl=False)
        return report_errors(errors)
    found = listing(errors, part=part, variant=variant)
    if as_json:
        print_json({"clauses": [_record(facts) for facts in found]})
        return report_errors(errors)
    for heading, members in _by_part(found):
        click.echo(click.style(heading, bold=True))
        for facts in members:
            click.echo(f"  {facts.id:24} {facts.summary}")
            for alternative in facts.alternatives:
                click.echo(f"    {alternative.id:22} {alternative.label} ({', '.join(alternative.variants)})")
        click.echo()
    return report_errors(errors)


@clauses.command(
    "show",
    cls=Exemplified,
    examples=(
        "treatykit clauses show recognition",
        "treatykit clauses show recognition/general --commentary",
        "treatykit clauses show recognition --source -o clauses/recognition.md",
    ),
)
@click.argument("name", metavar="TOPIC[/ALTERNATIVE]")
@click.option("--commentary", is_flag=True, help="Print the commentary too: what the wordings mean, and precedents.")
@click.option("--parties", type=click.IntRange(2, 99), default=2, metavar="N", help="A treaty between N parties. [2]")
@click.option("--source", "as_source", is_flag=True, help="Print the clause file itself, to make one of your own from.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Save what --source prints.")
@options.as_json
def show_clause(
    name: str, parties: int, output: Path | None, *, commentary: bool, as_source: bool, as_json: bool
) -> None:
    """Show one clause: what it asks for, its alternatives with arguments, and the words.

    With an alternative, only that wording is shown. The words are those of a treaty
    between two parties, or as many as you say. What stands in ‹ › is not decided yet: a value (the one that
    stands unless a draft says another, or its name), or whether a passage is printed.
    """
    from treatykit.app.clauses import described, save_source, shown, source

    if as_source and as_json:
        raise UsageError("'--source' prints the clause file, which is no JSON", hint="leave out one of the two")
    if output is not None:
        if not as_source:
            raise UsageError("'-o' saves the clause file", hint="say --source too")
        save_source(name, output)
        click.echo(str(output))
        return
    if as_source:
        click.echo(source(name), nl=False)
        return
    if as_json:
        print_json({"clause": described(name, parties=parties, with_commentary=commentary)})
        return
    width = columns_for_words()
    click.echo(wrapped(harmless(shown(name, parties=parties, with_commentary=commentary, width=width)), width))
    if not commentary:
        say("--commentary prints what the wordings mean, and precedents")


def _by_part(found: Iterable[FrontMatter]) -> Iterator[tuple[str, Iterator[FrontMatter]]]:
    return groupby(found, lambda facts: facts.part)


def _record(facts: FrontMatter) -> dict[str, object]:
    return {
        "id": facts.id,
        "title": facts.title,
        "kind": facts.kind,
        "part": facts.part,
        "summary": facts.summary,
        "alternatives": [
            {"id": each.id, "label": each.label, "variants": each.variants, "depth": each.depth}
            for each in facts.alternatives
        ],
    }
