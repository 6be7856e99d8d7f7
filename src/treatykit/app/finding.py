"""The use cases `clauses search` and `clauses uses`: clauses that hold some words, and who uses a clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from treatykit.app.arguments import DRAFT_SUFFIXES, TextArgument
from treatykit.app.bundles import in_packages
from treatykit.app.clauses import library_here
from treatykit.app.files import read_text
from treatykit.app.shelves import DRAFTS, drafts_in
from treatykit.app.texts import opened
from treatykit.assemble.draft import Draft, read_draft
from treatykit.assemble.plan import Choice
from treatykit.assemble.planning import plan
from treatykit.assemble.specimen import spoken_words
from treatykit.errors import Errors
from treatykit.library.search import MOST_HITS, Found, search
from treatykit.library.targets import OptionTarget, ParamTarget
from treatykit.library.uses import Use, UsedTarget, held_by, read_target, uses
from treatykit.records import dataclass


def found(words: Sequence[str], errors: Errors, *, most: int = MOST_HITS) -> Found:
    """The clauses that hold all of the words, the best first.

    Args:
        words: As a shell parts them: what has a space in it is a phrase, unless it has quotation marks itself.
        errors: Takes what is wrong in clauses that may hold the words, which are then left out.
        most: How many hits are wanted.
    """
    query = " ".join(f'"{each}"' if " " in each.strip() and '"' not in each else each for each in words)
    return search(library_here(), query, spoken_words(), errors, most=most)


@dataclass(frozen=True, slots=True)
class DraftUse:
    """A draft, in one of its variants, that has the topic.

    Attributes:
        wording: The alternative; of a bracket all of them with their parties.
        value: What it fills the parameter with, or answers to the option; None where it leaves that to the clause.
    """

    draft: str
    wording: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class AllUses:
    """Who has to do with something in the library: places of the library itself, and drafts of the project."""

    library: tuple[Use, ...]
    drafts: tuple[DraftUse, ...]


def all_uses(written: str, errors: Errors) -> AllUses:
    """Who uses a topic, alternative, parameter, role or option; the drafts are those of the current folder.

    Args:
        errors: Takes what is wrong in clauses, profiles and drafts, which are then left out.

    Raises:
        ContentError: The library has nothing of that name.
    """
    shelf = library_here()
    target = read_target(shelf, written)
    places = uses(shelf, target, errors)
    drafts: list[DraftUse] = []
    for path in in_packages(drafts_in(Path(DRAFTS), DRAFT_SUFFIXES)):
        with errors.noted():
            for name, draft, variant in _drafts(path, errors):
                with errors.noted():
                    drafts += _by_draft(name, draft, variant, plan(draft, variant, shelf).choices, target, places)
    return AllUses(places, tuple(drafts))


def _drafts(path: Path, errors: Errors) -> Iterator[tuple[str, Draft, str]]:
    """The draft in a file, or those of the instruments of a package, in each variant, with the name of the text."""
    package = opened(TextArgument(path))
    if package is None:
        draft = read_draft(read_text(path), str(path))
        for variant in dict.fromkeys((draft.file.variant, *draft.file.variants)):
            yield f"{draft.name}@{variant}", draft, variant
        return
    for bundle in package.variants:
        for member in bundle.members:
            with errors.noted():
                yield str(member), bundle.instruments.draft(member.instrument or ""), bundle.instruments.variant


def _by_draft(
    name: str, draft: Draft, variant: str, choices: Iterable[Choice], target: UsedTarget, places: Sequence[Use]
) -> Iterator[DraftUse]:
    used = [
        choice
        for choice in choices
        if any(held_by(target, places, choice.topic, option.alternative) for option in choice.options)
    ]
    if not used:
        return
    value = None
    for layer in draft.layers(variant):
        match target:
            case ParamTarget() if (found := layer.choices.params.get(target.dotted)) is not None:
                value = ", ".join(found) if isinstance(found, tuple) else str(found)
            case OptionTarget() if target.dotted in layer.choices.options:
                value = "yes" if layer.choices.options[target.dotted] else "no"
            case _:
                pass
    if target.topic is None:
        yield DraftUse(name, ", ".join(f"{each.topic}/{each.says}" for each in used), value)
    else:
        yield DraftUse(name, used[0].says, value)
