"""The use case `clauses list --page`: the whole library on a page in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from treatykit.app.clauses import PARTS, library_here
from treatykit.assemble.specimen import specimen
from treatykit.errors import Errors
from treatykit.library.index import Library
from treatykit.library.profile import Profile
from treatykit.library.schema import FrontMatter
from treatykit.model.words import words_of

_STANDS, _FITS = "●", "○"

_INTRODUCTION: Final = f"""\
# The library

What there is to choose from, part by part. `treatykit clauses show TOPIC` prints the words, `treatykit clauses search
WORDS` finds them; this page is what `treatykit clauses list --page` prints (`make library` writes it anew).

Under each variant, {_STANDS} is the wording that stands unless a draft chooses another, {_FITS} one that may be chosen.
**Depth** says how much a wording settles itself, **precision** how much room it leaves, **strength** how far it binds,
from 1 to 5. **Words** are those of a text between two parties, every passage printed. **Sources** are the precedents
that the topic names.
"""


def library_page(errors: Errors) -> str:
    """The library of the project in the current folder: topics, alternatives, variants, sources and words.

    Args:
        errors: Takes what is wrong in clauses and profiles, which are then left out.
    """
    library = library_here()
    profiles: list[Profile] = []
    for variant in library.variants():
        with errors.noted():
            profiles.append(library.profile(variant))
    profiles.sort(key=lambda profile: len(profile.topics))
    facts = sorted(library.listing(errors), key=lambda each: PARTS.index(each.part))
    tables = []
    lengths: list[int] = []
    for part, members in groupby(facts, key=lambda each: each.part):
        rows: list[str] = []
        for each in members:
            with errors.noted():
                counts = _lengths(library, each)
                rows += _rows(each, profiles, counts)
                lengths += counts
        tables.append(_table(part, [profile.id for profile in profiles], rows))
    total = f"{len(facts):,} topics, {len(lengths):,} wordings, {sum(lengths):,} words.\n"
    return "\n".join((_INTRODUCTION, total, *tables))


def _lengths(library: Library, facts: FrontMatter) -> list[int]:
    return [words_of(specimen(library, facts.id, each.id)) for each in facts.alternatives]


def _table(part: str, variants: Sequence[str], rows: Sequence[str]) -> str:
    columns = ["topic", "alternative", *variants, "depth", "precision", "strength", "words", "sources"]
    rule = ["---", "---", *([":-:"] * len(variants)), "---", "---", "--:", "--:", "--:"]
    return f"## {part.capitalize()}\n\n{_row(columns)}\n{'|'.join(('', *rule, ''))}\n{''.join(rows)}"


def _rows(facts: FrontMatter, profiles: Sequence[Profile], lengths: Sequence[int]) -> Iterator[str]:
    """A row for each wording; topic and sources stand in the first."""
    for number, (each, words) in enumerate(zip(facts.alternatives, lengths, strict=True)):
        signs = [_sign(profile, facts.id, each.id, fits=profile.id in each.variants) for profile in profiles]
        topic, sources = (f"`{facts.id}`: {facts.title}", str(len(facts.sources))) if not number else ("", "")
        known = (each.depth, each.precision, str(each.strength))
        yield f"{_row((topic, f'`{each.id}`: {each.label}', *signs, *known, f'{words:,}', sources))}\n"


def _sign(profile: Profile, topic: str, alternative: str, *, fits: bool) -> str:
    choice = profile.choice(topic)
    if choice and choice.alternative == alternative:
        return _STANDS
    return _FITS if fits else ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(' '.join(cell.split()).replace('|', chr(92) + '|') for cell in cells)} |"
