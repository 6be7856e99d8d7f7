"""Paragraphs, runs and what stands among words, as WordprocessingML."""

from __future__ import annotations

from xml.sax.saxutils import escape


def p(*content: str, style: str = "", look: str = "", mark: str = "") -> str:
    """A paragraph.

    Args:
        content: Runs and the like; what is no XML is a run of words.
        style: The id of its style.
        look: Further properties, in the order of the schema.
        mark: The run properties of its mark.
    """
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    marked = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    properties = f"<w:pPr>{named}{look}{marked}</w:pPr>" if named or look or marked else ""
    return f"<w:p>{properties}{runs(*content)}</w:p>"


def runs(*content: str) -> str:
    """Content with words that are no XML as runs."""
    return "".join(piece if piece.startswith("<") else r(piece) for piece in content if piece)


def ps(*texts: str) -> str:
    """A paragraph for each of the texts."""
    return "".join(map(p, texts))


def r(words: str, look: str = "") -> str:
    """A run; a tab and a line break among the words become what Word has for them."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:r>{properties}{words_xml(words)}</w:r>"


def words_xml(words: str) -> str:
    """Words as they stand in a run."""
    signs = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u2011": "<w:noBreakHyphen/>", "\u00ad": "<w:softHyphen/>"}
    found, pending = "", ""
    for sign in words:
        if sign in signs:
            found, pending = found + _text(pending) + signs[sign], ""
        else:
            pending += sign
    return found + _text(pending)


def _text(words: str) -> str:
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>' if words else ""


def listed(list_id: int, level: int = 0) -> str:
    """The paragraph property that puts a paragraph on a level of a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def item(*content: str, level: int = 0, list_id: int = 2, look: str = "") -> str:
    """A paragraph that Word numbers."""
    return p(*content, look=listed(list_id, level) + look)


def article(title: str, *items: str) -> str:
    """An article that Word numbers: its title, then its paragraphs."""
    return p(title, style="Article") + "".join(item(words, level=1, list_id=1) for words in items)


def field(code: str, *result: str) -> str:
    """A field, the long way: its code and what it printed last."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{runs(*result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmark(name: str, *content: str, number: int = 1) -> str:
    """Content with a bookmark around it."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{runs(*content)}<w:bookmarkEnd w:id="{number}"/>'
