"""The whole text: opening, articles, brackets, references, closing, annexes."""

from __future__ import annotations

import pytest
from tests.assemble.making import DRAFT, THREE, article, clause, draft, library, lines, made

from treatykit.assemble.assembly import assemble
from treatykit.assemble.closing import signatures
from treatykit.assemble.draft_schema import Party
from treatykit.errors import ContentError
from treatykit.model.content import DefinitionOpen, NoteReference, Paragraph, Table, Text
from treatykit.model.plain import paragraph_text, plain_text, story_text
from treatykit.model.properties import Role, TableRole

PREAMBLE = clause("preamble", "*Recalling* the past,\n\n*Desiring* peace.", kind="recital", part="opening")
END = clause("testimonium", "DONE in {{ originals }}.", kind="testimonium", part="final")
RULES = clause(
    "rules", "### Rules of the house\n\n#### Doors\n\n1. Shut.\n2. Locked.\n\n#### Windows\n\n1. Open.", kind="annex"
)


def test_a_text_reads_from_the_title_to_the_signatures() -> None:
    shelf = library(
        PREAMBLE,
        clause("peace", "1. Peace.\n2. More peace."),
        END,
        RULES,
        framework=["preamble", "peace", "testimonium", "rules"],
    )
    head = DRAFT.replace("short: Karvela,", "short: Karvela, signatory: {name: Ilva Dorrenmark, title: Minister},")

    document = made("", shelf, head=head).document

    assert plain_text(document).split("\n") == [
        "Treaty on Good Order",
        "between the Republic of Karvela and the Republic of Tesmar",
        "The Republic of Karvela and the Republic of Tesmar (hereinafter referred to as “the Parties”),",
        "Recalling the past,",
        "Desiring peace,",
        "Have agreed as follows:",
        "Article 1 Peace",
        "1. Peace.",
        "2. More peace.",
        "DONE in two originals.",
        "For the Republic of Karvela\tFor the Republic of Tesmar",
        "",
        "Ilva Dorrenmark",
        "Minister\t",
        "Annex Rules of the house",
        "Doors",
        "1. Shut.",
        "2. Locked.",
        "Windows",
        "3. Open.",
    ]


def test_the_lines_to_sign_on_are_level_whatever_the_names() -> None:
    parties = [Party(full=f"Party {name}", short=name) for name in "ABCD"]
    table = signatures([party.full for party in parties], parties)

    empty = [[not story_text(cell.blocks) for cell in row.cells] for row in table.rows]
    assert empty == [[False] * 3, [True] * 3, [False, True, True], [True] * 3]
    lines = [cell.blocks[0] for row in table.rows[1::2] for cell in row.cells]
    assert [line.role is Role.SIGNATURE for line in lines if isinstance(line, Paragraph)] == [*[True] * 4, False, False]


def test_roles_say_what_each_paragraph_does() -> None:
    shelf = library(PREAMBLE, clause("peace", "Peace."), END, framework=["preamble", "peace", "testimonium"])

    roles = [block.role for block in made("", shelf).document.body if isinstance(block, Paragraph)]

    assert roles == [
        Role.TITLE,
        Role.SUBTITLE,
        Role.PARTIES,
        Role.RECITAL,
        Role.RECITAL,
        Role.ENACTING,
        Role.ARTICLE,
        Role.BODY,
        Role.TESTIMONIUM,
    ]


def test_the_same_draft_gives_the_same_text() -> None:
    shelf = library(PREAMBLE, clause("peace", "Peace."), framework=["preamble", "peace"])

    assert made("", shelf) == made("", shelf)


def test_an_only_paragraph_has_no_number_and_its_points_keep_theirs() -> None:
    assert article("1. The Parties:\n   (a) sow; and\n   (b) reap.") == ["The Parties:", "(a) sow; and", "(b) reap."]
    assert article("1. One.\n2. Two.") == ["1. One.", "2. Two."]


def test_a_paragraph_left_alone_by_conditions_has_no_number() -> None:
    facts = "options:\n  more: {prompt: More?, default: false}\n"

    assert article("1. One.\n2. {?more} Two.", facts=facts) == ["One."]


def test_straight_quotation_marks_are_set_as_printers_do() -> None:
    assert article('The "old" treaty and Karvela\'s law.') == ["The “old” treaty and Karvela’s law."]


def test_a_defined_term_stands_between_quotation_marks_and_milestones() -> None:
    shelf = library(clause("peace", 'The **"Commission"** meets.'), framework=["peace"])

    block = made("", shelf).document.body[-2]

    assert isinstance(block, Paragraph)
    assert paragraph_text(block) == "The “Commission” meets."
    assert isinstance(block.inlines[1], DefinitionOpen)


def test_emphasis_is_italic() -> None:
    shelf = library(PREAMBLE, clause("peace", "Peace."), framework=["preamble", "peace"])

    recital = made("", shelf).document.body[3]

    assert isinstance(recital, Paragraph)
    assert isinstance(recital.inlines[0], Text)
    assert (recital.inlines[0].value, recital.inlines[0].format.italic) == ("Recalling", True)


def test_drafting_notes_are_printed_only_when_asked_for() -> None:
    shelf = library(clause("peace", "Peace.\n\n> This is deliberate."), framework=["peace"])

    assert "deliberate" not in plain_text(assemble(draft(), shelf).document)
    assert "deliberate" in plain_text(assemble(draft(), shelf, annotated=True).document)


def test_a_footnote_travels_in_its_reference() -> None:
    shelf = library(clause("peace", "Peace.[^n]\n\n[^n]: See *above*."), framework=["peace"])

    block = made("", shelf).document.body[-2]

    assert isinstance(block, Paragraph)
    note = block.inlines[-1]
    assert isinstance(note, NoteReference)
    assert story_text(note.blocks) == "See above."


# --- references ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "subtitle", "enacting"),
    [
        ("treaty", "between the Republic of Karvela and the Republic of Tesmar", "Have agreed as follows:"),
        ("declaration", "of the Republic of Karvela and the Republic of Tesmar", "Declare as follows:"),
        (
            "memorandum",
            "between the Republic of Karvela and the Republic of Tesmar",
            "Have reached the following understanding:",
        ),
    ],
)
def test_the_opening_follows_the_type(kind: str, subtitle: str, enacting: str) -> None:
    shelf = library(clause("peace", "Peace."), framework=["peace"])

    body = made("", shelf, head=DRAFT.replace("variant:", f"type: {kind}\nvariant:")).document.body

    assert story_text(body[1:2]) == subtitle
    assert story_text(body[3:4]) == enacting


def test_a_draft_may_set_its_articles_in_parts() -> None:
    shelf = library(clause("peace", "Peace."), clause("end", "End.", part="final"), framework=["peace", "end"])

    assert [line for line in lines(made("", shelf)) if line.startswith("Part")] == []
    assert lines(made("parts: true\n", shelf)) == [
        "Article 1 Peace",
        "Peace.",
        "Part II Final provisions",
        "Article 2 End",
        "End.",
    ]


def test_a_roman_draft_has_roman_articles() -> None:
    shelf = library(clause("peace", "See {@peace}."), framework=["peace"])

    text = plain_text(made("numbering: roman\n", shelf).document)
    assert "ARTICLE I Peace\nSee ARTICLE I." in text


@pytest.mark.parametrize(
    ("scheme", "printed"),
    [
        ("united-nations", ["Article 1 Peace", "1. Peace:", "(a) now;", "(b) always.", "2. See paragraph 1 (b)."]),
        ("continental", ["Article 1 Peace", "1. Peace:", "a) now;", "b) always.", "2. See paragraph 1 b)."]),
        ("roman-continental", ["ARTICLE I Peace", "1. Peace:", "a) now;", "b) always.", "2. See paragraph 1 b)."]),
    ],
)
def test_one_text_is_numbered_in_every_scheme(scheme: str, printed: list[str]) -> None:
    words = "1. Peace:\n\n   (a) now;\n\n   (b) {#b} always.\n\n2. See {@#b}."
    shelf = library(clause("peace", words), framework=["peace"])

    assert lines(made(f"numbering: {scheme}\n", shelf)) == printed


def test_a_scheme_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(ContentError, match="did you mean 'continental'"):
        draft("numbering: continetal\n")


def test_more_than_three_parties_sign_in_rows_of_three() -> None:
    head = THREE + "  ORO: {full: the Republic of Oro, short: Oro}\n"
    shelf = library(clause("peace", "Peace."), framework=["peace"])

    table = made("", shelf, head=head).document.body[-1]

    assert isinstance(table, Table)
    assert table.role is TableRole.SIGNATURES
    assert [len(row.cells) for row in table.rows] == [3] * 4  # two rows, each with the lines to sign on below it
    assert story_text((table,)).count("For the") == 4


def test_witnesses_sign_below_the_parties() -> None:
    facts = "params:\n  witnesses: {type: list, prompt: Who?}\n"
    end = clause("testimonium", "Witnessed by {{ testimonium.witnesses | join }}.", kind="testimonium", facts=facts)
    shelf = library(
        clause("peace", "Peace."),
        end.replace("id: one", "id: witnesses").replace("alternative: one", "alternative: witnesses"),
        framework=["peace", "testimonium/witnesses"],
    )

    text = plain_text(made("params: {testimonium.witnesses: [the Republic of Oro]}\n", shelf).document)

    assert text.endswith("For the Republic of Tesmar\n\t\nWitnessed by:\nthe Republic of Oro\n")


# --- what is said about the text -----------------------------------------------------------------


def test_meta_says_what_the_text_is() -> None:
    shelf = library(clause("peace", "Peace."), framework=["peace"])

    meta = made(
        "symbol: KT/1\nstatus: draft\ndate: 2031-05-03\nvariants: {framework: {symbol: KT/2}}\n", shelf
    ).document.meta

    assert meta.title == "Treaty on Good Order between the Republic of Karvela and the Republic of Tesmar"
    assert (meta.symbol, meta.date, meta.variant, str(meta.status)) == ("KT/2", "3 May 2031", "framework", "draft")
    assert [party.code for party in meta.parties] == ["KAR", "TES"]


def test_figures_count_what_is_printed() -> None:
    shelf = library(clause("peace", "Peace."), RULES, framework=["peace", "rules"])

    figures = made("", shelf).figures

    assert (figures.articles, figures.competing, figures.annexes) == (1, 0, 1)


TEXTS = (
    clause(
        "languages",
        "Authentic in {{ authentic_languages }}.",
        "Done in the {{ prevailing_language }} language.",
        kind="final-clause",
    )
    .replace("id: two", "id: single")
    .replace("alternative: two", "alternative: single")
)
DONE = clause("done", "DONE in {{ authentic_languages }}.", kind="testimonium")


@pytest.mark.parametrize(
    ("languages", "language"),
    [
        ("{authentic: [Karvelan, Tesmari, English], prevailing: English}", "English"),
        ("{prevailing: English}", "English"),
        ("{authentic: [English]}", "English"),
        ("{authentic: [Karvelan, English]}", "______"),
        ("{working: English}", "______"),
    ],
)
def test_where_one_language_is_authentic_no_other_is_named_anywhere(languages: str, language: str) -> None:
    shelf = library(TEXTS, DONE, framework=["languages/single", "done"])

    assembly = made(f"languages: {languages}\n", shelf)

    named = f"the {language} language" if language != "______" else language
    assert lines(assembly)[1:] == [f"Done in the {language} language.", f"DONE in {named}."]
    assert [each.code for each in assembly.diagnostics] == ["one-language"] * ("Karvelan" in languages)


@pytest.mark.parametrize(
    ("languages", "codes"),
    [
        ("{authentic: [English], prevailing: English}", ["nothing-to-prevail-over"]),
        ("{authentic: [Karvelan, English], prevailing: English}", []),
        ("{authentic: [], prevailing: English}", []),
    ],
)
def test_a_language_that_prevails_needs_another(languages: str, codes: list[str]) -> None:
    prevails = TEXTS.replace("id: one", "id: prevailing").replace("alternative: one", "alternative: prevailing")
    shelf = library(prevails, DONE, framework=["languages/prevailing", "done"])

    warned = made(f"languages: {languages}\n", shelf).diagnostics

    assert [each.code for each in warned] == codes
    assert all("choose 'languages: single'" in str(each) for each in warned)


def test_where_it_is_only_proposed_that_one_language_be_authentic_all_are_named() -> None:
    shelf = library(TEXTS, DONE, framework=["languages/one", "done"])

    assembly = made("languages: {prevailing: English}\nbracket: {languages: {KAR: one, TES: single}}\n", shelf)

    assert lines(assembly)[-1] == "DONE in the Karvelan, Tesmari and English languages."
    assert assembly.diagnostics == ()
