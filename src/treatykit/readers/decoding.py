"""Bytes of a text file as text: which encoding, which line ends, and nothing that is no character of a text."""

from __future__ import annotations

import codecs
import re
from typing import Final

from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import UnreadableError, Where
from treatykit.records import dataclass

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_KINDS: Final = (
    (b"%PDF-", "a PDF", "a PDF is not read; ask for the Word file that it was made from"),
    (b"PK\x03\x04", "a packed file", "if it is a Word file, let its name end in .docx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a file of an old Word or Excel", "save it as .docx in Word"),
    (b"{\\rtf", "an RTF file", "save it as .docx in Word"),
)
"""How files begin that are often given another name, what they are, and what to do."""

_MOST_STRANGE: Final = 10  # control characters that a text may hold by accident
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_SAMPLE = 4096  # bytes; enough to tell UTF-16 without a mark


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text as it was in its file.

    Attributes:
        text: With a line feed at the end of every line, and no control character but it and tab.
    """

    text: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file.

    A byte order mark decides; without one it is UTF-8 if that fits, UTF-16 if every
    other byte is zero, and else Windows-1252, which is said in a diagnostic.

    Raises:
        UnreadableError: The file holds no text.
    """
    for beginning, kind, remedy in _OTHER_KINDS:
        if data.startswith(beginning):
            raise UnreadableError(f"this is {kind}, whatever its name says", where=name, hint=remedy)
    findings: list[Diagnostic] = []
    text = _decoded(data, name, findings)
    text = _LINE_ENDS.sub("\n", text)
    strange = len(_NO_TEXT.findall(text))
    if strange > _MOST_STRANGE and strange * 10 > len(text):
        raise UnreadableError("this is no text file", where=name, hint="give a file that its suffix describes")
    if strange:
        message = f"{strange} control {'character' if strange == 1 else 'characters'} replaced by {_REPLACEMENT}"
        findings.append(_finding("control-characters", message, name))
    return Decoded(_NO_TEXT.sub(_REPLACEMENT, text), tuple(findings))


def _decoded(data: bytes, name: str, findings: list[Diagnostic]) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data.removeprefix(mark), encoding, name)
    if 0 in data[:_SAMPLE]:
        return _strictly(data, _unmarked_utf16(data, name), name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        message = "neither UTF-8 nor UTF-16; read as Windows-1252"
        findings.append(
            _finding("guessed-encoding", message, name, hint="save the file as UTF-8 if letters look wrong")
        )
        return data.decode("cp1252", errors="replace")


def _unmarked_utf16(data: bytes, name: str) -> str:
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > len(sample) // 4 and even == 0:
        return "utf-16-le"
    if even > len(sample) // 4 and odd == 0:
        return "utf-16-be"
    raise UnreadableError("this is no text file", where=name, hint="give a file that its suffix describes")


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(f"this is no {encoding.upper()}: {error.reason}", where=name) from error


def _finding(code: str, message: str, name: str, hint: str | None = None) -> Diagnostic:
    return Diagnostic(severity=Severity.WARNING, code=code, message=message, where=Where(name), hint=hint)
