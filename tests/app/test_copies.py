"""Work in a copy of the process gives what it gives here, errors included."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from treatykit.app.copies import Copies, copies
from treatykit.errors import UnreadableError

HERE = os.getpid()
can_copy = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")


@pytest.fixture
def two() -> Iterator[Copies]:
    with copies(processors=2) as begun:
        yield begun


def never(*_: object) -> Any:
    pytest.fail("done here")


@can_copy
def test_work_is_done_elsewhere_while_this_process_goes_on(two: Copies) -> None:
    known = ["made before"]

    begun = two.begin(lambda _: (known, os.getpid()))
    known.append("made since")

    answer, process = begun.answer(never)
    assert answer == ["made before"]
    assert process != HERE


@can_copy
def test_a_copy_gets_ready_before_it_is_told_anything(two: Copies, tmp_path: Path) -> None:
    def work(hear: Callable[[], bytes]) -> bytes:
        (tmp_path / "ready").write_text("yes")
        return hear() * 100_000

    begun = two.begin(work)
    await_file(tmp_path / "ready")

    begun.tell(b"told")
    assert begun.answer(never) == b"told" * 100_000


@can_copy
def test_what_is_told_is_heard_at_once_and_in_order(two: Copies, tmp_path: Path) -> None:
    def work(hear: Callable[[], list[int]]) -> list[list[int]]:
        first = hear()
        (tmp_path / "heard").write_text("yes")
        return [first, hear(), hear()]

    begun = two.begin(work)
    told = [1]
    begun.tell(told)
    await_file(tmp_path / "heard")
    for more in ([*range(100_000)], told):
        begun.tell(more)

    assert begun.answer(never) == [[1], [*range(100_000)], [1]]


@can_copy
def test_several_copies_answer_in_any_order(two: Copies) -> None:
    begun = [two.begin(lambda _, number=number: number) for number in range(5)]  # type: ignore[misc]

    assert [one.answer(never) for one in reversed(begun)] == [4, 3, 2, 1, 0]


def test_with_one_processor_all_is_done_here_and_when_it_is_asked_for() -> None:
    with copies(processors=1) as beside:
        begun = beside.begin(never)
        begun.tell("nobody")

        assert begun.answer(os.getpid) == HERE


def test_an_error_is_that_of_the_work_done_here(two: Copies) -> None:
    def failing(*_: object) -> bytes:
        raise UnreadableError("is damaged", where=f"{os.getpid()}", hint="ask again")

    begun = two.begin(failing)
    for _ in range(1000):
        begun.tell("what nobody hears any more")

    with pytest.raises(UnreadableError) as raised:
        begun.answer(failing)
    assert str(raised.value) == f"{HERE}: is damaged — ask again"


def test_what_a_copy_does_not_end_or_cannot_send_is_done_here(two: Copies) -> None:
    def dying(_: object) -> str:
        os._exit(3)

    assert two.begin(dying).answer(lambda: "made here") == "made here"
    unsendable = two.begin(lambda _: lambda: "no function can be sent")
    assert unsendable.answer(lambda: lambda: "made here")() == "made here"


def test_who_asks_again_is_answered_here(two: Copies) -> None:
    begun = two.begin(lambda _: os.getpid())

    begun.answer(os.getpid)
    assert begun.answer(os.getpid) == HERE


@can_copy
def test_what_nobody_asks_for_ends_with_the_context(tmp_path: Path) -> None:
    def endless(_: object) -> None:
        (tmp_path / "process").write_text(str(os.getpid()))
        while True:
            time.sleep(1)

    with copies(processors=2) as begun:
        begun.begin(endless)
        await_file(tmp_path / "process")

    process = int((tmp_path / "process").read_text())
    until = time.monotonic() + 10
    while is_there(process) and time.monotonic() < until:
        time.sleep(0.01)
    assert not is_there(process)


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def await_file(path: Path) -> None:
    until = time.monotonic() + 10
    while not (path.exists() and path.stat().st_size) and time.monotonic() < until:
        time.sleep(0.01)
    assert path.exists()
