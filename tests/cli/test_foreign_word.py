"""A Word file from the other side is edited in itself: nothing but the changes is different in it."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import docx
import pytest
from tests.cli.conftest import Command
from tests.writers.typed_numbers import (
    ARTICLES,
    BORDER,
    PEACE,
    REGISTRATION,
    TRANSIT,
    WATER,
    Treaty,
    edited,
    is_heading,
)

WORDS = (
    "Agreement on Waters",
    "Article 1",
    "Each Party should inform the other Party.",
    "Article 2",
    "It enters into force.",
)


def written(name: str, *words: str) -> None:
    document = docx.Document()
    document.add_heading(words[0], 0)
    for line in words[1:]:
        document.add_paragraph(line, style="Heading 1" if line.startswith("Article") else None)
    document.save(name)


@pytest.fixture
def letters(treatykit: Command) -> Command:
    """The command line beside two versions of a Word file that treatykit did not make."""
    written("old.docx", *WORDS)
    written("new.docx", *(line.replace("should", "shall") for line in WORDS))
    return treatykit


def test_a_redline_is_their_file_with_tracked_changes(letters: Command) -> None:
    letters("compare", "old.docx", "new.docx", "-o", "redline.docx", "--author", "Legal Adviser")

    new, redline = (_parts(name) for name in ("new.docx", "redline.docx"))
    assert {name for name in new if new[name] != redline.get(name)} <= {"word/document.xml", "word/settings.xml"}
    assert set(new) == set(redline)
    words = redline["word/document.xml"].decode()
    assert 'w:author="Legal Adviser"' in words
    assert "<w:delText>should</w:delText>" in words


def test_deciding_gives_back_the_two_files_words(letters: Command) -> None:
    letters("compare", "old.docx", "new.docx", "-o", "redline.docx")

    assert letters("accept", "redline.docx", "-o", "accepted.docx").code == 0
    assert letters("reject", "redline.docx", "-o", "rejected.docx").code == 0

    assert [each.text for each in docx.Document("accepted.docx").paragraphs] == [
        each.text for each in docx.Document("new.docx").paragraphs
    ]
    assert [each.text for each in docx.Document("rejected.docx").paragraphs] == list(WORDS)


def test_old_changes_that_were_decided_first_do_not_come_back(letters: Command) -> None:
    letters("compare", "old.docx", "new.docx", "-o", "pending.docx", "--author", "First")
    written("third.docx", *(line.replace("inform", "notify") for line in WORDS))

    done = letters("compare", "third.docx", "pending.docx", "--existing", "accept", "-o", "redline.docx")

    assert done.code == 0
    assert "First" not in _parts("redline.docx")["word/document.xml"].decode()
    letters("reject", "redline.docx", "-o", "back.docx")
    assert letters("compare", "back.docx", "third.docx", "--check").code == 0


@pytest.fixture
def moved(treatykit: Command) -> Command:
    """The command line beside a redline of two Word files with typed numbers: an article moved, and was edited."""
    Path("old.docx").write_bytes(Treaty(ARTICLES).file())
    articles = (PEACE, BORDER, WATER, edited(TRANSIT, "a word"), edited(REGISTRATION, "last word"))
    Path("new.docx").write_bytes(Treaty(articles).file())
    assert treatykit("compare", "old.docx", "new.docx", "-o", "redline.docx", "-o", "redline.html").code == 0
    return treatykit


def test_the_file_lists_the_changes_of_the_comparison_under_their_numbers(moved: Command) -> None:
    compared = moved("compare", "old.docx", "new.docx", "--json").data["report"]
    listed = moved("changes", "redline.docx", "--json").data["report"]

    assert [change["number"] for change in listed["changes"]] == [1, 2, 3, 4]
    assert listed["changes"] == compared["changes"]
    assert listed["summary"] == compared["summary"]
    page = Path("redline.html").read_text("utf-8")
    assert "4 changes" in page
    assert {*re.findall(r'class="change-numbers"[^>]*>(\d+)<', page)} == {"1", "2", "3", "4"}


def test_a_moved_article_is_decided_at_once_and_the_others_keep_their_numbers(moved: Command) -> None:
    assert moved("reject", "redline.docx", "-o", "back.docx", "--change", "1").code == 0

    left = moved("changes", "back.docx", "--json").data["report"]["changes"]
    assert [change["number"] for change in left] == [2, 3, 4]
    moved("reject", "back.docx", "-o", "old-again.docx")
    assert moved("compare", "old-again.docx", "old.docx", "--check").code == 0
    moved("accept", "back.docx", "-o", "partly.docx")
    lines = [each.text for each in docx.Document("partly.docx").paragraphs]
    assert lines[lines.index(TRANSIT.paragraphs[0]) - 1] == "Article 2"
    assert sum(map(is_heading, lines)) == len(ARTICLES)


def _parts(name: str) -> dict[str, bytes]:
    with zipfile.ZipFile(Path(name)) as package:
        return {each: package.read(each) for each in package.namelist()}
