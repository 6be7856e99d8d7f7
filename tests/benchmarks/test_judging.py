"""A redline that is right is told from one that is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.redlines.judging import Bench, Verdict
from benchmarks.redlines.packages import word_file
from benchmarks.redlines.treaties import Line, Treaty, edited_treaty

from treatykit.app.arguments import TextArgument
from treatykit.app.comparing import CompareOptions, compare_texts

OLD: Treaty = [Line("Article", "Peace"), Line("Item", "Each Party shall refrain.", note="As before.")]
NEW: Treaty = [Line("Article", "Peace"), Line("Item", "Each Party should refrain.", note="As ever.")]


def verdict(folder: Path, old: bytes, new: bytes, redline: bytes) -> Verdict:
    (folder / "judged.docx").write_bytes(redline)
    return Bench(old, new, validate=False).verdict(folder / "judged.docx")


def redline(folder: Path, old: bytes, new: bytes) -> bytes:
    paths = [folder / name for name in ("old.docx", "new.docx", "redline.docx")]
    for path, data in zip(paths, (old, new), strict=False):
        path.write_bytes(data)
    compare_texts(TextArgument(paths[0]), TextArgument(paths[1]), CompareOptions(outputs=(paths[2],)))
    return paths[2].read_bytes()


def test_a_true_redline_is_exact_and_its_marks_are_counted_in_notes_as_well(tmp_path: Path) -> None:
    old, new = word_file(OLD, 1), word_file(NEW, 2)
    found = verdict(tmp_path, old, new, redline(tmp_path, old, new))

    assert found == Verdict(
        text=True, everything=True, marked=len("shallshouldbeforeever"), cut=0, moves=0, findings=None
    )
    assert Bench(old, new, validate=False).smallest() == found.marked


def test_a_file_that_marks_nothing_is_not_exact(tmp_path: Path) -> None:
    old, new = word_file(OLD, 1), word_file(NEW, 2)
    found = verdict(tmp_path, old, new, new)

    assert not found.text
    assert not found.everything


def test_another_format_is_seen_where_the_words_are_the_same(tmp_path: Path) -> None:
    old = word_file([Line("Item", "Peace.")], 1)
    new = word_file([Line("Article", "Peace.")], 2)
    found = verdict(tmp_path, old, new, new)

    assert found.text
    assert not found.everything


@pytest.mark.parametrize("size", [10, 100])
def test_a_treaty_that_is_made_up_is_the_same_every_time(size: int) -> None:
    once, again = edited_treaty(size), edited_treaty(size)

    assert word_file(once.old, 1) == word_file(again.old, 1)
    assert word_file(once.new, 2) == word_file(again.new, 2)
    assert once.old != once.new
