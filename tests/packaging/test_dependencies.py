"""What is imported is asked for: nothing is missing on a new machine, and nothing is installed for nothing."""

from __future__ import annotations

import ast
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

# What only our tests and tools start as programs, or what other packages look for.
RUN_AS_PROGRAMS = {
    "editables",
    "hatchling",
    "import-linter",
    "mypy",
    "pytest-cov",
    "pytest-xdist",
    "ruff",
    "types-lxml-multi-subclass",
    "types-pyyaml",
}


def imported(folder: str) -> set[str]:
    """The distributions that the modules of a folder import."""
    modules: set[str] = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules.add(node.module.split(".")[0])
    foreign = modules - set(sys.stdlib_module_names) - {"treatykit", "tests", "benchmarks"}
    providers = packages_distributions()
    # Stubs provide a module too; what is needed at run time is the distribution that is no stub.
    return {
        canonicalize_name(name)
        for module in foreign
        for name in providers.get(module, [module])
        if not name.startswith("types-")
    }


def declared(requirements: list[object]) -> set[str]:
    return {canonicalize_name(Requirement(line).name) for line in requirements if isinstance(line, str)}


RUN = declared(PROJECT["project"]["dependencies"])
DEV = declared(PROJECT["dependency-groups"]["dev"] + PROJECT["dependency-groups"]["build"])


def test_the_program_asks_for_what_it_imports_and_for_nothing_else() -> None:
    assert imported("src") == RUN


def test_the_tests_ask_for_what_they_import_and_for_nothing_else() -> None:
    assert imported("tests") - RUN == DEV - RUN - RUN_AS_PROGRAMS
