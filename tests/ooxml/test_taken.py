"""Paragraphs are taken out of a part only where its bytes are enough, and nothing else goes with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from lxml import etree
from tests.ooxml.test_plain import bodies, read
from tests.readers.word_files import p, part

from treatykit.ooxml.proof.said import Entry
from treatykit.ooxml.proof.taken import Cut, cut


def known(written: bytes) -> tuple[Entry, ...] | None:
    said = read(written)
    return None if said is None else (said,)


def cut_up(content: str) -> Cut:
    return cut(part("document", f"<w:body>{content}</w:body>").encode(), "", known)


def canonical(root: etree._Element) -> str:
    return etree.tostring(root, method="c14n").decode()


def test_each_stretch_of_words_is_taken() -> None:
    one, two, four = p("Peace."), "<w:p/>", p("Труд.")
    three = '<w:p w:rsidR="0A1B"><w:r w:rsidRPr="0A1C"><w:t>A</w:t></w:r></w:p>'
    bold, more = p("<w:r><w:rPr><w:b/></w:rPr><w:t>Bold</w:t></w:r>"), p("War &amp; peace.")

    found = cut_up(f"{one}{bold}{two}<w:sdt><w:sdtContent>{three}</w:sdtContent></w:sdt>{more}{four}")

    assert [[each.decode() for each in stretch.written] for stretch in found.stretches] == [
        [one, bold],
        [three],
        [four],
    ]
    assert [each.decode() for each in found.written.values()] == [two, more]


@given(bodies)
def test_with_what_was_taken_it_is_whole(body: str) -> None:
    data = part("document", f"<w:body>{body}</w:body>").encode()

    found = cut(data, "", known)

    assert canonical(found.whole(found.root)) == canonical(etree.fromstring(data))


@pytest.mark.parametrize(
    "content",
    [
        p("Peace.") + "<!-- " + p("War.") + " -->",
        p("Peace.") + p("<w:r><w:t><![CDATA[</w:p><w:p>]]></w:t></w:r>"),
        p("Peace.") + '<w:p xmlns:w="urn:another"/>',
        f"<?note {p('War.')} ?>" + p("Peace."),
        p("Peace.") + "<?taken 0?>",
        p("Peace.").replace("</w:p>", "</w:p >") * 2,
        p("Peace.") + '<w:p xmlns:w14="urn:another" w14:paraId="1"/>',
    ],
)
def test_where_bytes_could_mislead_nothing_is_taken(content: str) -> None:
    assert cut_up(content).stretches == []


@pytest.mark.parametrize("said", ['xml:space="preserve"', 'xmlns:other="urn:another"'])
def test_only_where_everything_keeps_its_spaces_bytes_say_something_else(said: str) -> None:
    data = part("document", f"<w:body>{p('Peace.')}</w:body>").replace("<w:document ", f"<w:document {said} ")

    assert bool(cut(data.encode(), "", known).stretches) is ("space" not in said)


def test_a_name_that_is_declared_further_on_is_no_harm() -> None:
    assert cut_up(p("Peace.") + '<w:p xmlns:w10="urn:another"/>').stretches != []


def test_what_stands_in_a_box_is_taken_too() -> None:
    boxed = f"<w:p><w:r><w:pict><w:txbxContent>{p('Peace.')}{p('War.')}</w:txbxContent></w:pict></w:r></w:p>"

    assert [len(each.written) for each in cut_up(boxed + p("Trade.")).stretches] == [2, 1]


def test_in_another_encoding_nothing_is_taken() -> None:
    data = part("document", f"<w:body>{p('Peace.')}</w:body>").replace("UTF-8", "ISO-8859-1")

    assert cut(data.encode("latin-1"), "", known).stretches == []
