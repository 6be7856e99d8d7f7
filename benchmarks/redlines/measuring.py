"""Measures every peer on every pair and judges what it made, in the order of the pairs."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.redlines.cases import Case
from benchmarks.redlines.judging import Bench
from benchmarks.redlines.peers import FLOOR, Peer
from benchmarks.redlines.results import TREATIES, Outcome
from benchmarks.redlines.running import Cost, Job, in_one_process, whole_process

ROUNDS: Final = 3
"""How often a measurement is repeated, as far as its budget goes."""

BUDGET: Final = 5.0
"""Seconds that the whole processes of one peer may take for one pair, unless the first takes longer."""

WITHIN: Final = 100_000
"""Bytes of a generated treaty up to which it is also measured within a running process; beyond, starting is cheap."""

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Made:
    """What a peer made of a case, before it is judged."""

    case: Case
    peer: Peer
    job: Job
    inside: float | None = None
    cost: Cost | None = None
    failure: str = ""


def timed(cases: Sequence[Case], peers: Sequence[Peer], folder: Path, tell: Tell) -> list[Made]:
    """Whole processes, pair by pair, and running ones, one after the other: nobody disturbs anybody."""
    made = []
    for at, case in enumerate(cases):
        for peer in peers:
            tell(f"{case.name}: {peer.name}")
            job = _job(case, at, peer, folder, "whole")
            cost = whole_process(peer, job, folder, budget=BUDGET, most=ROUNDS)
            made.append(Made(case, peer, job, cost=cost, failure=cost.failure))
    inside: dict[Path, float] = {}
    for peer in (peer for peer in peers if peer.adapter):
        tell(f"one process: {peer.name}")
        inside |= _within(peer, [one for one in made if one.peer is peer], folder)
    return [replace(one, inside=inside.get(one.job.out)) for one in made]


def _within(peer: Peer, made: list[Made], folder: Path) -> dict[Path, float]:
    """The seconds of each redline within a running process; the first of all is not counted."""
    jobs = [one.job for one in made if not one.failure and one.case.line == TREATIES and len(one.case.new) <= WITHIN]
    again = [replace(job, out=job.out.with_stem(f"within-{job.out.stem}")) for job in jobs]
    results = in_one_process(peer, [*again[:1], *(again * ROUNDS)], folder)[1:]
    rounds = {job.out: results[at :: len(jobs)] for at, job in enumerate(jobs)}
    return {
        out: median(seconds for seconds, _ in found)
        for out, found in rounds.items()
        if not any(failure for _, failure in found)
    }


def tried(cases: Sequence[Case], peers: Sequence[Peer], folder: Path, tell: Tell) -> list[Made]:
    """All pairs in one process of each peer, as many peers at a time as there are cores."""

    def by(peer: Peer) -> list[Made]:
        own = folder / peer.name
        own.mkdir(exist_ok=True)
        tell(f"{peer.name}: {len(cases)} pairs")
        jobs = [_job(case, at, peer, own, "tried") for at, case in enumerate(cases)]
        results = in_one_process(peer, jobs, own)
        return [
            Made(case, peer, job, inside=seconds, failure=failure)
            for case, job, (seconds, failure) in zip(cases, jobs, results, strict=True)
        ]

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return [made for part in pool.map(by, (peer for peer in peers if peer.name != FLOOR)) for made in part]


def judged(cases: Sequence[Case], made: Sequence[Made], tell: Tell) -> list[Outcome]:
    """What is to be said of all that was made, pair by pair."""
    tell(f"judging {len(made)} redlines")
    by_case = [[one for one in made if one.case is case] for case in cases]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        return [outcome for part in pool.map(_judged, cases, by_case) for outcome in part]


def _judged(case: Case, made: list[Made]) -> list[Outcome]:
    bench = Bench(case.old, case.new, existing=case.existing, validate=case.validated)
    smallest = bench.smallest()
    outcomes = []
    for one in made:
        verdict, failure = None, one.failure
        if not failure and one.peer.name != FLOOR:
            try:
                verdict = bench.verdict(one.job.out)
            except Exception as error:  # noqa: BLE001 — a file that breaks its readers is what is to be found out
                failure = f"cannot be read: {type(error).__name__}"
        outcome = Outcome(case.line, case.name, one.peer.name, smallest, not case.moved, verdict)
        outcomes.append(replace(outcome, inside=one.inside, cost=one.cost, failure=failure))
    return outcomes


def _job(case: Case, at: int, peer: Peer, folder: Path, what: str) -> Job:
    old, new = folder / f"{what}-{at}-old.docx", folder / f"{what}-{at}-new.docx"
    old.write_bytes(case.old)
    new.write_bytes(case.new)
    return Job(old, new, folder / f"{what}-{at}-{peer.name.replace(' ', '-')}.docx", case.existing)
