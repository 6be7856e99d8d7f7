"""What opens a division: a role in the file or, failing that, the words at the start of a paragraph.

``Article 5 shall apply`` opens nothing; ``Article 5 – Transit`` does. After ``(h)`` the
words ``(i)`` are the ninth letter, elsewhere they are a Roman one, so a paragraph is
read in the light of those before it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from treatykit.model.content import Paragraph, Story
from treatykit.model.heading_words import BEGINNINGS, HEADING, NOUNS_BEHIND_NUMBERS, ROLES, UNNUMBERED
from treatykit.model.numerals import AGAIN, from_roman
from treatykit.model.plain import NO_TEXT, inlines_text
from treatykit.model.properties import Properties, Role
from treatykit.records import dataclass

_LONGEST_HEADING = 160  # characters; beyond it a line that starts like a heading is a sentence
_LONGEST_TITLE = 100  # characters; likewise of a line below a number
_ENDS_NO_SENTENCE = "\"'%*"  # punctuation all the same (category Po)
_GUESSED_FROM = (Role.BODY, Role.HEADING)
ROLES_OF_NOUNS = {
    "part": Role.PART,
    "title": Role.PART,
    "chapter": Role.CHAPTER,
    "section": Role.SECTION,
    "article": Role.ARTICLE,
    "art.": Role.ARTICLE,
    "annex": Role.ANNEX,
    "appendix": Role.ANNEX,
    "schedule": Role.ANNEX,
}
_OPEN_BRACKETS = re.compile(r"(?:\[ ?(?:[\w-]{1,20}(?:, ?[\w-]{1,20})*: ?)?)+")
"""What unagreed text begins with, ``[`` or ``[A, B: ``: the number stands after it."""
_BRACKET_LINE = re.compile(rf"(?:\] ?)?{_OPEN_BRACKETS.pattern}\s*(?:{NO_TEXT})?")
_TITLE_IN_BRACKETS = re.compile(r"[ \t\u00a0]*\((?P<title>[^()]{3,})\)[ \t]*$")
_POINTS_INTO = re.compile(r"(?:Absatz|Abs\.|Paragraph|Para\.?|Unterabsatz|Buchstabe|Nummer)(?!\w)")
_AGAIN = rf"(?:[ \u00a0](?:{'|'.join(AGAIN)}))?"
_ITEM = re.compile(
    rf"(?P<label>\((?P<inner>\d{{1,3}}|[a-z]{{1,4}}){_AGAIN}\)|(?P<bare>\d{{1,3}}|[a-z]{{1,4}}){_AGAIN}[.)])"
    r"[ \t\u00a0]+(?=\S)"
)
_SHORT_ITEM = re.compile(r"\((\d{1,3}|[a-z])\)|(\d{1,3}|[a-z])[.)]")


class Opening(NamedTuple):
    """How a paragraph opens a division.

    Attributes:
        label: The number as printed, from the label or the words.
        length: How many characters at the start of the words the number takes, with
            what parts it from the rest; 0 for a label of its own.
    """

    role: Role
    level: int
    label: str
    length: int = 0


@dataclass(slots=True)
class Sequence:
    """Reads the paragraphs of one story in order and says what each of them opens."""

    point: str = ""  # the last item of the second level, as long as nothing wider has opened since

    def read(self, paragraph: Paragraph) -> Opening | None:
        """What the paragraph opens, or None where it goes on."""
        properties = paragraph.mark.properties
        role, label = properties.role, properties.label
        opening = None if role is Role.BODY else _from_role(properties)
        if opening is None and role in _GUESSED_FROM:
            # a Word list may print "Article 5" or "(b)" before words that have no other sign of it
            printed, words = f"{label.text} " if label else "", inlines_text(paragraph.inlines)
            opening = self._from_number(label.text, words) if label else None
            opening = opening or self._from_words(printed + words, len(printed))
        if opening is None and role is Role.HEADING:
            opening = Opening(Role.HEADING, properties.level, label.text if label else "")
        if opening is not None:
            self._remember(opening)
        return opening

    def _from_number(self, label: str, words: str) -> Opening | None:
        """What a printed number opens that is that of an item whatever words stand behind it, as most are."""
        mark = _mark_alone(label)
        if not mark or not words or words[0].isspace():
            return None
        if len(words) <= _LONGEST_HEADING and words[0].casefold() in NOUNS_BEHIND_NUMBERS:
            return None
        level = self._level(mark)
        return _item(label, level) if level else None

    def _from_words(self, text: str, printed: int) -> Opening | None:
        """What some words open of which so many characters are printed and not written."""
        if text.startswith("[") and (bracket := _OPEN_BRACKETS.match(text)):
            printed, text = printed - bracket.end(), text[bracket.end() :]
        if len(text) <= _LONGEST_HEADING and (opening := _numbered_heading(text, printed)):
            return opening
        item = _ITEM.match(text)
        return self._numbered_item(item, printed) if item else None

    def _numbered_item(self, match: re.Match[str], printed: int) -> Opening | None:
        label, inner, bare = match.group("label", "inner", "bare")
        level = self._level(inner or bare)
        return Opening(Role.ITEM, level, label, max(match.end() - printed, 0)) if level else None

    def _level(self, mark: str) -> int:
        """How deep an item with such a number or letter stands; 0 where it is none."""
        if mark.isdigit():
            return 1
        if self._follows(mark) or (len(set(mark)) == 1 and from_roman(mark) is None):
            return 2
        return 3 if from_roman(mark) is not None else 0

    def _follows(self, mark: str) -> bool:
        """Whether a mark is the next letter after the last point (a)."""
        before = self.point
        return len(mark) == 1 and len(before) == 1 and ord(mark) == ord(before) + 1

    def _remember(self, opening: Opening) -> None:
        if opening.role is not Role.ITEM or opening.level < 2:
            self.point = ""
        elif opening.level == 2:
            self.point = opening.label.strip("().").partition(" ")[0]


@cache
def _mark_alone(label: str) -> str:
    """The number or the one letter of an item's label, ``2.`` or ``(b)``; empty for any other label."""
    match = _SHORT_ITEM.fullmatch(label)
    return (match[1] or match[2]) if match else ""


@cache
def _item(label: str, level: int) -> Opening:
    return Opening(Role.ITEM, level, label)


def openings(story: Story) -> tuple[Opening | None, ...]:
    """What each block of a story opens; None where it goes on, or is no paragraph."""
    read = Sequence().read
    return tuple([read(block) if isinstance(block, Paragraph) else None for block in story])


def is_title(words: str) -> bool:
    """Whether a line below ``Article 5`` reads as its title: short, with a capital, and no sentence."""
    return (
        len(words) <= _LONGEST_TITLE
        and any(map(str.isalpha, words))
        and not words[0].islower()
        and (unicodedata.category(words[-1]) != "Po" or words[-1] in _ENDS_NO_SENTENCE)
    )


def _from_role(properties: Properties) -> Opening | None:
    role, label = properties.role, properties.label
    if role is Role.ITEM:
        return Opening(role, max(properties.level, 1), label.text if label else "")
    if role in ROLES_OF_NOUNS.values():
        return Opening(role, 0, label.text if label else "")
    return None


def words_of(paragraph: Paragraph) -> str:
    """The words of a paragraph on one line."""
    return " ".join(inlines_text(paragraph.inlines).split())


def noun_and_order(label: str) -> tuple[str, str]:
    """The noun and the number of a heading, in small letters; both empty where it is no such label."""
    match = HEADING.fullmatch(label)
    return ((match["noun"] or "").lower(), (match["order"] or "").lower()) if match else ("", "")


def opens_bracket_alone(words: str) -> bool:
    """Whether a line only opens the bracket around what stands below it, ``[A:``, or says there that nothing does."""
    return words[:1] in ("[", "]") and _BRACKET_LINE.fullmatch(words) is not None


def title_words(words: str) -> str:
    """The words after the number of a heading, without brackets that some set a title in, or one that ends there."""
    found = _TITLE_IN_BRACKETS.match(words)
    if found:
        return found["title"].strip()
    closing = words.count("]") - words.count("[")
    return words[:-closing].rstrip() if closing > 0 and words.endswith("]" * closing) else words


def _numbered_heading(text: str, printed: int) -> Opening | None:
    match = HEADING.match(text) if text[:1].casefold() in BEGINNINGS else None
    if match is None:
        return None
    label, noun, rest = match["label"], (match["noun"] or "").lower(), title_words(text[match.end() :])
    numbered = len(label) > len(noun)
    parted = bool(match["rest"].strip(" \t\u00a0")) or not rest or bool(_TITLE_IN_BRACKETS.match(text[match.end() :]))
    # words may run on from a number that is written; one that a list prints stands before a title, however it begins
    begins = printed > 0 or (rest.lstrip("[")[:1].isupper() and not _POINTS_INTO.match(rest))
    titled = begins and not rest.rstrip().endswith((".", ";", ","))
    if label[0].islower() or not (parted or (numbered and titled)) or (not numbered and rest):
        return None
    if not numbered and noun not in UNNUMBERED:
        return None
    return Opening(ROLES.get(noun, Role.ARTICLE), 0, label, max(match.end() - printed, 0))
