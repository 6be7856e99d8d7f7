"""Finds what would keep a rule that the answers of an interview break: each remedy is tried before it is offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from treatykit.assemble.answers import BLANK, TOPIC_KINDS, Key, Kind, Said, as_targets, parties, structure, with_answer
from treatykit.assemble.draft_schema import NOTHING
from treatykit.assemble.question import Changes, Offer
from treatykit.assemble.sketch import Decided, key_of, sketch
from treatykit.errors import TreatykitError
from treatykit.library.index import Library
from treatykit.library.instruments import InstrumentType
from treatykit.library.rules import Violation
from treatykit.library.schema import FrontMatter
from treatykit.library.targets import (
    AlternativeTarget,
    OptionTarget,
    ParamTarget,
    TypeTarget,
    simple_targets,
    topics_of,
)
from treatykit.markup.syntax import Reference

_MANY = 9  # remedies that a person looks through


def mends(violation: Violation, said: Said, library: Library, decided: Decided) -> tuple[Offer, ...]:
    """The single changes of the answers that keep a rule, and break no more rules than they keep.

    What the rule itself names comes first; then what leaves nothing broken.
    """
    tried: list[tuple[int, Offer]] = []
    for offer in {each.value: each for each in _candidates(violation, said, library, decided)}.values():
        try:
            after = sketch(changed(said, offer.changes), library)
        except TreatykitError:
            continue
        if after and len(after.broken) < len(decided.broken) and not _is_among(violation, after.broken):
            tried.append((len(after.broken), offer))
    tried.sort(key=lambda each: each[0])
    return tuple(offer for _, offer in tried[:_MANY])


def changed(said: Said, changes: Changes) -> dict[Key, str]:
    """The answers with these changes."""
    told = dict(said)
    for key, words in changes.items():
        if words is None:
            told.pop(key, None)
        else:
            told = with_answer(told, key, words)
    return told


def reasons(decided: Decided) -> tuple[str, ...]:
    """The broken rules, a sentence each."""
    return tuple(" ".join(each.message.split()).rstrip(".") for each in decided.broken)


def _is_among(violation: Violation, others: tuple[Violation, ...]) -> bool:
    return any(
        (each.kind, each.topic, each.target) == (violation.kind, violation.topic, violation.target) for each in others
    )


def _candidates(violation: Violation, said: Said, library: Library, decided: Decided) -> Iterator[Offer]:
    named: list[str] = []
    target = violation.target
    if isinstance(target, Reference):
        named.append(target.topic or "")
    else:
        named += topics_of(target)
        for each in simple_targets(target):
            yield from _named(each, violation, said, library, decided)
    for topic in dict.fromkeys((*named, violation.topic)):
        if topic in library.topics():
            yield from _wordings(library.facts(topic), violation, said, decided)
    present = [topic for topic in dict.fromkeys((violation.topic, *named)) if topic in decided.plan.topics]
    for topic in present:
        yield from _proposals(topic, violation, said, library, decided)
    for topic in present:
        yield _leaving_out(library.facts(topic), violation, said, decided)
    for topic in present:
        for name, option in library.facts(topic).options.items():
            yield _option(Key(Kind.OPTION, f"{topic}.{name}"), not decided.values.is_on(topic, name), option.prompt)
    if isinstance(target, TypeTarget):
        for kind in InstrumentType:
            yield Offer(
                f"type {kind}", f"call the text a{'n' * (kind[0] == 'a')} {kind}", changes={Key(Kind.TYPE): kind}
            )


def _proposals(topic: str, violation: Violation, said: Said, library: Library, decided: Decided) -> Iterator[Offer]:
    """Wordings for those alone who read the broken rule; the others keep what they read."""
    choice = next(each for each in decided.plan.choices if each.topic == topic)
    read = {code: choice.read_by(code) or NOTHING for code in parties(said)}
    if not violation.readers or not set(violation.readers) < set(read):
        return
    labels = {each.id: f"'{topic}/{each.id}' ({each.label})" for each in library.facts(topic).alternatives}
    for alternative, label in (labels | {NOTHING: f"no '{topic}'"}).items():
        proposed = read | dict.fromkeys(violation.readers, alternative)
        words = ",".join(f"{code}:{each}" for code, each in proposed.items())
        yield Offer(
            f"bracket {topic}={words}",
            f"let {' and '.join(violation.readers)} alone propose {label}",
            changes={Key(Kind.BRACKET, topic): words},
        )


def _named(target: object, violation: Violation, said: Said, library: Library, decided: Decided) -> Iterator[Offer]:
    """What the rule itself names."""
    wanted = violation.kind.wants
    match target:
        case AlternativeTarget(topic, alternative) if wanted and topic in library.topics():
            facts = library.facts(topic)
            if facts.alternative(alternative):
                yield _wording(facts, alternative, violation, said, decided)
        case OptionTarget(topic, name) if topic in library.topics() and name in library.facts(topic).options:
            key = key_of(target) or Key(Kind.OPTION)
            yield _option(key, wanted, library.facts(topic).options[name].prompt)
        case ParamTarget():
            key = key_of(target) or Key(Kind.SET)
            if key in said:
                yield Offer(f"ask {target.dotted}", f"answer again what '{target.dotted}' is", changes={key: None})
            if wanted:
                says = f"leave '{target.dotted}' blank on purpose"
                yield Offer(f"blank {target.dotted}", says, changes={key: BLANK})
        case _:
            pass


def _wordings(facts: FrontMatter, violation: Violation, said: Said, decided: Decided) -> Iterator[Offer]:
    for alternative in facts.alternatives:
        if structure(said) or not decided.profile.choice(facts.id) or decided.profile.id in alternative.variants:
            yield _wording(facts, alternative.id, violation, said, decided)


def _wording(facts: FrontMatter, alternative: str, violation: Violation, said: Said, decided: Decided) -> Offer:
    """Taking a wording, of a topic that the text has or of one that is added for it."""
    label = next(each.label for each in facts.alternatives if each.id == alternative)
    changes: dict[Key, str | None] = {}
    says = f"take '{facts.id}/{alternative}' ({label})"
    if facts.id not in decided.plan.topics and (named := structure(said)):
        targets = {topic: [topic] for topic in named}
        targets.setdefault(violation.topic, []).append(facts.id)
        changes[Key(Kind.STRUCTURE)] = _in_structure(named, [each for both in targets.values() for each in both])
        says = f"add '{facts.id}/{alternative}' ({label})"
    elif facts.id not in decided.plan.topics and not decided.profile.choice(facts.id):
        excluded = decided.profile.excluded(facts.id, alternative)
        changes[Key(Kind.ADD, facts.id)] = _flat(violation.because) if excluded else BLANK
        says = f"add '{facts.id}/{alternative}' ({label})"
    changes[Key(Kind.CHOOSE, facts.id)] = alternative
    return Offer(f"{facts.id}/{alternative}", says, changes=changes)


def _leaving_out(facts: FrontMatter, violation: Violation, said: Said, decided: Decided) -> Offer:
    if named := structure(said):
        changes: dict[Key, str | None] = dict.fromkeys(Key(kind, facts.id) for kind in TOPIC_KINDS)
        changes[Key(Kind.STRUCTURE)] = _in_structure(named, [topic for topic in named if topic != facts.id])
    elif decided.profile.choice(facts.id):
        changes = {Key(Kind.OMIT, facts.id): _flat(violation.because)}
    else:
        changes = {Key(kind, facts.id): None for kind in (*TOPIC_KINDS, Kind.ADD)}
    return Offer(f"omit {facts.id}", f"leave '{facts.id}' out", changes=changes)


def _in_structure(named: Mapping[str, str], topics: Iterable[str]) -> str:
    """The answer that names these topics in this order, with the wordings that were named."""
    return "; ".join(as_targets({topic: named.get(topic, "") for topic in topics}))


def _option(key: Key, is_on: bool, prompt: str) -> Offer:
    word = "yes" if is_on else "no"
    return Offer(f"{key.name} {word}", f"answer '{prompt}' with {word}", changes={key: word})


def _flat(words: str) -> str:
    return " ".join(words.split()).rstrip(".")
