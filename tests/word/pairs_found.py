"""What is found in Word files of long use: tables in cells, smart tags, empty links, readings, both directions."""

from __future__ import annotations

from typing import Any, Final

from tests.word.body import field, p, ps, r, runs
from tests.word.controls import control
from tests.word.objects import link
from tests.word.package_builder import docx, relation
from tests.word.pair import Expected, Line, Pair, Promise, amended, deleted, inserted, moved
from tests.word.revised import came, said
from tests.word.tables import between, cell, row, rows, table

from treatykit.compare import Existing

PEACE: Final = "The Parties shall live in peace and friendship."
GOODS: Final = "Goods in transit are exempt from customs duties and charges."
RIVER: Final = "The Commission publishes the level of the river every month."
BY: Final = 'w:author="Delegate" w:date="2026-01-05T09:00:00Z"'
CHARTER: Final = {"charter": "https://un.example/charter"}
READ: Final = {Promise.OFFICE: "LibreOffice prints a word that has a reading, which is an object to the judge"}
TICKED: Final = (
    '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>'
    f"<w:sdtContent>{r(chr(0x2612))}</w:sdtContent></w:sdt>"
)


def pair(name: str, old: str, new: str, *changes: Expected, line: Line = Line.OBJECTS, **rest: Any) -> Pair:
    """Two bodies that end alike."""
    before, after = (docx(body, p("Done in two originals."), links=CHARTER) for body in (old, new))
    return Pair(name=name, line=line, old=before, new=after, changes=changes, **rest)


def nested(*lines: tuple[str, ...], words: str = "The gates:") -> str:
    """A table with another one in its second cell."""
    return between(table(row("Frontier", cell(words, rows(*lines), ""))))


def tagged(*content: str) -> str:
    """Words that an older Word took for the name of a place."""
    kind = 'w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place"'
    return f"<w:smartTag {kind}>{runs(*content)}</w:smartTag>"


def shifted(kind: str, number: int, *texts: str) -> str:
    """One end of a move of a delegate: its range begins in the first paragraph and ends behind the last."""
    start = f'<w:{kind}RangeStart w:id="{number}" {BY} w:name="move1"/>'
    lines = [
        p(
            start if at == number + 1 else "",
            f'<w:{kind} w:id="{at + 20}" {BY}>{r(words)}</w:{kind}>',
            mark=f'<w:{kind} w:id="{at + 40}" {BY}/>',
        )
        for at, words in enumerate(texts, number + 1)
    ]
    return "".join(lines) + f'<w:{kind}RangeEnd w:id="{number}"/>'


def ruby(base: str, reading: str) -> str:
    """A word with its reading above it."""
    sizes = '<w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText w:val="20"/><w:lid w:val="ja-JP"/>'
    look = f'<w:rubyPr><w:rubyAlign w:val="center"/>{sizes}</w:rubyPr>'
    return f"<w:r><w:ruby>{look}<w:rt>{r(reading)}</w:rt><w:rubyBase>{r(base)}</w:rubyBase></w:ruby></w:r>"


TABLES: Final = (
    pair(
        "words of a table in a cell",
        nested(("North", "open"), ("South", "open")),
        nested(("North", "open"), ("South", "closed")),
        amended("open", "closed"),
        line=Line.TABLES,
    ),
    pair(
        "words before a table in a cell",
        nested(("North", "open")),
        nested(("North", "open"), words="The posts:"),
        amended("gates", "posts"),
        line=Line.TABLES,
    ),
    pair(
        "a row of a table in a cell put in",
        nested(("North", "open"), ("South", "open")),
        nested(("North", "open"), ("East", "closed"), ("South", "open")),
        inserted("East", "closed"),
        line=Line.TABLES,
    ),
    pair(
        "a row of a table in a cell taken out",
        nested(("North", "open"), ("East", "closed"), ("South", "open")),
        nested(("North", "open"), ("South", "open")),
        deleted("East", "closed"),
        line=Line.TABLES,
    ),
    pair(
        "a table in a cell put in",
        between(table(row("Frontier", cell("The gates:", "")))),
        nested(("North", "open")),
        inserted("North", "open"),
        line=Line.TABLES,
    ),
    pair(
        "a table in a cell taken out",
        nested(("North", "open")),
        between(table(row("Frontier", cell("The gates:", "")))),
        deleted("North", "open"),
        line=Line.TABLES,
    ),
)

AROUND: Final = (
    pair(
        "words of a smart tag",
        p("The river rises in ", tagged("Upper Karvela"), " and flows east."),
        p("The river rises in ", tagged("Lower Karvela"), " and flows east."),
        amended("Upper", "Lower"),
    ),
    pair(
        "a smart tag taken out with its words",
        p("The river rises in ", tagged("Karvela"), " and flows east."),
        p("The river rises and flows east."),
        amended("in Karvela"),
    ),
    pair(
        "a smart tag around words that stay",
        p("The river rises in Karvela."),
        p("The river rises in ", tagged("Karvela"), "."),
    ),
    pair(
        "words beside a link without words",
        p("See ", link("charter"), "the Charter."),
        p("See ", link("charter"), "our Charter."),
        amended("the", "our"),
    ),
    pair("a link without words put in", p("See the Charter."), p("See ", link("charter"), "the Charter.")),
    pair(
        "a word with its reading among edits",
        p("条約は", ruby("平和", "へいわ"), "を守る。"),
        p("協定は", ruby("平和", "へいわ"), "を守る。"),
        amended("条約", "協定"),
        broken=READ,
    ),
    pair(
        "another reading of a word",
        p("条約は", ruby("平和", "へいわ"), "を守る。"),
        p("条約は", ruby("平和", "ヘイワ"), "を守る。"),
        amended("へいわ平和", "ヘイワ平和"),
        excess=10,
        broken=READ,
    ),
)

ALLIED: Final = (
    pair(
        "a link within a content control taken out with its words",
        p("See ", control(link("charter", "the Charter")), "."),
        p("See."),
        amended("the Charter"),
    ),
    pair(
        "words of a link within a content control",
        p("See ", control("here ", link("charter", "the Charter")), "."),
        p("See ", control("here ", link("charter", "the Statute")), "."),
        amended("Charter", "Statute"),
    ),
    pair(
        "a box to tick within a link taken out",
        p("See ", link("charter", TICKED, "the Charter"), "."),
        p("See."),
        amended("\u2612the Charter"),
    ),
    pair(
        "words that glow taken out",
        p(
            "Each Party ",
            r("solemnly ", '<w14:glow w14:rad="63500"><w14:srgbClr w14:val="FF0000"/></w14:glow>'),
            "agrees.",
        ),
        p("Each Party agrees."),
        amended("solemnly"),
    ),
)

CHUNK: Final = f'<w:altChunk r:id="{relation("charter")}"/>'
"""Another file that is shown within this one; here it leads out of the package."""
UNTRACKED: Final = {Promise.REJECTED: "Word cannot track what is no paragraph and no table"}

CHUNKS: Final = (
    pair(
        "words before a file shown within this one",
        p(PEACE) + CHUNK,
        p(PEACE.replace("friendship", "harmony")) + CHUNK,
        amended("friendship", "harmony"),
    ),
    pair(
        "a file shown within this one put in",
        p(PEACE),
        p(PEACE) + CHUNK,
        inserted(),
        told=("untracked-block",),
        broken=UNTRACKED,
    ),
    pair(
        "a file shown within this one taken out",
        p(PEACE) + CHUNK,
        p(PEACE),
        deleted(),
        told=("untracked-block",),
        broken=UNTRACKED,
    ),
)

WORDS: Final = (
    pair(
        "a soft hyphen at the end of an edit",
        p("The Parties respect inter\u00adnational law."),
        p("The Parties respect inter\u00adregional law."),
        amended("inter\u00adnational", "inter\u00adregional"),
        line=Line.WORDS,
    ),
    pair(
        "words put in behind a soft hyphen",
        p("The Parties respect treaties\u00ad."),
        p("The Parties respect treaties\u00ad and custom."),
        amended(came="and custom"),
        line=Line.WORDS,
    ),
    pair(
        "numbers from left to right among words from right to left",
        p(r("يجتمع الطرفان كل ", "<w:rtl/>"), r("30"), r(" يوما.", "<w:rtl/>"), look="<w:bidi/>"),
        p(r("يجتمع الطرفان كل ", "<w:rtl/>"), r("60"), r(" يوما.", "<w:rtl/>"), look="<w:bidi/>"),
        amended("30", "60"),
        line=Line.WORDS,
    ),
    pair(
        "words in a direction of their own",
        p("The name ", f'<w:dir w:val="rtl">{runs("كارفيلا")}</w:dir>', " is used."),
        p("The name ", f'<w:dir w:val="rtl">{runs("تسمار")}</w:dir>', " is used."),
        amended("كارفيلا", "تسمار"),
        line=Line.WORDS,
    ),
    pair(
        "hidden words",
        p("Each Party ", r("(to be settled) ", "<w:vanish/>"), "shall refrain."),
        p("Each Party ", r("(settled) ", "<w:vanish/>"), "shall refrain."),
        amended("to be"),
        line=Line.WORDS,
    ),
)

PENDING: Final = (
    pair(
        "a short field that a delegate put in, accepted",
        p("This is page."),
        p("This is page ", f'<w:ins w:id="1" {BY}><w:fldSimple w:instr=" PAGE ">{r("1")}</w:fldSimple></w:ins>', "."),
        amended(came="1"),
        line=Line.COMMENTS,
        existing=Existing.ACCEPT,
        told=("pending-changes",),
    ),
    pair(
        "paragraphs that a delegate moved, accepted",
        ps(GOODS, RIVER, PEACE),
        shifted("moveFrom", 1, GOODS, RIVER) + ps(PEACE) + shifted("moveTo", 4, GOODS, RIVER),
        moved(PEACE),
        line=Line.COMMENTS,
        existing=Existing.ACCEPT,
        told=("pending-changes",),
    ),
    pair(
        "paragraphs that a delegate moved, rejected",
        ps(GOODS, RIVER, PEACE),
        shifted("moveFrom", 1, GOODS, RIVER) + ps(PEACE) + shifted("moveTo", 4, GOODS, RIVER),
        line=Line.COMMENTS,
        existing=Existing.REJECT,
        told=("pending-changes",),
    ),
    pair(
        "words put in by a delegate in a field that is a link, rejected",
        p("See ", field('HYPERLINK "https://un.example/charter"', "the ", came("old ", 3), "Charter"), "."),
        p("See ", field('HYPERLINK "https://un.example/charter"', "the Charter"), " there."),
        amended(came="there"),
        line=Line.COMMENTS,
        existing=Existing.REJECT,
        told=("pending-changes",),
    ),
    pair(
        "a paragraph that a delegate joined to the next, accepted",
        ps(PEACE, GOODS),
        p(PEACE, mark=said("del", 5)) + p(GOODS),
        amended(),
        line=Line.COMMENTS,
        existing=Existing.ACCEPT,
        told=("pending-changes",),
    ),
)

PAIRS: Final = (*TABLES, *AROUND, *ALLIED, *CHUNKS, *WORDS, *PENDING)
