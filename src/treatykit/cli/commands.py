"""The commands in the order in which a newcomer needs them; each is imported when it is called for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final, cast

import click

from treatykit import __version__
from treatykit.cli.helping import SETTINGS, print_examples

_COMMANDS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "demo": ("treatykit.cli.projects", "demo"),
        "init": ("treatykit.cli.projects", "init"),
        "new": ("treatykit.cli.interviewing", "new"),
        "clauses": ("treatykit.cli.clauses", "clauses"),
        "build": ("treatykit.cli.building", "build"),
        "compare": ("treatykit.cli.comparing", "compare"),
        "changes": ("treatykit.cli.deciding", "changes"),
        "accept": ("treatykit.cli.deciding", "accept"),
        "reject": ("treatykit.cli.deciding", "reject"),
        "check": ("treatykit.cli.checking", "check"),
        "explain": ("treatykit.cli.explaining", "explain"),
        "convert": ("treatykit.cli.converting", "convert"),
    }
)
_EXAMPLES: Final = (
    "treatykit demo                                            see what it does",
    "treatykit init my-treaty                                  begin a project",
    "treatykit new border-treaty                               make a draft of your own by answering questions",
    "treatykit build drafts/peace-treaty.yaml                  make a draft",
    "treatykit compare old.docx new.docx -o redline.docx       see what has changed",
    "treatykit build --help                                    the help of a command",
)


class _Commands(click.Group):
    """A group that looks its commands up in the table."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name]
        return cast(click.Command, getattr(import_module(module), name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            from treatykit.markup.nearest import nearest

            near = nearest(args[0], _COMMANDS)
            meant = f", did you mean '{near}'?" if near else ""
            raise click.UsageError(f"no command is called '{args[0]}'{meant}", ctx)
        return super().resolve_command(ctx, args)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_epilog(ctx, formatter)
        print_examples(_EXAMPLES, formatter)


@click.command(cls=_Commands, context_settings=SETTINGS)
@click.version_option(__version__, "-V", "--version", message="treatykit %(version)s")
def treatykit() -> None:
    """Model treaty clauses, drafts assembled from them, and redlines between any two versions."""
