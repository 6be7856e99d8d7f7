"""Help that a lawyer understands: what a command does, then examples as they are typed."""

from __future__ import annotations

from typing import Any

import click

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Exemplified(click.Command):
    """A command whose help ends in examples.

    Args:
        examples: What is typed, a line each.
    """

    def __init__(self, *args: Any, examples: tuple[str, ...] = (), **kwargs: Any) -> None:
        kwargs.setdefault("context_settings", SETTINGS)
        super().__init__(*args, **kwargs)
        self.examples = examples

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_epilog(ctx, formatter)
        print_examples(self.examples, formatter)


def print_examples(examples: tuple[str, ...], formatter: click.HelpFormatter) -> None:
    """The examples under a heading, each on its line however narrow the terminal is."""
    if examples:
        with formatter.section("Examples"):
            for example in examples:
                formatter.write(f"{'':>{formatter.current_indent}}{example}\n")
