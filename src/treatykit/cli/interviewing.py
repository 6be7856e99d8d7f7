"""The command `new`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from treatykit.cli.answer_options import answers, as_option, given_answers, option_for, tell_mended
from treatykit.cli.helping import Exemplified
from treatykit.cli.report import counted, length_of, print_diagnostics, say
from treatykit.errors import UsageError

if TYPE_CHECKING:
    from treatykit.app.interviewing import NewDraft
    from treatykit.assemble.interview import Interview


@click.command(
    cls=Exemplified,
    examples=(
        "treatykit new border-treaty",
        "treatykit new border-treaty --variant partial --choose recognition=general",
        "treatykit new border-treaty --variant framework --title 'Treaty on the Border' --defaults",
    ),
)
@click.argument("name")
@answers
@click.option("--defaults", "--yes", "defaults", is_flag=True, help="Take every default without asking.")
@click.option("--force", is_flag=True, help="Write over a draft of that name.")
def new(name: str, *, defaults: bool, force: bool, **given: Any) -> int:
    """Make a draft by answering questions.

    Asks only what the chosen variant and wordings need, tells what speaks for and against
    each wording, and writes drafts/NAME.yaml. What an option answers is not asked; with
    --defaults nothing is asked but what has no default.
    """
    from treatykit.app.interviewing import finish, new_draft_path, start
    from treatykit.assemble.interview import WrongAnswerError

    path = new_draft_path(name, force=force)
    told = given_answers(given)
    try:
        interview = start(path, told)
    except WrongAnswerError as error:
        raise UsageError(error.message, where=as_option(error.key, told[error.key]), hint=error.hint) from None
    interview, has_asked = _led(interview, defaults=defaults)
    if unasked := interview.unasked():
        first = as_option(unasked[0], told[unasked[0]])
        if not has_asked:
            raise UsageError("nothing in this text asks for it", where=first, hint="leave the option out")
        for key in unasked:
            say(f"{as_option(key, told[key])}: not written, for nothing in this text asks for it")
    _report(finish(interview, path, force=force))
    return 0


def _led(interview: Interview, *, defaults: bool) -> tuple[Interview, bool]:
    """The interview at its end, and whether a person was asked anything."""
    if not sys.stdin.isatty():
        return _unasked(interview, defaults=defaults), False
    from treatykit.cli.asking import asked

    return asked(interview, defaults=defaults)


def _unasked(interview: Interview, *, defaults: bool) -> Interview:
    """The interview at its end, where nobody can be asked."""
    from treatykit.assemble.answers import Kind

    while question := interview.question():
        if not defaults and question.key.kind is not Kind.MEND:
            default = "" if question.default is None else ", or --defaults for what has a default"
            hint = f"say {option_for(question.key)}{default}"
            raise UsageError(f"no terminal to ask on: {question.prompt}", hint=hint)
        if question.default is None and question.key.kind is not Kind.MEND:
            raise UsageError(f"no terminal to ask on: {question.prompt}", hint=f"say {option_for(question.key)}")
        before, interview = interview, interview.take_default()
        if question.key.kind is Kind.MEND:
            tell_mended(question.told, before, interview)
    return interview


def _report(made: NewDraft) -> None:
    say(f"{made.path.name}: {length_of(made.assembly)}")
    if blanks := [each for each in made.assembly.blanks if not each.wanted]:
        say(f"{counted(len(blanks), 'blank')} to fill; 'treatykit build' names them")
    print_diagnostics(made.errors)
    click.echo(str(made.path))
    say(f"Next: treatykit build {made.path}")
