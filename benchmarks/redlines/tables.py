"""Sets the results in tables: a page shows what was stored, and nothing is written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from benchmarks.redlines.measures import JUDGED, MARKED, NOTHING, QUALITY, SPEED
from benchmarks.redlines.peers import FLOOR, UNCLEANED, US
from benchmarks.redlines.results import HARD, TREATIES, Outcome, Run

Rows = dict[str, list[Outcome]]
Cell = Callable[[Sequence[Outcome]], str]

_CLOCKED: Final = (TREATIES, HARD)


def quality(run: Run) -> str:
    """What is kept and marked, line by line, and where others are better."""
    lines = _grouped((one for one in run.outcomes if one.line not in _CLOCKED), lambda one: one.line)
    rows = {_with_number(line, found): found for line, found in lines.items()}
    rows["**all lines**"] = [one for found in lines.values() for one in found]
    names = [name for name in _present(run) if name != FLOOR]
    tables = [_table(measure.title, measure.cell, rows, names) for measure in QUALITY]
    told = [*_before_clean_up(rows["**all lines**"]), _where_better(rows, names)]
    return "\n\n".join([_measured_on(run), *tables, *told])


def speed(run: Run) -> str:
    """Time and memory, pair by pair, and what became of the texts."""
    rows = _grouped((one for one in run.outcomes if one.line in _CLOCKED), lambda one: one.pair)
    tables = [_table(measure.title, measure.cell, rows, _present(run)) for measure in SPEED]
    verdicts = _table("What is exact · marked ÷ smallest edit · moves", _verdict, rows, _present(run))
    return "\n\n".join([_measured_on(run), *tables, verdicts])


def _grouped(outcomes: Iterable[Outcome], name: Callable[[Outcome], str]) -> Rows:
    rows: Rows = {}
    for one in outcomes:
        rows.setdefault(name(one), []).append(one)
    return rows


def _with_number(line: str, outcomes: Sequence[Outcome]) -> str:
    return f"{line} ({len({one.pair for one in outcomes})})"


def _present(run: Run) -> list[str]:
    return [name for name, version in run.versions.items() if version is not None]


def _table(title: str, cell: Cell, rows: Rows, names: Sequence[str]) -> str:
    """A row for every line or pair, a column for everybody who has anything to show."""
    cells = {name: [cell([one for one in found if one.peer == name]) for found in rows.values()] for name in names}
    shown = [name for name in names if any(said != NOTHING for said in cells[name])]
    body = [f"| {row} | {' | '.join(cells[name][at] for name in shown)} |" for at, row in enumerate(rows)]
    return "\n".join([f"| {title} | {' | '.join(shown)} |", f"|---|{'---|' * len(shown)}", *body])


def _verdict(outcomes: Sequence[Outcome]) -> str:
    if not outcomes or outcomes[0].peer == FLOOR:
        return NOTHING
    (outcome,) = outcomes
    verdict = outcome.verdict
    if verdict is None:
        return outcome.failure
    kept = "all" if verdict.everything else "text" if verdict.text else "**not the text**"
    return f"{kept} · {verdict.marked / outcome.smallest:.2f} · {verdict.moves}"


def _before_clean_up(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """What clean-up costs in marks, where it was measured; a move is marked at both ends, and no word-level edit."""
    ours = [one for one in outcomes if one.peer in (UNCLEANED.name, US)]
    if all(one.peer == US for one in ours):
        return
    moving = {one.pair for one in ours if one.verdict and one.verdict.moves}
    told = [
        [MARKED.cell([one for one in found if one.peer == name]) for name in (UNCLEANED.name, US)]
        for found in (ours, [one for one in ours if one.pair not in moving])
    ]
    (before, after), (before_still, after_still) = told
    yield (
        f"Before clean-up treatykit marks {before} × the smallest edit of all these pairs, after it {after} ×; of "
        f"those in whose redline nothing is a move, {before_still} × and {after_still} ×."
    )


def _where_better(rows: Rows, names: Sequence[str]) -> str:
    found = [f"- {row}: {'; '.join(said)}." for row, outcomes in rows.items() if (said := [*_better(outcomes, names)])]
    return "\n".join(["Where another program is better than treatykit:", "", *(found or ["- nowhere."])])


def _better(outcomes: Sequence[Outcome], names: Sequence[str]) -> Iterator[str]:
    """In what others are better, each with its figure and ours."""
    for measure in JUDGED:
        values = {name: measure.value([one for one in outcomes if one.peer == name]) for name in names}
        ours = values.get(US)
        better = [
            f"{name} {measure.printed(value)}"
            for name, value in values.items()
            if value is not None and ours is not None and value < ours
            if measure.printed(value) != measure.printed(ours)
        ]
        if better and ours is not None:
            title = measure.title[0].lower() + measure.title[1:]
            yield f"{title}: {', '.join(better)}, treatykit {measure.printed(ours)}"


def _measured_on(run: Run) -> str:
    machine = ", ".join(run.machine.values())
    versions = ", ".join(f"{name} {version}" for name, version in run.versions.items() if version)
    missing = [name for name, version in run.versions.items() if version is None]
    absent = f" Not installed, and so left out: {', '.join(missing)}." if missing else ""
    return f"Measured on {machine}; {versions}.{absent}"
