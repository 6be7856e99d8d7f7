"""Loading what sets pages: what it lacks is told in one line, and no other program is asked."""

from __future__ import annotations

import ctypes.util
import subprocess
import sys

import pytest

from treatykit.errors import ExitCode
from treatykit.writers.typesetter import only_exact_names, typesetter

NO_LIBRARY = """
import sys, cffi
def missing(*_): raise OSError("cannot load library")
cffi.FFI.dlopen = missing
from treatykit.writers.typesetter import typesetter
try:
    typesetter()
except Exception as error:
    sys.exit(f"{type(error).__name__} {error.exit_code:d} {error}")
"""

ONLY_ONE_PROCESS = """
import subprocess
def started(*_, **__): raise AssertionError("a program was started")
subprocess.Popen = started
from treatykit.writers.typesetter import typesetter
print(typesetter().HTML.__name__)
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_without_pango_the_error_names_the_command_that_installs_it_and_nothing_else_is_said() -> None:
    done = run(NO_LIBRARY)

    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"MissingDependencyError {ExitCode.MISSING_DEPENDENCY:d} PDF needs the library Pango")
    assert "apt install" in line


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere libraries have to be searched for")
def test_no_program_is_started_to_find_the_libraries() -> None:
    assert run(ONLY_ONE_PROCESS).stdout == "HTML\n"


def test_the_search_for_libraries_is_as_it_was_afterwards() -> None:
    search = ctypes.util.find_library

    with pytest.raises(ZeroDivisionError), only_exact_names():
        raise ZeroDivisionError

    assert ctypes.util.find_library is search


def test_it_is_loaded_once() -> None:
    assert typesetter() is typesetter()
