"""Say of every paragraph what its style depends on: role, number, annex, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from itertools import chain
from typing import NamedTuple

from treatykit.model.annotations import ANNOTATIONS
from treatykit.model.content import Paragraph, Story
from treatykit.model.properties import ORDINARY, Properties, Role
from treatykit.model.revisions import Revision, arrival, departure
from treatykit.ooxml.role_styles import Setting
from treatykit.records import dataclass
from treatykit.writers.docx.treaty_styles import Wearer


class Worn(NamedTuple):
    """What a paragraph wears and wore.

    Attributes:
        before: In the text before the changes, where an annex may not have begun or a chapeau not have had a number.
        cause: What made the two differ, where the paragraph itself says nothing of it.
    """

    now: Wearer
    before: Wearer
    cause: Revision | None = None


def worn(
    story: Story,
    setting: Setting,
    *,
    annexed: bool = False,
    was: Setting | None = None,
    cause: Revision | None = None,
) -> tuple[Worn, ...]:
    """What the blocks of a story wear, one for each; a table says in what surroundings its cells stand.

    Args:
        story: As Word can say it.
        setting: Where it stands.
        annexed: It belongs to an annex.
        was: Where it stood before the changes, if that was elsewhere.
        cause: What brought it from there.
    """
    old, new = _Course(was or setting, annexed), _Course(setting, annexed)
    found = []
    for block in story:
        if not isinstance(block, Paragraph):
            found.append(Worn(new.pass_by(), old.pass_by()))
            continue
        came, goes = arrival(block.mark.revisions), departure(block.mark.revisions)
        new.said |= any(departure(inline.revisions) is None for inline in block.inlines)
        old.said |= any(arrival(inline.revisions) is None for inline in block.inlines)
        cause = next(_all_revisions(block), cause)
        now = (new if goes is None else old).wearer(block.mark.properties)
        before = (old if came is None else new).wearer(block.mark.original)
        found.append(Worn(now, before, cause))
        if goes is None:
            new.enter(block.mark.properties, now)
        if came is None:
            old.enter(block.mark.original, before)
    return tuple(found)


@dataclass(slots=True)
class _Course:
    """How far the story has gone in one of the two texts.

    Attributes:
        said: The paragraph that is coming has words.
        chapeaus: By level, whether the last paragraph there had a number.
    """

    setting: Setting
    annexed: bool
    said: bool = False
    chapeaus: dict[int, bool] = field(default_factory=dict)

    def wearer(self, properties: Properties) -> Wearer:
        """What a paragraph of these properties wears here."""
        role = properties.role
        labelled = True
        setting = self.setting
        if role is Role.ITEM:
            labelled = properties.label is not None
        elif role is Role.SIGNATURE:
            labelled = self.said
        elif role is Role.WRAP_UP and setting is Setting.BODY:
            labelled = self.chapeaus.get(properties.level, False)
        annexed = self.annexed or (role is Role.ANNEX and setting is Setting.BODY)
        return Wearer(role=role, level=properties.level, labelled=labelled, annexed=annexed, setting=setting)

    def enter(self, properties: Properties, worn: Wearer) -> None:
        """Go on behind a paragraph."""
        self.said = False
        if self.setting is not Setting.BODY:
            return
        self.annexed = worn.annexed
        if properties.role not in (Role.ITEM, Role.WRAP_UP, Role.DRAFTING_NOTE, *ANNOTATIONS):
            self.chapeaus.clear()
        if properties.role is Role.ITEM:
            self.chapeaus[properties.level] = worn.labelled

    def pass_by(self) -> Wearer:
        """Go on behind a table or the like: its cells stand where an ordinary paragraph would."""
        self.said = False
        return self.wearer(ORDINARY)


def _all_revisions(paragraph: Paragraph) -> Iterator[Revision]:
    yield from paragraph.mark.revisions
    yield from chain.from_iterable(inline.revisions for inline in paragraph.inlines)
