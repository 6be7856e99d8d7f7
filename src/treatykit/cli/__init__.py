"""The command line: parse, call one use case, report."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    from treatykit.cli.running import run

    sys.exit(run(sys.argv[1:]))
