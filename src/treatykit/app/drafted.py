"""Assembles the text of a draft that a text argument names, or of an instrument of a package."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import replace

from treatykit.app.arguments import LoadedText, TextArgument, text_argument
from treatykit.app.bundles import Bundle, package_of
from treatykit.app.files import decoded
from treatykit.app.shelves import library_for, passed_over
from treatykit.assemble.assembly import Assembly, assemble
from treatykit.assemble.draft import Draft, draft_facts, draft_from
from treatykit.assemble.outer import OuterTarget, Siblings, numbers_only
from treatykit.errors import ContentError, Where
from treatykit.library.index import Library
from treatykit.model.pending import has_revisions

ReadEarlier = Callable[[TextArgument, Where], LoadedText]
"""Reads the earlier text whose numbers a draft keeps, which is named at a place."""

Cite = Callable[[OuterTarget, Where], str | None]


def drafted(
    argument: TextArgument,
    data: bytes,
    read: ReadEarlier,
    *,
    variant: str | None = None,
    annotated: bool = False,
    lead: str | None = None,
) -> LoadedText:
    """The text of the draft in a file.

    Args:
        data: What the file holds.
        variant: Where the argument names none, instead of the one in the draft.

    Raises:
        ContentError: The draft or its clauses say something that cannot stand.
    """
    draft = _read(argument, decoded(data, str(argument.file)))
    name = argument.variant or variant or draft.file.variant
    return _told(
        argument,
        draft,
        library_for(argument.path, argument.revision),
        read,
        variant=name,
        annotated=annotated,
        lead=lead,
    )


def _read(argument: TextArgument, text: str) -> Draft:
    """The draft in a file; one that only a package completes is refused with the way to it."""
    said = draft_facts(text, str(argument.file))
    if "parties" not in said.mapping() and not argument.revision and (member := package_of(argument.path)):
        raise ContentError(
            "the parties of this draft are said in a package, and it is made there",
            where=said.where(),
            hint=f"name the instrument: '{replace(member, variant=argument.variant)}'",
        )
    return draft_from(said)


def instrument(
    argument: TextArgument, bundle: Bundle, read: ReadEarlier, *, annotated: bool = False, lead: str | None = None
) -> LoadedText:
    """The text of an instrument of a package.

    Raises:
        ContentError: As for `drafted`, or it refers to what another instrument does not have.
    """
    name = argument.instrument or ""

    def text(name: str, cite: Cite, *, annotated: bool = False, lead: str | None = None) -> LoadedText:
        of, made_in = replace(argument, instrument=name), bundle.instruments.variant_of(name)
        siblings = Siblings(cite, lambda: bundle.in_parent(name))
        draft = bundle.instruments.draft(name)
        return _told(
            of, draft, bundle.library, read, variant=made_in, annotated=annotated, lead=lead, siblings=siblings
        )

    def numbers(name: str) -> Assembly:
        made = text(name, numbers_only).assembly
        assert made is not None  # noqa: S101 - said for the type checker
        return made

    def cite(target: OuterTarget, where: Where) -> str | None:
        return bundle.cited(name, target, where, numbers)

    made = text(name, cite, annotated=annotated, lead=lead)
    return replace(made, inputs=(*bundle.inputs, *made.inputs))


def assembled(
    argument: TextArgument,
    draft: Draft,
    library: Library,
    *,
    variant: str | None = None,
    annotated: bool = False,
    lead: str | None = None,
    earlier: LoadedText | None = None,
    siblings: Siblings | None = None,
) -> LoadedText:
    """The text of a draft that was read already."""
    kept = earlier.document if earlier else None
    made = assemble(draft, library, variant=variant, annotated=annotated, lead=lead, earlier=kept, siblings=siblings)
    of = f" {argument.instrument}" if argument.instrument else ""
    at = f" at {argument.revision}" if argument.revision else ""
    own = f", original of {lead}" if lead else ""
    name = f"{argument.path.stem}{of}, {made.document.meta.variant}{at}{own}"
    return LoadedText(argument, made.document, name, (), made.diagnostics, made)


def _told(
    argument: TextArgument,
    draft: Draft,
    library: Library,
    read: ReadEarlier,
    *,
    variant: str,
    annotated: bool,
    lead: str | None,
    siblings: Siblings | None = None,
) -> LoadedText:
    """The text, with what is to be told of the clauses that it is made from."""
    earlier = None
    if named := draft.frozen(variant):
        earlier = read(_beside(argument, named[0], variant, named[1]), named[1])
        if has_revisions(earlier.document):
            hint = "accept or reject them: 'treatykit accept FILE -o FILE'"
            raise ContentError("the text whose numbers stand has tracked changes", where=named[1], hint=hint)
    text = assembled(
        argument, draft, library, variant=variant, annotated=annotated, lead=lead, earlier=earlier, siblings=siblings
    )
    if not argument.revision and text.assembly:
        empty = passed_over(argument.path)
        told = (empty[spoken.topic] for spoken in text.assembly.spoken if spoken.topic in empty)
        text = replace(text, diagnostics=(*dict.fromkeys(told), *text.diagnostics))
    return replace(text, inputs=earlier.inputs) if earlier else text


def _beside(argument: TextArgument, named: str, variant: str, where: Where) -> TextArgument:
    """The text that a draft names: a path seen from the file that names it, at its revision, in its variant."""
    if not named.startswith("git:"):
        place = text_argument(where.name).path
        path = posixpath.normpath(posixpath.join(place.parent.as_posix(), named))
        named = f"git:{argument.revision}:{path}" if argument.revision else path
    found = text_argument(named)
    return replace(found, variant=variant) if found.is_draft and not found.variant else found
