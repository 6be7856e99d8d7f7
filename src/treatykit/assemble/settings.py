"""What a draft says once for the whole text: its names, languages, status and dates, in one of its variants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from treatykit.assemble.draft import Draft
from treatykit.assemble.draft_schema import Done, Languages, Letter, Party
from treatykit.assemble.english import joined, long_date
from treatykit.assemble.opening import belonging
from treatykit.assemble.plan import Plan
from treatykit.assemble.wording import Wording
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import UsageError
from treatykit.markup.nearest import did_you_mean
from treatykit.markup.parser import LIBRARY_PARTIES
from treatykit.model.document import Meta
from treatykit.model.document import Party as NamedParty
from treatykit.records import dataclass

_LANGUAGE_TAGS: Final = {
    "Arabic": "ar", "Chinese": "zh", "English": "en-GB", "French": "fr", "German": "de", "Italian": "it",
    "Portuguese": "pt", "Russian": "ru", "Spanish": "es",
}  # fmt: skip
"""The tags (BCP 47) of working languages. The library speaks English; a project's own clauses may speak another."""


_ONE_LANGUAGE: Final = ("languages", "single")
"""The topic and the wording in which one language is authentic, whatever others the parties have."""

_ONE_PREVAILS: Final = ("languages", "prevailing")
"""The topic and the wording in which one of several authentic languages prevails."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The frame of a text.

    Attributes:
        parties: By code, in the order in which the text names them.
        parts: Whether the articles stand in Parts; None leaves it to their number.
        wording: The words of the opening, the closing words and the signatures.
        agreed: The words of everything between. The order of the languages is that of the draft, so that
            each party's original holds the same articles (the alternat).
        codes: By which code clauses know each party, by its code in the draft: the library's A
            and B are the first two, whoever is named first.
        letter: The text is one of an exchange of letters.
    """

    title: str
    parties: Mapping[str, Party]
    wording: Wording
    agreed: Wording
    parts: bool | None
    codes: Mapping[str, str]
    meta: Meta
    letter: Letter | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def settings(draft: Draft, plan: Plan, lead: str | None = None) -> Settings:
    """The frame of a draft's text in one of its variants.

    Args:
        plan: The topics of that variant.
        lead: The party that is named first; its language comes first in the closing words.

    Raises:
        UsageError: The leading party is none of the draft's.
    """
    file, variant = draft.file, plan.variant
    parties = _led_by(file.parties, lead)
    languages: Languages = _last(draft, variant, "languages") or Languages()
    done: Done = _last(draft, variant, "done") or Done()
    named = _authentic(languages, file.parties)
    first = languages.prevailing or (named[0] if len(named) == 1 else "")
    authentic = tuple(filter(None, (first,))) if plan.says(*_ONE_LANGUAGE) else named
    agreed = Wording(
        instrument=file.type,
        level=file.level,
        names=tuple(party.full for party in parties.values()),
        authentic=authentic,
        prevailing=first,
        place=done.place or "",
        date=done.date or "",
        copies=done.originals,
        called=file.designation,
        divided=file.divisions,
        parent=file.parent.name if file.parent else "",
        parent_title=file.parent.title if file.parent else "",
        in_letters=file.letter is not None,
    )
    own = file.parties[lead].language if lead else ""
    wording = replace(agreed, authentic=tuple(dict.fromkeys((own, *authentic)))) if own in authentic else agreed
    day: date | str | None = _last(draft, variant, "date")
    meta = Meta(
        title=f"{title_of(draft, variant)} {belonging(wording)}",
        subject=f"{variant.capitalize()} variant",
        category=file.type.value,
        symbol=_last(draft, variant, "symbol") or "",
        date=long_date(day) if isinstance(day, date) else day or "",
        variant=variant,
        status=_last(draft, variant, "status"),
        language=_LANGUAGE_TAGS.get(languages.working, "en-GB"),
        parties=tuple(NamedParty(code=code, short=each.short, full=each.full) for code, each in parties.items()),
    )
    codes = {code: code for code in file.parties} | dict(zip(file.parties, LIBRARY_PARTIES, strict=False))
    return Settings(
        title=title_of(draft, variant),
        parties=parties,
        wording=wording,
        agreed=agreed,
        parts=_last(draft, variant, "parts"),
        codes=codes,
        meta=meta,
        letter=file.letter,
        diagnostics=(
            *_more_languages(draft, variant, languages.authentic or (), authentic),
            *_nothing_to_prevail_over(plan, named),
        ),
    )


def title_of(draft: Draft, variant: str) -> str:
    """The title, without what it belongs to: ``Treaty on Peace``."""
    title: str = _last(draft, variant, "title")
    return title


def full_title(draft: Draft, variant: str) -> str:
    """The title with the names of the parties, or of what the text belongs to: ``Treaty on Peace between … and …``."""
    names = tuple(party.full for party in draft.file.parties.values())
    parent = draft.file.parent.title if draft.file.parent else ""
    wording = Wording(instrument=draft.file.type, level=draft.file.level, names=names, parent_title=parent)
    return f"{title_of(draft, variant)} {belonging(wording)}"


def _more_languages(
    draft: Draft, variant: str, named: Sequence[str], authentic: Sequence[str]
) -> tuple[Diagnostic, ...]:
    """A note where the draft names languages of which the chosen wording knows nothing."""
    others = [language for language in named if language not in authentic]
    if not others:
        return ()
    layer = next(each for each in reversed(draft.layers(variant)) if each.choices.languages)
    return (
        Diagnostic(
            severity=Severity.NOTE,
            code="one-language",
            message=f"in '{'/'.join(_ONE_LANGUAGE)}' one language is authentic; {joined(others)} of the draft "
            f"{'is' if len(others) == 1 else 'are'} not",
            where=layer.where_value("languages", "authentic"),
            hint=None if authentic else "name under 'prevailing' which one it is",
        ),
    )


def _nothing_to_prevail_over(plan: Plan, named: Sequence[str]) -> tuple[Diagnostic, ...]:
    """A warning where a language is to prevail and no other is authentic."""
    if len(named) != 1 or not plan.says(*_ONE_PREVAILS):
        return ()
    topic, single = _ONE_LANGUAGE
    return (
        Diagnostic(
            severity=Severity.WARNING,
            code="nothing-to-prevail-over",
            message=f"in '{'/'.join(_ONE_PREVAILS)}' one of several authentic languages prevails; "
            f"the draft has {named[0]} alone",
            where=next(choice.where for choice in plan.choices if choice.topic == topic),
            hint=f"choose '{topic}: {single}', or name another language under 'authentic'",
        ),
    )


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


def _authentic(languages: Languages, parties: Mapping[str, Party]) -> tuple[str, ...]:
    own = tuple(party.language for party in parties.values() if party.language)
    prevailing = (languages.prevailing,) if own and languages.prevailing else ()
    named = (*own, *prevailing) if languages.authentic is None else languages.authentic
    return tuple(dict.fromkeys(named))
