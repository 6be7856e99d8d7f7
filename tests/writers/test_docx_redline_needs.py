"""What deleted content needs comes along from the old file; what the new file has is left as it is."""

# ruff: noqa: E501 (specimens of XML)
from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree
from tests.judge.package import parts
from tests.judge.told import judge, text
from tests.readers.word_files import STYLES, cell, mark, p, part, r, row, table, tracked, word_file
from tests.writers.docx_audit import complaints
from tests.writers.docx_specimens import WordFile, article, document, item

from treatykit.compare import compare
from treatykit.model.content import Mark, Paragraph, Text
from treatykit.model.decide import accept, reject
from treatykit.model.document import Document
from treatykit.model.properties import Label, Properties, RunFormat
from treatykit.model.revisions import Revision, RevisionKind
from treatykit.model.sources import slice_sources
from treatykit.model.walk import map_story
from treatykit.ooxml.names import NAMESPACES, qn
from treatykit.readers.docx import read_docx
from treatykit.writers.docx import write_docx
from treatykit.writers.docx_redline import write_docx_redline

MOMENT = datetime(2026, 3, 1, 10, tzinfo=UTC)
PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="457200"/><wp:docPr id="1" name="x"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill>'
    '<a:blip r:embed="{media/image1.png}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)
OTHER_LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


class Packed(WordFile):
    """A Word file that is there already."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.parts = {
            name: etree.fromstring(content) for name, content in parts(data).items() if name.endswith((".xml", ".rels"))
        }


def redline(old: bytes | Document, new: bytes) -> bytes:
    before = old if isinstance(old, Document) else read_docx(old, "old.docx").document
    return write_docx_redline(compare(before, read_docx(new, "new.docx").document, author="Chair", date=MOMENT))


def xml(file: bytes, name: str = "document.xml") -> etree._Element:
    return etree.fromstring(parts(file)[f"word/{name}"])


def values(file: bytes, path: str, name: str = "document.xml") -> list[str]:
    found = xml(file, name).xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [str(value) for value in found]


def test_a_style_is_the_same_if_its_name_is() -> None:
    renamed = STYLES.replace('w:styleId="Quote"', 'w:styleId="Zitat"')
    old = word_file(p("Quoted words", '<w:pStyle w:val="Quote"/>') + p("Peace"))
    new = word_file(p("Peace"), parts={"styles.xml": part("styles", renamed)})

    marked = redline(old, new)

    assert values(marked, "//w:p[.//w:delText]/w:pPr/w:pStyle/@w:val") == ["Zitat"]
    assert parts(marked)["word/styles.xml"] == parts(new)["word/styles.xml"]


def test_a_style_that_the_new_file_lacks_is_added_with_what_it_is_based_on() -> None:
    more = STYLES + (
        '<w:style w:type="paragraph" w:styleId="Normal2"><w:name w:val="Solemn"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Very Solemn"/><w:basedOn w:val="Normal2"/></w:style>'
    ).replace('"Quote"', '"Quote2"')
    clash = STYLES + '<w:style w:type="paragraph" w:styleId="Quote2"><w:name w:val="Else"/></w:style>'
    old = word_file(
        p("Solemn words", '<w:pStyle w:val="Quote2"/>') + p("Peace"), parts={"styles.xml": part("styles", more)}
    )
    new = word_file(p("Peace"), parts={"styles.xml": part("styles", clash)})

    marked = redline(old, new)

    assert values(marked, "//w:p[.//w:delText]/w:pPr/w:pStyle/@w:val") == ["Quote22"]
    assert values(marked, "//w:style[@w:styleId='Quote22']/w:basedOn/@w:val", "styles.xml") == ["Normal2"]
    assert values(marked, "//w:style/w:name/@w:val", "styles.xml")[-2:] == ["Solemn", "Very Solemn"]


def test_a_list_is_the_same_if_its_definition_is() -> None:
    old = word_file(p("One", IN_LIST) + p("Two", IN_LIST) + p("Three", IN_LIST))
    new = word_file(p("One", IN_LIST) + p("Three", IN_LIST))

    marked = redline(old, new)

    assert values(marked, "//w:numId/@w:val") == ["1", "1", "1"]
    assert parts(marked)["word/numbering.xml"] == parts(new)["word/numbering.xml"]


@pytest.mark.parametrize("has_lists", [True, False])
def test_another_list_is_added_under_a_number_of_its_own(has_lists: bool) -> None:
    old = word_file(p("Roman words", IN_LIST) + p("Peace"), parts={"numbering.xml": part("numbering", OTHER_LIST)})
    new = word_file(p("Peace"))
    if not has_lists:
        new = word_file(p("Peace"), without=("numbering.xml",))

    marked = redline(old, new)

    fresh = "2" if has_lists else "1"
    assert values(marked, "//w:p[.//w:delText]/w:pPr/w:numPr/w:numId/@w:val") == [fresh]
    assert values(marked, f"//w:num[@w:numId='{fresh}']/w:abstractNumId/@w:val", "numbering.xml") == [
        "1" if has_lists else "0"
    ]
    assert "upperRoman" in values(marked, "//w:numFmt/@w:val", "numbering.xml")
    assert reject_labels(marked) == ["I)", None]


def reject_labels(file: bytes) -> list[str | None]:
    body = reject(read_docx(file, "x.docx").document).body
    return [block.label.text if isinstance(block, Paragraph) and block.label else None for block in body]


def test_a_picture_comes_along_and_an_equal_one_is_not_doubled() -> None:
    old = word_file(p(PICTURE) + p("Peace"), media={"media/image1.png": b"map"})

    added = redline(old, word_file(p("Peace")))
    shared = redline(old, word_file(p("Peace") + p(PICTURE + r("words")), media={"media/image1.png": b"map"}))

    assert parts(added)["word/media/image1.png"] == b"map"
    assert b'/word/media/image1.png" ContentType="image/png"' in parts(added)["[Content_Types].xml"]
    assert [name for name in parts(shared) if "media" in name] == ["word/media/image1.png"]


def test_a_note_comes_along_even_where_there_were_none() -> None:
    notes = part("footnotes", f'<w:footnote w:id="7">{p("<w:r><w:footnoteRef/></w:r>" + r(" On peace."))}</w:footnote>')
    old = word_file(p(r("Peace") + '<w:r><w:footnoteReference w:id="7"/></w:r>'), parts={"footnotes.xml": notes})

    marked = redline(old, word_file(p("Peace")))

    assert values(marked, "//w:del//w:footnoteReference/@w:id") == ["1"]
    assert values(marked, "//w:footnote[@w:id='1']//w:del//w:delText/text()", "footnotes.xml") == [" ", "On peace."]
    assert b"footnotes+xml" in parts(marked)["[Content_Types].xml"]
    assert text(marked, "reject", "word/footnotes.xml")[-1] == " On peace."


def test_bookmarks_and_comments_of_deleted_words_stay_behind() -> None:
    old = word_file(
        p('<w:bookmarkStart w:id="5" w:name="b"/><w:commentRangeStart w:id="1"/>' + r("Old words")
          + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:bookmarkEnd w:id="5"/>')
        + p("Peace")
    )  # fmt: skip

    marked = xml(redline(old, word_file(p("Peace"))))

    assert [
        one
        for name in ("bookmarkStart", "commentReference", "commentRangeStart")
        for one in marked.iter(qn(f"w:{name}"))
    ] == []


def test_what_came_from_no_word_file_is_written_with_its_number() -> None:
    look = RunFormat(bold=True)
    old = Document(
        body=(
            Paragraph((Text("War.", look),), Mark(properties=Properties(label=Label("Article 1"), style="Quote"))),
            Paragraph((Text("Peace"),)),
        )
    )

    marked = redline(old, word_file(p("Peace")))

    assert text(marked, "reject") == ["Article 1\tWar.", "Peace"]
    assert values(marked, "//w:p[.//w:delText]/w:pPr/w:pStyle/@w:val") == ["Quote"]
    assert len(xml(marked).findall(f".//{qn('w:del')}/{qn('w:r')}/{qn('w:rPr')}/{qn('w:b')}")) == 1


def test_deleted_words_beside_a_field_stand_outside_of_it() -> None:
    code = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "x" </w:instrText></w:r>'
    linked = (
        code
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("peace")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    marked = xml(redline(word_file(p(r("old ") + linked + r(" gone"))), word_file(p(linked))))

    kinds = [node.get(qn("w:fldCharType")) or node.text for node in marked.iter(qn("w:fldChar"), qn("w:delText"))]
    assert kinds == ["old ", "begin", "separate", "end", " gone"]


def test_bookmarks_at_the_start_stay_with_their_paragraph() -> None:
    new = word_file(p('<w:bookmarkStart w:id="1" w:name="x"/>' + r("Peace") + '<w:bookmarkEnd w:id="1"/>'))

    marked = xml(redline(word_file(p("Old paragraph of words") + p("Peace")), new))

    holder = next(marked.iter(qn("w:bookmarkStart"))).getparent()
    assert holder is not None
    assert "".join(holder.itertext()) == "Peace"


def test_words_inserted_in_a_hyperlink_are_marked_within_it() -> None:
    link = '<w:hyperlink w:anchor="a">{}</w:hyperlink>'
    old, new = (word_file(p(link.format(r(words)))) for words in ("the Parties agree", "the two Parties agree"))

    inserted = next(xml(redline(old, new)).iter(qn("w:ins")))

    parent = inserted.getparent()
    assert parent is not None
    assert parent.tag == qn("w:hyperlink")


def test_both_copies_of_a_text_box_say_the_same() -> None:
    def box(words: str) -> bytes:
        inner = f"<w:txbxContent>{p(words)}</w:txbxContent>"
        return word_file(
            p(
                '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
                f"<wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
                f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback>"
                "</mc:AlternateContent></w:r>" + r("text")
            )
        )

    marked = xml(redline(box("the old words"), box("the new words")))

    assert [len(list(one.iter(qn("w:ins"), qn("w:del")))) for one in marked.iter(qn("w:txbxContent"))] == [2, 2]


def test_a_header_that_only_the_old_file_had_is_there_to_be_rejected() -> None:
    reference = '<w:headerReference w:type="default" r:id="{header1.xml}"/>'
    old = word_file(p("Peace"), section=reference, parts={"header1.xml": part("hdr", p("Draft of 1 May"))})

    marked = redline(old, word_file(p("Peace")))

    assert text(marked, "reject", "word/header1.xml") == ["Draft of 1 May"]
    assert text(marked, "accept", "word/header1.xml") in ([], [""])


def test_the_changes_that_the_new_file_has_already_are_not_made_twice() -> None:
    pending = word_file(p(r("Peace ") + tracked("ins", r("and transit")), mark("ins")) + p("End"))
    document = read_docx(pending, "new.docx").document

    before, after = xml(pending), xml(write_docx_redline(document))
    assert etree.tostring(after, method="c14n") == etree.tostring(before, method="c14n")


def test_a_change_of_somebody_else_that_is_split_has_two_ids() -> None:
    theirs = tracked("ins", r("peace ") + r("and transit"), author="Karvela")
    document = read_docx(word_file(p(theirs)), "new.docx").document
    block = document.body[0]
    assert isinstance(block, Paragraph)
    whole = block.inlines[0]
    assert isinstance(whole, Text)
    first, second = (replace(whole, value=one, source=slice_sources(whole.source, *span))
                        for one, span in (("peace ", (0, 6)), ("and transit", (6, 17))))  # fmt: skip
    went = Text("or war ", revisions=(Revision(kind=RevisionKind.DELETED, author="Chair", date=MOMENT),))
    document = replace(document, body=(replace(block, inlines=(first, went, second)),))

    marked = write_docx_redline(document)

    assert values(marked, "//w:p/*/@w:author") == ["Karvela", "Chair", "Karvela"]
    assert len(set(values(marked, "//w:p/*/@w:id"))) == 3


def test_typed_numbers_of_our_own_files_come_and_go_as_words() -> None:
    def ours(*blocks: Paragraph) -> Document:
        return read_docx(write_docx(document(*blocks)), "ours.docx").document

    peace, war = item("On peace and friendship.", typed="1 bis."), item("On war and its end.", typed="1 ter.")
    old = ours(article("Peace", typed="Article 4 bis"), peace, war, article("Final", typed="Article 9"))
    new = ours(article("Peace", typed="Article 5 bis"), peace, article("Final", typed="Article 9"), war)

    marked = write_docx_redline(compare(old, new, author="Chair", date=MOMENT), onto=new.packages[0].name)

    before, after = old.packages[0].data, new.packages[0].data
    assert (judge(marked, "accept"), judge(marked, "reject")) == (judge(after), judge(before))
    again = read_docx(marked, "redline.docx").document
    assert (accept(again), reject(again)) == (new, old)


def moved(kind: RevisionKind) -> tuple[Revision, ...]:
    return (Revision(kind=kind, author="Chair", date=MOMENT, change=1),)


@pytest.mark.parametrize("cells", [1, 2])
def test_a_move_that_word_could_not_show_is_deletion_and_insertion(cells: int) -> None:
    new = word_file(table(row(*(cell(p("peace")) for _ in range(cells))), grid=(2000,) * cells) + p("End"))
    document = read_docx(new, "new.docx").document
    end = document.body[1]
    here, away = moved(RevisionKind.MOVED_HERE), moved(RevisionKind.MOVED_AWAY)
    came = map_story(
        document.body[:1],
        lambda one: replace(one, inlines=tuple(replace(inline, revisions=here) for inline in one.inlines)),
    )
    assert isinstance(end, Paragraph)
    went = replace(end, inlines=(Text("peace", revisions=away), *end.inlines))

    marked = xml(write_docx_redline(replace(document, body=(*came, went))))

    shown = {
        etree.QName(one).localname for one in marked.iter(qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo"))
    }
    assert shown == ({"moveFrom", "moveTo"} if cells == 1 else {"ins", "del"})
    assert len(list(marked.iter(qn("w:moveFromRangeStart")))) == (1 if cells == 1 else 0)


OLD = (
    p("Preamble of the treaty")
    + p("Article on peace between the Parties", IN_LIST)
    + p("Article on transit of goods and of people", IN_LIST)
    + table(row(cell(p("left")), cell(p("right"))))
    + p("Final words of the treaty are these")
)
NEW = (
    p("Preamble of this treaty", '<w:jc w:val="center"/>')
    + p("Article on transit of goods and of people", IN_LIST)
    + p("Article on peace between the Parties", IN_LIST)
    + table(row(cell(p("left")), cell(p("right side"))), row(cell(p("new")), cell(p("row"))))
    + p(r("Final words of the treaty ", "<w:i/>") + r("are these"))
    + p("One more paragraph")
)


def test_nothing_is_wrong_with_the_file_that_was_right_before() -> None:
    old, new = word_file(OLD), word_file(NEW)

    marked = redline(old, new)

    # The validator wants more in w:trPr than its w:ins; the schema does not (ECMA-376, Part 1, A.1, CT_TrPr).
    new_complaints = set(complaints(Packed(marked))) - set(complaints(Packed(new)))
    assert new_complaints <= {"/word/document.xml: Required sequence content is missing"}
    assert (text(marked, "accept"), text(marked, "reject")) == (text(new), text(old))
    assert values(marked, "//w:moveFromRangeStart/@w:name") == values(marked, "//w:moveToRangeStart/@w:name") != []


@pytest.mark.soffice
def test_libreoffice_opens_it_and_shows_the_new_words(tmp_path: Path) -> None:
    path = tmp_path / "marked.docx"
    path.write_bytes(redline(word_file(OLD), word_file(NEW)))

    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "txt:Text",
         "--outdir", str(tmp_path), str(path)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip

    assert "One more paragraph" in (tmp_path / "marked.txt").read_text(encoding="utf-8-sig")
