"""The entries of a draft file that follow from the answers of an interview."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from treatykit.assemble.answers import (
    BLANK,
    Key,
    Kind,
    Said,
    as_targets,
    instrument,
    parties,
    proposals,
    short_names,
    structure,
    yes_or_no,
)
from treatykit.assemble.befitting import standing_wording
from treatykit.assemble.differing import differing
from treatykit.assemble.draft import FORMAT
from treatykit.assemble.draft_schema import Languages
from treatykit.assemble.planning import usual_wording
from treatykit.assemble.register import DIVIDED, USUAL
from treatykit.assemble.wording import Level
from treatykit.library.index import Library
from treatykit.library.instruments import InstrumentType, register_of
from treatykit.library.params import PartyParam, Value, answer_entry, default_value, parse_value
from treatykit.model.numbering import SCHEMES


def entries(said: Said, library: Library, wanted: Collection[Key] | None = None) -> dict[str, object]:
    """The entries of the draft, in the order of the file, and none that says what stands anyway.

    Args:
        wanted: The values and options that the text asks for; None for all that were given.

    Raises:
        ContentError: An answer cannot be read.
    """
    told = {key: words for key, words in said.items() if words}
    params = _params(told, library, wanted)
    options = _options(told, library, wanted)
    found: dict[str, object] = {
        "format": FORMAT,
        "title": told.get(Key(Kind.TITLE)),
        "type": _unless(told.get(Key(Kind.TYPE)), InstrumentType.TREATY),
        "level": _unless(told.get(Key(Kind.LEVEL)), Level.STATES),
        "designation": _unless(told.get(Key(Kind.DESIGNATION)), USUAL[register_of(instrument(told))]),
        "divisions": _unless(told.get(Key(Kind.DIVISIONS)), DIVIDED[register_of(instrument(told))]),
        "variant": told.get(Key(Kind.VARIANT)),
        **{kind: told.get(Key(kind)) for kind in (Kind.STATUS, Kind.SYMBOL, Kind.DATE, Kind.FREEZE)},
        "numbering": _unless(told.get(Key(Kind.NUMBERING)), next(iter(SCHEMES))),
        "parts": yes_or_no(told[Key(Kind.PARTS)]) if Key(Kind.PARTS) in told else None,
        "parties": _parties(told),
        "languages": _languages(told),
        "done": _mapping(place=told.get(Key(Kind.PLACE)), date=told.get(Key(Kind.SIGNED))),
        **_topics(told, library),
        "params": params,
        "options": options,
        "variants": differing(told, library),
    }
    return {str(entry): value for entry, value in found.items() if value not in (None, {})}


def _parties(told: Said) -> dict[str, object]:
    shorts = short_names(told)

    def one(code: str, full: str) -> dict[str, object]:
        facts: dict[str, object] = {"full": full, "short": shorts[code]}
        more = {str(entry): told.get(Key(entry, code), "") for entry in (Kind.ADJECTIVE, Kind.LANGUAGE)}
        return (
            facts
            | {entry: words for entry, words in more.items() if words not in ("", BLANK)}
            | _signatory(told.get(Key(Kind.SIGNATORY, code), ""))
        )

    return {code: one(code, full) for code, full in parties(told).items()}


def _signatory(words: str) -> dict[str, object]:
    """Who signs, from ``Ilva Dorrenmark, Minister for Foreign Affairs``."""
    name, _, title = (part.strip() for part in words.partition(","))
    if words in ("", BLANK):
        return {}
    return {"signatory": {"name": name} | ({"title": title} if title else {})}


def _languages(told: Said) -> dict[str, object]:
    authentic = tuple(filter(None, (each.strip() for each in told.get(Key(Kind.AUTHENTIC), "").split(";"))))
    working = _unless(told.get(Key(Kind.WORKING)), Languages().working)
    return {
        **({"working": working} if working else {}),
        **({"authentic": authentic} if authentic and authentic != (BLANK,) else {}),
        **_mapping(prevailing=told.get(Key(Kind.PREVAILING))),
    }


def _mapping(**given: str | None) -> dict[str, str | None]:
    return {entry: None if words == BLANK else words for entry, words in given.items() if words is not None}


def _topics(told: Said, library: Library) -> dict[str, object]:
    variant = told.get(Key(Kind.VARIANT), "")
    named = structure(told)
    profile = library.profile(variant) if variant and not named else None
    choose: dict[str, str] = {}
    omit: dict[str, str] = {}
    bracket: dict[str, dict[str, str]] = {}
    add: dict[str, object] = {}
    for (kind, topic), words in told.items():
        usual = profile.choice(topic) if profile and kind is Kind.CHOOSE else None
        match kind:
            case Kind.ADD if topic:
                add[topic] = {"because": words} if words != BLANK else None
            case Kind.OMIT:
                omit[topic] = words
            case Kind.BRACKET:
                bracket[topic] = proposals(words)
            case Kind.CHOOSE if topic in named and words == (
                named[topic] or usual_wording(library.facts(topic), variant)
            ):
                pass
            case Kind.CHOOSE if usual is None or words != standing_wording(
                library.facts(topic), usual.alternative, variant, instrument(told)
            ):
                choose[topic] = words
            case _:
                pass
    for topic in [each for each in choose if each in add]:
        alternative, reason = choose.pop(topic), add[topic]
        if alternative != usual_wording(library.facts(topic), variant):
            add[topic] = {"alternative": alternative} | (reason if isinstance(reason, dict) else {})
    order = [each.topic for each in profile.topics] if profile else list(named)
    return {
        "structure": as_targets(named) or None,
        "choose": _in_order(choose, order),
        "omit": _in_order(omit, order),
        "add": _in_order(add, order),
        "bracket": _in_order(bracket, order),
    }


def _params(told: Said, library: Library, wanted: Collection[Key] | None) -> dict[str, object]:
    found: dict[str, object] = {}
    for key in _given(told, Kind.SET, wanted):
        topic, dot, name = key.name.partition(".")
        spec = library.facts(topic).params.get(name) if dot else None
        words = told[key]
        if words == BLANK:
            found[key.name] = None
            continue
        entry = words if spec is None else answer_entry(spec, words)
        usual: Value | None = None
        if spec is not None and not isinstance(spec, PartyParam):
            usual = default_value(spec)
        if usual is None or spec is None or parse_value(spec, entry) != usual:
            found[key.name] = entry
    return found


def _options(told: Said, library: Library, wanted: Collection[Key] | None) -> dict[str, object]:
    found: dict[str, object] = {}
    for key in _given(told, Kind.OPTION, wanted):
        topic, _, name = key.name.partition(".")
        chosen, spec = yes_or_no(told[key]), library.facts(topic).options.get(name)
        if spec is None or spec.default is not chosen:
            found[key.name] = chosen
    return found


def _given(told: Said, kind: Kind, wanted: Collection[Key] | None) -> list[Key]:
    """The keys of a kind that count, in the order of the text where that is known."""
    if wanted is None:
        return [key for key in told if key.kind is kind]
    return [key for key in wanted if key.kind is kind and key in told]


def _unless(words: str | None, usual: str) -> str | None:
    return None if words == usual else words


def _in_order(topics: Mapping[str, object], order: list[str]) -> dict[str, object]:
    """Topics in the order of the text, then the others by name, so that the order of the answers does not count."""
    return dict(sorted(topics.items(), key=lambda item: (order.index(item[0]) if item[0] in order else 999, item[0])))
