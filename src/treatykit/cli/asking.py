"""Leads an interview on the terminal: shows each question, reads the reply, and asks again where it will not do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from treatykit.cli.answer_options import tell_mended
from treatykit.cli.report import say
from treatykit.cli.terminal import WIDEST, harmless, wrapped
from treatykit.errors import TreatykitError

if TYPE_CHECKING:
    from treatykit.assemble.interview import Interview
    from treatykit.assemble.question import Offer, Question

_WELCOME: Final = (
    "Enter takes what stands in [ ].  ? explains  < goes back  ! takes the defaults for the rest  quit writes nothing"
)
_FORGET: Final = "forget"
_EARLIER: Final = f"your earlier answer stands in [ ]; '{_FORGET}' takes it back"


def asked(interview: Interview, *, defaults: bool) -> tuple[Interview, bool]:
    """The interview at its end, and whether anything was asked.

    Args:
        defaults: Ask only what has no default.

    Raises:
        click.Abort: The person wants no draft.
    """
    from treatykit.assemble.answers import Kind

    console = Console(stderr=True, highlight=False)
    seen: list[Interview] = []  # as it was at each question that the person has seen
    again: Interview | None = None
    while question := interview.question():
        is_mending = question.key.kind is Kind.MEND
        if defaults and interview is not again and (question.default is not None or is_mending):
            try:
                before, interview = interview, interview.take_default()
            except TreatykitError:
                defaults = False
                continue
            if is_mending:
                tell_mended(question.told, before, interview)
            continue
        if not seen:
            console.print(Text(_WELCOME, style="dim"))
        if not seen or seen[-1] is not interview:
            _show(question, 1 + sum(1 for _ in _all_seen_before(interview, seen)), console)
            seen.append(interview)
        reply = _reply(question)
        match reply.strip():
            case "<" if earlier := _seen_before(interview, seen):
                interview = again = interview.back(earlier)
            case "<":
                say("this is the first question")
            case "!":
                defaults, again = True, None
                if question.default is None:
                    say("this question has no default")
            case _ if reply.strip() == _FORGET and question.earlier:
                interview = again = interview.forgotten()
            case "?":
                _explain(question, interview, console)
            case _:
                try:
                    interview = interview.answer(reply)
                except TreatykitError as error:
                    console.print(Text(harmless(str(error)), style="red"))
    return interview, bool(seen)


def _seen_before(interview: Interview, seen: list[Interview]) -> Interview | None:
    """The interview at the last question before this one that the person has seen; None where there is none."""
    return next(_all_seen_before(interview, seen), None)


def _all_seen_before(interview: Interview, seen: list[Interview]) -> Iterator[Interview]:
    """The interview at each question that the person has seen on the way to this one, the last first."""
    known = {id(each) for each in seen}
    while earlier := interview.before:
        interview = earlier
        if id(earlier) in known:
            yield earlier


def _reply(question: Question) -> str:
    """What is typed.

    Raises:
        click.Abort: The person wants no draft, or has gone.
    """
    try:
        reply: str = click.prompt(_invitation(question), default="", show_default=False, prompt_suffix="> ", err=True)
        if reply.strip() == "quit":
            raise click.Abort
    except click.Abort:
        say("nothing was written")
        raise
    return reply


def _invitation(question: Question) -> str:
    usual = question.earlier or question.usual or question.default
    return harmless(f"[{usual}] " if usual else "")


def _show(question: Question, number: int, console: Console) -> None:
    console.print()
    console.print(Text(f"{number}. ", style="dim").append(harmless(question.prompt), style="not dim bold"))
    width = min(console.width, WIDEST)
    for line in question.told:
        console.print(Padding(Text(harmless(line)), (0, 0, 0, 2)), width=width)
    for at, offer in enumerate(question.offers, 1):
        _show_offer(at, offer, console, width)
    for hint in filter(None, (question.hint, _EARLIER if question.earlier else "")):
        console.print(Padding(Text(harmless(hint), style="dim"), (0, 0, 0, 2)), width=width)


def _show_offer(number: int, offer: Offer, console: Console, width: int) -> None:
    line = Text(f"{number}", style="bold")
    name = "" if offer.changes else f" {harmless(offer.value)}"
    line.append(name, style="bold cyan")
    if offer.label != offer.value:
        line.append(f"  {harmless(offer.label)}", style="not bold")
    console.print(Padding(line, (0, 0, 0, 2)), width=width)
    for heading, words in offer.points:
        point = Text(f"{heading}: ", style="italic").append(harmless(" ".join(words.split())), style="not italic")
        console.print(Padding(point, (0, 0, 0, 6)), width=width)


def _explain(question: Question, interview: Interview, console: Console) -> None:
    """The commentary of the topic, or else how the answer is written."""
    from treatykit.app.clauses import explained

    words = explained(interview.library, question.about) if question.about else ""
    told = harmless(words or question.hint or "There is no more to say about this question.")
    console.print(Text(wrapped(told, console.width)))
