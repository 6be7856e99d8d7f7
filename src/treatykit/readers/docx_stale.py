"""References in our own Word files that no longer print the number of what they refer to.

Somebody typed over one, or Word has not worked its fields out since an article came or went. What stands
on the page goes: typed words are words, and a live field is left to Word, with a warning.
"""

from __future__ import annotations

import re
from dataclasses import replace

from treatykit.model.citations import CitedText, citation, cited_text
from treatykit.model.content import Inline, Paragraph, Reference, Text
from treatykit.model.document import Document
from treatykit.model.pending import has_revisions
from treatykit.model.revisions import departure
from treatykit.model.walk import map_document
from treatykit.readers.docx_part import Opened


def with_typed_references(document: Document, opened: Opened) -> Document:
    """A numbered document with the references that somebody typed over as words.

    While changes are pending Word counts old and new articles alike, so that nothing can be told.
    """
    if opened.untouched or has_revisions(document):
        return document
    text = cited_text(document.body, departure)

    def settled(inline: Inline) -> Inline:
        if not isinstance(inline, Reference) or _says_its_target(text, inline):
            return inline
        if not any((one.part, one.element, one.start) in opened.wordy for one in inline.source[:1]):
            opened.findings.warn(
                "stale-reference",
                f"'{inline.text}' refers to {text.citation(inline.target or '')}",
                "update the fields in Word (Ctrl+A, F9) and save",
            )
            return inline
        return Text(inline.text, inline.format, revisions=inline.revisions, source=inline.source)

    def read(paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, inlines=tuple(map(settled, paragraph.inlines)))

    return map_document(document, read)


def _says_its_target(text: CitedText, reference: Reference) -> bool:
    target = text.targets.get(reference.target or "")
    parts = () if target is None else citation(text.view, target)
    if not parts:
        return True  # nothing to say
    return re.search(rf"(?<!\w){re.escape(parts[-1].number)}(?!\w)", reference.text, re.IGNORECASE) is not None
