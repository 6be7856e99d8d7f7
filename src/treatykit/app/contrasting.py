"""The use case `clauses compare`: two wordings of the library beside each other, with what is known of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from treatykit.app.clauses import library_here
from treatykit.app.clock import set_time
from treatykit.app.comparing import AUTHOR
from treatykit.app.outputs import Written, check_suffix, write_outputs, written_anew
from treatykit.assemble.specimen import specimen
from treatykit.compare import compare, report
from treatykit.errors import UsageError
from treatykit.library.index import Library
from treatykit.library.rules import VERBS
from treatykit.library.schema import AlternativeFacts, Rule
from treatykit.model.changes import ChangeReport
from treatykit.model.content import Cell, Mark, Paragraph, Row, Table, Text
from treatykit.model.document import Document
from treatykit.model.normal import normalise
from treatykit.model.properties import Properties, Role, RowProperties, RunFormat
from treatykit.model.words import words_of
from treatykit.records import dataclass
from treatykit.writers.options import View, WriteOptions
from treatykit.writers.terminal import Fact

_PROSE: Final = ("When", "For", "Against", "Requires", "Cannot stand with")
_HOW: Final = "write 'TOPIC ALTERNATIVE ALTERNATIVE', or 'TOPIC/ALTERNATIVE TOPIC/ALTERNATIVE'"


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two wordings and how they differ.

    Attributes:
        names: Each as ``topic/alternative``.
        redline: From the one to the other, in the words of a text that no draft has decided about.
        facts: What is known of both, fact by fact.
    """

    names: tuple[str, str]
    redline: Document
    report: ChangeReport
    facts: tuple[Fact, ...]
    written: Written


def contrast(
    names: Sequence[str], *, outputs: Sequence[Path] = (), view: View = View.INLINE, parties: int = 2
) -> Contrast:
    """Compare two wordings, and write the redline.

    Args:
        names: ``topic``, ``alternative``, ``alternative``; or twice ``topic/alternative``.
        outputs: The files to be made.
        view: How an HTML redline begins.
        parties: Between how many parties the treaty is whose words are compared.

    Raises:
        UsageError: The names are not two wordings, or a format is unknown.
        ContentError: There is no clause or alternative of that name.
    """
    for path in outputs:
        check_suffix(path)
    library = library_here()
    old, new = _two(names)
    before, after = (specimen(library, *name.split("/"), parties=parties) for name in (old, new))
    redline = compare(before, after, author=AUTHOR, date=set_time())
    changes = report(redline, old, new)
    known = tuple(_facts(library, (old, new), (before, after)))
    page = _page(redline, (old, new), known)
    options = WriteOptions(report=changes, view=view, created=set_time(), watermark=False)
    written = write_outputs([written_anew(path, page, options) for path in outputs], ())
    return Contrast((old, new), redline, changes, known, written)


def _two(names: Sequence[str]) -> tuple[str, str]:
    match names:
        case [topic, old, new] if not any("/" in name for name in names):
            return f"{topic}/{old}", f"{topic}/{new}"
        case [old, new] if all(name.count("/") == 1 for name in names):
            return old, new
        case _:
            raise UsageError("two wordings are compared", hint=_HOW)


def _facts(library: Library, names: Sequence[str], texts: Sequence[Document]) -> Iterator[Fact]:
    """What is known of two wordings; what neither has is left out."""
    columns = [_known(library, name, words_of(text)) for name, text in zip(names, texts, strict=True)]
    for name in columns[0]:
        old, new = (column[name] for column in columns)
        if old or new:
            yield Fact(name, old or "—", new or "—", marked=name not in _PROSE)


def _known(library: Library, name: str, words: int) -> dict[str, str]:
    topic, _, alternative = name.partition("/")
    clause = library.clause(topic)
    facts: AlternativeFacts = clause.facts_on(alternative)
    return {
        "Topic": clause.facts.title,
        "Wording": facts.label,
        "Variants": ", ".join(facts.variants),
        "Depth": facts.depth,
        "Precision": facts.precision,
        "Strength": f"{facts.strength} of 5",
        "Favours": facts.favours,
        "Words": f"{words:,}",
        "When": _flat(facts.when),
        "For": _flat(facts.pro),
        "Against": _flat(facts.against),
        **{verb.capitalize(): _ruled((*clause.facts.rules[kind], *facts.rules[kind])) for kind, verb in VERBS.items()},
    }


def _ruled(rules: Sequence[Rule]) -> str:
    return "; ".join(f"{rule.target}: {_flat(rule.because)}" for rule in rules)


def _flat(words: str) -> str:
    return " ".join(words.split())


def _page(redline: Document, names: Sequence[str], facts: Sequence[Fact]) -> Document:
    """The redline below a table of the facts, where those that differ are bold."""
    head = Row(tuple(_cell(words, bold=True) for words in ("", *names)), properties=RowProperties(header=True))
    rows = (
        Row((_cell(fact.name), *(_cell(said, bold=fact.marked and fact.differs) for said in (fact.old, fact.new))))
        for fact in facts
    )
    meta = replace(redline.meta, title=f"{names[0]} → {names[1]}")
    return normalise(replace(redline, body=(Table((head, *rows)), *redline.body), meta=meta))


def _cell(words: str, *, bold: bool = False) -> Cell:
    mark = Mark(properties=Properties(role=Role.BODY))
    return Cell((Paragraph((Text(words, RunFormat(bold=bold or None)),) if words else (), mark),))
