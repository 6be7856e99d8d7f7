"""Assembles the text of a draft that a text argument names."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import replace

from treatykit.app.arguments import LoadedText, TextArgument, text_argument
from treatykit.app.files import decoded
from treatykit.app.shelves import passed_over, shelf_at_revision, shelf_for
from treatykit.assemble.assembly import assemble
from treatykit.assemble.draft import Draft, read_draft
from treatykit.errors import ContentError, Where
from treatykit.library.index import Library
from treatykit.model.pending import has_revisions


def drafted(
    argument: TextArgument,
    data: bytes,
    read: Callable[[TextArgument, Where], LoadedText],
    *,
    variant: str | None = None,
    annotated: bool = False,
    lead: str | None = None,
) -> LoadedText:
    """The text of the draft in a file.

    Args:
        data: What the file holds.
        read: Reads the earlier text whose numbers the draft keeps, which is named at that place.
        variant: Where the argument names none, instead of the one in the draft.

    Raises:
        ContentError: The draft or its clauses say something that cannot stand.
    """
    file = str(TextArgument(argument.path, None, argument.revision))
    draft = read_draft(decoded(data, file), file)
    library = shelf_at_revision(argument.revision, argument.path) if argument.revision else shelf_for(argument.path)
    name = argument.variant or variant or draft.file.variant
    earlier = None
    if named := draft.frozen(name):
        earlier = read(_beside(argument, named[0], name), named[1])
        if has_revisions(earlier.document):
            hint = "accept or reject them: 'treatykit accept FILE -o FILE'"
            raise ContentError("the text whose numbers stand has tracked changes", where=named[1], hint=hint)
    text = assembled(argument, draft, library, variant=name, annotated=annotated, lead=lead, earlier=earlier)
    if not argument.revision and text.assembly:
        empty = passed_over(argument.path)
        told = (empty[spoken.topic] for spoken in text.assembly.spoken if spoken.topic in empty)
        text = replace(text, diagnostics=(*dict.fromkeys(told), *text.diagnostics))
    return replace(text, inputs=earlier.inputs) if earlier else text


def assembled(
    argument: TextArgument,
    draft: Draft,
    library: Library,
    *,
    variant: str | None = None,
    annotated: bool = False,
    lead: str | None = None,
    earlier: LoadedText | None = None,
) -> LoadedText:
    """The text of a draft that was read already."""
    kept = earlier.document if earlier else None
    made = assemble(draft, library, variant=variant, annotated=annotated, lead=lead, earlier=kept)
    at = f" at {argument.revision}" if argument.revision else ""
    own = f", original of {lead}" if lead else ""
    name = f"{argument.path.stem}, {made.document.meta.variant}{at}{own}"
    return LoadedText(argument, made.document, name, (), made.diagnostics, made)


def _beside(argument: TextArgument, named: str, variant: str) -> TextArgument:
    """The text that a draft names: a path seen from its folder, at its revision, in its variant."""
    if not named.startswith("git:"):
        path = posixpath.normpath(posixpath.join(argument.path.parent.as_posix(), named))
        named = f"git:{argument.revision}:{path}" if argument.revision else path
    found = text_argument(named)
    return replace(found, variant=variant) if found.is_draft and not found.variant else found
