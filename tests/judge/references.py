"""Let the fields of our own files print what they lead to, as Word does when it works them out anew.

What a redline prints of a reference that only follows a renumbering is the new number on both
sides, so what the file keeps of the result says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tests.judge.content import BOOKMARK, BOOKMARK_END, CONTROL, CONTROL_END, FIELD, FIELD_END, LINK, LINK_END
from tests.judge.package import plainly_spaced
from tests.judge.said import Block, Content, Note, Par, Run, Sign, Told, map_paragraphs, paragraphs

_OWN = "_tk_"
_NUMBERS = (r"\n", r"\r", r"\w")
_OF_THE_MOMENT = ("DATE", "TIME", "PRINTDATE", "SAVEDATE", "FILENAME", "PAGEREF")
"""Fields that every program works out for itself: what a file keeps of their results says nothing."""
_AROUND = {LINK: LINK_END, CONTROL: CONTROL_END}


def settled(told: Told, *, exact: bool) -> Told:
    """The file with its references worked out, no bookmarks, and neighbours of one look as one run.

    Args:
        exact: No-break spaces are no plain ones, and what links and controls say counts.
    """
    numbers: dict[str, str] = {}
    marked: dict[str, str] = {}
    for paragraph in paragraphs(told.body):
        for name, inside in _bookmarked(paragraph.content):
            numbers[name] = (paragraph.number or "").rstrip(".")
            marked[name] = inside

    def change(paragraph: Par) -> Par:
        worked_out = _worked_out(paragraph.content, numbers, marked)
        said = _full(worked_out) if exact else _plain(worked_out)
        return replace(paragraph, content=tuple(_joined(said)))

    running = {place: map_paragraphs(blocks, change) for place, blocks in told.running.items()}
    return replace(
        told,
        body=map_paragraphs(told.body, change),
        running={place: blocks for place, blocks in running.items() if _says(blocks)},
    )


def _bookmarked(content: Content) -> Iterator[tuple[str, str]]:
    """The bookmarks that begin in a paragraph, with the words up to their ends."""
    for at, each in enumerate(content):
        if isinstance(each, Sign) and each.kind == BOOKMARK:
            number, _, name = each.said.partition(" ")
            end = Sign(BOOKMARK_END, number)
            inside = content[at : content.index(end) if end in content else len(content)]
            yield name, "".join(one.words for one in inside if isinstance(one, Run))


@dataclass(slots=True)
class _Field:
    """A field that is open.

    Attributes:
        printed: What it prints in place of its result; None where it keeps that.
        silent: Its code says nothing: a link around words is a wrapper, and what a reference prints is judged.
    """

    printed: str | None = None
    silent: bool = False


def _field(code: str, numbers: dict[str, str], marked: dict[str, str]) -> _Field:
    kind, name, *switches = [*code.split(), "", ""]
    numbered = any(switch in switches for switch in _NUMBERS)
    if kind == "REF" and (name.startswith(_OWN) or (numbered and name in numbers)):
        # A reference that leads nowhere prints an error in Word.
        return _Field((numbers if numbered else marked).get(name, "Error!"), silent=True)
    if kind.upper() in _OF_THE_MOMENT:
        return _Field(printed="")
    return _Field(silent=kind == "HYPERLINK")


def _worked_out(content: Content, numbers: dict[str, str], marked: dict[str, str]) -> Iterator[Run | Sign | Note]:
    fields: list[_Field] = []
    for each in content:
        if isinstance(each, Sign) and each.kind in (BOOKMARK, BOOKMARK_END):
            continue
        if isinstance(each, Sign) and each.kind == FIELD:
            fields.append(_field(each.said, numbers, marked))
            if fields[-1].silent:
                continue
        elif isinstance(each, Sign) and each.kind == FIELD_END:
            if fields and fields.pop().silent:
                continue
        elif isinstance(each, Run) and fields and (printed := fields[-1].printed) is not None:
            fields[-1].printed = ""
            yield Run(printed, each.look)
            continue
        yield each


def _plain(content: Iterable[Run | Sign | Note]) -> Iterator[Run | Sign | Note]:
    """Content with plain spaces, and without what links and controls say."""
    for each in content:
        if isinstance(each, Run):
            yield Run(plainly_spaced(each.words), each.look)
        elif not (isinstance(each, Sign) and each.kind in (*_AROUND, *_AROUND.values())):
            yield each


def _full(content: Iterable[Run | Sign | Note]) -> list[Run | Sign | Note]:
    """Content without links and controls that have nothing left in them."""
    kept: list[Run | Sign | Note] = []
    for each in content:
        before = kept[-1] if kept else None
        if isinstance(each, Sign) and isinstance(before, Sign) and _AROUND.get(before.kind) == each.kind:
            kept.pop()
        else:
            kept.append(each)
    return kept


def _joined(content: Iterable[Run | Sign | Note]) -> Iterator[Run | Sign | Note]:
    pending = Run("", "")
    for each in content:
        if isinstance(each, Run) and each.look == pending.look:
            pending = Run(pending.words + each.words, each.look)
            continue
        if pending.words:
            yield pending
        pending = each if isinstance(each, Run) else Run("", "")
        if not isinstance(each, Run):
            yield each
    if pending.words:
        yield pending


def _says(blocks: tuple[Block, ...]) -> bool:
    return any(not isinstance(block, Par) or block.content for block in blocks)
