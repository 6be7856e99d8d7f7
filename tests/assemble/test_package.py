"""A package: what it says once counts in each of its instruments, and they cite each other by their numbers."""

from __future__ import annotations

import pytest
from tests.assemble.making import clause, library, lines, made
from tests.assemble.packaging import LETTER, PROTOCOL, TREATY, instrument, instruments, refusal

from treatykit.assemble.assembly import assemble
from treatykit.errors import ContentError
from treatykit.model.plain import plain_text, story_text

TWO = "instruments:\n  treaty: {draft: treaty}\n  protocol: {draft: protocol, parent: treaty}\n"
FISHY = PROTOCOL + "structure: [fish]\n"


def test_what_the_package_says_once_stands_in_every_instrument() -> None:
    of = instruments(TWO, treaty=TREATY, protocol=PROTOCOL + "done: {date: 2031-06-01}\n")

    treaty, protocol = (of.draft(name).file for name in of.names)

    assert list(treaty.parties) == list(protocol.parties) == ["KAR", "TES", "VEN"]
    assert treaty.done == instruments(TWO, treaty=TREATY, protocol=PROTOCOL).draft("treaty").file.done
    assert protocol.done is not None
    assert (protocol.done.place, str(protocol.done.date)) == ("Lindhaven", "2031-06-01")


def test_a_protocol_is_to_its_parent_and_among_fewer_parties_where_it_says_so() -> None:
    more = TWO.replace("parent: treaty}", "parent: treaty, between: [TES, KAR]}")
    of = instruments(more, treaty=TREATY, protocol=PROTOCOL)

    document = instrument(of, "protocol").document

    assert document.meta.title == (
        "Protocol on Fish to the Treaty on Peace between the Republic of Karvela, the Republic of Tesmar and the "
        "Kingdom of Venn"
    )
    assert [party.code for party in document.meta.parties] == ["KAR", "TES"]


def test_a_reference_to_another_instrument_follows_its_numbers() -> None:
    of = instruments(TWO, treaty=TREATY, protocol=FISHY)
    fewer = instruments(TWO, treaty=TREATY + "omit: {war: it is over}\n", protocol=FISHY)

    assert lines(instrument(of, "protocol"))[1:] == ["Fish are free, as Article 2, paragraph 2, of the Treaty says."]
    assert lines(instrument(fewer, "protocol"))[1:] == ["Fish are free, as Article 1, paragraph 2, of the Treaty says."]


def test_a_reference_finds_an_article_by_its_own_name_too_and_an_instrument_by_its_name_alone() -> None:
    of = instruments(TWO, treaty=TREATY + "structure: [war, carp]\n", protocol=PROTOCOL + "structure: [perch]\n")

    assert lines(instrument(of, "protocol"))[1:] == ["Perch live there too: Article 2 of the Treaty and the Treaty."]


def test_an_annex_is_to_its_instrument() -> None:
    of = instruments(TWO, treaty=TREATY + "structure: [war, ponds]\n", protocol=PROTOCOL + "structure: [tench]\n")

    assert lines(instrument(of, "protocol"))[1:] == ["Tench are listed in the Annex to the Treaty."]


def test_a_reference_to_what_the_other_instrument_does_not_have_is_refused_at_its_place() -> None:
    assert refusal(TWO, treaty=TREATY + "omit: {peace: later}\n", protocol=FISHY) == [
        "protocol: 'fish' refers to 'peace#second' of the instrument 'parent', which does not have it — take it into "
        "that instrument, or another wording of 'fish'"
    ]


def test_a_reference_to_a_topic_of_several_articles_names_them_all() -> None:
    of = instruments(TWO, treaty=TREATY + "structure: [war, pike]\n", protocol=PROTOCOL + "structure: [eel]\n")

    assert lines(instrument(of, "protocol"))[1:] == ["Eels are bound by Article 2 and Article 3 of the Treaty."]


def test_what_contradicts_the_parent_is_told_and_made() -> None:
    protocol = PROTOCOL + "structure: [bass]\n"

    def told(treaty: str) -> list[str]:
        made = instrument(instruments(TWO, treaty=treaty, protocol=protocol), "protocol")
        return [str(each) for each in made.diagnostics]

    assert told(TREATY) == [
        "protocol: warning: bass/one is in conflict with peace/one of the instrument that this one belongs to: they "
        "break it [rule-across] — choose another alternative of one of them, or say in the text which of the two is "
        "followed"
    ]
    assert told(TREATY + "omit: {peace: later}\n") == []


def test_a_reference_to_an_instrument_that_is_not_in_the_variant_is_refused() -> None:
    more = TWO.replace("{draft: treaty}", "{draft: treaty, variants: [comprehensive]}")

    (line,) = refusal(more, protocol=FISHY, treaty=TREATY)

    assert line == (
        "package.yaml:10:31: the package has the instrument 'treaty' only in other variants than framework — it is in "
        "comprehensive; see 'variants' of 'treaty'"
    )


def test_a_draft_alone_cannot_refer_to_another_instrument() -> None:
    with pytest.raises(ContentError) as refused:
        made("", library(clause("fish", "See {@treaty:peace}."), framework=["fish"]))

    assert str(refused.value) == (
        "draft.yaml: 'fish' refers to another instrument, 'treaty', and this draft is made alone — name the draft "
        "in a package, and build that"
    )


def test_an_instrument_is_called_by_its_kind_or_by_its_title_where_there_are_more() -> None:
    more = TWO + "  other: {draft: other, parent: treaty}\n  named: {draft: other, short: the Fish Protocol}\n"
    of = instruments(more, treaty=TREATY, protocol=PROTOCOL, other=PROTOCOL.replace("Fish", "Trout"))

    assert [of.called(name) for name in of.names] == [
        "the Treaty",
        "the Protocol on Fish",
        "the Protocol on Trout",
        "the Fish Protocol",
    ]


def test_values_for_a_topic_that_one_instrument_does_not_have_are_no_error_where_the_package_says_them() -> None:
    shelf = library(
        clause("peace", "Peace."),
        clause("fish", "{{ fish.kind }}.", facts="params:\n  kind: {type: text, prompt: Which?}\n"),
        framework=["peace"],
    )
    of = instruments("params: {fish.kind: trout}\n" + TWO, treaty=TREATY, protocol=PROTOCOL + "structure: [fish]\n")
    assert "trout" in plain_text(assemble(of.draft("protocol"), shelf).document)
    assert "trout" not in plain_text(assemble(of.draft("treaty"), shelf).document)


def test_a_wrong_package_is_told_with_its_place_and_what_to_do() -> None:
    assert refusal("instruments:\n  protocol: {draft: protocol, parent: treaty}\n  treaty: {draft: treaty}\n") == [
        "package.yaml:9:39: 'treaty' is no instrument that stands before 'protocol' — put it before this one"
    ]
    assert refusal("instruments:\n  treaty: {}\n") == [
        "package.yaml:9:11: nothing says what this instrument is — add 'draft: …', or 'reply: …' with a letter"
    ]
    assert refusal("instruments: {}\n") == [
        "package.yaml:8:14: a package without instruments — name one: 'treaty: {draft: treaty.yaml}'"
    ]
    assert refusal("instruments:\n  treaty: {draft: t, between: [KAR, NOR]}\n") == [
        "package.yaml:9:37: no party has the code 'NOR' — the parties are KAR, TES, VEN"
    ]
    assert refusal("instruments:\n  treaty: {draft: t}\n", t=TREATY + "parties: {}\n") == [
        "t:4:1: the parties are said in the package 'package.yaml' — take them out of the draft"
    ]
    assert refusal("instruments:\n  treaty: {draft: t}\n  reply: {reply: treaty}\n", t=TREATY) == [
        "package.yaml:10:11: 'treaty' is no letter to which there could be a reply — its draft says who writes to "
        "whom: 'letter: {from: …, to: …}'"
    ]


def test_an_error_in_what_a_draft_and_the_package_say_together_names_the_file_that_says_it() -> None:
    (shared,) = refusal("params: {nothing.here: 1}\ninstruments:\n  treaty: {draft: t}\n", t=TREATY)
    (own,) = refusal("instruments:\n  treaty: {draft: t}\n", t=TREATY + "params: {nothing.here: 1}\n")

    assert shared.startswith("package.yaml:8:10: ")
    assert own.startswith("t:4:10: ")


# --- Letters -------------------------------------------------------------------------------------

EXCHANGE = (
    "instruments:\n  treaty: {draft: treaty}\n  letter: {draft: letter, parent: treaty}\n  reply: {reply: letter}\n"
)


def _written(name: str, structure: str, more: str = "", exchange: str = EXCHANGE) -> list[str]:
    of = instruments(exchange, treaty=TREATY, letter=f"{LETTER}structure: [{structure}]\n{more}")
    return story_text(instrument(of, name).document.body).split("\n")


def test_a_letter_passes_between_two_of_the_parties_and_proposes_numbered_paragraphs_without_articles() -> None:
    assert [each for each in _written("letter", "war, trout") if each.strip()] == [
        "Republic of Karvela",
        "Minister",
        "Lindhaven, 3 May 2031",
        "Excellency,",
        "I have the honour to refer to the Treaty on Peace between the Republic of Karvela, the Republic of Tesmar and "
        "the Kingdom of Venn and, on behalf of the Republic of Karvela, to propose the following:",
        "1. War is over.",
        "2. Trout are fish.",
        "3. Nothing in this letter concerns carp.",
        "If the foregoing is acceptable to the Republic of Tesmar, I have the honour to propose that this letter and "
        "Your Excellency’s letter in reply shall constitute an Agreement between our two States, which shall enter "
        "into force on the date of Your Excellency’s reply.",
        "Please accept, Excellency, the assurances of my highest consideration.",
        "Ilva Dorrenmark",
        "Minister",
        "of the Republic of Karvela",
        "The Minister for Foreign Affairs of the Republic of Tesmar",
    ]


def test_a_reply_repeats_the_letter_between_quotation_marks_and_accepts_it() -> None:
    letter, reply = _written("letter", "war, trout"), _written("reply", "war, trout")
    start, stop = letter.index("Excellency,"), next(at for at, line in enumerate(letter) if line.startswith("Please"))

    quoted = [f"“{letter[start]}", *letter[start + 1 : stop], f"{letter[stop]}”"]

    at = reply.index(quoted[0])
    assert reply[at : at + len(quoted)] == quoted
    assert reply[at + len(quoted)].startswith("I have the honour to confirm that the foregoing is acceptable to the ")
    assert (
        "I have the honour to acknowledge receipt of Your Excellency’s letter of today’s date, which reads as follows:"
        in reply
    )
    assert reply[0] == "Republic of Tesmar"


def test_a_reply_of_another_day_names_the_day_of_the_letter() -> None:
    later = EXCHANGE.replace("{reply: letter}", "{reply: letter, done: {date: 2031-05-09}}")

    assert any("Your Excellency’s letter of 3 May 2031, which" in each for each in _written("reply", "war", "", later))


def test_a_single_proposal_has_no_number_and_a_reference_to_a_topic_finds_its_paragraph() -> None:
    of = instruments(EXCHANGE, treaty=TREATY, letter=f"{LETTER}structure: [war]\n")
    labels = [block.label for block in instrument(of, "letter").document.body if hasattr(block, "label")]
    assert not any(labels)

    shelf = library(
        clause("war", "War is over."), clause("fish", "See {@war} and {@fish#b}.\n\n{#b} Fish."), framework=["war"]
    )
    of = instruments(EXCHANGE, treaty=TREATY, letter=f"{LETTER}structure: [war, fish]\n")
    assert "See paragraph 1 and paragraph 3." in plain_text(assemble(of.draft("letter"), shelf).document)


def test_a_topic_whose_first_paragraph_has_a_name_of_its_own_is_found_by_both() -> None:
    assert "3. They stay, as paragraph 2 says." in _written("letter", "war, carp")


def test_quotation_marks_within_a_quotation_are_single() -> None:
    assert any("referred to as “the Treaty”)" in each for each in _written("letter", "fish"))
    assert any("referred to as ‘the Treaty’)" in each for each in _written("reply", "fish"))


def test_what_a_letter_refers_to_has_a_name_where_it_comes_again() -> None:
    (opening,) = [each for each in _written("letter", "fish") if each.startswith("I have the honour to refer")]

    assert "the Kingdom of Venn (hereinafter referred to as “the Treaty”) and, on behalf of" in opening
    assert "Fish are free, as Article 2, paragraph 2, of the Treaty says." in _written("letter", "fish")


def test_a_reply_cites_what_its_letter_cites_and_is_made_in_the_variant_of_its_letter() -> None:
    more = EXCHANGE.replace("{draft: letter,", "{draft: letter, variant: partial,")
    of = instruments(more, treaty=TREATY, letter=LETTER)

    assert "Fish are free, as Article 2, paragraph 2, of the Treaty says." in _written("reply", "fish")
    assert [of.variant_of(name) for name in of.names] == ["framework", "partial", "partial"]


def test_a_letter_in_a_political_register_makes_no_agreement() -> None:
    of = instruments(
        EXCHANGE, treaty=TREATY, letter=LETTER.replace("type: agreement", "type: memorandum") + "structure: [war]\n"
    )

    words = plain_text(instrument(of, "letter").document)

    assert "record the Understanding reached between our two States, which will come into effect on the date" in words
    assert "shall" not in words


def test_a_wrong_letter_is_told_with_its_place_and_what_to_do() -> None:
    def said(letter: str) -> list[str]:
        return refusal(EXCHANGE, treaty=TREATY, letter=letter)

    assert said(LETTER.replace("to: TES", "to: KAR")) == [
        "letter:5:9: a letter passes between two parties — say 'from' and 'to'; the parties are KAR, TES, VEN"
    ]
    assert said(LETTER.replace("agreement", "treaty")) == [
        "letter:3:7: an exchange of letters is no treaty — write 'type: agreement'; letters may also record a "
        "declaration or a memorandum"
    ]
    assert said(LETTER.replace("to: TES", "to: TES, effect: never")) == [
        "letter:5:38: 'never' is not possible here — write reply or parent"
    ]


def test_a_letter_takes_no_recitals() -> None:
    shelf = library(clause("preamble", "*Recalling* it", kind="recital"), framework=["preamble"])
    of = instruments(EXCHANGE, treaty=TREATY, letter=LETTER)

    with pytest.raises(ContentError) as refused:
        assemble(of.draft("letter"), shelf)

    assert str(refused.value) == (
        "letter: a letter proposes articles, and 'preamble' is none — name what the letter proposes under 'structure'"
    )
