"""What a draft says once for the whole text: its names, languages, status and dates, in one of its variants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from treatykit.assemble.draft import Draft
from treatykit.assemble.draft_schema import Done, Languages, Party
from treatykit.assemble.english import long_date
from treatykit.assemble.opening import between
from treatykit.assemble.wording import Wording
from treatykit.errors import UsageError
from treatykit.markup.nearest import did_you_mean
from treatykit.markup.parser import LIBRARY_PARTIES
from treatykit.model.document import Meta
from treatykit.model.document import Party as NamedParty

_LANGUAGE_TAGS: Final = {
    "Arabic": "ar", "Chinese": "zh", "English": "en-GB", "French": "fr", "German": "de", "Italian": "it",
    "Portuguese": "pt", "Russian": "ru", "Spanish": "es",
}  # fmt: skip
"""The tags (BCP 47) of working languages. The library speaks English; a project's own clauses may speak another."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The frame of a text.

    Attributes:
        parties: By code, in the order in which the text names them.
        parts: Whether the articles stand in Parts; None leaves it to their number.
        codes: By which code clauses know each party, by its code in the draft: the library's A
            and B are the first two, whoever is named first.
    """

    title: str
    parties: Mapping[str, Party]
    wording: Wording
    parts: bool | None
    codes: Mapping[str, str]
    meta: Meta


def settings(draft: Draft, variant: str, lead: str | None = None) -> Settings:
    """The frame of a draft's text in one of its variants.

    Args:
        lead: The party that is named first; its language comes first too.

    Raises:
        UsageError: The leading party is none of the draft's.
    """
    file = draft.file
    parties = _led_by(file.parties, lead)
    languages: Languages = _last(draft, variant, "languages") or Languages()
    done: Done = _last(draft, variant, "done") or Done()
    wording = Wording(
        instrument=file.type,
        level=file.level,
        names=tuple(party.full for party in parties.values()),
        authentic=_authentic(languages, parties, lead),
        prevailing=languages.prevailing or "",
        place=done.place or "",
        date=done.date or "",
    )
    title: str = _last(draft, variant, "title")
    day: date | str | None = _last(draft, variant, "date")
    meta = Meta(
        title=f"{title} {between(wording)}",
        subject=f"{variant.capitalize()} variant",
        symbol=_last(draft, variant, "symbol") or "",
        date=long_date(day) if isinstance(day, date) else day or "",
        variant=variant,
        status=_last(draft, variant, "status"),
        language=_LANGUAGE_TAGS.get(languages.working, "en-GB"),
        parties=tuple(NamedParty(code=code, short=each.short, full=each.full) for code, each in parties.items()),
    )
    codes = {code: code for code in file.parties} | dict(zip(file.parties, LIBRARY_PARTIES, strict=False))
    return Settings(title, parties, wording, _last(draft, variant, "parts"), codes, meta)


def _last(draft: Draft, variant: str, entry: str) -> Any:
    """What the weightiest layer that says something says."""
    said = (getattr(layer.choices, entry) for layer in reversed(draft.layers(variant)))
    return next((value for value in said if value is not None), None)


def _led_by(parties: Mapping[str, Party], lead: str | None) -> dict[str, Party]:
    if lead is None:
        return dict(parties)
    if lead not in parties:
        hint = did_you_mean(lead, parties, otherwise=f"the parties are {', '.join(parties)}")
        raise UsageError(f"no party has the code '{lead}'", hint=hint)
    return {lead: parties[lead], **parties}


def _authentic(languages: Languages, parties: Mapping[str, Party], lead: str | None) -> tuple[str, ...]:
    own = tuple(party.language for party in parties.values() if party.language)
    prevailing = (languages.prevailing,) if own and languages.prevailing else ()
    named = (*own, *prevailing) if languages.authentic is None else languages.authentic
    first = parties[lead].language if lead else ""
    return tuple(dict.fromkeys((first, *named) if first in named else named))
