"""The annotated edition: the text as it is, with what is known of each topic behind what it says."""

from __future__ import annotations

from tests.assemble.making import DRAFT, clause, draft, library

from treatykit.assemble.assembly import Assembly, assemble
from treatykit.library.index import Library
from treatykit.model.annotations import ANNOTATIONS, is_annotation, without_annotations
from treatykit.model.content import Paragraph, Reference, Text
from treatykit.model.plain import inlines_text, paragraph_text
from treatykit.model.properties import Role

COMMENTARY = """
## commentary

The *first* question is {{ peace.hours }} hours; {@order} and {@peace#rule} help, {@silent} not.

1. Say **"peace"**.
   (a) [A: Soon][B: Later].

| Word | Use |
|---|---|
| peace | often |

> Ask them.
"""
PEACE = clause(
    "peace",
    "1. Peace.\n2. {#rule} More peace.\n\n> Count the days of {@#rule}.",
    f"Peace it is.\n{COMMENTARY}",
    facts="""\
params:
  hours: {type: integer, prompt: How many?}
sources:
  - {cite: "Treaty of 1979, Article 1", relation: adapted}
  - {cite: A speech., relation: contrast}
""",
)
ORDER = clause("order", "Order.", "> Silence is deliberate.", "Much order.")
SILENT = clause("silent", "### Silent\n\nWords.", part="final")
PREAMBLE = clause("preamble", "*Desiring* peace.", kind="recital", part="opening")
END = clause("testimonium", "DONE in {{ originals }}.", kind="testimonium", part="final")
RULES = clause("rules", "1. Shut.\n2. Locked.", kind="annex")
SHELF = library(
    *(PREAMBLE, PEACE, ORDER, SILENT, END, RULES),
    framework=["preamble", "peace", "order", "testimonium", "rules"],
)


def annotated(more: str = "", shelf: Library = SHELF) -> Assembly:
    return assemble(draft(more), shelf, annotated=True)


def annotation(title: str, made: Assembly) -> list[str]:
    """The lines of the annotation with this heading; a heading has a number sign for each level, a point a bullet."""
    found: list[str] = []
    for block in made.document.body:
        if is_annotation(block):
            words = paragraph_text(block)
            if block.role is Role.ANNOTATION_HEADING and block.level == 1:
                if found:
                    break
                found = [words] if words == title else []
            elif found:
                sign = "#" if block.role is Role.ANNOTATION_HEADING else "•"
                found.append(f"{sign * (block.level - (sign == '•'))} {words}".strip())
        elif found:
            break
    return found


def test_the_annotation_to_an_article() -> None:
    assert annotation("Annotation to Article 1", annotated()) == [
        "Annotation to Article 1",
        "About peace.",
        "## Commentary",
        "The first question is hours hours; Article 2 and paragraph 2 help, the article on silent not.",
        "• 1. Say “peace”.",
        "•• (a) [KAR: Soon][TES: Later].",
        "• Word: peace; Use: often",
        "Ask them.",
        "## Wording chosen: Wording one",
        "Depth: full. Precision: precise. Strength: 3 of 5. Favours: neither side. "
        "A framework text has it unless a draft says otherwise.",
        "• When: Always.",
        "• For: A party will like it.",
        "• Against: A party will not.",
        "## Other wordings",
        "• Wording two (full, precise, strength 3 of 5; favours neither side). Always.",
        "## Drafting notes",
        "Count the days of paragraph 2.",
        "## Sources",
        "• Adapted: Treaty of 1979, Article 1.",
        "• In contrast: A speech.",
    ]


def test_an_annotation_holds_nothing_that_is_not_agreed_filled_in_or_defined() -> None:
    for block in filter(is_annotation, annotated().document.body):
        assert all(isinstance(inline, Text | Reference) for inline in block.inlines)


def test_wordings_that_compete_are_annotated_each_with_who_proposes_it() -> None:
    lines = annotation("Annotation to Article 2", annotated("bracket: {order: {KAR: one, TES: three}}\n"))

    assert [line for line in lines if line.startswith("##")] == [
        "## Proposed by Karvela: Wording one",
        "## Proposed by Tesmar: Wording three",
        "## Other wordings",
    ]
    assert lines.count("• For: A party will like it.") == 2
    assert "• Wording two (full, precise, strength 3 of 5; favours neither side). Always." in lines


def test_who_proposes_to_say_nothing_is_named() -> None:
    lines = annotation("Annotation to Article 2", annotated("bracket: {order: {KAR: one, TES: none}}\n"))

    assert "## Proposed by Tesmar: nothing" in lines


def test_who_has_not_spoken_is_named_as_such() -> None:
    lines = annotation("Annotation to Article 2", annotated("bracket: {order: {KAR: one}}\n"))

    assert "## No position known of Tesmar" in lines
    assert not any("nothing" in line for line in lines)


def test_why_a_wording_stands_is_said() -> None:
    chosen = "\n".join(annotation("Annotation to Article 1", annotated("choose: {peace: two}\n")))
    added = "\n".join(annotation("Annotation to Article 3", annotated("add: {silent: }\n")))

    assert "The draft chooses it." in chosen
    assert "The draft adds the topic, and names no other wording." in added


def test_a_topic_without_words_has_its_annotation_behind_the_one_before() -> None:
    made = annotated("choose: {order: two}\n")

    assert annotation("Not in the text: Order", made)[-2:] == ["## Drafting notes", "Silence is deliberate."]
    assert [left.topic for left in made.left_out if "says nothing" in left.reason] == ["order"]


def test_no_part_begins_with_a_topic_without_words() -> None:
    shelf = library(
        clause("peace", "Peace."),
        clause("order", "Order.", "> Silence."),
        clause("border", "Border.", "> Silence.", part="border"),
        clause("end", "End.", part="final"),
        framework=["order", "peace", "border", "end"],
    )
    text = "choose: {order: two, border: two}\nparts: true\n"
    made = annotated(text, shelf)

    assert without_annotations(made.document) == assemble(draft(text), shelf).document
    titles = [paragraph_text(block) for block in made.document.body if is_annotation(block) and block.level == 1]
    assert {"Not in the text: Order", "Not in the text: Border"} < set(titles)


def test_annotations_to_what_has_no_number_stand_out_of_the_way() -> None:
    places = [
        paragraph_text(block)
        for block in annotated().document.body
        if isinstance(block, Paragraph)
        and (block.role not in ANNOTATIONS or (block.role is Role.ANNOTATION_HEADING and block.level == 1))
    ]

    assert places[:7] == [
        "Treaty on Good Order",
        "between the Republic of Karvela and the Republic of Tesmar",
        "About this annotated edition",
        "The Republic of Karvela and the Republic of Tesmar (hereinafter referred to as “the Parties”),",
        "Desiring peace,",
        "Have agreed as follows:",
        "Annotation: Preamble",
    ]
    assert places[-6:] == [
        "DONE in two originals.",
        "Annotation: Testimonium",
        "Annex Rules",
        "1. Shut.",
        "2. Locked.",
        "Annotation to the Annex",
    ]


def test_the_text_its_figures_and_its_blanks_are_the_same() -> None:
    for more in ("", "bracket: {order: {KAR: one, TES: two}}\n", "choose: {order: two}\nparams: {peace.hours: 24}\n"):
        plain, made = assemble(draft(more), SHELF), annotated(more)

        assert without_annotations(made.document) == plain.document
        assert (made.figures, made.blanks, made.left_out) == (plain.figures, plain.blanks, plain.left_out)


def test_a_recital_with_a_note_is_bracketed_as_without() -> None:
    shelf = library(clause("preamble", "*Desiring* peace.", "> Silence.", kind="recital"), framework=["preamble"])
    more = "bracket: {preamble: {KAR: one, TES: two}}\n"

    assert without_annotations(annotated(more, shelf).document) == assemble(draft(more), shelf).document


def test_values_of_the_draft_stand_in_the_commentary() -> None:
    lines = annotation("Annotation to Article 1", annotated("params: {peace.hours: 24}\n"))

    assert "The first question is 24 hours; Article 2 and paragraph 2 help, the article on silent not." in lines


def test_a_memorandum_does_not_turn_the_words_about_it() -> None:
    shelf = library(clause("peace", "Peace.\n\n## commentary\n\nA Party shall think."), framework=["peace"])
    made = assemble(draft(head=DRAFT + "type: memorandum\n"), shelf, annotated=True)

    assert "A Party shall think." in annotation("Annotation to Paragraph 1", made)


def test_the_number_in_a_heading_is_a_reference() -> None:
    heading = next(
        block for block in annotated().document.body if is_annotation(block) and "Article 1" in _words(block)
    )

    assert heading.inlines == (Text("Annotation to "), Reference("peace", "Article 1"))


def _words(paragraph: Paragraph) -> str:
    return inlines_text(paragraph.inlines)
