"""The sample package: its instruments are sound, alone and together, and cite each other rightly."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from treatykit.app.arguments import TextArgument
from treatykit.app.checking import check
from treatykit.app.project import SAMPLES, init
from treatykit.app.texts import load, opened
from treatykit.diagnostics import Severity
from treatykit.model.content import Paragraph, Reference
from treatykit.model.outline import outline
from treatykit.model.plain import plain_text
from treatykit.model.properties import Role
from treatykit.model.walk import paragraphs
from treatykit.writers.text import write_text

(SAMPLE,) = (each for each in SAMPLES if each.name == "package")
PACKAGE: Final = Path("drafts/lindhaven/accords.yaml")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return init(Path(), SAMPLE).folder


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("variant", ["framework", "comprehensive"])
def test_nothing_is_wrong_in_the_instruments_or_between_them(variant: str) -> None:
    done = check([f"{PACKAGE}@{variant}"])

    assert [str(each) for each in done.diagnostics if each.severity is not Severity.NOTE] == []
    assert len(done.names) == {"framework": 3, "comprehensive": 6}[variant]


@pytest.mark.usefixtures("project")
def test_what_is_cited_in_the_treaty_is_what_is_meant() -> None:
    bundle = opened(TextArgument(PACKAGE))
    assert bundle is not None
    treaty, protocol, _, letter, _ = (load(member, bundle=bundle).document for member in bundle.members)
    titles = {
        division.label: division.title for division in outline(treaty.body).walk() if division.role is Role.ARTICLE
    }

    cited = {
        words: next(
            number
            for number in titles  # the first of several: "Article 30 and Article 31 of the Treaty"
            if re.search(rf"{words} {number}(?: (?:and|to) Article \d+)? of the Treaty", plain_text(document))
        )
        for words, document in (
            ("shall be settled in accordance with", protocol),
            ("may be amended in accordance with", protocol),
            ("among the roads provided for in", letter),
        )
    }

    assert [titles[number] for number in cited.values()] == [
        "Settlement of disputes",
        "Amendments and reservations",
        "Connections to be opened",
    ]
    for document in (protocol, letter):
        assert not [
            inline
            for paragraph in paragraphs(document)
            for inline in paragraph.inlines
            if isinstance(inline, Reference) and not inline.text
        ]


@pytest.mark.usefixtures("project")
def test_in_plain_text_a_letter_is_signed_at_the_right_and_what_is_no_part_of_it_says_so() -> None:
    bundle = opened(TextArgument(PACKAGE))
    assert bundle is not None
    *_, letter, _ = (load(member, bundle=bundle).document for member in bundle.members)

    written = write_text(letter)

    signed = next(line for line in written.splitlines() if "Ilva Dorrenmark" in line)
    assert len(signed) - len(signed.lstrip()) > len("Ilva Dorrenmark")
    assert written.index("of the Republic of Tesmar\n\n---\n# No part of the text") > written.index(signed)


@pytest.mark.usefixtures("project")
def test_the_reply_holds_the_letter_paragraph_by_paragraph() -> None:
    bundle = opened(TextArgument(PACKAGE))
    assert bundle is not None
    *_, letter, reply = (load(member, bundle=bundle).document for member in bundle.members)

    proposed = [block for block in letter.body if isinstance(block, Paragraph) and block.role is Role.ITEM]

    assert proposed
    assert [block for block in reply.body if isinstance(block, Paragraph) and block.role is Role.ITEM] == proposed
