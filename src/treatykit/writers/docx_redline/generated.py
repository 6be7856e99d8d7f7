"""Make runs for content that came from no Word file, such as a deleted clause of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from treatykit.model.content import Break, BreakKind, Inline
from treatykit.model.plain import inline_text
from treatykit.ooxml.elements import text_element, w
from treatykit.ooxml.names import qn

_PIECES: Final = re.compile(r"\t|\n|[^\t\n]+")
_BREAKS: Final = {BreakKind.LINE: None, BreakKind.PAGE: "page", BreakKind.COLUMN: "column"}


def generated_run(inline: Inline, look: etree._Element | None) -> etree._Element | None:
    """A run that prints an inline, None for what prints nothing.

    Args:
        inline: Anything but a note, which needs a part of its own.
        look: Its `w:rPr`.
    """
    leaves = list(_leaves(inline))
    if not leaves:
        return None
    run = etree.Element(qn("w:r"))
    if look is not None and len(look):
        run.append(look)
    run.extend(leaves)
    return run


def _leaves(inline: Inline) -> Iterator[etree._Element]:
    if isinstance(inline, Break):
        yield w("br", type=_BREAKS[inline.kind])
        return
    for piece in _PIECES.findall(inline_text(inline)):
        match piece:
            case "\t":
                yield w("tab")
            case "\n":
                yield w("br")
            case _:
                yield text_element("t", piece)
