"""The licences page names every package we run with, under the licence the package names itself."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

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


def pinned() -> set[str]:
    return set(
        re.findall(r"^([a-z0-9.-]+)==", (ROOT / "requirements/run.txt").read_text(encoding="utf-8"), re.MULTILINE)
    )


def declared(package: str) -> str:
    """The licence an installed package gives itself, in SPDX terms."""
    about = metadata(package)
    for field in ("License-Expression", "License"):
        if field in about:
            return about[field]
    classifiers = [line.split(" :: ")[-1] for line in about.get_all("Classifier", []) if line.startswith("License ::")]
    return " OR ".join(SAME_LICENCE[classifier] for classifier in classifiers)


def test_the_page_names_every_pinned_package_and_no_other() -> None:
    assert set(listed()) == pinned()


@pytest.mark.parametrize("package", sorted(listed()))
def test_a_package_is_listed_under_its_own_licence(package: str) -> None:
    try:
        licence = declared(package)
    except PackageNotFoundError:
        pytest.skip(f"{package} is for another platform")

    assert listed()[package] == licence


def test_every_font_on_the_page_stands_in_the_notice() -> None:
    page = (ROOT / "docs/licences.md").read_text(encoding="utf-8")
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")

    assert all(face in page and face in notice for face in ("Treatykit Serif", "Noto Serif Armenian"))
