"""Has one peer make redlines in one process, and notes how long each took; runs with the Python of the peer.

    python in_process.py ADAPTER JOBS RESULTS

A job is a line of JSON, `[old, new, out, existing]`; so is a result, `[seconds, failure]`, written as soon as it
is there, so that a peer that hangs or dies costs one pair and not the rest.
"""

from __future__ import annotations

import json
import os
import sys
import time
from importlib import import_module
from pathlib import Path


def main() -> None:
    """Do the jobs one by one."""
    adapter, jobs, results = sys.argv[1:]
    redline = import_module(f"adapters.{adapter}").redline
    with Path(os.devnull).open("w") as nowhere, Path(results).open("a", encoding="utf-8") as told:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
        for line in Path(jobs).read_text(encoding="utf-8").splitlines():
            start, failure = time.perf_counter(), ""
            try:
                redline(*json.loads(line))
            except (Exception, SystemExit) as error:  # noqa: BLE001 — whatever a peer raises is its result
                failure = f"{type(error).__name__}: {error}".splitlines()[0][:200]
            print(json.dumps([time.perf_counter() - start, failure]), file=told, flush=True)


if __name__ == "__main__":
    main()
