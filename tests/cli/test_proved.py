"""`compare` proves each redline before it hands it over, says so, and refuses one that does not hold."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from tests.cli.conftest import Command
from tests.judge.package import parts
from tests.judge.told import text
from tests.readers.word_files import p, part, r, tracked, word_file

import treatykit.writers.docx_redline.paragraph as paragraph_writer
from treatykit.app import comparing, pairs
from treatykit.app.copies import Copies, copies
from treatykit.model.content import Paragraph, Text
from treatykit.model.document import Document
from treatykit.ooxml import proof
from treatykit.ooxml.tracking import Tracker
from treatykit.writers import docx_redline, write
from treatykit.writers.docx_redline import Desk
from treatykit.writers.docx_redline.words import WordEditor
from treatykit.writers.options import WriteOptions

COMMENTED = p('<w:commentRangeStart w:id="1"/>' + r("Peace is made.") + '<w:r><w:commentReference w:id="1"/></w:r>')
COMMENTS = {"comments.xml": part("comments", f'<w:comment w:id="1" w:author="C">{p("Why?")}</w:comment>')}


@pytest.fixture
def letters(treatykit: Command) -> Command:
    """The command line beside two versions of somebody's Word file and of a text."""
    Path("old.docx").write_bytes(word_file(p("Peace is made.") + p("Each Party should agree.") + p("Done.")))
    Path("new.docx").write_bytes(word_file(COMMENTED + p("Each Party shall agree.") + p("Done."), parts=COMMENTS))
    Path("old.md").write_text("Each Party should agree.\n")
    Path("new.md").write_text("Each Party shall agree.\n")
    return treatykit


def test_the_summary_says_what_was_proved(letters: Command) -> None:
    done = letters("compare", "old.docx", "new.docx", "-o", "redline.docx")

    assert done.code == 0
    assert (
        "proved: redline.docx is the new text when accepted and the old one when rejected (text, formatting" in done.err
    )


def test_a_program_reads_it_as_a_record(letters: Command) -> None:
    done = letters("compare", "old.docx", "new.docx", "-o", "redline.docx", "-o", "redline.html", "--json")

    (proof,) = done.data["proofs"]
    assert proof["path"] == "redline.docx"
    assert {"text", "formatting", "comments"} <= set(proof["proved"])
    assert proof["unproved"] == proof["untracked"] == []


@pytest.mark.parametrize("suffix", ["docx", "md", "json"])
def test_a_file_that_is_written_anew_is_read_back(letters: Command, suffix: str) -> None:
    done = letters("compare", "old.md", "new.md", "-o", f"redline.{suffix}")

    assert f"proved: redline.{suffix} is the new text" in done.err


@pytest.mark.parametrize("suffix", ["html", "txt"])
def test_what_is_only_shown_is_not_proved(letters: Command, suffix: str) -> None:
    assert "proved" not in letters("compare", "old.docx", "new.docx", "-o", f"redline.{suffix}").err


def test_what_word_cannot_track_is_named(letters: Command) -> None:
    for name, place in (("old", "x"), ("new", "y")):
        Path(f"{name}.docx").write_bytes(
            word_file(p(f'<w:fldSimple w:instr=" QUOTE {place} ">{r("Peace")}</w:fldSimple>'))
        )

    done = letters("compare", "old.docx", "new.docx", "-o", "redline.docx")

    assert done.code == 0
    assert "not tracked by Word, and as in the new text: fields when rejected in 1 place, first “Peace”" in done.err


def test_what_is_said_of_both_files_is_said_once_and_names_both(letters: Command) -> None:
    for name, words in (("old", "Peace"), ("new", "Lasting peace")):
        Path(f"{name}.docx").write_bytes(word_file(p(f'<w:hyperlink w:anchor="x">{r(words)}</w:hyperlink>')))

    done = letters("compare", "old.docx", "new.docx")

    assert [line for line in done.err.splitlines() if "[hyperlink]" in line] == [
        "old.docx, new.docx: note: the addresses of hyperlinks stay in the Word file; their words are read [hyperlink]"
    ]


def test_comments_of_the_new_file_are_kept(letters: Command) -> None:
    letters("compare", "old.docx", "new.docx", "-o", "redline.docx")

    redline = parts(Path("redline.docx").read_bytes())
    assert redline["word/comments.xml"] == parts(Path("new.docx").read_bytes())["word/comments.xml"]
    assert b'<w:commentReference w:id="1"/>' in redline["word/document.xml"]


# --- copies of the process


def with_processors(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "copies", partial(copies, count))
    monkeypatch.setattr(comparing, "_LONG", 0)
    monkeypatch.setattr(pairs, "_LONG", 0)


def test_with_one_processor_or_more_the_same_is_written_and_said(
    letters: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for count in (1, 2):
        with_processors(count, monkeypatch)
        done = letters("compare", "old.docx", "new.docx", "-o", "redline.docx", "--date", "2031-05-03", "--force")
        made.append((done.code, done.out, done.err, Path("redline.docx").read_bytes()))

    assert made[0] == made[1]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems cannot copy a process")
def test_a_second_processor_hears_both_files_and_writes_their_redline(
    letters: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = os.getpid()

    def elsewhere(done: Callable[..., object]) -> Callable[..., object]:
        def do(*args: object) -> object:
            assert os.getpid() != here, "done here, and not in a copy"
            return done(*args)

        return do

    with_processors(2, monkeypatch)
    monkeypatch.setattr(proof, "hear", elsewhere(proof.hear))
    monkeypatch.setattr(docx_redline, "write_at", elsewhere(docx_redline.write_at))

    assert "proved: redline.docx" in letters("compare", "old.docx", "new.docx", "-o", "redline.docx").err


@pytest.mark.skipif(sys.platform != "linux", reason="other systems cannot copy a process")
def test_the_redline_is_written_here_where_a_copy_fails(letters: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_: object) -> None:
        os._exit(3)

    with_processors(2, monkeypatch)
    monkeypatch.setattr(Desk, "get_ready", failing)

    assert "proved: redline.docx" in letters("compare", "old.docx", "new.docx", "-o", "redline.docx").err


def test_short_files_are_not_worth_a_copy(letters: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_copies(*_: object) -> None:
        raise AssertionError("a process was copied")

    monkeypatch.setattr(Copies, "_process", no_copies)

    assert letters("compare", "old.docx", "new.docx", "-o", "redline.docx").code == 0


def test_what_was_heard_of_other_files_proves_nothing(letters: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    other = word_file(p("Something else."))
    with_processors(2, monkeypatch)
    monkeypatch.setattr(comparing, "content", lambda _: other)

    assert (
        "proved: redline.docx is the new text" in letters("compare", "old.docx", "new.docx", "-o", "redline.docx").err
    )


# --- faults planted in the writers


def nothing_wrapped(monkeypatch: pytest.MonkeyPatch) -> None:
    """What came is not marked."""
    monkeypatch.setattr(WordEditor, "edit", lambda *_: False)
    monkeypatch.setattr(Tracker, "wrap", lambda *_: None)


def no_old_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    """What went is lost."""
    monkeypatch.setattr(WordEditor, "edit", lambda *_: False)
    monkeypatch.setattr(paragraph_writer.ParagraphEditor, "_insert", lambda *_: [])


def no_old_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """What went is lost where all are words."""
    monkeypatch.setattr(WordEditor, "_struck", lambda *_: ("", None))


@pytest.mark.parametrize("fault", [nothing_wrapped, no_old_elements, no_old_words])
@pytest.mark.parametrize("processors", [1, 2])
def test_a_redline_that_does_not_hold_is_refused(
    letters: Command, monkeypatch: pytest.MonkeyPatch, fault: Callable[[pytest.MonkeyPatch], None], processors: int
) -> None:
    fault(monkeypatch)
    with_processors(processors, monkeypatch)

    done = letters("compare", "old.docx", "new.docx", "-o", "redline.docx", "-o", "redline.html")

    assert done.code == 3
    assert done.err.count("\n") == 1
    assert done.err.startswith("redline.docx: not written: with all changes ")
    assert "“Each Party" in done.err
    assert not Path("redline.docx").exists()
    assert not Path("redline.html").exists()


def test_it_is_written_all_the_same_on_demand(letters: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing_wrapped(monkeypatch)

    done = letters("compare", "old.docx", "new.docx", "-o", "redline.docx", "--no-verify")

    assert done.code == 0
    assert "proved" not in done.err
    assert Path("redline.docx").exists()


@pytest.mark.parametrize("suffix", ["docx", "md", "json"])
def test_a_new_file_that_does_not_hold_is_refused(
    letters: Command, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    def forgetful(document: Document, suffix: str, options: WriteOptions) -> bytes:
        lost = Document(body=(*document.body[:-1], Paragraph((Text("Nothing."),), document.body[-1].mark)))  # type: ignore[union-attr]
        return write(lost, suffix, options)

    monkeypatch.setattr("treatykit.app.outputs.write", forgetful)

    done = letters("compare", "old.md", "new.md", "-o", f"redline.{suffix}")

    assert done.code == 3
    assert f"redline.{suffix}: not written: " in done.err
    assert not Path(f"redline.{suffix}").exists()


# --- tracked changes that are there already


@pytest.fixture
def negotiated(treatykit: Command) -> Command:
    """The command line beside an old file, and a new one of which only some changes are marked."""
    mine = tracked("ins", r(" at once"), author="A. Drafter")
    Path("old.docx").write_bytes(word_file(p(r("Each Party shall agree") + mine + r(".")) + p("Done.")))
    theirs = tracked("del", r("shall", deleted=True), author="B. Negotiator", identity=8)
    theirs += tracked("ins", r("may", "<w:b/>"), author="B. Negotiator", identity=9)
    Path("new.docx").write_bytes(word_file(p(r("Each Party ") + theirs + r(" agree.")) + p("Done.")))
    return treatykit


def test_what_nobody_had_marked_is_told_from_what_was(negotiated: Command) -> None:
    done = negotiated("compare", "old.docx", "new.docx", "--existing", "keep", "-o", "redline.docx", "--author", "Us")

    assert done.code == 0
    assert "1 marked by B. Negotiator, 1 that nobody had marked." in done.err
    assert "old.docx: note: 1 tracked change by A. Drafter is counted as accepted [pending-changes]" in done.err
    assert "new.docx: note: 1 tracked change by B. Negotiator is kept in the redline [pending-changes]" in done.err
    assert "proved: redline.docx is the new text" in done.err
    listed = negotiated("changes", "redline.docx").out
    assert "by B. Negotiator" in listed
    assert "by Us" in listed
    assert "1 marked by B. Negotiator, 1 marked by Us." in listed


def test_accepting_theirs_alone_leaves_ours(negotiated: Command) -> None:
    negotiated("compare", "old.docx", "new.docx", "--existing", "keep", "-o", "redline.docx", "--author", "Us")

    negotiated("accept", "redline.docx", "-o", "partly.docx", "--author", "B. Negotiator")
    negotiated("reject", "redline.docx", "-o", "before.docx")

    assert text(Path("partly.docx").read_bytes(), "reject") == ["Each Party may agree at once.", "Done."]
    assert text(Path("partly.docx").read_bytes(), "accept") == ["Each Party may agree.", "Done."]
    assert text(Path("before.docx").read_bytes()) == ["Each Party shall agree at once.", "Done."]


@pytest.mark.parametrize("suffix", ["md", "json", "html"])
def test_every_format_keeps_them(negotiated: Command, suffix: str) -> None:
    name = f"redline.{suffix}"
    done = negotiated("compare", "old.docx", "new.docx", "--existing", "keep", "-o", name, "--author", "Us")

    assert done.code == 0
    assert "B. Negotiator" in Path(name).read_text()


def test_a_program_reads_how_they_were_counted(negotiated: Command) -> None:
    done = negotiated("compare", "old.docx", "new.docx", "--existing", "reject", "--json")

    assert done.data["existing"]["old"] == {"authors": [["A. Drafter", 1]], "counted": "rejected"}
    assert done.data["existing"]["new"] == {"authors": [["B. Negotiator", 1]], "counted": "rejected"}


@pytest.mark.parametrize("existing", ["accept", "reject"])
def test_what_is_decided_first_is_proved_as_well(negotiated: Command, existing: str) -> None:
    done = negotiated("compare", "old.docx", "new.docx", "--existing", existing, "-o", "redline.docx")

    assert done.code == 0
    assert "proved: redline.docx is the new text" in done.err


def test_one_name_does_not_stand_for_both(negotiated: Command) -> None:
    done = negotiated("compare", "old.docx", "new.docx", "--existing", "keep", "--author", "B. Negotiator")

    assert done.code == 2
    assert "are by 'B. Negotiator' already — say --author with another name" in done.err
