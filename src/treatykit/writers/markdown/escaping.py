"""Text that stays text in Markdown, in pandoc's Markdown, in CriticMarkup and in a manuscript."""

from __future__ import annotations

import re
from html import escape

from treatykit.markup.manuscript.numbers import heading_number
from treatykit.model.numerals import AGAIN
from treatykit.writers.controls import visible

_ALWAYS = re.compile(r"[\\`*_{}<>|#~^$]")
_BRACKETS = re.compile(r"[\[\]]")
_CRITIC_OPEN = re.compile(r"(?<=\\\{)[+\-=]")  # CriticMarkup's programs know no escapes: its signs must not touch
_ENTITY = re.compile(r"&(?=#?\w+;)")
_CITATION = re.compile(r"(?<![\w\\])@(?=\w)")
_IMAGE = re.compile(r"!(?=\[|\\\[|$)")
_AFTER_BRACKET = re.compile(r"(?<=\])[(:]")
_NO_CHARACTER = re.compile("[\n\u2028\u2029¶]")
_NO_VALUE = re.compile("[\n\u2028\u2029|`{}]")
_LINE_START = re.compile(r"(?!(?:--|\+\+|==)\})[-+=:%](?=[-+=:\s]|$)|(?<=^)\(@")
_LIST_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_AGAIN = rf"(?: (?:{'|'.join(AGAIN)}))?"
_ITEM_NUMBER = re.compile(
    rf"^(?:(?P<before>\d{{1,9}}{_AGAIN})[.)](?!\w)|(?P<letters>[A-Za-z]{{1,5}}{_AGAIN})\)(?!\w)"
    rf"|\((?=-?(?:[A-Za-z]{{1,5}}|\d{{1,3}}){_AGAIN}\)(?!\w)))"
)
"""Words before which, or before the last sign of which, a backslash says that they are no number."""


def escaped(text: str, *, brackets: bool = True) -> str:
    """Text without a sign of any notation, on one line.

    Args:
        brackets: Square brackets are signs too; else they stand as they are.
    """
    safe = _ALWAYS.sub(r"\\\g<0>", visible(text))
    safe = _BRACKETS.sub(r"\\\g<0>", safe) if brackets else _AFTER_BRACKET.sub(r"\\\g<0>", safe)
    safe = _IMAGE.sub(r"\!", _CRITIC_OPEN.sub(r"\\\g<0>", safe))
    safe = _CITATION.sub(r"\@", _ENTITY.sub(r"\&", safe))
    return _NO_CHARACTER.sub(lambda match: f"&#{ord(match[0])};", safe)


def attribute(value: str) -> str:
    """The value of an attribute, between quotation marks and on one line."""
    return _NO_VALUE.sub(lambda match: f"&#{ord(match[0])};", escape(visible(value)))


def settled(line: str) -> str:
    """A line made of pieces, which would otherwise open a list, a heading or the like."""
    if _LINE_START.match(line):
        return "\\" + line
    return _LIST_NUMBER.sub(r"\1\\\2", line, count=1) if _LIST_NUMBER.match(line) else line


def without_number(words: str, *, heading: bool) -> str:
    """Escaped words whose beginning is not taken for a number of the paragraph."""
    if not heading:
        return _ITEM_NUMBER.sub(_denied, words, count=1)
    at = len(heading_number(words, alone=False))
    return f"{words[:at]}\\{words[at:]}" if at else words


def _denied(found: re.Match[str]) -> str:
    number = found["before"] or found["letters"] or ""
    return f"{number}\\{found[0][len(number) :]}"


def with_edges(words: str) -> str:
    """Words whose first and last spaces are kept by every reader, on each of their lines."""
    return "\n".join(_with_edges(line) for line in words.split("\n"))


def _with_edges(line: str) -> str:
    core = line.strip()
    if not core:
        return _entities(line)
    start = line.index(core)
    return _entities(line[:start]) + core + _entities(line[start + len(core) :])


def _entities(spaces: str) -> str:
    return "".join(f"&#{ord(space)};" for space in spaces)
