"""Checks of final clauses: those that are missing, and those that leave out what they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from treatykit.check.finding import Finding
from treatykit.check.register import is_declaration, is_political
from treatykit.check.rule import Example, Rule
from treatykit.check.text import CLOSING, Text
from treatykit.diagnostics import Severity
from treatykit.model.properties import Role

_ENTRY: Final = re.compile(r"\b(?:enter|enters|entry|come|comes|coming) into (?:force|effect)\b|\btakes? effect\b")
_SIGNED: Final = re.compile(r"\b(?:[Ss]igned|SIGNED|[Dd]one|DONE|[Ii]nitialled)\b")
_REGISTERED: Final = re.compile(
    r"\bregist(?:er|ered|ration)\b.{0,160}\b(?:United Nations|Article 102)\b|\bArticle 102\b", re.DOTALL
)
_AUTHENTIC: Final = re.compile(
    r"\b(?:authentic|authoritative|prevails?|prevailing)\b|\bequal(?:ly)? (?:valid|force|authority|"
    r"legal force)\b|\bsame (?:legal )?(?:force|validity)\b",
    re.IGNORECASE,
)
_LANGUAGE: Final = re.compile(r"\blanguages?\b", re.IGNORECASE)
_SEVERAL: Final = re.compile(r"\b(?:in|each in)(?: the)? [A-Z]\w+(?:, [A-Z]\w+)*,? and(?: the)? [A-Z]\w+ languages?\b")

_EACH_APPOINTS: Final = re.compile(
    r"\b(?:[Ee]ach|[Ee]ither) (?:Party|party|of the Parties|side) (?:to the dispute )?(?:shall|may|will) "
    r"(?:appoint|designate|nominate|name|select)\b"
    r"[^.;]{0,40}\b(?:arbitrators?|members?|judges?)\b|\barbitrators? appointed by each (?:Party|party)\b"
)
_DEFAULT: Final = re.compile(
    r"\b(?:fails?|failing|failure|(?:has|have|is|are|been|were|was) not(?: been)?|no agreement|cannot agree|"
    r"unable to agree|"
    r"do not agree|does not|did not)\b[^.]{0,200}\b(?:appoint\w*|designat\w*|nominat\w*|made|chosen|select\w*)\b"
    r"|\b(?:appoint\w*|designat\w*|nominat\w*)\b[^.]{0,120}\b(?:fails?|failing|failure|not (?:been )?(?:made|"
    r"appointed|agreed))\b"
    r"|\bappointing authority\b"
)
_COMPULSORY: Final = re.compile(
    r"\b(?:shall|may)\b[^.]{0,120}\b(?:submit(?:ted)?|refer(?:red)?|br(?:ing|"
    r"ought))\b[^.]{0,120}\b(?:International Court of "
    r"Justice|[Aa]rbitration|[Aa]rbitral [Tt]ribunal)\b"
)
_PAST: Final = re.compile(
    r"\b(?:facts?|situations?|acts?|events?|disputes?|claims?|occurr\w+|aris\w+)\b[^.]{0,120}\b(?:before|"
    r"prior to|preceding|after)\b"
    r"[^.]{0,60}\b(?:entry into force|entered into force|date|signature|critical date)\b"
    r"|\b(?:before|prior to|preceding)\b[^.]{0,40}\bentry into force\b"
)


def _no_entry_into_force(text: Text) -> Iterator[Finding]:
    if _has_articles(text) and not is_declaration(text) and not _ENTRY.search(text.operative_words):
        yield text.finding("no article says when the text enters into force", "add the topic 'entry-into-force'")


def _no_registration(text: Text) -> Iterator[Finding]:
    if _is_whole_treaty(text) and not _REGISTERED.search(text.words):
        yield text.finding("nothing is said on registration with the United Nations", "add the topic 'registration'")


def _no_authentic_text(text: Text) -> Iterator[Finding]:
    if not _is_whole_treaty(text):
        return
    if not _LANGUAGE.search(text.words) and not _AUTHENTIC.search(text.words):
        yield text.finding("nothing says in which language the text is authentic", "add the topic 'languages'")
    elif not _AUTHENTIC.search(text.words):
        several = next((passage for passage in text.passages if _SEVERAL.search(passage.words)), None)
        if several:
            yield several.finding("the text is in several languages, and nothing says which of them are authentic")


def _is_whole_treaty(text: Text) -> bool:
    """Whether this is all of a treaty, and neither a part of one nor a memorandum: it has articles and is signed."""
    signed = any(passage.role in CLOSING or _SIGNED.match(passage.words) for passage in text.passages)
    return _has_articles(text) and signed and not is_political(text) and "the Participants" not in text.words


def _has_articles(text: Text) -> bool:
    return any(division.role is Role.ARTICLE for division in text.outline.walk())


def _no_appointment(text: Text) -> Iterator[Finding]:
    if _DEFAULT.search(text.operative_words):
        return
    for passage in text.operative:
        appoints = _EACH_APPOINTS.search(passage.words)
        if appoints and re.search(r"\b(?:arbitrat|arbitral|tribunal)", passage.words, re.IGNORECASE):
            yield passage.finding(
                "each party appoints an arbitrator, and nothing says what happens if one does not",
                "name who appoints instead, and after how long",
            )
            return


def _past_facts(text: Text) -> Iterator[Finding]:
    found = next((passage for passage in text.operative if _COMPULSORY.search(passage.words)), None)
    if found and not _PAST.search(text.operative_words):
        yield found.finding("a court or tribunal may decide, and nothing says from which date on the facts may lie")


RULES: Final = (
    Rule(
        id="no-entry-into-force",
        severity=Severity.ERROR,
        title="No article says when the text enters into force",
        why=(
            "A treaty enters into force in the manner and on the date that it provides. Failing that, it does so only "
            "as soon as all the negotiating States are shown to have consented to be bound."
        ),
        example=Example(
            "This Treaty is subject to ratification. (and no more)",
            "This Treaty shall enter into force on the date of the exchange of the instruments of ratification.",
        ),
        source="Vienna Convention on the Law of Treaties, Article 24(1) and (2)",
        misses=(
            "Whether the clause suits the rest: it is enough that an article speaks of it. A joint declaration, which "
            "takes effect by being made, is not asked."
        ),
        find=_no_entry_into_force,
    ),
    Rule(
        id="no-registration",
        severity=Severity.NOTE,
        title="A treaty does not say who registers it",
        why=(
            "Every treaty of a Member shall be registered with the Secretariat of the United Nations as soon as "
            "possible. One that is not cannot be invoked before any organ of the United Nations, the Court included."
        ),
        example=Example(
            "(no article)",
            "Either Party may submit this Treaty for registration in accordance with Article 102 of the Charter of "
            "the United Nations.",
        ),
        source="Charter of the United Nations, Article 102; Vienna Convention on the Law of Treaties, Article 80",
        misses="Texts without signatures at their end; memoranda and joint declarations are not asked.",
        find=_no_registration,
    ),
    Rule(
        id="no-authentic-text",
        severity=Severity.WARNING,
        title="A treaty does not say in which languages it is authentic",
        why=(
            "Authentic texts have equal authority unless the treaty provides that one prevails. Where it says "
            "nothing, it is disputed which versions are texts and which are translations."
        ),
        example=Example(
            "DONE in two originals, in the Karvelan and Tesmari languages.",
            "DONE in two originals, in the Karvelan and Tesmari languages, both texts being equally authentic.",
        ),
        source="Vienna Convention on the Law of Treaties, Articles 10 and 33",
        misses="Texts without signatures at their end, and whether what is said of languages is complete.",
        find=_no_authentic_text,
    ),
    Rule(
        id="no-appointment",
        severity=Severity.WARNING,
        title="A party can block arbitration by appointing nobody",
        why="A tribunal that each party helps to form needs somebody who appoints when a party does not.",
        example=Example(
            "Each Party shall appoint one arbitrator, and these shall choose the third.",
            "… If an appointment has not been made within sixty days, the President of the International Court of "
            "Justice shall make it at the request of either Party.",
        ),
        source="European Convention for the Peaceful Settlement of Disputes, Strasbourg, 29 April 1957, Article 21",
        misses="A default for one member only: it is taken to hold for all.",
        find=_no_appointment,
    ),
    Rule(
        id="past-facts",
        severity=Severity.NOTE,
        title="A court or tribunal is given jurisdiction without a date",
        why=(
            "A treaty does not bind in relation to acts before its entry into force. Whether a dispute that arises "
            "later over earlier facts falls under the clause is often fought over; one sentence settles it."
        ),
        example=Example(
            "A dispute may be referred to the International Court of Justice by either Party.",
            "… This does not extend to disputes concerning facts or situations prior to the entry into force of this "
            "Treaty.",
        ),
        source=(
            "Vienna Convention on the Law of Treaties, Article 28; European Convention for the Peaceful Settlement of "
            "Disputes, Strasbourg, 29 April 1957, Article 27(a)"
        ),
        misses="A date that stands in another instrument, such as a declaration under the Statute of the Court.",
        find=_past_facts,
    ),
)
