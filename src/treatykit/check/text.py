"""A document as the checks read it: its paragraphs with their words and places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from treatykit.check.finding import Finding
from treatykit.model.annotations import ANNOTATIONS
from treatykit.model.brackets import Option, bracket_tree
from treatykit.model.content import DefinitionClose, DefinitionOpen, Inline, Paragraph, Table
from treatykit.model.decide import accept
from treatykit.model.document import Document, Meta
from treatykit.model.outline import Outline, outline
from treatykit.model.pending import has_revisions
from treatykit.model.plain import inlines_text
from treatykit.model.properties import Role
from treatykit.model.walk import story_paragraphs
from treatykit.records import dataclass

PREAMBLE = (Role.PARTIES, Role.RECITAL, Role.ENACTING)
CLOSING = (Role.TESTIMONIUM, Role.SIGNATURE)
HEADINGS = (Role.TITLE, Role.SUBTITLE, Role.PART, Role.CHAPTER, Role.SECTION, Role.ARTICLE, Role.HEADING, Role.ANNEX)
NOT_TREATY_TEXT = (Role.DRAFTING_NOTE, Role.CONTENTS, *ANNOTATIONS)

QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"")
"""Words that belong to somebody else."""

_CLOSES: Final = re.compile(
    r"(?:in (?:witness|faith|testimony) whereof|done (?:at|in|on|this|and)|signed at)\b", re.IGNORECASE
)
"""How the closing words of a treaty begin, where a file does not say what they are."""

RUN_IN: Final = re.compile(r"[(\[]*(?:Article|ARTICLE|Art\.) ([\w.]*\w)\b(?=[.:)\]\u2013\u2014-]|$| [A-Z])")
"""A paragraph with which an article begins, whether or not it was taken for its heading."""

_ENACTS: Final = re.compile(r"\b(?:agree|decide|declare|undertake)d?\b[^.;]{0,60}\b(?:as follows|the following)\b:?$")
"""The words that end a preamble."""

_OPENS_RECITAL: Final = re.compile(
    r"(?:whereas|considering|recalling|desiring|desirous|wishing|having|noting|mindful|convinced|determined|guided|"
    r"bearing in mind|conscious|aware|reaffirming|recognizing|recognising|resolved|in view of|proceeding from)\b",
    re.IGNORECASE,
)
"""How the first recital begins."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the body, at its top level or in a table.

    Attributes:
        index: The block of the body that it is, or that it lies in.
        place: ``Article 5, paragraph 2``.
        role: What it does in the treaty; of recitals and closing words, told from the words if need be.
    """

    index: int
    paragraph: Paragraph
    words: str
    place: str
    role: Role

    def finding(self, message: str, hint: str | None = None) -> Finding:
        """What a check found here."""
        return Finding(self.place, message, hint, self.index)

    def defined_terms(self) -> tuple[str, ...]:
        """The terms that it defines."""
        terms: list[str] = []
        inside: list[Inline] | None = None
        for inline in self.paragraph.inlines:
            match inline:
                case DefinitionOpen():
                    inside = []
                case DefinitionClose() if inside is not None:
                    terms.append(inlines_text(inside))
                    inside = None
                case _ if inside is not None:
                    inside.append(inline)
                case _:
                    pass
        return tuple(terms)


class Text:
    """A document with all its tracked changes accepted, read once for all checks.

    Attributes:
        pending: Whether there were any.
    """

    def __init__(self, document: Document) -> None:
        self.pending = has_revisions(document)
        self.document = accept(document) if self.pending else document

    @property
    def meta(self) -> Meta:
        """What is known about the document."""
        return self.document.meta

    @cached_property
    def outline(self) -> Outline:
        """Its divisions."""
        return outline(self.document.body)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every paragraph that is treaty text, in order; what has no words is left out."""
        found: list[Passage] = []
        closing: int | None = None  # the block where the closing words began
        for index, block in enumerate(self.document.body):
            if not isinstance(block, Paragraph | Table):
                continue
            place = self.outline.address(index)
            if closing is not None and any(
                division.start > closing and division.role is not Role.ITEM for division in self.outline.path(index)
            ):
                closing = None
            for paragraph in story_paragraphs((block,)):
                words = inlines_text(paragraph.inlines)
                if not words.strip() or paragraph.role in NOT_TREATY_TEXT:
                    continue
                if paragraph.role is Role.BODY and _CLOSES.match(words):
                    closing = index
                if closing is None or paragraph.role is not Role.BODY:
                    role = self._told_from_words.get(index, paragraph.role)
                    found.append(Passage(index, paragraph, words, place, role))
                else:
                    found.append(Passage(index, paragraph, words, "Testimonium", Role.TESTIMONIUM))
        return tuple(found)

    @cached_property
    def _told_from_words(self) -> Mapping[int, Role]:
        """The paragraphs of the preamble of which a file does not say what they are, by their block."""
        recitals: list[int] = []
        for index, block in enumerate(self.document.body):
            if not isinstance(block, Paragraph) or block.role is not Role.BODY:
                continue
            if any(division.role is not Role.HEADING for division in self.outline.path(index)):
                break
            words = inlines_text(block.inlines).strip()
            if _ENACTS.search(words):
                return {index: Role.ENACTING} | dict.fromkeys(recitals, Role.RECITAL)
            if words and (recitals or _OPENS_RECITAL.match(words)):
                recitals.append(index)
        return {}

    def finding(self, message: str, hint: str | None = None, *, at: int | None = None) -> Finding:
        """What a check found in the text as a whole, or in one block of it."""
        return Finding("" if at is None else self.outline.address(at), message, hint, at)

    @cached_property
    def operative(self) -> tuple[Passage, ...]:
        """What stands in articles and annexes; of a few sentences without any, all that is no preamble and no end."""
        inside = [passage for passage in self.passages if passage.role not in (*PREAMBLE, *CLOSING)]
        return tuple(each for each in inside if self.outline.path(each.index)) or tuple(
            each for each in inside if each.role not in HEADINGS
        )

    @cached_property
    def operative_words(self) -> str:
        """The words of articles and annexes, a line a paragraph."""
        return "\n".join(passage.words for passage in self.operative)

    @cached_property
    def words(self) -> str:
        """All words, a line a paragraph."""
        return "\n".join(passage.words for passage in self.passages)

    def compete(self, one: int, other: int) -> bool:
        """Whether two blocks stand in options of one bracket, of which only one will be printed."""
        for bracket in bracket_tree(self.document.body).walk():
            holders = [
                [at for at, option in enumerate(bracket.options) if _holds(option, block)] for block in (one, other)
            ]
            if all(holders) and holders[0] != holders[1]:
                return True
        return False


def _holds(option: Option, block: int) -> bool:
    return option.start.block <= block < option.stop.block
