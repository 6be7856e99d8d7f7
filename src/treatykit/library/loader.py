"""Loads a clause from the text of its file; the front matter alone where that is enough."""

from __future__ import annotations

from typing import Final

from treatykit.diagnostics import Severity
from treatykit.errors import ContentError, Errors, Where
from treatykit.library.clause import Clause
from treatykit.library.cross_check import clause_findings
from treatykit.library.schema import FrontMatter
from treatykit.library.validation import validated
from treatykit.library.wordings import Wordings
from treatykit.markup.parser import read_body
from treatykit.markup.slots import TOPIC
from treatykit.markup.syntax import Body
from treatykit.markup.yaml_document import YamlDocument, read_yaml
from treatykit.records import dataclass

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
    if is_checked:
        parts = split_clause(text, name)
        facts, document = front or _front_matter(parts, topic)
        return Clause(facts, Wordings(parts.body, name, parts.body_line), document)
    clause, errors = read_clause(text, name, topic, front=front)
    errors.raise_any()
    assert clause  # noqa: S101 - without it there is an error
    return clause


def read_clause(text: str, name: str, topic: str, *, front: Front | None = None) -> tuple[Clause | None, Errors]:
    """Load a clause as far as it can be read, with all that is wrong in its file: the facts first.

    Returns:
        The clause, with such of its words as can be read; None where its facts are wrong.

    Raises:
        ContentError: It is no clause file.
    """
    parts = split_clause(text, name)
    errors, words, body = Errors(), Errors(), Body(())
    known = front
    try:
        known = known or _front_matter(parts, topic)
    except ContentError as error:
        errors.note(error)
    with words.noted():
        body, words = read_body(parts.body, name, first_line=parts.body_line)
    clause = Clause(known[0], Wordings(parts.body, name, parts.body_line, body), known[1]) if known else None
    for finding in clause_findings(clause, is_whole=not words.found) if clause else ():
        if finding.severity is Severity.ERROR:
            words.note(ContentError(finding.message, where=finding.where, hint=finding.hint))
    for each in words.in_order().found:
        errors.note(each)
    return clause, errors


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
