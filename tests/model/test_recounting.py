"""A text of which only some changes are decided is counted as if the others had been made to it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.edit_strategies import edited
from tests.thoroughness import thorough
from tests.treaties import plain, treaties

from treatykit.compare import compare
from treatykit.model.content import Paragraph, Reference, Text
from treatykit.model.decide import accept, by_change, reject
from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.model.numbering import UNITED_NATIONS, number, scheme_of
from treatykit.model.pending import story_revisions
from treatykit.model.plain import plain_text
from treatykit.model.properties import Role
from treatykit.model.recounting import recount

FIRST = (plain(Role.ARTICLE, Text("Peace"), key="peace"), plain(Role.BODY, Text("There is peace.")))
ADDED = (plain(Role.ARTICLE, Text("Terms"), key="terms"), plain(Role.BODY, Text("A day is a calendar day.")))
LAST = (
    plain(Role.ARTICLE, Text("Transit"), key="transit"),
    plain(Role.BODY, Text("Transit does not affect "), Reference("peace", ""), Text(".")),
)


def labels(document: Document) -> list[str]:
    return [block.label.text for block in document.body if isinstance(block, Paragraph) and block.label]


def test_the_numbers_close_up_when_one_of_two_new_articles_is_rejected() -> None:
    old = number(Document(body=(*FIRST, *LAST)))
    new = number(Document(body=(*ADDED, *FIRST, *LAST)))
    redline = compare(old, new)

    part = recount(reject(redline, by_change(1)), redline)

    assert labels(part) == ["Article 1", "Article 2"]
    assert "does not affect Article 1." in plain_text(part)


def test_what_is_accepted_moves_the_old_numbers_too() -> None:
    old = number(Document(body=(*FIRST, *LAST)))
    new = number(Document(body=(*ADDED, *FIRST, plain(Role.BODY, Text("It lasts.")), *LAST)))
    redline = compare(old, new)

    part = recount(accept(redline, by_change(1)), redline)

    assert labels(reject(part)) == ["Article 1", "Article 2", "Article 3"]
    assert "does not affect Article 2." in plain_text(reject(part))


def test_numbers_that_nobody_here_has_counted_stand() -> None:
    old = number(Document(body=(*FIRST, *LAST)))
    odd = Document(body=tuple(reversed(number(Document(body=(*ADDED, *FIRST, *LAST))).body)))
    redline = compare(old, odd)
    part = reject(redline, by_change(1))

    assert recount(part, redline) is part


@settings(max_examples=thorough(60))
@given(data=st.data())
def test_both_sides_of_what_is_left_are_counted(data: st.DataObject) -> None:
    old = data.draw(treaties())
    scheme = scheme_of(old) or UNITED_NATIONS
    redline = compare(old, number(normalise(data.draw(edited(old))), scheme))
    changes = sorted({revision.change for revision in story_revisions(redline.body) if revision.change})
    chosen = by_change(*data.draw(st.sets(st.sampled_from(changes)) if changes else st.just(set())))
    decide = data.draw(st.sampled_from((accept, reject)))

    part = recount(decide(redline, chosen), redline)

    for side in (accept(part), reject(part)):
        assert labels(number(side, scheme)) == labels(side)
