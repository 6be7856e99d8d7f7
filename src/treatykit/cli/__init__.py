"""The command line: parse, call one use case, report."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    # What a command makes lasts until it ends; to search it for waste again and again takes a tenth of a long redline.
    gc.set_threshold(100_000)
    # What a clause file may say depends on nothing else that is installed; to look for plug-ins takes 40 ms.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

    from treatykit.cli.running import run

    code = run(sys.argv[1:])
    gc.freeze()  # Python would search all of it again before it ends, which takes a tenth of a short redline
    sys.exit(code)
