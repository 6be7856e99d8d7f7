"""Redlines of Word files, by treatykit and by every other open program, in one run.

Generated treaties of 10 to 5,000 paragraphs, pairs that ask for the most work, the corpus of the tests, and real
treaties where `../shared/data` has them: how long everybody takes, what it costs in memory, how much is marked, and
whether accepting and rejecting all gives the two files, judged by code that shares nothing with any of them. The other
programs come from `requirements/peers.txt` into `build/peers`; who is missing is said and left out.

Run it with `make bench`, or `python -m benchmarks.word`, which takes some six minutes, keeps what it found in
`benchmarks/redlines/results.json` and writes the tables of `docs/comparison.md` and `docs/performance.md` anew. With
options that measure a part, `python -m benchmarks.word --sizes 10 100 --peers prosediff`, it only prints.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.redlines.cases import SIZES, corpus, generated, hard, real
from benchmarks.redlines.measuring import judged, timed, tried
from benchmarks.redlines.pages import put
from benchmarks.redlines.peers import PEERS, ROOT, UNCLEANED, US
from benchmarks.redlines.results import STORED, Run
from benchmarks.redlines.tables import quality, speed


def main() -> None:
    """Measure, print, and keep what a whole run has found."""
    wanted = _arguments()
    versions = {peer.name: peer.version() for peer in PEERS if not wanted.peers or peer.name in (*wanted.peers, US)}
    for name in [name for name, version in versions.items() if version is None]:
        tell(f"{name} is not installed and is left out")
    peers = [peer for peer in PEERS if versions.get(peer.name) is not None]
    machine = _machine()
    clocked = [*generated(wanted.sizes or SIZES), *([] if wanted.sizes else hard())]
    others = [] if wanted.sizes else [*corpus(), *real(wanted.data)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = [*timed(clocked, peers, folder, tell), *tried(others, [*peers, UNCLEANED], folder, tell)]
        outcomes = judged([*clocked, *others], made, tell)
    run = Run(machine, versions, tuple(outcomes))
    print(speed(run))
    if others:
        print(f"\n{quality(run)}")
    if others and not wanted.peers:
        run.write(STORED)
        put(run)


def tell(what: str) -> None:
    """Say on the terminal what is being done."""
    print(f"{time.monotonic() - START:6.1f} s  {what}", file=sys.stderr, flush=True)


START = time.monotonic()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.word", description="Redlines of Word files compared.")
    parser.add_argument("--sizes", type=int, nargs="+", help="only treaties of so many paragraphs")
    parser.add_argument(
        "--peers", nargs="+", choices=[peer.name for peer in PEERS], help="only these, beside treatykit"
    )
    parser.add_argument(
        "--data", type=Path, default=ROOT.parent / "shared" / "data", help="a folder with real treaties"
    )
    return parser.parse_args()


def _machine() -> dict[str, str]:
    """What it is measured on, and how much else was going on."""
    names = [line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    return {
        "processor": f"{os.cpu_count()} cores of {names[0] if names else platform.machine()}",
        "python": f"Python {platform.python_version()}",
        "load": f"a load of {os.getloadavg()[0]:.1f} from other work",
    }


def _lines(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8").splitlines() if Path(path).exists() else []


if __name__ == "__main__":
    main()
