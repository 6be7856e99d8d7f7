"""The templates and style sheets of the pages, with everything escaped that is not made of elements."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from treatykit.model.no_break import kept_together
from treatykit.writers import change_rows, report
from treatykit.writers.controls import visible
from treatykit.writers.html import pieces


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
