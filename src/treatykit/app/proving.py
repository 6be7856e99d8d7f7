"""Proves a redline on the bytes that were made of it, before they are handed over.

Into somebody's Word file: its XML is decided each way and laid beside both files, without the model
(`treatykit.ooxml.proof`). A file written anew is read again, decided each way, and compared with both texts. HTML, PDF
and plain text show a redline and are not read back, so there is nothing to prove.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Final

from treatykit.compare.ignoring import Ignore, same_between, same_word
from treatykit.errors import UnprovedError
from treatykit.model.decide import Decision, decide
from treatykit.model.document import Document
from treatykit.model.plain import paragraph_text
from treatykit.model.walk import paragraphs
from treatykit.readers import reader
from treatykit.records import dataclass
from treatykit.writers.titles import running_head

if TYPE_CHECKING:
    from treatykit.app.copies import Copies, Copy
    from treatykit.ooxml.proof import Terms, Verdict

READ_BACK: Final = (".docx", ".md", ".json")
"""The formats in which a redline can be proved."""

TEXT: Final = "text"
_RUNNING: Final = "headers and footers"
_HEAD: Final = "the head of the pages"
_ALL: Final = (TEXT, "formatting", "numbers", "notes", _RUNNING, "tables", "objects")
_HINT: Final = "please report it with both files; --no-verify writes it all the same"


@dataclass(frozen=True, slots=True)
class Gap:
    """What could not be proved of one side.

    Attributes:
        what: ``formatting``.
        decision: The side: all changes accepted, or all rejected.
        count: In how many places.
        first: How the first paragraph of them begins; empty where it is about the whole file.
    """

    what: str
    decision: Decision
    count: int
    first: str


@dataclass(frozen=True, slots=True)
class Proof:
    """That a file gives the new text when all is accepted, and the old one when all is rejected.

    Attributes:
        proved: What holds on both sides, of what there is: ``text``, ``formatting``, ``notes`` …
        unproved: What differs and yet does not make the redline wrong.
        untracked: What Word cannot track, so that it does not come back when all is rejected.
    """

    path: Path
    proved: tuple[str, ...]
    unproved: tuple[Gap, ...] = ()
    untracked: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Witness:
    """What two Word files without pending changes say, told while their redline was made.

    Attributes:
        ignored: What was passed over between the two.
        copy: Where they were told; it waits for their redline.
    """

    old: bytes
    new: bytes
    ignored: frozenset[Ignore]
    copy: Copy[Verdict]

    def verdict(self, made: bytes) -> Verdict:
        """Whether a redline of them is what it must be."""
        self.copy.tell(made)
        return self.copy.answer(partial(_heard_here, self.old, self.new, self.ignored, lambda: made))


def witness(old: bytes, new: bytes, ignored: frozenset[Ignore], beside: Copies) -> Witness:
    """Begin to hear what two Word files say."""
    return Witness(old, new, ignored, beside.begin(partial(_heard_here, old, new, ignored), patient=True))


def _heard_here(old: bytes, new: bytes, ignored: frozenset[Ignore], wait: Callable[[], bytes]) -> Verdict:
    from treatykit.ooxml.proof import hear

    heard = hear(old, new, _terms(ignored))
    return heard.verdict(wait())


@dataclass(frozen=True, slots=True)
class Claim:
    """What a redline must give.

    Attributes:
        redline: As it was made.
        old: The text that it must give when all is rejected, its own changes decided.
        new: When all is accepted.
        ignored: What was passed over between the two.
        rejected: Changes that were pending in the old file were rejected.
        witness: Who heard both files already, if anybody.
    """

    redline: Document
    old: Document
    new: Document
    ignored: frozenset[Ignore] = frozenset()
    rejected: bool = False
    witness: Witness | None = None

    def sides(self) -> tuple[tuple[Decision, Document], ...]:
        """Both texts, with the decision that must give them; what was passed over stands as in the redline."""
        old = decide(self.redline, Decision.REJECT) if self.ignored else self.old
        return (Decision.ACCEPT, self.new), (Decision.REJECT, old)


def prover(path: Path, claim: Claim, *, edited: str | None) -> Callable[[bytes], Proof] | None:
    """What proves a file of a redline; None for one that is only shown.

    Args:
        edited: The package that the redline is written into; None for a file that is written anew.
    """
    if edited is not None:
        import treatykit.ooxml.proof  # noqa: F401 - loaded while the redline is being written elsewhere

        return partial(_in_package, path, claim, edited)
    return partial(_read_again, path, claim) if path.suffix.lower() in READ_BACK else None


def _in_package(path: Path, claim: Claim, edited: str, made: bytes) -> Proof:
    from treatykit.ooxml.proof import Aspect, Departure, prove

    packages = {package.name: package.data for package in (*claim.new.packages, *claim.old.packages)}
    old, new = claim.old.packages[0].data if claim.old.packages else None, packages[edited]
    known = claim.witness
    if known and (known.old, known.new, known.ignored) == (old, new, claim.ignored):
        verdict = known.verdict(made)
    else:
        verdict = prove(made, old, new, _terms(claim.ignored, rejected=claim.rejected))

    def gaps(departures: list[Departure]) -> tuple[Gap, ...]:
        firsts = {(one.aspect, one.side): one.place for one in reversed(departures)}
        counts = Counter((one.aspect, one.side) for one in departures)
        return tuple(
            Gap(aspect.value, _SIDES[side], count, firsts[aspect, side])
            for (aspect, side), count in sorted(counts.items(), key=lambda entry: list(Aspect).index(entry[0][0]))
        )

    for departure in verdict.departures:
        if departure.is_binding:
            raise _unproved(path, _SIDES[departure.side], departure.aspect.value, departure.place)
    if old is None:
        _compare_words(path, Decision.REJECT, decide(_read(path, made), Decision.REJECT), claim.old)
    return Proof(
        path,
        tuple(aspect.value for aspect in verdict.proved) if old is not None else (TEXT,),
        gaps([one for one in verdict.departures if not one.untracked]),
        gaps([one for one in verdict.departures if one.untracked]),
    )


_SIDES: Final = {1: Decision.ACCEPT, 2: Decision.REJECT}


def _terms(ignored: frozenset[Ignore], *, rejected: bool = False) -> Terms:
    from treatykit.ooxml.proof import NEW, OLD, Terms

    worded = ignored - {Ignore.FORMATTING}
    return Terms(
        pending=OLD if rejected else NEW,
        formatting=Ignore.FORMATTING not in ignored,
        same=partial(_same, worded) if worded else None,
    )


def _read_again(path: Path, claim: Claim, made: bytes) -> Proof:
    found = _read(path, made)
    unproved = []
    proved: tuple[str, ...] = _ALL
    for decision, wanted in claim.sides():
        decided = decide(found, decision)
        if decided != wanted:
            _compare_words(path, decision, decided, wanted)
            first, count = _first_difference(decided, wanted)
            unproved.append(Gap("formatting", decision, count, first))
            proved = (TEXT,)
        if (head := running_head(wanted.meta)) != running_head(decided.meta):
            unproved.append(Gap(_HEAD, decision, 1, head))
            proved = tuple(what for what in proved if what != _RUNNING)
    return Proof(path, proved, tuple(unproved))


def _read(path: Path, made: bytes) -> Document:
    return reader(path.suffix)(made, str(path)).document


def _compare_words(path: Path, decision: Decision, found: Document, wanted: Document) -> None:
    for here, there in zip_longest(_lines(found), _lines(wanted), fillvalue=""):
        if here != there:
            raise _unproved(path, decision, TEXT, here or there)


def _lines(document: Document) -> list[str]:
    """The paragraphs that say anything, their spaces left out: what a format cannot say is no matter of words."""
    lines = ("".join(paragraph_text(one).split()) for one in paragraphs(document))
    return [line for line in lines if line]


def _first_difference(found: Document, wanted: Document) -> tuple[str, int]:
    differing = [
        there
        for here, there in zip_longest(paragraphs(found), paragraphs(wanted))
        if here != there and there is not None
    ]
    return (" ".join(paragraph_text(differing[0]).split())[:50] if differing else "", max(len(differing), 1))


def _same(ignored: frozenset[Ignore], words: str) -> str:
    """Words as they are compared where some differences are passed over."""
    return same_between(same_word(words, ignored), ignored | {Ignore.SPACING})


def _unproved(path: Path, decision: Decision, what: str, place: str) -> UnprovedError:
    side = "accepted" if decision is Decision.ACCEPT else "rejected"
    text = "new" if decision is Decision.ACCEPT else "old"
    at = f" at “{place}”" if place else ""
    message = f"not written: with all changes {side} it would not be the {text} text ({what}{at})"
    return UnprovedError(message, where=str(path), hint=_HINT)
