"""Let LibreOffice accept or reject all tracked changes of Word files by itself, and print the texts with numbers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.judge.macros import Office

SHOW, ACCEPT, REJECT = "", "AcceptAllTrackedChanges", "RejectAllTrackedChanges"

_DECIDE: Final = """
Sub Decide(jobs As String)
  Dim number, line, parts, text, dispatcher
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  number = FreeFile
  Open jobs For Input As #number
  While Not Eof(number)
    Line Input #number, line
    parts = Split(line, "|")
    text = StarDesktop.loadComponentFromURL(ConvertToURL(parts(0)), "_blank", 0, Array(Named("Hidden", True)))
    If parts(1) <> "" Then
      dispatcher.executeDispatch(text.CurrentController.Frame, ".uno:" & parts(1), "", 0, Array())
      text.TextFields.refresh()
    End If
    text.storeToURL(ConvertToURL(parts(2)), _
      Array(Named("FilterName", "Text (encoded)"), Named("FilterOptions", "UTF8,LF")))
    text.close(True)
  Wend
  Close #number
End Sub
"""


def printed(files: Mapping[str, tuple[bytes, str]], folder: Path) -> dict[str, list[str]]:
    """The lines that LibreOffice prints of files, numbers before their words, without empty lines.

    Args:
        files: By a name each, a Word file and what is done to it first: `SHOW`, `ACCEPT` or `REJECT`.
        folder: Where it may work.
    """
    jobs = []
    for at, (data, command) in enumerate(files.values()):
        path = folder / f"{at}.docx"
        path.write_bytes(data)
        jobs.append(f"{path}|{command}|{folder / str(at)}.txt\n")
    (folder / "jobs").write_text("".join(jobs))
    Office(folder / "profile", _DECIDE).run(f"Decide({folder / 'jobs'})")
    return {name: _lines((folder / f"{at}.txt").read_text(encoding="utf-8-sig")) for at, name in enumerate(files)}


def _lines(text: str) -> list[str]:
    # Into an empty row that came or went LibreOffice puts a joiner, to have something to track, and where words run
    # around a picture a space without width.
    said = text.replace("\N{ZERO WIDTH JOINER}", "").replace("\N{ZERO WIDTH SPACE}", "")
    return [words for line in said.splitlines() if (words := " ".join(line.split()))]
