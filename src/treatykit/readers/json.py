"""Read the document model from JSON."""

from __future__ import annotations

from treatykit.errors import UnreadableError
from treatykit.model.normal import normalise
from treatykit.model.serialise import from_json
from treatykit.readers.reading import Reading


def read_json(data: bytes, name: str) -> Reading:
    """What `write_json` wrote, in normal form.

    Raises:
        UnreadableError: The bytes are no such JSON.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"this is no UTF-8: {error.reason}", where=name) from error
    return Reading(normalise(from_json(text, name)))
