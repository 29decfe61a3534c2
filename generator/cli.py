"""Arguments, progress and exit codes; nothing else."""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import UTC, date, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from generator import desk, market, pipeline, settings, wiring
from generator.errors import GeneratorError
from generator.model.note import Finding
from generator.plain import clock, ledger
from generator.plain.files import locked

GAPS = 3  # exit code: done, with gaps that an angle needed
MOST_ROWS = 12  # bars that explain prints; the rest are counted

app = typer.Typer(
    help="Research notes from a day's headlines and prices, every figure proven.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
site_app = typer.Typer(help="The static site of the released notes.")
app.add_typer(site_app, name="site")

Workspace = Annotated[Path, typer.Option(help="Folder of the notes and strykr.toml.")]
AsOf = Annotated[
    str,
    typer.Option(help="Moment of the notes, like 2026-02-08T22:00Z; now if left out."),
]
Feeds = Annotated[Path | None, typer.Option(help="Recorded feed files; no network.")]
Prices = Annotated[
    list[Path] | None,
    typer.Option(help="Folder of price files; a second one is the second vendor."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, and nothing else.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")]
Note = Annotated[str, typer.Argument(help="A note's folder, slug or note.md.")]
HERE = Path()


def main() -> None:
    """Run the command; an error the user can mend is one line and exit code 1."""
    try:
        app()
    except GeneratorError as error:
        sys.stderr.write(f"strykr: {error}\n")
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(0)  # the reader of our output has gone, as in `strykr ... | head`


def moment(text: str) -> datetime:
    """The moment of `--as-of`, or now."""
    if not text:
        return datetime.now(UTC)
    try:
        return clock.moment(text)
    except ValueError as error:
        raise GeneratorError(f"--as-of: {error}") from error


@contextmanager
def journey(
    workspace: Path,
    as_of: str,
    feeds: Path | None = None,
    prices: list[Path] | None = None,
    *,
    quiet: bool = False,
    alone: bool = True,
) -> Iterator[pipeline.Trip]:
    """A trip in a workspace, with progress; `alone` locks out a second one."""
    if alone:
        workspace.mkdir(parents=True, exist_ok=True)
    console = Console(stderr=True, quiet=quiet or not sys.stderr.isatty())
    chosen = settings.load(workspace)
    world = wiring.world(chosen, workspace)
    with console.status("reading prices") as status:
        folders = prices or [workspace / folder for folder in chosen.prices.folders]
        trip = pipeline.Trip(
            workspace=workspace,
            settings=chosen,
            world=world,
            panel=market.load(folders, world.instruments),
            as_of=moment(as_of),
            feeds=feeds,
            writer=wiring.WRITERS["template"],
            render=wiring.rendered,
            report=status.update,
        )
        for fault in trip.panel.faults:
            sys.stderr.write(f"strykr: {fault}\n")
        if alone:
            with locked(workspace):
                yield trip
        else:
            yield trip


@contextmanager
def reading(workspace: Path) -> Iterator[pipeline.Trip]:
    """A trip that needs no prices: the notes as they are."""
    with journey(workspace, "", quiet=True, alone=False) as trip:
        yield trip


def say(text: str, *, quiet: bool) -> None:
    """A line for a person, unless they asked for silence."""
    if not quiet:
        typer.echo(text)


def printed(tree: object) -> None:
    """JSON for another program."""
    typer.echo(json.dumps(tree, ensure_ascii=False, indent=1, default=str))


@app.command()
def init(folder: Annotated[Path, typer.Argument(help="New or empty folder.")]) -> None:
    """Make a workspace with its own settings."""
    path = pipeline.begun(folder)
    typer.echo(f"{path}: edit it, then `strykr run --workspace {folder}`")


@app.command()
def run(
    workspace: Workspace = HERE,
    as_of: AsOf = "",
    feeds: Feeds = None,
    prices: Prices = None,
    *,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Gather, draft and make the brief; safe to repeat and safe to kill."""
    with journey(workspace, as_of, feeds, prices, quiet=quiet or as_json) as trip:
        made = pipeline.run(trip)
    if as_json:
        papers = {"papers": made.papers, "released": made.released}
        printed(day_tree(made.day) | papers)
    else:
        tell_day(made.day, quiet=quiet)
        for path in (*made.released, *made.papers):
            say(
                f"{'brief' if 'brief' in path.name else 'released':9} {path}",
                quiet=quiet,
            )
    raise typer.Exit(exit_code(made.day))


@app.command()
def gather(
    workspace: Workspace = HERE,
    as_of: AsOf = "",
    feeds: Feeds = None,
    *,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Read the sources, or recorded feed files, and name the silent ones."""
    with journey(workspace, as_of, feeds, quiet=quiet or as_json) as trip:
        harvest = pipeline.gathered(trip)
    if as_json:
        printed(asdict(harvest))
        return
    for headline in harvest.headlines:
        when = clock.clock(headline.published) if headline.published else "time unknown"
        say(f"{when}  {headline.publisher}: {headline.title}", quiet=quiet)
    for silence in harvest.silences:
        say(f"silent: {silence.source}: {silence.reason}", quiet=quiet)


@app.command()
def draft(
    workspace: Workspace = HERE,
    as_of: AsOf = "",
    feeds: Feeds = None,
    prices: Prices = None,
    *,
    subject: Annotated[str, typer.Option(help="Instrument id, like RUT.")] = "",
    benchmark: Annotated[str, typer.Option(help="Instrument id, like SPX.")] = "",
    why: Annotated[
        bool, typer.Option("--why", help="Print each angle's score.")
    ] = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Draft the day's notes, or the one note that is asked for."""
    with journey(workspace, as_of, feeds, prices, quiet=quiet or as_json) as trip:
        day = pipeline.draft_edition(trip, subject, benchmark)
    if as_json:
        printed(day_tree(day))
    else:
        tell_day(day, quiet=quiet)
    if why and not as_json:
        tell_why(day)
    raise typer.Exit(exit_code(day))


@app.command()
def check(
    note: Note,
    workspace: Workspace = HERE,
    *,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Report each figure, name, date and direction word; exit 1 if a finding stands."""
    with reading(workspace) as trip:
        path, findings = pipeline.checked(trip, note)
    standing = [one for one in findings if one.verdict != "SAME"]
    if as_json:
        keys = "line start end text verdict rule fact nearest why".split()
        rows = [{key: asdict(one)[key] for key in keys} for one in findings]
        printed({"findings": rows})
    else:
        for one in standing:
            say(told_finding(path, one), quiet=quiet)
        same = len(findings) - len(standing)
        say(f"{path}: {same} same, {len(standing)} to look at", quiet=quiet)
    raise typer.Exit(1 if standing else 0)


@app.command()
def edit(note: Note, workspace: Workspace = HERE) -> None:
    """Open a note in $EDITOR, then check it."""
    with reading(workspace) as trip:
        path = trip.shelf.folder(trip.shelf.load(note)) / "note.md"
    editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    try:
        subprocess.run([*editor, str(path)], check=True)  # noqa: S603 - the user's own
    except (OSError, subprocess.CalledProcessError) as error:
        raise GeneratorError(f"{editor[0]}: {error}; set $EDITOR to mend it") from error
    check(note, workspace)


@app.command()
def diff(note: Note, workspace: Workspace = HERE) -> None:
    """Show what a person changed since the note was generated."""
    with reading(workspace) as trip:
        folder = trip.shelf.folder(trip.shelf.load(note))
        typer.echo(desk.diff(folder), nl=False)


@app.command()
def release(
    note: Note,
    workspace: Workspace = HERE,
    as_of: AsOf = "",
    *,
    quiet: Quiet = False,
) -> None:
    """Freeze a checked note as HTML and PDF; refused while a finding blocks it."""
    with journey(workspace, as_of, quiet=quiet) as trip:
        path = pipeline.release(trip, note)
    say(f"released  {path}", quiet=quiet)


@app.command()
def correct(
    note: Note,
    workspace: Workspace = HERE,
    as_of: AsOf = "",
    *,
    quiet: Quiet = False,
) -> None:
    """Release the next version of a released note, after the same check."""
    with journey(workspace, as_of, quiet=quiet) as trip:
        path = pipeline.correct(trip, note)
    say(f"corrected  {path}", quiet=quiet)


@app.command()
def explain(
    note: Note,
    figure: Annotated[str, typer.Argument(help="A printed figure or a fact's id.")],
    workspace: Workspace = HERE,
    prices: Prices = None,
    *,
    as_json: Json = False,
) -> None:
    """Print what a figure is, the bars behind it, and what it is computed anew."""
    with journey(workspace, "", None, prices, quiet=True, alone=False) as trip:
        found = pipeline.explain(trip, note, figure)
    if as_json:
        printed([asdict(one) for one in found])
        return
    for one in found:
        typer.echo(told_fact(one))


@app.command()
def brief(
    workspace: Workspace = HERE,
    day: Annotated[str, typer.Option("--date", help="Edition, like 2026-02-08.")] = "",
    *,
    quiet: Quiet = False,
) -> None:
    """Make an edition's brief anew, as one PDF and one page."""
    with journey(workspace, "", quiet=quiet) as trip:
        edition = edition_of(trip, day)
        for path in pipeline.brief(trip, edition):
            say(f"brief     {path}", quiet=quiet)


@site_app.command("build")
def site_build(workspace: Workspace = HERE, *, quiet: Quiet = False) -> None:
    """Build the site of the released notes in the workspace's `site` folder."""
    with journey(workspace, "", quiet=quiet) as trip:
        root = pipeline.site(trip)
    say(f"site      {root / 'index.html'}", quiet=quiet)


@site_app.command("serve")
def site_serve(
    workspace: Workspace = HERE,
    port: Annotated[int, typer.Option(help="Port on 127.0.0.1.")] = 8000,
) -> None:
    """Build the site and serve it on this machine until interrupted."""
    with journey(workspace, "", quiet=True) as trip:
        root = pipeline.site(trip)
    handler = partial(SimpleHTTPRequestHandler, directory=str(root))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        typer.echo(
            f"http://127.0.0.1:{server.server_port}/ serves {root}; Ctrl-C stops"
        )
        with suppress(KeyboardInterrupt):
            server.serve_forever()


@app.command()
def schema() -> None:
    """Print the JSON Schema of ledger.json."""
    printed(ledger.json_schema())


@app.command()
def lenses(workspace: Workspace = HERE) -> None:
    """List the metrics a note can print, the lenses, and the instruments known."""
    with reading(workspace) as trip:
        known = trip.world.instruments
    for name, text in market.METRICS.items():
        typer.echo(f"{name:18} {text}")
    for name in market.LENSES:
        typer.echo(f"lens {name}")
    for one in known.values():
        typer.echo(f"{one.id:10} {one.name}")


@app.command()
def doctor(workspace: Workspace = HERE) -> None:
    """Say what works on this machine, and how to mend what does not."""
    with reading(workspace) as trip:
        lines = pipeline.health(trip)
    for line in lines:
        typer.echo(line)


def edition_of(trip: pipeline.Trip, text: str) -> date:
    """The edition of `--date`, or the newest there is."""
    try:
        return date.fromisoformat(text) if text else pipeline.newest(trip)
    except ValueError as error:
        raise GeneratorError(f"--date: {error}; write it like 2026-02-08") from error


def exit_code(day: pipeline.Day) -> int:
    """3 where a note was withheld, or nothing could be written for want of news."""
    starved = bool(day.silences) and not day.laid
    return GAPS if day.failed or starved else 0


def day_tree(day: pipeline.Day) -> dict[str, Any]:
    """A day as JSON."""
    return {
        "edition": day.edition,
        "notes": [
            {
                "slug": one.path.name,
                "path": one.path,
                "withheld": one.withheld,
                "kept": one.kept,
                "score": one.angle.score,
                "terms": [asdict(term) for term in one.angle.terms],
            }
            for one in day.laid
        ],
        "silences": [asdict(one) for one in day.silences],
        "failed": day.failed,
    }


def tell_day(day: pipeline.Day, *, quiet: bool) -> None:
    """What a trip made of the day, a line a note."""
    for one in day.laid:
        kept = f" ({one.kept})" if one.kept else ""
        withheld = f", {one.withheld} sentences withheld" if one.withheld else ""
        say(f"note      {one.path / 'note.md'}{kept}{withheld}", quiet=quiet)
    for line in day.failed:
        say(f"no note   {line}", quiet=quiet)
    for silence in day.silences:
        say(f"silent    {silence.source}: {silence.reason}", quiet=quiet)
    if not day.laid and not day.failed:
        say(f"{day.edition}: nothing was worth a note", quiet=quiet)


def tell_why(day: pipeline.Day) -> None:
    """Each angle with the terms of its score, and those passed over."""
    for angle in [*(one.angle for one in day.laid), *day.passed_over]:
        story = f": {angle.lead.lead.title}" if angle.lead else ""
        typer.echo(f"{angle.score:5.2f}  {angle.kind}-led  {angle.subject}{story}")
        for term in angle.terms:
            typer.echo(f"       {term.worth:5.2f}  {term.name}: {term.why}")


def told_finding(path: Path, one: Finding) -> str:
    """One finding as a compiler would print it."""
    near = f" (nearest: {one.nearest})" if one.nearest else ""
    place = f"{path / 'note.md'}:{one.line}:{one.start + 1}"
    return f"{place}: {one.verdict} {one.rule} {one.text!r}: {one.why}{near}"


def told_fact(one: pipeline.Explained) -> str:
    """A Fact with its bars and what it is when computed anew."""
    lines = [f"{key:13} {value}" for key, value in asdict(one.fact).items()]
    if one.again is not None:
        agrees = "agrees" if one.agrees else "DIFFERS"
        lines.append(f"{'computed anew':13} {one.again.value} ({agrees})")
    rows = one.bars.splitlines()
    if len(rows) > MOST_ROWS:
        cut = f"... {len(rows) - MOST_ROWS} rows ..."
        rows = [*rows[: MOST_ROWS // 2], cut, *rows[-MOST_ROWS // 2 :]]
    return "\n".join([*lines, *rows, ""])
