"""`build`: from a draft to files."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from tests.cli.conftest import Command

from treatykit.model.annotations import without_annotations
from treatykit.readers.json import read_json

DRAFT = "drafts/peace-treaty.yaml"
_KINDS = ("", "-annotated")


def test_the_files_are_results_and_the_summary_is_not(project: Command) -> None:
    done = project("build", DRAFT)

    assert done.code == 0
    assert done.lines == ["peace-treaty-framework.docx"]
    assert "peace-treaty, framework: " in done.err
    assert Path("peace-treaty-framework.docx").stat().st_size > 0


def test_one_draft_makes_every_variant_in_every_format(project: Command) -> None:
    done = project("build", f"{DRAFT}@partial", f"{DRAFT}@comprehensive", "--to", "docx,html,json", "-o", "texts")

    assert done.lines == [
        f"texts/peace-treaty-{variant}.{suffix}"
        for variant in ("partial", "comprehensive")
        for suffix in ("docx", "html", "json")
    ]


def test_the_annotated_edition_has_a_name_of_its_own_and_the_same_text(project: Command) -> None:
    plain = project("build", DRAFT, "--to", "json")
    done = project("build", DRAFT, "--annotated", "--to", "docx,pdf,html,md,txt,json")
    texts = [read_json(Path(f"peace-treaty-framework{kind}.json").read_bytes(), "x").document for kind in _KINDS]

    assert done.lines == [
        f"peace-treaty-framework-annotated.{each}" for each in ("docx", "pdf", "html", "md", "txt", "json")
    ]
    assert done.err.splitlines()[0] == plain.err.splitlines()[0]
    assert texts[0] == without_annotations(texts[1])
    assert texts[0] != texts[1]


def test_each_original_has_an_annotated_edition(project: Command) -> None:
    done = project("build", DRAFT, "--annotated", "--alternat")

    assert done.lines == [f"peace-treaty-framework-{code}-annotated.docx" for code in ("KAR", "TES")]


def test_the_annotated_edition_has_the_name_that_is_asked_for(project: Command) -> None:
    assert project("build", DRAFT, "--annotated", "-o", "mine.md").lines == ["mine.md"]


def test_the_suffix_of_the_output_is_its_format(project: Command) -> None:
    assert project("build", DRAFT, "--variant", "partial", "-o", "text.json").lines == ["text.json"]
    assert read_json(Path("text.json").read_bytes(), "text.json").document.meta.variant == "partial"


@pytest.mark.parametrize(("formats", "code"), [("docx,pdf", 2), ("pdf", 2), ("docx", 0), ("DOCX", 0)])
def test_a_file_of_one_format_and_other_formats_contradict_each_other(
    project: Command, formats: str, code: int
) -> None:
    done = project("build", DRAFT, "--to", formats, "-o", "mine.docx")

    assert (done.code, Path("mine.docx").exists()) == (code, code == 0)
    if code:
        said = formats.replace(",", ", ")
        assert done.err == (
            f"'mine.docx' is one file, and the formats are {said} — name a folder: '-o mine', or leave '--to' away\n"
        )


def test_one_text_is_written_to_each_file_that_is_named(project: Command) -> None:
    done = project("build", DRAFT, "-o", "mine.docx", "-o", "texts/mine.json", "-o", "other.json")

    assert done.lines == ["mine.docx", "texts/mine.json", "other.json"]
    assert Path("texts/mine.json").read_bytes() == Path("other.json").read_bytes()


@pytest.mark.parametrize(
    ("outputs", "said"),
    [
        (("a.docx", "texts"), "'texts' is a folder beside the file 'a.docx' — name files alone, or one folder with"),
        (("texts", "more"), "several folders are named — name one: '-o FOLDER'"),
        (("a.docx", "./a.docx"), "'a.docx' would be written twice — give each result its own name"),
    ],
)
def test_outputs_that_contradict_each_other_are_refused(project: Command, outputs: tuple[str, str], said: str) -> None:
    done = project("build", DRAFT, "-o", outputs[0], "-o", outputs[1])

    assert (done.code, done.err.startswith(said)) == (2, True), done.err
    assert not Path("a.docx").exists()


def test_a_word_file_that_somebody_has_edited_is_replaced_only_when_asked(project: Command) -> None:
    project("build", DRAFT, "-o", "mine.docx")
    assert project("build", DRAFT, "-o", "mine.docx").code == 0
    _edit(Path("mine.docx"))
    edited = Path("mine.docx").read_bytes()

    refused = project("build", f"{DRAFT}@partial", "-o", "mine.docx", "-o", "mine.json")

    assert (refused.code, refused.err) == (
        2,
        "'mine.docx' was edited with Microsoft Office Word since it was built — choose another name, or say --force to "
        "overwrite it\n",
    )
    assert Path("mine.docx").read_bytes() == edited
    assert not Path("mine.json").exists()
    assert project("build", f"{DRAFT}@partial", "-o", "mine.docx", "--force").code == 0
    assert Path("mine.docx").read_bytes() != edited


def _edit(path: Path) -> None:
    """Change a word of a Word file and save it as Word does."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"peace", b"Peace")
    parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(b"treatykit", b"Microsoft Office Word")
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def test_the_same_draft_gives_the_same_bytes(project: Command) -> None:
    for folder in ("one", "two"):
        project("build", DRAFT, "--to", "docx,html,json", "-o", folder)
        project("build", DRAFT, "--annotated", "--to", "docx,html,md,txt,json", "-o", folder)

    for path in Path("one").iterdir():
        assert path.read_bytes() == (Path("two") / path.name).read_bytes()


def test_a_variant_may_be_named_twice_where_both_say_the_same(project: Command) -> None:
    assert project("build", f"{DRAFT}@partial", "--variant", "partial").lines == ["peace-treaty-partial.docx"]


def test_each_party_gets_its_own_original(project: Command) -> None:
    done = project("build", DRAFT, "--alternat", "--to", "json")

    assert done.lines == ["peace-treaty-framework-KAR.json", "peace-treaty-framework-TES.json"]
    titles = [read_json(Path(line).read_bytes(), line).document.meta.title for line in done.lines]
    assert titles[0].endswith("between the Republic of Karvela and the Republic of Tesmar")
    assert titles[1].endswith("between the Republic of Tesmar and the Republic of Karvela")


def test_each_text_in_each_format_has_an_original_for_each_party(project: Command) -> None:
    Path("drafts/other.yaml").write_text(Path(DRAFT).read_text(encoding="utf-8"), encoding="utf-8")

    done = project("build", f"{DRAFT}@partial", "drafts/other.yaml", "--alternat", "--to", "json,txt", "-o", "texts")

    assert done.lines == [
        f"texts/{name}-{code}.{suffix}"
        for name in ("peace-treaty-partial", "other-framework")
        for code in ("KAR", "TES")
        for suffix in ("json", "txt")
    ]
    assert "peace-treaty, partial, original of TES: " in done.err


def test_the_originals_do_not_fit_into_one_file(project: Command) -> None:
    done = project("build", DRAFT, "--alternat", "-o", "treaty.docx")

    assert (done.code, done.err) == (2, "'treaty.docx' is one file for 2 texts — name a folder: '-o treaty'\n")
    assert not Path("treaty.docx").exists()


def test_originals_of_a_text_that_is_not_settled_are_none_to_be_signed_and_said_so_once(project: Command) -> None:
    warning = "warning: no original to be signed yet: the text has "
    settled = project("build", DRAFT, "--alternat", "--to", "json")
    bracketed = project("build", f"{DRAFT}@comprehensive", "--alternat", "--to", "json")
    lines = Path(DRAFT).read_text("utf-8").splitlines(keepends=True)
    Path(DRAFT).write_text("".join(line for line in lines if not line.startswith("  date:")), "utf-8")
    undated = project("build", DRAFT, "--alternat", "--to", "json")

    assert warning not in settled.err  # its day is left open on purpose
    assert bracketed.err.count(f"{DRAFT}@comprehensive: {warning}1 bracket [unsettled-original]") == 1
    assert undated.err.count(f"{DRAFT}: {warning}1 blank: done.date [unsettled-original]") == 1
    assert len(undated.lines) == 2


def test_lines_are_numbered_on_request(project: Command) -> None:
    for name, flags in (("plain.docx", ()), ("numbered.docx", ("--line-numbers",))):
        project("build", DRAFT, "-o", name, *flags)
        with zipfile.ZipFile(name) as package:
            assert (b"lnNumType" in package.read("word/document.xml")) == bool(flags)


def test_a_clean_text_has_neither_brackets_nor_blanks(project: Command) -> None:
    with_blank = project("build", DRAFT, "--clean")
    with_bracket = project("build", f"{DRAFT}@comprehensive", "--clean")

    assert (with_blank.code, with_blank.err) == (
        5,
        f"{DRAFT}: the text has 1 blank: done.date — fill blanks in the draft\n",
    )
    assert (with_bracket.code, with_bracket.err) == (
        5,
        f"{DRAFT}@comprehensive: the text has 1 bracket and 2 blanks: border-commission.first_venue, done.date — "
        "settle brackets under 'choose', fill blanks in the draft\n",
    )
    assert list(Path().glob("*.docx")) == []


def test_verbose_says_what_was_left_out_and_why(project: Command) -> None:
    assert "left out: transit-controls: controls on routes presuppose" in project("build", DRAFT, "-v").err


def test_the_first_blanks_are_named_with_their_places_and_all_of_them_on_request(project: Command) -> None:
    text = Path(DRAFT).read_text(encoding="utf-8")
    Path(DRAFT).write_text(text[: text.index("params:")], encoding="utf-8")

    few = project("build", DRAFT, "--variant", "comprehensive").err.splitlines()
    every = project("build", DRAFT, "--variant", "comprehensive", "--verbose").err.splitlines()

    all_of_them = sum(line.startswith("  ") for line in every)
    assert all_of_them > 7
    assert [line for line in few if line.startswith("  ")][6:] == [
        f"  and {all_of_them - 6} more; --verbose prints them"
    ]
    assert few[2].startswith("  preamble.past_agreements (Preamble, recital 3): Which earlier instruments")


def test_json_is_for_programs(project: Command) -> None:
    data = project("build", DRAFT, "--json").data

    assert data["written"] == ["peace-treaty-framework.docx"]
    assert data["texts"][0]["variant"] == "framework"
    assert data["texts"][0]["blanks"] == [
        {
            "name": "done.date",
            "prompt": "On which day is the text signed?",
            "times": 1,
            "place": "Testimonium",
            "wanted": True,
        }
    ]


def test_an_own_clause_takes_the_place_of_the_librarys(project: Command) -> None:
    Path("clauses").mkdir()
    words = project("clauses", "show", "recognition").out
    assert "Own words." not in words
    source = Path(__file__).parents[2] / "src" / "treatykit" / "clauses" / "recognition.md"
    text = source.read_text(encoding="utf-8")
    Path("clauses/recognition.md").write_text(
        text.replace("## alternative: general\n", "## alternative: general\n\nOwn words.\n", 1), encoding="utf-8"
    )

    assert "Own words." in project("clauses", "show", "recognition").out
    project("build", DRAFT, "-o", "own.json")
    assert "Own words." in Path("own.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (
            ["drafts/peace-traety.yaml"],
            3,
            "drafts/peace-traety.yaml: there is no such file — did you mean 'peace-treaty.yaml'?",
        ),
        (["peace-treaty"], 3, f"peace-treaty: there is no such file — did you mean '{DRAFT}'?"),
        (["peace-treaty@partial"], 3, f"peace-treaty@partial: there is no such file — did you mean '{DRAFT}'?"),
        (["peace-treaty.yaml"], 3, f"peace-treaty.yaml: there is no such file — did you mean '{DRAFT}'?"),
        (["drafts"], 3, "drafts: this is a folder — name a file in it"),
        (["x.docx"], 2, "x.docx: this is no draft — 'treatykit convert' changes the format of a file"),
        ([f"{DRAFT}@framwork"], 4, f"{DRAFT}: no profile 'framwork' in the library — did you mean 'framework'?"),
        (
            [f"{DRAFT}@partial", "--variant", "framework"],
            2,
            f"{DRAFT}@partial: the variant is 'partial' here and 'framework' in '--variant' — leave one of them away",
        ),
        ([DRAFT, "--to", "dox"], 2, "no format is called 'dox' — did you mean 'docx'?"),
        ([DRAFT, "-o", "x.dox"], 2, "x.dox: no writer for '.dox' files — did you mean '.docx'?"),
        ([f"{DRAFT}@partial", DRAFT, "-o", "x.docx"], 2, "'x.docx' is one file for 2 texts — name a folder: '-o x'"),
        ([DRAFT, "--too", "docx"], 2, "treatykit build: no such option '--too'"),
        (["git:HEAD"], 2, "'git:HEAD' names no file — write 'git:REVISION:path'"),
        (["git:--help:x.yaml"], 2, "'--help' is no revision — write 'git:REVISION:path'"),
    ],
)
def test_what_is_wrong_is_said_in_one_line_and_nothing_is_written(
    project: Command, arguments: list[str], code: int, message: str
) -> None:
    before = sorted(Path().iterdir())

    done = project("build", *arguments)

    assert (done.code, done.out) == (code, "")
    assert done.err.startswith(message)
    assert done.err.count("\n") == 1
    assert sorted(Path().iterdir()) == before


def test_every_broken_rule_has_its_line(project: Command) -> None:
    draft = Path(DRAFT)
    draft.write_text(draft.read_text(encoding="utf-8") + "\nomit: {dispute-settlement: not agreed}\n", encoding="utf-8")

    done = project("build", f"{DRAFT}@comprehensive")

    assert done.code == 4
    assert "non-use-of-force/consultation requires" in done.err
    assert "Traceback" not in done.err


def test_a_file_in_the_way_of_a_folder_stops_the_build_and_leaves_nothing_behind(project: Command) -> None:
    Path("texts").write_text("in the way", encoding="utf-8")

    done = project("build", DRAFT, "-o", "texts/deep")

    assert done.code == 3
    assert Path("texts").read_text(encoding="utf-8") == "in the way"
