"""Word files in the manner of several programs, written by hand; none of these programs had a part in them.

Each imitates what its program is known to write around the same words: ids and proofing marks, wrappers, styles
of its own, properties that it repeats on every run.
"""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape

from tests.word.package_builder import docx, unzipped, zipped
from tests.word.sheets import STYLES

_STRICT: Final = "http://purl.oclc.org/ooxml"
_TRANSITIONAL: Final = re.compile(
    rb"http://schemas\.openxmlformats\.org/(wordprocessingml|drawingml|officeDocument)/2006/(?!bibliography)"
)


def as_word(title: str, *texts: str, session: str = "00F31A77") -> bytes:
    """Ids of sessions on everything, ids of paragraphs, proofing marks in the middle of words, where pages broke."""
    paragraphs = [_word_paragraph(at, words, session) for at, words in enumerate(texts)]
    head = f'<w:p w:rsidR="{session}"><w:pPr><w:pStyle w:val="Title"/></w:pPr>{_text(title)}</w:p>'
    section = (
        '<w:pgSz w:w="11906" w:h="16838" w:code="9"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" '
        'w:left="1440" w:header="709" w:footer="709" w:gutter="0"/><w:cols w:space="708"/>'
        '<w:docGrid w:linePitch="360"/>'
    )
    rsids = f'<w:rsids><w:rsidRoot w:val="00F31A77"/><w:rsid w:val="{session}"/></w:rsids>'
    settings = f'<w:zoom w:percent="100"/><w:proofState w:spelling="clean" w:grammar="clean"/>{rsids}'
    return docx(head, *paragraphs, section=section, settings=settings)


def _word_paragraph(at: int, words: str, session: str) -> str:
    half = len(words) // 2
    return (
        f'<w:p w14:paraId="{0x1A000000 + at:08X}" w14:textId="77777777" w:rsidR="{session}" w:rsidRDefault="{session}">'
        f'<w:r w:rsidRPr="{session}">{"<w:lastRenderedPageBreak/>" if at == 1 else ""}{_t(words[:half])}</w:r>'
        f'<w:proofErr w:type="gramStart"/><w:r>{_t(words[half:])}</w:r><w:proofErr w:type="gramEnd"/></w:p>'
    )


def as_google(title: str, *texts: str) -> bytes:
    """Every run names its fonts and sizes; ids of eight zeros; attributes in another order; a first page number."""
    look = (
        '<w:rFonts w:ascii="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman" '
        'w:hAnsi="Times New Roman"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:rtl w:val="0"/>'
    )
    blocks = [
        f'<w:p w:rsidR="00000000" w:rsidDel="00000000" w:rsidP="00000000" w:rsidRDefault="00000000" '
        f'w:rsidRPr="00000000" w14:paraId="{at + 1:08X}"><w:pPr>{style}<w:rPr>{look}</w:rPr></w:pPr>'
        f'<w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000"><w:rPr>{look}</w:rPr>{_t(words)}</w:r>'
        "</w:p>"
        for at, (words, style) in enumerate(_titled(title, texts))
    ]
    section = (
        '<w:pgSz w:h="16838" w:w="11906" w:orient="portrait"/><w:pgMar w:bottom="1440" w:top="1440" w:left="1440" '
        'w:right="1440" w:header="709" w:footer="709" w:gutter="0"/><w:pgNumType w:start="1"/>'
    )
    return docx(*blocks, section=section)


def as_libreoffice(title: str, *texts: str) -> bytes:
    """Empty run properties, switches that are off, alignment that holds anyway, and sections that leave nothing out."""
    blocks = [
        f'<w:p><w:pPr>{style}<w:bidi w:val="0"/><w:jc w:val="{"center" if style else "start"}"/><w:rPr></w:rPr></w:pPr>'
        f"<w:r><w:rPr></w:rPr>{_t(words)}</w:r></w:p>"
        for words, style in _titled(title, texts)
    ]
    section = (
        '<w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1440" w:right="1440" '
        'w:gutter="0" w:header="709" w:top="1440" w:footer="709" w:bottom="1440"/><w:pgNumType w:fmt="decimal"/>'
        '<w:formProt w:val="false"/><w:textDirection w:val="lrTb"/><w:docGrid w:type="default" w:linePitch="100"/>'
    )
    return docx(*blocks, section=section)


def as_pandoc(title: str, *texts: str) -> bytes:
    """Styles of its own, *First Paragraph* and *Body Text*; a bookmark around what a heading heads; a run a word."""
    styles = STYLES + "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identity}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="Normal"/></w:style>'
        for identity, name in (("FirstParagraph", "First Paragraph"), ("BodyText", "Body Text"))
    )
    blocks = [
        f'<w:p><w:pPr><w:pStyle w:val="{"BodyText" if at else "FirstParagraph"}"/></w:pPr>'
        + "".join(f"<w:r>{_t(word)}</w:r>" for word in re.findall(r"\S+\s*", words))
        + "</w:p>"
        for at, words in enumerate(texts)
    ]
    head = f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{_text(title)}</w:p>'
    marked = f'<w:bookmarkStart w:id="20" w:name="peace"/>{"".join(blocks)}<w:bookmarkEnd w:id="20"/>'
    return docx(head, marked, styles=styles)


def as_python_docx(title: str, *texts: str) -> bytes:
    """No ids at all, and the section of its template."""
    blocks = [f"<w:p><w:pPr>{style}</w:pPr>{_text(words)}</w:p>" for words, style in _titled(title, texts)]
    section = (
        '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" '
        'w:header="720" w:footer="720" w:gutter="0"/><w:cols w:space="720"/><w:docGrid w:linePitch="360"/>'
    )
    return docx(*blocks, section=section)


_PREFIX: Final = re.compile(rb"((?:</?| |xmlns:))w(:|=)")


def as_strict(file: bytes) -> bytes:
    """The same file as a Strict Open XML Document (ISO/IEC 29500-1): other names for the same things."""
    files = {name: _TRANSITIONAL.sub(_strict_name, data) for name, data in unzipped(file).items()}
    document = files["word/document.xml"].replace(b"<w:document ", b'<w:document w:conformance="strict" ', 1)
    return zipped({**files, "word/document.xml": document})


def as_prefixed(file: bytes) -> bytes:
    """The same file under another prefix, as programs write it that number the namespaces."""
    files = {name: _PREFIX.sub(rb"\1ns0\2", data) if b"<w:" in data else data for name, data in unzipped(file).items()}
    return zipped(files)


def _strict_name(found: re.Match[bytes]) -> bytes:
    return f"{_STRICT}/{found[1].decode()}/".encode()


def _titled(title: str, texts: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(title, '<w:pStyle w:val="Title"/>'), *((words, "") for words in texts)]


def _text(words: str) -> str:
    return f"<w:r>{_t(words)}</w:r>"


def _t(words: str) -> str:
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>'
