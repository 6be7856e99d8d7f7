"""Keep every footnote on the page of its sign.

WeasyPrint sets notes of a page on the next one when a later paragraph would leave fewer lines at the
foot of the page than `orphans` asks for, although that paragraph could move instead (versions 68 to 70,
``layout/block.py``, ``_linebox_layout``). It does so only if the paragraph has lines enough for
both pages; where it is shown none beyond the foot, the paragraph moves and the notes stay.

Should a note be late all the same, because another version works otherwise, that one paragraph
is asked for more lines and all pages are set again, until every note stands by its sign or nothing helps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, Final, Protocol

from treatykit.writers.html.notes import FOOTNOTE, FOOTNOTE_CALL

_ORPHANS: Final = 2  # as in print.css
_MOST_PASSES: Final = 8
_CALL, _NOTE = f"_{FOOTNOTE_CALL}-", f"_{FOOTNOTE}-"


class Page(Protocol):
    """A page that has been set."""

    anchors: Mapping[str, object]
    """The ids of what stands on it."""


@contextmanager
def notes_before_lines(block_layout: Any) -> Iterator[None]:
    """Let a paragraph move to the next page rather than the notes of what stands above it.

    Args:
        block_layout: The module ``weasyprint.layout.block``.
    """
    all_lines = block_layout.iter_line_boxes
    block_layout.iter_line_boxes = _lines_that_keep_notes(all_lines)
    try:
        yield
    finally:
        block_layout.iter_line_boxes = all_lines


def _lines_that_keep_notes(all_lines: Callable[..., Iterator[tuple[Any, Any]]]) -> Any:
    def lines(
        context: Any, box: Any, top: float, space_below: float, start: Any, paragraph: Any, *others: Any
    ) -> Iterator[tuple[Any, Any]]:
        stay_alone = paragraph.style["orphans"] - 1
        for count, (line, end) in enumerate(all_lines(context, box, top, space_below, start, paragraph, *others)):
            yield line, end
            notes = count == stay_alone and context.current_page_footnotes
            if notes and context.overflows_page(space_below, line.position_y + line.height):
                return

    return lines


def with_notes_in_place(set_on_pages: Callable[[str], Any]) -> Any:
    """The document with its footnotes where their signs are.

    Args:
        set_on_pages: Gives the document, with its `pages`, for CSS rules added at the end.
    """
    firm: dict[str, int] = {}
    document = set_on_pages("")
    for _ in range(_MOST_PASSES):
        broken = set(_breaking_below_late_notes(document.pages))
        if not broken:
            break
        firm.update((name, firm.get(name, _ORPHANS) + 1) for name in broken)
        document = set_on_pages("".join(f'p[id="{name}"] {{ orphans: {lines} }}\n' for name, lines in firm.items()))
    return document


def _breaking_below_late_notes(pages: Sequence[Page]) -> Iterator[str]:
    """What runs from a page whose notes are late onto the next page: a paragraph, and the sections around it."""
    for page, following in pairwise(pages):
        calls = (name for name in page.anchors if name.startswith(_CALL))
        if any(name.replace(_CALL, _NOTE, 1) not in page.anchors for name in calls):
            yield from (name for name in page.anchors if name in following.anchors)
