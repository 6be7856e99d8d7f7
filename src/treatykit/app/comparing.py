"""The use case `compare`: two texts become one redline, in files or as a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from treatykit.app.arguments import LoadedText, TextArgument
from treatykit.app.clock import set_time
from treatykit.app.copies import HERE, Copies, copies
from treatykit.app.outputs import Output, Written, check_suffix, nobody_listens, ready_for, write_outputs
from treatykit.app.pairs import load_both
from treatykit.app.proving import Claim, Witness, witness
from treatykit.app.scribe import Scribe, redline_output
from treatykit.app.texts import content
from treatykit.app.word_files import WORD, edited_package
from treatykit.compare.existing import Existing
from treatykit.compare.findings import Findings
from treatykit.compare.ignoring import Ignore
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import ContentError, UsageError
from treatykit.markup.nearest import did_you_mean
from treatykit.model.decide import Decision
from treatykit.model.document import Document
from treatykit.model.pending import has_revisions
from treatykit.model.revisions import Revision, RevisionKind
from treatykit.records import dataclass
from treatykit.writers.options import View, WriteOptions
from treatykit.writers.titles import running_head

if TYPE_CHECKING:
    from treatykit.assemble.deepening import TopicChange
    from treatykit.compare import Outlines
    from treatykit.model.changes import ChangeReport

AUTHOR = "treatykit"
_LONG: Final = 20_000
"""Bytes of two files from which it spares time to work on them in copies of this process: some 70 paragraphs each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareOptions:
    """How two texts are compared.

    Attributes:
        outputs: The files to be made; none where only the report is wanted.
        view: How an HTML redline begins.
        existing: What to do with tracked changes that a text already has.
        author: Who the revisions say made them.
        date: When; by default the time of this run.
        ignore: Kinds of difference that are passed over.
        force: Write over an input.
        verify: Prove each redline before it is written.
    """

    outputs: tuple[Path, ...] = ()
    view: View = View.INLINE
    existing: Existing | None = None
    author: str = AUTHOR
    date: datetime | None = None
    ignore: frozenset[Ignore] = frozenset()
    archival: bool = False
    force: bool = False
    verify: bool = True


@dataclass(frozen=True, slots=True)
class Comparison:
    """A redline and what is to be said of it.

    Attributes:
        texts: The old and the new text.
        diagnostics: What is to be known of both texts together.
    """

    texts: tuple[LoadedText, LoadedText]
    redline: Document
    report: ChangeReport
    diagnostics: tuple[Diagnostic, ...]
    written: Written

    @property
    def changed(self) -> bool:
        """The texts differ."""
        return bool(self.report.changes)

    @property
    def topics(self) -> tuple[TopicChange, ...] | None:
        """What became of each topic; None unless both texts were assembled here."""
        old, new = (text.assembly for text in self.texts)
        if old is None or new is None:
            return None
        from treatykit.assemble.deepening import topic_changes  # loaded already, where a text was assembled

        return topic_changes(old, new)


def compare_texts(
    old: TextArgument, new: TextArgument, options: CompareOptions, tell: Callable[[str], None] = nobody_listens
) -> Comparison:
    """Compare two texts, and write the redline.

    Args:
        tell: Hears what is being done.

    Raises:
        UnreadableError: A file cannot be read or written.
        ContentError: A text has pending changes, and nobody says what to do with them.
        UnprovedError: A redline would not be the new text when accepted, or the old one when rejected.
    """
    _check_outputs(options)
    is_long = sum(argument.size for argument in (old, new)) >= _LONG
    with ready_for(path.suffix for path in options.outputs) as begun, copies(worth=is_long) as beside:
        heard = _heard_beside(old, new, options, beside)
        before, after = load_both(old, new, options.existing, tell, beside)
        _refuse_one_hand(after, options)
        done, outputs = compared(before, after, options, options.outputs, tell, beside, heard)
        inputs = (*before.inputs, *after.inputs)
        written = write_outputs(outputs, inputs, force=options.force, tell=tell, begun=begun)
    return replace(done, written=written)


def _heard_beside(old: TextArgument, new: TextArgument, options: CompareOptions, beside: Copies) -> Witness | None:
    """Who hears in a copy of this process what two Word files say, for the proof of their redline."""
    suffixes = [path.suffix.lower() for path in options.outputs]
    named = [argument.path.suffix.lower() for argument in (old, new)]
    if not (beside.elsewhere and options.verify and WORD in suffixes and set(named) == {WORD}) or options.existing:
        return None
    return witness(content(old), content(new), options.ignore, beside)


def _check_outputs(options: CompareOptions) -> None:
    for path in options.outputs:
        check_suffix(path)
    beginnings = {path.suffix.lower() for path in options.outputs}
    if options.view is not View.INLINE and beginnings and ".html" not in beginnings:
        raise UsageError(
            f"'--view {options.view.value}' is for redlines in HTML", hint="name one more output that ends in .html"
        )


def compared(
    before: LoadedText,
    after: LoadedText,
    options: CompareOptions,
    paths: Sequence[Path],
    tell: Callable[[str], None] = nobody_listens,
    beside: Copies = HERE,
    heard: Witness | None = None,
) -> tuple[Comparison, list[Output]]:
    """The comparison of two texts, and the redlines that are still to be written.

    Args:
        paths: Where the redlines are wanted.
        beside: Where a redline is written while its changes are told.
        heard: Who heard the Word files already that the texts came from, if anybody.

    Raises:
        ContentError: A text has pending changes, and nobody says what to do with them.
    """
    from treatykit.compare import Outlines, settled_text

    hand = Revision(kind=RevisionKind.REFORMATTED, author=options.author, date=options.date or set_time())
    tell("comparing")
    outlines = Outlines()
    make = partial(_redline, before, after, hand.date, options, outlines)
    pages = None if Ignore.FORMATTING in options.ignore else hand
    in_word = any(path.suffix.lower() == WORD for path in paths)
    scribe = Scribe.begin(before.document, after.document, make, pages, beside if in_word else HERE)
    redline = scribe.redline()
    report = _report(before, after, redline, options, outlines)
    write_options = WriteOptions(
        report=report, view=options.view, created=set_time(), archival=options.archival, watermark=False
    )
    claim = Claim(
        redline,
        settled_text(before.document, options.existing.of_old()) if options.existing else before.document,
        settled_text(after.document, _final(options.existing)) if options.existing else after.document,
        options.ignore,
        rejected=options.existing is Existing.REJECT,
        witness=heard,
    )
    outputs = [redline_output(path, claim, write_options, scribe, verify=options.verify) for path in paths]
    diagnostics = tuple(_diagnostics(before.document, after.document, redline))
    return Comparison((before, after), redline, report, diagnostics, Written(())), outputs


def _diagnostics(old: Document, new: Document, redline: Document) -> Iterator[Diagnostic]:
    """What is to be known of both texts together."""
    from treatykit.app.untracked import beside_the_changes  # loaded while the redline is being written elsewhere
    from treatykit.compare.replaced import replaced

    yield from _other_head(old, new, redline)
    yield from beside_the_changes(old, new, redline)
    yield from replaced(redline)


def _other_head(old: Document, new: Document, redline: Document) -> Iterator[Diagnostic]:
    was, head = (running_head(text.meta) for text in (old, new))
    if was and head and was != head:
        said = f"the head of the pages was '{was}' and is '{head}'; no change is marked for it"
        if has_revisions(redline):
            back = edited_package(redline) is None
            said += f", and {'only' if back else 'not even'} 'treatykit reject' brings it back"
        yield Diagnostic(severity=Severity.NOTE, code="running-head", message=said)


def _refuse_one_hand(new: LoadedText, options: CompareOptions) -> None:
    """Let nobody's name stand for what is marked in the new text and for what is not."""
    if options.existing is Existing.KEEP and new.pending and options.author in dict(new.pending.authors):
        message = f"some of its tracked changes are by '{options.author}' already"
        raise UsageError(message, where=str(new.argument), hint="say --author with another name for what is found")


def _final(existing: Existing) -> Decision:
    """What is decided of the tracked changes of the new text when all of a redline is accepted."""
    return Decision.REJECT if existing is Existing.REJECT else Decision.ACCEPT


def kinds_of_difference(lists: Iterable[str]) -> frozenset[Ignore]:
    """The kinds of difference that comma lists name, ``formatting,spacing``.

    Raises:
        UsageError: One of them is unknown.
    """
    known = {kind.value: kind for kind in Ignore}
    names = [name.strip().lower() for words in lists for name in words.split(",")]
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known, otherwise=f"there are {', '.join(known)}")
            raise UsageError(f"no kind of difference is called '{name}'", hint=hint)
    return frozenset(known[name] for name in names)


def redline_between(
    before: LoadedText, after: LoadedText, *, author: str, date: datetime | None
) -> tuple[Document, ChangeReport]:
    """The redline between two texts without pending changes, and what is to be said of it."""
    from treatykit.compare import Outlines

    options, outlines = CompareOptions(author=author), Outlines()
    redline = _redline(before, after, date, options, outlines)
    return redline, _report(before, after, redline, options, outlines)


def _redline(
    before: LoadedText,
    after: LoadedText,
    date: datetime | None,
    options: CompareOptions,
    outlines: Outlines,
    findings: Findings | None = None,
) -> Document:
    from treatykit.compare import compare

    try:
        return compare(
            before.document,
            after.document,
            author=options.author,
            date=date,
            existing=options.existing,
            ignore=options.ignore,
            outlines=outlines,
            findings=findings,
        )
    except ContentError as error:
        hint = "say --existing accept, reject or keep, or decide them with 'treatykit accept'"
        raise ContentError(error.message, where=f"{before.argument}, {after.argument}", hint=hint) from None


def _report(
    before: LoadedText, after: LoadedText, redline: Document, options: CompareOptions, outlines: Outlines
) -> ChangeReport:
    from treatykit.compare import Sides, report  # loaded while the redline is being written elsewhere

    found_by = options.author if options.existing is Existing.KEEP and after.pending else None
    sides = None if options.existing or options.ignore else Sides(before.document, after.document, outlines)
    return report(redline, before.name, after.name, options.ignore, found_by=found_by, sides=sides)
