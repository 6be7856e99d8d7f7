"""Do work in copies of this process, which know all that it knows, while this one goes on.

A copy takes a few milliseconds and nothing has to be sent to it, so that it is worth one where some hundredths of a
second can be spared. `treatykit.app.side_by_side` is for work of seconds, and for systems that cannot copy a process.
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
from dataclasses import dataclass, field
from functools import cache
from typing import BinaryIO, Final, TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")

_CAN_COPY: Final = sys.platform == "linux"
"""Elsewhere libraries of the system do not bear it, or there is no such thing."""


@dataclass(slots=True)
class Copies:
    """The copies of this process that are at work.

    Attributes:
        elsewhere: Work is done in copies, and not here when its answer is asked for.
    """

    elsewhere: bool = False
    _running: dict[int, tuple[BinaryIO, BinaryIO]] = field(default_factory=dict)

    def begin(self, work: Callable[[], Answer]) -> Callable[[], Answer]:
        """Begin some work, and give back what waits for what comes of it."""

        def done() -> Callable[[None], Answer]:
            answer = work()
            return lambda _: answer

        ask = self.prepare(done)
        return cache(lambda: ask(None))

    def prepare(self, prepare: Callable[[], Callable[[Question], Answer]]) -> Callable[[Question], Answer]:
        """Get ready to answer a question, and give back what asks it.

        What fails in a copy is done again here, where its error belongs, and so is what is asked a second time.
        """
        process = self._copy(prepare) if self.elsewhere else None

        def ask(question: Question) -> Answer:
            if process not in self._running:
                return prepare()(question)
            questions, answers = self._running[process]
            try:
                with suppress(BrokenPipeError):
                    pickle.dump(question, questions, pickle.HIGHEST_PROTOCOL)
                    questions.flush()
                answer: Answer = pickle.load(answers)  # noqa: S301 - from a copy of this process
            except (EOFError, pickle.UnpicklingError):
                return prepare()(question)
            finally:
                self._end(process)
            return answer

        return ask

    def end(self) -> None:
        """End the copies whose answer nobody has asked for."""
        for process in list(self._running):
            os.kill(process, signal.SIGKILL)
            self._end(process)

    def _end(self, process: int) -> None:
        for pipe in self._running.pop(process):
            with suppress(BrokenPipeError):
                pipe.close()
        os.waitpid(process, 0)

    def _copy(self, prepare: Callable[[], Callable[[Question], Answer]]) -> int | None:
        """A copy of this process that answers one question; None where the machine allows no more."""
        (asked, ask), (answered, answer) = os.pipe(), os.pipe()
        try:
            with warnings.catch_warnings():  # the progress line may wait in a thread, which no copy needs
                warnings.simplefilter("ignore", DeprecationWarning)
                process = os.fork()
        except OSError:
            for pipe in (asked, ask, answered, answer):
                os.close(pipe)
            return None
        if process == 0:
            others = [pipe.fileno() for pipes in self._running.values() for pipe in pipes]
            _answer_and_end(prepare, asked, answer, (ask, answered, *others))
        os.close(asked)
        os.close(answer)
        self._running[process] = os.fdopen(ask, "wb"), os.fdopen(answered, "rb")
        return process


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


def _answer_and_end(
    prepare: Callable[[], Callable[[Question], object]], asked: int, answer: int, others: tuple[int, ...]
) -> None:
    """Do the work of a copy. What its files hold in memory, and its errors, are the business of the process itself."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        gc.disable()
        for pipe in others:
            os.close(pipe)
        answer_to = prepare()
        with os.fdopen(asked, "rb") as questions, os.fdopen(answer, "wb") as answers:
            pickle.dump(answer_to(pickle.load(questions)), answers, pickle.HIGHEST_PROTOCOL)  # noqa: S301
        status = 0
    finally:
        os._exit(status)
