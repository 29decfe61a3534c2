"""The console: what commands share, their options, a journey and how they print."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from generator import market, pipeline, settings, wiring
from generator.errors import GeneratorError
from generator.plain import clock
from generator.plain.files import locked

GAPS = 3  # exit code: done, with gaps that an angle needed
YEARS = range(1900, 2200)  # of `--as-of`: what calendars and clocks can count in

Folder = partial(typer.Option, readable=False)  # our own line says what is wrong
Workspace = Annotated[Path, Folder(help="Folder of the notes and strykr.toml.")]
AsOf = Annotated[
    str,
    typer.Option(help="Moment of the notes, like 2026-02-08T22:00Z; now if left out."),
]
Feeds = Annotated[Path | None, Folder(help="Recorded feed files; no network.")]
Prices = Annotated[
    list[Path] | None,
    Folder(help="Folder of price files; a second one is the second vendor."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, and nothing else.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")]
Note = Annotated[str, typer.Argument(help="A note's folder, slug or note.md.")]
HERE = Path()


def moment(text: str) -> datetime:
    """The moment of `--as-of`, or now."""
    if not text:
        return datetime.now(UTC)
    try:
        when = clock.moment(text)
    except (ValueError, OverflowError) as error:
        mend = "write it with its zone, like 2026-02-08T22:00Z"
        raise GeneratorError(f"--as-of {text!r}: not a moment; {mend}") from error
    if when.year not in YEARS:
        mend = f"give a year from {YEARS[0]} to {YEARS[-1]}"
        raise GeneratorError(f"--as-of {text!r}: too far away; {mend}")
    return when


@contextmanager
def journey(
    workspace: Path,
    as_of: str = "",
    feeds: Path | None = None,
    *,
    prices: Sequence[Path] | None = None,
    quiet: bool = False,
    alone: bool = True,
) -> Iterator[pipeline.Trip]:
    """A trip in a workspace, with progress; `alone` locks out a second one.

    `prices` are the folders whose bars it needs, those of the settings where it names
    none; None where it needs no bars.
    """
    when, chosen = moment(as_of), settings.load(workspace)
    world = wiring.world(chosen, workspace)
    console = Console(stderr=True, quiet=quiet or not sys.stderr.isatty())
    lock = locked(workspace) if alone else nullcontext()
    with lock, console.status("starting") as status:
        if prices is None:
            panel = market.load([], world.instruments)
        else:
            panel = wiring.panel(chosen, workspace, world, prices)
        for fault in panel.faults:
            warn(fault)
        yield pipeline.Trip(
            workspace=workspace,
            settings=chosen,
            world=world,
            panel=panel,
            as_of=when,
            feeds=feeds,
            writer=wiring.WRITERS["template"],
            render=wiring.rendered,
            report=status.update,
        )


@contextmanager
def reading(workspace: Path) -> Iterator[pipeline.Trip]:
    """A trip that writes nothing and needs no prices: the notes as they are."""
    with journey(workspace, quiet=True, alone=False) as trip:
        yield trip


def say(text: str, *, quiet: bool) -> None:
    """A line for a person, unless they asked for silence."""
    if not quiet:
        typer.echo(text)


def warn(line: str) -> None:
    """A line about what went wrong, also for one who asked for silence."""
    sys.stderr.write(f"strykr: {line}\n")


def printed(tree: object) -> None:
    """JSON for another program."""
    typer.echo(json.dumps(tree, ensure_ascii=False, indent=1, default=str))
