"""Redlines as lines of text, so that a test can be read: `shall [-ensure-]{+promote+} peace`.

Struck words stand in `[-…-]`, added ones in `{+…+}`, a move in `[<…<]` and `{>…>}`,
reformatted words in `~…~`; a mark that came or went is `¶`.
"""

from __future__ import annotations

from itertools import groupby

from treatykit.compare import compare
from treatykit.model.content import Block, Cell, Inline, Mark, Paragraph, Row, Story, Table, Text
from treatykit.model.document import Document
from treatykit.model.plain import inline_text
from treatykit.model.properties import Label, Properties, Role
from treatykit.model.revisions import RevisionKind, Revisions

_SIGNS = {
    RevisionKind.INSERTED: ("{+", "+}"),
    RevisionKind.DELETED: ("[-", "-]"),
    RevisionKind.MOVED_HERE: ("{>", ">}"),
    RevisionKind.MOVED_AWAY: ("[<", "<]"),
    RevisionKind.REFORMATTED: ("~", "~"),
}


def body(text: str) -> Paragraph:
    """A plain paragraph."""
    return Paragraph((Text(text),) if text else ())


def article(number: int, title: str = "") -> Paragraph:
    """The heading of an article, its number counted."""
    properties = Properties(role=Role.ARTICLE, label=Label(f"Article {number}"))
    return Paragraph((Text(title),) if title else (), Mark(properties=properties))


def item(label: str, text: str, level: int = 1) -> Paragraph:
    """A numbered paragraph or point, its number counted."""
    return Paragraph((Text(text),), Mark(properties=Properties(role=Role.ITEM, level=level, label=Label(label))))


def row(*cells: str) -> Row:
    """A row of cells of one paragraph each."""
    return Row(tuple(Cell((body(cell),)) for cell in cells))


def document(*blocks: Block | str) -> Document:
    """A document; a text stands for a plain paragraph."""
    return Document(body=tuple(body(block) if isinstance(block, str) else block for block in blocks))


def redline(old: str, new: str) -> str:
    """The redline between two texts, a line a paragraph."""
    return printed(compare(document(*old.split("\n")), document(*new.split("\n"))))


def printed(marked: Document) -> str:
    """The body of a redline, a line a paragraph, cells parted by `|`."""
    return "\n".join(_lines(marked.body))


def _lines(story: Story) -> list[str]:
    lines = []
    for block in story:
        match block:
            case Paragraph():
                lines.append(_line(block))
            case Table(rows):
                lines += [" | ".join(" ".join(_lines(cell.blocks)) for cell in each.cells) for each in rows]
            case _:
                lines.append(type(block).__name__)
    return lines


def _line(paragraph: Paragraph) -> str:
    nodes: tuple[Inline | Mark, ...] = (*paragraph.inlines, paragraph.mark)
    return "".join(
        _stretch(kind, list(group)) for kind, group in groupby(nodes, key=lambda node: _kind(node.revisions))
    )


def _stretch(kind: RevisionKind | None, nodes: list[Inline | Mark]) -> str:
    words = "".join("¶" if isinstance(node, Mark) else inline_text(node) for node in nodes)
    if kind is None or kind is RevisionKind.REFORMATTED:
        words = words.removesuffix("¶")
    if kind is None or not words:
        return words
    before, after = _SIGNS[kind]
    return f"{before}{words}{after}"


def _kind(revisions: Revisions) -> RevisionKind | None:
    return revisions[0].kind if revisions else None
