"""treatykit itself, as its command line runs it."""

from __future__ import annotations

from treatykit.cli.running import run


def redline(old: str, new: str, out: str, existing: str) -> None:
    """Write the redline; `existing` decides first what is pending in the files."""
    decided = ["--existing", existing] if existing else []
    if code := run(["compare", old, new, "-o", out, *decided]):
        raise RuntimeError(f"exit code {code}")
