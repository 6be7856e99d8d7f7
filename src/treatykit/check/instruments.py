"""Tells from the words around a citation whether it speaks of this text or of another instrument.

A citation that says nothing is of this text. Where words can be read either way, such as
``under the Convention, Article 9 …``, they are taken to name another instrument: a check
that cries wolf is switched off.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final


class Whose(Enum):
    """The instrument that a citation speaks of."""

    OWN = auto()
    OTHER = auto()
    UNSAID = auto()


def named_behind(words: str, stop: int) -> Whose:
    """The instrument that is named behind a citation: ``of this Treaty``, ``of the Charter``, ``thereof``.

    Args:
        stop: The place in the words behind the citation.
    """
    if _OWN_BEHIND.match(words, stop):
        return Whose.OWN
    return Whose.OTHER if _OTHER_BEHIND.match(words, stop) else Whose.UNSAID


def named_before(words: str, start: int) -> Whose:
    """The instrument that is named before a citation: ``UNCLOS, Article 287``, ``the Convention and its Article 5``.

    Args:
        start: The place in the words where the citation begins.
    """
    before = words[max(start - _FAR, 0) : start]
    if _OTHER_BEFORE.search(before):
        return Whose.OTHER
    *_, last = (None, *_NAMED.finditer(before))
    if last is None or not _LEADS_ON.fullmatch(before, last.end()) or _SENTENCE.search(before, last.end()):
        return Whose.UNSAID
    return Whose.OWN if last["own"] else Whose.OTHER


_FAR: Final = 240
"""Characters between the name of an instrument and the citation, at most."""

_KINDS: Final = (
    r"(?:Convention|Charter|Treat(?:y|ies)|Agreement|Protocol|Covenant|Statute|Declaration|Pact|Act|Constitution|"
    r"Regulations?|Directive|Accords?|Memorandum|[Rr]esolution|Rules|Code|Law|Decision|Compact|Arrangement|Communiqué|"
    r"Articles on|Guide|Annex|Appendix)"
)
"""What an instrument is called; a part of one has numbers of its own too."""

_ACRONYM: Final = r"(?:(?![IVXLCDM]+\b)[A-Z]{3,}\w*(?: \d{4})?)"
"""``UNCLOS``, ``GATT 1994``."""

_OWN_BEHIND: Final = re.compile(
    r",? (?:of|to|in|under) (?:this|the present)\b|,? (?:hereof|hereto|above|below)\b", re.IGNORECASE
)
_OTHER_BEHIND: Final = re.compile(
    r",? (?:(?:first|second|third|last|final) (?:sub-?paragraph|sentence|indent),? |and other provisions )?"
    r"(?:of|from|there(?:of|to|in|under))\b"
    r"|,? (?:to|in|under|attached to|annexed to) "
    rf"(?:(?:the|that|those|an?|said|its) (?:[\w’'-]+ ){{0,6}}?{_KINDS}|{_ACRONYM})\b"
    rf"| \(?{_ACRONYM}\b"
    r"|,?[^.;:,]{0,40} shall (?:not )?be (?:incorporated|replaced by|deleted|amended|inserted|substituted)\b"
    r"|, (?:the|after the) (?:(?:words?|\w+ (?:sentence|(?:sub-?)?paragraph|indent))\b)"
)
"""Also an instruction to amend a text: what it changes is never the text that it stands in."""

_OTHER_BEFORE: Final = re.compile(
    r"\b(?:[Ii]bid|[Ii]dem|[Ii]d|(?:op|loc)\. cit)\b\.?,?(?: at)? $"
    r"|\b(?:[Ii]ts|[Tt]heir|[Ww]hose|[Ii]ncorporated|[Ff]ormer|\w+’s|\w+'s) $"
    rf"|\b{_ACRONYM}(?:, (?:Part|Annex|Chapter|Section|Title) [\w.]+)?,? ?[(\[]?"
    r"(?:in particular|notably|especially)?,? ?$"
)
_NAMED: Final = re.compile(rf"(?P<own>\b(?:this|the present) )?\b(?-i:{_KINDS})\b", re.IGNORECASE)
_LEADS_ON: Final = re.compile(
    r"[^.;:]*?(?:(?:[,:—–]|,? (?:as )?(?:set out|provided|defined|laid down|reflected|contained|referred to|specified|"
    r"enshrined|embodied|stated) (?:for )?(?:in|under|by)|,? (?:and|or) (?:in particular|notably)|"
    r",? ?[(\[]?(?:in particular|notably|especially|inter alia|see|cf\.),?)? |,? ?[(\[])"
)
"""From the name of an instrument to a citation of it: the rest of its title, then a comma, a bracket or the like."""

_SENTENCE: Final = re.compile(
    r"\b(?:shall|may|will|is|are|was|were|has|have|had|can|must|should|appl(?:y|ies)|agrees?|do(?:es)?|not|this|present)\b"
    r"|, (?:and|or)\b(?! (?:in particular|notably))"
)
"""Words that no title has: between an instrument and the citation there is then more than its name."""
