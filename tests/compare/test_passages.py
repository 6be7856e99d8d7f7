"""What differs between two paragraphs is found in the passage where they differ as it is found in the whole."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.thoroughness import thorough

from treatykit.compare.edits import edits, edits_of_whole_lines
from treatykit.compare.ignoring import Ignore
from treatykit.compare.lines import Line, line_of
from treatykit.compare.passages import passage
from treatykit.compare.units import Lexicon
from treatykit.model.content import Paragraph, Text

_OFTEN = ["the", "of", "and", "shall", "in", "Party"]
_ONCE = ["mutual", "transit", "border", "waters", "prompt", "notice", "annual", "report", "joint", "council"]
_IN_UNITS = (
    *("Article", "5", "bis", "paragraph", "2", "(a)", "thirty", "(30)", "hundred", "days", "working", "per", "cent"),
    *("EUR", "million", "May", "2027", "of", "and", "Art.", "A", "the Joint", "Joint Commission", "-", "日", "ภา"),
)
_GAPS = st.sampled_from([" ", " ", " ", ", ", ". ", "  ", "\u00a0", "-", ""])
_WORDS = st.sampled_from(_OFTEN) | st.sampled_from(_ONCE) | st.sampled_from(_IN_UNITS)
_TERMS = st.sampled_from([(), ("Joint Commission",), ("the border waters", "Party of transit")])
_IGNORED = st.sampled_from([frozenset(), frozenset(), frozenset({Ignore.CASE}), frozenset({Ignore.PUNCTUATION})])


def _text(most: int) -> st.SearchStrategy[str]:
    return st.lists(st.tuples(_WORDS, _GAPS), max_size=most).map(lambda pairs: "".join(map("".join, pairs)))


def _repeated(most: int) -> st.SearchStrategy[str]:
    return st.tuples(_text(4), st.integers(2, most)).map(lambda entry: entry[0] * entry[1])


_AROUND = st.one_of(_text(30), _text(30), _repeated(20), st.just(" ".join(_ONCE) + " "))
_EDITED = st.one_of(_text(3), _text(12), _repeated(4))


@st.composite
def _edited(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and what became of it in one place or two."""
    before, between, after = draw(_AROUND), draw(st.just("") | _text(12)), draw(_AROUND)
    edits = draw(st.tuples(_EDITED, _EDITED, _EDITED, _EDITED))
    old, new = (before + edits[at] + between + edits[at + 2] + after for at in (0, 1))
    return old, new


def _line(text: str) -> Line:
    return line_of([Paragraph((Text(text),) if text else ())])


_HEAD, _TAIL = "mutual transit border waters prompt notice of ", "of annual report joint council shall meet here"


@settings(max_examples=thorough(600))
@example(texts=(f"{_HEAD}within thirty{_TAIL}", f"{_HEAD}within thirty days{_TAIL}"), terms=(), ignored=frozenset())
@example(texts=("shall the " * 30 + "end", "shall the " * 31 + "end"), terms=(), ignored=frozenset())
@example(
    texts=("mutual " + "the Party of " * 12 + "transit", "mutual " + "the Party of " * 14 + "transit"),
    terms=(),
    ignored=frozenset(),
)
@given(texts=_edited(), terms=_TERMS, ignored=_IGNORED)
def test_the_edits_are_those_of_the_whole_paragraphs(
    texts: tuple[str, str], terms: tuple[str, ...], ignored: frozenset[Ignore]
) -> None:
    old, new = map(_line, texts)

    assert edits(old, new, Lexicon(terms, ignored)) == edits_of_whole_lines(old, new, Lexicon(terms, ignored))
    assert edits(new, old, Lexicon(terms, ignored)) == edits_of_whole_lines(new, old, Lexicon(terms, ignored))


_FAR = " ".join(map(str, range(11, 31)))


@settings(max_examples=thorough(300))
@example(texts=(f"within thirty days {_FAR} A", f"within thirty days {_FAR} B"), terms=())
@example(texts=(f"in the border waters {_FAR} A", f"in the border waters {_FAR} B"), terms=("the border waters",))
@given(texts=_edited(), terms=_TERMS)
def test_a_passage_has_the_units_of_the_lines_and_all_that_differs(
    texts: tuple[str, str], terms: tuple[str, ...]
) -> None:
    old, new = map(_line, texts)
    lexicon = Lexicon(terms)
    found = passage(old, new, lexicon)

    if found is not None:
        for units, line in ((found.old, old), (found.new, new)):
            whole = list(zip(*lexicon.units(line), strict=True))
            part = list(zip(*units, strict=True))
            start, stop = units.spans[0][0], units.spans[-2][1] if len(part) > 1 else 0
            assert part[:-1] == [unit for unit in whole[:-1] if unit[0][0] >= start and unit[0][1] <= stop]
            assert part[-1] == whole[-1]
        assert found.begins or old.text[: found.old.spans[0][0]] == new.text[: found.new.spans[0][0]]
        assert found.ends or old.text[found.old.spans[-2][1] :] == new.text[found.new.spans[-2][1] :]
