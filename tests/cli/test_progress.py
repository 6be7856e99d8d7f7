"""Progress is shown to a person who waits, and to nobody else."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from tests.cli.conftest import Command

from treatykit.cli.progress import MOMENT, telling

ERASED = "\x1b[1A\x1b[2K"
"""How a terminal is told to go back to the line and empty it."""


class Terminal(io.StringIO):
    """A terminal that remembers what it was sent."""

    def isatty(self) -> bool:
        return True


@dataclass
class Clock:
    """A clock that stands until it is told to go on."""

    waits: list[tuple[float, Callable[[], None]]] = field(default_factory=list)

    def later(self, seconds: float, happen: Callable[[], None]) -> Clock:
        self.waits.append((seconds, happen))
        return self

    def pass_by(self, seconds: float) -> None:
        due = [happen for at, happen in self.waits if at <= seconds]
        self.waits = [(at - seconds, happen) for at, happen in self.waits if at > seconds]
        for happen in due:
            happen()

    def start(self) -> None:
        """It waits from the moment it was made."""

    def cancel(self) -> None:
        self.waits.clear()

    def join(self) -> None:
        """Nothing happens beside the test."""


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    for name in ("TERM", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    return terminal


def test_what_takes_longer_than_a_moment_is_shown_and_goes_when_it_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, clock = on_a_terminal(monkeypatch), Clock()

    with telling(clock.later) as tell:
        tell("reading [bold]fish\x07.docx")
        clock.pass_by(MOMENT / 2)
        assert terminal.getvalue() == ""
        clock.pass_by(MOMENT / 2)
        assert "reading [bold]fish\ufffd.docx …" in terminal.getvalue()

    assert terminal.getvalue().endswith(ERASED)


def test_what_is_done_in_a_moment_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, clock = on_a_terminal(monkeypatch), Clock()

    with telling(clock.later) as tell:
        tell("assembling the text")
    clock.pass_by(2 * MOMENT)

    assert terminal.getvalue() == ""


def failing(clock: Clock) -> None:
    with telling(clock.later):
        clock.pass_by(MOMENT)
        raise ValueError("failed")


def test_it_goes_when_the_work_fails_too(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_a_terminal(monkeypatch)

    with pytest.raises(ValueError, match="failed"):
        failing(Clock())

    assert "working …" in terminal.getvalue()
    assert terminal.getvalue().endswith(ERASED)


def test_off_a_terminal_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    log, clock = io.StringIO(), Clock()
    monkeypatch.setattr(sys, "stderr", log)

    with telling(clock.later) as tell:
        tell("assembling the text")
        clock.pass_by(2 * MOMENT)

    assert log.getvalue() == ""
    assert clock.waits == []


def test_the_summary_of_a_command_off_a_terminal_holds_no_progress(project: Command) -> None:
    done = project("build", "drafts/peace-treaty.yaml", "--to", "txt")

    assert "\x1b" not in done.err
    assert "writing" not in done.err
