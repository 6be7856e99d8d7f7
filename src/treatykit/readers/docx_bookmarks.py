"""Notice our own bookmarks while a paragraph goes by: where each begins and ends."""

from __future__ import annotations

from dataclasses import field
from typing import Final

from treatykit.model.revisions import Revisions
from treatykit.ooxml.leaves import Walked
from treatykit.ooxml.names import qn
from treatykit.ooxml.own_marks import BOOKMARK_PREFIX
from treatykit.readers.docx_part import Bookmark, Part
from treatykit.records import dataclass

_START: Final = qn("w:bookmarkStart")
_END: Final = qn("w:bookmarkEnd")


@dataclass(slots=True)
class _Running:
    name: str
    start: int
    revisions: Revisions | None = None


@dataclass(slots=True)
class Bookmarks:
    """The bookmarks of one paragraph while it is read; foreign ones are left alone."""

    part: Part
    element: int
    _running: dict[str, _Running] = field(default_factory=dict)

    def meet(self, marker: Walked) -> None:
        """Begin or end a bookmark; other markers pass."""
        bookmark_id = marker.element.get(qn("w:id")) or ""
        if marker.element.tag == _START:
            name = marker.element.get(qn("w:name")) or ""
            if name.startswith(BOOKMARK_PREFIX):
                self._running[bookmark_id] = _Running(name, marker.start)
        elif marker.element.tag == _END and bookmark_id in self._running:
            self._keep(self._running.pop(bookmark_id), marker.start)

    def enter_run(self, revisions: Revisions) -> None:
        """A run begins: for bookmarks that began since the last, the first one."""
        for running in self._running.values():
            if running.revisions is None:
                running.revisions = revisions

    def close(self, stop: int) -> None:
        """The paragraph ends: a bookmark that goes on is taken to end with it."""
        for running in self._running.values():
            self._keep(running, stop)

    def _keep(self, running: _Running, stop: int) -> None:
        found = Bookmark(self.part.name, self.element, running.start, stop, running.revisions)
        # Word ignores a second bookmark of a name.
        self.part.opened.bookmarks.setdefault(running.name, found)
