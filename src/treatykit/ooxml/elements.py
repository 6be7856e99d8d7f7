"""Build WordprocessingML elements with their children in the order of the schema."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from lxml import etree

from treatykit.ooxml.names import NAMESPACES, SCHEMA_ORDER, in_schema_order, qn

_MAIN: Final = {prefix: NAMESPACES[prefix] for prefix in ("w", "r", "m", "v", "o", "w10")}
# Everything that XML 1.0 cannot hold, not even escaped.
# Named one by one: what is left of all characters takes ten times as long to compile.
_IMPOSSIBLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SUBSTITUTE: Final = "\N{REPLACEMENT CHARACTER}"

Attribute = str | int


def w(tag: str, *children: etree._Element, **attributes: Attribute | None) -> etree._Element:
    """An element of the main namespace, ``w("jc", val="center")``.

    Children are put in the order of the schema.

    Args:
        tag: The name without its prefix.
        children: In any order.
        attributes: Of the same namespace, or with the prefix before an underscore,
            ``r_id``, ``xml_space``; one that is None is left out.
    """
    element = etree.Element(qn(f"w:{tag}"), nsmap=_MAIN)
    for name, value in attributes.items():
        if value is not None:
            element.set(_attribute_name(name), storable(str(value)))
    element.extend(in_schema_order(f"w:{tag}", children) if f"w:{tag}" in SCHEMA_ORDER else children)
    return element


def flag(tag: str, on: bool | None) -> Iterable[etree._Element]:
    """An on/off property; nothing where nothing is said."""
    if on is not None:
        yield w(tag) if on else w(tag, val="0")


def text_element(tag: str, value: str) -> etree._Element:
    """``w:t`` and its like, with its white space kept where XML readers would not keep it."""
    element = etree.Element(qn(f"w:{tag}"), nsmap=_MAIN)
    if value != value.strip() or "  " in value or "\n" in value:
        element.set(qn("xml:space"), "preserve")
    element.text = storable(value)
    return element


def root(tag: str, *children: etree._Element) -> etree._Element:
    """The root of a part, with every namespace that we use declared there once."""
    element = w(tag, *children)
    etree.cleanup_namespaces(element, top_nsmap=_MAIN, keep_ns_prefixes=["w", "r"])
    return element


def storable(text: str) -> str:
    """The text with characters that XML cannot hold replaced, so that no file is lost for one of them."""
    return _IMPOSSIBLE.sub(_SUBSTITUTE, text)


@cache
def _attribute_name(name: str) -> str:
    prefix, underscore, local = name.partition("_")
    return qn(f"{prefix}:{local}") if underscore else qn(f"w:{name}")
