"""What a manuscript says of a tracked change beside its words: ``{>>change 3; by Karvela; moved from Article 2<<}``.

Most changes need no such remark. Their author and date stand at the head of the file, and their
numbers follow from their order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from treatykit.markup.manuscript.words import Word, print_words, quoted, read_words, unquoted
from treatykit.model.properties import Properties
from treatykit.model.revisions import Revision, RevisionKind, Revisions
from treatykit.records import dataclass

_PART: Final = re.compile(r'\s*((?:"(?:[^"\\]|\\.)*"|[^;"])*)(?:;|$)')
_PLACE: Final = re.compile(r"[<>{}|;~*_`\[\]\\\n\"]")
_BARE: Final = re.compile(r"\w(?:[\w .,()’'-]*[\w.)])?")
_UNDATED: Final = "no day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What stands between ``{>>`` and ``<<}`` behind a change.

    Attributes:
        node: ``row`` or ``cell``, with what happened to it, where the remark is all that is said of it.
        change: Its number; None where the order says it.
        author: None where the head of the file says it.
        date: Likewise; `undated` says that it has none, whatever the head says.
        moved: One end of a move.
        place: Of a move, where the other end is; for the reader of the page.
        was: How it looked before; None where the look did not change.
    """

    node: str = ""
    kind: RevisionKind | None = None
    change: int | None = None
    author: str | None = None
    date: datetime | None = None
    undated: bool = False
    moved: bool = False
    place: str = ""
    was: tuple[Word, ...] | None = None


def print_remark(remark: Remark) -> str:
    """The remark between its signs; empty where there is nothing to say."""
    parts: list[str] = []
    if remark.node and remark.kind:
        parts.append(f"{remark.node} {remark.kind}")
    if remark.change is not None:
        parts.append(f"change {remark.change}")
    if remark.author is not None:
        parts.append(f"by {remark.author if _BARE.fullmatch(remark.author) else quoted(remark.author)}")
    if remark.date is not None or remark.undated:
        parts.append(f"on {remark.date.isoformat() if remark.date else _UNDATED}")
    if remark.moved:
        parts.append(f"moved {_PLACE.sub('', remark.place) or 'along'}")
    if remark.was is not None:
        parts.append(f"was {print_words(remark.was)}")
    return f"{{>>{'; '.join(parts)}<<}}" if parts else ""


def read_remark(text: str) -> Remark | None:
    """What a remark says; None where a person wrote it in words of their own."""
    found: dict[str, object] = {}
    for part in _parts(text):
        name, _, said = part.partition(" ")
        match name:
            case "change" if said.isdigit():
                found["change"] = int(said)
            case "by":
                found["author"] = unquoted(said)
            case "on" if said == _UNDATED:
                found["undated"] = True
            case "on" if (when := _moment(said)) is not None:
                found["date"] = when
            case "moved":
                found |= {"moved": True, "place": said}
            case "was" if (words := read_words(said)) is not None:
                found["was"] = words
            case "row" | "cell" if said in tuple(RevisionKind):
                found |= {"node": name, "kind": RevisionKind(said)}
            case _:
                return None
    return Remark(**found) if found else None  # type: ignore[arg-type]


@dataclass(slots=True)
class Order:
    """Expects the numbers of changes, node by node in reading order, a note at its sign.

    What touches within a paragraph is one change. A paragraph is a change of its own, unless
    the article, the note or the row around it came or went as a whole; so is a row, unless all
    rows before it did. A change within a note that a comparison has counted later says its number.

    Attributes:
        numbered: Changes have numbers, as a comparison gives them; in a Word file of others they have none.
        last: The highest number so far.
        touching: The number of the change that the next node touches; None where it touches none.
        around: The number of the change that brought or took what is around; None where it stays.
    """

    numbered: bool = True
    last: int = 0
    touching: int | None = None
    around: int | None = None

    def expected(self) -> int:
        """The number of a change of the next node."""
        if not self.numbered:
            return 0
        return self.last + 1 if self.touching is None else self.touching

    def begin(self) -> None:
        """Go on with a new paragraph."""
        self.touching = self.around

    def saw(self, revisions: Revisions) -> None:
        """Go on behind a node with these revisions."""
        counted = [revision.change for revision in revisions if revision.change]
        self.touching = counted[0] if counted else None
        self.last = max(self.last, *counted) if counted else self.last

    def enter(self) -> int | None:
        """Go into what the last node holds; gives what `leave` needs."""
        outside, self.around = self.around, self.touching
        return outside

    def leave(self, outside: int | None) -> None:
        """Go on behind it."""
        self.touching, self.around = self.around, outside


@dataclass(frozen=True, slots=True)
class Hand:
    """Who made the changes of a file, and when, where a change does not say it itself.

    Attributes:
        numbered: As in `Order`.
    """

    author: str = ""
    date: datetime | None = None
    numbered: bool = True

    def remark(
        self, revision: Revision, expected: int, *, place: str = "", was: Iterable[Word] | None = None
    ) -> Remark:
        """What has to be said of a revision."""
        dated = revision.date != self.date
        return Remark(
            change=None if revision.change == expected else revision.change,
            author=None if revision.author == self.author else revision.author,
            date=revision.date if dated else None,
            undated=dated and revision.date is None,
            moved=revision.kind.is_move,
            place=place,
            was=None if was is None else tuple(was),
        )

    def revision(self, kind: RevisionKind, remark: Remark, expected: int) -> Revision:
        """The revision that a remark speaks of."""
        return Revision(
            kind=_moved(kind) if remark.moved else kind,
            author=self.author if remark.author is None else remark.author,
            date=None if remark.undated else remark.date or self.date,
            change=expected if remark.change is None else remark.change,
        )


def hand_of(revisions: Sequence[Revision]) -> Hand:
    """What most of these revisions have in common."""
    if not revisions:
        return Hand()
    (author, date), _ = Counter((revision.author, revision.date) for revision in revisions).most_common(1)[0]
    tracked = [revision for revision in revisions if not isinstance(revision.before, Properties)]
    return Hand(author, date, numbered=2 * sum(bool(one.change) for one in tracked) >= len(tracked))


def _parts(text: str) -> list[str]:
    """What stands between semicolons; one in quotation marks parts nothing."""
    found: list[str] = []
    at = 0
    while at < len(text):
        match = _PART.match(text, at)
        if match is None or match.end() == at:
            return [text]
        found.append(match[1].strip())
        at = match.end()
    return found


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _moved(kind: RevisionKind) -> RevisionKind:
    return RevisionKind.MOVED_AWAY if kind.is_departure else RevisionKind.MOVED_HERE
