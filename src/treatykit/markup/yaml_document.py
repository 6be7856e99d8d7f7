"""Reads YAML 1.2 to plain data in which every key and value knows its place in the file."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

import yaml
from yaml import MappingNode, MarkedYAMLError, Node, ScalarNode, SequenceNode, YAMLError

from treatykit.errors import ContentError, Where
from treatykit.records import dataclass

try:
    from yaml import CSafeLoader as _Loader  # eight times as quick
except ImportError:  # PyYAML was built without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

Path = tuple[str | int, ...]
"""How a value is reached: keys of mappings and numbers of list entries, counted from 0."""

_Place = tuple[str, int, int, int, int]
"""The file, the line and column of a value, and those of its key: lighter than `Where`, for few are ever told."""

_TAG: Final = "tag:yaml.org,2002:"

_TEXT: Final = f"{_TAG}str"

# The core schema (YAML 1.2.2, 10.3.2): `NO` is Norway, `yes` a word, `010` ten, a date the text that was written.
_CORE_SCHEMA: Final = {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
}


class _CoreLoader(_Loader):
    """Reads plain scalars as YAML 1.2 does; PyYAML itself knows 1.1."""

    yaml_implicit_resolvers: dict[str, object] = {}  # noqa: RUF012


# By their first letters most words are texts without a look at the patterns; an empty value has the letter "".
_FIRST: Final = {
    "null": ["~", "n", "N", ""],
    "bool": list("tTfF"),
    "int": list("-+0123456789"),
    "float": list("-+.0123456789"),
}

for _name, _pattern in _CORE_SCHEMA.items():
    _CoreLoader.add_implicit_resolver(f"{_TAG}{_name}", re.compile(f"(?:{_pattern})$"), _FIRST[_name])


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """What a YAML text says.

    Attributes:
        data: Mappings as `dict`, lists as `tuple`; dates stay the text that was written.
        name: The file, for errors.
    """

    data: object
    name: str
    _places: Mapping[Path, _Place]

    def where(self, path: Path = ()) -> Where:
        """The place of a value, or of the nearest thing around it that was written."""
        while path and path not in self._places:
            path = path[:-1]
        if path not in self._places:
            return Where(self.name)
        name, line, column, *_ = self._places[path]
        return Where(name, line, column)

    def where_key(self, path: Path) -> Where:
        """The place of the key of a value, or of the nearest thing around it that was written."""
        if path not in self._places:
            return self.where(path[:-1])
        name, _, _, line, column = self._places[path]
        return Where(name, line, column)

    def over(self, base: YamlDocument) -> YamlDocument:
        """What another document says, and over it what this one says; mappings in both are merged, key by key.

        Every entry keeps its place, in whichever file it was written.
        """
        places = dict(base._places)

        def laid(above: object, below: object, path: Path) -> object:
            if not isinstance(above, dict) or not isinstance(below, dict):
                for place in [each for each in places if each[: len(path)] == path]:
                    del places[place]
                places.update({each: place for each, place in self._places.items() if each[: len(path)] == path})
                return above
            places.update({path: self._places[path]} if path in self._places else {})
            own = {key: laid(value, below.get(key, _ABSENT), (*path, key)) for key, value in above.items()}
            return {**below, **own}

        data = laid(self.data, base.data, ())
        return YamlDocument(data, self.name, places)

    def mapping(self, *path: str | int) -> Mapping[str, object]:
        """The mapping at a path; an empty one where none is written there."""
        data = self.data
        for step in path:
            data = data.get(step) if isinstance(data, dict) else None
        return data if isinstance(data, dict) else {}

    def at(self, *path: str | int) -> YamlDocument:
        """The mapping at a path, as a document of its own; one without entries where nothing is written there."""
        depth = len(path)
        places = {each[depth:]: place for each, place in self._places.items() if each[:depth] == path}
        return YamlDocument(dict(self.mapping(*path)), self.name, places)

    def only(self, keys: Collection[str]) -> YamlDocument:
        """The document with no entries but these."""
        entries = self.mapping()
        places = {path: place for path, place in self._places.items() if not path or path[0] in keys}
        return YamlDocument({key: value for key, value in entries.items() if key in keys}, self.name, places)

    def replaced(self, key: str, value: object) -> YamlDocument:
        """The document with another value for one of its entries, whose places stay."""
        entries = self.mapping()
        return YamlDocument({**entries, key: value}, self.name, self._places)


def facts(data: Mapping[str, object], name: str) -> YamlDocument:
    """Entries that nobody has written, as if they stood in a file."""
    return YamlDocument(dict(data), name, {})


_ABSENT: Final = object()


def read_yaml(text: str, name: str, *, first_line: int = 1) -> YamlDocument:
    """Read one YAML document.

    What a reader would not expect in a file of facts is refused: a key given twice,
    aliases, tags, keys that are no names.

    Args:
        text: The document.
        name: The file, for errors.
        first_line: The number of the text's first line in its file.

    Raises:
        ContentError: The text is no such document.
    """
    try:
        node = yaml.compose(text, Loader=_CoreLoader)
        builder = _Builder(name, first_line)
        data = builder.build(node, (), node) if node else None
    except MarkedYAMLError as error:
        raise _unreadable(error, text, name, first_line) from None
    except YAMLError as error:
        raise ContentError(f"not readable as YAML: {error}", where=name, hint="is it a text file in UTF-8?") from None
    except RecursionError:
        raise ContentError("lists or mappings nested too deep", where=name, hint="write it flat") from None
    return YamlDocument(data, name, builder.places)


def _unreadable(error: MarkedYAMLError, text: str, name: str, first_line: int) -> ContentError:
    mark = error.problem_mark or error.context_mark
    if mark and error.context_mark and mark.line >= len(text.rstrip().split("\n")):
        mark = error.context_mark  # what was never closed begins there
    if mark is None:
        return ContentError(f"not readable as YAML: {error.problem or error.context}", where=name)
    where = Where(name, mark.line + first_line, mark.column + 1)
    line = (*text.split("\n"), "")[mark.line]
    if line[mark.column : mark.column + 1] == "\t":
        return ContentError("a tab, which YAML does not take for an indent", where=where, hint="indent with spaces")
    hint = "indent with spaces; put a text with ':', '#' or '?' in it in quotes"
    return ContentError(f"not readable as YAML: {error.problem or error.context}", where=where, hint=hint)


class _Builder:
    def __init__(self, name: str, first_line: int) -> None:
        self._name = name
        self._first_line = first_line
        self._seen: set[int] = set()  # an alias stands for a node that was met before
        self.places: dict[Path, _Place] = {}

    def build(self, node: Node, path: Path, key: Node) -> object:
        """The data of a node, whose places are noted on the way."""
        own, of_key = node.start_mark, key.start_mark
        self.places[path] = (
            self._name,
            own.line + self._first_line,
            own.column + 1,
            of_key.line + self._first_line,
            of_key.column + 1,
        )
        if id(node) in self._seen:
            hint = "write the value out in each place"
            raise ContentError("an anchor or alias, which these files do not have", where=self._where(node), hint=hint)
        self._seen.add(id(node))
        if node.tag == _TEXT and isinstance(node, ScalarNode):
            return node.value
        match node:
            case MappingNode(tag="tag:yaml.org,2002:map"):
                return self._mapping(node, path)
            case SequenceNode(tag="tag:yaml.org,2002:seq"):
                return tuple(self.build(each, (*path, number), each) for number, each in enumerate(node.value))
            case ScalarNode(tag="tag:yaml.org,2002:null"):
                return None
            case ScalarNode(tag="tag:yaml.org,2002:bool"):
                return str(node.value).lower() == "true"
            case ScalarNode(tag="tag:yaml.org,2002:int"):
                return int(node.value, 0) if node.value.startswith(("0o", "0x")) else int(node.value)
            case ScalarNode(tag="tag:yaml.org,2002:float"):
                return float(node.value.lower().replace(".inf", "inf").replace(".nan", "nan"))
            case _:
                hint = "put the text in quotes"
                raise ContentError(
                    f"the tag '{node.tag}', which these files do not have", where=self._where(node), hint=hint
                )

    def _mapping(self, node: MappingNode, path: Path) -> dict[str, object]:
        data: dict[str, object] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                raise ContentError("a key that is no name", where=self._where(key), hint="write 'name: value'")
            name = str(key.value)
            if name in data:
                hint = f"the first is at line {self.places[*path, name][3]}"
                raise ContentError(f"the key '{name}' is given twice", where=self._where(key), hint=hint)
            data[name] = self.build(value, (*path, name), key)
        return data

    def _where(self, node: Node) -> Where:
        mark = node.start_mark
        return Where(self._name, mark.line + self._first_line, mark.column + 1)
