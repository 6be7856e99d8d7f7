"""Loads the two texts of a comparison: two Word files are read with an eye on each other's styles.

What a style says is not compared. So that a style which says something else in the other file hides nothing and marks
nothing, what is said directly of the same thing counts in both (docs/analysis/styles.md, Two files).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple

from treatykit.app.arguments import LoadedText, Pending, TextArgument
from treatykit.app.copies import HERE, Copies, Copy
from treatykit.app.followed import follow_bookmarks
from treatykit.app.texts import content, load
from treatykit.app.word_files import WORD, settled
from treatykit.compare.existing import Existing
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import Where
from treatykit.model.content import Text
from treatykit.model.document import Document
from treatykit.model.flat import FlatDocument, flat, restored
from treatykit.model.walk import paragraphs
from treatykit.ooxml.disputes import disputed_styles
from treatykit.ooxml.package import open_package
from treatykit.ooxml.role_styles import style_name
from treatykit.ooxml.style_facets import UNDISPUTED, Disputed
from treatykit.readers import Reader
from treatykit.readers.reading import Reading

_LONG: Final = 60_000
"""Bytes of a file that takes longer to be read than what was read takes to be sent: some 600 paragraphs."""
_MOST_NAMED: Final = 3
_DEFAULT: Final = "Normal"
_SEEN: Final = {
    "b": "bold",
    "i": "italic",
    "u": "underline",
    "strike": "strike-through",
    "caps": "capitals",
    "smallCaps": "small capitals",
    "vanish": "hidden text",
    "color": "colour",
    "sz": "size",
    "rFonts/ascii": "font",
    "jc": "alignment",
    **dict.fromkeys(("ind/left", "ind/right", "ind/first"), "indent"),
    **dict.fromkeys(("spacing/before", "spacing/after", "spacing/line"), "spacing"),
}
"""What anybody sees of a style that was changed; the rest is for typesetters."""


def load_both(
    old: TextArgument,
    new: TextArgument,
    existing: Existing | None,
    tell: Callable[[str], None],
    beside: Copies = HERE,
) -> tuple[LoadedText, LoadedText]:
    """The old and the new text.

    Args:
        existing: What to do with tracked changes that a text already has; only those of the new one can be kept.
        tell: Hears what is being done.
        beside: Where a long file is read while the other one is read here.

    Raises:
        UnreadableError: A file cannot be read.
        ContentError: A draft or its clauses say something that cannot stand.
    """
    disputed = _disputed(old, new)
    read = None if disputed is None else _reader(disputed)
    kept = existing is Existing.KEEP and new.path.suffix.lower() == WORD
    read_new = partial(load, new, read=_reader(disputed or UNDISPUTED, kept=True) if kept else read, blank=True)
    is_long = disputed is not None and min(old.size, new.size) >= _LONG
    begun: Copy[_Sent | None] = (beside if is_long else HERE).begin(lambda _: _sent(read_new()))
    tell(f"reading {old}")
    before = load(old, read=read, blank=True)
    tell(f"reading {new}")
    if disputed is not None:
        import treatykit.compare.comparison  # noqa: F401 - loaded while the new file is being read elsewhere
    sent = begun.answer(lambda: None)
    after = read_new() if sent is None else replace(sent.about, document=restored(sent.document))
    if existing:
        before = settled(_told(before, f"{existing.of_old().value}ed"), existing.of_old(), read)
        if existing is Existing.KEEP:
            after = _told(after, "kept")
        else:
            after = settled(_told(after, f"{existing.value}ed"), existing.of_new(), read)
    if disputed is None:
        return before, after
    before = replace(before, document=follow_bookmarks(before.document, after.document))
    return before, replace(after, diagnostics=(*after.diagnostics, *_changed_styles(before, after, disputed)))


class _Sent(NamedTuple):
    """A text on its way from another process.

    Attributes:
        about: It without its document.
    """

    about: LoadedText
    document: FlatDocument


def _sent(text: LoadedText) -> _Sent:
    return _Sent(replace(text, document=Document()), flat(text.document))


def _told(text: LoadedText, counted: str) -> LoadedText:
    """The text with what is to be said of its own tracked changes."""
    from treatykit.compare import changes
    from treatykit.model.changes import ChangeKind

    made = Counter(change.author for change in changes(text.document) if change.kind is not ChangeKind.RENUMBERED)
    if not made:
        return text
    pending = Pending(tuple(made.items()), counted)
    where = Where(str(text.argument))
    note = Diagnostic(severity=Severity.NOTE, code="pending-changes", message=str(pending), where=where)
    return replace(text, pending=pending, diagnostics=(*text.diagnostics, note))


def _disputed(old: TextArgument, new: TextArgument) -> Disputed | None:
    if any(text.path.suffix.lower() != WORD for text in (old, new)):
        return None
    return disputed_styles(*(open_package(content(text), str(text)) for text in (old, new)))


def _reader(disputed: Disputed, *, kept: bool = False) -> Reader:
    from treatykit.readers.docx import read_docx

    def read(data: bytes, name: str) -> Reading:
        return read_docx(data, name, disputed, marks_as_written=kept)

    return read


def _changed_styles(before: LoadedText, after: LoadedText, disputed: Disputed) -> Iterator[Diagnostic]:
    """A note on the styles of both texts that look otherwise in the new one."""
    if not disputed:
        return
    changed: dict[str, set[str]] = {}
    old, new = _styles_in_use(before), _styles_in_use(after)
    for (_, key), facets in (*disputed.runs.items(), *disputed.paragraphs.items()):
        looks = {_SEEN[facet] for facet in facets if facet in _SEEN}
        if looks and key in old and key in new:
            changed.setdefault(new[key], set()).update(looks)
    if changed:
        told = [f"{name} ({', '.join(sorted(looks))})" for name, looks in sorted(changed.items())]
        named = ", ".join(told[:_MOST_NAMED])
        more = f" and {len(told) - _MOST_NAMED} more" if len(told) > _MOST_NAMED else ""
        yield Diagnostic(
            severity=Severity.NOTE,
            code="changed-style",
            message=f"styles are not compared, and some look otherwise here than in the old text: {named}{more}",
            where=Where(str(after.argument)),
        )


def _styles_in_use(text: LoadedText) -> dict[str, str]:
    """The styles of a text by their names in small letters; one that the document does not name is that of its role."""
    named: set[str | None] = {_DEFAULT}
    for paragraph in paragraphs(text.document):
        said = paragraph.mark.properties
        named.add(said.style or style_name(said.role, said.level))
        named.update(inline.format.style for inline in paragraph.inlines if isinstance(inline, Text))
    return {name.lower(): name for name in named if name}
