"""What makes two provisions comparable: the words of a text after numbered, tested rules.

A key is only for finding what belongs together. It never changes a text: what is
printed as kept stands exactly as in the new text, and whatever differs is marked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache

from treatykit.model.content import Inline, Milestone, NoteReference, Reference, Text
from treatykit.model.document import Party
from treatykit.model.plain import inline_text
from treatykit.model.scripts import HANGING, SPACELESS, SPACELESS_SYLLABIC, parts_words_plainly
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One step of the normalisation.

    Attributes:
        number: As in ``docs/comparison.md``; the rules run in this order.
        says: What the rule holds to be the same.
    """

    number: int
    says: str
    apply: Callable[[str], str]


_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_QUOTES = str.maketrans(dict.fromkeys("‘’‚‛′`´", "'") | dict.fromkeys("“”„‟«»″", '"'))
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
_HYPHEN_IN_WORD = re.compile(r"(?<=[^\W\d_])- ?(?=[^\W\d_])")
_IZE = re.compile(
    r"(?<=[^\W\d_]{2}i)s"
    r"(?=(?:e[ds]?|ers?|ings?|ingly|ations?|ational(?:ly)?|ab(?:le|ly|ility)|an(?:ce|ces|t|tly))\b)",
    re.IGNORECASE,
)
"""Where ``is`` may as well be ``iz``: recognise, organiser, authorisation, cognisance."""


def _compatible(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _words(text: str) -> list[str]:
    return _word(plain=parts_words_plainly(text)).findall(text)


@cache
def _word(*, plain: bool) -> re.Pattern[str]:
    if plain:
        return re.compile(r"\w++|[%§€$£]")
    spaceless = SPACELESS + SPACELESS_SYLLABIC
    return re.compile(rf"[{spaceless}][{HANGING}]*|(?:[A-Za-z0-9_]++|(?![{spaceless}])[\w{HANGING}])++|[%§€$£]")


RULES = (
    Rule(1, "compatible characters: ligatures, full-width forms, no-break spaces", _compatible),
    Rule(2, "with and without soft hyphens and other invisible characters", lambda text: _INVISIBLE.sub("", text)),
    Rule(3, "capitals and small letters", str.casefold),
    Rule(4, "straight and curly quotation marks", lambda text: text.translate(_QUOTES)),
    Rule(5, "hyphens and dashes of any length", lambda text: text.translate(_DASHES)),
    Rule(6, "co-operation and cooperation", lambda text: _HYPHEN_IN_WORD.sub("", text)),
    Rule(7, "recognise and recognize", lambda text: _IZE.sub("z", text)),
    Rule(8, "with and without punctuation, however spaced", lambda text: " ".join(_words(text))),
)
"""Rules for characters. Rules 9 to 13 need more than characters: see `comparable_text`, `Names` and `items`."""

_TYPED_PLAINLY = (
    dict.fromkeys("‘’‚‛′", "'")
    | dict.fromkeys("“”„‟«»", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f", " ")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", "")
)
"""What rules 1, 2, 4 and 5 make of signs that stand in English texts, whatever stands beside them."""
_PRINTED = re.compile(f"[{''.join(_TYPED_PLAINLY)}]")
_SMALL_AND_PARTED = bytes(ord(sign.lower()) if sign.isalnum() or sign in "_%$" else 32 for sign in map(chr, range(128)))
_SMALL_AND_PARTED += bytes(128)
_READ_ALOUD = re.compile("[%$]")
_IZE_SMALL = re.compile(
    r"is(?<=[a-z]{2}is)"
    r"(?=(?:e[ds]?|ers?|ings?|ingly|ations?|ational(?:ly)?|ab(?:le|ly|ility)|an(?:ce|ces|t|tly))\b)"
)


def normalised(text: str) -> str:
    """A text after the rules for characters: its words, parted by single spaces."""
    plain = text if text.isascii() else _PRINTED.sub(_typed, text)
    if plain.isascii():
        return _normalised_ascii(plain)
    for rule in RULES:
        text = rule.apply(text)
    return text


def _normalised_ascii(text: str) -> str:
    """What the rules make of the signs of a typewriter, in a fraction of the time."""
    if "-" in text:
        text = _HYPHEN_IN_WORD.sub("", text)
    text = text.encode().translate(_SMALL_AND_PARTED).decode()
    if "is" in text:
        text = _IZE_SMALL.sub("iz", text)
    if "%" in text or "$" in text:
        text = _READ_ALOUD.sub(r" \g<0> ", text)
    while "  " in text:  # no other white space is left, and to part a text into its words takes longest of all
        text = text.replace("  ", " ")
    return text.strip()


def _typed(found: re.Match[str]) -> str:
    return _TYPED_PLAINLY[found[0]]


def respelled(text: str) -> str:
    """A text after rules 6 and 7, which change the spelling alone."""
    return _IZE.sub(_with_z, _HYPHEN_IN_WORD.sub("", text.translate(_DASHES)))


def _with_z(found: re.Match[str]) -> str:
    return "Z" if found[0] == "S" else "z"


def without_punctuation(text: str) -> str:
    """A text without the signs that only part its words; signs that are read aloud stay."""
    return "".join(sign for sign in text if not unicodedata.category(sign).startswith("P") or sign in "%§")


def comparable_text(inlines: Iterable[Inline]) -> str:
    """The words of inlines, without brackets and attributions (rule 9), references by their target (rule 10)."""
    return "".join([inline.value if isinstance(inline, Text) else _comparable(inline) for inline in inlines])


@dataclass(frozen=True, slots=True)
class Names:
    """Rule 11: a party of the old text and the party in its place in the new one are the same.

    So a treaty that was taken over for another partner is aligned article by article.

    Attributes:
        pattern: The names of all parties, longest first; None where none are declared.
        places: The place of each party in the list of its own text, by normalised name.
    """

    pattern: re.Pattern[str] | None
    places: dict[str, int]

    @classmethod
    def of(cls, parties: tuple[Party, ...]) -> Names:
        """The names under which these parties go."""
        places: dict[str, int] = {}
        for place, party in enumerate(parties):
            for name in (party.full, party.short):
                if words := normalised(name):
                    places.setdefault(words, place)
        longest_first = sorted(places, key=lambda name: (-len(name), name))
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b") if places else None
        return cls(pattern, places)

    def apply(self, text: str) -> str:
        """A normalised text with every name replaced by the party's place in the list."""
        if self.pattern is None:
            return text
        return self.pattern.sub(lambda match: f"party{self.places[match[0]] + 1}", text)


NO_NAMES = Names(None, {})


def _comparable(inline: Inline) -> str:
    match inline:
        case Reference(str() as target):
            return f" {target} "
        case NoteReference():
            return ""
        case _:
            return " " if isinstance(inline, Milestone) else inline_text(inline)
