"""`freeze`: a draft keeps the numbers of an earlier round, which a file, another draft or git holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Command

from treatykit.model.content import Paragraph
from treatykit.model.plain import paragraph_text
from treatykit.model.properties import Role
from treatykit.readers.json import read_json

DRAFT = "drafts/peace-treaty.yaml"
CHANGED = "omit: {cooperation: settled elsewhere}\nadd: {prisoners: {because: agreed, after: recognition}}\n"


def second_round(freeze: str, more: str = CHANGED) -> str:
    """The draft of the second round; what it freezes is seen from its folder."""
    text = Path(DRAFT).read_text(encoding="utf-8")
    path = Path("drafts/second.yaml")
    path.write_text(text.replace("\nchoose:\n", f"\nfreeze: {freeze}\n{more}\nchoose:\n", 1), encoding="utf-8")
    return str(path)


def articles(path: str) -> list[str]:
    blocks = (each for each in read_json(Path(path).read_bytes(), path).document.body if isinstance(each, Paragraph))
    return [paragraph_text(each) for each in blocks if each.role is Role.ARTICLE]


@pytest.mark.parametrize(
    ("earlier", "named"),
    [
        ("first.docx", "../first.docx"),
        ("first.json", "../first.json"),
        ("", "peace-treaty.yaml"),
        ("", "peace-treaty.yaml@framework"),
    ],
)
def test_a_file_or_another_draft_gives_the_numbers(project: Command, earlier: str, named: str) -> None:
    if earlier:
        project("build", DRAFT, "-o", earlier)

    done = project("build", second_round(named), "-v", "-o", "second.json")

    found = articles("second.json")
    assert done.code == 0
    assert found[1:4] == [
        "Article 2 Recognition of sovereignty and territorial integrity",
        "Article 2 bis Prisoners and detained persons",
        "Article 3 Territorial claims",
    ]
    assert [each.partition(" ")[2].partition(" ")[0] for each in found[-5:]] == ["15", "17", "18", "19", "20"]
    assert "Article 16 of the earlier text is gone, and its number stays vacant [vacant-number]" in done.err


def test_a_vacant_number_is_no_gap_for_the_checks(project: Command) -> None:
    done = project("check", second_round("peace-treaty.yaml"))

    assert "numbering-gap" not in done.out
    assert "vacant-number" in done.out


def test_one_round_keeps_the_numbers_of_the_other_and_never_its_own(project: Command) -> None:
    done = project("build", second_round("second.yaml"))

    assert done.code == 4
    assert done.err.endswith(
        "'drafts/second.yaml@framework' would keep its own numbers — "
        "name a text of an earlier round: a file, or 'git:REVISION:path'\n"
    )


def test_the_numbers_of_a_text_with_tracked_changes_are_not_settled(project: Command) -> None:
    project("build", DRAFT, "-o", "first.docx")
    project("build", f"{DRAFT}@partial", "-o", "other.docx")
    project("compare", "first.docx", "other.docx", "-o", "redline.docx")

    done = project("build", second_round("../redline.docx"))

    assert done.code == 4
    assert "the text whose numbers stand has tracked changes — accept or reject them" in done.err


def test_the_earlier_text_is_not_written_over(project: Command) -> None:
    project("build", DRAFT, "-o", "first.docx")

    done = project("build", second_round("../first.docx"), "-o", "first.docx")

    assert done.code != 0
    assert "first.docx" in done.err


def test_a_text_that_is_not_there_is_named(project: Command) -> None:
    done = project("build", second_round("../gone.docx"))

    assert (done.code, done.err) == (
        3,
        "gone.docx: there is no such file — check the name, and the folder that it is looked for in\n",
    )
