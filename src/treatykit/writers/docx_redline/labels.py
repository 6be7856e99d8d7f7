"""Mark a typed number that changed: it is words in our own files, so the old one is struck and the new one came."""

from __future__ import annotations

import copy
from typing import Final

from lxml import etree

from treatykit.model.content import Mark
from treatykit.model.properties import Label, Properties
from treatykit.model.revisions import Revision, RevisionKind, reformattings
from treatykit.ooxml.cutting import insert_between, pieces
from treatykit.ooxml.elements import text_element, w
from treatykit.ooxml.leaves import RUN, TEXT
from treatykit.ooxml.names import qn
from treatykit.ooxml.role_styles import LABEL
from treatykit.ooxml.styles import value
from treatykit.writers.docx_redline.desk import Desk

_PROPERTIES: Final = qn("w:rPr")


def label_change(mark: Mark) -> Revision | None:
    """The reformatting that changed a typed number, if one did."""
    for revision in reformattings(mark.revisions):
        if isinstance(revision.before, Properties) and _typed(revision.before.label) != _typed(mark.properties.label):
            return revision
    return None


def mark_label(desk: Desk, paragraph: etree._Element, revision: Revision) -> None:
    """Strike the old number of a paragraph and say that the new one came."""
    before = revision.before.label if isinstance(revision.before, Properties) else None
    style = desk.looks.styles.id_of(LABEL, "character")
    runs = [
        piece.element for piece in pieces(paragraph) if piece.element.tag == RUN and _is_label(piece.element, style)
    ]
    if before is not None and before.typed:
        theirs = runs[0].find(_PROPERTIES) if runs else None
        look = [copy.deepcopy(theirs)] if theirs is not None else [w("rPr", w("rStyle", val=style))] if style else []
        old = w("r", *look, text_element("t", before.text))
        first = runs[0] if runs else None
        if first is None or first.getprevious() is None:
            insert_between(paragraph, None, first, old)
        else:
            first.addprevious(old)
        desk.tracker.wrap(old, (_as(revision, RevisionKind.DELETED),))
    for run in runs:
        # The tab or break that parts number and words serves the old number as well as the new.
        if any(leaf.tag in TEXT for leaf in run):
            desk.tracker.wrap(run, (_as(revision, RevisionKind.INSERTED),))


def _typed(label: Label | None) -> str | None:
    return label.text if label is not None and label.typed else None


def _is_label(run: etree._Element, style: str | None) -> bool:
    return run.tag == RUN and style is not None and value(run.find(_PROPERTIES), "w:rStyle") == style


def _as(revision: Revision, kind: RevisionKind) -> Revision:
    return Revision(kind=kind, author=revision.author, date=revision.date, change=revision.change)
