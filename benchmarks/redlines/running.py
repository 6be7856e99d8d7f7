"""Has peers make redlines: whole processes with what they cost, and many pairs in one process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.redlines.office import office
from benchmarks.redlines.peers import BESIDE, IN_PROCESS, OFFICE, Peer

PATIENCE: Final = 20
"""Seconds of processor time after which a peer is stopped; and six times as long by the clock, if it hangs."""

# As `pip install` leaves packages: compiled when they are first run.
_ENVIRONMENT: Final = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True, slots=True)
class Job:
    """A pair of files in a folder, and where the redline goes.

    Attributes:
        existing: What is done first with pending changes, `accept` or `reject`; empty where there are none.
    """

    old: Path
    new: Path
    out: Path
    existing: str = ""

    def told(self) -> tuple[str, str, str, str]:
        """As words for another process."""
        return str(self.old), str(self.new), str(self.out), self.existing


@dataclass(frozen=True, slots=True)
class Cost:
    """What a whole process took: the median of several runs.

    Attributes:
        wall: Seconds from start to end.
        processor: Seconds of processor time, of all its processes.
        memory: The peak of resident megabytes.
        failure: Why there is no redline; empty if there is one.
    """

    wall: float
    processor: float
    memory: float
    runs: int
    failure: str = ""


def whole_process(peer: Peer, job: Job, folder: Path, *, budget: float, most: int) -> Cost:
    """Run a peer again and again, as long as the seconds of the budget are not used up, and once at least."""
    command = _command(peer, job, folder)
    found: list[tuple[float, float, float]] = []
    while not found or (len(found) < most and sum(wall for wall, _, _ in found) + found[-1][0] <= budget):
        job.out.unlink(missing_ok=True)
        launch = (sys.executable, "-I", "-S", str(BESIDE / "launch.py"), str(PATIENCE), *command)
        done = subprocess.run(launch, capture_output=True, text=True, env=_ENVIRONMENT, check=True)
        wall, processor, memory, code = json.loads(done.stdout)
        if code == -1 or not job.out.exists():
            failure = f"stopped after {PATIENCE} s" if code == -1 else f"no file, exit code {code}"
            return Cost(wall, processor, memory, 1, failure)
        found.append((wall, processor, memory))
    walls, processors, memories = zip(*found, strict=True)
    return Cost(median(walls), median(processors), median(memories), len(found))


def _command(peer: Peer, job: Job, folder: Path) -> Sequence[str]:
    if peer.name == OFFICE:
        return office(folder).macro(f"Redline({job.old},{job.new},{job.out})")
    if peer.command:
        return [part.format(old=job.old, new=job.new, out=job.out) for part in peer.command]
    return _batch(peer, [job], folder)[0]


def in_one_process(peer: Peer, jobs: Sequence[Job], folder: Path) -> list[tuple[float, str]]:
    """Of each job the seconds that it took within the process, and why it failed, empty if it did not."""
    done: list[tuple[float, str]] = []
    while len(done) < len(jobs):
        rest = jobs[len(done) :]
        command, results = _batch(peer, rest, folder)
        patience = 6 * (PATIENCE + len(rest))
        died = f"stopped after {patience} s"
        try:
            code = subprocess.run(
                command, capture_output=True, env=_ENVIRONMENT, check=False, timeout=patience
            ).returncode
            died = f"the process died, exit code {code}"
        except subprocess.TimeoutExpired:
            pass
        done += _told(results)
        if len(done) < len(jobs):
            done.append((0.0, died))
    return [
        (seconds, failure or ("" if job.out.exists() else "no file"))
        for job, (seconds, failure) in zip(jobs, done, strict=True)
    ]


def _batch(peer: Peer, jobs: Sequence[Job], folder: Path) -> tuple[Sequence[str], Path]:
    """The command that does several jobs, and the file that will tell of them."""
    told, results = folder / "jobs", folder / "results"
    results.write_text("", encoding="utf-8")
    if peer.name == OFFICE:
        told.write_text("".join(f"{'|'.join(job.told()[:3])}\n" for job in jobs), encoding="utf-8")
        return office(folder).macro(f"Redlines({told},{results})"), results
    told.write_text("".join(f"{json.dumps(job.told())}\n" for job in jobs), encoding="utf-8")
    return (peer.python, IN_PROCESS, peer.adapter, str(told), str(results)), results


def _told(results: Path) -> Iterator[tuple[float, str]]:
    for line in results.read_text(encoding="utf-8").splitlines():
        seconds, failure = json.loads(line)
        yield float(seconds), failure
