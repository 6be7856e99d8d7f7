"""What all tests share: how Hypothesis runs, and what happens where a program from outside is missing."""

from __future__ import annotations

import shutil

import pytest
from hypothesis import settings
from tests.thoroughness import ON_CI, thorough

# Marker -> the programs its tests start. Registered, with their meaning, in pyproject.toml.
PROGRAMS = {"soffice": ("soffice",), "poppler": ("pdftotext", "pdftoppm")}

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=thorough(100))
settings.register_profile("desk", deadline=None)
settings.register_profile("fuzz", max_examples=2_000, deadline=None)  # pytest --hypothesis-profile=fuzz
settings.load_profile("ci" if ON_CI else "desk")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip, with the reason shown, what needs a missing program; on CI let it fail instead."""
    for item in items:
        for marker, programs in PROGRAMS.items():
            if item.get_closest_marker(marker) is None:
                continue
            missing = [program for program in programs if shutil.which(program) is None]
            if missing and not ON_CI:
                item.add_marker(pytest.mark.skip(reason=f"{' and '.join(missing)} not found on this machine"))
            if marker == "soffice":
                # LibreOffice starts slowly and locks its profile: one worker runs all of these.
                item.add_marker(pytest.mark.xdist_group("soffice"))
