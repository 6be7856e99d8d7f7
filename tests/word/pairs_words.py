"""Words: put in, taken out and put in the place of others; signs that are no letters; runs that say nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tests.word.body import p, r
from tests.word.package_builder import docx
from tests.word.pair import Expected, Line, Pair, amended, inserted

LAW: Final = "Each Party shall refrain from the threat or use of force against the other Party."
BOLD, ITALIC, RED = "<w:b/>", "<w:i/>", '<w:color w:val="C00000"/>'
UNIT: Final = 2
"""An amount is marked with its unit, so that a reader sees days in the place of days."""
NOISE: Final = '<w:proofErr w:type="spellStart"/>'
NOISE_END: Final = '<w:proofErr w:type="spellEnd"/>'


def words(name: str, old: str, new: str, *changes: Expected) -> Pair:
    """Paragraphs between two that stay."""
    before, after = (docx(p("The Parties agree as follows."), text, p("Done in two originals.")) for text in (old, new))
    return Pair(name=name, line=Line.WORDS, old=before, new=after, changes=changes)


def line(name: str, old: str, new: str, *changes: Expected, excess: int = 0) -> Pair:
    """A paragraph of one run between two that stay."""
    return replace(words(name, p(old), p(new), *changes), excess=excess)


PLAIN: Final = (
    line("a word put in", LAW, LAW.replace("refrain", "always refrain"), amended(came="always")),
    line("a word taken out", LAW, LAW.replace("threat or ", ""), amended("threat or")),
    line("a word in the place of another", LAW, LAW.replace("shall", "should"), amended("shall", "should")),
    line("a word at the start", LAW, f"Thus {LAW}", amended(came="Thus")),
    line("a word at the end", f"{LAW} Always.", LAW, amended("Always.")),
    line(
        "several edits in one paragraph",
        "Each Party shall refrain from the threat or use of force and settle disputes peacefully within ten days.",
        "Both Parties shall refrain from the use of force and settle all disputes peacefully within thirty days.",
        amended("Each Party", "Both Parties"),
        amended("threat or"),
        amended(came="all"),
        amended("ten days", "thirty days"),
        excess=UNIT,
    ),
    line(
        "a number in the place of another",
        "within 30 days after the 1,000th notice",
        "within 60 days after the 1,000th notice",
        amended("30 days", "60 days"),
        excess=UNIT,
    ),
    line(
        "a sentence put in",
        "The Commission meets twice a year. It reports to the Parties.",
        "The Commission meets twice a year. It adopts its rules by consensus. It reports to the Parties.",
        amended(came="It adopts its rules by consensus."),
    ),
    line(
        "the same word many times and one of them changed",
        "the river and the road and the river and the bridge and the river",
        "the river and the road and the lake and the bridge and the river",
        amended("river", "lake"),
    ),
)

SIGNS: Final = (
    line("a full stop alone", "The Parties shall cooperate", "The Parties shall cooperate.", amended(came=".")),
    line("a comma alone", "roads, rivers and ports", "roads, rivers, and ports", amended(came=",")),
    line(
        "quotation marks alone",
        'the word "force" includes threats',
        "the word “force” includes threats",
        amended('"', "“"),
        amended('"', "”"),
    ),
    line(
        "case alone",
        "the contracting Parties shall",
        "the Contracting Parties shall",
        amended("contracting", "Contracting"),
    ),
    line("a space that is doubled", "The Parties shall meet.", "The Parties  shall meet.", amended(came=" ")),
    line(
        "a no-break space in the place of a space",
        "as provided in Article 5 of this Treaty",
        "as provided in Article\u00a05 of this Treaty",
        amended(" ", "\u00a0"),
    ),
    line("a tab in the place of a space", "Article 5 Peace", "Article 5\tPeace", amended(" ", "\t")),
    line(
        "a tab that stays among edits",
        "Point\tNorth of the river",
        "Point\tSouth of the river",
        amended("North", "South"),
    ),
    line("a line break put in", "For Karvela For Tesmar", "For Karvela\nFor Tesmar", amended(" ", "\n")),
    line(
        "a line break that stays among edits",
        "For Karvela\nThe Minister",
        "For Tesmar\nThe Minister",
        amended("Karvela", "Tesmar"),
    ),
    line(
        "a no-break hyphen in the place of a hyphen",
        "the vice-chair presides",
        "the vice\u2011chair presides",
        amended("vice-chair", "vice\u2011chair"),
    ),
    line(
        "a soft hyphen put in",
        "the demilitarization",
        "the demilitari\u00adzation",
        amended("demilitarization", "demilitari\u00adzation"),
    ),
    words(
        "a symbol in the place of another",
        p("Mark the points with ", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', " on the map."),
        p("Mark the points with ", '<w:r><w:sym w:font="Wingdings" w:char="F0FB"/></w:r>', " on the map."),
        amended("\uf0fc", "\uf0fb"),
    ),
    words(
        "a symbol put in",
        p("Mark the points with ", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', " on the map."),
        p("Mark the points with ", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', " on the map.")
        + p('<w:r><w:sym w:font="Wingdings" w:char="F0FB"/></w:r>', "Done."),
        inserted("\uf0fbDone."),
    ),
    words(
        "a symbol that stays among edits",
        p("Mark the points with ", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', " on the map."),
        p("Mark the places with ", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', " on the map."),
        amended("points", "places"),
    ),
    line(
        "a dash in the place of another",
        "the years 2026-2030",
        "the years 2026–2030",
        amended("2026-2030", "2026–2030"),
    ),
)

RUNS: Final = (
    words(
        "an edit across runs of different format",
        p("Each ", r("Contracting ", BOLD), r("Party shall", ITALIC), " refrain."),
        p("Each ", r("High Contracting ", BOLD), r("Party should", ITALIC), " refrain."),
        amended(came="High"),
        amended("shall", "should"),
    ),
    words(
        "a stretch of three formats taken out",
        p("Each Party ", r("shall, ", BOLD), r("as far as possible, ", ITALIC), r("always ", RED), "refrain."),
        p("Each Party refrain."),
        amended("shall, as far as possible, always"),
    ),
    words(
        "runs that are split by ids and proofing alone",
        p(LAW),
        p(r("Each Par"), NOISE, '<w:r w:rsidR="00AB12CD"><w:t>ty sh</w:t></w:r>', NOISE_END, r(LAW[13:])),
    ),
    words(
        "an edit among runs that are split by noise",
        p(LAW),
        p(r("Each Par"), NOISE, '<w:r w:rsidRPr="00AB12CD"><w:t>ty sho</w:t></w:r>', NOISE_END, r("uld" + LAW[16:])),
        amended("shall", "should"),
    ),
    words(
        "ids of paragraphs and where pages broke last",
        p(LAW),
        p(LAW)
        .replace(
            "<w:p>", '<w:p w:rsidR="00112233" w:rsidRDefault="00112233" w14:paraId="1A2B3C4D" w14:textId="77777777">', 1
        )
        .replace("<w:t ", "<w:lastRenderedPageBreak/><w:t ", 1),
    ),
    words(
        "languages for the spelling checker",
        p(r(LAW)),
        p(r(LAW, "<w:noProof/>")),
    ),
    words("empty runs", p(LAW), p("<w:r/>", LAW, "<w:r><w:rPr><w:b/></w:rPr></w:r>")),
)

TONGUES: Final = (
    line(
        "French",
        "Les Parties s’abstiennent de recourir à la menace ou à l’emploi de la force ; elles règlent leurs litiges.",
        "Les Parties s’abstiennent de recourir à l’emploi de la force ; elles règlent leurs litiges en négociant.",
        amended("la menace ou à"),
        amended(came="en négociant"),
    ),
    line(
        "Russian",
        "Стороны воздерживаются от угрозы силой или её применения.",
        "Стороны обязуются воздерживаться от угрозы силой или её применения.",
        amended("воздерживаются", "обязуются воздерживаться"),
    ),
    line(
        "Armenian",
        "Կողմերը ձեռնպահ են մնում ուժի սպառնալիքից։",
        "Կողմերը ձեռնպահ են մնում ուժի կիրառումից կամ սպառնալիքից։",
        amended(came="կիրառումից կամ"),
    ),
    words(
        "Arabic, from right to left",
        p(r("يمتنع الطرفان عن استخدام القوة في علاقاتهما.", "<w:rtl/>"), look="<w:bidi/>"),
        p(r("يمتنع الطرفان عن التهديد بالقوة في علاقاتهما.", "<w:rtl/>"), look="<w:bidi/>"),
        amended("استخدام القوة", "التهديد بالقوة"),
    ),
    line(
        "Chinese",
        "缔约双方应当和平解决争端。",
        "缔约双方必须和平解决一切争端。",
        amended("应当", "必须"),
        amended(came="一切"),
    ),
    line(
        "letters with marks put together otherwise",
        "La République s’engage.",
        "La République s’engage pleinement.".replace("é", "e\u0301"),
        amended("République", "Re\u0301publique"),
        amended(came="pleinement"),
    ),
    words(
        "two languages in one paragraph",
        p("The Treaty (", r("le Traité", ITALIC), ") is done in English and French."),
        p("The Treaty (", r("l’Accord", ITALIC), ") is done in English and French."),
        amended("le Traité", "l’Accord"),
    ),
)

PAIRS: Final = (*PLAIN, *SIGNS, *RUNS, *TONGUES)
