"""How revisions print in HTML: insertions, deletions, both ends of a move, and new looks."""

from __future__ import annotations

import re
from dataclasses import field

from markupsafe import Markup

from treatykit.model.properties import Properties, RunFormat
from treatykit.model.revisions import Revision, RevisionKind, Revisions, arrival, departure, reformattings
from treatykit.records import dataclass
from treatykit.writers.html.elements import NOTHING, classes, element, joined
from treatykit.writers.html.names import Names
from treatykit.writers.moves import Move
from treatykit.writers.new_looks import described
from treatykit.writers.sides import ranges

_VERBS = {
    RevisionKind.INSERTED: "Inserted",
    RevisionKind.MOVED_HERE: "Moved here",
    RevisionKind.DELETED: "Deleted",
    RevisionKind.MOVED_AWAY: "Moved away",
    RevisionKind.REFORMATTED: "Format changed",
}
_ENDS = {RevisionKind.MOVED_HERE: "to", RevisionKind.MOVED_AWAY: "from"}


@dataclass(slots=True)
class Revised:
    """Prints revisions around content, with an anchor where each change begins.

    Attributes:
        names: Where the ids of the anchors come from.
        moves: By the number of the change.
        rows: For each change its row in the table of changes.
        begun: The anchors printed so far.
    """

    names: Names
    moves: dict[int, Move]
    rows: dict[int, int] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def wrap(
        self,
        content: Markup,
        revisions: Revisions,
        now: RunFormat | Properties | None = None,
        *,
        instead: bool = False,
    ) -> Markup:
        """Content inside the elements that say what was done to it.

        Args:
            content: What the node prints.
            revisions: Those of the node.
            now: How the node looks now, to say what a reformatting changed.
            instead: Something that went stands right before it.
        """
        for revision in reformattings(revisions):
            what = described(revision.before, now) if revision.before and now else ""
            content = element("span", content, class_="reformatted", **self._facts(revision, what))
        for end in (departure(revisions), arrival(revisions)):
            if end is not None:
                content = element(
                    "ins" if end.kind.is_arrival else "del",
                    content,
                    class_=classes(
                        "moved" if end.kind.is_move else None, "instead" if instead and end.kind.is_arrival else None
                    ),
                    datetime=end.date.isoformat() if end.date else None,
                    **self._facts(end),
                )
        return content

    def marked(
        self, tag: str, content: Markup, revisions: Revisions, class_: str = "", **attributes: str | int | None
    ) -> Markup:
        """An element that says itself what was done to it, since nothing may stand around it: a row, a cell."""
        revision = arrival(revisions) or departure(revisions)
        fate = revision.kind.value if revision else None
        facts = self._facts(revision) if revision else {}
        return element(tag, content, class_=classes(class_, fate), **attributes, **facts)

    def margin(self, numbers: tuple[int, ...]) -> Markup:
        """The numbers of the changes in a block or row, for the margin: ``3–5``, as a link to the table of changes."""
        if not numbers:
            return NOTHING
        said = ranges(numbers)
        row = self.rows.get(numbers[0])
        facts: dict[str, str | None] = {"class_": "change-numbers", "aria_hidden": "true"}
        if row is None:
            return element("span", said, **facts)
        return element("a", said, href=f"#_row-{row}", tabindex="-1", **facts)

    def move_links(self, revisions: Revisions) -> Markup:
        """What the first words of a moved passage say: where its other end is, as a link."""
        ends = (arrival(revisions), departure(revisions))
        return joined(self._move_link(end) for end in ends if end is not None and end.kind.is_move)

    def _move_link(self, revision: Revision) -> Markup:
        anchor = self._end(revision.kind, revision.change)
        if anchor in self.begun:
            return NOTHING
        self.begun.add(anchor)
        move = self.moves.get(revision.change, Move())
        if revision.kind is RevisionKind.MOVED_HERE:
            said, there = f"← moved from {move.old_place}", RevisionKind.MOVED_AWAY
        else:
            said, there = f"→ moved to {move.new_place}", RevisionKind.MOVED_HERE
        href = f"#{self._end(there, revision.change)}" if move.is_whole else None
        return element("a", said if move.is_whole else "moved", class_="move-link", id=anchor, href=href) + " "

    def settled(self, printed: Markup) -> Markup:
        """What was printed, without links to ends of moves that turned out not to be in it."""
        starts = "|".join(re.escape(self.names.own(end, "")) for end in _ENDS.values())
        return Markup(  # noqa: S704 (was Markup before)
            re.sub(rf' href="#((?:{starts})\d+)"', lambda link: link[0] if link[1] in self.begun else "", printed)
        )

    def anchors(self) -> frozenset[int]:
        """The changes that a link can lead to."""
        start = self.names.own("change", "")
        return frozenset(int(name.removeprefix(start)) for name in self.begun if name.startswith(start))

    def _facts(self, revision: Revision, what: str = "") -> dict[str, str | int | None]:
        """The attributes that say which change it is, by whom and when."""
        author = f" by {revision.author}" if revision.author else ""
        date = f"{revision.date:%Y-%m-%d %H:%M}" if revision.date else ""
        number = f" (change {revision.change})" if revision.change else ""
        said = ", ".join(part for part in (_VERBS[revision.kind] + author, date, what) if part)
        return {"id": self._anchor(revision), "title": said + number, "data_change": revision.change}

    def _anchor(self, revision: Revision) -> str | None:
        anchor = self.names.own("change", revision.change)
        if not revision.change or anchor in self.begun:
            return None
        self.begun.add(anchor)
        return anchor

    def _end(self, kind: RevisionKind, change: int) -> str:
        return self.names.own(_ENDS[kind], change)
