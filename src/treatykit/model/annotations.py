"""What explains a text and is no part of it: blocks with roles of their own, between the articles."""

from __future__ import annotations

from typing import Final, TypeGuard

from treatykit.model.content import Block, Paragraph, Story
from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.model.properties import Role
from treatykit.model.walk import without_roles

ANNOTATIONS: Final = (Role.ANNOTATION_HEADING, Role.ANNOTATION)
"""The roles of annotations."""


def is_annotation(block: Block | None) -> TypeGuard[Paragraph]:
    """Whether a block explains the text."""
    return isinstance(block, Paragraph) and block.role in ANNOTATIONS


def opens_annotation(block: Block | None) -> bool:
    """Whether another annotation begins with a block."""
    return isinstance(block, Paragraph) and block.role is Role.ANNOTATION_HEADING and block.level <= 1


def is_annotated(document: Document) -> bool:
    """Whether there are annotations between the blocks of the body."""
    return any(map(is_annotation, document.body))


def asides(story: Story) -> dict[int, int]:
    """The annotations of a story: by the index of each of its blocks, the block that the annotation begins with."""
    found: dict[int, int] = {}
    start = 0
    for index, block in enumerate(story):
        if is_annotation(block):
            if index - 1 not in found or opens_annotation(block):
                start = index
            found[index] = start
    return found


def without_annotations(document: Document) -> Document:
    """The text itself, without the annotations in its body, those in cells too."""
    return normalise(without_roles(document, ANNOTATIONS))
