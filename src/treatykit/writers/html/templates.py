"""The templates and style sheets of the pages, with everything escaped that is not made of elements."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from treatykit.model.no_break import kept_together
from treatykit.writers import change_rows, report
from treatykit.writers.controls import visible
from treatykit.writers.html import pieces

_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SETTING: Final = re.compile(r"(--[\w-]+):\s*([^;]*)")
_USE: Final = re.compile(r"var\((--[\w-]+)\)")


@cache
def environment() -> Environment:
    """The templates of the package; a name that a page does not give is an error."""
    made = Environment(
        loader=PackageLoader("treatykit", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: kept_together(visible(value)) if type(value) is str else value,
    )
    for wording in (
        report.place, report.headline, report.touched, report.lengths, report.substitutions, report.renumberings,
        report.decided, report.several_authors, change_rows.change_rows, change_rows.rows_by_place, pieces.marked,
    ):  # fmt: skip
        made.filters[wording.__name__] = wording
    return made


@cache
def source(name: str) -> Markup:
    """A style sheet or script of the package, as it stands in a page."""
    text = (files("treatykit") / "templates" / name).read_text(encoding="utf-8")
    if "</" in text:
        raise ValueError(f"{name} would end the element that holds it")
    return Markup(text)  # noqa: S704 (a file of the package)


def settled(style: Markup) -> Markup:
    """A style sheet for one medium, with each name that stands for one value replaced by it.

    WeasyPrint reads the value of a name anew for each element that uses it, a tenth of the time of a redline.
    """
    values: dict[str, str] = {}
    varying: set[str] = set()
    for selector, declarations in _RULE.findall(style):
        settings = dict(_SETTING.findall(declarations))
        if selector.strip().endswith(":root"):
            values |= settings
        else:
            varying.update(settings)
    fixed = {name: value for name, value in values.items() if name not in varying}
    return Markup(_USE.sub(lambda use: fixed.get(use[1], use[0]), style))  # noqa: S704 (a file of the package)
