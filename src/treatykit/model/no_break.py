"""A noun and its number, ``Article 5``, printed so that no line parts them.

The words of a text keep their plain spaces, so that no comparison is disturbed: a writer of pages
prints no-break spaces instead, and the reader of our own Word files takes them back. Spaces are
exchanged one for one, so that places in the text stay what they are.
"""

from __future__ import annotations

import re
from typing import Final

_SPACE: Final = "\N{SPACE}"
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_NARROW: Final = "\N{NARROW NO-BREAK SPACE}"
_NOUNS: Final = (
    r"(?i:articles?|arts?\.|(?:sub-?)?paragraphs?|paras?\.|annex(?:es)?|appendix|schedules?|chapters?|parts?|sections?"
    r"|titles?|recitals?|points?|protocols?|rules?)"
)
_NUMBER: Final = r"(?:\d|[IVXLC]+\b|[A-Z]\b|\([a-z\d]{1,4}\))"
_SPACES: Final = f"[{_SPACE}{_NO_BREAK}{_NARROW}]"
_SITE: Final = re.compile(
    rf"(?<!\w){_NOUNS}{_SPACES}(?={_NUMBER})"
    rf"|(?:(?<={_SPACES}\d)|(?<={_SPACES}\d\d)|(?<=[a-z\d]\))){_SPACES}(?=\([a-z]{{1,4}}\))"
)
_TO_PRINT: Final = str.maketrans({_SPACE: _NO_BREAK, _NO_BREAK: _NARROW})
_TO_READ: Final = str.maketrans({_NO_BREAK: _SPACE, _NARROW: _NO_BREAK})


def kept_together(text: str) -> str:
    """The text with no-break spaces before the number of a provision: ``Article 5``, ``paragraph 2 (b)``.

    A no-break space that stands there already becomes a narrow one, so that `parted` knows both apart.
    """
    return _SITE.sub(lambda site: site[0].translate(_TO_PRINT), text)


def parted(text: str) -> str:
    """The text before `kept_together`."""
    return _SITE.sub(lambda site: site[0].translate(_TO_READ), text)
