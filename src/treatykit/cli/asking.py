"""Leads an interview on the terminal: shows each question, reads the reply, and asks again where it will not do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from treatykit.cli.answer_options import tell_mended
from treatykit.cli.report import say
from treatykit.cli.terminal import harmless, wrapped
from treatykit.errors import TreatykitError

if TYPE_CHECKING:
    from treatykit.assemble.interview import Interview
    from treatykit.assemble.question import Offer, Question

_WELCOME: Final = (
    "Enter takes what stands in [ ].  ? explains  < goes back  ! takes the defaults for the rest  quit writes nothing"
)
_WIDEST: Final = 100


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
            _show(question, interview, console)
            seen.append(interview)
        reply = _reply(question)
        match reply.strip():
            case "<" if earlier := _seen_before(interview, seen):
                interview = again = earlier
            case "<":
                say("this is the first question")
            case "!":
                defaults, again = True, None
                if question.default is None:
                    say("this question has no default")
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
    earlier = interview.before
    while earlier and not any(earlier is each for each in seen):
        earlier = earlier.before
    return earlier


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
    usual = question.usual or question.default
    return harmless(f"[{usual}] " if usual else "")


def _show(question: Question, interview: Interview, console: Console) -> None:
    answered, known = interview.progress()
    console.print()
    heading = Text(harmless(question.prompt), style="bold")
    console.print(heading.append(f"  {answered + 1} of {known}", style="not bold dim"))
    width = min(console.width, _WIDEST)
    for line in question.told:
        console.print(Padding(Text(harmless(line)), (0, 0, 0, 2)), width=width)
    for number, offer in enumerate(question.offers, 1):
        _show_offer(number, offer, console, width)
    if question.hint:
        console.print(Padding(Text(harmless(question.hint), style="dim"), (0, 0, 0, 2)), width=width)


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
    console.print(Text(wrapped(harmless(words or question.hint or "There is no more to say about this question."))))
