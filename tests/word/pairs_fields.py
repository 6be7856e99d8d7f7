"""Fields, links and bookmarks: results and codes that changed, texts and targets of links, bookmarks kept whole."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tests.word.body import bookmark, field, p, ps
from tests.word.objects import link, link_within
from tests.word.package_builder import docx
from tests.word.pair import Expected, Line, Pair, Promise, amended, deleted, inserted, moved

IN_A_RESULT: Final = "LibreOffice shows the result of a field as it is, with struck words and words put in alike"
PEACE: Final = "The Parties shall live in peace and friendship."
CHARTER: Final = {"charter": "https://un.example/charter"}
STATUTE: Final = {"charter": "https://un.example/statute"}


def pair(
    name: str,
    old: str,
    new: str,
    *changes: Expected,
    links: tuple[Mapping[str, str], Mapping[str, str]] = ({}, {}),
    excess: int = 0,
    told: tuple[str, ...] = (),
    broken: Mapping[Promise, str] = MappingProxyType({}),
) -> Pair:
    """Two bodies that end alike, with the addresses that they lead to."""
    before, after = (
        docx(body, p("Done in two originals."), links=known) for body, known in zip((old, new), links, strict=True)
    )
    return Pair(
        name=name, line=Line.OBJECTS, old=before, new=after, changes=changes, excess=excess, told=told, broken=broken
    )


def simple(code: str, *result: str) -> str:
    """A field, the short way."""
    return f'<w:fldSimple w:instr=" {code} ">{p(*result)[5:-6]}</w:fldSimple>'


def target(words: str, name: str = "_Ref1") -> str:
    """A paragraph that references lead to."""
    return p(bookmark(name, words))


def see(number: str, name: str = "_Ref1") -> str:
    """A paragraph with a reference, by what it printed last."""
    return p("As provided in ", field(f"REF {name} \\h", number), " of this Treaty.")


FIELDS: Final = (
    pair(
        "the result of a property of the file",
        p("Symbol: ", field("DOCPROPERTY Symbol", "A/1"), "."),
        p("Symbol: ", field("DOCPROPERTY Symbol", "A/2"), "."),
        amended("1", "2"),
        broken={Promise.OFFICE: IN_A_RESULT},
    ),
    pair(
        "the result of a field, the short way",
        p("Symbol: ", simple("DOCPROPERTY Symbol", "first draft"), "."),
        p("Symbol: ", simple("DOCPROPERTY Symbol", "second draft"), "."),
        amended("first", "second"),
        broken={Promise.OFFICE: IN_A_RESULT},
    ),
    pair(
        "a field taken out, the short way",
        p("The page ", simple("PAGE", "1"), "."),
        p("The page."),
        amended("1"),
    ),
    pair(
        "all of the result of a field, the short way",
        p("Symbol: ", simple("DOCPROPERTY Symbol", "Alpha"), "."),
        p("Symbol: ", simple("DOCPROPERTY Symbol", "Beta"), "."),
        amended("Alpha", "Beta"),
        broken={Promise.OFFICE: IN_A_RESULT},
    ),
    pair(
        "a field put in, the short way",
        p("The page."),
        p("The page ", simple("PAGE", "1"), "."),
        amended(came="1"),
    ),
    pair(
        "the date that a field printed last",
        p("Printed on ", field('DATE \\@ "d MMMM yyyy"', "1 March 2026"), "."),
        p("Printed on ", field('DATE \\@ "d MMMM yyyy"', "2 March 2026"), "."),
        broken={Promise.OFFICE: "it prints the day of today"},
    ),
    pair(
        "the code of a field",
        p("Page ", field("PAGE", "1"), " of the draft."),
        p("Page ", field("NUMPAGES", "1"), " of the draft."),
        amended("1", "1"),
        excess=2,
    ),
    pair(
        "words around a field",
        p("Page ", field("PAGE", "1"), " of the draft."),
        p("Page ", field("PAGE", "1"), " of the text."),
        amended("draft", "text"),
    ),
    pair("a field put in", p("The page."), p("The page ", field("PAGE", "1"), "."), amended(came="1")),
    pair("a field taken out", p("The page ", field("PAGE", "1"), "."), p("The page."), amended("1")),
    pair(
        "a paragraph put in with its field",
        p(PEACE),
        p(PEACE) + p("This is page ", field("PAGE", "1"), "."),
        inserted("This is page 1."),
    ),
    pair(
        "a paragraph taken out with its field",
        p(PEACE) + p("This is page ", field("PAGE", "1"), "."),
        p(PEACE),
        deleted("This is page 1."),
    ),
    pair(
        "a reference that leads elsewhere",
        target("Article 1") + target("Article 2", "_Ref2").replace('w:id="1"', 'w:id="2"') + see("Article 1"),
        target("Article 1") + target("Article 2", "_Ref2").replace('w:id="1"', 'w:id="2"') + see("Article 2", "_Ref2"),
        amended("Article 1", "Article 2"),
        excess=2,
    ),
    pair(
        "a reference beside words that changed",
        target("Article 1") + see("Article 1"),
        target("Article 1") + see("Article 1").replace("provided", "foreseen"),
        amended("provided", "foreseen"),
    ),
    pair(
        "a table of contents",
        p(field('TOC \\o "1-1"', "Peace")) + p("Peace", style="Heading1") + p(PEACE),
        p(field('TOC \\o "1-1"', "Friendship")) + p("Friendship", style="Heading1") + p(PEACE),
        amended("Peace", "Friendship"),
        amended("Peace", "Friendship"),
    ),
)

LINKS: Final = (
    pair(
        "words at the start of a link",
        p("See ", link("charter", "the Charter of 1945"), "."),
        p("See ", link("charter", "our Charter of 1945"), "."),
        amended("the", "our"),
        links=(CHARTER, CHARTER),
    ),
    pair(
        "words at the end of a link and behind it",
        p("See ", link("charter", "the Charter of 1945"), " there."),
        p("See ", link("charter", "the Charter of 1946"), " here."),
        amended(("1945", "there"), ("1946", "here")),
        links=(CHARTER, CHARTER),
    ),
    pair(
        "words in front of a link and at its start",
        p("See then ", link("charter", "the Charter of 1945"), " there."),
        p("See now ", link("charter", "our Charter of 1945"), " there."),
        amended(("then", "the"), ("now", "our")),
        links=(CHARTER, CHARTER),
    ),
    pair(
        "words in front of a link, all of it, and words behind",
        p("See then ", link("charter", "the Charter"), " there."),
        p("See now ", link("charter", "our Statute"), " here."),
        amended(("then", "the Charter", "there"), ("now", "our Statute", "here")),
        links=(CHARTER, CHARTER),
    ),
    pair(
        "one of two links that stand side by side",
        p("See ", link("charter", "the Charter"), link("statute", " and the Statute"), "."),
        p("See ", link("charter", "the Charter"), link("charter", " and the Statute"), "."),
        amended("and the Statute", "and the Statute"),
        links=({**CHARTER, "statute": STATUTE["charter"]}, CHARTER),
        excess=6,
        told=("link-target",),
    ),
    pair(
        "half of a link leads elsewhere",
        p("See ", link("charter", "the Charter and the Statute"), "."),
        p("See ", link("charter", "the Charter"), " and ", link("statute", "the Statute"), "."),
        amended("and the Statute", "and the Statute"),
        links=(CHARTER, {**CHARTER, "statute": STATUTE["charter"]}),
        excess=6,
        told=("link-target",),
    ),
    pair(
        "all words of a link",
        p("See ", link("charter", "the Charter"), "."),
        p("See ", link("charter", "our Statute"), "."),
        amended("the Charter", "our Statute"),
        links=(CHARTER, CHARTER),
    ),
    pair(
        "a paragraph taken out with its link",
        p(PEACE) + p("See ", link("charter", "the Charter"), " of 1945."),
        p(PEACE),
        deleted("See the Charter of 1945."),
        links=(CHARTER, {}),
    ),
    pair(
        "words of a link",
        p("See ", link("charter", "the Charter of 1945"), "."),
        p("See ", link("charter", "the Statute of 1945"), "."),
        amended("Charter", "Statute"),
        links=(CHARTER, CHARTER),
    ),
    pair(
        "words around a link",
        p("See ", link("charter", "the Charter"), "."),
        p("Compare ", link("charter", "the Charter"), "."),
        amended("See", "Compare"),
        links=(CHARTER, CHARTER),
    ),
    pair(
        "the address of a link",
        p("See ", link("charter", "the Charter"), " of 1945."),
        p("See ", link("charter", "the Charter"), " of 1945."),
        amended("the Charter", "the Charter"),
        links=(CHARTER, STATUTE),
        excess=4,
        told=("link-target",),
    ),
    pair(
        "words and the address of a link",
        p("See ", link("charter", "the Charter"), " of 1945."),
        p("See ", link("charter", "the Statute"), " of 1945."),
        amended("the Charter", "the Statute"),
        links=(CHARTER, STATUTE),
        excess=2,
        told=("link-target",),
    ),
    pair(
        "a link put in with its words",
        p("See the annex."),
        p("See the annex and ", link("charter", "the Charter"), "."),
        amended(came="and the Charter"),
        links=({}, CHARTER),
    ),
    pair(
        "a link taken out with its words",
        p("See the annex and ", link("charter", "the Charter"), "."),
        p("See the annex."),
        amended("and the Charter"),
        links=(CHARTER, {}),
    ),
    pair(
        "a link put around words",
        p("See the Charter of 1945."),
        p("See ", link("charter", "the Charter"), " of 1945."),
        amended("the Charter", "the Charter"),
        links=({}, CHARTER),
        excess=4,
        told=("link-target",),
    ),
    pair(
        "a link taken from around words",
        p("See ", link("charter", "the Charter"), " of 1945."),
        p("See the Charter of 1945."),
        amended("the Charter", "the Charter"),
        links=(CHARTER, {}),
        excess=4,
        told=("link-target",),
    ),
    pair(
        "a link to the same address by another id",
        p("See ", link("charter", "the Charter"), "."),
        p("See ", link("the charter", "the Charter"), "."),
        links=(CHARTER, {"the charter": CHARTER["charter"]}),
    ),
    pair(
        "a link within the text that leads elsewhere",
        target("Article 1", "Peace") + p("See ", link_within("Peace", "there"), "."),
        target("Article 1", "Peace") + p("See ", link_within("Force", "there"), "."),
        amended("there", "there"),
        excess=2,
        told=("link-target",),
    ),
    pair(
        "all words of a link that is a field, and its address",
        p("See ", field('HYPERLINK "https://un.example/charter"', "the Charter"), "."),
        p("See ", field('HYPERLINK "https://un.example/statute"', "our Statute"), "."),
        amended("the Charter", "our Statute"),
    ),
    pair(
        "the address of a link that is a field",
        p("See ", field('HYPERLINK "https://un.example/charter"', "the Charter"), "."),
        p("See ", field('HYPERLINK "https://un.example/statute"', "the Charter"), "."),
        amended("the Charter", "the Charter"),
        excess=4,
        told=("link-target",),
    ),
    pair(
        "a link to the same address written as a field",
        p("See ", field('HYPERLINK "https://un.example/charter" \\o "Charter"', "the Charter"), "."),
        p("See ", field('HYPERLINK "https://un.example/charter"', "the Charter"), "."),
    ),
    pair(
        "the address of a link around a reference",
        target("Article 1") + p("See ", link("charter", "the ", field("REF _Ref1 \\h", "Article 1"), " there"), "."),
        target("Article 1") + p("See ", link("charter", "the ", field("REF _Ref1 \\h", "Article 1"), " there"), "."),
        amended("the Article 1 there", "the Article 1 there"),
        links=(CHARTER, STATUTE),
        excess=8,
        told=("link-target",),
    ),
    pair(
        "a link that is a field taken out",
        p("See the annex, ", field('HYPERLINK "https://un.example/charter"', "the Charter"), "."),
        p("See the annex."),
        amended(", the Charter"),
    ),
    pair(
        "words of a link that is a field",
        p("See ", field('HYPERLINK "https://un.example/charter"', "the Charter of 1945"), "."),
        p("See ", field('HYPERLINK "https://un.example/charter"', "the Statute of 1945"), "."),
        amended("Charter", "Statute"),
    ),
)

MARKED: Final = (
    pair(
        "words of a bookmark",
        p("Each ", bookmark("Duty", "Party shall refrain"), " from force."),
        p("Each ", bookmark("Duty", "Party should refrain"), " from force."),
        amended("shall", "should"),
    ),
    pair(
        "words before a bookmark",
        p("Each ", bookmark("Duty", "Party shall refrain"), " from force."),
        p("Every ", bookmark("Duty", "Party shall refrain"), " from force."),
        amended("Each", "Every"),
    ),
    pair(
        "words at the start of a bookmark",
        p(bookmark("Duty", "Each Party shall refrain"), " from force."),
        p(bookmark("Duty", "Every Party shall refrain"), " from force."),
        amended("Each", "Every"),
    ),
    pair(
        "a bookmark around words that stay",
        p("Each Party shall refrain from force."),
        p("Each ", bookmark("Duty", "Party shall refrain"), " from force."),
    ),
    pair(
        "a bookmark over paragraphs, one of which came",
        '<w:bookmarkStart w:id="1" w:name="Law"/>'
        + ps(PEACE, "Goods pass free of duty.")
        + '<w:bookmarkEnd w:id="1"/>',
        '<w:bookmarkStart w:id="1" w:name="Law"/>'
        + ps(PEACE, "Borders stay open.", "Goods pass free of duty.")
        + '<w:bookmarkEnd w:id="1"/>',
        inserted("Borders stay open."),
    ),
    pair(
        "a paragraph taken out with its bookmark",
        p(PEACE) + target("Borders stay open.") + p("Goods pass free of duty."),
        p(PEACE) + p("Goods pass free of duty."),
        deleted("Borders stay open."),
    ),
    pair(
        "a paragraph taken out before a bookmark",
        p(PEACE) + p("Borders stay open.") + target("Goods pass free of duty."),
        p(PEACE) + target("Goods pass free of duty."),
        deleted("Borders stay open."),
    ),
    pair(
        "a paragraph that moved with its bookmark",
        target("Goods in transit are exempt from customs duties and charges.")
        + p(PEACE)
        + p("The Commission publishes the level of the river every month and reports."),
        p(PEACE)
        + p("The Commission publishes the level of the river every month and reports.")
        + target("Goods in transit are exempt from customs duties and charges."),
        moved("Goods in transit are exempt from customs duties and charges."),
    ),
)

PAIRS: Final = (*FIELDS, *LINKS, *MARKED)
