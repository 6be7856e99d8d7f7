"""The wheel carries all that the program reads at run time: it must work where there is no checkout."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built as `pip install .` builds it, without the network."""
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return zipfile.ZipFile(next(target.glob("*.whl")))


def test_the_wheel_holds_every_file_of_the_source_tree(wheel: zipfile.ZipFile) -> None:
    source = ROOT / "src"
    ours = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*")
        if path.is_file() and not {"__pycache__", ".DS_Store"} & set(path.parts)
    }

    assert ours - set(wheel.namelist()) == set()


@pytest.mark.parametrize(
    "sample",
    [
        "py.typed",
        "clauses/recognition.md",
        "clauses/profiles/framework.yaml",
        "sample/drafts/peace-treaty.yaml",
        "sample/drafts/lindhaven/clauses/protocol.md",
        "sample/drafts/reported-positions/peace-agreement.yaml",
        "sample/drafts/three-states/lake-treaty.yaml",
        "sample/drafts/three-states/confidential/ostrel.md",
        "templates/page.html",
        "fonts/serif-regular.ttf",
        "fonts/serif-armenian-regular.ttf",
        "fonts/LICENSE-serif.txt",
    ],
)
def test_the_wheel_holds(sample: str, wheel: zipfile.ZipFile) -> None:
    assert f"treatykit/{sample}" in wheel.namelist()


def test_nothing_but_the_package_is_installed(wheel: zipfile.ZipFile) -> None:
    rooms = {name.split("/")[0] for name in wheel.namelist()}

    assert {room for room in rooms if not room.endswith(".dist-info")} == {"treatykit"}


def test_the_wheel_names_its_licences_and_its_command(wheel: zipfile.ZipFile) -> None:
    [entry_points] = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    [about] = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    fields = Parser().parsestr(wheel.read(about).decode())

    assert "treatykit = treatykit.cli:main" in wheel.read(entry_points).decode()
    assert fields["License-Expression"] == "Apache-2.0 AND CC-BY-4.0 AND OFL-1.1"
    assert set(fields.get_all("License-File", [])) == {
        "LICENSE",
        "NOTICE",
        "src/treatykit/fonts/LICENSE-serif.txt",
        "src/treatykit/fonts/LICENSE-serif-armenian.txt",
    }
