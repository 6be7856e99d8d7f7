"""Make the parts that say how a file behaves: settings, fonts and properties (docs/analysis/package.md)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from lxml import etree

from treatykit.ooxml.elements import flag, root, storable, w
from treatykit.ooxml.names import NAMESPACES, qn
from treatykit.records import dataclass

_COMPATIBILITY: Final = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
    "useWord2013TrackBottomHyphenation": 0,
}
_COMPATIBILITY_URI: Final = "http://schemas.microsoft.com/office/word"


@dataclass(frozen=True, slots=True, kw_only=True)
class FontSpec:
    """A font and what to take where it is missing.

    Attributes:
        alternative: The name of another.
        panose: The classification by which Word finds one that looks alike.
    """

    name: str
    alternative: str | None = None
    panose: str | None = None
    family: str = "roman"


FONTS: Final = (
    FontSpec(name="Times New Roman", alternative="Liberation Serif", panose="02020603050405020304"),
    FontSpec(name="Liberation Serif", alternative="Times New Roman", panose="02020603050405020304"),
)


def settings_xml(
    *, language: str, track_revisions: bool, even_and_odd: bool, footnotes: Iterable[int], endnotes: Iterable[int]
) -> etree._Element:
    """``word/settings.xml``.

    Args:
        language: A BCP 47 tag.
        track_revisions: Whether further changes are tracked.
        even_and_odd: Whether even pages have headers of their own.
        footnotes: The ids of the separators, which must be named here again.
        endnotes: Likewise.
    """
    separators = {"footnote": tuple(footnotes), "endnote": tuple(endnotes)}
    return root(
        "settings",
        w("zoom", percent=100),
        *flag("trackRevisions", track_revisions or None),
        w("defaultTabStop", val=567),
        *flag("evenAndOddHeaders", even_and_odd or None),
        w("characterSpacingControl", val="doNotCompress"),
        *(w(f"{kind}Pr", *(w(kind, id=number) for number in ids)) for kind, ids in separators.items() if ids),
        w(
            "compat",
            *(
                w("compatSetting", name=name, uri=_COMPATIBILITY_URI, val=value)
                for name, value in _COMPATIBILITY.items()
            ),
        ),
        w("themeFontLang", val=language),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def fonts_xml() -> etree._Element:
    """``word/fontTable.xml``."""
    return root("fonts", *(_font(font) for font in FONTS))


def _font(font: FontSpec) -> etree._Element:
    children = [w("charset", val="00"), w("family", val=font.family), w("pitch", val="variable")]
    if font.alternative:
        children.append(w("altName", val=font.alternative))
    if font.panose:
        children.append(w("panose1", val=font.panose))
    return w("font", *children, name=font.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreProperties:
    """What a file says of itself; empty for what is not known."""

    title: str = ""
    subject: str = ""
    creator: str = ""
    category: str = ""
    identifier: str = ""
    status: str = ""
    version: str = ""
    language: str = ""
    created: datetime | None = None


def core_xml(properties: CoreProperties) -> etree._Element:
    """``docProps/core.xml`` (ECMA-376-2, 11)."""
    names = ("cp", "dc", "dcterms", "dcmitype", "xsi")
    core = etree.Element(qn("cp:coreProperties"), nsmap={name: NAMESPACES[name] for name in names})
    said = {
        "dc:title": properties.title,
        "dc:subject": properties.subject,
        "dc:creator": properties.creator,
        "cp:category": properties.category,
        "dc:identifier": properties.identifier,
        "cp:lastModifiedBy": properties.creator,
        "cp:contentStatus": properties.status,
        "cp:version": properties.version,
        "dc:language": properties.language,
    }
    for name, text in said.items():
        if text:
            etree.SubElement(core, qn(name)).text = storable(text)
    if properties.created is not None:
        for name in ("dcterms:created", "dcterms:modified"):
            element = etree.SubElement(core, qn(name), {qn("xsi:type"): "dcterms:W3CDTF"})
            element.text = timestamp(properties.created, zone=True)
    return core


def app_xml(application: str) -> etree._Element:
    """``docProps/app.xml``."""
    properties = etree.Element(qn("ep:Properties"), nsmap={None: NAMESPACES["ep"]})
    etree.SubElement(properties, qn("ep:Application")).text = application
    return properties


def timestamp(moment: datetime, *, zone: bool = False) -> str:
    """A date as WordprocessingML has it: UTC with a ``Z``; a date without a zone stays without one.

    Args:
        moment: When.
        zone: Take a date without a zone for UTC, where the format asks for a zone.
    """
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
        zone = True
    return moment.replace(microsecond=0).isoformat() + ("Z" if zone else "")
