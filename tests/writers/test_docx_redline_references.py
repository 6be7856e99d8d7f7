"""References in redlines of our own: fields that go with their code, and targets that stand in two places."""

from __future__ import annotations

from dataclasses import replace

from tests.writers.docx_specimens import DELETED, INSERTED, article, document, item, marked
from tests.writers.test_docx_redlines import written

from treatykit.compare import compare
from treatykit.model.content import Paragraph, Reference
from treatykit.readers.docx import read_docx


def test_a_deleted_field_is_deleted_with_its_code() -> None:
    source = document(article("A", key="a"), item("see ", Reference("a", "Article 1")))
    first, second = (block for block in source.body if isinstance(block, Paragraph))
    file = written(first, replace(second, inlines=tuple(replace(i, revisions=(DELETED,)) for i in second.inlines)))

    assert file.values("//w:delInstrText/text()") == [" REF _tk_k1_a \\n \\h "]
    assert file.values("//w:del//w:delText/text()") == ["see ", "Article\u00a01"]


def test_both_sides_of_a_key_have_a_bookmark_of_their_own_and_references_lead_to_the_new_one() -> None:
    source = document(article("A", key="a"), item("see ", Reference("a", "Article 1")))
    heading, citing = (block for block in source.body if isinstance(block, Paragraph))
    file = written(marked(heading, DELETED), marked(heading, INSERTED), citing)

    old, new = file.values("//w:p[w:pPr/w:rPr]/w:bookmarkStart/@w:name")
    assert old != new
    assert file.values("//w:instrText/text()") == [f" REF {new} \\n \\h "]
    read = [block for block in read_docx(file.data, "x.docx").document.body if isinstance(block, Paragraph)]
    assert [block.key for block in read[:2]] == ["a", "a"]


def test_a_reference_to_what_moved_leads_to_its_old_place_and_to_its_new_one() -> None:
    moving = (article("Transit", key="transit"), item("Each Party shall grant freedom of transit to the other."))
    staying = (
        article("Frontiers"),
        item("The Parties confirm that their frontier is inviolable for all time to come."),
    )
    citing = item("The Parties shall consult on the application of ", Reference("transit", ""), " once a year.")
    old, new = document(*moving, *staying, citing), document(*staying, *moving, citing)
    redline = compare(old, new)
    file = written(*redline.body)

    away, here = file.values("//w:p[w:pPr/w:rPr]/w:bookmarkStart[contains(@w:name, '_transit')]/@w:name")
    assert file.values("//w:del//w:delInstrText/text()") == [f" REF {away} \\n \\h "]
    assert file.values("//w:ins//w:instrText/text()") == [f" REF {here} \\n \\h "]
    assert file.values("//w:del//w:delText/text()") == ["Article\u00a01"]
    assert read_docx(file.data, "x.docx").document.body == redline.body
