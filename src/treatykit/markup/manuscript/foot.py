"""The foot of a manuscript in plain text: the facts, and what plain text shows only as words.

References, blanks and defined terms are found again by their words: the words of a
reference are looked for in the text from its beginning, and each place where they stand is
the next entry of its list, or, where all of them lead to one place, that place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Final

from treatykit.errors import UnreadableError
from treatykit.markup.manuscript.facts import Facts, fact_lines, facts_from, read_facts, scalar
from treatykit.markup.yaml_document import YamlDocument
from treatykit.records import dataclass

_FOOT: Final = re.compile(r"(?:\A|\n)---[ \t]*\n(?P<facts>(?:(?!---[ \t]*\n).*\n)*)---[ \t]*\n*\Z")
_REMARK: Final = "# No part of the text: what treatykit needs to read it back."

Targets = str | tuple[str | None, ...]
"""Where some words lead: everywhere to one place, or one by one, None where they are no reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """What stands at the foot.

    Attributes:
        blanks: The names of the blanks in order; None for one that is only a line.
        terms: The defined terms.
        references: Where the words of references lead.
    """

    facts: Facts = field(default=Facts())
    blanks: tuple[str | None, ...] = ()
    terms: tuple[str, ...] = ()
    references: Mapping[str, Targets] = field(default_factory=dict)


def print_foot(foot: Foot) -> str:
    """The lines of the foot, the hyphens around them included."""
    return "\n".join(("---", _REMARK, *fact_lines(foot.facts), *_lines(foot), "---"))


def read_foot(text: str, name: str) -> tuple[Foot, str] | None:
    """The foot of a manuscript and the text before it; None for any other text.

    Raises:
        UnreadableError: The foot says that it is one, and cannot be read.
    """
    found = _FOOT.search(text)
    if found is None:
        return None
    document = read_facts(found["facts"], name, first_line=text.count("\n", 0, found.start("facts")) + 1)
    if document is None:
        return None
    said = document.data if isinstance(document.data, Mapping) else {}
    foot = Foot(
        facts=facts_from(document),
        blanks=_names(document, said, "blanks"),
        terms=tuple(filter(None, _names(document, said, "terms"))),
        references=_references(document, said),
    )
    return foot, text[: found.start()]


def _lines(foot: Foot) -> Iterator[str]:
    if foot.blanks:
        yield f"blanks: {_list(foot.blanks)}"
    if foot.terms:
        yield f"terms: {_list(foot.terms)}"
    if foot.references:
        yield "references:"
    for words, targets in foot.references.items():
        yield f"  {scalar(words)}: {scalar(targets) if isinstance(targets, str) else _list(targets)}"


def _list(names: tuple[str | None, ...]) -> str:
    return f"[{', '.join('~' if name is None else scalar(name) for name in names)}]"


def _references(document: YamlDocument, said: Mapping[str, object]) -> dict[str, Targets]:
    entries = said.get("references") or {}
    if not isinstance(entries, Mapping):
        hint = "write 'references: {words: place}'"
        raise UnreadableError("'references' has no entries", where=document.where(("references",)), hint=hint)
    return {
        str(words): _names(document, entries, str(words), "references") if isinstance(targets, tuple) else str(targets)
        for words, targets in entries.items()
    }


def _names(document: YamlDocument, said: Mapping[str, object], name: str, *path: str) -> tuple[str | None, ...]:
    values = said.get(name) or ()
    if not isinstance(values, tuple):
        hint = f"write '{name}: [one, another]'"
        raise UnreadableError(f"'{name}' is no list", where=document.where((*path, name)), hint=hint)
    return tuple(None if value is None else str(value) for value in values)
