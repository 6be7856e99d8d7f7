"""Whoever converts to plain text is told what it does not say, and nothing where it says all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.strategies import documents
from tests.thoroughness import thorough
from tests.treaties import treaties
from tests.writers import samples

from treatykit.app.read_back import text_losses
from treatykit.diagnostics import Diagnostic
from treatykit.model.content import Block, BracketOpen, Cell, Paragraph, Row, Table, Text
from treatykit.model.document import Document
from treatykit.model.properties import Label, Properties, Role, RunFormat
from treatykit.readers.text import read_text
from treatykit.writers.options import DEFAULT_OPTIONS
from treatykit.writers.text import write_text

_FEW = settings(max_examples=thorough(40))


def _losses(document: Document) -> tuple[Diagnostic, ...]:
    return text_losses(document, DEFAULT_OPTIONS, write_text(document).encode())


@_FEW
@given(documents(opaque=False) | treaties())
def test_it_is_said_exactly_where_a_text_does_not_read_back_equal(document: Document) -> None:
    back = read_text(write_text(document).encode(), "x.txt").document

    assert bool(_losses(document)) is (back != document)


def _body(*inlines: Text | BracketOpen | str) -> Paragraph:
    return samples.paragraph(Role.BODY, *inlines)


def _cell(words: str, columns: int = 1) -> Cell:
    return Cell((_body(words),), columns=columns)


_UNMARKED = replace(_body("A state of peace").mark, properties=Properties(role=Role.TESTIMONIUM))


@pytest.mark.parametrize(
    ("blocks", "code"),
    [
        ((_body("red", Text("dy", RunFormat(colour="C00000"))),), "formats"),
        ((_body("one"), Paragraph(), _body("two")), "empty"),
        ((_body(" one"),), "words"),
        ((Paragraph((Text("words"),), replace(_UNMARKED, properties=Properties(role=Role.RECITAL))),), "roles"),
        ((Table((Row((_cell("one"), _cell("two"))), Row((_cell("three", columns=2),)))),), "tables"),
    ],
)
def test_what_plain_text_does_not_say_is_named(blocks: tuple[Block, ...], code: str) -> None:
    assert [finding.code for finding in _losses(Document(body=blocks))] == [code]


def test_a_redline_is_for_people() -> None:
    assert [finding.code for finding in _losses(samples.redline())] == ["redline"]


def test_a_role_that_is_not_said_is_shown_by_its_first_words() -> None:
    number = Properties(role=Role.ITEM, level=1, label=Label("§ 2"))
    block = Paragraph((Text("Peace."),), replace(_UNMARKED, properties=number))

    assert "1 paragraph, first “§ 2 Peace.”" in _losses(Document(body=(block,)))[0].message
