"""What stands in a paragraph once its tracked changes are decided (ECMA-376, Part 1, 17.13.5)."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field

from lxml import etree
from tests.judge.holding import Said
from tests.judge.looks import Looks
from tests.judge.package import MC, R, W, local
from tests.judge.said import Block, Note, Run, Sign

GONE = {"accept": ("del", "moveFrom", "cellDel"), "reject": ("ins", "moveTo", "cellIns")}
WRAPPERS = (
    *("sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "dir", "bdo"),
    *("ins", "del", "moveFrom", "moveTo"),
)
"""What stands around blocks, rows, cells or runs and says nothing itself."""

BOOKMARK, BOOKMARK_END, FIELD, FIELD_END = "bookmark", "bookmark end", "field", "field end"
LINK, LINK_END, CONTROL, CONTROL_END = "link", "link end", "control", "control end"

CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_BREAKS = {"page": "\f", "column": "\v"}
_SILENT = ("rPr", "pPr", "lastRenderedPageBreak", "proofErr", "commentReference", "annotationRef")


@dataclass(slots=True)
class ContentReader:
    """Reads the content of one paragraph.

    Attributes:
        part: The part that it stands in.
        note: The blocks of a note, by its kind and id; of a text box, by its element.
        box: The blocks of a text box.
        holding: What holds in a run anyway; None where all that it says counts.
        loose: The controls of which only the content stays.
        codes: The codes of the fields that are open.
    """

    looks: Looks
    part: str
    note: Callable[[str, str], tuple[Block, ...]]
    box: Callable[[etree._Element], tuple[Block, ...]]
    holding: Callable[[etree._Element], Said | None] = lambda _: None
    loose: Container[etree._Element] = ()
    codes: list[str] = field(default_factory=list)

    def read(self, node: etree._Element) -> Iterator[Run | Sign | Note]:
        """What a paragraph or a wrapper in it holds."""
        for child in node.iterchildren("*"):
            name = local(child)
            if name in GONE[self.looks.decision] or name in _SILENT:
                continue
            if name == "r":
                yield from self._run(child)
            elif name == "bookmarkStart":
                yield Sign(BOOKMARK, f"{child.get(f'{W}id')} {child.get(f'{W}name')}")
            elif name == "bookmarkEnd":
                yield Sign(BOOKMARK_END, child.get(f"{W}id", ""))
            elif name == "fldSimple":
                yield Sign(FIELD, " ".join(child.get(f"{W}instr", "").split()))
                yield from self.read(child)
                yield Sign(FIELD_END)
            elif name == "hyperlink":
                yield Sign(LINK, self._target(child))
                yield from self.read(child)
                yield Sign(LINK_END)
            elif name == "sdt" and child not in self.loose:
                yield Sign(CONTROL, control(child, self.looks, self.part))
                yield from self.read(child)
                yield Sign(CONTROL_END)
            elif name in WRAPPERS:
                yield from self.read(child)
            elif child.tag == f"{MC}AlternateContent":
                yield from self.read(child[0])
            elif name == "oMath":
                yield Sign(self.looks.written(child, self.part))

    def _target(self, link: etree._Element) -> str:
        relation = link.get(f"{R}id")
        address = self.looks.package.related(self.part, relation) if relation else ""
        return f"{address}#{link.get(f'{W}anchor', '')}"

    def _run(self, run: etree._Element) -> Iterator[Run | Sign | Note]:
        look = self.looks.of(run.find(f"{W}rPr"), self.part, holding=self.holding(run))
        for leaf in run.iterchildren("*"):
            chosen = leaf[0][0] if leaf.tag == f"{MC}AlternateContent" else leaf
            if local(chosen) not in _SILENT:
                yield from self._leaf(chosen, look)

    def _leaf(self, leaf: etree._Element, look: str) -> Iterator[Run | Sign | Note]:
        name = local(leaf)
        if name in ("t", "delText"):
            yield Run(leaf.text or "", look)
        elif name in CHARACTERS:
            yield Run(_BREAKS.get(leaf.get(f"{W}type", ""), CHARACTERS[name]), look)
        elif name == "sym":
            yield Run(chr(int(leaf.get(f"{W}char", "0"), 16)), f"{look} {leaf.get(f'{W}font', '')}")
        elif name in ("instrText", "delInstrText"):
            self.codes[-1:] = ["".join((*self.codes[-1:], leaf.text or ""))]
        elif name == "fldChar":
            yield from self._field(leaf.get(f"{W}fldCharType", ""))
        elif name in ("footnoteReference", "endnoteReference"):
            kind = name.removesuffix("Reference")
            yield Note(kind, self.note(kind, leaf.get(f"{W}id", "")))
        elif boxes := list(leaf.iter(f"{W}txbxContent")):
            yield from (Note("box", self.box(box)) for box in boxes)
        else:
            yield Sign(self.looks.written(leaf, self.part, without=("docPr", "cNvPr")))

    def _field(self, kind: str) -> Iterator[Sign]:
        if kind == "begin":
            self.codes.append("")
        elif kind == "separate":
            yield Sign(FIELD, " ".join(self.codes[-1].split()) if self.codes else "half of one")
        else:
            self.codes[-1:] = []
            yield Sign(FIELD_END)


def control(element: etree._Element, looks: Looks, part: str) -> str:
    """What a content control says of itself: its title, its tag, its kind and what may be chosen in it."""
    said = element.find(f"{W}sdtPr")
    return "" if said is None else looks.written(said, part, without=("id",))
