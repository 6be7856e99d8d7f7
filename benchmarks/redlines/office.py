"""The comparison of LibreOffice Writer, without a window: the command Compare Document, by a macro."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from tests.judge.macros import Office

_MACROS: Final = """
Sub Redline(earlier As String, later As String, out As String)
  Dim text, dispatcher
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  text = StarDesktop.loadComponentFromURL(ConvertToURL(later), "_blank", 0, Array(Named("Hidden", True)))
  dispatcher.executeDispatch(text.CurrentController.Frame, ".uno:CompareDocuments", "", 0, _
    Array(Named("URL", ConvertToURL(earlier)), Named("NoAcceptDialog", True)))
  text.storeToURL(ConvertToURL(out), Array(Named("FilterName", "MS Word 2007 XML")))
  text.close(True)
End Sub

Sub Redlines(jobs As String, results As String)
  Dim source, target, line, parts, start
  source = FreeFile
  Open jobs For Input As #source
  While Not Eof(source)
    Line Input #source, line
    parts = Split(line, "|")
    start = GetSystemTicks()
    Redline(parts(0), parts(1), parts(2))
    target = FreeFile
    Open results For Append As #target
    Print #target, "[" & (GetSystemTicks() - start) & "e-3, " & Chr(34) & Chr(34) & "]"
    Close #target
  Wend
  Close #source
End Sub
"""


@cache
def office(folder: Path) -> Office:
    """LibreOffice with a profile in a folder."""
    return Office(folder / "profile", _MACROS)
