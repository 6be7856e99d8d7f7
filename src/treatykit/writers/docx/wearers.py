"""Say of every paragraph what its style depends on: role, number, annex, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from treatykit.model.content import Block, Paragraph, Story
from treatykit.model.properties import Properties, Role
from treatykit.ooxml.role_styles import Setting
from treatykit.writers.docx.treaty_styles import Wearer


def body_wearers(body: Story) -> tuple[Wearer, ...]:
    """What the blocks of a body wear, one for each; a table says in what surroundings its cells stand."""
    return tuple(_walk(body))


def wearer(properties: Properties, setting: Setting, *, annexed: bool = False, empty: bool = False) -> Wearer:
    """What a paragraph wears outside the run of the body.

    Args:
        properties: What it is.
        setting: Where it stands.
        annexed: It belongs to an annex.
        empty: It has no words.
    """
    match properties.role:
        case Role.ITEM:
            labelled = properties.label is not None
        case Role.SIGNATURE:
            labelled = not empty
        case _:
            labelled = True
    return Wearer(
        role=properties.role, level=properties.level, labelled=labelled, annexed=annexed, setting=setting
    )  # fmt: skip


def _walk(body: Story) -> Iterator[Wearer]:
    annexed = False
    chapeaus: dict[int, bool] = {}  # by level, whether the last paragraph there had a number
    for block in body:
        properties = block.mark.properties if isinstance(block, Paragraph) else Properties()
        annexed = annexed or properties.role is Role.ANNEX
        empty = isinstance(block, Paragraph) and not block.inlines
        worn = wearer(properties, Setting.BODY, annexed=annexed, empty=empty)
        if _begins_anew(block):
            chapeaus.clear()
        if properties.role is Role.ITEM:
            chapeaus[properties.level] = worn.labelled
        elif properties.role is Role.WRAP_UP and not chapeaus.get(properties.level, False):
            worn = Wearer(role=worn.role, level=worn.level, labelled=False, annexed=annexed)
        yield worn


def _begins_anew(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role not in (Role.ITEM, Role.WRAP_UP, Role.DRAFTING_NOTE)
