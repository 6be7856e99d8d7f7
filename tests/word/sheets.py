"""Styles, lists, settings and theme of the specimens: few, and named as Word names them."""

from __future__ import annotations

from typing import Final


def _style(kind: str, identity: str, name: str, inside: str = "", *, based: str = "", default: bool = False) -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    flag = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{flag} w:styleId="{identity}"><w:name w:val="{name}"/>{base}{inside}</w:style>'


STYLES: Final = "".join(
    (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" '
        'w:cs="Times New Roman"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-GB"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
        _style("paragraph", "Normal", "Normal", default=True),
        _style("paragraph", "Title", "Title", '<w:pPr><w:jc w:val="center"/></w:pPr>', based="Normal"),
        _style("paragraph", "Heading1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', based="Normal"),
        _style("paragraph", "Heading2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>', based="Normal"),
        _style(
            "paragraph", "Article", "Article", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', based="Normal"
        ),
        _style("paragraph", "Quote", "Quote", '<w:pPr><w:ind w:left="720"/></w:pPr>', based="Normal"),
        _style("paragraph", "ListParagraph", "List Paragraph", '<w:pPr><w:ind w:left="720"/></w:pPr>', based="Normal"),
        _style("paragraph", "TOC1", "toc 1", based="Normal"),
        _style("paragraph", "Header", "header", based="Normal"),
        _style("paragraph", "Footer", "footer", based="Normal"),
        _style("paragraph", "FootnoteText", "footnote text", based="Normal"),
        _style("paragraph", "EndnoteText", "endnote text", based="Normal"),
        _style("paragraph", "CommentText", "annotation text", based="Normal"),
        _style("character", "DefaultParagraphFont", "Default Paragraph Font", default=True),
        _style("character", "Strong", "Strong", "<w:rPr><w:b/></w:rPr>"),
        _style("character", "Emphasis", "Emphasis", "<w:rPr><w:i/></w:rPr>"),
        _style("character", "Hyperlink", "Hyperlink", '<w:rPr><w:u w:val="single"/></w:rPr>'),
        _style(
            "character", "FootnoteReference", "footnote reference", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        ),
        _style(
            "character", "EndnoteReference", "endnote reference", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        ),
        _style("table", "TableNormal", "Normal Table", default=True),
        _style("table", "TableGrid", "Table Grid", based="TableNormal"),
        _style("numbering", "NoList", "No List", default=True),
    )
)
"""Among them the style *Article*, linked with the first level of the list 1."""


def _level(level: int, kind: str, text: str, inside: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{inside}<w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{720 * level}" w:firstLine="0"/></w:pPr></w:lvl>'
    )


def _abstract(identity: int, *levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{identity}"><w:multiLevelType w:val="multilevel"/>{"".join(levels)}'
        "</w:abstractNum>"
    )


def _instance(identity: int, abstract: int, starts: int | None = None) -> str:
    anew = "" if starts is None else f'<w:startOverride w:val="{starts}"/>'
    override = f'<w:lvlOverride w:ilvl="0">{anew}</w:lvlOverride>' if anew else ""
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


LISTS: Final = "".join(
    (
        _abstract(
            0,
            _level(0, "decimal", "Article %1", '<w:pStyle w:val="Article"/>'),
            _level(1, "decimal", "%2."),
            _level(2, "lowerLetter", "(%3)"),
            _level(3, "lowerRoman", "(%4)"),
        ),
        _abstract(1, _level(0, "decimal", "%1."), _level(1, "lowerLetter", "(%2)")),
        _abstract(2, _level(0, "bullet", "•")),
        _instance(1, 0),
        _instance(2, 1),
        _instance(3, 2),
        _instance(4, 1, starts=1),
    )
)
"""List 1: Article 1, 1., (a), (i). List 2: 1., (a). List 3: bullets. List 4: list 2, begun anew."""

SETTINGS: Final = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat>'
)

_COLOURS: Final = "".join(
    f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
    for name, value in (
        *(("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "44546A"), ("lt2", "E7E6E6"), ("accent1", "4472C4")),
        *(("accent2", "ED7D31"), ("accent3", "A5A5A5"), ("accent4", "FFC000"), ("accent5", "5B9BD5")),
        *(("accent6", "70AD47"), ("hlink", "0563C1"), ("folHlink", "954F72")),
    )
)
_FONT: Final = '<a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:cs typeface=""/>'
_FILL: Final = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
THEME: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Plain"><a:themeElements>'
    f'<a:clrScheme name="Plain">{_COLOURS}</a:clrScheme>'
    f'<a:fontScheme name="Plain"><a:majorFont>{_FONT}</a:majorFont><a:minorFont>{_FONT}</a:minorFont></a:fontScheme>'
    f'<a:fmtScheme name="Plain"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{f'<a:ln>{_FILL}</a:ln>' * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
