"""What a page with signatures needs: some of the text above them, so that nobody signs an empty sheet."""

from __future__ import annotations

from treatykit.model.content import Paragraph, Story, Table
from treatykit.model.properties import Role, TableRole


def last_of_the_text(body: Story) -> int | None:
    """The paragraph that stays on one page with the testimonium, or with signatures without one; None for none."""
    for index, block in enumerate(body):
        closes = block.role is Role.TESTIMONIUM if isinstance(block, Paragraph) else _is_for_signatures(block)
        if closes:
            return index - 1 if index and isinstance(body[index - 1], Paragraph) else None
    return None


def _is_for_signatures(block: object) -> bool:
    return isinstance(block, Table) and block.role is TableRole.SIGNATURES
