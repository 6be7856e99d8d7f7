"""Words in treaty register turned into those of a memorandum or a declaration."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.assemble.making import DRAFT, article

from treatykit.assemble.register import POLITICAL, turned
from treatykit.markup.syntax import Register

MEMORANDUM = DRAFT.replace("variant:", "type: memorandum\nvariant:")
DECLARATION = DRAFT.replace("variant:", "type: declaration\nvariant:")


@given(st.text())
def test_a_treaty_keeps_every_word(words: str) -> None:
    assert turned(words, Register.TREATY) == words


PHRASES = st.lists(st.sampled_from([*POLITICAL, "Party", "Parties", "under", "the", '"', "."]), max_size=8).map(
    " ".join
)


@given(st.one_of(st.text(alphabet='shall Party"', max_size=60), PHRASES), st.sampled_from(Register))
def test_what_is_turned_once_is_not_turned_again(words: str, register: Register) -> None:
    assert turned(turned(words, register), register) == turned(words, register)


@pytest.mark.parametrize(
    ("words", "memorandum"),
    [
        ("Each Party shall inform the other.", "Each Participant will inform the other."),
        ("Shall there be doubt, the Parties shall meet.", "Will there be doubt, the Participants will meet."),
        ("It shall enter into force upon entry into force.", "It will come into effect upon coming into effect."),
        ('The word "shall" matters.', 'The word "shall" matters.'),
        ("a party to the dispute", "a party to the dispute"),
        ("a State Party to the Convention", "a State Party to the Convention"),
        ("marshalled", "marshalled"),
        (
            "They shall agree on a date; until agreement has been reached,",
            "They will decide on a date; until an understanding has been reached,",
        ),
        ("No Party is obliged to agree.", "No Participant is expected to accept."),
        ("A breach of an obligation ends it.", "A failure to carry out a commitment ends it."),
        (
            "Obligations under the Charter prevail over obligations under ",
            "Obligations under the Charter prevail over commitments under ",
        ),
        ("once it has entered into force", "once it has come into effect"),
        ("The texts are equally authentic.", "The texts are equally valid."),
        ("An agreed line needs an agreement.", "A decided line needs an arrangement."),
        ("an obligation under the Charter", "an obligation under the Charter"),
        ("It gives an undertaking to a Party.", "It gives an assurance to a Participant."),
        (
            "The texts are authentic; the English text shall prevail.",
            "The texts are valid; the English text will prevail.",
        ),
    ],
)
def test_a_memorandum_does_not_oblige(words: str, memorandum: str) -> None:
    assert turned(words, Register.MEMORANDUM) == memorandum


def test_the_instrument_decides_the_register_of_its_clauses() -> None:
    body = "{{ each_party | cap }} shall keep {{ this_instrument }}."

    assert article(body) == ["Each Party shall keep this Treaty."]
    assert article(body, head=MEMORANDUM) == ["Each Participant will keep this Memorandum."]
    assert article(body, head=DECLARATION) == ["Each Side will keep this Declaration."]


def test_a_defined_term_is_a_quotation_in_which_the_parties_have_their_name() -> None:
    body = 'The **"facing Party shall"** clause. The facing Party shall wait.'

    assert article(body, head=MEMORANDUM) == [
        "The “facing Participant shall” clause. The facing Participant will wait."
    ]


def test_a_passage_is_printed_in_its_register_alone() -> None:
    body = """\
1. {?register:treaty} Done.

2. {?register:memorandum} Noted.

3. {?!register:treaty} Signed.
"""

    assert article(body) == ["Done."]
    assert article(body, head=MEMORANDUM) == ["1. Noted.", "2. Signed."]
    assert article(body, head=DECLARATION) == ["Signed."]


def test_the_draft_names_its_parties() -> None:
    body = "{{ each_party | cap }} shall tell the Party concerned."

    assert article(body, more="designation: sides\n") == ["Each Side shall tell the Side concerned."]


def test_a_memorandum_has_paragraphs_for_articles_unless_the_draft_has_another_name() -> None:
    body = """\
1. This Article and this paragraph shall stand beside Article 51 of the Charter.

2. See {@#a}.

3. {#a} A.
"""

    assert article(body)[:2] == [
        "1. This Article and this paragraph shall stand beside Article 51 of the Charter.",
        "2. See paragraph 3.",
    ]
    assert article(body, head=MEMORANDUM)[:2] == [
        "1. This Paragraph and this subparagraph will stand beside Article 51 of the Charter.",
        "2. See subparagraph 3.",
    ]
    assert article(body, head=MEMORANDUM, more="divisions: sections\n")[:2] == [
        "1. This Section and this paragraph will stand beside Article 51 of the Charter.",
        "2. See paragraph 3.",
    ]


def test_a_partys_own_name_is_never_turned() -> None:
    head = MEMORANDUM.replace("Republic of Karvela", "Republic of Shall Party")

    assert article("{{ party_names }}.", head=head) == ["the Republic of Shall Party and the Republic of Tesmar."]
