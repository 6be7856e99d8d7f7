"""How many examples a property is tried on: all at the desk, a third on CI, where they are the same in every run."""

from __future__ import annotations

import os

ON_CI = bool(os.environ.get("CI"))


def thorough(examples: int) -> int:
    """As many examples as there is time for."""
    return max(examples // 3, 10) if ON_CI else examples
