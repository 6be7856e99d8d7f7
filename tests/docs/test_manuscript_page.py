"""The page on manuscripts shows a text that is read as it says, and names every loss."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from treatykit.model.content import Paragraph
from treatykit.model.document import Document
from treatykit.model.properties import Role
from treatykit.readers.markdown import read_markdown
from treatykit.writers.markdown import write_markdown
from treatykit.writers.markdown.losses import LOSSES

PAGE: Final = (Path(__file__).parents[2] / "docs" / "manuscript.md").read_text(encoding="utf-8")
SHOWN: Final = re.findall(r"^```markdown\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[0]


def _document() -> Document:
    reading = read_markdown(SHOWN.encode(), "page.md")
    assert reading.diagnostics == ()
    return reading.document


def test_the_text_that_is_shown_is_what_is_written() -> None:
    assert write_markdown(_document()) == SHOWN


def test_the_form_says_what_everything_is() -> None:
    roles = [block.role for block in _document().body if isinstance(block, Paragraph)]

    assert roles == [
        Role.TITLE,
        Role.SUBTITLE,
        Role.PARTIES,
        Role.RECITAL,
        Role.ENACTING,
        Role.ARTICLE,
        *(Role.ITEM,) * 4,
        Role.WRAP_UP,
        Role.ITEM,
        Role.ARTICLE,
        Role.BODY,
        Role.TESTIMONIUM,
    ]


def test_every_loss_is_named() -> None:
    source = (Path(__file__).parents[2] / "src/treatykit/app/read_back.py").read_text(encoding="utf-8")
    codes = (*LOSSES, *re.findall(r'_note\("(\w+)"', source))

    assert len(codes) > len(LOSSES)
    for code in codes:
        assert f"`{code}`" in PAGE, code
