"""A document as the checks read it: its paragraphs with their words and places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from treatykit.model.content import DefinitionClose, DefinitionOpen, Inline, Paragraph, Table
from treatykit.model.document import Document, Meta
from treatykit.model.outline import Outline, outline
from treatykit.model.plain import inline_text, inlines_text
from treatykit.model.properties import Role
from treatykit.model.walk import story_paragraphs

PREAMBLE = (Role.PARTIES, Role.RECITAL, Role.ENACTING)
CLOSING = (Role.TESTIMONIUM, Role.SIGNATURE)
HEADINGS = (Role.TITLE, Role.SUBTITLE, Role.PART, Role.CHAPTER, Role.SECTION, Role.ARTICLE, Role.HEADING, Role.ANNEX)
NOT_TREATY_TEXT = (Role.DRAFTING_NOTE, Role.CONTENTS)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the body, at its top level or in a table.

    Attributes:
        index: The block of the body that it is, or that it lies in.
        place: ``Article 5, paragraph 2``.
    """

    index: int
    paragraph: Paragraph
    words: str
    place: str

    @property
    def role(self) -> Role:
        """What it does in the treaty."""
        return self.paragraph.role

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
    """A document, read once for all checks."""

    def __init__(self, document: Document) -> None:
        self.document = document

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
        for index, block in enumerate(self.document.body):
            if not isinstance(block, Paragraph | Table):
                continue
            place = self.outline.address(index)
            for paragraph in story_paragraphs((block,)):
                words = "".join(inline_text(inline) for inline in paragraph.inlines)
                if words.strip() and paragraph.role not in NOT_TREATY_TEXT:
                    found.append(Passage(index, paragraph, words, place))
        return tuple(found)

    @cached_property
    def operative(self) -> tuple[Passage, ...]:
        """What stands in articles and annexes."""
        return tuple(
            passage
            for passage in self.passages
            if passage.role not in (*PREAMBLE, *CLOSING) and self.outline.path(passage.index)
        )

    @cached_property
    def words(self) -> str:
        """All words, a line a paragraph."""
        return "\n".join(passage.words for passage in self.passages)
