"""Comments of the new file: kept where they stand, whatever changed below them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tests.word.body import p
from tests.word.notes import comment, commented, comments, threads
from tests.word.package_builder import docx
from tests.word.pair import Expected, Line, Pair, amended, deleted, inserted

ASKED: Final = comments(comment(1, "Is this agreed?"))


def pair(
    name: str,
    old: tuple[str, Mapping[str, str]],
    new: tuple[str, Mapping[str, str]],
    *changes: Expected,
    told: tuple[str, ...] = (),
) -> Pair:
    """Bodies and the parts of their comments."""
    before, after = (docx(body, p("Done in two originals."), parts=parts) for body, parts in (old, new))
    return Pair(name=name, line=Line.COMMENTS, old=before, new=after, changes=changes, told=told)


PAIRS: Final = (
    pair(
        "a comment on words that stay",
        (p("Each Party shall refrain from force."), {}),
        (p("Each ", commented(1, "Party shall"), " always refrain from force."), ASKED),
        amended(came="always"),
    ),
    pair(
        "a comment on words that changed",
        (p("Each Party shall refrain from force."), {}),
        (p("Each ", commented(1, "Party should"), " refrain from force."), ASKED),
        amended("shall", "should"),
    ),
    pair(
        "a comment on a word that came",
        (p("Each Party shall refrain from force."), {}),
        (p("Each Party shall ", commented(1, "always"), " refrain from force."), ASKED),
        amended(came="always"),
    ),
    pair(
        "a comment where words went",
        (p("Each Party shall refrain from the threat or use of force."), {}),
        (p("Each Party shall ", commented(1, "refrain"), " from force."), ASKED),
        amended("the threat or use of"),
    ),
    pair(
        "a comment on a paragraph that came",
        (p("Each Party shall refrain from force."), {}),
        (p("Each Party shall refrain from force.") + p(commented(1, "Borders stay open.")), ASKED),
        inserted("Borders stay open."),
    ),
    pair(
        "a comment alone",
        (p("Each Party shall refrain from force."), {}),
        (p("Each ", commented(1, "Party"), " shall refrain from force."), ASKED),
    ),
    pair(
        "a comment over two paragraphs",
        (p("Each Party shall refrain from force.") + p("Borders stay open."), {}),
        (
            p('<w:commentRangeStart w:id="1"/>', "Each Party should refrain from force.")
            + p(
                "Borders stay open.",
                '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
            ),
            ASKED,
        ),
        amended("shall", "should"),
    ),
    pair(
        "a thread of comments",
        (p("Each Party shall refrain from force."), {}),
        (
            p("Each ", commented(1, commented(2, "Party should")), " refrain from force."),
            {
                **comments(
                    comment(1, "Is this agreed?", identity="1A2B3C4D"),
                    comment(2, "It is.", author="Chair", identity="2A2B3C4D"),
                ),
                **threads(("1A2B3C4D", ""), ("2A2B3C4D", "1A2B3C4D")),
            },
        ),
        amended("shall", "should"),
    ),
    pair(
        "a comment that both files have",
        (p("Each ", commented(1, "Party shall"), " refrain from force."), ASKED),
        (p("Each ", commented(1, "Party should"), " refrain from force."), ASKED),
        amended("shall", "should"),
    ),
    pair(
        "a comment of the old file on words that went",
        (p("Each Party shall ", commented(1, "always"), " refrain from force."), ASKED),
        (p("Each Party shall refrain from force."), {}),
        amended("always"),
        told=("comment",),
    ),
    pair(
        "a comment of the old file on a paragraph that went",
        (p("Each Party shall refrain from force.") + p(commented(1, "Borders stay open.")), ASKED),
        (p("Each Party shall refrain from force."), {}),
        deleted("Borders stay open."),
        told=("comment",),
    ),
)
