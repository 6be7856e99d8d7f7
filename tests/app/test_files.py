"""Files are written whole or not at all, and inputs stay as they are."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatykit.app.files import protect_inputs, read_text, write_all
from treatykit.errors import UnreadableError, UsageError


def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    write_all({tmp_path / "deep" / "a.txt": "ä".encode(), tmp_path / "b.txt": b"b"})

    assert read_text(tmp_path / "deep" / "a.txt") == "ä"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.txt", "deep"]


@given(st.lists(st.booleans(), min_size=1, max_size=5))
def test_if_one_file_cannot_be_written_none_is(tmp_path_factory: pytest.TempPathFactory, possible: list[bool]) -> None:
    folder = tmp_path_factory.mktemp("out")
    names = [folder / f"{at}.txt" for at in range(len(possible))]
    for name, is_possible in zip(names, possible, strict=True):
        if not is_possible:
            name.mkdir()

    if all(possible):
        write_all(dict.fromkeys(names, b"new"))
        assert all(name.read_bytes() == b"new" for name in names)
    else:
        with pytest.raises(UnreadableError):
            write_all(dict.fromkeys(names, b"new"))
        assert [path for path in folder.iterdir() if path.is_file()] == []


def test_a_file_that_is_replaced_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)

    write_all({path: b"new"})

    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert path.read_bytes() == b"new"


def test_a_file_that_is_write_protected_stands_and_so_do_the_others(tmp_path: Path) -> None:
    protected, other = tmp_path / "signed.docx", tmp_path / "a.docx"
    for path in (protected, other):
        path.write_bytes(b"old")
    protected.chmod(0o444)

    with pytest.raises(UnreadableError) as refused:
        write_all({other: b"new", protected: b"new"})

    assert str(refused.value) == (
        f"{protected}: the file is write-protected — choose another name, or lift the protection"
    )
    assert (protected.read_bytes(), other.read_bytes()) == (b"old", b"old")
    assert sorted(tmp_path.iterdir()) == [other, protected]


@pytest.mark.parametrize("other", ["a.docx", "./a.docx", "x/../a.docx"])
def test_an_input_is_recognised_under_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x").mkdir()

    with pytest.raises(UsageError, match="is an input file"):
        protect_inputs([Path(other)], [tmp_path / "a.docx"], force=False)
    protect_inputs([Path(other)], [tmp_path / "a.docx"], force=True)


def test_two_results_never_share_a_file() -> None:
    with pytest.raises(UsageError, match="would be written twice"):
        protect_inputs([Path("a.docx"), Path("./a.docx")], [], force=True)


def test_a_link_to_an_input_is_the_input(tmp_path: Path) -> None:
    (tmp_path / "in.docx").write_bytes(b"")
    (tmp_path / "link.docx").symlink_to(tmp_path / "in.docx")

    with pytest.raises(UsageError, match="is an input file"):
        protect_inputs([tmp_path / "link.docx"], [tmp_path / "in.docx"], force=False)


def test_a_text_in_another_encoding_is_refused_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"one\ntwo \xe4\n")

    with pytest.raises(UnreadableError) as refused:
        read_text(path)

    assert str(refused.value) == f"{path}:2: this is no UTF-8 text — save it as UTF-8"
