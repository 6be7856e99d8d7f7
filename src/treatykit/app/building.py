"""The use case `build`: drafts become texts in files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from treatykit.app.arguments import LoadedText, TextArgument
from treatykit.app.clock import set_time
from treatykit.app.edited import protect_edited
from treatykit.app.outputs import Output, Written, nobody_listens, ready_for, write_outputs, written_anew
from treatykit.app.texts import load, opened
from treatykit.app.word_files import WORD
from treatykit.diagnostics import Diagnostic, Severity
from treatykit.errors import UnresolvedError, UsageError, Where
from treatykit.model.brackets import bracket_tree
from treatykit.records import dataclass
from treatykit.writers.options import WriteOptions

if TYPE_CHECKING:
    from treatykit.app.bundles import Bundle


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """How drafts are built.

    Attributes:
        outputs: Files, if their names have suffixes and there is one text; else one folder. None is the current folder.
        suffixes: The formats; where none is named, those of the outputs, or else Word's.
        variant: For drafts whose argument names none; one that names another is refused.
        annotated: Put annotations between the articles.
        clean: Refuse a text with brackets or blanks.
        alternat: One original for each party, which names that party first.
        archival: Make PDFs fit for an archive.
        line_numbers: Number the lines, where the format can.
        force: Write over an input, and over a Word file that somebody has edited.
    """

    outputs: tuple[Path, ...] = ()
    suffixes: tuple[str, ...] = ()
    variant: str | None = None
    annotated: bool = False
    clean: bool = False
    alternat: bool = False
    archival: bool = False
    line_numbers: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built: each text once for each original, and the files."""

    texts: tuple[LoadedText, ...]
    written: Written


def build(
    arguments: Sequence[TextArgument], options: BuildOptions, tell: Callable[[str], None] = nobody_listens
) -> BuildReport:
    """Make the texts of drafts and write them.

    Args:
        tell: Hears what is being done.

    Raises:
        UsageError: An argument is no draft, two variants of it are named, one file is named for several texts or
            formats, or a Word file would be replaced that somebody has edited.
        ContentError: A draft or its clauses say something that cannot stand.
        UnresolvedError: A text that is to be clean has brackets or blanks.
    """
    for argument in arguments:
        if not argument.is_draft:
            hint = "'treatykit convert' changes the format of a file"
            raise UsageError("this is no draft", where=str(argument), hint=hint)
        if argument.variant and options.variant not in (None, argument.variant):
            said = f"the variant is '{argument.variant}' here and '{options.variant}' in '--variant'"
            raise UsageError(said, where=str(argument), hint="leave one of them away")
    with ready_for((*options.suffixes, *(each.suffix for each in options.outputs))) as begun:
        originals = [original for argument in arguments for original in _originals(argument, options)]
        if options.clean:
            for original in originals:
                check_settled(original.text)
        outputs = _outputs(originals, options)
        inputs = [path for original in originals for path in original.text.inputs]
        protect_edited((output.path for output in outputs), force=options.force)
        written = write_outputs(outputs, inputs, force=options.force, tell=tell, begun=begun)
    return BuildReport(tuple(original.text for original in originals), written)


def check_settled(text: LoadedText) -> None:
    """Refuse a text that is not settled.

    Raises:
        UnresolvedError: It has brackets, or blanks that nobody has filled.
    """
    if unsettled := _unsettled(text, [blank.name for blank in text.assembly.blanks] if text.assembly else []):
        raise UnresolvedError(f"the text has {unsettled.found}", where=str(text.argument), hint=unsettled.hint)


class _Unsettled(NamedTuple):
    """What keeps a text from being settled, and how to settle it."""

    found: str
    hint: str


def _unsettled(text: LoadedText, blanks: Sequence[str]) -> _Unsettled | None:
    """What is unsettled in a text; None where nothing is.

    Args:
        blanks: The names of those that count.
    """
    brackets = sum(1 for _ in bracket_tree(text.document.body).walk())
    found, remedies = [], []
    if brackets:
        found.append(f"{brackets} bracket{'s' if brackets > 1 else ''}")
        remedies.append("settle brackets under 'choose'")
    if blanks:
        named = ", ".join(blanks[:3]) + (", …" if len(blanks) > 3 else "")
        found.append(f"{len(blanks)} blank{'s' if len(blanks) > 1 else ''}: {named}")
        remedies.append("fill blanks in the draft")
    return _Unsettled(" and ".join(found), ", ".join(remedies)) if found else None


@dataclass(frozen=True, slots=True)
class _Original:
    """A text that becomes a file, which is named by these words, in this folder."""

    text: LoadedText
    words: tuple[str, ...]
    folder: Path = Path()


def _originals(argument: TextArgument, options: BuildOptions) -> Iterator[_Original]:
    """The text of a draft or those of a package, each once or once for each party."""
    bundle = opened(argument.file, argument.variant or options.variant)
    if bundle is None:
        for text, code in _copies(argument, options, None):
            yield _Original(text, (argument.path.stem, text.document.meta.variant, code))
        return
    folder = Path(f"{argument.path.stem}-{bundle.instruments.variant}")
    for member in [argument] if argument.instrument else bundle.members:
        for text, code in _copies(member, options, bundle):
            yield _Original(text, (bundle.numbered(member), code), folder)


def _copies(argument: TextArgument, options: BuildOptions, bundle: Bundle | None) -> Iterator[tuple[LoadedText, str]]:
    """A text, once or once for each party with its code; a letter has one original."""

    def led_by(code: str | None) -> LoadedText:
        return load(argument, variant=options.variant, annotated=options.annotated, lead=code, bundle=bundle)

    text = led_by(None)
    if not options.alternat or (text.assembly and text.assembly.is_letter):
        yield text, ""
        return
    told = _not_for_signature(text)
    for party in text.document.meta.parties:
        original = led_by(party.code)
        yield replace(original, diagnostics=(*told, *original.diagnostics)), party.code
        told = ()


def _not_for_signature(text: LoadedText) -> tuple[Diagnostic, ...]:
    """A warning that originals of a text are none to be signed yet; a blank that is meant to stay is filled by hand."""
    blanks = [blank.name for blank in text.assembly.blanks if not blank.wanted] if text.assembly else []
    unsettled = _unsettled(text, blanks)
    if unsettled is None:
        return ()
    return (
        Diagnostic(
            severity=Severity.WARNING,
            code="unsettled-original",
            message=f"no original to be signed yet: the text has {unsettled.found}",
            where=Where(str(text.argument)),
            hint=f"{unsettled.hint}; with '--clean' no such original is made",
        ),
    )


def _outputs(originals: Sequence[_Original], options: BuildOptions) -> list[Output]:
    write_options = WriteOptions(
        drafting_notes=options.annotated,
        created=set_time(),
        archival=options.archival,
        line_numbers=options.line_numbers,
    )
    files = [each for each in options.outputs if each.suffix and not each.is_dir()]
    if files:
        _check_files(files, originals, options)
        return [written_anew(each, originals[0].text.document, write_options) for each in files]
    if len(options.outputs) > 1:
        raise UsageError("several folders are named", hint="name one: '-o FOLDER'")
    folder = options.outputs[0] if options.outputs else Path()
    return [
        written_anew(folder / each.folder / f"{_stem(each, options)}{suffix}", each.text.document, write_options)
        for each in originals
        for suffix in options.suffixes or (WORD,)
    ]


def _check_files(files: Sequence[Path], originals: Sequence[_Original], options: BuildOptions) -> None:
    """Refuse files that cannot hold what is made."""
    folders = [each for each in options.outputs if each not in files]
    if folders:
        hint = "name files alone, or one folder with '--to docx,pdf'"
        raise UsageError(f"'{folders[0]}' is a folder beside the file '{files[0]}'", hint=hint)
    if len(originals) > 1:
        raise UsageError(
            f"'{files[0]}' is one file for {len(originals)} texts",
            hint=f"name a folder: '-o {files[0].with_suffix('')}'",
        )
    if options.suffixes and set(options.suffixes) != {each.suffix.lower() for each in files}:
        named = ", ".join(each.removeprefix(".") for each in options.suffixes)
        raise UsageError(
            f"'{files[0]}' is one file, and the formats are {named}",
            hint=f"name a folder: '-o {files[0].with_suffix('')}', or leave '--to' away",
        )


def _stem(original: _Original, options: BuildOptions) -> str:
    return "-".join(filter(None, (*original.words, "annotated" if options.annotated else "")))
