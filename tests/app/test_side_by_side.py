"""Work in other processes gives what it gives here, errors included."""

from __future__ import annotations

import os
import time
from functools import partial
from multiprocessing import active_children
from pathlib import Path

import pytest

from treatykit.app.side_by_side import side_by_side
from treatykit.errors import MissingDependencyError, Where

HERE = os.getpid()


def named(name: str) -> bytes:
    return f"{name} {os.getpid()}".encode()


def lacking() -> bytes:
    raise MissingDependencyError("no Pango", where=Where("x.pdf", 3), hint="install it")


def noted(path: Path) -> None:
    path.write_text(str(os.getpid()))


def endless() -> bytes:
    while True:
        time.sleep(1)


def dying(home: int) -> bytes:
    if os.getpid() != home:
        os._exit(1)
    return b"made here"


def test_each_piece_is_begun_elsewhere_and_gives_its_own_result() -> None:
    with side_by_side(2, processors=2) as begun:
        waits = [begun(partial(named, name)) for name in ("one", "two")]
        results = [wait() for wait in waits]

    assert [result.split()[0] for result in results] == [b"one", b"two"]
    assert f"{HERE}".encode() not in {result.split()[1] for result in results}


@pytest.mark.parametrize(("count", "processors"), [(1, 8), (3, 1)])
def test_where_nothing_can_be_done_at_once_it_is_done_here(count: int, processors: int) -> None:
    with side_by_side(count, processors) as begun:
        assert begun(partial(named, "one"))() == f"one {HERE}".encode()


def test_an_error_comes_back_as_it_was_raised() -> None:
    with side_by_side(2, processors=2) as begun, pytest.raises(MissingDependencyError) as raised:
        begun(lacking)()

    assert str(raised.value) == "x.pdf:3: no Pango — install it"


def test_what_another_process_could_not_finish_is_made_here() -> None:
    with side_by_side(2, processors=2) as begun:
        waits = [begun(partial(dying, HERE)) for _ in range(3)]

        assert [wait() for wait in waits] == [b"made here"] * 3


def test_what_loads_something_first_does_a_single_piece_elsewhere(tmp_path: Path) -> None:
    with side_by_side(1, processors=2, load=partial(noted, tmp_path / "loaded")) as begun:
        result = begun(partial(named, "one"))()

    assert result.split() == [b"one", (tmp_path / "loaded").read_bytes()]
    assert result.split()[1] != f"{HERE}".encode()


def test_an_error_here_ends_what_is_done_elsewhere() -> None:
    def failing() -> None:
        with side_by_side(2, processors=2) as begun:
            begun(endless)
            lacking()

    with pytest.raises(MissingDependencyError):
        failing()

    assert active_children() == []
