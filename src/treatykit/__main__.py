"""Runs the command line as ``python -m treatykit``."""

from __future__ import annotations

from treatykit.cli import main

main()
