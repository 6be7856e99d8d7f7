"""The names of WordprocessingML: namespaces, content types, relationships, and the order the schema asks for.

ECMA-376 (Part 1, 17 and Annex A; transitional schema). Word repairs or refuses a
file whose property elements stand in the wrong order, and few libraries say so, so
the order is kept here as data and every builder uses `in_schema_order`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from lxml import etree

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "dcmitype": "http://purl.org/dc/dcmitype/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
    "sl": "http://schemas.openxmlformats.org/schemaLibrary/2006/main",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "tk": "urn:treatykit:document:1",
}
"""Prefix to namespace, one prefix a namespace in everything we write. `tk` is our own (docs/analysis/round-trip.md)."""

STRICT_NAMESPACES: Final = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": NAMESPACES["w"],
    "http://purl.oclc.org/ooxml/officeDocument/relationships": NAMESPACES["r"],
    "http://purl.oclc.org/ooxml/officeDocument/math": NAMESPACES["m"],
    "http://purl.oclc.org/ooxml/officeDocument/extendedProperties": NAMESPACES["ep"],
    "http://purl.oclc.org/ooxml/officeDocument/customXml": NAMESPACES["ds"],
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": NAMESPACES["wp"],
    "http://purl.oclc.org/ooxml/drawingml/main": NAMESPACES["a"],
    "http://purl.oclc.org/ooxml/drawingml/picture": NAMESPACES["pic"],
}
"""The names of a *Strict Open XML Document* (ISO/IEC 29500-1) and the transitional ones that mean the same."""

_RELATIONSHIP: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

RELATIONSHIPS: Final = {
    "document": f"{_RELATIONSHIP}/officeDocument",
    "styles": f"{_RELATIONSHIP}/styles",
    "numbering": f"{_RELATIONSHIP}/numbering",
    "settings": f"{_RELATIONSHIP}/settings",
    "webSettings": f"{_RELATIONSHIP}/webSettings",
    "fontTable": f"{_RELATIONSHIP}/fontTable",
    "theme": f"{_RELATIONSHIP}/theme",
    "footnotes": f"{_RELATIONSHIP}/footnotes",
    "endnotes": f"{_RELATIONSHIP}/endnotes",
    "comments": f"{_RELATIONSHIP}/comments",
    "header": f"{_RELATIONSHIP}/header",
    "footer": f"{_RELATIONSHIP}/footer",
    "image": f"{_RELATIONSHIP}/image",
    "hyperlink": f"{_RELATIONSHIP}/hyperlink",
    "customXml": f"{_RELATIONSHIP}/customXml",
    "customXmlProps": f"{_RELATIONSHIP}/customXmlProps",
    "core": "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    "app": f"{_RELATIONSHIP}/extended-properties",
}

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"

CONTENT_TYPES: Final = {
    "document": f"{_WORD}.document.main+xml",
    "styles": f"{_WORD}.styles+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "settings": f"{_WORD}.settings+xml",
    "webSettings": f"{_WORD}.webSettings+xml",
    "fontTable": f"{_WORD}.fontTable+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "footnotes": f"{_WORD}.footnotes+xml",
    "endnotes": f"{_WORD}.endnotes+xml",
    "comments": f"{_WORD}.comments+xml",
    "header": f"{_WORD}.header+xml",
    "footer": f"{_WORD}.footer+xml",
    "customXmlProps": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
    "app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "relationships": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}


@cache
def qn(name: str) -> str:
    """Turn `w:p` into the name lxml uses, `{http://…}p`; a name without a prefix stands as it is."""
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


@cache
def short(tag: str) -> str:
    """Turn `{http://…}p` into `w:p`; a name of a namespace we have no prefix for stands as it is."""
    namespace, brace, local = tag.removeprefix("{").partition("}")
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{local}" if brace and prefix else tag


_PREFIXES: Final = {namespace: prefix for prefix, namespace in NAMESPACES.items()} | {
    strict: prefix
    for strict, transitional in STRICT_NAMESPACES.items()
    for prefix, namespace in NAMESPACES.items()
    if namespace == transitional
}

_RUN_PROPERTIES: Final = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
)
_PARAGRAPH_PROPERTIES: Final = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)

SCHEMA_ORDER: Final[dict[str, tuple[str, ...]]] = {
    f"w:{parent}": tuple(child if ":" in child else f"w:{child}" for child in children.split())
    for parent, children in {
        "p": "pPr",
        "r": "rPr",
        # The revisions of a paragraph mark stand first in its run properties (17.13.5); those of a run stand around it.
        "rPr": f"ins del moveFrom moveTo {_RUN_PROPERTIES} rPrChange",
        "pPr": _PARAGRAPH_PROPERTIES,
        "numPr": "ilvl numId numberingChange ins",
        "pBdr": "top left bottom right between bar",
        "sectPr": (
            "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
            "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
            "printerSettings sectPrChange"
        ),
        "tbl": "tblPr tblGrid",
        "tblGrid": "gridCol tblGridChange",
        "tblPr": (
            "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
            "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
        ),
        "tblBorders": "top left start bottom right end insideH insideV",
        "tblCellMar": "top left start bottom right end",
        "tr": "tblPrEx trPr",
        "tblPrEx": "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblPrExChange",
        "trPr": (
            "cnfStyle divId gridBefore gridAfter wBefore wAfter trHeight hidden cantSplit tblHeader tblCellSpacing jc "
            "ins del trPrChange"
        ),
        "tc": "tcPr",
        "tcPr": (
            "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark "
            "cellIns cellDel cellMerge tcPrChange"
        ),
        "tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
        "tcMar": "top left start bottom right end",
        "style": (
            "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
            "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
        ),
        "styles": "docDefaults latentStyles style",
        "docDefaults": "rPrDefault pPrDefault",
        "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "num": "abstractNumId lvlOverride",
        "lvlOverride": "startOverride lvl",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
        "font": (
            "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic"
        ),
        "footnotePr": "pos numFmt numStart numRestart footnote",
        "settings": (
            "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
            "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData "
            "embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges "
            "bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors "
            "hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles "
            "stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions "
            "doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet "
            "defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope "
            "summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting "
            "bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing "
            "displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin "
            "drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning "
            "characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore "
            "savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText "
            "doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags "
            "alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids "
            "m:mathPr uiCompat97To2003 attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats "
            "doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown sl:schemaLibrary shapeDefaults "
            "decimalSymbol listSeparator"
        ),
    }.items()
}
"""What the schema lets stand in each element, in its order; for elements with content only what comes before it."""


@cache
def _rank(parent: str) -> dict[str, int]:
    return {qn(child): place for place, child in enumerate(SCHEMA_ORDER.get(short(parent), ()))}


def in_schema_order(parent: str, children: Iterable[etree._Element]) -> list[etree._Element]:
    """Sort the children of an element named `parent` (`w:pPr` or lxml's form) as the schema wants them.

    What the schema does not list (content, extensions of later Word versions) keeps
    its place among its like, after what is listed; a change record stays last, as
    Word looks for it there.
    """
    rank = _rank(parent if parent.startswith("{") else qn(parent))
    unlisted = len(rank)

    def place(child: etree._Element) -> tuple[int, int]:
        tag = child.tag if isinstance(child.tag, str) else ""
        return (1, 0) if tag.endswith("PrChange") else (0, rank.get(tag, unlisted))

    return sorted(children, key=place)
