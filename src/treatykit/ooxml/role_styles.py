"""Which style name says which role: what our Word files tell a reader about their paragraphs.

The name of a style is what Word keeps through every save, translation and copy; ids it
rewrites. A foreign style tells its role by being based on one of ours
(docs/analysis/round-trip.md).
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from treatykit.model.properties import Role

_STEMS: Final = {
    Role.BODY: "Body",
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.PARTIES: "Parties",
    Role.RECITAL: "Recital",
    Role.ENACTING: "Enacting Formula",
    Role.PART: "Part",
    Role.CHAPTER: "Chapter",
    Role.SECTION: "Section",
    Role.ARTICLE: "Article",
    Role.HEADING: "Heading",
    Role.ITEM: "Paragraph",
    Role.WRAP_UP: "Wrap-up",
    Role.ANNEX: "Annex Heading",
    Role.TESTIMONIUM: "Testimonium",
    Role.SIGNATURE: "Signature",
    Role.CAPTION: "Caption",
    Role.CONTENTS: "Contents",
    Role.DRAFTING_NOTE: "Drafting Note",
    Role.ANNOTATION_HEADING: "Annotation Heading",
    Role.ANNOTATION: "Annotation",
}
_LEVELLED: Final = (*(Role.HEADING, Role.ITEM, Role.WRAP_UP, Role.CONTENTS, Role.ANNOTATION_HEADING, Role.ANNOTATION),)
_UNLABELLED: Final = {Role.ITEM: "Text", Role.WRAP_UP: "Closing Words", Role.SIGNATURE: "Signature Line"}


class Setting(Enum):
    """Where a paragraph stands, as far as its look depends on it; the value is the name of a plain paragraph there."""

    BODY = "Body"
    CELL = "Table Text"
    SIGNATURES = "Signature Text"
    NOTE = "Note"
    RUNNING = "Running Text"  # headers and footers


_ROLES: Final = (
    {stem: role for role, stem in _STEMS.items()}
    | {stem: role for role, stem in _UNLABELLED.items()}
    | {setting.value: Role.BODY for setting in Setting}
)
_LONGEST_FIRST: Final = "|".join(sorted(map(re.escape, _ROLES), key=len, reverse=True))
_NAME: Final = re.compile(
    rf"Treaty (?:Annex (?=Article|Paragraph))?(?P<stem>{_LONGEST_FIRST})"
    r"(?: (?P<level>\d{1,3}))?",
    re.IGNORECASE,
)

LABEL: Final = "Treaty Label"
"""A number that is typed, and the line break or tab between a number and its title; never part of the words."""

BLANK: Final = "Treaty Blank"
"""The ``______`` of a slot."""

DEFINED_TERM: Final = "Treaty Defined Term"
"""What stands between the opening and the closing of a definition."""

BRACKET_OPEN: Final = "Treaty Bracket"
BRACKET_NEXT: Final = "Treaty Bracket Option"
BRACKET_CLOSE: Final = "Treaty Bracket End"
"""The signs of unagreed text, with their attribution."""

TABLE: Final = "Treaty Table"
SIGNATURES: Final = "Treaty Signatures"
"""The table styles that say ``TableRole.PLAIN`` and ``TableRole.SIGNATURES``."""

SPACER: Final = "Treaty Spacer"
REDLINE_NOTE: Final = "Treaty Redline Note"
RUNNING_HEADER: Final = "Treaty Header"
RUNNING_FOOTER: Final = "Treaty Footer"
CONTENTS_TITLE: Final = "TOC Heading"
FURNITURE: Final = frozenset(
    {SPACER, REDLINE_NOTE, RUNNING_HEADER, RUNNING_FOOTER, CONTENTS_TITLE, *(f"TOC {level}" for level in range(1, 10))}
)
"""Paragraphs that the writer adds and that are no content; a reader of our own files leaves them out."""


def style_name(
    role: Role, level: int, *, labelled: bool = True, annexed: bool = False, setting: Setting = Setting.BODY
) -> str:
    """The name of the style that a paragraph wears when the document names none.

    Args:
        role: What the paragraph does.
        level: Its depth within the role.
        labelled: Whether it, or for closing words their chapeau, has a number; without one it has no hanging
            indent. Of a signature, whether it has words; without any it is the line to sign on.
        annexed: Whether it belongs to an annex, whose articles and items are counted by another list.
        setting: Where it stands.
    """
    stem = _STEMS[role]
    if role is Role.BODY:
        stem = setting.value
    elif not labelled:
        stem = _UNLABELLED.get(role, stem)
    elif annexed and role in (Role.ARTICLE, Role.ITEM):
        stem = f"Annex {stem}"
    numbered = role in _LEVELLED or level
    return f"Treaty {stem} {level}" if numbered else f"Treaty {stem}"


def role_of(name: str) -> tuple[Role, int] | None:
    """The role and level that a style name says; None for a name that is not one of ours."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    role = next(role for stem, role in _ROLES.items() if stem.lower() == match["stem"].lower())
    return role, int(match["level"] or 0)
