"""What the head of a page says and where: symbol, title and standing on one line, alike in PDF and DOCX."""

from __future__ import annotations

from typing import Final

from treatykit.model.document import Document
from treatykit.records import dataclass
from treatykit.writers.controls import visible
from treatykit.writers.faces import width
from treatykit.writers.titles import UNTITLED, printed_title, standing, title_of

_LINE: Final = 162 / 25.4 * 72 / 8  # ems: 162 mm of type of 8 points, as in print.css and the style Treaty Header
_GAP: Final = 1.5  # ems, the least between two that stand side by side


@dataclass(frozen=True, slots=True)
class PageHead:
    """The head of a page; each of its words is empty where the text has none.

    Attributes:
        title: As the line has room for it; it stands in the middle of its column.
        columns: How much of the line symbol, title and standing have, as shares of 1.
    """

    symbol: str
    title: str
    standing: str
    columns: tuple[float, float, float]

    def __bool__(self) -> bool:
        return any((self.symbol, self.title, self.standing))

    @property
    def middle(self) -> float:
        """Where the middle of the title stands, as a share of the line."""
        before, own, _ = self.columns
        return before + own / 2


def page_head(document: Document) -> PageHead:
    """The head of the pages of a document.

    The title stands in the middle of the line, or of what the two others leave free where it would meet one of them.
    """
    symbol, said = document.meta.symbol, standing(document.meta)
    left, right = (width(words) + _GAP if words else 0 for words in (symbol, said))
    title = _fitting(_title(document), _LINE - left - right)
    return PageHead(symbol, title, said, _columns(left, width(title), right))


def _title(document: Document) -> str:
    title = printed_title(document) or title_of(document)
    return "" if title == UNTITLED else " ".join(visible(title).split())


def _fitting(title: str, room: float) -> str:
    """A title as far as there is room: the names of the parties go first, then its end is cut between words."""
    subject = title.partition(" between ")[0]
    whole = (title, subject) if " " in subject else (title,)
    return next((fitting for fitting in whole if width(fitting) <= room), None) or _cut(title, room)


def _cut(title: str, room: float) -> str:
    """As many words of a title as there is room for with the sign of what is left out; empty for none."""
    kept = ""
    for word in title.split():
        longer = f"{kept} {word}".lstrip()
        if width(f"{longer} …") > room:
            break
        kept = longer
    return f"{kept} …" if kept else ""


def _columns(left: float, title: float, right: float) -> tuple[float, float, float]:
    if not title:
        both = left + right
        return (left / both, 0, right / both) if both else (0, 1, 0)
    if max(left, right) <= (_LINE - title) / 2:
        left = right = (_LINE - title) / 2
    return left / _LINE, (_LINE - left - right) / _LINE, right / _LINE
