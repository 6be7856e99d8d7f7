"""The commands that a newcomer begins with: `demo` and `init`."""

from __future__ import annotations

from pathlib import Path

import click

from treatykit.app.project import SAMPLES
from treatykit.cli import options
from treatykit.cli.helping import Exemplified
from treatykit.cli.progress import telling
from treatykit.cli.report import length_of, print_changes, print_written, say


@click.command(cls=Exemplified)
@click.argument(
    "folder", type=click.Path(path_type=Path, file_okay=False), default=Path("treatykit-demo"), metavar="[DIR]"
)
def demo(folder: Path) -> int:
    """Make two sample treaties and their redline.

    The sample is a treaty between two fictional States. It is made as a framework text
    and as a comprehensive text, each in Word and PDF; the redline between the two as
    Word with tracked changes, PDF and HTML. The files go to DIR, by default
    treatykit-demo.
    """
    from treatykit.app.demo import demo as run_demo

    with telling() as tell:
        done = run_demo(folder, tell)
    for text in done.texts:
        if text.assembly:
            say(f"{text.name}: {length_of(text.assembly)}")
    print_changes(done.report)
    say()
    code = print_written(done.written)
    say()
    say(f"Open first: {done.begin}, the redline from the one text to the other")
    return code


@click.command(
    cls=Exemplified, examples=("treatykit init my-treaty", "treatykit init my-exercise --sample three-states")
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path(), metavar="[DIR]")
@click.option(
    "--sample",
    "name",
    type=click.Choice([each.name for each in SAMPLES]),
    default=SAMPLES[0].name,
    help=f"What to begin with: {'; '.join(f'{each.name}, {each.about}' for each in SAMPLES)}.",
)
@options.force
def init(folder: Path, name: str, *, force: bool) -> int:
    """Make a project folder with a sample to change.

    A project is a folder with your drafts in it and, if you write any, your own clauses.
    It begins with a draft between two States or, for trainers, with an exercise between
    three: the draft, a guide, and a sheet for each delegation. Nothing that is there
    already is overwritten, unless you say --force.
    """
    from treatykit.app.project import init as run_init

    [chosen] = (each for each in SAMPLES if each.name == name)
    project = run_init(folder, chosen, force=force)
    for path in project.paths:
        click.echo(str(path))
    place = "" if folder == Path() else f"cd {folder}, then "
    say(f"Next: {place}{'read' if chosen.begin.endswith('.md') else 'treatykit build'} {chosen.begin}")
    if chosen is SAMPLES[0]:
        for other in SAMPLES[1:]:
            say(f"For {other.about}: treatykit init DIR --sample {other.name}")
    return 0
