"""What `check` found: gathered for people, and as data for programs, JSON of our own and SARIF.

SARIF is the Static Analysis Results Interchange Format, version 2.1.0 (OASIS Standard, 2020): what editors and
services for repositories read. A treaty has places where a program has lines, so every
result names its place as a logical location, and a line where there is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import treatykit
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import Where

if TYPE_CHECKING:
    from treatykit.app.checking import Checked
    from treatykit.check.rule import Rule

_MANY: Final = 3  # findings that are told together where they are alike, and that are told of many
_MOST: Final = 6  # notes by one rule in one text that are all told
_NAMED: Final = 12  # places that are named where there are more
_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_VARIANT: Final = re.compile(r"(?<=\.yaml)[@#].*$|(?<=\.yml)[@#].*$")


def as_data(done: Checked) -> Mapping[str, object]:
    """The texts that were checked, and each finding with its file, line, place and words."""
    return {"checked": done.names, "findings": [_finding(each) for each in done.diagnostics]}


def _finding(diagnostic: Diagnostic) -> Mapping[str, object]:
    where = diagnostic.where
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "where": where,
        "file": where and where.name,
        "line": where and where.line,
        "column": where and where.column,
        "place": diagnostic.place,
        "paragraph": diagnostic.paragraph,
    }


def gathered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings as people read them, each group where its first one stands.

    What is found alike in several places of a text is one line; of the notes by one rule the first few
    are told, and how many more there are, and where.
    """
    alike = _grouped(diagnostics, lambda each: (each.severity, each.code, _without_place(each), each.hint))
    told = [one for group in alike for one in (group if len(group) < _MANY else [_as_one(group)])]
    notes = _grouped(told, lambda each: each.code if each.severity is Severity.NOTE else None)
    return [
        one for group in notes for one in (group if len(group) <= _MOST else [*group[:_MANY], _more(group[_MANY:])])
    ]


def _grouped(
    diagnostics: Iterable[Diagnostic], kind: Callable[[Diagnostic], Hashable | None]
) -> Iterable[list[Diagnostic]]:
    """Those of one kind in one file together; without a kind, or a place, each is by itself."""
    groups: dict[Hashable, list[Diagnostic]] = {}
    for at, each in enumerate(diagnostics):
        name, file = kind(each), each.where.name if each.where else ""
        groups.setdefault(at if name is None or not each.place else (file, name), []).append(each)
    return groups.values()


def _without_place(diagnostic: Diagnostic) -> str:
    return diagnostic.message.removeprefix(f"{diagnostic.place}: ")


def _as_one(group: list[Diagnostic]) -> Diagnostic:
    """What is found alike, with the first places."""
    return _at(group[0], f"{len(group)} times {_without_place(group[0])}: {_places(group)}")


def _more(group: list[Diagnostic]) -> Diagnostic:
    """How much more a rule has found, and where."""
    return _at(replace(group[0], hint=None), f"and {len(group)} more like these: {_places(group)}")


def _at(first: Diagnostic, message: str) -> Diagnostic:
    return replace(first, message=message, where=first.where and Where(first.where.name), place="", paragraph=None)


def _places(group: list[Diagnostic]) -> str:
    places = list(dict.fromkeys(each.place for each in group))
    more = f" and {len(places) - _NAMED} more places" if len(places) > _NAMED + 1 else ""
    return "; ".join(places[:_NAMED] if more else places) + more


def as_sarif(done: Checked) -> Mapping[str, object]:
    """One run of SARIF 2.1.0: all checks, then the findings."""
    from treatykit.check.checking import EVERY

    known: dict[str, Mapping[str, object]] = {rule.id: _descriptor(rule) for rule in EVERY}
    for diagnostic in done.diagnostics:
        known.setdefault(diagnostic.code, {"id": diagnostic.code})
    index = {code: at for at, code in enumerate(known)}
    driver = {"name": "treatykit", "version": treatykit.__version__, "rules": list(known.values())}
    results = [_result(each, index[each.code]) for each in done.diagnostics]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _descriptor(rule: Rule[Any]) -> Mapping[str, object]:
    example = f"Not: {rule.example.bad}\nBetter: {rule.example.better}"
    return {
        "id": rule.id,
        "shortDescription": {"text": f"{rule.title}."},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.why}\n\n{example}\n\nCannot see: {rule.misses}\nSource: {rule.source}"},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(diagnostic: Diagnostic, index: int) -> Mapping[str, object]:
    hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": diagnostic.severity.value,
        "message": {"text": f"{diagnostic.message}{hint}"},
    }
    location: dict[str, Any] = {}
    if where := diagnostic.where:
        file = _VARIANT.sub("", where.name)
        physical: dict[str, Any] = {"artifactLocation": {"uri": quote(file.replace("\\", "/"), safe="/")}}
        if where.line:
            column = {"startColumn": where.column} if where.column else {}
            physical["region"] = {"startLine": where.line, **column}
        location["physicalLocation"] = physical
        result["properties"] = {"text": where.name}
    if diagnostic.place:
        location["logicalLocations"] = [{"fullyQualifiedName": diagnostic.place}]
    if location:
        result["locations"] = [location]
    return result
