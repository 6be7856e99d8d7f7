"""Whoever is missing, fails or dies costs one cell of a table and not the run."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.redlines.packages import word_file
from benchmarks.redlines.peers import PEERS, Peer
from benchmarks.redlines.running import Job, in_one_process, whole_process
from benchmarks.redlines.treaties import Line

ALONE = PEERS[-1]


def jobs(folder: Path) -> tuple[Job, Job]:
    """One that can be done, and one whose files are not there."""
    there = folder / "there.docx"
    there.write_bytes(word_file([Line("Item", "Peace.")], 1))
    missing = folder / "missing.docx"
    return Job(there, there, folder / "done.docx"), Job(missing, missing, folder / "not-done.docx")


def test_a_program_that_is_not_installed_has_no_version() -> None:
    assert Peer("nobody", package="treatykit-is-no-such-thing", python=sys.executable).version() is None
    assert Peer("nobody", package="treatykit", python="no-such-python").version() is None


def test_a_whole_process_is_told_with_its_time_and_memory(tmp_path: Path) -> None:
    good, bad = jobs(tmp_path)
    done = whole_process(ALONE, good, tmp_path, budget=0, most=3)
    failed = whole_process(ALONE, bad, tmp_path, budget=0, most=3)

    assert (done.runs, done.failure) == (1, "")
    assert done.wall > 0
    assert 1 < done.memory < 500
    assert failed.failure == "no file, exit code 0"


def test_pairs_after_one_that_failed_are_done(tmp_path: Path) -> None:
    good, bad = jobs(tmp_path)
    failed, done = in_one_process(ALONE, [bad, good], tmp_path)

    assert failed[1].startswith("FileNotFoundError")
    assert done[1] == ""
    assert good.out.exists()


def test_a_program_that_dies_is_started_again_for_the_next_pair(tmp_path: Path) -> None:
    good, _ = jobs(tmp_path)
    results = in_one_process(Peer("dead", adapter="no_such_adapter", python=sys.executable), [good, good], tmp_path)

    assert [failure for _, failure in results] == ["the process died, exit code 1"] * 2
