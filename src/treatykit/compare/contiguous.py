"""Among the smallest edit scripts the one with the fewest edits.

Many alignments keep equally many words. "Any of the parts of the Kingdom" and "any
parts of the Kingdom" may keep "of the … of the", or "parts of the Kingdom"; only the
second says what happened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from treatykit.compare.matching import Run, joined_runs

ANCHOR = 4
"""Units in a row that are surely the same words."""
_LARGEST = 6400  # cells of the table; a larger passage stays as it is
_KEPT = 1000  # a kept unit outweighs every edit that it costs
_EDIT = 10  # an edit more
_HEAVY = 1  # a kept unit that is more than a word that binds others


def contiguous(
    runs: Sequence[Run], old: Sequence[int], new: Sequence[int], is_heavy: Callable[[int], bool]
) -> list[Run]:
    """Runs that keep as much in as few pieces as possible.

    Args:
        runs: The runs of a smallest edit script.
        old: The units of the old text, as numbers.
        new: The units of the new one.
        is_heavy: Whether one of the old units holds something; the others only bind words together.
    """
    result: list[Run] = []
    between: list[Run] = []
    i = j = 0
    for run in (*runs, Run(len(old), len(new), 0)):
        if run.length < ANCHOR and run.old < len(old) and run.new < len(new):
            between.append(run)
            continue
        if len(between) > 0 and 0 < (run.old - i) * (run.new - j) <= _LARGEST:
            left, right = old[i : run.old], new[j : run.new]
            if not _keep_all(between, left, right):
                heavy = [is_heavy(at) for at in range(i, run.old)]
                between = list(_realigned(left, right, heavy, i, j))
        result += [*between, run]
        between = []
        i, j = run.old + run.length, run.new + run.length
    return joined_runs(result)


def _keep_all(runs: Sequence[Run], old: Sequence[int], new: Sequence[int]) -> bool:
    """Whether runs keep all that two passages have in common, and each unit of it is one of a kind in both."""
    common = set(old).intersection(new)
    kept = sum([run.length for run in runs])
    return kept == len(common) == sum([unit in common for unit in old]) == sum([unit in common for unit in new])


def _realigned(old: Sequence[int], new: Sequence[int], heavy: Sequence[bool], i: int, j: int) -> Iterator[Run]:
    """The kept units of a passage by a table of best scores, with and without an edit open."""
    height, width = len(old) + 1, len(new) + 1
    lowest = -(10**9)
    closed = [[lowest] * width for _ in range(height)]  # ends with a kept unit
    edited = [[lowest] * width for _ in range(height)]  # ends within an edit
    closed[0][0] = 0
    for row in range(height):
        for column in range(width):
            if row and column and old[row - 1] == new[column - 1]:
                before = max(closed[row - 1][column - 1], edited[row - 1][column - 1])
                closed[row][column] = before + _KEPT + _HEAVY * heavy[row - 1]
            best = lowest
            if row:
                best = max(closed[row - 1][column] - _EDIT, edited[row - 1][column])
            if column:
                best = max(best, closed[row][column - 1] - _EDIT, edited[row][column - 1])
            edited[row][column] = best
    found: list[Run] = []
    row, column = len(old), len(new)
    in_edit = edited[row][column] > closed[row][column]
    while row or column:
        if not in_edit:
            found.append(Run(i + row - 1, j + column - 1, 1))
            row, column = row - 1, column - 1
            in_edit = edited[row][column] > closed[row][column]
            continue
        score = edited[row][column]
        for up, left in ((0, 1), (1, 0)):
            if up <= row and left <= column:
                if edited[row - up][column - left] == score:
                    row, column = row - up, column - left
                    break
                if closed[row - up][column - left] - _EDIT == score:
                    row, column, in_edit = row - up, column - left, False
                    break
    yield from reversed(found)
