"""The use case `check`: drafts, clauses and texts are held against what a legal adviser would ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Final

from treatykit.app.arguments import DRAFT_SUFFIXES, LoadedText, TextArgument, text_argument
from treatykit.app.bundles import Bundle, in_packages
from treatykit.app.files import read_text, what_is_there
from treatykit.app.lines import SUFFIXES as LINED
from treatykit.app.lines import lines_of
from treatykit.app.outputs import nobody_listens
from treatykit.app.shelves import CLAUSES, DRAFTS, drafts_in, passed_over, shelf_for
from treatykit.app.texts import content, load, opened
from treatykit.assemble.draft import read_draft
from treatykit.assemble.rules import RulesBrokenError
from treatykit.assemble.settings import title_of
from treatykit.check.across import Instrument
from treatykit.check.checking import check_document, check_package
from treatykit.check.text import Text
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import ContentError, TreatykitError, UnreadableError, UsageError
from treatykit.library.consistency import library_findings
from treatykit.readers.decoding import decode
from treatykit.records import dataclass

_GAPS: Final = "numbering-gap"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked, and what was found, in the order of the arguments."""

    names: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    def count(self, severity: Severity) -> int:
        """How many findings are of this severity."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)


def check(
    arguments: Sequence[str], *, without: Iterable[str] = (), tell: Callable[[str], None] = nobody_listens
) -> Checked:
    """Check drafts, clauses, texts and whole project folders.

    What would stop a build is a finding here, so that all of it is seen at once.

    Args:
        arguments: As the user wrote them; none for the project in the current folder.
        without: The ids of checks that are not asked.
        tell: Hears what is being done.

    Raises:
        UsageError: There is nothing to check, or an argument names a format that nobody reads.
        UnreadableError: A file cannot be read.
    """
    checker = _Checker(tuple(without), tell)
    findings = [finding for argument in arguments or ("",) for finding in checker.checked(argument)]
    return Checked(
        tuple(name for name, _ in findings),
        tuple(dict.fromkeys(diagnostic for _, found in findings for diagnostic in found)),
    )


@dataclass(frozen=True, slots=True)
class _Checker:
    without: tuple[str, ...]
    tell: Callable[[str], None]
    libraries: dict[Path, tuple[Diagnostic, ...]] = field(default_factory=dict)  # by the folder of own clauses

    def checked(self, argument: str) -> Iterator[tuple[str, tuple[Diagnostic, ...]]]:
        """What was checked, and what was found in it."""
        path = Path(argument)
        if path.is_dir():
            members = in_packages(list(_members(path)))
            if not members:
                hint = "a project has its drafts in 'drafts'; 'treatykit init' makes one"
                raise UsageError("there is nothing to check here", where=str(path) if argument else None, hint=hint)
            for member in members:
                yield from self.checked(str(member))
        elif path.suffix == ".md" and path.parent.name == CLAUSES:
            self.tell(f"checking {path}")
            yield str(path), self.clause(path)
        else:
            yield from self.named(text_argument(argument))

    def named(self, argument: TextArgument) -> Iterator[tuple[str, tuple[Diagnostic, ...]]]:
        """What was found in a text, in each variant of a draft, or in a package and between its instruments."""
        try:
            package = opened(argument)
        except ContentError as error:
            yield str(argument), tuple(_finding(each) for each in error.all)
            return
        if package is None:
            for text in _texts(argument):
                yield str(text), self.text(text)
            return
        for bundle in [package] if argument.variant else package.variants:
            yield from self.package(bundle)

    def package(self, bundle: Bundle) -> Iterator[tuple[str, tuple[Diagnostic, ...]]]:
        """What was found in the instruments of a package, and between them where all of them can be made."""
        texts: list[LoadedText] = []
        said: set[tuple[str, str]] = set()
        for member in bundle.members:
            found = self.text(member, bundle, texts)
            repeats = bundle.instruments.package.entry(member.instrument or "", bundle.instruments.variant).reply
            own = tuple(each for each in found if not repeats or (each.code, each.message) not in said)
            said |= {(each.code, each.message) for each in found}
            yield str(member), own
        if len(texts) == len(bundle.members):
            names = [str(member) for member in bundle.members]
            instruments = [_instrument(text, bundle) for text in texts]
            yield str(bundle.argument), check_package(instruments, names, without=self.without)

    def clause(self, path: Path) -> tuple[Diagnostic, ...]:
        """What is wrong with a clause, by itself and among the others."""
        if not path.exists():
            raise UnreadableError("there is no such file", where=str(path), hint=what_is_there(path))
        folder = path.parent
        if folder not in self.libraries:
            self.libraries[folder] = library_findings(shelf_for(path))
        empty = passed_over(path).get(path.stem)
        found = tuple(each for each in self.libraries[folder] if each.where and each.where.name == str(path))
        return (empty,) if empty else found

    def text(
        self, argument: TextArgument, bundle: Bundle | None = None, made: list[LoadedText] | None = None
    ) -> tuple[Diagnostic, ...]:
        """What is wrong with a text, or why there is none.

        Args:
            bundle: The package that it is in.
            made: Takes the text, if there is one.
        """
        self.tell(f"checking {argument}")
        try:
            text = load(argument, bundle=bundle)
        except RulesBrokenError as error:
            return error.broken
        except ContentError as error:
            return tuple(_finding(each) for each in error.all)
        if made is not None:
            made.append(text)
        vacant = text.assembly is not None and text.assembly.vacant
        without = (*self.without, _GAPS) if vacant else self.without  # the draft wants them, and has a note of its own
        found = check_document(text.document, str(argument), without=without)
        if argument.path.suffix in LINED:
            lines = lines_of(text.document.body, decode(content(argument), str(argument)).text)
            found = tuple(_at_its_line(each, lines) for each in found)
        return (*text.diagnostics, *found)


def _instrument(text: LoadedText, bundle: Bundle) -> Instrument:
    name = text.argument.instrument or ""
    instruments = bundle.instruments
    entry = instruments.package.entry(name, instruments.variant)
    return Instrument(
        name=name,
        called=instruments.called(name),
        title=title_of(instruments.draft(name), instruments.variant_of(name)),
        text=Text(text.document),
        parent=instruments.package.parent(name),
        is_reply=entry.reply is not None,
    )


def _members(folder: Path) -> Iterator[Path]:
    """The drafts and clauses of a project folder, or those of one of its two folders or of a folder in `drafts`."""
    here = folder.resolve()
    if any((folder / name).is_dir() for name in (DRAFTS, CLAUSES)):
        yield from drafts_in(folder / DRAFTS, DRAFT_SUFFIXES)
        yield from _clauses(folder / CLAUSES)
    elif here.name == CLAUSES:
        yield from _clauses(folder)
    elif DRAFTS in (here.name, here.parent.name):
        yield from drafts_in(folder, DRAFT_SUFFIXES)


def _clauses(folder: Path) -> list[Path]:
    return sorted(each for each in folder.glob("*.md") if each.is_file() and each.stem != "README")


def _texts(argument: TextArgument) -> list[TextArgument]:
    """A text; of a draft that names no variant, every variant that it speaks of."""
    if not argument.is_draft or argument.variant or argument.revision:
        return [argument]
    try:
        file = read_draft(read_text(argument.path), str(argument)).file
    except ContentError:
        return [argument]
    return [replace(argument, variant=variant) for variant in dict.fromkeys((file.variant, *file.variants))]


def _at_its_line(diagnostic: Diagnostic, lines: Sequence[int | None]) -> Diagnostic:
    if diagnostic.paragraph is None or diagnostic.where is None:
        return diagnostic
    return replace(diagnostic, where=replace(diagnostic.where, line=lines[diagnostic.paragraph - 1]))


def _finding(error: TreatykitError) -> Diagnostic:
    return Diagnostic(
        severity=Severity.ERROR, code="content", message=error.message, where=error.where, hint=error.hint
    )
