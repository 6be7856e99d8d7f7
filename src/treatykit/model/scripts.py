"""Writing systems as character classes: what is written without spaces, what hangs on a letter.

Source: the Unicode Standard, blocks and general categories Mn and Mc.
"""

from __future__ import annotations

import re
from typing import Final

SPACELESS: Final = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Han and kana, as a character class: written without spaces, read character by character."""
SPACELESS_SYLLABIC: Final = "\u0e00-\u0e7f\u0e80-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19df"
"""Thai, Lao, Tibetan, Burmese, Khmer, Tai: without spaces, and with signs that hang on a letter."""
HANGING: Final = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u1dc0-\u1dff\u200c\u200d"
    "\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d"
    "\u0a81-\u0acd\u0b01-\u0b4d\u0b82-\u0bcd\u0c00-\u0c4d\u0c81-\u0ccd\u0d00-\u0d4d\u0dca-\u0ddf"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0f71-\u0f84\u102b-\u103e\u17b4-\u17d3\u3099\u309a"
)
"""Signs that belong to the letter before them: accents, vowel signs, variation selectors."""
_NONE_OF_THEM: Final = re.compile(
    "[\0-\u02ff\u0370-\u0482\u048a-\u0590\u10a0-\u10ff\u1e00-\u200b\u2010-\u20cf\u2100-\u214f\ufffc]*+"
)


def parts_words_plainly(text: str) -> bool:
    """Whether spaces part the words of a text and every sign of it stands for itself: it holds none of those above.

    Latin, Greek, Cyrillic, Armenian and Georgian mostly do; their words are found with patterns that know nothing
    else, which take a fraction of the time to make and to use.
    """
    return text.isascii() or _NONE_OF_THEM.fullmatch(text) is not None
