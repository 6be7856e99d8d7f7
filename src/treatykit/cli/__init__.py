"""The command line: parse, call one use case, report."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    # What a command makes lasts until it ends; to search it for waste again and again takes a tenth of a long redline.
    gc.set_threshold(100_000)

    from treatykit.cli.running import run

    sys.exit(run(sys.argv[1:]))
