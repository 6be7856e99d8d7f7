"""The names of WordprocessingML."""

from __future__ import annotations

from lxml import etree

from treatykit.ooxml.names import NAMESPACES, SCHEMA_ORDER, in_schema_order, qn, short


def test_a_prefixed_name_and_its_long_form_turn_into_each_other() -> None:
    assert qn("w:p") == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
    assert all(short(qn(f"{prefix}:x")) == f"{prefix}:x" for prefix in NAMESPACES)
    assert qn("Id") == short("Id") == "Id"


def test_the_names_of_a_strict_document_have_the_same_short_forms() -> None:
    assert short("{http://purl.oclc.org/ooxml/wordprocessingml/main}p") == "w:p"


def test_an_unknown_namespace_keeps_its_long_form() -> None:
    assert short("{urn:other}p") == "{urn:other}p"


def test_properties_are_sorted_as_the_schema_wants_and_content_keeps_its_order() -> None:
    shuffled = [etree.Element(qn(name)) for name in ("w:pPrChange", "w:jc", "w:numPr", "w:pStyle", "w:rPr")]
    content = [etree.Element(qn(name)) for name in ("w:r", "w:bookmarkEnd", "w:pPr", "w:ins")]

    assert [short(str(e.tag)) for e in in_schema_order("w:pPr", shuffled)] == [
        "w:pStyle",
        "w:numPr",
        "w:jc",
        "w:rPr",
        "w:pPrChange",
    ]
    assert [short(str(e.tag)) for e in in_schema_order("w:p", content)] == ["w:pPr", "w:r", "w:bookmarkEnd", "w:ins"]


def test_no_order_names_a_child_twice() -> None:
    for parent, children in SCHEMA_ORDER.items():
        assert len(set(children)) == len(children), parent
