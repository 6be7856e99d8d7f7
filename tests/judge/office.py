"""Let LibreOffice accept or reject all tracked changes of Word files by itself, and print the texts with numbers."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

SHOW, ACCEPT, REJECT = "", "AcceptAllTrackedChanges", "RejectAllTrackedChanges"

_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">{elements}</library:library>
"""
_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/{kind}.xlb/" xlink:type="simple"
 library:link="false"/></library:libraries>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Judge" script:language="StarBasic">
Function Named(name As String, content As Variant) As Object
  Dim found As New com.sun.star.beans.PropertyValue
  found.Name = name
  found.Value = content
  Named = found
End Function

Sub Decide(jobs As String)
  Dim number, line, parts, text, dispatcher
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  number = FreeFile
  Open jobs For Input As #number
  While Not Eof(number)
    Line Input #number, line
    parts = Split(line, "|")
    text = StarDesktop.loadComponentFromURL(ConvertToURL(parts(0)), "_blank", 0, Array(Named("Hidden", True)))
    If parts(1) &lt;&gt; "" Then
      dispatcher.executeDispatch(text.CurrentController.Frame, ".uno:" &amp; parts(1), "", 0, Array())
      text.TextFields.refresh()
    End If
    text.storeToURL(ConvertToURL(parts(2)), _
      Array(Named("FilterName", "Text (encoded)"), Named("FilterOptions", "UTF8,LF")))
    text.close(True)
  Wend
  Close #number
End Sub
</script:module>
"""


def printed(files: Mapping[str, tuple[bytes, str]], folder: Path) -> dict[str, list[str]]:
    """The lines that LibreOffice prints of files, numbers before their words, without empty lines.

    Args:
        files: By a name each, a Word file and what is done to it first: `SHOW`, `ACCEPT` or `REJECT`.
        folder: Where it may work.
    """
    profile = folder / "profile"
    jobs = []
    for at, (data, command) in enumerate(files.values()):
        path = folder / f"{at}.docx"
        path.write_bytes(data)
        jobs.append(f"{path}|{command}|{folder / str(at)}.txt\n")
    (folder / "jobs").write_text("".join(jobs))
    _start(profile, "--terminate_after_init")  # makes the profile, where the macro then goes
    _put_macro(profile / "user" / "basic")
    _start(profile, f"macro:///Standard.Judge.Decide({folder / 'jobs'})")
    return {name: _lines((folder / f"{at}.txt").read_text(encoding="utf-8-sig")) for at, name in enumerate(files)}


def _start(profile: Path, what: str) -> None:
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", what],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip


def _put_macro(basic: Path) -> None:
    standard = basic / "Standard"
    standard.mkdir(parents=True, exist_ok=True)
    for kind, elements in (("script", '<library:element library:name="Judge"/>'), ("dialog", "")):
        (basic / f"{kind}.xlc").write_text(_LIBRARIES.format(kind=kind))
        (standard / f"{kind}.xlb").write_text(_LIBRARY.format(elements=elements))
    (standard / "Judge.xba").write_text(_MODULE)


def _lines(text: str) -> list[str]:
    return [words for line in text.splitlines() if (words := " ".join(line.split()))]
