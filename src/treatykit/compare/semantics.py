"""The one place that knows diff-match-patch: which small common pieces only make a diff harder to read."""

from __future__ import annotations

from collections.abc import Sequence

from diff_match_patch import diff_match_patch

_FIRST = 0x20000  # the first of 42,720 letters in a row: which unit has which number must not decide anything
_DMP = diff_match_patch()


def chaff(old: Sequence[int], new: Sequence[int], kept: Sequence[tuple[int, int, int]]) -> set[int]:
    """Which of the kept runs `diff_cleanupSemantic` would rather see struck and written again.

    Every unit is one character to diff-match-patch, so that it cannot split a word.

    Args:
        old: The units of the old text, as numbers.
        new: The units of the new one.
        kept: Start in the old text, start in the new one, and length of each kept run.

    Returns:
        The indexes of those runs.
    """
    signs: dict[int, str] = {}
    diffs = []
    i = j = 0
    for old_start, new_start, length in (*kept, (len(old), len(new), 0)):
        if i < old_start:
            diffs.append((_DMP.DIFF_DELETE, _signs(old[i:old_start], signs)))
        if j < new_start:
            diffs.append((_DMP.DIFF_INSERT, _signs(new[j:new_start], signs)))
        if length:
            diffs.append((_DMP.DIFF_EQUAL, _signs(old[old_start : old_start + length], signs)))
        i, j = old_start + length, new_start + length
    _DMP.diff_cleanupSemantic(diffs)
    still_kept: set[int] = set()
    at = 0
    for operation, text in diffs:
        if operation == _DMP.DIFF_EQUAL:
            still_kept.update(range(at, at + len(text)))
        if operation != _DMP.DIFF_INSERT:
            at += len(text)
    return {
        index
        for index, (start, _, length) in enumerate(kept)
        if not any(unit in still_kept for unit in range(start, start + length))
    }


def _signs(units: Sequence[int], signs: dict[int, str]) -> str:
    return "".join(signs.setdefault(unit, chr(_FIRST + len(signs))) for unit in units)
