"""The use cases `clauses list` and `clauses show`: what there is to choose from, and why one would."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, get_args

from treatykit.app.shelves import DRAFTS, shelf_for
from treatykit.errors import Errors, UsageError
from treatykit.library.clause import Clause
from treatykit.library.index import Library
from treatykit.library.params import ParamSpec, PartyParam
from treatykit.library.schema import AlternativeFacts, FrontMatter, Part, Rule
from treatykit.markup.nearest import did_you_mean
from treatykit.markup.printer import print_body
from treatykit.markup.syntax import Body

PARTS: Final[tuple[str, ...]] = get_args(Part)
"""The parts of the library, in the order of a treaty."""


def library_here() -> Library:
    """The library as the project in the current folder has it."""
    return shelf_for(Path(DRAFTS) / "any.yaml")


def listing(errors: Errors, *, part: str | None = None, variant: str | None = None) -> tuple[FrontMatter, ...]:
    """The facts on the clauses, part by part.

    Args:
        errors: Takes what is wrong in clauses, which are then left out.
        part: Only this part.
        variant: Only clauses with a wording for this variant, and these wordings.

    Raises:
        UsageError: There is no such part or variant.
    """
    library = library_here()
    _check("part", part, PARTS)
    _check("variant", variant, library.variants())
    found = [facts for facts in library.listing(errors) if part in (None, facts.part)]
    if variant:
        found = [fitting for facts in found if (fitting := _fitting(facts, variant)).alternatives]
    return tuple(sorted(found, key=lambda facts: PARTS.index(facts.part)))


def shown(name: str) -> str:
    """A clause as a person reads it, or one wording of it.

    Raises:
        ContentError: There is no clause or alternative of that name.
    """
    topic, _, alternative = name.partition("/")
    clause = library_here().clause(topic)
    if alternative:
        return _wording(clause, clause.facts_on(alternative))
    return "\n".join(_lines(clause))


def _check(kind: str, name: str | None, known: tuple[str, ...]) -> None:
    if name is not None and name not in known:
        hint = did_you_mean(name, known, otherwise=f"there are {', '.join(known)}")
        raise UsageError(f"no {kind} is called '{name}'", hint=hint)


def _fitting(facts: FrontMatter, variant: str) -> FrontMatter:
    alternatives = tuple(each for each in facts.alternatives if variant in each.variants)
    return facts.model_copy(update={"alternatives": alternatives})


def _lines(clause: Clause) -> Iterator[str]:
    facts = clause.facts
    yield f"{facts.title} ({facts.id}, {facts.kind}, part '{facts.part}')"
    yield facts.summary
    yield ""
    for name, spec in facts.params.items():
        yield f"  {name if isinstance(spec, PartyParam) else f'{facts.id}.{name}'}: {spec.prompt}{_default(spec)}"
    for name, option in facts.options.items():
        yield f"  {facts.id}.{name} (yes or no): {option.prompt} [{'yes' if option.default else 'no'}]"
    yield from _rules("The topic", facts.requires, facts.conflicts)
    for alternative in facts.alternatives:
        yield ""
        yield _wording(clause, alternative)
    if facts.sources:
        yield ""
        yield "Sources:"
        yield from (f"  {source.relation}: {source.cite}" for source in facts.sources)


def _wording(clause: Clause, facts: AlternativeFacts) -> str:
    lines = [
        f"{clause.topic}/{facts.id}: {facts.label}",
        f"  for {', '.join(facts.variants)}; {facts.depth}, {facts.precision}, strength {facts.strength} of 5; "
        f"favours {facts.favours}",
        f"  When: {_flat(facts.when)}",
        f"  For: {_flat(facts.pro)}",
        f"  Against: {_flat(facts.against)}",
        *_rules("It", facts.requires, facts.conflicts),
        "",
        _words(clause, facts.id),
    ]
    return "\n".join(lines)


def _words(clause: Clause, alternative: str) -> str:
    printed = print_body(Body((clause.wording(alternative),)))
    _, _, words = printed.partition("\n")
    return words.strip("\n")


def _rules(who: str, requires: tuple[Rule, ...], conflicts: tuple[Rule, ...]) -> Iterator[str]:
    for verb, rules in (("requires", requires), ("cannot stand with", conflicts)):
        for rule in rules:
            yield f"  {who} {verb} {rule.target}: {_flat(rule.because)}"


def _default(spec: ParamSpec) -> str:
    default = None if isinstance(spec, PartyParam) else spec.default
    return "" if default is None else f" [{', '.join(default) if isinstance(default, tuple) else default}]"


def _flat(words: str) -> str:
    return " ".join(words.split())
