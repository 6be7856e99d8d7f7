"""Do work in copies of this process, which know all that it knows, while this one goes on.

A copy takes a few milliseconds and nothing that is known has to be sent to it, so that it is worth one where some
hundredths of a second can be spared. `treatykit.app.side_by_side` is for work of seconds, and for systems that cannot
copy a process.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import field
from threading import Thread
from typing import Any, BinaryIO, Final, Generic, NamedTuple, TypeVar

from treatykit.records import dataclass

Answer = TypeVar("Answer")
Hear = Callable[[], Any]
"""Waits for what is told next."""
Work = Callable[[Hear], Answer]

_CAN_COPY: Final = sys.platform == "linux"
"""Elsewhere libraries of the system do not bear it, or there is no such thing."""
_PATIENT: Final = 10
"""How nice it is, as Unix counts it: it gets a tenth of a processor that another process wants as well."""


class _Process(NamedTuple):
    """A copy that is at work.

    Attributes:
        told: What it is told, written by the pickler, which only names what it wrote once already.
        answered: What it answers.
    """

    number: int
    told: BinaryIO
    pickler: pickle.Pickler
    answered: BinaryIO

    def leave(self) -> None:
        """Close its pipes, and let nobody wait until all that it had in memory is let go of."""
        for pipe in (self.told, self.answered):
            with suppress(BrokenPipeError):
                pipe.close()
        Thread(target=os.waitpid, args=(self.number, 0), daemon=True).start()


@dataclass(slots=True, eq=False)
class Copy(Generic[Answer]):
    """Some work that is done in a copy of this process, where there is one."""

    _process: _Process | None = None
    _has_answered: bool = False

    def tell(self, what: object) -> None:
        """Tell what the work asks for next."""
        if self._process and not self._has_answered:
            with suppress(BrokenPipeError):  # the copy failed, and the work is done here when its answer is asked for
                self._process.pickler.dump(what)
                self._process.told.flush()

    def answer(self, here: Callable[[], Answer]) -> Answer:
        """What came of the work.

        Args:
            here: Does it in this process: where there is no copy, where the copy failed, so that errors come from where
                they belong, and where somebody asks again.
        """
        if self._process is None or self._has_answered:
            return here()
        self._has_answered = True
        try:
            answer: Answer = pickle.load(self._process.answered)  # noqa: S301 - from a copy of this process
        except (EOFError, pickle.UnpicklingError):
            return here()
        return answer

    def end(self) -> None:
        """End the work, if nobody has asked for its answer."""
        if self._process:
            if not self._has_answered:
                os.kill(self._process.number, signal.SIGKILL)
            self._process.leave()
            self._process = None

    def pipes(self) -> list[int]:
        """The ends of its pipes that belong to this process."""
        return [self._process.told.fileno(), self._process.answered.fileno()] if self._process else []


@dataclass(slots=True)
class Copies:
    """The copies of this process.

    Attributes:
        elsewhere: Work is done in copies, and not here when its answer is asked for.
    """

    elsewhere: bool = False
    _begun: list[Copy[Any]] = field(default_factory=list)

    def begin(self, work: Work[Answer], *, patient: bool = False) -> Copy[Answer]:
        """Begin some work, which hears what it is told meanwhile.

        Args:
            patient: Nobody waits for it soon, so that other work goes before it.
        """
        if not self.elsewhere:
            return Copy()
        begun = Copy[Answer](self._process(work, patient=patient))
        self._begun.append(begun)
        return begun

    def end(self) -> None:
        """End the copies whose answer nobody has asked for."""
        for copy in self._begun:
            copy.end()

    def _process(self, work: Work[object], *, patient: bool) -> _Process | None:
        """A copy of this process at some work; None where the machine allows no more."""
        (hear, tell), (answered, answer) = os.pipe(), os.pipe()
        try:
            with warnings.catch_warnings():  # the progress line may wait in a thread, which no copy needs
                warnings.simplefilter("ignore", DeprecationWarning)
                number = os.fork()
        except OSError:
            for pipe in (hear, tell, answered, answer):
                os.close(pipe)
            return None
        if number == 0:
            others = [pipe for copy in self._begun for pipe in copy.pipes()]
            os.nice(_PATIENT if patient else 0)
            _answer_and_end(work, hear, answer, (tell, answered, *others))
        os.close(hear)
        os.close(answer)
        told = os.fdopen(tell, "wb")
        return _Process(number, told, pickle.Pickler(told, pickle.HIGHEST_PROTOCOL), os.fdopen(answered, "rb"))


HERE: Final = Copies()
"""Nothing is done elsewhere."""


@contextmanager
def copies(processors: int | None = None, *, worth: bool = True) -> Iterator[Copies]:
    """What does work in copies of this process; those whose answer nobody has asked for end with the context.

    Args:
        processors: How many there are; None asks the machine. With one alone all is done here.
        worth: The work takes longer than a copy; else all is done here.
    """
    begun = Copies(worth and _CAN_COPY and (processors or len(os.sched_getaffinity(0))) > 1)
    try:
        yield begun
    finally:
        begun.end()


def _answer_and_end(work: Work[object], hear: int, answer: int, others: tuple[int, ...]) -> None:
    """Do the work of a copy. What its files hold in memory, and its errors, are the business of the process itself."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        gc.disable()
        for pipe in others:
            os.close(pipe)
        with os.fdopen(hear, "rb") as heard, os.fdopen(answer, "wb") as answers:
            unpickler = pickle.Unpickler(heard)  # noqa: S301 - from the process itself
            pickle.dump(work(unpickler.load), answers, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)
