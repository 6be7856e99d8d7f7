"""What marks a Word file as one of ours (docs/analysis/round-trip.md)."""

from __future__ import annotations

from typing import Final

from treatykit.ooxml.names import qn

PART: Final = "customXml/item1.xml"
ROOT: Final = qn("tk:document")
BOOKMARK_PREFIX: Final = "_tk_"
APPLICATION: Final = "treatykit"
"""What ``docProps/app.xml`` names as the application until another program saves the file."""
CHECKSUM: Final = "checksum"
"""The attribute of the root with the checksum of the main part: some programs leave our name in what they save."""
