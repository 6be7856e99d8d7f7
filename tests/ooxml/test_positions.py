"""The elements that content may have come from are found by the positions that the reader gave them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from treatykit.ooxml.names import NAMESPACES, qn
from treatykit.ooxml.positions import Positions

PLAIN = "<w:p><w:r><w:t>a</w:t></w:r></w:p>"
BOX = f"<w:p><w:r><w:pict><w:txbxContent>{PLAIN}</w:txbxContent></w:pict></w:r></w:p>"
EMPTY_BOX = BOX.replace(PLAIN, "")
TABLE = f"<w:tbl><w:tr><w:tc>{PLAIN}{PLAIN}</w:tc></w:tr></w:tbl>"
KEPT = tuple(
    qn(f"w:{name}") for name in ("document", "background", "body", "p", "tbl", "tr", "tc", "sdt", "txbxContent")
)

blocks = st.lists(
    st.sampled_from((PLAIN, BOX, EMPTY_BOX, TABLE, f"<w:sdt>{PLAIN}</w:sdt>", "<!-- no element -->")), max_size=6
)


def part(body: str, before: str = "", behind: str = "") -> etree._Element:
    names = f'xmlns:w="{NAMESPACES["w"]}"'
    return etree.fromstring(f"<w:document {names}>{before}<w:body>{body}</w:body>{behind}</w:document>")


@given(
    blocks,
    st.sampled_from(("", "<w:background><w:x/></w:background>")),
    st.sampled_from(("", f"<w:body>{PLAIN}</w:body>")),
)
def test_an_element_is_found_by_its_place_in_the_part(body: list[str], before: str, behind: str) -> None:
    root = part("".join(body), before, behind)
    positions = Positions(root)

    for at, element in enumerate(root.iter("*")):
        assert positions.element(at) is element or (element.tag not in KEPT and positions.element(at) is None)
        assert positions.element(at) is None or positions.position(element) == at
    assert positions.element(-1) is None
    assert positions.element(sum(1 for _ in root.iter("*"))) is None


def test_what_was_put_in_since_does_not_count() -> None:
    root = part(PLAIN + TABLE + BOX)
    before, positions = list(root.iter("*")), Positions(root)
    for paragraph in list(root.iter(qn("w:p"))):
        paragraph.addprevious(etree.Element(qn("w:p")))

    assert all(positions.element(at) in (element, None) for at, element in enumerate(before))
    assert positions.element(len(before) - 3) is before[-3]
