"""Plain text: wrapped or not, in any encoding, every word kept."""

from __future__ import annotations

import codecs
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import any_text, treaty_words
from tests.thoroughness import thorough

from treatykit.errors import UnreadableError
from treatykit.model.plain import plain_text
from treatykit.readers.decoding import decode
from treatykit.readers.markdown import read_markdown
from treatykit.readers.text import read_text

_FEW = settings(max_examples=thorough(100))
_WRAPPED = """\
AGREEMENT CONCERNING THE USE OF FRONTIER WATERCOURSES
The Republics of Karvela and Tesmar,
Desiring to strengthen the ties of friendship and neighbourly
relations between their respective countries,
Have agreed as follows:
Article 1. The provisions of this Agreement shall apply to the
watercourses listed below:
(a) contiguous watercourses which follow the frontier line;
(b) successive watercourses which intersect the frontier line,
including their tributaries.
"""


def _lines(text: str) -> list[str]:
    return plain_text(read_text(text.encode(), "x.txt").document).split("\n")


def _words(text: str) -> list[str]:
    """The words of a text; one that may have been parted at its hyphen counts as one."""
    return re.sub(r"-\s+", "-", text).split()


@_FEW
@given(st.lists(treaty_words | any_text.filter(lambda text: text.strip() != ""), max_size=12))
def test_every_word_is_kept_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)

    assert _words(" ".join(_lines(text))) == _words(text)


@_FEW
@given(st.lists(treaty_words.map(lambda words: f"{words}: {words} " * 25), min_size=1, max_size=6))
def test_a_long_line_is_a_paragraph(lines: list[str]) -> None:
    assert _lines("\n".join(lines)) == [line.strip() for line in lines]


def test_wrapped_lines_are_put_together() -> None:
    assert _lines(_WRAPPED) == [
        "AGREEMENT CONCERNING THE USE OF FRONTIER WATERCOURSES",
        "The Republics of Karvela and Tesmar,",
        "Desiring to strengthen the ties of friendship and neighbourly relations between their respective countries,",
        "Have agreed as follows:",
        "Article 1. The provisions of this Agreement shall apply to the watercourses listed below:",
        "(a) contiguous watercourses which follow the frontier line;",
        "(b) successive watercourses which intersect the frontier line, including their tributaries.",
    ]


def test_whoever_puts_lines_together_says_so() -> None:
    (finding,) = read_text(_WRAPPED.encode(), "x.txt").diagnostics

    assert finding.code == "lines-joined"
    assert finding.message == "the lines are wrapped at 62 characters; put together to 7 paragraphs"


def test_a_word_parted_at_its_hyphen_keeps_it() -> None:
    text = (
        "The Parties shall promote friendly relations and co-\noperation in all the fields of this Treaty, and in\n" * 2
    )

    assert "and co-operation in" in _lines(text)[0]


def test_a_dash_at_the_end_of_a_line_parts_no_word() -> None:
    text = (
        "The Parties shall promote friendly relations between their peoples and -\nas neighbours - their economies,\n"
    )

    assert "peoples and - as neighbours" in _lines(text * 2)[0]


def test_short_lines_without_a_common_length_are_paragraphs() -> None:
    text = "Article 1\nPeace\nThe state of war is terminated between the Parties on the entry into force.\nArticle 2\n"

    assert _lines(text) == text.rstrip().split("\n")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_the_usual_encodings_are_told_apart(mark: bytes, encoding: str) -> None:
    words = "Treaty of “Friendship” between Karvela and Tesmar, Ərdəm"
    decoded = decode(mark + words.encode(encoding), "x.txt")

    assert decoded.text == words
    assert decoded.diagnostics == ()


def test_an_old_windows_file_is_read_with_a_word_about_it() -> None:
    decoded = decode("Traité d’amitié – article 1er".encode("cp1252"), "x.txt")

    assert decoded.text == "Traité d’amitié – article 1er"
    assert [finding.code for finding in decoded.diagnostics] == ["guessed-encoding"]


@given(st.binary(max_size=200))
def test_any_bytes_are_text_without_control_characters_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "x.txt").text
    except UnreadableError as error:
        assert "x.txt" in str(error)  # noqa: PT017 (either is right, and each says something else)
    else:
        assert not any(ord(character) < 0x20 and character not in "\t\n" for character in text)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\u2028"])
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    assert _lines(f"Article 1{end}{end}Peace{end}") == ["Article 1", "Peace"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04\x14\x00\x00\x00\x08\x00" * 20, "a packed file, .* let its name end in .docx"),
        (b"%PDF-1.7\n1 0 obj", "a PDF is not read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1words", "save it as .docx in Word"),
        (b"{\\rtf1 Peace}", "an RTF file"),
        (bytes(range(1, 256)) * 4, "no text file"),
    ],
)
def test_another_kind_of_file_with_the_suffix_of_a_text_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        decode(data, "x.txt")


def test_a_treaty_on_one_line_is_said_to_have_no_paragraphs() -> None:
    sentence = "Article 1 The Parties shall live in peace. Article 2 Goods shall pass freely. "

    for read, name in ((read_text, "x.txt"), (read_markdown, "x.md")):
        (finding,) = read((sentence * 40).encode(), name).diagnostics
        assert finding.code == "no-paragraphs"
        assert "3,119 of its 3,119 characters stand on one line" in finding.message
        assert finding.hint is not None
        assert "start a new line before each article" in finding.hint
        assert not read((sentence + "\n\n").encode() * 40, name).diagnostics


@pytest.mark.parametrize("line", ["Each Party shall {+not+} stop.", "Each Party [-shall-] stops.", "[-[A: Peace]-]"])
def test_a_redline_is_no_text(line: str) -> None:
    with pytest.raises(UnreadableError, match=r"^x\.txt:2: a redline in plain text is for reading only"):
        read_text(f"TREATY\n{line}\n".encode(), "x.txt")


@pytest.mark.parametrize("line", ["[-12-]", "[- 3 -]", "[B: shall] {+ and [-", "C{+}", "[-]"])
def test_signs_without_words_between_them_are_no_redline(line: str) -> None:
    assert _lines(f"TREATY\n{line}\n") == ["TREATY", line]
