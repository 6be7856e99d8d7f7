"""The clauses and profiles that travel with treatykit."""

from __future__ import annotations

from importlib.resources import files

from treatykit.library.consistency import library_findings
from treatykit.library.index import Library
from treatykit.library.sources import MemorySource
from treatykit.markup.parser import parse_body
from treatykit.markup.printer import print_body

FOLDER = files("treatykit") / "clauses"


def packaged() -> Library:
    clauses = {
        file.name.removesuffix(".md"): file.read_text("utf-8") for file in FOLDER.iterdir() if file.name.endswith(".md")
    }
    profiles = {
        file.name.removesuffix(".yaml"): file.read_text("utf-8")
        for file in (FOLDER / "profiles").iterdir()
        if file.name.endswith(".yaml")
    }
    return Library(MemorySource(clauses, "clauses/*.md"), MemorySource(profiles, "clauses/profiles/*.yaml"))


def test_the_packaged_clauses_and_profiles_fit_each_other() -> None:
    assert list(map(str, library_findings(packaged()))) == []


def test_the_packaged_wordings_are_printed_and_read_back_the_same() -> None:
    library = packaged()

    assert library.topics()
    for topic in library.topics():
        body = library.clause(topic).body
        assert parse_body(print_body(body), topic) == body
        assert parse_body(print_body(body, width=80), topic) == body
