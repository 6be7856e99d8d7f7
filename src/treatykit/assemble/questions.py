"""The questions of an interview in their order, of which each follows from the answers before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from treatykit.assemble.answers import BLANK, Key, Kind, Said, instrument, parties, short_names, structure
from treatykit.assemble.befitting import standing_wording, unfit
from treatykit.assemble.differing import DIFFERING
from treatykit.assemble.draft_schema import Languages
from treatykit.assemble.needs import roles
from treatykit.assemble.parts import FROM_ARTICLES
from treatykit.assemble.planning import usual_wording
from treatykit.assemble.question import BLANK_STANDS, Offer, Question, how_much
from treatykit.assemble.register import DIVIDED, USUAL, Designation
from treatykit.assemble.sketch import Decided, key_of
from treatykit.assemble.wording import Level
from treatykit.library.index import Library
from treatykit.library.instruments import InstrumentType, register_of
from treatykit.library.params import (
    ChoiceParam,
    DateParam,
    DurationParam,
    ListParam,
    MoneyParam,
    ParamSpec,
    PartyParam,
    default_value,
)
from treatykit.library.profile import Profile
from treatykit.library.schema import AlternativeFacts
from treatykit.library.targets import OptionTarget, ParamTarget
from treatykit.markup.nearest import listed
from treatykit.markup.slots import DraftWord, RoleName
from treatykit.markup.syntax import Register
from treatykit.model.divisions import Divisions
from treatykit.model.numbering import SCHEMES

_FEWEST = 2  # parties
_MANY = 60  # questions, which a person may not want to be asked one by one
_NUMERAL = re.compile(r"\{(\w)\}")


def agenda(said: Said, library: Library, decided: Decided | None) -> Iterator[Question]:
    """Every question that these answers lead to, the answered ones too.

    Args:
        decided: What the answers decide; None before a variant is chosen, and then the variant is asked last.
    """
    yield from _frame(said)
    yield from _parties(said)
    yield _variant(library)
    if decided is None:
        return
    later = tuple(_later(said, library, decided))
    if len(later) > _MANY:
        yield how_much(later)
    yield from later


def _later(said: Said, library: Library, decided: Decided) -> Iterator[Question]:
    """What is asked once the variant is known."""
    yield _structure()
    if named := structure(said):
        yield from _structured(named, library, decided)
    else:
        yield from _topics(said, library, decided)
    yield from _values(said, library, decided)
    yield from _words(said, decided)
    yield from _layout(said)
    if len(library.variants()) > 1:
        yield _differing(said)


def _structured(named: Mapping[str, str], library: Library, decided: Decided) -> Iterator[Question]:
    """The wordings of topics that the text has because they were named, as far as no wording was."""
    for topic in (topic for topic, wording in named.items() if not wording):
        usual = usual_wording(library.facts(topic), decided.profile.id)
        if (question := _topic(topic, usual, library, None, decided.plan.instrument)) is not None:
            yield question


def _topics(said: Said, library: Library, decided: Decided) -> Iterator[Question]:
    """The wordings of the topics of the variant, and of those that are added to it."""
    for choice in decided.profile.topics:
        facts, called = library.facts(choice.topic), decided.plan.instrument
        stands = standing_wording(facts, choice.alternative, decided.profile.id, called)
        usual = stands or choice.alternative
        is_there = stands is not None or choice.topic in decided.plan.topics
        if is_there and (question := _topic(choice.topic, usual, library, decided.profile, called)) is not None:
            yield question
    if more := _additions(said, library, decided):
        yield more
    added = [choice.topic for choice in decided.plan.choices if not decided.profile.choice(choice.topic)]
    for topic in added:
        usual = usual_wording(library.facts(topic), decided.profile.id)
        if (question := _topic(topic, usual, library, None, decided.plan.instrument)) is not None:
            yield question


def _frame(said: Said) -> Iterator[Question]:
    yield Question(
        key=Key(Kind.TITLE),
        prompt="What is the title?",
        hint="without the names of the parties, which are added: Treaty on Peace and Good-Neighbourly Relations",
    )
    yield Question(
        key=Key(Kind.TYPE),
        prompt="What is the text called?",
        offers=tuple(Offer(str(each), str(each)) for each in InstrumentType),
        default=str(InstrumentType.TREATY),
        hint="a declaration and a memorandum say 'will' where a treaty says 'shall', and are not ratified",
    )
    yield Question(
        key=Key(Kind.LEVEL),
        prompt="In whose name is it concluded?",
        offers=(
            Offer(str(Level.STATES), "in the name of the States"),
            Offer(str(Level.GOVERNMENTS), "in the name of the Governments"),
        ),
        default=str(Level.STATES),
    )
    register = register_of(instrument(said))
    if register is not Register.TREATY:
        yield Question(
            key=Key(Kind.DESIGNATION),
            prompt="What are those who conclude it called in it?",
            offers=tuple(Offer(str(each), f"the {each.several}, each {each.one}") for each in Designation),
            default=str(USUAL[register]),
            hint="a treaty has Parties, which are those bound by it",
        )


def _parties(said: Said) -> Iterator[Question]:
    number = 0
    while True:
        number += 1
        key = Key(Kind.PARTY, str(number))
        yield Question(
            key=key,
            prompt="Who is the first party?" if number == 1 else f"Who is party {number}?",
            default=None if number <= _FEWEST else "",
            usual="there is no other" if number > _FEWEST else "",
            hint="its full name as a sentence has it: the Republic of Karvela; or with a code: KAR=the Republic …",
        )
        if not (words := said.get(key)):
            break
        code, _, full = words.partition("=")
        short = short_names(said)[code]
        yield Question(key=Key(Kind.SHORT, code), prompt=f"What is {full} called in short?", default="", usual=short)


def _variant(library: Library) -> Question:
    profiles = sorted((library.profile(each) for each in library.variants()), key=lambda profile: len(profile.topics))
    return Question(
        key=Key(Kind.VARIANT),
        prompt="How much should the text settle?",
        offers=tuple(Offer(each.id, f"{each.summary.rstrip('.')} ({len(each.topics)} topics)") for each in profiles),
    )


def _structure() -> Question:
    return Question(
        key=Key(Kind.STRUCTURE),
        prompt="Which topics has the text, and in which order?",
        default="",
        usual="those of the variant",
        hint="all topics with ';' between them, 'preamble/minimal; recognition; testimonium'; "
        "'treatykit clauses list' names them",
    )


def _differing(said: Said) -> Question:
    more = any(key.kind is Kind.IN and key.name for key in said)
    return Question(
        key=Key(Kind.IN),
        prompt=f"Does anything {'else ' if more else ''}differ in another variant, which the same draft makes?",
        default="",
        usual="nothing",
        hint=f"the variant, then what differs: 'framework: choose recognition=general'; it may be {listed(DIFFERING)}",
    )


def _topic(
    topic: str, usual: str, library: Library, profile: Profile | None, called: InstrumentType
) -> Question | None:
    """Which wording of a topic is taken; None where only one fits.

    Args:
        profile: What the wordings have to fit; None for a topic that was added, where all are offered.
        called: What the text is called, which they have to fit as well.
    """
    facts = library.facts(topic)
    fitting = [
        each
        for each in facts.alternatives
        if unfit(each, called) is None and (profile is None or _fits(topic, each, profile))
    ]
    if len(fitting) < 2:
        return None
    aside = "; or 'omit: the reason', or 'bracket: CODE:wording,CODE:none' for what is not agreed"
    return Question(
        key=Key(Kind.CHOOSE, topic),
        prompt=f"{facts.title}: which wording?",
        offers=tuple(_wording(each) for each in fitting),
        default=usual,
        hint=f"a number or a name{aside if profile else ''}",
        about=topic,
        told=(facts.summary,),
    )


def _fits(topic: str, facts: AlternativeFacts, profile: Profile) -> bool:
    return profile.id in facts.variants and profile.excluded(topic, facts.id) is None


def _wording(facts: AlternativeFacts) -> Offer:
    return Offer(facts.id, facts.label, (("When", facts.when), ("For", facts.pro), ("Against", facts.against)))


def _additions(said: Said, library: Library, decided: Decided) -> Question | None:
    present = decided.plan.topics
    others = [topic for topic in library.topics() if topic not in present and not decided.profile.choice(topic)]
    offers = []
    for topic in others:
        excluded = decided.profile.excluded(topic, usual_wording(library.facts(topic), decided.profile.id))
        points = (("Left out", excluded.because),) if excluded else ()
        offers.append(Offer(topic, library.facts(topic).summary, points))
    added = any(key.kind is Kind.ADD and key.name for key in said)
    if not others:
        return None
    return Question(
        key=Key(Kind.ADD),
        prompt=f"Is there {'another' if added else 'a'} topic to add?",
        offers=tuple(offers),
        default="",
        usual="none",
        hint="a number or a name; with the reason where it is left out on purpose: 'transit-principles: because …'",
    )


# --- Values --------------------------------------------------------------------------------------


def _values(said: Said, library: Library, decided: Decided) -> Iterator[Question]:
    held = roles(decided.plan)
    for need in decided.asked:
        match need:
            case OptionTarget(topic, name):
                spec = library.facts(topic).options[name]
                yield Question(
                    key=key_of(need) or Key(Kind.OPTION),
                    prompt=f"{library.facts(topic).title}: {spec.prompt}",
                    offers=(Offer("yes", "yes"), Offer("no", "no")),
                    default="yes" if spec.default else "no",
                    about=topic,
                )
            case ParamTarget(topic, name):
                param = library.facts(topic).params[name] if topic else held.get(name)
                if param is not None and not (topic and isinstance(param, PartyParam)):
                    yield _value(need, param, said, library.facts(topic).title if topic else "")
            case _:
                pass


def _value(target: ParamTarget, spec: ParamSpec, said: Said, title: str) -> Question:
    usual = default_value(spec)
    offers: tuple[Offer, ...] = ()
    match spec:
        case ChoiceParam():
            offers = tuple(Offer(each, each) for each in spec.choices)
        case PartyParam():
            offers = tuple(Offer(code, full) for code, full in parties(said).items())
        case _:
            pass
    return Question(
        key=key_of(target) or Key(Kind.SET),
        prompt=f"{title}: {spec.prompt}" if title else spec.prompt,
        offers=offers,
        default="",
        usual=BLANK_STANDS if usual is None else "; ".join(usual) if isinstance(usual, tuple) else str(usual),
        hint=f"{_written(spec)}'{BLANK}' for a blank that is meant to stay",
        about=target.topic or "",
    )


def _written(spec: ParamSpec) -> str:
    match spec:
        case DurationParam():
            return f"in {spec.unit}; "
        case DateParam():
            return "year-month-day, 2031-05-03; "
        case MoneyParam():
            return "with its currency, 5000 EUR; "
        case ListParam():
            return "several with ';' between them; "
        case _:
            return ""


def _words(said: Said, decided: Decided) -> Iterator[Question]:
    """What the draft decides once for the whole text, where a word of it is printed."""
    names = parties(said)
    holders = {decided.values.holder(need.role) for need in decided.asked if isinstance(need, RoleName)}
    for code in (each for each in names if each in holders):
        yield _open(Key(Kind.ADJECTIVE, code), f"Which adjective belongs to the name of {names[code]}?")
    if DraftWord.AUTHENTIC_LANGUAGES in decided.asked:
        for code, full in names.items():
            yield _open(Key(Kind.LANGUAGE, code), f"In which language does {full} sign?")
    if DraftWord.PREVAILING_LANGUAGE in decided.asked:
        yield _open(Key(Kind.PREVAILING), "Which language prevails where the texts differ?")
    if DraftWord.AUTHENTIC_LANGUAGES in decided.asked:
        yield _authentic(said)
        yield Question(
            key=Key(Kind.WORKING),
            prompt="In which language is this text written?",
            default=Languages().working,
            hint="the library speaks English; clauses of your own may speak another",
        )
    if DraftWord.PLACE in decided.asked:
        yield _open(Key(Kind.PLACE), "Where is it signed?")
    if DraftWord.DONE_DATE in decided.asked:
        yield _open(Key(Kind.SIGNED), "On which day is it signed?", "year-month-day, or words; ")
        for code, full in names.items():
            yield Question(
                key=Key(Kind.SIGNATORY, code),
                prompt=f"Who signs for {full}?",
                default="",
                usual="nobody is named",
                hint="the name, then the title: Ilva Dorrenmark, Minister for Foreign Affairs",
            )


def _authentic(said: Said) -> Question:
    own = [said.get(Key(Kind.LANGUAGE, code), "") for code in parties(said)]
    known = dict.fromkeys(each for each in (*own, said.get(Key(Kind.PREVAILING), "")) if each not in ("", BLANK))
    return Question(
        key=Key(Kind.AUTHENTIC),
        prompt="In which languages is the text authentic?",
        default="",
        usual="; ".join(known) or BLANK_STANDS,
        hint="several with ';' between them; by default those of the parties, then the prevailing one",
    )


def _layout(said: Said) -> Iterator[Question]:
    """How the text is numbered and divided."""
    yield Question(
        key=Key(Kind.NUMBERING),
        prompt="How is it numbered?",
        offers=tuple(
            Offer(name, " ".join(_NUMERAL.sub(r"\1", each) for each in (scheme.article, *scheme.items)))
            for name, scheme in SCHEMES.items()
        ),
        default=next(iter(SCHEMES)),
    )
    yield Question(
        key=Key(Kind.DIVISIONS),
        prompt="What are its articles called?",
        offers=tuple(Offer(str(each), f"{each.one} 3, {each.within} 2") for each in Divisions),
        default=str(DIVIDED[register_of(instrument(said))]),
        hint="'article' is a word of treaties",
    )
    yield Question(
        key=Key(Kind.PARTS),
        prompt="Do the articles stand in Parts?",
        offers=(Offer("yes", "yes"), Offer("no", "no")),
        default="",
        usual=f"from {FROM_ARTICLES} articles on",
    )


def _open(key: Key, prompt: str, written: str = "") -> Question:
    hint = f"{written}'{BLANK}' for a blank that is meant to stay"
    is_of_a_party = key.kind in (Kind.ADJECTIVE, Kind.LANGUAGE)
    return Question(key=key, prompt=prompt, default="", usual=BLANK_STANDS, hint="" if is_of_a_party else hint)
