"""What is said about files before they are made."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.check.writing import text

from treatykit.app.outputs import Output, check_suffix, formats, write_outputs, written_anew
from treatykit.errors import MissingDependencyError, UsageError
from treatykit.writers.options import WriteOptions


def test_a_script_without_a_font_is_named_before_the_pdf_is_made() -> None:
    document = text("# Peace", "- 平和.")

    assert written_anew(Path("x.docx"), document, WriteOptions()).diagnostics == ()
    [found] = written_anew(Path("x.pdf"), document, WriteOptions()).diagnostics
    assert "Han" in found.message


@pytest.mark.parametrize(("name", "hint"), [("x.dox", "did you mean '.docx'?"), ("x", "one of .docx, ")])
def test_a_file_that_nobody_writes_is_refused(name: str, hint: str) -> None:
    with pytest.raises(UsageError) as refused:
        check_suffix(Path(name))

    assert str(refused.value.hint).startswith(hint)


def test_formats_are_a_comma_list_in_any_case() -> None:
    assert formats("DOCX, .pdf,docx") == (".docx", ".pdf")


def test_what_this_machine_cannot_make_is_skipped_and_the_rest_is_made(tmp_path: Path) -> None:
    def cannot() -> bytes:
        raise MissingDependencyError("no Pango", hint="install it")

    outputs = [Output(tmp_path / "a.pdf", cannot), Output(tmp_path / "b.txt", lambda: b"words")]
    told: list[str] = []

    written = write_outputs(outputs, [], tell=told.append)

    assert written.paths == (tmp_path / "b.txt",)
    assert [path.name for path, _ in written.skipped] == ["a.pdf"]
    assert told == ["making a.pdf", "making b.txt"]


def test_an_error_while_making_leaves_no_file(tmp_path: Path) -> None:
    def broken() -> bytes:
        raise UsageError("cannot be made")

    with pytest.raises(UsageError, match="cannot be made"):
        write_outputs([Output(tmp_path / "a.txt", lambda: b"words"), Output(tmp_path / "b.txt", broken)], [])
    assert list(tmp_path.iterdir()) == []


def words() -> bytes:
    return b"words"


def test_what_is_made_here_waits_for_all_but_the_longest_and_the_files_keep_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    outputs = [
        Output(tmp_path / "a.docx", words),
        Output(tmp_path / "b.pdf", words, effort=2),
        Output(tmp_path / "c.pdf", words, effort=1),
    ]
    told: list[str] = []

    written = write_outputs(outputs, [], tell=told.append)

    assert told == ["making c.pdf", "making a.docx", "making b.pdf"]
    assert written.paths == tuple(output.path for output in outputs)
