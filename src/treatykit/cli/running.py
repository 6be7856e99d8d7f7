"""Runs one command and turns what went wrong into one line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from treatykit.cli.commands import treatykit
from treatykit.cli.terminal import harmless
from treatykit.errors import ExitCode, TreatykitError

_INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run a command line.

    Returns:
        The exit code. Whatever is no `TreatykitError` is a bug and shows its traceback.
    """
    try:
        done = treatykit.main(list(arguments), prog_name="treatykit", standalone_mode=False)
        sys.stdout.flush()
    except TreatykitError as error:
        _report(error)
        return error.exit_code
    except click.exceptions.Abort:
        return _INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return ExitCode.USAGE
    except click.ClickException as error:
        click.echo(_one_line(error), err=True)
        return ExitCode.USAGE
    except (BrokenPipeError, SystemExit):
        # whoever read our output has gone, and nothing more can be said to them; click ends the process then
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    return int(done) if isinstance(done, int) else ExitCode.DONE


def _report(error: TreatykitError) -> None:
    for line in error.lines:
        click.echo(harmless(line), err=True)


def _one_line(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "treatykit"
    message = " ".join(error.format_message().split()).rstrip(".")
    return f"{command}: {message[:1].lower()}{message[1:]} — see '{command} --help'"
