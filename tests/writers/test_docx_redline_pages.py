"""Pages that are set up otherwise in a redline, and what becomes of them when it is decided in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.judge.package import DOCUMENT, parts
from tests.judge.told import judge
from tests.word.body import p
from tests.word.package_builder import A4, docx, relation

from treatykit.app.arguments import TextArgument
from treatykit.app.comparing import CompareOptions, Comparison, compare_texts
from treatykit.compare import Ignore
from treatykit.model.decide import Decision
from treatykit.readers.docx import read_docx
from treatykit.writers.docx_decided import write_docx_decided

LANDSCAPE = A4.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
OLD, NEW = docx(p("Peace")), docx(p("Peace"), section=LANDSCAPE)


def compared(folder: Path, old: bytes, new: bytes, *ignore: Ignore) -> tuple[Comparison, bytes]:
    """A comparison and the Word file that it wrote."""
    before, after, marked = (folder / f"{name}.docx" for name in ("old", "new", "marked"))
    before.write_bytes(old)
    after.write_bytes(new)
    options = CompareOptions(outputs=(marked,), ignore=frozenset(ignore))
    return compare_texts(TextArgument(before), TextArgument(after), options), marked.read_bytes()


@pytest.mark.parametrize(("decision", "plain"), [(Decision.ACCEPT, NEW), (Decision.REJECT, OLD)])
def test_pages_that_were_turned_are_decided_with_everything_else(
    decision: Decision, plain: bytes, tmp_path: Path
) -> None:
    _, marked = compared(tmp_path, OLD, NEW)

    decided = write_docx_decided(read_docx(marked, "marked.docx").document, decision)

    assert judge(decided, exact=True) == judge(plain, exact=True)
    assert b"sectPrChange" not in parts(decided)[DOCUMENT]


def test_what_differs_is_told_as_a_person_calls_it(tmp_path: Path) -> None:
    comparison, _ = compared(tmp_path, OLD, NEW)

    assert [str(one.message) for one in comparison.diagnostics] == [
        "the last section is set up otherwise: paper; a Word redline tracks it"
    ]
    assert not comparison.changed


def test_pages_are_not_marked_where_formatting_is_passed_over(tmp_path: Path) -> None:
    _, marked = compared(tmp_path, OLD, NEW, Ignore.FORMATTING)

    assert parts(marked) == parts(NEW)


def test_an_old_set_up_in_a_record_is_no_section(tmp_path: Path) -> None:
    _, marked = compared(tmp_path, OLD, NEW)

    again, _ = compared(tmp_path, marked, NEW)

    assert again.diagnostics == ()


def headed(*kinds: str, first: bool = False) -> bytes:
    """A text with a header for each of these kinds of pages.

    Args:
        first: Another section comes before it, which has a header for all of its pages.
    """
    names = {kind: f"header{at}.xml" for at, kind in enumerate(kinds, 1)}
    texts = {name: p(f"Draft for {kind} pages") for kind, name in names.items()}
    before = ""
    if first:
        texts["header9.xml"] = p("Draft")
        before = p("War", look=f"<w:sectPr>{_reference('default', 'header9.xml')}{A4}</w:sectPr>")
    section = "".join(_reference(kind, name) for kind, name in names.items())
    return docx(before, p("Peace"), section=f"{section}{A4}<w:titlePg/>", parts=texts)


def _reference(kind: str, name: str) -> str:
    return f'<w:headerReference w:type="{kind}" r:id="{relation(name)}"/>'


def test_a_header_that_cannot_come_back_is_told(tmp_path: Path) -> None:
    comparison, _ = compared(tmp_path, headed("default", first=True), headed(first=True))

    assert [one.code for one in comparison.diagnostics] == ["untracked-header"]


@pytest.mark.parametrize("kept", [(), ("default",)])
def test_a_header_that_comes_back_as_struck_words_is_not_told(kept: tuple[str, ...], tmp_path: Path) -> None:
    old = headed("default", "first")

    comparison, marked = compared(tmp_path, old, headed(*kept))

    assert comparison.diagnostics == ()
    assert judge(marked, "reject", exact=True) == judge(old, exact=True)
