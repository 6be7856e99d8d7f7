"""A package on the command line: its texts in a folder, one of them alone, and what is said where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Command

from treatykit.model.plain import plain_text
from treatykit.readers.docx import read_docx

PACKAGE = """\
format: treatykit-package/1
variant: framework
parties:
  KAR: {full: the Republic of Karvela, short: Karvela, language: Karvelan}
  TES: {full: the Republic of Tesmar, short: Tesmar, language: Tesmari}
done: {place: Lindhaven, date: 2031-05-03}
instruments:
  treaty: {draft: treaty.yaml}
  prisoners: {draft: prisoners.yaml, parent: treaty, variants: [framework]}
  letter: {draft: letter.yaml, parent: treaty}
  reply: {reply: letter}
"""
DRAFTS = {
    "treaty": "title: Treaty on Peace\nvariant: framework\nstructure: [preamble, recognition, entry-into-force]\n",
    "prisoners": "title: Protocol on Fish\ntype: protocol\nvariant: framework\nstructure: [preamble, fish]\n",
    "letter": (
        "title: Exchange of Letters on Fish\ntype: agreement\nvariant: framework\n"
        "letter: {from: KAR, to: TES, effect: parent}\nstructure: [fish]\n"
    ),
}
FISH = """\
---
id: fish
title: Fish
version: "1.0"
kind: article
part: peace
summary: About fish.
alternatives:
  - id: free
    label: Free fish
    variants: [framework, partial, comprehensive]
    depth: full
    precision: precise
    strength: 3
    favours: neither
    when: Always.
    for: A party will like it.
    against: A party will not.
licence: CC-BY-4.0
---

## alternative: free

Fish are free from the day on which {@parent:entry-into-force#consent} has been followed.
"""
FOLDER = Path("drafts/accords")


@pytest.fixture
def accords(treatykit: Command) -> Command:
    """The command line, in a project with a package."""
    FOLDER.mkdir(parents=True)
    (FOLDER / "accords.yaml").write_text(PACKAGE, encoding="utf-8")
    for name, more in DRAFTS.items():
        (FOLDER / f"{name}.yaml").write_text(f"format: treatykit-draft/1\n{more}", encoding="utf-8")
    Path("clauses").mkdir()
    Path("clauses/fish.md").write_text(FISH, encoding="utf-8")
    return treatykit


def words(path: str) -> str:
    return plain_text(read_docx(Path(path).read_bytes(), path).document)


def test_every_instrument_is_written_under_its_number_and_name(accords: Command) -> None:
    done = accords("build", "drafts/accords/accords.yaml", "-o", "texts")

    assert (done.code, done.lines) == (
        0,
        [
            "texts/accords-framework/1-treaty.docx",
            "texts/accords-framework/2-prisoners.docx",
            "texts/accords-framework/3-letter.docx",
            "texts/accords-framework/4-reply.docx",
        ],
    )
    for name in ("2-prisoners", "3-letter", "4-reply"):
        assert "Article 2, paragraph 1, of the Treaty" in words(f"texts/accords-framework/{name}.docx")


def test_a_variant_has_the_instruments_that_are_in_it_under_the_same_numbers(accords: Command) -> None:
    assert accords("build", "drafts/accords/accords.yaml", "--variant", "partial", "--to", "md").lines == [
        "accords-partial/1-treaty.md",
        "accords-partial/3-letter.md",
        "accords-partial/4-reply.md",
    ]


def test_one_instrument_is_a_text_like_any_other(accords: Command) -> None:
    assert accords("build", "drafts/accords/accords.yaml#letter").lines == ["accords-framework/3-letter.docx"]
    assert accords("convert", "drafts/accords/accords.yaml#letter@partial", "-o", "mine.docx").lines == ["mine.docx"]
    assert words("mine.docx") == words("accords-framework/3-letter.docx")
    assert accords("compare", "drafts/accords/accords.yaml#letter", "mine.docx", "--check").code == 0


def test_of_an_alternat_a_letter_has_one_original(accords: Command) -> None:
    done = accords("build", "drafts/accords/accords.yaml", "--alternat")

    assert [Path(line).stem for line in done.lines] == [
        "1-treaty-KAR",
        "1-treaty-TES",
        "2-prisoners-KAR",
        "2-prisoners-TES",
        "3-letter",
        "4-reply",
    ]


def test_the_annotated_edition_speaks_of_a_letter_behind_it(accords: Command) -> None:
    done = accords("build", "drafts/accords/accords.yaml", "--annotated", "-o", "texts")

    assert done.code == 0
    assert "Wording chosen" in words("texts/accords-framework/3-letter-annotated.docx")


def test_no_draft_of_a_package_is_written_over(accords: Command) -> None:
    done = accords("build", "drafts/accords/accords.yaml#letter", "-o", "drafts/accords/treaty.yaml")

    assert done.code == 2
    assert (FOLDER / "treaty.yaml").read_text(encoding="utf-8").startswith("format: treatykit-draft/1")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ("convert", "drafts/accords/accords.yaml", "-o", "x.docx"),
            2,
            "drafts/accords/accords.yaml: this is a package of several texts — name one of them: "
            "'drafts/accords/accords.yaml#treaty'",
        ),
        (
            ("build", "drafts/accords/accords.yaml#tretay"),
            4,
            "drafts/accords/accords.yaml: the package has no instrument 'tretay' — did you mean 'treaty'?",
        ),
        (
            ("build", "drafts/accords/accords.yaml#prisoners@partial"),
            4,
            "drafts/accords/accords.yaml:9:3: the package has the instrument 'prisoners' only in other variants than "
            "partial — it is in framework; see 'variants' of 'prisoners'",
        ),
        (
            ("build", "drafts/accords/treaty.yaml"),
            4,
            "drafts/accords/treaty.yaml:1:1: the parties of this draft are said in a package, and it is made there — "
            "name the instrument: 'drafts/accords/accords.yaml#treaty'",
        ),
        (
            ("build", "drafts/accords/accords.yaml", "-o", "x.docx"),
            2,
            "'x.docx' is one file for 4 texts — name a folder: '-o x'",
        ),
    ],
)
def test_what_cannot_be_made_is_told_in_one_line(
    accords: Command, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = accords(*arguments)

    assert (done.code, done.err.strip()) == (code, said)
    assert not Path("accords-framework").exists()


def test_a_draft_that_is_not_there_is_told_where_the_package_names_it(accords: Command) -> None:
    (FOLDER / "prisoners.yaml").rename(FOLDER / "prisoner.yaml")

    done = accords("build", "drafts/accords/accords.yaml")

    assert done.code == 4
    assert done.err.startswith("drafts/accords/accords.yaml:9:22: drafts/accords/prisoners.yaml: there is no such file")


def test_a_package_is_checked_instrument_by_instrument_and_as_a_whole(accords: Command) -> None:
    words = (FOLDER / "prisoners.yaml").read_text(encoding="utf-8")
    (FOLDER / "prisoners.yaml").write_text(words.replace("Protocol on Fish", "Exchange of Letters on Fish"), "utf-8")

    done = accords("check", "drafts/accords/accords.yaml")

    assert "drafts/accords/accords.yaml#letter@framework: error: 'Exchange of Letters on Fish' is the title" in done.out
    assert done.code == 4
    assert "[same-title]" not in accords("check", "drafts/accords/accords.yaml", "--without", "same-title").out


def test_in_a_project_the_drafts_of_a_package_are_checked_with_it_and_not_alone(accords: Command) -> None:
    done = accords("check", "--format", "json")

    assert done.data["checked"] == [
        "drafts/accords/accords.yaml#treaty@framework",
        "drafts/accords/accords.yaml#prisoners@framework",
        "drafts/accords/accords.yaml#letter@framework",
        "drafts/accords/accords.yaml#reply@framework",
        "drafts/accords/accords.yaml@framework",
        "clauses/fish.md",
    ]
    assert {each["code"] for each in done.data["findings"] if each["severity"] == "error"} == {"no-entry-into-force"}


def test_who_uses_a_clause_is_told_of_the_instruments_of_a_package(accords: Command) -> None:
    done = accords("clauses", "uses", "fish")

    assert "drafts/accords/accords.yaml#prisoners@framework" in done.out
    assert done.code == 0


def test_a_broken_reference_between_instruments_is_a_finding_of_its_own(accords: Command) -> None:
    Path("clauses/fish.md").write_text(FISH.replace("#consent", "#nothing"), encoding="utf-8")

    done = accords("check", "drafts/accords/accords.yaml#letter")

    assert done.code == 4
    assert "'fish' refers to 'entry-into-force#nothing' of the instrument 'parent', which does not have it" in done.out


OLD = "drafts/accords/accords.yaml@framework"
NEW = "drafts/accords/accords.yaml@partial"


def test_two_packages_are_compared_instrument_by_instrument(accords: Command) -> None:
    text = (FOLDER / "accords.yaml").read_text(encoding="utf-8")
    Path("drafts/accords/later.yaml").write_text(text.replace("date: 2031-05-03", "date: 2031-06-03"), encoding="utf-8")

    done = accords("compare", OLD, "drafts/accords/later.yaml@partial")

    assert [line for line in done.lines if line.startswith("══")] == [
        "══ treaty: Treaty on Peace: unchanged ══",
        "══ letter: Exchange of Letters on Fish: changed ══",
        "══ reply: Exchange of Letters on Fish: changed ══",
        "══ prisoners: Protocol on Fish: gone ══",
    ]
    assert "4 instruments: 1 unchanged, 2 changed, 1 gone" in done.err
    assert accords("compare", NEW, OLD, "--check").code == 1
    assert accords("compare", OLD, OLD, "--check").code == 0


def test_the_redlines_of_a_package_stand_in_a_folder_and_a_program_reads_what_became_of_each(accords: Command) -> None:
    done = accords("compare", OLD, NEW, "-o", "red/lines.docx", "-o", "red/lines.html", "--json")

    assert done.data["written"] == [
        f"red/lines/{name}.{suffix}" for name in ("1-treaty", "3-letter", "4-reply") for suffix in ("docx", "html")
    ]
    assert all(Path(path).exists() for path in done.data["written"])
    assert [(each["name"], each["fate"], "report" in each) for each in done.data["instruments"]] == [
        ("treaty", "unchanged", True),
        ("letter", "unchanged", True),
        ("reply", "unchanged", True),
        ("prisoners", "gone", False),
    ]


def test_a_package_is_not_compared_with_a_single_text(accords: Command) -> None:
    done = accords("compare", OLD, f"{NEW.replace('@', '#treaty@')}")

    assert (done.code, done.err.strip()) == (
        2,
        f"{OLD}: this is a package of several texts — name one of them: 'drafts/accords/accords.yaml#treaty@framework'",
    )


def test_references_follow_numbers_that_are_frozen(accords: Command) -> None:
    accords("build", "drafts/accords/accords.yaml", "-o", "first")
    draft = FOLDER / "treaty.yaml"
    later = draft.read_text(encoding="utf-8").replace("recognition, ", "")
    draft.write_text(later, encoding="utf-8")
    assert accords("build", "drafts/accords/accords.yaml#letter", "-o", "afresh.docx").code == 0
    draft.write_text(f"{later}freeze: ../../first/accords-framework/1-treaty.docx\n", encoding="utf-8")

    assert accords("build", "drafts/accords/accords.yaml#letter", "-o", "frozen.docx").code == 0

    assert "Article 1, paragraph 1, of the Treaty" in words("afresh.docx")
    assert "Article 2, paragraph 1, of the Treaty" in words("frozen.docx")
