"""The marks of a redline as a reader meets them: stretches of words that came, went, moved or look otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree
from tests.judge.content import CHARACTERS
from tests.judge.package import MC, Package, W, local, parts

TRACKED = ("ins", "del", "moveFrom", "moveTo")
RECORDS = (
    *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "tblPrExChange", "trPrChange"),
    *("tcPrChange", "numberingChange", "cellIns", "cellDel", "cellMerge"),
)
_STORIES = ("document", "footnotes", "endnotes", "header", "footer")


@dataclass(slots=True)
class Marks:
    """Stretches of words, each without a gap and within a paragraph; a stretch of spaces alone is one space.

    Attributes:
        came: By what was said of them: ``ins``, ``del``, ``moveFrom``, ``moveTo``.
        restyled: Those with a record of what they looked like.
        reset: The words of the paragraphs with such a record.
        cut: Stretches that begin or end within a word.
        anything: The names of all tracked changes, marks and records among them.
    """

    came: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in TRACKED})
    restyled: list[str] = field(default_factory=list)
    reset: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    anything: list[str] = field(default_factory=list)


def marks(file: bytes) -> Marks:
    """The marks of all stories of a file."""
    package, found = Package(parts(file)), Marks()
    for part in sorted(package.parts):
        name = part.removeprefix("word/").removesuffix(".xml").rstrip("0123456789-")
        if name in _STORIES and part.endswith(".xml"):
            root = package.root(part)
            found.anything += [local(one) for one in root.iter(*(f"{W}{name}" for name in (*TRACKED, *RECORDS)))]
            for paragraph in root.iter(f"{W}p"):
                _read(paragraph, found)
    return found


@dataclass(frozen=True, slots=True)
class _Sign:
    """A character, what was said of it, and whether there is a record of its look."""

    character: str
    fate: str
    restyled: bool


def _read(paragraph: etree._Element, found: Marks) -> None:
    if next(iter(paragraph.iterancestors(f"{MC}Fallback")), None) is not None:
        return  # the same again, for programs that do not know the choice before it
    signs = list(_signs(paragraph))
    for fate, stretch, cut in _stretches((sign.character, sign.fate) for sign in signs):
        found.came[fate].append(stretch)
        found.cut += [stretch] if cut else []
    restyled = _stretches((sign.character, "restyled" if sign.restyled else "") for sign in signs)
    found.restyled += [stretch for _, stretch, _ in restyled]
    if paragraph.find(f"{W}pPr/{W}pPrChange") is not None:
        found.reset.append("".join(sign.character for sign in signs if sign.fate not in ("del", "moveFrom")))


def _signs(paragraph: etree._Element) -> Iterator[_Sign]:
    for run in paragraph.iter(f"{W}r"):
        around = list(run.iterancestors())
        if next(one for one in around if one.tag == f"{W}p") is not paragraph:
            continue
        inner = [local(one) for one in around[: around.index(paragraph)]]
        fate = next((name for name in inner if name in TRACKED), "")
        restyled = run.find(f"{W}rPr/{W}rPrChange") is not None
        for leaf in run.iterchildren("*"):
            yield from (_Sign(character, fate, restyled) for character in _words(leaf))


def _words(leaf: etree._Element) -> str:
    if local(leaf) == "sym":
        return chr(int(leaf.get(f"{W}char", "0"), 16))
    return (leaf.text or "") if local(leaf) in ("t", "delText") else CHARACTERS.get(local(leaf), "")


def _stretches(signs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, bool]]:
    """Each stretch of one fate: the fate, its words, and whether it is cut out of a word."""
    text = list(signs)
    begin = 0
    while begin < len(text):
        fate = text[begin][1]
        end = next((at for at in range(begin, len(text)) if text[at][1] != fate), len(text))
        if fate:
            words = "".join(character for character, _ in text[begin:end])
            yield fate, words.strip(" ") or " ", _within_word(text, begin) or _within_word(text, end)
        begin = end


def _within_word(text: list[tuple[str, str]], at: int) -> bool:
    """Whether a place parts the letters of a word of which one side stands in both texts."""
    if not 0 < at < len(text) or (text[at - 1][1] and text[at][1]):
        return False
    return all(text[side][0].isalpha() and not _is_written_without_spaces(text[side][0]) for side in (at - 1, at))


def _is_written_without_spaces(character: str) -> bool:
    return "\u3040" <= character <= "\u9fff"
