"""The pages say what the benchmark has found, and nobody has touched it since."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.redlines.pages import SECTIONS, section
from benchmarks.redlines.peers import PEERS
from benchmarks.redlines.results import stored


@pytest.mark.parametrize("page", SECTIONS)
def test_a_page_shows_what_is_stored(page: str) -> None:
    assert section(page) == SECTIONS[page](stored()), "'make bench' writes it anew"


def test_every_program_is_measured_or_said_to_be_missing() -> None:
    assert list(stored().versions) == [peer.name for peer in PEERS]


def test_what_is_kept_reads_as_it_was_written(tmp_path: Path) -> None:
    kept = tmp_path / "results.json"
    stored().write(kept)

    assert stored(kept) == stored()
