"""What was measured, as it is kept between a run and the pages that tell of it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from benchmarks.redlines.judging import Verdict
from benchmarks.redlines.running import Cost

TREATIES: Final = "generated treaties"
HARD: Final = "hard pairs"
REAL: Final = "real treaties"
"""Lines beside those of the corpus; the first two are clocked."""

STORED: Final = Path(__file__).parent / "results.json"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one peer made of one pair.

    Attributes:
        smallest: The fewest characters that must be marked.
        comparable: What it marks may be set beside the smallest: nothing moved.
        verdict: None where there is no redline, or none that can be read.
        inside: Seconds within a process that is running already; None where it was not measured.
        cost: What a whole process took; None where it was not measured.
        failure: Why there is no verdict; empty if there is one.
    """

    line: str
    pair: str
    peer: str
    smallest: int
    comparable: bool
    verdict: Verdict | None
    inside: float | None = None
    cost: Cost | None = None
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the benchmark.

    Attributes:
        machine: Processor and cores, Python, and how busy the machine was with other work.
        versions: Of each peer; None of one that is not installed.
    """

    machine: dict[str, str]
    versions: dict[str, str | None]
    outcomes: tuple[Outcome, ...]

    def write(self, path: Path) -> None:
        """Keep it, an outcome a line."""
        head = json.dumps({"machine": self.machine, "versions": self.versions}, ensure_ascii=False, indent=1)
        rows = ",\n  ".join(json.dumps(asdict(outcome), ensure_ascii=False) for outcome in self.outcomes)
        path.write_text(f'{head[:-2]},\n "outcomes": [\n  {rows}\n ]\n}}\n', encoding="utf-8")


def stored(path: Path = STORED) -> Run:
    """The run that was kept."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return Run(found["machine"], found["versions"], tuple(map(_outcome, found["outcomes"])))


def _outcome(row: dict[str, object]) -> Outcome:
    verdict, cost = row.pop("verdict"), row.pop("cost")
    return Outcome(
        **row,  # type: ignore[arg-type]
        verdict=Verdict(**verdict) if isinstance(verdict, dict) else None,
        cost=Cost(**cost) if isinstance(cost, dict) else None,
    )
