"""Write a made-up file as a Word file, with all the parts that it needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from tests.word import body, notes, objects, tables
from tests.word.controls import around_blocks, around_rows, control
from tests.word.made_up import Block, Box, Grid, Held, Line, MadeUp, Other, Piece
from tests.word.package_builder import A4, docx, relation

_LINKS: Final = {"charter": "https://un.example/charter", "statute": "https://un.example/statute", "seat": "mailto:a@b"}
_MEDIA: Final = {f"media/map{at}.png": objects.png(at * 100, 0, 99) for at in range(3)}
_CODES: Final = ("PAGE", "DATE \\@ yyyy", "SEQ Figure")
_DEFAULT_MARGIN: Final = 1440


def file_of(made: MadeUp) -> bytes:
    """The Word file."""
    writer = _Writer()
    text = writer.blocks(made.body)
    running = {f"{name}.xml": _Writer(numbered=writer, bare=True).blocks(inside) for name, inside in made.headers}
    led = "".join(
        f'<w:{name.rstrip("1")}Reference w:type="default" r:id="{relation(f"{name}.xml")}"/>'
        for name, _ in made.headers
    )
    parts = dict(running)
    if writer.footnotes:
        parts |= notes.footnotes(*writer.footnotes)
    if writer.endnotes:
        parts |= notes.endnotes(*writer.endnotes)
    if writer.comments:
        parts |= notes.comments(*writer.comments)
    if writer.charts:
        parts |= {f"charts/chart{at}.xml": objects.chart_part(at) for at in sorted(writer.charts)}
    media = {name: _MEDIA[name] for name in sorted(writer.media)}
    used = {name: _LINKS[name] for name in sorted(writer.links)}
    return docx(text, section=led + _pages(made.margin), parts=parts, media=media, links=used)


def _pages(margin: int) -> str:
    return A4.replace(f'w:left="{_DEFAULT_MARGIN}"', f'w:left="{margin}"')


@dataclass(slots=True)
class _Writer:
    """Writes blocks, and remembers what parts they need.

    Attributes:
        numbered: Whose numbers go on here.
        bare: It stands in a part without links, pictures, notes and comments.
    """

    numbered: _Writer | None = None
    bare: bool = False
    number: int = 100
    footnotes: list[str] = field(default_factory=list)
    endnotes: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    media: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    charts: set[int] = field(default_factory=set)
    marked: set[str] = field(default_factory=set)

    def fresh(self) -> int:
        """A number that nothing else has."""
        if self.numbered is not None:
            return self.numbered.fresh()
        self.number += 1
        return self.number

    def blocks(self, found: Iterable[Block]) -> str:
        """Blocks as XML."""
        return "".join(map(self._block, found))

    def _block(self, one: Block) -> str:
        match one:
            case Line():
                return self._line(one)
            case Grid():
                return self._grid(one)
            case Held(inside, tag):
                return around_blocks(self.blocks(inside), tag=f"held{tag}", number=self.fresh())
            case Other("displayed", tag):
                return body.p(objects.displayed(f"x={tag}"))
            case Other(_, tag):
                name = ("charter", "statute")[tag]
                self.links.add(name)
                return f'<w:altChunk r:id="{relation(name)}"/>'

    def _line(self, one: Line) -> str:
        section = f"<w:sectPr>{_pages(one.section)}</w:sectPr>" if one.section else ""
        place = "" if one.place is None else body.listed(*one.place)
        in_order = sorted((one.look, place), key=lambda said: ("keepNext", "numPr", "bidi").index(_kind(said)))
        inside = "".join(map(self._piece, one.pieces))
        return body.p(inside, style=one.style, look="".join(in_order) + section)

    def _grid(self, one: Grid) -> str:
        rows = [tables.row(*map(self._cell, cells)) for cells in one.rows]
        if one.held is not None:
            start, stop, tag = one.held
            rows[start:stop] = [around_rows(*rows[start:stop], tag=f"rows{tag}", number=self.fresh())]
        columns = max(sum(cell.spans for cell in cells) for cells in one.rows)
        return tables.table(*rows, columns=columns, look=one.look)

    def _cell(self, one: Box) -> str:
        merge = {"restart": tables.RESTART, "continue": tables.CONTINUE}.get(one.merge, "")
        return tables.cell(self.blocks(one.blocks), spans=one.spans, look=merge)

    def _piece(self, one: Piece) -> str:
        right_to_left = "<w:rtl/>" if any("\u0590" <= sign <= "\u08ff" for sign in one.words) else ""
        run = body.r(one.words, one.look + right_to_left) if one.words else ""
        match one.kind:
            case "bold":
                return body.r(one.words, "<w:b/>")
            case "field":
                return body.field(_CODES[one.tag], run)
            case "short field":
                return f'<w:fldSimple w:instr=" {_CODES[one.tag]} ">{run}</w:fldSimple>'
            case "reference":
                return body.field(f"REF place{one.tag} \\h", run)
            case "control":
                return control(run, tag=f"party{one.tag}", number=self.fresh())
            case "box control":
                return _to_tick(one.tag > 0, self.fresh())
            case "direction":
                return f'<w:dir w:val="rtl">{run}</w:dir>'
            case "equation":
                return objects.equation(f"x={one.tag}")
            case "break":
                return body.r("\n")
            case "page":
                return '<w:r><w:br w:type="page"/></w:r>'
            case "":
                return run
            case _:
                return self._in_parts(one, run)

    def _in_parts(self, one: Piece, run: str) -> str:
        """What needs a part of its own, or a number."""
        if one.kind == "box":
            inside = _Writer(numbered=self, bare=True)  # it stands twice, once for older programs
            return objects.box(*map(inside._block, one.blocks), number=self.fresh())
        if self.bare:
            return run  # the part of a note or a header leads to nothing
        if one.kind in ("footnote", "endnote"):
            return self._note(one)
        if one.kind == "comment":
            number = self.fresh()
            self.comments.append(notes.comment(number, "Is this agreed?"))
            return notes.commented(number, run)
        if one.kind == "bookmark":
            name = f"place{one.tag}"
            fresh = name not in self.marked
            self.marked.add(name)
            return body.bookmark(name, run, number=self.fresh()) if fresh else run
        if one.kind == "picture":
            self.media.add(f"media/map{one.tag}.png")
            return objects.picture(f"media/map{one.tag}.png", number=self.fresh())
        if one.kind == "chart":
            self.charts.add(one.tag + 1)
            return objects.chart(one.tag + 1)
        if one.kind == "link":
            name = tuple(_LINKS)[one.tag]
            self.links.add(name)
            return objects.link(name, run)
        return run

    def _note(self, one: Piece) -> str:
        told = self.footnotes if one.kind == "footnote" else self.endnotes
        inside = _Writer(numbered=self, bare=True)
        lines = [f" {one.words}", *(inside.blocks([block]) for block in one.blocks)]
        told.append("\n".join(lines))
        return notes.sign(len(told), one.kind)


def _to_tick(ticked: bool, number: int) -> str:
    state = f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox>'
    sign = body.r("\u2612" if ticked else "\u2610")
    return f'<w:sdt><w:sdtPr><w:id w:val="{number}"/>{state}</w:sdtPr><w:sdtContent>{sign}</w:sdtContent></w:sdt>'


def _kind(said: str) -> str:
    name = said[3:].partition(" ")[0].partition("/")[0]
    return "numPr" if name.startswith("numPr") else "keepNext" if name in ("", "keepNext") else "bidi"
