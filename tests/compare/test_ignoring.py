"""Differences that are passed over: the new text stands, and nothing is marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compare.plain_redlines import body, document, printed
from tests.edit_strategies import document_pairs
from tests.thoroughness import thorough

from treatykit.compare import Ignore, changes, compare
from treatykit.model.content import Inline, Mark, Paragraph, Reference, Text
from treatykit.model.decide import accept, reject
from treatykit.model.document import Document
from treatykit.model.pending import has_revisions
from treatykit.model.plain import inlines_text
from treatykit.model.properties import Alignment, ParagraphFormat, Properties, RunFormat
from treatykit.model.walk import paragraphs

_WITHOUT: dict[Ignore, Callable[[str], str]] = {
    Ignore.FORMATTING: lambda text: text,
    Ignore.SPELLING: lambda text: "".join(sign for sign in text if unicodedata.category(sign) != "Pd").replace(
        "is", "iz"
    ),
    Ignore.CASE: str.casefold,
    Ignore.PUNCTUATION: lambda text: _without_signs(text, "P"),
    Ignore.SPACING: lambda text: "".join(text.split()),
}


def _without_signs(text: str, category: str) -> str:
    return "".join(sign for sign in text if not unicodedata.category(sign).startswith(category))


@settings(max_examples=thorough(150))
@given(pair=document_pairs(), ignore=st.frozensets(st.sampled_from(Ignore), min_size=1))
def test_accepting_gives_the_new_text_and_rejecting_the_old_words_up_to_what_is_ignored(
    pair: tuple[Document, Document], ignore: frozenset[Ignore]
) -> None:
    old, new = pair
    redline = compare(old, new, ignore=ignore)

    assert accept(redline) == new
    assert _words(reject(redline), ignore) == _words(old, ignore)


def _words(text: Document, ignore: frozenset[Ignore]) -> list[str]:
    lines = [inlines_text(map(_by_target, paragraph.inlines)) for paragraph in paragraphs(text)]
    for kind, without in _WITHOUT.items():
        if kind in ignore:
            lines = [without(line) for line in lines]
    return lines


def _by_target(inline: Inline) -> Inline:
    """A reference as it is compared: what it prints follows its target."""
    return Text(inline.target) if isinstance(inline, Reference) and inline.target else inline


@pytest.mark.parametrize(
    ("ignore", "old", "new"),
    [
        (Ignore.CASE, "The Contracting Parties shall", "the contracting parties shall"),
        (Ignore.PUNCTUATION, "roads, railways and pipelines;", "roads railways, and pipelines."),
        (Ignore.SPACING, "the  Joint Commission", "the Joint  Commission "),
        (Ignore.SPELLING, "recognise the co-operation", "recognize the cooperation"),
        (Ignore.SPELLING, "take cognisance of the ORGANISATION", "take cognizance of the ORGANIZATION"),
    ],
)
def test_what_is_ignored_is_not_marked(ignore: Ignore, old: str, new: str) -> None:
    assert has_revisions(compare(document(old), document(new)))

    redline = compare(document(old), document(new), ignore=[ignore])

    assert not has_revisions(redline)
    assert redline == document(new)


def test_formatting_is_ignored_in_words_and_in_paragraphs_but_not_in_what_they_are() -> None:
    words = "The Parties recognize each other."
    plain = body(words)
    centre = Mark(properties=Properties(format=ParagraphFormat(alignment=Alignment.CENTRE)))
    centred = Paragraph((Text(words, RunFormat(bold=True)),), centre)

    assert len(changes(compare(document(plain), document(centred)))) == 2
    assert not has_revisions(compare(document(plain), document(centred), ignore=[Ignore.FORMATTING]))


def test_what_is_not_ignored_is_still_marked() -> None:
    redline = compare(
        document("Each Party shall co-operate, as appropriate."),
        document("each Party may cooperate as appropriate."),
        ignore=[Ignore.CASE, Ignore.PUNCTUATION, Ignore.SPELLING],
    )

    assert printed(redline) == "each Party [-shall-]{+may+} cooperate as appropriate."
