"""The words with which treaties number their divisions, in the languages that treaties are made in.

A word counts only with a number after it, or before it where the language says so
(``1-ci maddə``, ``第一条``), and alone on its line or parted from a title; see
`treatykit.model.headings`.
"""

from __future__ import annotations

import re
from typing import Final

from treatykit.model.numerals import AGAIN
from treatykit.model.properties import Role

_WORDS: Final = {
    Role.PART: "part title partie titre teil titel deel parte título titolo часть частина մաս ნაწილი hissə kısım μέρος",
    Role.CHAPTER: (
        "chapter chapitre kapitel hoofdstuk capítulo capitolo capitolul rozdział poglavlje глава розділ գլուխ თავი "
        "fəsil bölüm κεφάλαιο الفصل فصل"
    ),
    Role.SECTION: "section abschnitt afdeling sección secção sezione secțiunea раздел բաժին bölmə τμήμα القسم",
    Role.ARTICLE: (
        "article art. rule clause artikel artículo articulo artigo articolo articolul artykuł članak článek článok "
        "straipsnis статья стаття член հոդված მუხლი maddə madde άρθρο المادة مادة ماده סעיף §"
    ),
    Role.ANNEX: (
        "annex appendix schedule annexe anlage anhang bijlage anexo allegato anexa załącznik приложение додаток "
        "հավելված დანართი əlavə παράρτημα الملحق ملحق"
    ),
}
ROLES: Final = {word: role for role, words in _WORDS.items() for word in words.split()}
"""What a division is called, in small letters, and what it is."""
UNNUMBERED: Final = frozenset(word for word, role in ROLES.items() if role is Role.ANNEX)
"""Divisions that may stand alone, without a number."""

_ORDINALS: Final = "premier première first unique único única primero primeiro primo الأولى الأول الاولى"
_ORDER: Final = (
    rf"""(?:\d+(?:\.\d+)*(?:[ ]?(?:er|ère|re|º|ª|°)(?!\w))?|[IVXLCDM]+|[A-Z]|(?:{"|".join(_ORDINALS.split())}))"""
)
_NOUN: Final = "|".join(re.escape(word) for word in sorted(ROLES, key=lambda word: (-len(word), word)))
HEADING: Final = re.compile(
    rf"""(?P<label>(?P<noun>{_NOUN})
        (?:(?:[ \t\u00a0]+|(?<=[§]))(?P<order>{_ORDER})
           (?:[ \u00a0]?(?:{"|".join(AGAIN)}|[a-z](?![a-z])))?(?!\w))?
        |(?:\d+[-.][ ]?(?:ci|cı|cu|cü)?[ ]?(?:maddə|cikk|pants|straipsnis)(?!\w)
        |第[ ]?[\d一二三四五六七八九十百〇零]+[ ]?[条條]))
        (?P<rest>[ \t\u00a0\u3000]*(?:[-–—:.)։،][ \t\u00a0]*|\n|$)?)""",
    re.IGNORECASE | re.VERBOSE,
)
"""The number at the head of a division, and what parts it from a title."""
BEGINNINGS: Final = frozenset({*(word[0] for word in ROLES), *"0123456789第"})
"""The characters, in small letters, that such a number can begin with."""
NOUNS_BEHIND_NUMBERS: Final = "cmps"
"""The small letters that words begin with which stand behind the number of an article."""
FIRST: Final = frozenset({"1", "i", "a", "١", "۱", "1er", "1º", "1°", *_ORDINALS.split()})
"""Numbers with which a text begins, in small letters."""
