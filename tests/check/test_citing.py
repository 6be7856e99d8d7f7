"""A citation is read as a lawyer reads it: what is cited, and in which instrument."""

from __future__ import annotations

from typing import Final

import pytest

from treatykit.check.citing import Citation, canonical, citations
from treatykit.check.instruments import Whose

READ: Final = {
    # one passage
    "See Article 7.": ["article 7"],
    "See Article 2, paragraph 7 (b) (ii).": ["article 2/7(b)(ii)"],
    "See Article 2(7)(b).": ["article 2/7(b)"],
    "See paragraph 2 (b) of Article 7.": ["article 7/2(b)"],
    "See point (b) of paragraph 2 of Article 7.": ["article 7/2(b)"],
    "See paragraph 2, subparagraph (b), of Article IV.": ["article IV/2(b)"],
    "See paragraph 3 and subparagraph (c).": ["paragraph /3", "paragraph (c)"],
    "See Article 4bis and Article 4 ter.": ["article 4bis", "article 4 ter"],
    "See Article 18.40 (Exceptions).": ["article 18.40"],
    # lists and ranges
    "See Articles 2, 3 and 5 to 8.": ["article 2 3 5 6 7 8"],
    "See Articles 2, paragraph 4, and 33.": ["article 2/4 33"],
    "See Article 6, paragraphs 1 (a) to (c) and 3.": ["article 6/1(a) 6/1(c) 6/3"],
    "See points (a) and (b) of paragraph 2 of Article 7.": ["article 7/2(a) 7/2(b)"],
    "See paragraphs (a) and (b).": ["paragraph /a /b"],
    "See Articles III–VI.": ["article III IV V VI"],
    "See Annexes I to III, and A.": ["annex I II III A"],
    "See Articles 1 to 999999999.": ["article 1 999999999"],
    "See the Annex.": ["annex"],
    # nothing is cited
    "See Article 5, 30 days later, and Articles 6 and 30 days later.": ["article 5", "article 6"],
    "It admits articles 30 kilometres away, and household articles.": [],
    "The words “Article 9” are replaced.": [],
}
"""What is cited, of this text or of one that is not named."""

OTHER: Final = (
    "UNCLOS, Article 287, applies.",
    "GATT 1994, Article XX, and Article 5 ECHR apply.",
    "The matter falls under Article 33 of the Charter of the United Nations.",
    "See the Charter of the United Nations (Article 33).",
    "See the Vienna Convention on the Law of Treaties, Article 27, and Article 46.",
    "See the Convention on the Law of the Sea, done at Montego Bay on 10 December 1982, in particular Article 287.",
    "See Articles 31 to 33 thereof.",
    "See Article 5 and Article 6 of the Convention.",
    "See Articles 2, paragraph 4, and 33 of the Charter.",
    "See the Charter, in particular its Article 2, paragraph 4, and Articles 33 and 51.",
    "See Article 153, paragraph 3, and Annex III, article 3, of the Convention.",
    "See the rights under the Convention [as set out in Articles 2, 3 and 4].",
    "See paragraph 1 (a) to (c), of that Convention.",
    "See paragraph 3 of the same Article.",
    "See the first sentence of paragraph 2 of Article 5 of the Statute.",
    "See Article 9, first sentence, of the Statute.",
    "See that Convention’s Article 7.",
    "Ibid., Article 5, and ibid. Article 6.",
    "See the Annex to the Convention, and Annex VII to UNCLOS.",
    "In Article 50, the words after the comma go.",
    "Article 43 shall not be incorporated into this Agreement.",
)
"""Sentences in which every citation is of another instrument."""

OWN: Final = (
    "See Article 5 of this Treaty.",
    "See Articles 5 and 6, paragraph 2, of the present Convention.",
    "See Article 5 hereof and paragraph 2 above.",
    "This Treaty, in particular Article 9, applies.",
    "See Annex I to this Agreement.",
)
"""Sentences that say that they cite the text they stand in."""

UNSAID: Final = (
    "Under the Charter each Party is bound, and Article 9 applies.",
    "They shall act under the Charter. Article 9 applies.",
    "They shall apply Article 9 to the extent possible.",
    "The Parties to the Convention shall, within the limits of Article 9, meet.",
)
"""Sentences in which an instrument is named and not cited."""


@pytest.mark.parametrize(("words", "cited"), READ.items())
def test_what_is_cited_is_read_in_its_parts(words: str, cited: list[str]) -> None:
    assert [_shown(each) for each in citations(words)] == cited


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        (words, whose)
        for sentences, whose in ((OTHER, Whose.OTHER), (OWN, Whose.OWN), (UNSAID, Whose.UNSAID))
        for words in sentences
    ],
)
def test_the_instrument_is_told_from_the_words_around(words: str, whose: Whose) -> None:
    assert {each.whose for each in citations(words)} == {whose}


def test_what_names_an_instrument_speaks_only_for_what_is_joined_to_it() -> None:
    words = "Article 5 of this Treaty, Article 33 of the Charter, and, as regards maps, Article 9."

    assert [each.whose for each in citations(words)] == [Whose.OWN, Whose.OTHER, Whose.UNSAID]


def test_a_paragraph_is_not_joined_to_the_article_of_another_instrument() -> None:
    assert [each.whose for each in citations("Under paragraph 2 and Article 33 of the Charter")] == [
        Whose.UNSAID,
        Whose.OTHER,
    ]


def test_one_number_is_written_in_several_ways() -> None:
    assert canonical("IV") == canonical("4") == "4"
    assert canonical("4 bis") == canonical("4bis")
    assert canonical("4a") != canonical("4")


def _shown(citation: Citation) -> str:
    places = [
        each.number + f"/{each.paragraph}" * bool(each.paragraph) + "".join(f"({point})" for point in each.points)
        for each in citation.places
    ]
    return f"{citation.noun} {' '.join(places)}".rstrip()
