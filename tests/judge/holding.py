"""What holds where nothing is said: by the defaults, the styles, and the standard (ECMA-376, Part 1, 17.7).

A file that another program saved says on every run what the style has already; it looks the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree
from tests.judge.package import W, local, value

Said = Mapping[tuple[str, str], str]
"""By the names of an element and its attribute, what it says."""

ANYTHING = "anything"
SECTION: Said = {
    ("cols", "space"): ANYTHING,  # how far one column stands from the next
    ("docGrid", "linePitch"): ANYTHING,  # of a grid that nothing stands on
    ("pgSz", "code"): ANYTHING,  # which tray
    ("docGrid", "type"): "default",
    ("formProt", "val"): "0",
    ("type", "val"): "nextPage",
    ("textDirection", "val"): "lrTb",
    ("pgNumType", "fmt"): "decimal",
    ("pgMar", "gutter"): "0",
}
_STANDARD: Said = {("jc", "val"): "left"}
_SWITCHED = {"true": "1", "on": "1", "false": "0", "off": "0", "start": "left", "end": "right"}
_SIDES = {"start": "left", "end": "right"}


@dataclass(frozen=True, slots=True)
class Holding:
    """What holds in one file.

    Attributes:
        defaults: ``w:docDefaults``.
        styles: The styles by their ids.
    """

    defaults: etree._Element | None
    styles: dict[str, etree._Element]
    _known: dict[tuple[str, str | None], Said] = field(default_factory=dict)

    def for_paragraph(self, properties: etree._Element | None) -> Said:
        """What holds in a paragraph with these properties."""
        return self._styled("pPr", value(properties, "pStyle"))

    def for_run(self, properties: etree._Element | None, paragraph: etree._Element | None) -> Said:
        """What holds in a run with these properties, in a paragraph with those."""
        own = value(properties, "rStyle")
        around = self._styled("rPr", value(paragraph, "pStyle"))
        return around if own is None else {**around, **self._chain("rPr", own)}

    def _styled(self, kind: str, style: str | None) -> Said:
        key = (kind, style or self._default())
        if key not in self._known:
            default = None if self.defaults is None else self.defaults.find(f"{W}{kind}Default/{W}{kind}")
            self._known[key] = {**_STANDARD, **said(default), **self._chain(*key)}
        return self._known[key]

    def _chain(self, kind: str, style: str | None) -> Said:
        chain: list[etree._Element] = []
        while style in self.styles and self.styles[style] not in chain:
            chain.append(self.styles[style])
            style = value(chain[-1], "basedOn")
        found: dict[tuple[str, str], str] = {}
        for one in reversed(chain):
            found |= said(one.find(f"{W}{kind}"))
        return found

    def _default(self) -> str | None:
        defaults = (key for key, one in self.styles.items() if one.get(f"{W}default") in ("1", "true"))
        return next((key for key in defaults if self.styles[key].get(f"{W}type") == "paragraph"), None)


def said(properties: etree._Element | None) -> dict[tuple[str, str], str]:
    """What properties say, as far as it stands in attributes; a switch without one is on."""
    children = () if properties is None else properties.iterchildren("*")
    return {(local(child), name): what for child in children for name, what in attributes(child)}


def attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    """What an element without children says in its attributes, in one way of writing."""
    if not len(element):
        own = [(str(etree.QName(key).localname), str(what)) for key, what in element.attrib.items()]
        yield from ((_SIDES.get(name, name), _SWITCHED.get(what, what)) for name, what in own or [("val", "1")])


def departs(name: str, attribute: str, what: str, holding: Said) -> bool:
    """Whether something that is said is not what holds anyway; what is off by nature need not be said to be off."""
    held = holding.get((name, attribute))
    return held != ANYTHING and what != (held or ("0" if attribute == "val" else held))
