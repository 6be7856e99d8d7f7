"""The command line: parse, call one use case, report."""

from __future__ import annotations

import os
import sys
from contextlib import suppress


def main() -> None:
    """Run the command line and end the process with its exit code."""
    from treatykit.app.side_by_side import search_seldom_for_waste

    search_seldom_for_waste()
    # What a clause file may say depends on nothing else that is installed; to look for plug-ins takes 40 ms.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

    from treatykit.cli.running import run

    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # whoever read it has gone
            stream.flush()
    os._exit(code)  # else Python would let go of all that there is one by one, which takes a tenth of a short redline
