"""Checks between the instruments of a package: what they find, and what they leave alone."""

from __future__ import annotations

import pytest
from tests.check.writing import text

from treatykit.check.across import RULES, Instrument
from treatykit.check.checking import check_package, rule
from treatykit.check.text import Text


def instrument(name: str, *lines: str, title: str = "", parent: str | None = None, reply: bool = False) -> Instrument:
    called = f"the {name.capitalize()}"
    return Instrument(name, called, title or f"{name.capitalize()} on Fish", Text(text(*lines)), parent, reply)


def found(*package: Instrument, without: tuple[str, ...] = ()) -> list[str]:
    names = [each.name for each in package]
    return [f"{each.where}: {each.message} [{each.code}]" for each in check_package(package, names, without=without)]


def test_two_instruments_with_one_title_are_an_error_but_a_reply_has_that_of_its_letter() -> None:
    one = instrument("protocol", "# A", "- Fish.")

    assert found(one, instrument("other", "# A", "- Trout.", title="Protocol on fish")) == [
        "other: 'Protocol on fish' is the title of 'protocol' and of 'other' [same-title]"
    ]
    assert found(one, instrument("other", "# A", "- Trout.", title="Protocol on Fish", reply=True)) == []


def test_a_term_may_be_defined_again_in_the_same_words_only() -> None:
    treaty = instrument("treaty", "# A", "- For this Treaty <fish> means trout and carp.")
    same = instrument("protocol", "# A", "- For this Protocol <fish> means trout and carp.")
    other = instrument("protocol", "# A", "- In this Protocol <fish> means carp.")

    assert found(treaty, same) == []
    assert found(treaty, other) == [
        "protocol: Article 1: 'fish' is defined otherwise in Article 1 of 'treaty' [term-differs]"
    ]
    assert found(treaty, other, without=("term-differs",)) == []


def test_the_parties_and_the_name_of_an_instrument_may_be_introduced_in_each_in_its_own_words() -> None:
    treaty = instrument("treaty", "~ Karvela and Tesmar (the <Parties>),", "# A", "- Fish.")
    protocol = instrument("protocol", "~ Tesmar (the <Parties>),", "~ Recalling it (the <Treaty>),", "# A", "- Fish.")
    letter = instrument("letter", "- See the Treaty on Fish (the <Treaty>).")

    assert found(treaty, protocol, letter) == []


@pytest.mark.parametrize(
    "words",
    [
        "Fish are free under this Protocol.",
        "Fish are free under the Treaty.",
        "Fish are free under the Protocol on Fish of 2027. The Protocol stays.",
        "Fish are free under the Lake Protocol. The Protocol stays.",
        "Fish are free (the <Protocol>). The Protocol stays.",
    ],
)
def test_an_instrument_that_is_known_may_be_named_by_its_kind(words: str) -> None:
    assert found(instrument("treaty", "# A", f"- {words}")) == []


def test_an_instrument_that_the_package_does_not_have_is_told_once() -> None:
    treaty = instrument("treaty", "# A", "- Fish are free under the Protocol. The Protocol stays.")

    assert found(treaty) == [
        "treaty: Article 1: 'the Protocol' is no instrument of the package, and the text does not say which it is "
        "[not-in-package]"
    ]
    assert found(treaty, instrument("protocol", "# A", "- Fish.")) == []


RATIFIED = "- This Treaty shall enter into force on the date of the exchange of the instruments of ratification."


@pytest.mark.parametrize(
    ("words", "early"),
    [
        ("shall enter into force on the date of its signature.", "on signature"),
        (
            "shall constitute an Agreement, which shall enter into force on the date of Your Excellency’s reply.",
            "on the",
        ),
        ("shall enter into force on the same day as the Treaty.", ""),
        ("shall enter into force on the date of receipt of the last notification.", ""),
    ],
)
def test_a_part_does_not_enter_into_force_before_the_whole(words: str, early: str) -> None:
    treaty = instrument("treaty", "# A", RATIFIED)
    protocol = instrument("protocol", "# A", f"- This Protocol {words}", parent="treaty")
    alone = instrument("protocol", "# A", f"- This Protocol {words}")
    at_once = instrument("treaty", "# A", "- This Treaty shall enter into force on signature.")

    assert [early in each for each in found(treaty, protocol)] == ([True] if early else [])
    assert found(treaty, alone) == found(at_once, protocol) == []


def test_every_check_is_explained_under_a_name_of_its_own() -> None:
    for each in RULES:
        assert rule(each.id) is each
        assert each.why.endswith(".")
        assert each.misses.endswith(".")
        assert not each.title.endswith(".")
