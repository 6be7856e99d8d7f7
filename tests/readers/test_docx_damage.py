"""A damaged Word file is read as far as it goes or refused in one line; it never ends in a traceback."""

from __future__ import annotations

import contextlib
import copy
import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from lxml import etree
from tests.readers.word_files import (
    NUMBERING,
    STYLES,
    cell,
    field,
    mark,
    p,
    part,
    r,
    row,
    table,
    tracked,
    word_file,
)
from tests.thoroughness import thorough

from treatykit.errors import TreatykitError
from treatykit.model.content import NoteReference
from treatykit.model.decide import accept, reject
from treatykit.model.plain import inlines_text
from treatykit.model.walk import paragraphs
from treatykit.readers.docx import read_docx

_NUMBERED = '<w:pStyle w:val="Clause"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
_CHANGED = tracked("pPrChange", '<w:pPr><w:ind w:left="567"/></w:pPr>')
_FIELD = field("REF x", "Article 7")
BODY = (
    p("Peace", _NUMBERED + _CHANGED)
    + p(r("Each ") + tracked("del", r("old", deleted=True)) + tracked("ins", r("new", "<w:b/>")), mark("ins"))
    + p(r("see ") + _FIELD + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    + table(
        row(cell(p("a"), '<w:gridSpan w:val="2"/>')), row(cell(p("b")), cell(p("c")), properties=tracked("ins", ""))
    )
    + p(
        '<w:moveFromRangeStart w:id="1" w:name="m"/>'
        + tracked("moveFrom", r("moved"))
        + '<w:moveFromRangeEnd w:id="1"/><w:moveToRangeStart w:id="2" w:name="m"/>'
        + tracked("moveTo", r("moved"))
        + '<w:moveToRangeEnd w:id="2"/>'
    )
    + f"<w:sdt><w:sdtContent>{p('controlled')}</w:sdtContent></w:sdt>"
    + p("<w:r><w:pict><w:txbxContent>" + p("boxed") + "</w:txbxContent></w:pict></w:r>")
)
PARTS = {
    "document.xml": part("document", f"<w:body>{BODY}<w:sectPr/></w:body>"),
    "styles.xml": part("styles", STYLES),
    "numbering.xml": part("numbering", NUMBERING),
    "footnotes.xml": part("footnotes", f'<w:footnote w:id="2">{p("note")}</w:footnote>'),
}


def damaged(data: DataObject, xml: str) -> str:
    """The part with a few elements dropped, doubled or moved, or attributes changed."""
    root = etree.fromstring(xml.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        elements = [element for element in root.iter("*") if element is not root]
        if not elements:
            break
        element = data.draw(st.sampled_from(elements))
        parent = element.getparent()
        assert parent is not None
        match data.draw(st.sampled_from(["drop", "double", "move", "attribute", "text"])):
            case "drop":
                parent.remove(element)
            case "double":
                parent.append(copy.deepcopy(element))
            case "move":
                target = data.draw(st.sampled_from([root, *elements]))
                if element not in target.iterancestors() and target is not element:
                    target.append(element)
            case "attribute" if element.attrib:
                name = data.draw(st.sampled_from(sorted(map(str, element.attrib))))
                element.set(name, data.draw(st.sampled_from(["", "-1", "99999999999999999999", "x", "1e999", "nan"])))
            case _:
                element.text = "words"
    return etree.tostring(root, encoding="unicode")


@settings(max_examples=thorough(200))
@given(st.data())
def test_a_damaged_file_is_read_or_refused(data: DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(PARTS)))
    parts = {**PARTS, name: damaged(data, PARTS[name])}
    file = word_file("", parts={key: text for key, text in parts.items() if key != "document.xml"})

    with contextlib.suppress(TreatykitError):
        reading = read_docx(replaced(file, "word/document.xml", parts["document.xml"].encode()), "draft.docx")
        accept(reading.document)
        reject(reading.document)


@settings(max_examples=thorough(100))
@given(st.binary(max_size=20), st.integers(0, 3000))
def test_damaged_bytes_are_read_or_refused(noise: bytes, place: int) -> None:
    xml = PARTS["document.xml"].encode()
    with contextlib.suppress(TreatykitError):
        read_docx(replaced(word_file(""), "word/document.xml", xml[:place] + noise + xml[place:]), "draft.docx")


@settings(max_examples=thorough(100))
@given(st.data())
def test_no_shown_word_is_dropped_whatever_the_damage(data: DataObject) -> None:
    # A field character in another place rightly hides words, so this text has no field.
    xml = damaged(data, PARTS["document.xml"].replace(_FIELD, ""))
    file = replaced(word_file("", parts={"footnotes.xml": PARTS["footnotes.xml"]}), "word/document.xml", xml.encode())
    try:
        document = read_docx(file, "draft.docx").document
    except TreatykitError:
        return

    found = "".join(inlines_text(one.inlines) for one in paragraphs(document))
    body = etree.fromstring(xml.encode()).find("{*}body")
    assert body is not None
    for word in ("Each", "Peace", "controlled", "see", "new"):
        # Only where the damage left the word in a run of a paragraph of the body.
        shown = body.xpath(
            f"./*[local-name()='p']/*[local-name()='r']/*[local-name()='t'][contains(text()[1], '{word}')]"
        )
        assert not shown or word in found


def replaced(file: bytes, part_name: str, data: bytes) -> bytes:
    """The package with one part exchanged."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as source, zipfile.ZipFile(buffer, "w") as target:
        for info in source.infolist():
            target.writestr(info, data if info.filename == part_name else source.read(info))
    return buffer.getvalue()


def test_the_undamaged_file_is_read_whole() -> None:
    file = replaced(
        word_file("", parts={"footnotes.xml": PARTS["footnotes.xml"]}),
        "word/document.xml",
        PARTS["document.xml"].encode(),
    )

    document = read_docx(file, "draft.docx").document

    assert (
        len([one for one in paragraphs(document) for inline in one.inlines if isinstance(inline, NoteReference)]) == 1
    )
