"""The page for those who write clauses tells every entry of the front matter, and every slip as it is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from treatykit.app.shelves import packaged_shelf
from treatykit.errors import TreatykitError
from treatykit.library.consistency import library_findings
from treatykit.library.index import Library
from treatykit.library.params import ParamSpec
from treatykit.library.schema import AlternativeFacts, Citation, FrontMatter, OptionSpec, Rule
from treatykit.library.sources import MemorySource
from treatykit.library.targets import AnyOrOne, SimpleTarget, parse_target
from treatykit.library.validation import validated
from treatykit.markup.yaml_document import read_yaml

PAGE: Final = (Path(__file__).parents[2] / "docs" / "writing-clauses.md").read_text(encoding="utf-8")
BOXES: Final = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
EXAMPLE: Final = next(text for kind, text in BOXES if kind == "markdown" and "\n## " in text)
SLIPS: Final = [
    (re.findall(r"^([-+])(.*)$", box, re.MULTILINE), re.findall(r"^= (.*)$", box, re.MULTILINE))
    for kind, box in BOXES
    if kind == "slip"
]
PARAMS: Final[tuple[type[BaseModel], ...]] = get_args(get_args(ParamSpec)[0])
TABLES: Final[tuple[tuple[str, tuple[type[BaseModel], ...]], ...]] = (
    ("The topic", (FrontMatter,)),
    ("A wording, under `alternatives`", (AlternativeFacts,)),
    ("A value, under `params`", PARAMS),
    ("A question of yes or no, under `options`", (OptionSpec,)),
    ("A rule, under `requires`, `conflicts`, `expects` and `cautions`", (Rule,)),
    ("A source, under `sources`", (Citation,)),
)
"""The section of the page, and the models whose entries its first table tells."""

every_table = pytest.mark.parametrize(("section", "models"), TABLES, ids=[section for section, _ in TABLES])


def rows(section: str) -> list[list[str]]:
    """The first table of a section: entry, must, type, meaning, example."""
    text = PAGE.split(f"\n### {section}\n")[1].split("\n## ")[0].split("\n### ")[0]
    table = text[text.index("| entry |") :].split("\n\n")[0]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table.splitlines()[2:]]


def entries(models: tuple[type[BaseModel], ...]) -> dict[str, list[FieldInfo]]:
    """The entries that a mapping can have, each with the fields that read it."""
    found: dict[str, list[FieldInfo]] = {}
    for model in models:
        for name, field in model.model_fields.items():
            found.setdefault(field.alias or name, []).append(field)
    return found


def choices(annotation: Any) -> Iterator[str]:
    """The words of a closed list."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif get_origin(annotation) in {Union, UnionType}:
        for member in get_args(annotation):
            yield from choices(member)


@every_table
def test_the_tables_name_every_entry_and_no_other(section: str, models: tuple[type[BaseModel], ...]) -> None:
    assert {row[0].strip("`") for row in rows(section)} == set(entries(models))
    assert len(rows(section)) == len(entries(models))


@every_table
def test_the_tables_say_what_must_be_there(section: str, models: tuple[type[BaseModel], ...]) -> None:
    known = entries(models)

    for name, must, *_ in rows(section):
        assert must == ("yes" if known[name.strip("`")][0].is_required() else "no"), name


@every_table
def test_the_tables_name_every_word_of_a_closed_list(section: str, models: tuple[type[BaseModel], ...]) -> None:
    known = entries(models)

    for name, _, kind, *_ in rows(section):
        words = {word for field in known[name.strip("`")] for word in choices(field.annotation)}
        if words:
            assert set(re.findall(r"`([a-z-]+)`", kind.split(";")[0])) == words, name


@every_table
def test_the_examples_of_the_tables_are_possible(section: str, models: tuple[type[BaseModel], ...]) -> None:
    for name, *_, example in rows(section):
        if "…" in example:
            continue  # an entry with a table of its own
        entry, known = example.strip("`"), [model for model in models if name.strip("`") in entries((model,))]
        assert any(is_possible(model, entry) for model in known), entry


def is_possible(model: type[BaseModel], entry: str) -> bool:
    """Whether nothing is wrong with an entry; by itself, so that all others are missing."""
    with pytest.raises(TreatykitError) as refused:
        validated(model, read_yaml(entry, "example"))
    return all(re.search(r"'\w+' is missing", line) for line in refused.value.lines)


def test_every_form_of_a_target_is_shown() -> None:
    table = PAGE[PAGE.index("| target | is |") :].split("\n\n")[0]
    shown = [target for line in table.splitlines()[2:] for target in re.findall(r"`([^`]+)`", line.split(" | ")[0])]
    parsed = [parse_target(read_yaml(each, "example").data) for each in shown]

    assert {type(each) for each in parsed} == {*get_args(AnyOrOne)} | {*get_args(SimpleTarget)}


def test_the_example_is_a_sound_clause() -> None:
    assert findings(EXAMPLE) == []


@pytest.mark.parametrize(("lines", "messages"), SLIPS, ids=[messages[0].split(": ", 1)[1] for _, messages in SLIPS])
def test_a_slip_is_told_as_the_page_says(lines: list[tuple[str, str]], messages: list[str]) -> None:
    right = "".join(f"{line}\n" for sign, line in lines if sign == "-")
    wrong = "".join(f"{line}\n" for sign, line in lines if sign == "+")

    assert right in EXAMPLE
    assert findings(EXAMPLE.replace(right, wrong, 1)) == messages


def findings(text: str) -> list[str]:
    """What is told of the example's file, first by itself and then among the clauses of the library."""
    packaged = packaged_shelf()
    texts = {topic: packaged.text(topic) for topic in packaged.topics()} | {"navigation": text}
    library = Library(MemorySource(texts, "clauses/*.md"))
    try:
        library.clause("navigation")
    except TreatykitError as error:
        return list(error.lines)
    return [
        f"{each.where}: {each.message}{f' — {each.hint}' if each.hint else ''}"
        for each in library_findings(library)
        if each.where and each.where.name == "clauses/navigation.md"
    ]
