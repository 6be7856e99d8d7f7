"""The command line: parse, call one use case, report."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    from treatykit.app.side_by_side import search_seldom_for_waste

    search_seldom_for_waste()
    # What a clause file may say depends on nothing else that is installed; to look for plug-ins takes 40 ms.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

    from treatykit.cli.running import run

    code = run(sys.argv[1:])
    gc.freeze()  # Python would search all of it again before it ends, which takes a tenth of a short redline
    sys.exit(code)
