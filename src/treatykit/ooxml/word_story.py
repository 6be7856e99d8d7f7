"""Turn a story of the model into one that Word can say, and that other programs understand as well."""

from __future__ import annotations

from treatykit.model.content import Story
from treatykit.ooxml.closing_marks import shift_closing_marks
from treatykit.ooxml.insertions_apart import keep_apart


def as_word_says(story: Story, *, spaced: bool = False, own: bool = False) -> Story:
    """The story block by block as it is written; accepted or rejected as a whole, it gives the same text.

    Args:
        story: As the model has it.
        spaced: A spacer may stand behind a closing mark that comes or goes.
        own: Its lists follow from the properties of its paragraphs.
    """
    return keep_apart(shift_closing_marks(story, spaced=spaced), respell=own)
