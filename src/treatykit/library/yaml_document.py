"""Reads YAML 1.2 to plain data in which every key and value knows its place in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from treatykit.errors import ContentError, Where

Path = tuple[str | int, ...]
"""How a value is reached: keys of mappings and numbers of list entries, counted from 0."""

_TAG: Final = "tag:yaml.org,2002:"
_WRITTEN: Final = {f"{_TAG}str", f"{_TAG}timestamp"}
_RESOLVED: Final = {f"{_TAG}{name}" for name in ("int", "float", "bool", "null")}


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """What a YAML text says.

    Attributes:
        data: Mappings as `dict`, lists as `tuple`; dates stay the text that was written.
        name: The file, for errors.
    """

    data: object
    name: str
    _places: Mapping[Path, tuple[Where, Where]]

    def where(self, path: Path = ()) -> Where:
        """The place of a value, or of the nearest thing around it that was written."""
        while path and path not in self._places:
            path = path[:-1]
        return self._places[path][1] if path in self._places else Where(self.name)

    def where_key(self, path: Path) -> Where:
        """The place of the key of a value, or of the nearest thing around it that was written."""
        return self._places[path][0] if path in self._places else self.where(path[:-1])


def read_yaml(text: str, name: str, *, first_line: int = 1) -> YamlDocument:
    """Read one YAML document.

    What a reader would not expect in a file of facts is refused: a key given twice,
    anchors and aliases, tags, keys that are no names.

    Args:
        text: The document.
        name: The file, for errors.
        first_line: The number of the text's first line in its file.

    Raises:
        ContentError: The text is no such document.
    """
    yaml = YAML(typ="safe", pure=True)
    try:
        node = yaml.compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = Where(name, mark.line + first_line, mark.column + 1) if mark else Where(name)
        hint = "indent with spaces; put a text with ':' or '#' in it in quotes"
        raise ContentError(f"not readable as YAML: {error.problem or error.context}", where=where, hint=hint) from None
    except YAMLError as error:
        raise ContentError(f"not readable as YAML: {error}", where=name, hint="is it a text file in UTF-8?") from None
    except RecursionError:
        raise ContentError("lists or mappings nested too deep", where=name, hint="write it flat") from None
    builder = _Builder(yaml, name, first_line)
    data = builder.build(node, (), None) if node else None
    return YamlDocument(data, name, builder.places)


class _Builder:
    def __init__(self, yaml: YAML, name: str, first_line: int) -> None:
        self._yaml = yaml
        self._name = name
        self._first_line = first_line
        self.places: dict[Path, tuple[Where, Where]] = {}

    def build(self, node: Node, path: Path, key: Where | None) -> object:
        """The data of a node, whose places are noted on the way."""
        where = self._where(node)
        self.places[path] = (key or where, where)
        if node.anchor:
            hint = "write the value out in each place"
            raise ContentError("an anchor or alias, which these files do not have", where=where, hint=hint)
        match node:
            case MappingNode(tag="tag:yaml.org,2002:map"):
                return self._mapping(node, path)
            case SequenceNode(tag="tag:yaml.org,2002:seq"):
                return tuple(self.build(each, (*path, number), None) for number, each in enumerate(node.value))
            case ScalarNode() if node.tag in _WRITTEN:
                return node.value
            case ScalarNode() if node.tag in _RESOLVED:
                resolved: object = self._yaml.constructor.construct_object(node)
                return resolved
            case _:
                hint = "put the text in quotes"
                raise ContentError(f"the tag '{node.tag}', which these files do not have", where=where, hint=hint)

    def _mapping(self, node: MappingNode, path: Path) -> dict[str, object]:
        data: dict[str, object] = {}
        for key, value in node.value:
            where = self._where(key)
            if not isinstance(key, ScalarNode):
                raise ContentError("a key that is no name", where=where, hint="write 'name: value'")
            name = str(key.value)
            if name in data:
                hint = f"the first is at line {self.places[*path, name][0].line}"
                raise ContentError(f"the key '{name}' is given twice", where=where, hint=hint)
            data[name] = self.build(value, (*path, name), where)
        return data

    def _where(self, node: Node) -> Where:
        mark = node.start_mark
        return Where(self._name, mark.line + self._first_line, mark.column + 1)
