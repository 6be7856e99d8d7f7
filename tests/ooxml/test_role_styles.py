"""The styles that tell roles."""

from __future__ import annotations

from itertools import product

from treatykit.model.properties import Role
from treatykit.ooxml.role_styles import FURNITURE, Setting, role_of, style_name


def test_every_style_name_tells_the_role_and_level_it_was_made_for() -> None:
    for role, level, labelled, annexed, setting in product(Role, range(12), (True, False), (True, False), Setting):
        name = style_name(role, level, labelled=labelled, annexed=annexed, setting=setting)

        assert role_of(name) == (role, level), name


def test_the_names_are_plain() -> None:
    assert style_name(Role.ARTICLE, 0) == "Treaty Article"
    assert style_name(Role.ITEM, 1) == "Treaty Paragraph 1"
    assert style_name(Role.ITEM, 1, labelled=False) == "Treaty Text 1"
    assert style_name(Role.ITEM, 2, annexed=True) == "Treaty Annex Paragraph 2"
    assert style_name(Role.BODY, 0, setting=Setting.CELL) == "Treaty Table Text"


def test_word_may_change_the_case_of_a_name() -> None:
    assert role_of("treaty paragraph 2") == (Role.ITEM, 2)


def test_furniture_and_foreign_styles_tell_no_role() -> None:
    assert [name for name in FURNITURE if role_of(name)] == []
    assert role_of("Heading 1") is role_of("Treaty Wine List") is role_of("Treaty Annex Title") is None
