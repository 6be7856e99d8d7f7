"""A redline on a damaged Word file is made or refused; it never ends in a traceback."""

from __future__ import annotations

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from tests.readers.test_docx_damage import PARTS, damaged, replaced
from tests.readers.word_files import word_file
from tests.thoroughness import thorough

from treatykit.compare import Existing, compare
from treatykit.errors import TreatykitError
from treatykit.model.decide import Decision
from treatykit.readers.docx import read_docx
from treatykit.writers.docx_decided import write_docx_decided
from treatykit.writers.docx_redline import write_docx_redline


def some_file(data: DataObject, *, whole: bool) -> bytes:
    parts = dict(PARTS)
    if not whole:
        name = data.draw(st.sampled_from(sorted(PARTS)))
        parts[name] = damaged(data, parts[name])
    beside = {name: xml for name, xml in parts.items() if name != "document.xml"}
    return replaced(word_file("", parts=beside), "word/document.xml", parts["document.xml"].encode())


def settled(file: bytes) -> bytes:
    return write_docx_decided(read_docx(file, "draft.docx").document, Decision.ACCEPT)


@settings(max_examples=thorough(60), deadline=None)
@given(st.data())
def test_a_damaged_file_is_decided_and_redlined_or_refused(data: DataObject) -> None:
    old, new = some_file(data, whole=data.draw(st.booleans())), some_file(data, whole=False)

    with contextlib.suppress(TreatykitError):
        before, after = (read_docx(settled(file), "draft.docx").document for file in (old, new))
        marked = write_docx_redline(compare(before, after, existing=Existing.ACCEPT))
        read_docx(write_docx_decided(read_docx(marked, "redline.docx").document, Decision.REJECT), "redline.docx")
