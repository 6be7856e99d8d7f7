"""Put paragraph marks that Word tracks one place too early back where they belong.

Our own files are unshifted as they were shifted. In anybody's file the shift is undone only
where both readings give the same text whether accepted or rejected, properties
included; otherwise the marks stay where Word has them, which is exact too.
"""

from __future__ import annotations

from itertools import groupby

from treatykit.model.content import Block, Paragraph, Story
from treatykit.model.decide import accept, reject
from treatykit.model.document import Document
from treatykit.ooxml.closing_marks import unshift_closing_marks


def unshift_where_alike(story: Story) -> Story:
    """The story with those marks put back that mean the same in both places."""
    blocks: list[Block] = []
    for is_paragraph, group in groupby(story, lambda block: isinstance(block, Paragraph)):
        segment = tuple(group)
        blocks.extend(_unshifted(segment) if is_paragraph else segment)
    return tuple(blocks)


def _unshifted(segment: Story) -> Story:
    moved = unshift_closing_marks(segment)
    if moved == segment:
        return segment
    before, after = Document(body=segment), Document(body=moved)
    alike = accept(before) == accept(after) and reject(before) == reject(after)
    return moved if alike else segment
