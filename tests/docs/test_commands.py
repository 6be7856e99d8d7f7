"""Every command that a page shows is run, page by page, and prints what the page says it prints.

In a ``console`` block a line that begins with ``$ `` is typed; the lines below it are
printed, to whichever stream, in that order; ``…`` stands for anything. A command that
fails on purpose ends in ``# exit code 4``. A ``yaml`` block that begins with
``format: treatykit-draft/1`` is saved as ``draft.yaml``, a ``markdown`` block with front
matter as the clause that it is. Only `treatykit` and `cd` are run.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from treatykit.cli.running import run

ROOT: Final = Path(__file__).parents[2]
PAGES: Final = sorted(
    [*ROOT.glob("README.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("src/treatykit/sample/**/README.md")]
)

_BLOCK: Final = re.compile(r"^```(console|yaml|markdown)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_REMARK: Final = re.compile(r"(?:^|\s)#.*$")
_FAILS: Final = re.compile(r"  # exit code (\d)$")
_CLAUSE: Final = re.compile(r"---\nid: (\S+)\n")


@dataclass(frozen=True, slots=True)
class Step:
    """Something that a page does: it types a command, or saves a file."""

    command: str = ""
    printed: tuple[str, ...] = ()
    file: Path = Path()
    text: str = ""


def steps(page: str) -> Iterator[Step]:
    for kind, block in _BLOCK.findall(page):
        if kind != "console":
            if block.startswith("format: treatykit-draft/1"):
                yield Step(file=Path("draft.yaml"), text=block)
            elif found := _CLAUSE.match(block):
                yield Step(file=Path("clauses") / f"{found[1]}.md", text=block)
            continue
        for typed in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *printed = typed.rstrip("\n").split("\n")
            yield Step(command=command, printed=tuple(printed))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_commands_of_a_page_do_what_it_says(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for step in steps(path.read_text(encoding="utf-8")):
        program, *arguments = shlex.split(_REMARK.sub("", step.command)) or [""]
        match program:
            case "treatykit":
                code = run(arguments)
                printed = capsys.readouterr()
                fails = _FAILS.search(step.command)
                assert code == (int(fails[1]) if fails else 0), f"{step.command}: {printed.err}"
                assert _says(printed.out, step.printed) or _says(printed.err + printed.out, step.printed), step.command
            case "cd":
                os.chdir(arguments[0])
            case "" if step.text:
                step.file.parent.mkdir(exist_ok=True)
                step.file.write_text(step.text, encoding="utf-8")
            case _:
                pass


def test_commands_in_the_table_of_the_sample_are_those_that_exist() -> None:
    page = (ROOT / "src/treatykit/sample/README.md").read_text(encoding="utf-8")

    for command in re.findall(r"`treatykit (\w+)", page):
        assert run([command, "--help"]) == 0


def _says(printed: str, shown: tuple[str, ...]) -> bool:
    """Whether the shown lines were printed; ``…`` stands for anything, within a line or over several."""
    pattern = ".*".join(re.escape(part) for part in "\n".join(shown).split("…"))
    return re.fullmatch(rf"\n*{pattern}\n*", printed, re.DOTALL) is not None or not shown
