"""Options that several commands share, and what a text argument may be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])

as_json = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON, for programs.")
force = click.option("--force", is_flag=True, help="Allow a result to overwrite one of the files that were read.")
archival = click.option("--archival", is_flag=True, help="Make PDFs fit for an archive (PDF/A).")


def output_files(*, required: bool = False) -> Callable[[_Command], _Command]:
    """The option ``-o FILE``, which may be given several times."""
    return click.option(
        "-o",
        "--output",
        "outputs",
        type=click.Path(path_type=Path),
        multiple=True,
        required=required,
        metavar="FILE",
        help="Write this file; its suffix is the format: .docx .pdf .html .md .txt .json. May be given several times.",
    )
