"""Who makes redlines of Word files, and how each is called."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
BESIDE: Final = Path(__file__).parent
VENV: Final = ROOT / "build" / "peers" / "bin"
PYTHON: Final = str(VENV / "python")
IN_PROCESS: Final = str(BESIDE / "in_process.py")

US: Final = "treatykit"
OFFICE: Final = "LibreOffice"
FLOOR: Final = "reading and writing alone"


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that compares Word files.

    Attributes:
        package: What it is called in the package index; empty for what comes from elsewhere.
        adapter: The module of `adapters` that calls it in its own process; empty if there is none.
        command: How a user starts it, with `{old}`, `{new}` and `{out}`; by default through its adapter.
        python: The Python that it runs with.
    """

    name: str
    package: str = ""
    adapter: str = ""
    command: tuple[str, ...] = ()
    python: str = PYTHON

    def version(self) -> str | None:
        """Its version; None where it is not installed."""
        if self.name == OFFICE:
            return _said("soffice", "--version") if shutil.which("soffice") else None
        if not self.package:
            return ""
        ask = f"from importlib.metadata import version; print(version({self.package!r}))"
        return _said(self.python, "-c", ask) if Path(self.python).exists() else None


def _said(*command: str) -> str | None:
    """The version in what a command prints; None if it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = re.search(r"\d+(\.\d+)+", done.stdout)
    return found[0] if done.returncode == 0 and found else None


PEERS: Final = (
    Peer(
        US,
        package="treatykit",
        adapter="treatykit",
        command=(sys.executable, "-m", "treatykit", "compare", "{old}", "{new}", "-o", "{out}"),
        python=sys.executable,
    ),
    Peer("python-redlines", package="python-redlines", adapter="python_redlines"),
    Peer("docx-scalpel", package="docx-scalpel", adapter="docx_scalpel"),
    Peer(
        "jubarte-redlines",
        package="jubarte-redlines",
        adapter="jubarte_redlines",
        command=(str(VENV / "jubarte-redlines"), "compare", "{old}", "{new}", "-o", "{out}"),
    ),
    Peer(
        "prosediff",
        package="prosediff",
        adapter="prosediff",
        command=(str(VENV / "prosediff"), "--files", "{old}", "{new}", "-o", "{out}"),
    ),
    Peer(
        "docx-trackdiff",
        package="docx-trackdiff",
        adapter="docx_trackdiff",
        command=(str(VENV / "docx-trackdiff"), "{old}", "{new}", "{out}"),
    ),
    Peer(OFFICE),
    Peer(FLOOR, adapter="package_alone", python=sys.executable),
)
"""Whoever is compared, in the order of the tables."""

UNCLEANED: Final = Peer("treatykit before clean-up", adapter="treatykit_uncleaned", python=sys.executable)
"""What our own redlines would mark if nothing were done for who reads them; told in a sentence, and in no table."""
