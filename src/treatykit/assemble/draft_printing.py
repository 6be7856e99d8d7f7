"""Prints a draft file as a person would write it: a line an entry, words in quotes only where YAML asks for them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from textwrap import fill
from typing import Final

_PLAIN: Final = re.compile(r"[^\W\d_](?:[\w()/.,;’–'-]| (?! ))*")
_MEASURED: Final = re.compile(r"\d{4}-\d{2}-\d{2}|[1-9]\d* [A-Za-z]+", re.ASCII)
_NO_WORDS: Final = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})  # in YAML 1.1 or 1.2
_WIDEST: Final = 118


def print_draft(
    entries: Mapping[str, object],
    *,
    head: Sequence[str] = (),
    comments: Mapping[tuple[str, str], str] | None = None,
    foot: Sequence[str] = (),
) -> str:
    """The text of a draft file.

    Args:
        entries: As `read_draft` reads them: texts, numbers, mappings, and lists as tuples.
        head: Comments above the entries, a line each.
        comments: What is said beside an entry of a mapping, by the names of the mapping and the entry.
        foot: Comments below, a line each.
    """
    lines = [f"# {line}" for line in head]
    for entry, value in entries.items():
        if isinstance(value, Mapping):
            lines += ["", f"{entry}:"]
            for name, said in value.items():
                note = (comments or {}).get((entry, name), "")
                lines += _with_note(list(_entry(name, said, 1)), " ".join(note.split()))
        else:
            lines += _entry(entry, value, 0)
    if foot:
        lines += ["", *(_comment(line) for line in foot)]
    return "\n".join(lines) + "\n"


def _comment(words: str) -> str:
    indent = "#   " if words.startswith(" ") else "# "
    return fill(words.strip(), _WIDEST, initial_indent=indent, subsequent_indent=f"{indent}  ", break_long_words=False)


def _with_note(lines: list[str], note: str) -> list[str]:
    """The lines of an entry with a comment beside it, or above it where there is no room."""
    if not note:
        return lines
    beside = f"{lines[0]}  # {note}"
    return [beside, *lines[1:]] if len(beside) <= _WIDEST else [f"  # {note}", *lines]


def _entry(name: str, value: object, depth: int) -> Iterator[str]:
    indent = "  " * depth
    match value:
        case Mapping():
            yield f"{indent}{_scalar(name)}:"
            for inner, said in value.items():
                yield from _entry(inner, said, depth + 1)
        case tuple():
            yield f"{indent}{_scalar(name)}:"
            yield from (f"{indent}  - {_scalar(each)}" for each in value)
        case None:
            yield f"{indent}{_scalar(name)}:"
        case _:
            yield f"{indent}{_scalar(name)}: {_scalar(value)}"


def _scalar(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int() | date():
            return str(value)
        case _:
            words = str(value)
    is_plain = _PLAIN.fullmatch(words) and words.casefold() not in _NO_WORDS and not words.endswith(" ")
    return words if (is_plain and words.isprintable()) or _MEASURED.fullmatch(words) else _quoted(words)


def _quoted(words: str) -> str:
    """A text in double quotes, with the escapes that JSON and YAML share, and YAML's own for what is not printed."""
    return "".join(each if each.isprintable() else _escaped(each) for each in json.dumps(words, ensure_ascii=False))


def _escaped(sign: str) -> str:
    code = ord(sign)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
