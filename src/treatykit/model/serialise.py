"""Documents as versioned JSON, for programs and for keeping: ``treatykit-document/1``.

Fields at their default are left out; a node says its type in ``"type"``. The packages
of a Word file travel as base64, so that a document read back can still be redlined onto
its own file.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, Final, cast, get_args

from cattrs import Converter, transform_error
from cattrs.cols import namedtuple_dict_structure_factory, namedtuple_dict_unstructure_factory
from cattrs.errors import BaseValidationError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.preconf.json import make_converter

from treatykit.errors import UnreadableError
from treatykit.model.content import Block, Inline, Paragraph
from treatykit.model.document import Document
from treatykit.model.properties import Look
from treatykit.model.sources import Source

FORMAT: Final = "treatykit-document/1"

_UNIONS = (Block, Inline, Look)


def to_json(document: Document) -> str:
    """The document as JSON text, the same for the same document, ended by a line feed."""
    data = {"format": FORMAT, "document": _converter().unstructure(document)}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str, name: str = "document.json") -> Document:
    """The document that JSON text says.

    Args:
        text: What `to_json` wrote.
        name: The file as the user named it, for errors.

    Raises:
        UnreadableError: The text is no JSON, of another format, or its data do not fit.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableError(f"this is no JSON: {error.msg}", where=f"{name}:{error.lineno}:{error.colno}") from error
    except RecursionError as error:
        raise UnreadableError("this JSON is nested too deeply", where=name) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        said = data.get("format") if isinstance(data, dict) else None
        found = "it names no format" if said is None else f"its format is {json.dumps(said)[:80]}"
        hint = f'only JSON that treatykit wrote is read; it begins with \'"format": "{FORMAT}"\''
        raise UnreadableError(f"this is no text of treatykit: {found}", where=name, hint=hint)
    try:
        return _converter().structure(data.get("document", {}), Document)
    except (BaseValidationError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        detail = transform_error(error, path="document")[0] if isinstance(error, Exception) else str(error)
        raise UnreadableError(f"the document does not fit its format: {detail}", where=name) from error


@cache
def _converter() -> Converter:
    converter = make_converter(omit_if_default=True, forbid_extra_keys=True)
    converter.register_unstructure_hook(bytes, lambda data: base64.b64encode(data).decode("ascii"))
    converter.register_structure_hook(bytes, lambda data, _: base64.b64decode(data, validate=True))
    for scalar in (str, int, bool):
        converter.register_structure_hook(scalar, _exactly)
    # A tuple with names is a record like others: what is at its default left out, and no key that it does not have.
    converter.register_unstructure_hook(Source, namedtuple_dict_unstructure_factory(Source, converter, True))
    read_place = namedtuple_dict_structure_factory(Source, converter, "from_converter", True)
    converter.register_structure_hook(Source, read_place)
    for union in _UNIONS:
        members = {member.__name__: member for member in get_args(union)}
        converter.register_structure_hook_func(_is(union), _by_type(members, converter))
        for name, member in members.items():
            converter.register_unstructure_hook(member, _tagged(name, member, converter))
            converter.register_structure_hook(member, _untagged(name, member, converter))
    return cast(Converter, converter)


def _exactly(value: object, kind: type) -> object:
    """A scalar of exactly this type: JSON's ``3`` is no text and ``true`` is no number.

    Our enumerations are texts too, so that cattrs asks here for them as well.
    """
    if issubclass(kind, Enum):
        return kind(value)
    if type(value) is not kind:
        raise TypeError(f"expected {kind.__name__}, found {value!r}")
    return value


def _is(union: object) -> Callable[[object], bool]:
    return lambda kind: kind == union


def _by_type(members: dict[str, type], converter: Converter) -> Callable[[Any, Any], object]:
    def structure(data: Any, _: object) -> object:
        kind = data.get("type") if isinstance(data, dict) else None
        if kind not in members:
            raise ValueError(f"unknown type {kind!r}, expected one of {', '.join(members)}")
        return converter.structure(data, members[kind])

    return structure


def _tagged(name: str, member: type, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    plain: Callable[[Any], dict[str, Any]] = make_dict_unstructure_fn(member, converter, _cattrs_omit_if_default=True)
    if member is Paragraph:  # its mark may equal the default one and still have a key, which equality leaves out
        plain = make_dict_unstructure_fn(
            Paragraph, converter, _cattrs_omit_if_default=True, mark=override(omit_if_default=False)
        )
    return lambda node: {"type": name, **plain(node)}


def _untagged(name: str, member: type, converter: Converter) -> Callable[[Any, Any], object]:
    plain: Callable[[Any, Any], object] = make_dict_structure_fn(member, converter, _cattrs_forbid_extra_keys=True)

    def structure(data: Any, kind: Any) -> object:
        if not isinstance(data, dict) or data.get("type", name) != name:
            raise ValueError(f"expected a {name}, found {data!r:.60}")
        return plain({key: value for key, value in data.items() if key != "type"}, kind)

    return structure
