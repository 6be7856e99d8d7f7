"""The draft as an interview has it so far; what is not known yet is supplied, so that each answer is judged at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from treatykit.assemble.answers import TOPIC_KINDS, Key, Kind, Said, check_name
from treatykit.assemble.draft import Draft, read_draft
from treatykit.assemble.draft_printing import print_draft
from treatykit.assemble.entries import entries
from treatykit.assemble.needs import Need, needs
from treatykit.assemble.plan import Plan
from treatykit.assemble.planning import plan
from treatykit.assemble.question import Ask
from treatykit.assemble.rules import violated
from treatykit.assemble.values import Values, read_values
from treatykit.errors import ContentError, Errors
from treatykit.library.index import Library
from treatykit.library.profile import Profile
from treatykit.library.rules import Violation
from treatykit.library.targets import OptionTarget, ParamTarget, simple_targets
from treatykit.markup.nearest import listed
from treatykit.markup.parser import LIBRARY_PARTIES
from treatykit.markup.syntax import Reference
from treatykit.records import dataclass

_GAVE_WAY: Final = frozenset({"wording-of-the-type", "annex-without-article"})
"""What a text that is still asked about may be told without being refused."""
_SUPPLIED: Final = {
    "title": "Title",
    "variant": "framework",
    "parties": {"X1": {"full": "the first party", "short": "X 1"}, "X2": {"full": "the second party", "short": "X 2"}},
}
_ONE_MORE: Final = {"X0000": {"full": "another party", "short": "X 0000"}}


@dataclass(frozen=True, slots=True)
class Decided:
    """What is known from the answer about the variant on.

    Attributes:
        asked: What the words of the chosen clauses ask for.
        violations: The rules that the answers break.
        broken: Those of them that no answer still to come can keep.
    """

    profile: Profile
    plan: Plan
    values: Values
    asked: tuple[Need, ...]
    violations: tuple[Violation, ...]
    broken: tuple[Violation, ...]


def sketch(said: Said, library: Library) -> Decided | None:
    """Judge the answers so far.

    Returns:
        What follows from them; None before a variant is chosen.

    Raises:
        ContentError: They say what no draft may say; the words are those of the draft's own errors.
    """
    try:
        draft = _draft(said, library)
        _check_names(said, library, draft)
        return _decided(said, library, draft) if Key(Kind.VARIANT) in said else None
    except ContentError as error:
        raise ContentError(error.message, hint=error.hint) from None


def judged_again(decided: Decided, said: Said) -> Decided:
    """What was decided, after answers that decide nothing anew but leave fewer to come."""
    return replace(decided, broken=_broken(decided.violations, decided.asked, said))


def _draft(said: Said, library: Library) -> Draft:
    told = entries(said, library)
    parties = told.get("parties", {})
    if isinstance(parties, Mapping) and len(parties) == 1:
        told["parties"] = {**parties, **_ONE_MORE}
    return read_draft(print_draft({**_SUPPLIED, **told}), "draft")


def _check_names(said: Said, library: Library, draft: Draft) -> None:
    for (kind, name), words in said.items():
        if kind in (*TOPIC_KINDS, Kind.ADD) and name:
            library.require(name)
        if kind is Kind.ASK and words and words not in set(Ask):
            raise ContentError(f"'{words}' is not possible here", hint=f"write {listed(Ask)}")
        if kind is Kind.SHORT and words:
            check_name(words)
        if kind is Kind.CHOOSE:
            library.clause(name).facts_on(words)
        if kind in (Kind.SHORT, Kind.ADJECTIVE, Kind.LANGUAGE, Kind.SIGNATORY) and name not in draft.file.parties:
            known = ", ".join(draft.file.parties)
            raise ContentError(f"no party has the code '{name}'", hint=f"the parties are {known}")


def _decided(said: Said, library: Library, draft: Draft) -> Decided:
    variant = draft.file.variant
    if variant in draft.file.variants:
        hint = "what the whole draft says needs no variant"
        raise ContentError(f"'{variant}' is no other variant, but that of the draft", hint=hint)
    profile = library.profile(variant)
    errors = Errors()
    with errors.noted():
        chosen = plan(draft, variant, library)
    errors.raise_any()
    for diagnostic in (each for each in chosen.diagnostics if each.code not in _GAVE_WAY):
        raise ContentError(diagnostic.message.partition(";")[0], hint="choose a wording that fits, or another variant")
    _check_topics(said, profile, chosen)
    values = read_values(draft, variant, library, chosen.choices)
    codes = dict(zip(draft.file.parties, LIBRARY_PARTIES, strict=False))
    codes = {code: codes.get(code, code) for code in draft.file.parties}
    asked = needs(chosen, values)
    violations = violated(chosen, values, codes)
    for other in sorted(draft.file.variants.keys() - {variant}):
        _check_other(other, draft, library, codes)
    return Decided(profile, chosen, values, asked, violations, _broken(violations, asked, said))


def _check_other(variant: str, draft: Draft, library: Library, codes: Mapping[str, str]) -> None:
    """See that the draft makes a text in another variant, of which something was said."""
    chosen = plan(draft, variant, library)
    values = read_values(draft, variant, library, chosen.choices)
    for violation in violated(chosen, values, codes):
        message = " ".join(violation.message.split()).rstrip(".")
        hint = f"say what differs in the {variant} variant, or leave it out"
        raise ContentError(f"in the {variant} variant, {message}", hint=hint)


def _check_topics(said: Said, profile: Profile, chosen: Plan) -> None:
    for kind, topic in said:
        own = profile.choice(topic)
        if kind is Kind.ADD and topic and own:
            raise ContentError(f"the {profile.id} variant has '{topic}' already", hint="choose a wording of it")
        if kind is Kind.OMIT and not own:
            raise ContentError(f"the {profile.id} variant does not have '{topic}'", hint="there is nothing to omit")
        if kind in (Kind.CHOOSE, Kind.BRACKET) and topic not in chosen.topics:
            raise ContentError(f"the {profile.id} variant does not have '{topic}'", hint="add it first")


def _broken(violations: tuple[Violation, ...], asked: tuple[Need, ...], said: Said) -> tuple[Violation, ...]:
    return tuple(each for each in violations if not _can_be_kept(each, asked, said))


def _can_be_kept(violation: Violation, asked: tuple[Need, ...], said: Said) -> bool:
    """Whether a value that is still to be asked for can keep the rule."""
    if isinstance(violation.target, Reference):
        return False
    values = [each for each in simple_targets(violation.target) if isinstance(each, ParamTarget) and each in asked]
    return any(key_of(each) not in said for each in values)


def key_of(need: object) -> Key | None:
    """The key under which an option or a value is asked for; None for what is neither."""
    match need:
        case OptionTarget():
            return Key(Kind.OPTION, need.dotted)
        case ParamTarget():
            return Key(Kind.SET, need.dotted)
        case _:
            return None
