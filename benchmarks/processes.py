"""How long a person waits: whole processes, beside a Python that does nothing.

`treatykit --help`, the framework text as DOCX and as PDF, the redline of two Word files of
twenty pages as a Word file and as a PDF, and the demonstration, each run several times in
turn with `python -c pass`; the fastest run of each counts. Modules are compiled, as `pip install`
leaves them. The targets that the project has set itself stand beside the figures.

Run it with `make bench`, or `python -m benchmarks.processes 9` for nine rounds.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.compare import treaties

from treatykit.app.project import SAMPLE_DRAFT, init
from treatykit.writers import write

ROUNDS = 5
TWENTY_PAGES = 180  # paragraphs of 37 words
NOTHING = (sys.executable, "-c", "pass")
TOOL = (sys.executable, "-m", "treatykit")
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main() -> None:
    """Print one line for each command."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands = prepared(folder)
        best = {label: min(seconds(command, folder) for _ in range(rounds)) for label, command, _ in commands}
    nothing = best["python -c pass"]
    print(f"{'':<34} {'seconds':>8} {'× nothing':>10}  target")
    for label, _, target in commands:
        print(f"{label:<34} {best[label]:>8.3f} {best[label] / nothing:>10.1f}  {target}")


def prepared(folder: Path) -> list[tuple[str, tuple[str, ...], str]]:
    """What is run, what it is called, and its target; the files for it lie in the folder."""
    init(folder)
    for side, text in zip(("old.docx", "new.docx"), treaties(TWENTY_PAGES), strict=True):
        (folder / side).write_bytes(write(text, ".docx"))
    return [
        ("python -c pass", NOTHING, ""),
        ("treatykit --help", (*TOOL, "--help"), "0.150 more than nothing"),
        ("framework text to DOCX", (*TOOL, "build", SAMPLE_DRAFT, "-o", "text.docx"), "0.600"),
        ("framework text to PDF", (*TOOL, "build", SAMPLE_DRAFT, "-o", "text.pdf"), "1.500"),
        ("redline of 20 pages, Word to Word", (*TOOL, "compare", "old.docx", "new.docx", "-o", "both.docx"), "1.000"),
        ("redline of 20 pages, as PDF", (*TOOL, "compare", "old.docx", "new.docx", "-o", "both.pdf"), ""),
        ("the whole demonstration", (*TOOL, "demo", "demo"), "20.000"),
    ]


def seconds(command: tuple[str, ...], folder: Path) -> float:
    """How long a command takes from start to end."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=COMPILED, check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
