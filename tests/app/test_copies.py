"""Work in a copy of the process gives what it gives here, errors included."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from treatykit.app.copies import Copies, copies
from treatykit.errors import UnreadableError

HERE = os.getpid()
can_copy = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")


@pytest.fixture
def two() -> Iterator[Copies]:
    with copies(processors=2) as begun:
        yield begun


@can_copy
def test_work_is_done_elsewhere_while_this_process_goes_on(two: Copies) -> None:
    known = ["made before"]

    wait = two.begin(lambda: (known, os.getpid()))
    known.append("made since")

    answer, process = wait()
    assert answer == ["made before"]
    assert process != HERE


@can_copy
def test_a_copy_gets_ready_before_it_is_asked(two: Copies, tmp_path: Path) -> None:
    def ready() -> Callable[[bytes], tuple[bytes, int]]:
        (tmp_path / "ready").write_text("yes")
        return lambda question: (question * 100_000, os.getpid())

    ask = two.prepare(ready)
    await_file(tmp_path / "ready")

    answer, process = ask(b"asked")
    assert answer == b"asked" * 100_000
    assert process != HERE


@can_copy
def test_several_copies_answer_in_any_order(two: Copies) -> None:
    waits = [two.begin(lambda number=number: number) for number in range(5)]  # type: ignore[misc]

    assert [wait() for wait in reversed(waits)] == [4, 3, 2, 1, 0]


def test_with_one_processor_all_is_done_here_and_when_it_is_asked_for() -> None:
    done = []
    with copies(processors=1) as begun:
        wait = begun.begin(lambda: done.append(os.getpid()))
        assert done == []
        wait()
        wait()

    assert done == [HERE]


def test_an_error_is_that_of_the_work_done_here(two: Copies) -> None:
    def failing() -> bytes:
        raise UnreadableError("is damaged", where=f"{os.getpid()}", hint="ask again")

    wait = two.begin(failing)

    with pytest.raises(UnreadableError) as raised:
        wait()
    assert str(raised.value) == f"{HERE}: is damaged — ask again"


def test_what_a_copy_does_not_end_or_cannot_send_is_done_here(two: Copies) -> None:
    def dying() -> str:
        if os.getpid() != HERE:
            os._exit(3)
        return "made here"

    assert two.begin(dying)() == "made here"
    assert two.begin(lambda: lambda: "no function can be sent")()() == "no function can be sent"


def test_a_second_question_is_answered_here(two: Copies) -> None:
    def ready() -> Callable[[str], tuple[str, int]]:
        return lambda question: (question, os.getpid())

    ask = two.prepare(ready)

    ask("first")
    assert ask("second") == ("second", HERE)


@can_copy
def test_what_nobody_asks_for_ends_with_the_context(tmp_path: Path) -> None:
    def endless() -> None:
        (tmp_path / "process").write_text(str(os.getpid()))
        while True:
            time.sleep(1)

    with copies(processors=2) as begun:
        begun.begin(endless)
        await_file(tmp_path / "process")

    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "process").read_text()), 0)


def await_file(path: Path) -> None:
    until = time.monotonic() + 10
    while not (path.exists() and path.stat().st_size) and time.monotonic() < until:
        time.sleep(0.01)
    assert path.exists()
