"""How a report of changes is put into words, the same in every format."""

from __future__ import annotations

from treatykit.model.changes import Change, ChangeKind, ChangeReport, Summary

NOTHING_CHANGED = "The two texts are the same."

_LISTED = 10  # replacements


def place(change: Change) -> str:
    """Where a change is, ``Article 5, paragraph 2``; of a move or new number both places, of a deletion the old one."""
    match change.kind:
        case ChangeKind.INSERTED:
            return change.new_place
        case ChangeKind.DELETED:
            return old(change.old_place)
        case ChangeKind.RENUMBERED:
            return _numbers(change)
        case _:
            return _both(change.old_place, change.new_place)


def old(where: str) -> str:
    """A place of the old text, told from those of the new one: ``old Article 5``."""
    return f"old {where}" if where else ""


def kind(change: Change) -> str:
    """What happened, in a word or two; of a table that looks otherwise, what of it."""
    if change.edited and change.kind is ChangeKind.MOVED:
        return f"{change.kind} and edited"
    return f"{change.kind} in {', '.join(change.layout)}" if change.layout else str(change.kind)


def touches(change: Change) -> str:
    """What the change touches, the weightiest first."""
    return ", ".join(change.touches)


def headline(summary: Summary) -> str:
    """How many changes of which kind, ``12 changes: 8 amended, 4 inserted.``, by whom, and what was passed over."""
    found = "No change was found." if summary.ignored and not summary.counts else _headline(summary)
    by_hand = f" {', '.join(map(_hand, *zip(*summary.hands, strict=True)))}." if summary.hands else ""
    passed_over = f" Not compared: {', '.join(summary.ignored)}." if summary.ignored else ""
    return f"{found}{by_hand}{passed_over}"


def _hand(author: str, count: int) -> str:
    if author:
        return f"{count:,} marked by {author}"
    return f"{count:,} that nobody had marked" if count else "none that nobody had marked"


def _headline(summary: Summary) -> str:
    counted = [(kind, count) for kind, count in summary.counts if count and kind is not ChangeKind.UNCHANGED]
    real = ", ".join(f"{count:,} {kind}" for kind, count in counted if kind is not ChangeKind.RENUMBERED)
    renumbered = summary.count(ChangeKind.RENUMBERED)
    if not summary.total:
        return f"No words changed; {renumbered:,} renumbered." if renumbered else NOTHING_CHANGED
    noun = "change" if summary.total == 1 else "changes"
    also = f"; {renumbered:,} renumbered" if renumbered else ""
    return f"{summary.total:,} {noun}: {real}{also}."


def touched(summary: Summary) -> str:
    """How many changes touch what: ``obligation 3, amount 1``."""
    return ", ".join(f"{touch} {count:,}" for touch, count in summary.touches if count)


def lengths(summary: Summary) -> str:
    """The lengths of both texts and what came and went, in words."""
    return (
        f"{summary.old_words:,} {'word' if summary.old_words == 1 else 'words'} before, {summary.new_words:,} after: "
        f"{summary.inserted_words:,} inserted, {summary.deleted_words:,} deleted."
    )


def substitutions(summary: Summary) -> tuple[str, ...]:
    """The replacements made more than once, each with its places; of many the most frequent."""
    listed = tuple(
        f"“{each.old}” → “{each.new}”, {len(each.places):,} times: {'; '.join(_counted(each.places))}"
        for each in summary.substitutions[:_LISTED]
    )
    more = len(summary.substitutions) - len(listed)
    noun = "word or phrase" if more == 1 else "words or phrases"
    return (*listed, f"And {more:,} more {noun} replaced more than once.") if more else listed


def renumberings(report: ChangeReport) -> str:
    """Every provision that stays under another number, be it changed otherwise or not, in a sentence; or nothing.

    Numbers that were typed into the words are words, and their changes stand in the table.
    """
    renumbered = (
        change
        for change in report.changes
        if change.kind is ChangeKind.RENUMBERED or change.old_label != change.new_label
    )
    found = dict.fromkeys(map(_numbers, renumbered))  # a heading that was amended in two places is one
    return f"Old and new numbers: {'; '.join(found)}." if found else ""


def decided(report: ChangeReport) -> tuple[Change, ...]:
    """The changes that a reader decides on: all but new numbers."""
    return tuple(change for change in report.changes if change.kind is not ChangeKind.RENUMBERED)


def several_authors(report: ChangeReport) -> bool:
    """Whether the changes are of more than one hand, so that each must name its own."""
    return len({change.author for change in decided(report)}) > 1


def _numbers(change: Change) -> str:
    """The old and the new place of what has another number, or where they are one, both its numbers."""
    if change.old_place != change.new_place:
        return _both(change.old_place, change.new_place)
    numbers = f"{change.old_label or 'no number'} → {change.new_label or 'no number'}"
    return f"{change.new_place}: {numbers}" if change.new_place else numbers


def _both(old: str, new: str) -> str:
    return old if old == new or not new else f"{old} → {new}" if old else new


def _counted(places: tuple[str, ...]) -> list[str]:
    """Each place once, with how often where it is more than once."""
    return [f"{each} ({count}×)" if (count := places.count(each)) > 1 else each for each in dict.fromkeys(places)]
