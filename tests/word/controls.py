"""Content controls as WordprocessingML."""

from __future__ import annotations

from tests.word.body import runs


def control(*content: str, tag: str = "party", number: int = 7) -> str:
    """A control among words."""
    return _control(runs(*content), tag, number)


def around_blocks(*blocks: str, tag: str = "article", number: int = 8) -> str:
    """A control around paragraphs or tables."""
    return _control("".join(blocks), tag, number)


def around_rows(*rows: str, tag: str = "duties", number: int = 9) -> str:
    """A control around rows."""
    return _control("".join(rows), tag, number)


def _control(inside: str, tag: str, number: int) -> str:
    properties = f'<w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/><w:id w:val="{number}"/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
