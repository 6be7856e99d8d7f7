"""Turns data into checked models, and what pydantic says of wrong data into errors with a place."""

from __future__ import annotations

from collections.abc import Sequence
from types import UnionType
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from treatykit.errors import ContentError, Errors
from treatykit.markup.nearest import did_you_mean, listed, nearest
from treatykit.markup.yaml_document import Path, YamlDocument

M = TypeVar("M", bound=BaseModel)

_EXPECTED: Final = {
    "string_type": ("a text", "put it in quotes"),
    "int_type": ("a whole number", "write it in digits, without quotes"),
    "bool_type": ("true or false", "write 'true' or 'false', without quotes"),
    "tuple_type": ("a list", "write each entry on a line of its own, after '- '"),
    "dict_type": ("a mapping", "write 'name: value' on lines of their own"),
    "model_type": ("a mapping", "write 'name: value' on lines of their own"),
    "model_attributes_type": ("a mapping", "write 'name: value' on lines of their own"),
}


class Strict(BaseModel):
    """Facts as they are written: nothing converted, no key unknown, nothing changed afterwards."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


def refusal(message: str, hint: str | None = None, *, at: Path = (), key: bool = False) -> PydanticCustomError:
    """What a validator raises.

    Args:
        message: What is wrong, in one clause.
        hint: What to do next.
        at: Where, below the value that is validated.
        key: Whether the key is wrong, not the value.
    """
    return PydanticCustomError("refusal", "{message}", {"message": message, "hint": hint, "at": at, "key": key})


def validated(model: type[M], document: YamlDocument) -> M:
    """The document's data as a model.

    Raises:
        ContentError: The data are wrong; the first error in the file brings the others with it, those
            about what is missing last.
    """
    errors = Errors()
    try:
        return model.model_validate(document.data)
    except ValidationError as failure:
        for error in _told(failure.errors(include_url=False), model, document):
            errors.note(_content_error(error, model, document))
    raise errors.joined()


def _told(errors: Sequence[ErrorDetails], model: type[BaseModel], document: YamlDocument) -> list[ErrorDetails]:
    """The errors that say something of their own, one for each place."""
    wrong: dict[Path, ErrorDetails] = {}
    missing: list[ErrorDetails] = []
    for error in errors:
        if _is_echo(error, errors):
            continue
        if error["type"] == "missing":
            missing.append(error)
        else:  # of the members of a union, the first says what is expected
            wrong.setdefault(_written(error["loc"], document.data), error)
    mistyped = {
        (error["loc"][:-1], nearest(str(error["loc"][-1]), _keys(model, error["loc"][:-1])))
        for error in wrong.values()
        if error["type"] == "extra_forbidden"
    }
    kept = [error for path, error in wrong.items() if not any(_is_inside(other, path) for other in wrong)]

    def place(error: ErrorDetails) -> tuple[int, int]:
        where = document.where_key(_written(error["loc"], document.data))
        return where.line or 0, where.column or 0

    absent = [error for error in missing if (error["loc"][:-1], error["loc"][-1]) not in mistyped]
    return [*sorted(kept, key=place), *sorted(absent, key=place)]


def _is_echo(error: ErrorDetails, errors: Sequence[ErrorDetails]) -> bool:
    """Whether an error only follows from one further inside: wrong entries make a list too short."""
    return any(_is_inside(other["loc"], error["loc"]) for other in errors)


def _is_inside(path: Path, outer: Path) -> bool:
    return len(path) > len(outer) and path[: len(outer)] == outer


def _content_error(error: ErrorDetails, model: type[BaseModel], document: YamlDocument) -> ContentError:
    context = error.get("ctx", {})
    path = (*_written(error["loc"], document.data), *context.get("at", ()))
    last = str(error["loc"][-1]) if error["loc"] else ""
    value = error["input"]
    match error["type"]:
        case "refusal":
            where = document.where_key(path) if context["key"] else document.where(path)
            return ContentError(context["message"], where=where, hint=context["hint"])
        case "missing" if last.isdecimal():
            return ContentError("the list is too short", where=document.where(path), hint="add an entry")
        case "missing":
            return ContentError(f"'{last}' is missing", where=document.where(path), hint=f"add '{last}: …'")
        case "too_long":
            return ContentError("the list is too long", where=document.where(path), hint="delete an entry")
        case "extra_forbidden":
            keys = _keys(model, error["loc"][:-1])
            hint = did_you_mean(last, keys, otherwise=f"there can be {listed(keys, last='and')}")
            return ContentError(f"no key is called '{last}' here", where=document.where_key(path), hint=hint)
        case "literal_error" | "union_tag_invalid":
            expected = context.get("expected") or context["expected_tags"]
            choices = str(expected).replace(" or ", ", ").replace("'", "").split(", ")
            given = context.get("tag", value)
            hint = did_you_mean(str(given), choices, otherwise=f"write {listed(choices)}")
            where = document.where((*path, "type")) if "tag" in context else document.where(path)
            return ContentError(f"'{given}' is not possible here", where=where, hint=hint)
        case "union_tag_not_found":
            return ContentError("'type' is missing", where=document.where_key(path), hint="add 'type: …'")
        case _ if value is None:
            hint = "write it after the colon, or leave the line out"
            return ContentError("nothing is written here", where=document.where_key(path), hint=hint)
        case kind if kind in _EXPECTED:
            what, hint = _EXPECTED[kind]
            message = f"{what} is expected here, not {_described(value)}"
            return ContentError(message, where=document.where(path), hint=hint)
        case "less_than_equal":
            return ContentError(f"{value} is too much", where=document.where(path), hint=f"the most is {context['le']}")
        case "greater_than_equal":
            return ContentError(
                f"{value} is too little", where=document.where(path), hint=f"the least is {context['ge']}"
            )
        case "string_too_short" | "too_short":
            return ContentError("nothing is written here", where=document.where(path), hint="write at least one")
        case _:
            return ContentError(error["msg"][:1].lower() + error["msg"][1:], where=document.where(path))


def _written(location: tuple[str | int, ...], data: object) -> Path:
    """The path of a location in what was written: pydantic also counts missing keys and members of unions as steps."""
    path: list[str | int] = []
    for step in location:
        match data, step:
            case dict(), _ if step in data:
                data = data[step]
            case tuple(), int() if step < len(data):
                data = data[step]
            case _:
                continue
        path.append(step)
    return tuple(path)


def _keys(model: type[BaseModel], location: tuple[str | int, ...]) -> list[str]:
    """The keys that a mapping at a location can have, those that it must have first."""
    found: list[Any] = [model]
    for step in location:
        found = [inner for each in found for inner in _inside(each, step)]
    models = [each for each in found if isinstance(each, type) and issubclass(each, BaseModel)]
    keys = [(field.alias or name, field) for each in models for name, field in each.model_fields.items()]
    return [name for name, _ in sorted(keys, key=lambda key: not key[1].is_required())]


def _inside(annotation: Any, step: str | int) -> list[Any]:
    """The types of what a step leads to."""
    if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return [inner for each in get_args(annotation) for inner in _members(each)]
    if field := annotation.model_fields.get(str(step)):
        return _members(field.annotation)
    chosen = annotation.model_fields.get("type")
    return [annotation] if chosen and step in get_args(chosen.annotation) else []


def _members(annotation: Any) -> list[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _members(get_args(annotation)[0])
    if origin in {Union, UnionType}:
        return [inner for each in get_args(annotation) for inner in _members(each)]
    return [annotation]


def _described(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int() | float():
            return f"the number {value}"
        case str():
            return f"the text '{value}'"
        case tuple():
            return "a list"
        case _:
            return "a mapping"
