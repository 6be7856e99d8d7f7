"""A hostile Word file is answered with a result and findings, or with one error of ours; then nothing is written."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from lxml import etree
from tests.readers.test_docx_damage import PARTS, damaged, replaced
from tests.readers.word_files import word_file

from treatykit.app.arguments import TextArgument
from treatykit.app.checking import check
from treatykit.app.comparing import CompareOptions, compare_texts
from treatykit.app.converting import convert
from treatykit.app.deciding import DecideOptions, decide_changes
from treatykit.compare import Existing
from treatykit.errors import TreatykitError
from treatykit.model.decide import Decision

Job = Callable[[TextArgument, TextArgument, tuple[Path, ...]], object]

WHOLE = replaced(
    word_file("", parts={name: xml for name, xml in PARTS.items() if name != "document.xml"}),
    "word/document.xml",
    PARTS["document.xml"].encode(),
)
JOBS: dict[str, Job] = {
    "compared with it": lambda whole, hostile, paths: compare_texts(
        whole, hostile, CompareOptions(outputs=paths, existing=Existing.ACCEPT)
    ),
    "compared from it": lambda whole, hostile, paths: compare_texts(
        hostile, whole, CompareOptions(outputs=paths, existing=Existing.REJECT)
    ),
    "accepted": lambda _, hostile, paths: decide_changes(hostile, Decision.ACCEPT, DecideOptions(outputs=paths)),
    "rejected": lambda _, hostile, paths: decide_changes(hostile, Decision.REJECT, DecideOptions(outputs=paths)),
    "converted": lambda _, hostile, paths: convert(hostile, (*paths, *(one.with_suffix(".html") for one in paths))),
    "checked": lambda _, hostile, __: check([str(hostile)]),
}


def entries(file: bytes) -> dict[str, bytes]:
    """The parts of a package by their names."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """A package of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()


def hostile(data: DataObject) -> bytes:
    """A whole file with elements, parts, names or bytes that are not as they should be."""
    parts = entries(WHOLE)
    for _ in range(data.draw(st.integers(1, 3))):
        names = sorted(parts)
        name = data.draw(st.sampled_from(names))
        match data.draw(st.sampled_from(["elements"] * 5 + ["missing", "cut", "exchanged", "added", "encoded"])):
            case "elements" if is_whole(parts[name]):
                parts[name] = damaged(data, etree.tostring(etree.fromstring(parts[name]), encoding="unicode")).encode()
            case "missing":
                del parts[name]
            case "cut":
                parts[name] = parts[name][: data.draw(st.integers(0, 400))]
            case "exchanged":
                parts[name] = parts[data.draw(st.sampled_from(names))]
            case "encoded" if is_whole(parts[name]):
                parts[name] = etree.tostring(etree.fromstring(parts[name]), encoding="UTF-16")
            case _:
                parts[data.draw(st.sampled_from(["", "../evil", "WORD/styles.xml", "word/%2e/styles.xml", "x"]))] = b""
        if not parts:
            break
    file = packed(parts)
    if data.draw(st.integers(0, 9)) == 0:
        place = data.draw(st.integers(0, len(file)))
        return file[:place] + data.draw(st.binary(max_size=8)) + file[data.draw(st.integers(place, len(file))) :]
    return file


def is_whole(xml: bytes) -> bool:
    """Whether it is XML at all."""
    try:
        etree.fromstring(xml)
    except etree.XMLSyntaxError:
        return False
    return True


def ends_well(job: str, whole: TextArgument, file: TextArgument, output: Path) -> None:
    """Do a job with files in a folder: it ends in a whole result in a folder of its own, or in one line and none."""
    refused, folder = "", whole.path.parent
    try:
        JOBS[job](whole, file, (output,))
    except TreatykitError as error:
        refused = str(error)
    written = [path for path in folder.rglob("*") if path.is_file() and path.parent != folder]
    event("refused" if refused else "done")
    assert "\n" not in refused
    assert bool(written) == (not refused and job != "checked")
    for path in written:
        if path.suffix == ".docx":
            assert is_whole(entries(path.read_bytes())["word/document.xml"])


@pytest.mark.parametrize("job", JOBS)
@settings(max_examples=settings().max_examples // 2)
@given(data=st.data())
def test_a_hostile_file_gives_whole_results_or_one_error_and_none(job: str, data: DataObject) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "whole.docx").write_bytes(WHOLE)
        (folder / "hostile.docx").write_bytes(hostile(data))
        whole, file = (TextArgument(folder / f"{one}.docx") for one in ("whole", "hostile"))
        output = folder / "out" / "result.docx"
        ends_well(job, whole, file, output)


@pytest.mark.parametrize("job", JOBS)
def test_the_whole_file_passes(job: str, tmp_path: Path) -> None:
    (tmp_path / "whole.docx").write_bytes(WHOLE)
    whole = TextArgument(tmp_path / "whole.docx")

    JOBS[job](whole, whole, (tmp_path / "result.docx",))
