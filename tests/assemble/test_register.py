"""Words in treaty register turned into those of a memorandum or a declaration."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.assemble.making import DRAFT, article

from treatykit.assemble.register import Register, turned

MEMORANDUM = DRAFT.replace("variant:", "type: memorandum\nvariant:")
DECLARATION = DRAFT.replace("variant:", "type: declaration\nvariant:")


@given(st.text())
def test_a_treaty_keeps_every_word(words: str) -> None:
    assert turned(words, Register.TREATY) == words


@given(st.text(alphabet='shall Party"', max_size=60), st.sampled_from([Register.POLITICAL, Register.MEMORANDUM]))
def test_what_is_turned_once_is_not_turned_again(words: str, register: Register) -> None:
    assert turned(turned(words, register), register) == turned(words, register)


@pytest.mark.parametrize(
    ("words", "memorandum"),
    [
        ("Each Party shall inform the other.", "Each Participant will inform the other."),
        ("Shall there be doubt, the Parties shall meet.", "Will there be doubt, the Participants will meet."),
        ("It shall enter into force upon entry into force.", "It will come into effect upon coming into effect."),
        ('The word "shall" binds.', 'The word "shall" binds.'),
        ("a party to the dispute", "a party to the dispute"),
        ("a State Party to the Convention", "a State Party to the Convention"),
        ("marshalled", "marshalled"),
    ],
)
def test_a_memorandum_does_not_oblige(words: str, memorandum: str) -> None:
    assert turned(words, Register.MEMORANDUM) == memorandum


def test_the_instrument_decides_the_register_of_its_clauses() -> None:
    body = "{{ each_party | cap }} shall keep {{ this_instrument }}."

    assert article(body) == ["Each Party shall keep this Treaty."]
    assert article(body, head=MEMORANDUM) == ["Each Participant will keep this Memorandum."]
    assert article(body, head=DECLARATION) == ["Each Party will keep this Declaration."]


def test_a_defined_term_is_a_quotation() -> None:
    assert article('The **"Parties shall"** clause.', head=MEMORANDUM) == ["The “Parties shall” clause."]


def test_a_partys_own_name_is_never_turned() -> None:
    head = MEMORANDUM.replace("Republic of Karvela", "Republic of Shall Party")

    assert article("{{ party_names }}.", head=head) == ["the Republic of Shall Party and the Republic of Tesmar."]
