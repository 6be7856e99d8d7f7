"""Say that a file has no paragraphs: a whole treaty on one line, as some collections of texts have it.

Nothing is parted here, for a wrong guess where an article begins would stand in the redline.
Without paragraphs no change has a place, and moved or new ones cannot be told.
"""

from __future__ import annotations

from typing import Final

from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import Where
from treatykit.model.content import Story
from treatykit.model.plain import inlines_text
from treatykit.model.walk import story_paragraphs

_LONGEST: Final = 2_500  # characters; hardly a paragraph of a treaty is longer
_SHARE: Final = 0.6  # of all characters, from which a file is as good as its longest paragraph


def without_paragraphs(body: Story, name: str) -> tuple[Diagnostic, ...]:
    """The finding, where most of a text stands in one paragraph that is far too long for one."""
    lengths = [len(inlines_text(paragraph.inlines)) for paragraph in story_paragraphs(body)]
    longest = max(lengths, default=0)
    if longest < _LONGEST or longest < _SHARE * sum(lengths):
        return ()
    return (
        Diagnostic(
            severity=Severity.WARNING,
            code="no-paragraphs",
            message=f"the text has no paragraphs: {longest:,} of its {sum(lengths):,} characters stand on one line",
            where=Where(name),
            hint=(
                "no place in it can be cited: start a new line before each article and paragraph, "
                "or take the text from a Word file"
            ),
        ),
    )
