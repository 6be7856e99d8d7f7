"""The commands `clauses search` and `clauses uses`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from treatykit.cli import options
from treatykit.cli.helping import Exemplified
from treatykit.cli.report import print_json, report_errors, say
from treatykit.cli.terminal import harmless, wrapped
from treatykit.errors import Errors

if TYPE_CHECKING:
    from treatykit.library.search import Found, Hit

_ON, _OFF = "\x02", "\x03"  # no harmless words hold these
_VERBS: Final = {
    "holds": "holds",
    "excludes": "excludes",
    "requires": "requires",
    "conflicts": "cannot stand with",
    "expects": "expects",
    "cautions": "stands uneasily beside",
    "refers": "refers to",
    "depends": "has a passage that depends on",
    "prints": "prints",
}
_IN: Final = {"title": "", "name": "", "label": "", "words": "", "reasons": "Reasons: "}


@click.command(
    "search",
    cls=Exemplified,
    examples=(
        "treatykit clauses search arbitration",
        'treatykit clauses search "time limit" notif*',
        "treatykit clauses search Vienna --most 50 --json",
    ),
)
@click.argument("words", nargs=-1, required=True)
@click.option("--most", type=click.IntRange(1), default=20, metavar="N", help="Show N clauses at most. [20]")
@options.as_json
def search_clauses(words: tuple[str, ...], most: int, *, as_json: bool) -> int:
    """Find the clauses that hold all these words, the best first.

    A word is found in all its forms: settle, settled, settlement. A star stands for
    the rest of a word, and words in quotation marks stand together. Words, titles,
    summaries, arguments, sources and commentary are looked through. What stands in ‹ › is
    filled by a draft.
    """
    from treatykit.app.finding import found

    errors = Errors()
    result = found(words, errors, most=most)
    if as_json:
        print_json({"hits": result.hits, "total": result.total, "unranked": result.unranked})
        return report_errors(errors)
    for hit in result.hits:
        click.echo(f"{click.style(_name(hit), bold=True)}  {harmless(hit.label or hit.title)}")
        click.echo(_passage(hit))
    for line in _remarks(result, words):
        say(line)
    return report_errors(errors)


@click.command(
    "uses",
    cls=Exemplified,
    examples=(
        "treatykit clauses uses border-commission",
        "treatykit clauses uses delimitation-basis/map-series",
        "treatykit clauses uses non-use-of-force.consult",
    ),
)
@click.argument("target", metavar="TOPIC[/ALTERNATIVE]")
@options.as_json
def uses_of_clause(target: str, *, as_json: bool) -> int:
    """Say who uses a clause: profiles, other clauses, and the drafts of the project.

    Instead of a topic or alternative, a parameter, an option (topic.name) or a role may be
    named. Clauses may require it, stand in conflict with it, refer to it, or print it.
    """
    from treatykit.app.finding import all_uses

    errors = Errors()
    found = all_uses(target, errors)
    if as_json:
        print_json({"library": found.library, "drafts": found.drafts})
        return report_errors(errors)
    for use in found.library:
        user = f"{use.user}/{use.alternative}" if use.alternative else use.user
        reason = f": {' '.join(use.reason.split())}" if use.reason else ""
        click.echo(harmless(f"{user} {_VERBS[use.kind]} {use.names or 'it'}{reason}"))
    for each in found.drafts:
        click.echo(harmless(f"{each.draft} uses it: {each.wording}{f', {each.value}' if each.value else ''}"))
    if not found.library and not found.drafts:
        say(f"nobody uses '{target}'")
    return report_errors(errors)


def _name(hit: Hit) -> str:
    return f"{hit.topic}/{hit.alternative}" if hit.alternative else hit.topic


def _passage(hit: Hit) -> str:
    """The quoted words over as many lines as they need, with what was found marked."""
    words, marked, at = harmless(hit.passage), "", 0
    for start, end in hit.marks:
        marked += f"{words[at:start]}{_ON}{words[start:end]}{_OFF}"
        at = end
    place = _IN.get(hit.found_in, f"{hit.found_in.capitalize()}: ")
    on, off = click.style(_ON, bold=True, underline=True).split(_ON)
    return wrapped(f"  {place}{marked}{words[at:]}").replace(_ON, on).replace(_OFF, off)


def _remarks(result: Found, words: tuple[str, ...]) -> list[str]:
    said = []
    if result.total > len(result.hits):
        said.append(f"{result.total} clauses hold this; --most {result.total} shows them all")
    if result.unranked:
        others = f"{result.unranked:,} more clauses hold it or something like it"
        said.append(f"{others}, less often; add a word to find among them, too")
    if not result.hits:
        phrase = any(" " in word or '"' in word for word in words)
        hint = "leave out the quotation marks" if phrase else f"'{words[0].rstrip('*')[:5]}*' finds beginnings of words"
        said.append(f"no clause holds this — {hint}")
    return said
