"""Text that stays text in Markdown, in pandoc's Markdown and in CriticMarkup.

Square brackets stand as they are, since unagreed text is full of them; what would make a link,
a note or an attribute of one is escaped.
"""

from __future__ import annotations

import re

from treatykit.writers.controls import visible

_ALWAYS = re.compile(r"[\\`*_{}<>|#~^$]")
_CRITIC_OPEN = re.compile(r"(?<=\\\{)[+\-=]")  # CriticMarkup's programs know no escapes: its signs must not touch
_ENTITY = re.compile(r"&(?=#?\w+;)")
_CITATION = re.compile(r"(?<![\w\\])@(?=\w)")
_AFTER_BRACKET = re.compile(r"(?<=\])[(:]|(?<=!)\[")
_LINE_START = re.compile(r"[-+=:%](?=[-+=:\s]|$)|(?<=^)\(@")
_LIST_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def escaped(text: str) -> str:
    """Text without a sign of any notation, on one line."""
    safe = _ALWAYS.sub(r"\\\g<0>", visible(text).replace("\n", " "))
    safe = _CRITIC_OPEN.sub(r"\\\g<0>", safe)
    return _CITATION.sub(r"\@", _ENTITY.sub(r"\&", safe))


def settled(line: str) -> str:
    """A line made of pieces, without what they mean only together: ``](``, a number at its start."""
    safe = _AFTER_BRACKET.sub(r"\\\g<0>", line)
    if _LINE_START.match(safe):
        return "\\" + safe
    return _LIST_NUMBER.sub(r"\1\\\2", safe, count=1) if _LIST_NUMBER.match(safe) else safe
