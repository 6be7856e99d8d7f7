"""The house rules of the packaged texts, as far as a machine can hold them to these."""

from __future__ import annotations

import re
from typing import Final

import pytest
from tests.clauses.packaged import LIBRARY, WORDINGS, every_topic, every_wording, line, rules_of, words

from treatykit.library.clause import Clause, labels
from treatykit.library.targets import AlternativeTarget, TopicTarget, simple_targets
from treatykit.markup import syntax
from treatykit.markup.walk import occurrences

LOADED: Final = re.compile(
    r"\b(?:aggress\w+|occup(?:ied|ier|ying|ation)|separatis\w+|corridors?|enem(?:y|ies)|liberat\w+|terroris\w+|"
    r"victor(?:y|ious)|defeated|puppet|so-called|annexed|annexation|invad\w+|invasion)\b",
    re.IGNORECASE,
)
"""Words that take a side, or that one side will not sign."""

GENDERED: Final = re.compile(
    r"\b(?:s?he|his|hers?|him(?:self)?|herself|chairm[ae]n|spokesm[ae]n|m[ae]n)\b", re.IGNORECASE
)

REAL_STATES: Final = re.compile(
    r"\b(?:Argentin|Armeni|Azerbaij|Banglad|Boliv|Bosni|Cambodi|Chile|China|Chinese|Croat|Egypt|Eritre|Ethiopi|France|"
    r"French|Georgia|German|Hungar|India|Iran|Iraq|Ireland|Irish|Israel|Japan|Jordan|Pakistan|Poland|Polish|Russia|Serbia|"
    r"Sloven|Soviet|Sudan|Syria|Turk|Ukrain|United Kingdom|United States)"
)

OWN_NUMBER: Final = re.compile(
    r"\b(?:Articles?|[Pp]aragraphs?|Annex(?:es)?|[Pp]oints?|[Pp]arts?) (?:\d|\([a-z]|[IVX]+\b)"
)
OTHERS_NUMBER: Final = re.compile(
    r"\bArticle \d+(?:, paragraph \d+,)? of the (?:Charter of the United Nations|"
    r"Statute of the International Court of Justice)"
    r"|\bparagraph \d+ of the same article"
)
"""The numbers of other instruments do not change, and are typed."""

BY_POSITION: Final = re.compile(
    r"\b(?:preceding|previous|foregoing|following|next|last|former|latter) (?:(?:\w+ )?Articles?\b|ones?\b)"
    r"|\bArticles? (?:above|below)\b"
)
"""An article named by where it stands: omitted, added and moved topics make it another one."""

NOT_FROM_IZE: Final = re.compile(
    r"(?:adv|ar|compr|comprom|conc|cr|dev|disgu|enterpr|exc|exerc|expert|franch|improv|likew|merchand|no|otherw|pract|pra|prec|"
    r"prem|prom|ra|rev|r|superv|surpr|treat|w)is(?:e|ed|es|ing)"
)
AMERICAN: Final = re.compile(
    r"\b(?:neighbor\w*|(?:dis)?honor\w*|favor\w*|defense|offense|centers?|centered|fulfills?|fulfillment|colors?|labor|programs?|"
    r"traveler|traveling|license[sd]? to)\b"
)


def spoken(clause: Clause) -> str:
    """Everything in a clause file that a reader is shown as the library's own words."""
    facts = clause.facts
    assert clause.body.commentary
    return "\n".join(
        [
            facts.title,
            facts.summary,
            *(each.prompt for each in (*facts.params.values(), *facts.options.values())),
            *(text for each in facts.alternatives for text in (each.label, each.when, each.pro, each.against)),
            *(rule.because for _, _, rule in rules_of(clause)),
            *(words(each.blocks) for each in clause.body.alternatives),
            words(clause.body.commentary.blocks),
        ]
    )


@every_topic
def test_no_word_takes_a_side(clause: Clause) -> None:
    assert not LOADED.search(spoken(clause))
    assert not GENDERED.search(spoken(clause))


@every_topic
def test_the_spelling_is_that_of_the_united_nations(clause: Clause) -> None:
    text = spoken(clause)

    assert not AMERICAN.search(text)
    for word in re.findall(r"\b[a-z]+is(?:e|ed|es|ing|ations?)\b", text.lower()):
        assert NOT_FROM_IZE.fullmatch(word), word


@every_wording
def test_no_wording_knows_a_real_state(wording: syntax.Alternative) -> None:
    assert not REAL_STATES.search(words(wording.blocks))


@every_wording
def test_no_wording_says_which_party_proposes_what(wording: syntax.Alternative) -> None:
    for found in occurrences(wording):
        if isinstance(found.node, syntax.Bracket | syntax.BlockBracket):
            assert all(not option.parties for option in found.node.options)


@every_wording
def test_the_numbers_of_articles_are_left_to_the_program(wording: syntax.Alternative) -> None:
    assert not OWN_NUMBER.search(OTHERS_NUMBER.sub("", words(wording.blocks)))


@every_wording
def test_no_article_is_named_by_its_position(wording: syntax.Alternative) -> None:
    assert BY_POSITION.findall(words(wording.blocks)) == []


@every_wording
def test_a_sentence_does_not_begin_with_a_reference(wording: syntax.Alternative) -> None:
    """It would begin with a small letter: "paragraph 2 applies"."""
    for found in occurrences(wording):
        if isinstance(found.node, syntax.Item | syntax.Paragraph | syntax.WrapUp | syntax.DraftingNote):
            before = "."
            for inline in found.node.inlines:
                assert not (isinstance(inline, syntax.Reference) and before.endswith((".", "?", ":")))
                before = inline.value.rstrip() if isinstance(inline, syntax.Text) else "–"


@every_wording
def test_a_term_is_defined_once_and_then_used(wording: syntax.Alternative) -> None:
    defined = [line(found.node.inlines) for found in occurrences(wording) if isinstance(found.node, syntax.Definition)]
    text = words(wording.blocks)

    assert len(set(defined)) == len(defined)
    for term in defined:
        assert len(re.findall(rf"\b{re.escape(term)}\b", text)) >= 2, term


@pytest.mark.parametrize("topic", [facts.id for facts in LIBRARY.listing() if facts.kind == "annex"])
def test_an_annex_is_part_of_the_text_and_cited_by_an_article_that_it_requires(topic: str) -> None:
    clause = LIBRARY.clause(topic)
    required = {
        target for _, kind, rule in rules_of(clause) if kind == "requires" for target in simple_targets(rule.target)
    }
    cited = [
        found.node.topic
        for article in {each.topic for each in required if isinstance(each, TopicTarget | AlternativeTarget)}
        for wording in LIBRARY.clause(article).body.alternatives
        for found in occurrences(wording)
        if isinstance(found.node, syntax.Reference)
    ]

    assert topic in cited
    for wording in clause.body.alternatives:
        assert "integral part of" in words(wording.blocks)


@pytest.mark.parametrize("topic", [facts.id for facts in LIBRARY.listing() if facts.kind in {"recital", "testimonium"}])
def test_recitals_and_closing_words_oblige_nobody(topic: str) -> None:
    for wording in LIBRARY.clause(topic).body.alternatives:
        assert not re.search(r"\b(?:shall|must|undertakes?|agrees?)\b", words(wording.blocks))


@every_wording
def test_an_obligation_is_expressed_by_shall(wording: syntax.Alternative) -> None:
    assert not re.search(r"\b(?:must|should|will|has to|have to)\b", words(wording.blocks))


def test_a_recital_begins_with_its_participle() -> None:
    for wording in LIBRARY.clause("preamble").body.alternatives:
        for block in wording.blocks:
            if not isinstance(block, syntax.DraftingNote):
                assert isinstance(block, syntax.Paragraph)
                assert isinstance(block.inlines[0], syntax.Emphasis)


def test_peace_can_be_made_without_a_word_of_war() -> None:
    wording = LIBRARY.clause("establishment-of-peace").wording("peace-and-relations")

    assert not re.search(r"\b(?:war|hostilit|belligeren|conflict|armed)", words(wording.blocks), re.IGNORECASE)


def test_every_mark_of_the_notation_is_shown_somewhere() -> None:
    seen: set[str] = set()
    for topic, alternative in WORDINGS:
        for found in occurrences(LIBRARY.clause(topic).wording(alternative)):
            seen.add(type(found.node).__name__)
            for condition in found.conditions:
                seen.add(f"{type(condition).__name__} {'off' if condition.negated else 'on'}")
            match found.node:
                case syntax.Reference(other, label):
                    seen.add(f"Reference {'topic' if other else ''}{'#label' if label else ''}")
                case syntax.Slot(_, filters):
                    seen |= {f"| {each}" for each in filters}
                case syntax.Item(label=str()):
                    seen.add("label")
                case syntax.Bracket(options) if len(options) > 1:
                    seen.add("brackets that compete")
                case _:
                    pass

    assert seen >= {
        *("Article", "Item", "WrapUp", "Table", "DraftingNote", "FootnoteReference", "Definition", "Emphasis"),
        *("OptionCondition on", "OptionCondition off", "TopicCondition on", "TopicCondition off"),
        *("RegisterCondition on", "RegisterCondition off"),
        *("Reference topic", "Reference topic#label", "Reference #label", "label", "brackets that compete"),
        *("| cap", "| words", "| date", "| money", "| join"),
    }


def test_both_commissions_say_who_pays_where_they_sit_and_how_they_decide() -> None:
    clause = LIBRARY.clause("border-commission")
    for alternative in ("bilateral", "experts"):
        said = labels(clause.wording(alternative)).keys()
        assert said >= {"costs", "meetings", "quorum", "decisions", "disagreement", "timetable"}
    assert labels(clause.wording("neutral")).keys() >= {"costs", "seat", "majority", "default", "decision", "absence"}
