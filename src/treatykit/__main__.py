"""Runs the command line as ``python -m treatykit``."""

from __future__ import annotations

from treatykit.cli import main

if __name__ == "__main__":
    main()
