"""Write properties and other XML down so that equal looks are equal strings, whatever ids a package uses."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from lxml import etree
from tests.judge.holding import Said, attributes, departs
from tests.judge.package import Package, R, W, local, value

_CHANGES = (
    *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange"),
    "tcPrChange",
)
_ENDS = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")
_STYLES = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_NOISE = ("rsid", "paraId", "textId")
_PROOFING = ("noProof", "webHidden")


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks of one package, with styles by name and pictures by what is in them."""

    package: Package
    styles: dict[str, etree._Element]
    decision: str

    def style(self, properties: etree._Element | None) -> str | None:
        """The name of the style of a paragraph as it was or is."""
        return self._name(value(self._decided(properties), "pStyle"))

    def decided(self, properties: etree._Element | None) -> etree._Element | None:
        """Properties as they are accepted, or as they were: all of the old ones stand in the change record."""
        return self._decided(properties)

    def of(
        self,
        properties: etree._Element | None,
        part: str,
        *,
        without: Container[str] = (),
        holding: Said | None = None,
    ) -> str:
        """What properties say, in no order.

        Args:
            properties: Of a run, a paragraph, a table, a section.
            part: The part that they stand in.
            without: Names of properties that are left out.
            holding: What holds anyway, and is left out; None where all that is said counts.
        """
        decided = self._decided(properties)
        if decided is None:
            return ""
        if holding is None:
            return " ".join(sorted(self._said(decided, part, without)))
        return " ".join(sorted(self._departing(decided, part, without, holding)))

    def _departing(self, element: etree._Element, part: str, without: Container[str], holding: Said) -> Iterator[str]:
        for child in element.iterchildren("*"):
            name = local(child)
            if name in (*_CHANGES, *_ENDS, *_PROOFING) or name in without:
                continue
            if len(child) or name in _STYLES:
                yield self.written(child, part)
            else:
                said = ((key, what) for key, what in attributes(child) if not key.startswith(_NOISE))
                yield from (f"{name} {key}={what}" for key, what in said if departs(name, key, what, holding))

    def written(self, element: etree._Element, part: str, *, without: Container[str] = ()) -> str:
        """An element with all that is in it."""
        name = local(element).replace("delText", "t")  # in what is opaque, a reading above a word
        attributes = sorted(
            f"{etree.QName(key).localname}={self._meant(str(key), str(said), name, part)}"
            for key, said in element.attrib.items()
            if not etree.QName(key).localname.startswith(_NOISE)
        )
        inside = "".join(self._said(element, part, without))
        words = (element.text or "").strip()
        return f"{' '.join([name, *attributes])}({words}{inside})"

    def _said(self, element: etree._Element, part: str, without: Container[str]) -> Iterator[str]:
        for child in element.iterchildren("*"):
            if local(child) not in (*_CHANGES, *_ENDS, *_PROOFING) and local(child) not in without:
                yield self.written(child, part, without=without)

    def _decided(self, properties: etree._Element | None) -> etree._Element | None:
        if properties is None or self.decision == "accept":
            return properties
        for name in _CHANGES:
            record = properties.find(f"{W}{name}")
            if record is not None:
                return next(record.iterchildren("*"), None)
        return properties

    def _meant(self, key: str, said: str, element: str, part: str) -> str:
        if key.startswith(R):
            return self.package.fingerprint(part, said)
        return (self._name(said) or said) if element in _STYLES else said

    def _name(self, style: str | None) -> str | None:
        if style is None or style not in self.styles:
            return style
        return value(self.styles[style], "name")
