"""Run a macro in LibreOffice, without a window and with a profile of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

_LIBRARY: Final = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">{elements}</library:library>
"""
_LIBRARIES: Final = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/{kind}.xlb/" xlink:type="simple"
 library:link="false"/></library:libraries>
"""
_MODULE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Judge" script:language="StarBasic">
{code}</script:module>
"""
_NAMED: Final = """
Function Named(name As String, content As Variant) As Object
  Dim found As New com.sun.star.beans.PropertyValue
  found.Name = name
  found.Value = content
  Named = found
End Function
"""


class Office:
    """LibreOffice with macros."""

    def __init__(self, profile: Path, code: str) -> None:
        """Makes the profile.

        Args:
            code: Procedures in Basic; they may call `Named(name, content)` for an argument of a dispatch.
        """
        self._profile = profile
        self._start("--terminate_after_init")  # the macros go into a profile that is there
        _put(profile / "user" / "basic", f"{_NAMED}{code}")

    def command(self, what: str) -> tuple[str, ...]:
        """How it is started."""
        options = ("--headless", "--norestore")
        return ("soffice", f"-env:UserInstallation=file://{self._profile}", *options, what)

    def macro(self, call: str) -> tuple[str, ...]:
        """How it is started to call a procedure and to end."""
        return self.command(f"macro:///Standard.Judge.{call}")

    def run(self, call: str) -> None:
        """Calls a procedure: its name with its arguments in brackets, separated by commas."""
        subprocess.run(self.macro(call), check=True, capture_output=True, timeout=300)

    def _start(self, what: str) -> None:
        subprocess.run(self.command(what), check=True, capture_output=True, timeout=300)


def _put(basic: Path, code: str) -> None:
    standard = basic / "Standard"
    standard.mkdir(parents=True, exist_ok=True)
    for kind, elements in (("script", '<library:element library:name="Judge"/>'), ("dialog", "")):
        (basic / f"{kind}.xlc").write_text(_LIBRARIES.format(kind=kind))
        (standard / f"{kind}.xlb").write_text(_LIBRARY.format(elements=elements))
    (standard / "Judge.xba").write_text(_MODULE.format(code=escape(code)))
