"""The licences page names every package we run with, under the licence the package names itself."""

from __future__ import annotations

import re
from importlib.metadata import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]

# What a package says in other words than SPDX: a licence it writes out, or a classifier without a version.
SAME_LICENCE = {
    "BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "MIT License": "MIT",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.1-or-later",
    "Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
}


def listed() -> dict[str, str]:
    """The page's table of packages: name to licence."""
    section = (ROOT / "docs/licences.md").read_text(encoding="utf-8").split("## What runs with it")[1]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in section.splitlines() if line.startswith("| ")]
    return {name: licence for name, licence, _ in rows[1:]}


def pinned() -> list[Requirement]:
    pins = (ROOT / "requirements/run.txt").read_text(encoding="utf-8")
    return [Requirement(line.rstrip(" \\")) for line in pins.splitlines() if re.match(r"[a-z0-9]", line)]


def installed() -> list[str]:
    """The pinned packages that are meant for this platform."""
    return [pin.name for pin in pinned() if pin.marker is None or pin.marker.evaluate()]


def declared(package: str) -> str:
    """The licence an installed package gives itself, in SPDX terms."""
    about = metadata(package)
    for field in ("License-Expression", "License"):
        if field in about:
            return about[field]
    classifiers = [line.split(" :: ")[-1] for line in about.get_all("Classifier", []) if line.startswith("License ::")]
    return " OR ".join(SAME_LICENCE[classifier] for classifier in classifiers)


def test_the_page_names_every_pinned_package_and_no_other() -> None:
    assert sorted(listed()) == [pin.name for pin in pinned()]


@pytest.mark.parametrize("package", installed())
def test_a_package_is_listed_under_its_own_licence(package: str) -> None:
    assert listed()[package] == declared(package)


def test_every_font_on_the_page_stands_in_the_notice() -> None:
    page = (ROOT / "docs/licences.md").read_text(encoding="utf-8")
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")

    assert all(face in page and face in notice for face in ("Treatykit Serif", "Noto Serif Armenian"))
