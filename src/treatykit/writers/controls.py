"""Control characters made visible, so that no text can steer a terminal or spoil a file."""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BIDIRECTIONAL = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def visible(text: str) -> str:
    """The text with every control character but tab and line feed replaced by a sign for it.

    Escape becomes ``␛`` and the like (Unicode, Control Pictures); what has no picture,
    such as half a surrogate pair, becomes the replacement character. Ordinary text
    comes back as it is.
    """
    return _UNPRINTABLE.sub(lambda match: _picture(match[0]), text)


def in_reading_order(text: str) -> str:
    """`visible`, and no character that turns the order of the others on a terminal (CVE-2021-42574)."""
    return _BIDIRECTIONAL.sub(_REPLACEMENT, visible(text))


def _picture(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\N{SYMBOL FOR DELETE}" if code == 0x7F else _REPLACEMENT
