"""Loads a clause from the text of its file; the front matter alone where that is enough."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from treatykit.diagnostics import Severity
from treatykit.errors import ContentError, Errors, Where
from treatykit.library.clause import Clause
from treatykit.library.cross_check import clause_findings
from treatykit.library.schema import FrontMatter
from treatykit.library.validation import validated
from treatykit.library.wordings import Wordings
from treatykit.markup.slots import TOPIC
from treatykit.markup.yaml_document import YamlDocument, read_yaml

_FENCE: Final = "---"


@dataclass(frozen=True, slots=True)
class ClauseText:
    """The two halves of a clause file.

    Attributes:
        body_line: The number of the body's first line in the file.
    """

    name: str
    front_matter: str
    body: str
    body_line: int


def split_clause(text: str, name: str) -> ClauseText:
    """Part a clause file into front matter and body.

    Raises:
        ContentError: It does not begin with a front matter between lines of three hyphens.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip(" ") == _FENCE]
    if not fences or fences[0] != 0:
        hint = "its first line is '---'"
        raise ContentError("a clause file without front matter", where=Where(name, 1), hint=hint)
    if len(fences) == 1:
        hint = "write '---' on a line of its own after it"
        raise ContentError("the front matter does not end", where=Where(name, 1), hint=hint)
    end = fences[1]
    return ClauseText(name, "\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), end + 2)


Front = tuple[FrontMatter, YamlDocument]
"""The facts on a topic, and the places where they stand."""


def load_front_matter(text: str, name: str, topic: str) -> Front:
    """Load the facts on a topic.

    Args:
        text: The text of the file.
        name: The file, for errors.
        topic: The topic that the file is named after.

    Raises:
        ContentError: The front matter is wrong.
    """
    return _front_matter(split_clause(text, name), topic)


def load_clause(text: str, name: str, topic: str, *, front: Front | None = None, is_checked: bool = False) -> Clause:
    """Load a clause and check that its facts and its words fit each other.

    Args:
        text: The text of the file.
        name: The file, for errors.
        topic: The topic that the file is named after.
        front: Its front matter, where it was loaded before.
        is_checked: Its words were checked before, and are read only when they are asked for.

    Raises:
        ContentError: The clause is wrong; the first error brings the others.
    """
    parts = split_clause(text, name)
    errors = Errors()
    with errors.noted():
        facts, document = front or _front_matter(parts, topic)
    words = Wordings(parts.body, name, parts.body_line)
    if not is_checked:
        with errors.noted():
            _ = words.body
    errors.raise_any()
    clause = Clause(facts, words, document)
    if is_checked:
        return clause
    for finding in clause_findings(clause):
        if finding.severity is Severity.ERROR:
            errors.note(ContentError(finding.message, where=finding.where, hint=finding.hint))
    errors.raise_any()
    return clause


def _front_matter(parts: ClauseText, topic: str) -> Front:
    if not TOPIC.fullmatch(topic):
        hint = "rename it: small letters, digits and hyphens, as 'border-trade.md'"
        raise ContentError(f"'{topic}' cannot be the name of a clause", where=parts.name, hint=hint)
    document = read_yaml(parts.front_matter, parts.name, first_line=2)
    facts = validated(FrontMatter, document)
    if facts.id != topic:
        hint = f"a clause has the name of its file, '{topic}'"
        raise ContentError(f"the id is '{facts.id}'", where=document.where(("id",)), hint=hint)
    return facts, document
