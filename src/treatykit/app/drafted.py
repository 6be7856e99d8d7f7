"""Assembles the text of a draft that a text argument names."""

from __future__ import annotations

from treatykit.app.arguments import LoadedText, TextArgument
from treatykit.app.files import decoded
from treatykit.app.shelves import shelf_at_revision, shelf_for
from treatykit.assemble.assembly import assemble
from treatykit.assemble.draft import Draft, read_draft
from treatykit.library.index import Library


def drafted(
    argument: TextArgument, data: bytes, *, variant: str | None = None, annotated: bool = False, lead: str | None = None
) -> LoadedText:
    """The text of the draft in a file.

    Args:
        data: What the file holds.
        variant: Where the argument names none, instead of the one in the draft.

    Raises:
        ContentError: The draft or its clauses say something that cannot stand.
    """
    file = str(TextArgument(argument.path, None, argument.revision))
    draft = read_draft(decoded(data, file), file)
    library = shelf_at_revision(argument.revision, argument.path) if argument.revision else shelf_for(argument.path)
    return assembled(argument, draft, library, variant=argument.variant or variant, annotated=annotated, lead=lead)


def assembled(
    argument: TextArgument,
    draft: Draft,
    library: Library,
    *,
    variant: str | None = None,
    annotated: bool = False,
    lead: str | None = None,
) -> LoadedText:
    """The text of a draft that was read already."""
    made = assemble(draft, library, variant=variant, annotated=annotated, lead=lead)
    at = f" at {argument.revision}" if argument.revision else ""
    own = f", original of {lead}" if lead else ""
    name = f"{argument.path.stem}, {made.document.meta.variant}{at}{own}"
    return LoadedText(argument, made.document, name, (), made.diagnostics, made)
