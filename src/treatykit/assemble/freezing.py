"""Keeps the numbers of an earlier round: what was there has its number, what is new comes in between.

An inserted article is *Article 2 bis*, a removed one leaves its number vacant, so that what was said of
Article 5 in an earlier round is still said of Article 5.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from treatykit.assemble.provisions import Provision, Siblings, paired, siblings
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import ContentError, Where
from treatykit.model.citations import refer
from treatykit.model.content import Paragraph
from treatykit.model.counts import Count, patterns, print_count
from treatykit.model.document import Document
from treatykit.model.numbering import NumberingScheme
from treatykit.model.outline import Outline, outline
from treatykit.model.properties import Label, Role
from treatykit.records import dataclass


@dataclass(frozen=True, slots=True)
class Frozen:
    """A text with the numbers of an earlier one.

    Attributes:
        vacant: The places of the earlier text that are gone, ``Article 3``; their numbers are not given again.
    """

    document: Document
    vacant: tuple[str, ...] = ()


def freeze(document: Document, earlier: Document, scheme: NumberingScheme, where: Where) -> Frozen:
    """The numbered document with the numbers that its provisions have in an earlier text.

    A number that a list can count stays automatic; one that comes again is typed.

    Args:
        earlier: Its provisions have the keys of the clauses that they come from, as files of ours have.
        scheme: How numbers are printed, whatever the earlier text printed.
        where: What asks for the numbers, for errors.

    Raises:
        ContentError: The texts have no article in common, or no number is left between two provisions.
    """
    old, new = siblings(earlier.body), siblings(document.body)
    pairs = paired(old, new)
    if not any(was.role is Role.ARTICLE for was in pairs.values()):
        hint = "name the same text of an earlier round: a draft, or a Word or JSON file that treatykit made of it"
        raise ContentError(
            "no article of this text stands in the one whose numbers it is to keep", where=where, hint=hint
        )
    counts: dict[int, Count] = {}
    kept: Siblings = {}
    for (parent, kind), row in new.items():
        were = old.get((pairs[parent].at if parent in pairs else parent, kind), []) if parent in (-1, *pairs) else []
        if any(each.at in pairs and pairs[each.at].count for each in row):
            kept[parent, kind] = were
            counts |= _counted(row, were, pairs, where)
    body = tuple(
        _numbered(block, counts.get(at), pairs.get(at), scheme) if isinstance(block, Paragraph) else block
        for at, block in enumerate(document.body)
    )
    return Frozen(refer(replace(document, body=body)), _vacant(kept, pairs, outline(earlier.body)))


def vacancies(frozen: Frozen, where: Where) -> tuple[Diagnostic, ...]:
    """A note on the numbers that are vacant."""
    if not frozen.vacant:
        return ()
    gone = "is gone, and its number stays" if len(frozen.vacant) == 1 else "are gone, and their numbers stay"
    message = f"{'; '.join(frozen.vacant)} of the earlier text {gone} vacant"
    return (Diagnostic(severity=Severity.NOTE, code="vacant-number", message=message, where=where),)


def _counted(
    row: Sequence[Provision], were: Sequence[Provision], pairs: Mapping[int, Provision], where: Where
) -> dict[int, Count]:
    """The numbers of provisions in one row."""
    used = {was.count for was in were if was.count}
    given: list[tuple[Provision, Count]] = []
    for place, each in enumerate(row):
        count = pairs[each.at].count if each.at in pairs else None
        if count is None and each.count is None:
            continue
        if count is None:
            others = used | {known for other, known in given if not each.competes(other)}
            count = _between(others, _next(row[place + 1 :], each, pairs), where)
        given.append((each, count))
    return {each.at: count for each, count in given}


def _next(behind: Sequence[Provision], here: Provision, pairs: Mapping[int, Provision]) -> Count | None:
    """The number of the first provision behind this one that had one."""
    kept = (pairs[each.at].count for each in behind if each.at in pairs and not here.competes(each))
    return next((count for count in kept if count), None)


def _between(used: set[Count], behind: Count | None, where: Where) -> Count:
    """A number that is not used yet and comes before another, or behind all."""
    if behind is None:
        return Count(max(used).number + 1)
    before = max((count for count in used if count < behind), default=None)
    found = behind.preceding() if before is None else before.following()
    if found is None or not found < behind:
        named = print_count(behind, "{1}")
        hint = "number the text afresh: leave 'freeze' out"
        raise ContentError(f"no number is left for what is inserted before number {named}", where=where, hint=hint)
    return found


def _numbered(block: Paragraph, count: Count | None, was: Provision | None, scheme: NumberingScheme) -> Paragraph:
    if count is None:
        return block
    properties = block.mark.properties
    if properties.role is Role.BODY and was is not None:  # the only paragraph that is left keeps its number
        properties = replace(properties, role=was.role, level=was.level)
    usual, *others = patterns(scheme, properties.role, properties.level)
    if properties.label and properties.label.text in others and count == Count(1):
        return block  # the only annex
    label = Label(print_count(count, usual), typed=not count.is_plain)
    return replace(block, mark=replace(block.mark, properties=replace(properties, label=label)))


def _vacant(kept: Siblings, pairs: Mapping[int, Provision], view: Outline) -> tuple[str, ...]:
    there = {was.at for was in pairs.values()}
    gone = sorted({each.at for were in kept.values() for each in were if each.count and each.at not in there})
    return tuple(view.address(at) for at in gone)
