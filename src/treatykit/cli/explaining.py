"""The command `explain`: one check in a few lines, or all of them as a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

import click

from treatykit.cli.helping import Exemplified
from treatykit.cli.terminal import wrapped
from treatykit.errors import UsageError

if TYPE_CHECKING:
    from treatykit.check.rule import Rule


@click.command(cls=Exemplified, examples=("treatykit explain undefined-term", "treatykit explain --page > checks.md"))
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--page", is_flag=True, help="Print all checks, explained, as a page in Markdown.")
def explain(name: str | None, *, page: bool) -> int:
    """Say what a check looks for, and why, with an example and a source.

    The names in square brackets behind other messages are explained too, such as
    choice-not-followed. Without a name, all checks are listed.
    """
    from treatykit.check.checking import EVERY, rule
    from treatykit.cli.meanings import MEANINGS

    if name is not None:
        if found := rule(name):
            click.echo(_explained(found))
        elif meaning := MEANINGS.get(name):
            click.echo(wrapped(f"{name}\n{meaning}"))
        else:
            raise _unknown_name(name)
    elif page:
        click.echo(checks_page(EVERY), nl=False)
    else:
        for each in EVERY:
            click.echo(f"{each.id:22} {each.severity:8} {each.title}")
    return 0


def unknown_check(name: str) -> UsageError:
    """What is told of a name that no check has."""
    from treatykit.check.checking import EVERY
    from treatykit.markup.nearest import did_you_mean

    hint = did_you_mean(name, [each.id for each in EVERY], otherwise="list them with 'treatykit explain'")
    return UsageError(f"no check is called '{name}'", hint=hint)


def _unknown_name(name: str) -> UsageError:
    from treatykit.check.checking import EVERY
    from treatykit.cli.meanings import MEANINGS
    from treatykit.markup.nearest import did_you_mean

    known = [*(each.id for each in EVERY), *MEANINGS]
    hint = did_you_mean(name, known, otherwise="list the checks with 'treatykit explain'")
    return UsageError(f"nothing is called '{name}'", hint=hint)


def _explained(rule: Rule[Any]) -> str:
    return f"""\
{rule.id} ({rule.severity})
{rule.title}.

{rule.why}

Not:     {rule.example.bad}
Better:  {rule.example.better}

Cannot see: {rule.misses}
Source: {rule.source}"""


_INTRODUCTION: Final = """\
# Checks

What `treatykit check` asks of a text, in the order in which it asks. `treatykit explain NAME` prints one of these
entries; this page is what `treatykit explain --page` prints.

An **error** cannot stand in a text that is to be signed, a **warning** is most likely a mistake, a **note** is
something to know. A check reads words; it does not understand them. Each entry therefore says what the check cannot
see: that it is silent does not mean that all is well. Where words can be read either way a check says nothing, for
nobody reads on after three false alarms. A check that does not suit a text is left out with `--without NAME`. What is
found alike in three places of a text or more is one line with the first of them, and of many notes by one check the
first three are told, with the places of the others. `--verbose` prints each, and `--format json` and `sarif` always do.

What clauses require of each other and what they exclude is no matter of words: those rules stand in the clause files,
and a draft that breaks one is not built.

"""


def checks_page(rules: Iterable[Rule[Any]]) -> str:
    """All checks, explained, in Markdown: a table, then an entry for each."""
    known = tuple(rules)
    rows = "".join(f"| [{each.id}](#{each.id}) | {each.severity} | {each.title} |\n" for each in known)
    entries = "\n".join(_entry(each) for each in known)
    return f"{_INTRODUCTION}| check | severity | finds |\n|---|---|---|\n{rows}\n{entries}"


def _entry(rule: Rule[Any]) -> str:
    return f"""\
## {rule.id}

**{rule.title}.** ({rule.severity}) {rule.why}

```text
Not:     {rule.example.bad}
Better:  {rule.example.better}
```

*Cannot see*: {rule.misses}

*Source*: {rule.source}.
"""
