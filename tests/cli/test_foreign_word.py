"""A Word file from the other side is edited in itself: nothing but the changes is different in it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from tests.cli.conftest import Command

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


def _parts(name: str) -> dict[str, bytes]:
    with zipfile.ZipFile(Path(name)) as package:
        return {each: package.read(each) for each in package.namelist()}
