"""Two Word files whose styles of one name say something else: nothing is marked for it, and nothing hidden by it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.readers.word_files import mark, p, part, r, tracked, word_file

from treatykit.app.arguments import text_argument
from treatykit.app.comparing import CompareOptions, Comparison, compare_texts
from treatykit.app.pairs import load_both
from treatykit.compare import Existing
from treatykit.errors import UnreadableError
from treatykit.model.changes import ChangeKind
from treatykit.model.plain import plain_text

UNUSED = (
    '<w:style w:type="paragraph" w:styleId="Unused"><w:name w:val="Unused"/><w:pPr>{}</w:pPr>'
    "<w:rPr>{}</w:rPr></w:style>"
)
NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>"
)


def compared(
    folder: Path, old: str, new: str, old_style: tuple[str, str] = ("", ""), new_style: tuple[str, str] = ("", "")
) -> Comparison:
    """Two texts in files whose default style says different things of paragraphs and runs."""
    for name, body, style in (("old", old, old_style), ("new", new, new_style)):
        styles = part("styles", NORMAL.format(*style) + UNUSED.format(*style))
        (folder / f"{name}.docx").write_bytes(word_file(body, parts={"styles.xml": styles}))
    old_argument, new_argument = (text_argument(str(folder / f"{name}.docx")) for name in ("old", "new"))
    return compare_texts(old_argument, new_argument, CompareOptions())


SMALL, LARGE = ("", '<w:sz w:val="22"/>'), ("", '<w:sz w:val="24"/>')


def kinds(done: Comparison) -> list[ChangeKind]:
    return [change.kind for change in done.report.changes]


def test_a_style_that_was_made_to_say_what_everybody_said_changes_nothing(tmp_path: Path) -> None:
    text = p(r("Peace is established.", SMALL[1])) + p(r("It lasts.", SMALL[1]))

    done = compared(tmp_path, text, text, LARGE, SMALL)

    assert kinds(done) == []
    assert [str(note) for text in done.texts for note in text.diagnostics] == [
        f"{tmp_path}/new.docx: note: styles are not compared, and some look otherwise here than in the old text: "
        "Normal (size) [changed-style]"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r("peace", SMALL[1]), r("peace", "<w:b/>" + SMALL[1])),
        (r("peace", SMALL[1]), r("peace", LARGE[1])),
        (r("peace"), r("peace", SMALL[1])),
        (r("peace", LARGE[1]), r("peace")),
    ],
)
def test_what_somebody_set_otherwise_is_a_change_whatever_the_styles_say(tmp_path: Path, old: str, new: str) -> None:
    assert kinds(compared(tmp_path, p(old), p(new), LARGE, SMALL)) == [ChangeKind.REFORMATTED]


def test_the_same_holds_of_paragraphs(tmp_path: Path) -> None:
    left, both = ('<w:jc w:val="left"/>', ""), ('<w:jc w:val="both"/>', "")
    text, other = p("Peace is established.", both[0]), p("Peace is established.", left[0])

    assert kinds(compared(tmp_path, text, text, left, both)) == []
    assert kinds(compared(tmp_path, text, other, left, both)) == [ChangeKind.REFORMATTED]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("<w:suppressAutoHyphens/>", ""), ("", '<w:kern w:val="16"/>')),
        (("", '<w:rFonts w:asciiTheme="minorHAnsi"/>'), ("", '<w:rFonts w:ascii="Cambria"/>')),
    ],
)
def test_what_nobody_sees_of_a_style_is_no_news(tmp_path: Path, old: tuple[str, str], new: tuple[str, str]) -> None:
    done = compared(tmp_path, p("peace"), p("peace"), old, new)

    assert (kinds(done), done.texts[1].diagnostics) == ([], ())


def test_of_many_changed_styles_a_few_are_named(tmp_path: Path) -> None:
    names = ("One", "Two", "Three", "Four", "Five")
    body = "".join(p("peace", f'<w:pStyle w:val="{name}"/>') for name in names)
    for file, side in (("old", "left"), ("new", "both")):
        styles = "".join(
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
            f'<w:pPr><w:jc w:val="{side}"/></w:pPr></w:style>'
            for name in names
        )
        (tmp_path / f"{file}.docx").write_bytes(word_file(body, parts={"styles.xml": part("styles", styles)}))

    old, new = (text_argument(str(tmp_path / f"{file}.docx")) for file in ("old", "new"))

    _, after = load_both(old, new, None, print)

    (note,) = after.diagnostics
    assert note.message.endswith(": Five (alignment), Four (alignment), One (alignment) and 2 more")


def test_tracked_changes_that_are_decided_first_are_read_with_the_same_eyes(tmp_path: Path) -> None:
    text = p(r("Peace ", SMALL[1]) + tracked("ins", r("lasts.", SMALL[1])), mark("ins")) + p(r("End.", SMALL[1]))
    for name, style in (("old", LARGE), ("new", SMALL)):
        data = word_file(text, parts={"styles.xml": part("styles", NORMAL.format(*style))})
        (tmp_path / f"{name}.docx").write_bytes(data)
    said: list[str] = []

    before, after = load_both(
        text_argument(str(tmp_path / "old.docx")),
        text_argument(str(tmp_path / "new.docx")),
        Existing.ACCEPT,
        said.append,
    )

    assert before.document == after.document
    assert plain_text(after.document) == "Peace lasts.\nEnd."
    assert said == [f"reading {tmp_path}/old.docx", f"reading {tmp_path}/new.docx"]


def test_a_file_that_is_no_word_file_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "old.docx").write_bytes(b"no archive")
    (tmp_path / "new.docx").write_bytes(word_file(p("peace")))

    with pytest.raises(UnreadableError, match=r"old\.docx"):
        load_both(text_argument(str(tmp_path / "old.docx")), text_argument(str(tmp_path / "new.docx")), None, print)
