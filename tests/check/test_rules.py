"""Each check finds what it is for, and leaves alone what only looks like it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pytest
from tests.check.writing import text

from treatykit.check.checking import RULES, check_document, rule
from treatykit.compare import compare
from treatykit.diagnostics import Severity
from treatykit.model.content import Paragraph, Text
from treatykit.model.decide import reject
from treatykit.model.document import Document

SOUND = (
    "~ Recalling the past,",
    "# Commission",
    "- The Parties hereby establish a commission (the “Joint Commission”).",
    "- The Joint Commission shall meet within thirty days of the entry into force of this Treaty.",
    "# Entry into force",
    "- This Treaty shall enter into force in accordance with Article 1.",
    "= DONE in two originals, in the Karvelan and English languages.",
)

CASES: Final[tuple[tuple[str, tuple[str, ...], list[str]], ...]] = (
    (
        "unbalanced-bracket",
        ("# A", "- One [KAR: two.", "# B", "- Three] four.", "- Five] six."),
        ["Article 2, paragraph 2: a bracket is closed that was never opened"],
    ),
    (
        "unbalanced-bracket",
        (
            "# A",
            "- One [KAR: two.",
        ),
        ["Article 1: a bracket is opened and never closed"],
    ),
    (
        "open-bracket",
        ("# A", "- It [KAR: shall][TES: may] do.", "- And [so] on."),
        [
            "Article 1, paragraph 1: a bracket with 2 competing options is open",
            "Article 1, paragraph 2: a bracket is open",
        ],
    ),
    (
        "broken-reference",
        ("# A", "- See Article 2.", "- See Article 7 of the Charter."),
        ["Article 1, paragraph 1: there is no Article 2 in this text"],
    ),
    ("broken-reference", ("# A", "- See {@nowhere}."), ["Article 1: the reference 'nowhere' leads nowhere"]),
    (
        "broken-reference",
        (
            "# A",
            "- See Article 1 of this Treaty, Article 3 of this Treaty.",
        ),
        ["Article 1: there is no Article 3 in this text"],
    ),
    ("duplicate-number", ("#5 A", "- One.", "#5 B", "- Two."), ["Article 5: the number is given 2 times"]),
    ("duplicate-number", ("- [KAR: ", "# A", "- One.", "- ][TES: ", "# B", "- Two.", "- ]"), []),
    (
        "annex",
        ("# A", "- See Annex II.", "@ Rules"),
        ["Article 1: there is no Annex II to this text", "Annex: no article refers to this annex"],
    ),
    ("annex", ("# A", "- See the Annex.", "@ Rules"), []),
    ("blank", ("# A", "- Within {blank} days."), ["Article 1: 'a.days' is left blank"]),
    ("blank", ("# A", "- Within ____ days."), ["Article 1: a blank is left open"]),
    ("no-entry-into-force", ("# A", "- Peace."), ["no article says when the text enters into force"]),
    ("originals", ("# A", "- Peace.", "= DONE in three originals."), ["Testimonium: 3 originals for 2 parties"]),
    ("originals", ("# A", "- Peace.", "= DONE in duplicate."), []),
    ("originals", ("# A", "- This Treaty is done in three originals."), ["Article 1: 3 originals for 2 parties"]),
    ("originals", ("# A", "- The maps are kept in three copies."), []),
    (
        "languages",
        (
            "# A",
            "- The texts in the Karvelan and Tesmari languages are authentic.",
            "- The English text shall prevail.",
        ),
        ["Article 1, paragraph 2: the English text prevails, and is not among the authentic ones"],
    ),
    (
        "languages",
        (
            "# A",
            "- The texts in the Karvelan and Tesmari languages are authentic.",
            "= DONE in two originals, in the Karvelan and English languages.",
        ),
        ["Testimonium: the languages are English and Karvelan here and Karvelan and Tesmari elsewhere"],
    ),
    (
        "party-order",
        (
            "# A",
            "- Between the Republic of Tesmar and the Republic of Karvela.",
        ),
        ["Article 1: 'Republic of Tesmar and the Republic of Karvela' turns the order of the parties round"],
    ),
    (
        "one-sided",
        (
            "# A",
            "- Karvela shall withdraw.",
            "- Karvela shall withdraw, and Tesmar shall return.",
        ),
        ["Article 1, paragraph 1: only Karvela is bound"],
    ),
    (
        "unused-term",
        ("# A", "- A commission (the “Joint Commission”) is established."),
        ["Article 1: 'Joint Commission' is defined and never used"],
    ),
    ("unused-term", ("# A", "- The <transit State> is crossed; the transit State controls."), []),
    (
        "term-defined-twice",
        (
            "# A",
            "- A body (the “Commission”). The Commission.",
            "# B",
            "- A body (the “Commission”). The Commission.",
        ),
        ["Article 2: 'Commission' is defined here and in Article 1"],
    ),
    (
        "term-defined-twice",
        (
            "- [KAR: ",
            "# A",
            "- A body (the “Commission”). The Commission.",
            "- ][TES: ",
            "# B",
            "- One.",
            "- Another body (the “Commission”). The Commission.",
            "- ]",
        ),
        [],
    ),
    (
        "term-used-early",
        ("# A", "- The Commission meets.", "# B", "- A body (the “Commission”)."),
        ["Article 1: 'Commission' is used before Article 2 defines it"],
    ),
    (
        "undefined-term",
        ("# A", "- The Joint Commission meets. The Joint Commission reports."),
        ["Article 1: 'Joint Commission' is used 2 times and nowhere defined"],
    ),
    (
        "recital-obliges",
        ("~ Agreeing that they shall meet,", "~ Recalling the word “shall”,", "# A", "- Peace."),
        ["Preamble, recital 1: a recital says 'shall'"],
    ),
    (
        "mixed-register",
        ("# A", "- They shall meet.", "- They shall talk.", "- They will write.", "- It is done at will."),
        ["Article 1, paragraph 3: 'will' among articles that say 'shall'"],
    ),
    (
        "endless-limit",
        (
            "# A",
            "- Within thirty days they shall meet.",
            "- Within thirty days of a request they shall meet.",
        ),
        ["Article 1, paragraph 1: nothing says when the time begins: 'Within thirty days they shall meet'"],
    ),
    ("loaded-term", ("# A", "- The so-called republic."), ["Article 1: 'so-called' takes a side"]),
    (
        "loaded-term",
        (
            "# A",
            "- The blitzkrieg was a resounding victory.",
            "- It ends the blackmailing by separatists in the occupied territories.",
            "- The premises occupied by the mission, an act of aggression, and the maps annexed to this Treaty.",
        ),
        [
            "Article 1, paragraph 1: 'blitzkrieg' takes a side",
            "Article 1, paragraph 1: 'resounding victory' takes a side",
            "Article 1, paragraph 2: 'blackmailing' takes a side",
            "Article 1, paragraph 2: 'separatists' takes a side",
            "Article 1, paragraph 2: 'occupied territories' takes a side",
        ],
    ),
    (
        "open-texture",
        ("# A", "- They shall endeavour, as appropriate, to meet as appropriate."),
        ["3 open-textured terms: 'as appropriate' 2, 'endeavour' 1"],
    ),
)
"""The check, the lines of a text, and what is found in it."""


def found(*lines: str, rule_id: str) -> list[str]:
    return [each.message for each in check_document(text(*lines), "t.docx") if each.code == rule_id]


def test_a_sound_text_is_left_alone() -> None:
    assert check_document(text(*SOUND), "t.docx") == ()


@pytest.mark.parametrize(("rule_id", "lines", "messages"), CASES)
def test_a_check_finds_what_it_is_for(rule_id: str, lines: Sequence[str], messages: Sequence[str]) -> None:
    assert found(*lines, rule_id=rule_id) == list(messages)


def test_errors_come_first_and_a_check_can_be_left_out() -> None:
    lines = ("# A", "- Within ____ days. See Article 9.")

    severities = [each.severity for each in check_document(text(*lines), "t.docx")]

    assert severities == sorted(severities, key=list(Severity).index)
    assert "blank" not in {each.code for each in check_document(text(*lines), "t.docx", without=["blank"])}


def test_every_check_is_explained_and_has_a_name_of_its_own() -> None:
    assert len({each.id for each in RULES}) == len(RULES)
    for each in RULES:
        assert rule(each.id) is each
        assert each.why.endswith(".")
        assert not each.title.endswith(".")


FOREIGN: Final = (
    "AGREEMENT",
    "The Government of the Republic of Karvela and the Government of the Republic of Tesmar (“the Parties”),",
    "Article 1",
    "Peace. This Agreement shall enter into force on signature.",
    "Done at Lindhaven on 3 May 2031, in {}, in the English language.",
    "For the Government of the Republic of Karvela",
    "For the Government of the Republic of Tesmar",
)
"""A text of which no file says what its paragraphs are."""


@pytest.mark.parametrize("last", [7, 5])
def test_a_text_from_outside_says_itself_how_many_parties_it_has(last: int) -> None:
    def said(count: str) -> list[str]:
        body = tuple(Paragraph((Text(line.format(count)),)) for line in FOREIGN[:last])
        return [each.message for each in check_document(Document(body=body), "t.txt") if each.code == "originals"]

    assert said("three originals") == ["Testimonium: 3 originals for 2 parties"]
    assert said("two originals") == said("duplicate") == said("a single copy") == []


def test_of_a_redline_the_text_with_all_changes_accepted_is_checked() -> None:
    redline = compare(text(*(line.replace("Article 1", "Article 9") for line in SOUND)), text(*SOUND))

    (pending,) = check_document(redline, "t.docx")
    assert (pending.code, pending.severity) == ("tracked-changes", Severity.NOTE)
    assert [each.code for each in check_document(reject(redline), "t.docx")] == ["broken-reference"]


def test_every_check_has_a_test() -> None:
    assert {rule_id for rule_id, _, _ in CASES} | {"tracked-changes"} == {each.id for each in RULES}
