"""Tells a package from a draft, without reading it."""

from __future__ import annotations

from treatykit.errors import ContentError
from treatykit.markup.yaml_document import read_yaml


def is_package(text: str, name: str) -> bool:
    """Whether a YAML file holds a package; one that is not readable does not."""
    try:
        data = read_yaml(text, name).data
    except ContentError:
        return False
    return isinstance(data, dict) and str(data.get("format")).startswith("treatykit-package/")
