"""A part is cut into the bytes of its paragraphs only where that is safe."""

from __future__ import annotations

import pytest
from lxml import etree
from tests.readers.word_files import p, part

from treatykit.ooxml.names import qn
from treatykit.ooxml.proof.slices import slices


def cut(content: str) -> list[bytes]:
    data = part("document", f"<w:body>{content}</w:body>").encode()
    root = etree.fromstring(data)
    return slices(root, data, len(list(root.iter(qn("w:p"))))) or []


def test_every_paragraph_has_its_bytes() -> None:
    one, two, three = (
        p("Peace."),
        p("War & peace".replace("&", "&amp;"), '<w:jc w:val="center"/>'),
        "<w:p w:x='/>'>A</w:p>",
    )

    assert cut(f"{one}<w:p/><w:sdt><w:sdtContent>{two}</w:sdtContent></w:sdt><w:p w:rsidR='1'/>{three}") == [
        one.encode(),
        b"<w:p/>",
        two.encode(),
        b"<w:p w:rsidR='1'/>",
        three.encode(),
    ]


@pytest.mark.parametrize(
    "content",
    [
        p("Peace.") + "<!-- <w:p/> -->",
        p("<w:r><w:t><![CDATA[</w:p><w:p>]]></w:t></w:r>"),
        f"<w:p><w:r><w:pict><w:txbxContent>{p('In a box.')}</w:txbxContent></w:pict></w:r></w:p>",
        f"<w:p>{p('Within another.')}</w:p>",
        '<w:p xmlns:w="urn:another"/>' + p("Peace."),
        f"<?note <w:p/> ?><w:p>{p('Within another.')}</w:p>",
    ],
)
def test_where_bytes_could_mislead_there_are_none(content: str) -> None:
    assert cut(content) == []
