"""Parse a piece of WordprocessingML on its own: bytes that name nothing but what Word's two oldest namespaces hold.

Such bytes mean the same in every part of every file, wherever they stand.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from treatykit.ooxml.names import NAMESPACES
from treatykit.ooxml.xml import parse_xml

DECLARED: Final = {prefix: f'xmlns:{prefix}="{NAMESPACES[prefix]}"'.encode() for prefix in ("w", "w14")}
"""How the prefixes are declared that such bytes may use."""

_AROUND: Final = b"<w:body %b>%%b</w:body>" % b" ".join(DECLARED.values())
_OTHER_NAMES: Final = re.compile(rb"<(?!/?w(?:14)?:)|\s(?!w:|w14:|xml:)[\w.-]+:[\w.-]+\s*=")


def fragments(written: bytes) -> etree._Element:
    """An element around those that bytes write down.

    Raises:
        UnreadableError: They do not stand on their own.
    """
    return parse_xml(_AROUND % written, "")


def fragment(written: bytes) -> etree._Element:
    """The element that bytes write down.

    Raises:
        UnreadableError: They do not stand on their own.
    """
    return fragments(written)[0]


def stands_alone(written: bytes) -> bool:
    """Whether bytes mean the same wherever they stand, in parts that declare both prefixes as usual."""
    return _OTHER_NAMES.search(written) is None
