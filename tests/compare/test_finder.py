"""A redline follows from both texts and what was found in them, told in order."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.edit_strategies import document_pairs
from tests.thoroughness import thorough
from tests.word.corpus import CORPUS

from treatykit.compare import Findings, Ignore, compare
from treatykit.model.document import Document
from treatykit.readers.docx import read_docx

_Finding = TypeVar("_Finding")


@dataclass
class Noting(Findings):
    """Notes down what is found."""

    found: list[bytes] = field(default_factory=list)

    def one(self, find: Callable[[], _Finding]) -> _Finding:
        finding = find()
        self.found.append(pickle.dumps(finding))
        return finding

    def several(self, finds: Sequence[Callable[[], _Finding]]) -> list[_Finding]:
        return [self.one(find) for find in finds]


@dataclass
class Saying(Findings):
    """Says what was noted down."""

    found: list[bytes]

    def one(self, _: Callable[[], _Finding]) -> _Finding:
        finding: _Finding = pickle.loads(self.found.pop(0))
        return finding

    def several(self, finds: Sequence[Callable[[], _Finding]]) -> list[_Finding]:
        return [self.one(find) for find in finds]


@settings(max_examples=thorough(150))
@given(pair=document_pairs(), ignore=st.frozensets(st.sampled_from(Ignore)))
def test_the_same_findings_give_the_same_redline(pair: tuple[Document, Document], ignore: frozenset[Ignore]) -> None:
    assert_the_same(*pair, ignore)


def test_findings_give_the_redlines_of_word_files() -> None:
    for pair in CORPUS:
        if not pair.existing:
            old, new = (read_docx(file, f"{pair.name}.docx").document for file in (pair.old, pair.new))
            assert_the_same(old, new)


def assert_the_same(old: Document, new: Document, ignore: frozenset[Ignore] = frozenset()) -> None:
    noting = Noting()

    redline = compare(old, new, ignore=ignore, findings=noting)

    assert redline == compare(old, new, ignore=ignore)
    assert compare(old, new, ignore=ignore, findings=Saying(noting.found)) == redline
    assert not noting.found
