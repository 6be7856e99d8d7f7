"""Tracked changes that somebody else left in a file, as WordprocessingML."""

from __future__ import annotations

from tests.word.body import r, runs

_BY = 'w:author="Delegate" w:date="2026-01-05T09:00:00Z"'


def came(words: str, number: int) -> str:
    """Words that a delegate put in."""
    return f'<w:ins w:id="{number}" {_BY}>{runs(words)}</w:ins>'


def went(words: str, number: int) -> str:
    """Words that a delegate struck."""
    return (
        f'<w:del w:id="{number}" {_BY}>{r(words).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")}</w:del>'
    )


def said(kind: str, number: int) -> str:
    """A record of a delegate's: of a mark ``ins`` or ``del``, of a row, of a cell ``cellIns`` or ``cellDel``."""
    return f'<w:{kind} w:id="{number}" {_BY}/>'


def looked(kind: str, number: int, before: str = "") -> str:
    """A record of what a run (``rPr``) or a paragraph (``pPr``) looked like before a delegate changed it."""
    return f'<w:{kind}Change w:id="{number}" {_BY}><w:{kind}>{before}</w:{kind}></w:{kind}Change>'
