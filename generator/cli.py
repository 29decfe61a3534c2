"""Arguments, progress and exit codes; nothing else."""

import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Annotated, Any

import typer

from generator import desk, market, pipeline, settings
from generator.cli_day import day_tree, tell_day, why_lines, why_tree
from generator.cli_prices import health, prices_app
from generator.console import (
    GAPS,
    HERE,
    AsOf,
    Feeds,
    Json,
    Note,
    Prices,
    Quiet,
    Workspace,
    journey,
    printed,
    reading,
    say,
)
from generator.errors import GeneratorError
from generator.model.facts import EventFact, OwnFact
from generator.model.market import MarketFact
from generator.model.note import Finding
from generator.plain import clock, figures, ledger

FEW_DAYS = 3  # dates that a line of lenses names
SHARES = (  # metrics whose ratio is a share and no move
    "base_up", "precedent_up", "precedent_ahead", "threat_drop", "threat_rise",
    "threat_base", "day_share", "season_up", "above_mean",
)  # fmt: skip
MOST_ROWS = 12  # bars that explain prints; the rest are counted

app = typer.Typer(
    help="Research notes from a day's headlines and prices, every figure proven.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)
site_app = typer.Typer(help="The static site of the released notes.")
app.add_typer(site_app, name="site")
app.add_typer(prices_app, name="prices")


def main() -> None:
    """Run the command; an error the user can mend is one line and exit code 1."""
    try:
        app()
    except GeneratorError as error:
        sys.stderr.write(f"strykr: {error}\n")
        sys.exit(1)


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
    """Gather, draft and make the brief; safe to repeat and to kill."""
    folders, hush = prices or (), quiet or as_json
    with journey(workspace, as_of, feeds, prices=folders, quiet=hush) as trip:
        made = pipeline.run(trip)
    files = {"released": made.released, "held": made.held, "brief": made.papers}
    if as_json:
        printed(day_tree(made.day) | files)
    else:
        tell_day(made.day, quiet=quiet)
        for what, paths in files.items():
            for path in paths:
                say(f"{what:9} {path}", quiet=quiet)
    raise typer.Exit(GAPS if made.held or made.day.is_short else 0)


@app.command()
def gather(
    workspace: Workspace = HERE,
    as_of: AsOf = "",
    feeds: Feeds = None,
    *,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Read the sources, or recorded files, and name the silent ones."""
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
        bool, typer.Option("--why", help="Print every candidate and its score.")
    ] = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Draft the day's notes, or the one note that is asked for."""
    folders, hush = prices or (), quiet or as_json
    if benchmark and not subject:
        raise GeneratorError("--benchmark: needs a --subject; add --subject RUT")
    with journey(workspace, as_of, feeds, prices=folders, quiet=hush) as trip:
        day = pipeline.draft_edition(trip, subject.upper(), benchmark.upper())
    if as_json:
        printed(day_tree(day) | (why_tree(day) if why else {}))
    else:
        tell_day(day, quiet=quiet)
        for line in why_lines(day) if why else ():
            say(line, quiet=quiet)
    raise typer.Exit(GAPS if day.is_short else 0)


@app.command()
def check(
    note: Note, workspace: Workspace = HERE, as_json: Json = False, quiet: Quiet = False
) -> None:
    """Check every figure, name, date and direction word of a note."""
    with reading(workspace) as trip:
        path, findings = pipeline.checked(trip, note)
    standing = [one for one in findings if one.verdict != "SAME"]
    if as_json:
        printed({"findings": [asdict(one) for one in findings]})
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
        path = trip.shelf.find(note) / "note.md"
    editor = settings.editor()
    try:
        subprocess.run([*editor, str(path)], check=True)  # noqa: S603 - the user's own
    except (OSError, subprocess.CalledProcessError) as error:
        raise GeneratorError(f"{editor[0]}: {error}; set $EDITOR to mend it") from error
    check(note, workspace)


@app.command()
def diff(note: Note, workspace: Workspace = HERE) -> None:
    """Show what a person changed since the note was generated."""
    with reading(workspace) as trip:
        typer.echo(desk.diff(trip.shelf.find(note)), nl=False)


@app.command()
def release(
    note: Note, workspace: Workspace = HERE, as_of: AsOf = "", quiet: Quiet = False
) -> None:
    """Freeze a note as HTML and PDF; refused while a finding stands."""
    with journey(workspace, as_of, quiet=quiet) as trip:
        path = pipeline.release(trip, note)
    say(f"released  {path}", quiet=quiet)


@app.command()
def correct(
    note: Note, workspace: Workspace = HERE, as_of: AsOf = "", quiet: Quiet = False
) -> None:
    """Release the next version of a released note, checked again."""
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
    """Print what a figure is, its bars, and the same computed anew."""
    with journey(workspace, prices=prices or (), quiet=True, alone=False) as trip:
        found = pipeline.explain(trip, note, figure)
    if as_json:
        printed([asdict(one) | {"agrees": one.agrees} for one in found])
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
    with journey(workspace, quiet=quiet) as trip:
        edition = edition_of(trip, day)
        for path in pipeline.brief(trip, edition):
            say(f"brief     {path}", quiet=quiet)


@site_app.command("build")
def site_build(workspace: Workspace = HERE, *, quiet: Quiet = False) -> None:
    """Build the site of the released notes in the workspace's `site` folder."""
    with journey(workspace, quiet=quiet) as trip:
        root = pipeline.site(trip)
    say(f"site      {root / 'index.html'}", quiet=quiet)


@site_app.command("serve")
def site_serve(
    workspace: Workspace = HERE,
    port: Annotated[int, typer.Option(help="Port on 127.0.0.1.")] = 8000,
) -> None:
    """Build the site and serve it on this machine until interrupted."""
    with journey(workspace, quiet=True) as trip:
        root = pipeline.site(trip)
    pages = partial(SimpleHTTPRequestHandler, directory=str(root))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), pages)
    except (OSError, OverflowError) as error:
        raise GeneratorError(f"port {port}: {error}; choose another --port") from error
    with server, suppress(KeyboardInterrupt):
        url = f"http://127.0.0.1:{server.server_port}/"
        typer.echo(f"{url} serves {root}; Ctrl-C stops")
        server.serve_forever()


@app.command()
def schema() -> None:
    """Print the JSON Schema of ledger.json."""
    printed(ledger.json_schema())


@app.command()
def lenses(
    subject: Annotated[str, typer.Option(help="One instrument's id, like RUT.")] = "",
    as_of: AsOf = "",
    *,
    prices: Prices = None,
    most: Annotated[int, typer.Option(min=0, help="Most lines; 0 for all.")] = 20,
    workspace: Workspace = HERE,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Rank what the lenses see at a moment; without one, list what there is to see."""
    if not (subject or as_of or prices):
        with reading(workspace) as trip:
            typer.echo("\n".join(listed(trip)))
        return
    with journey(
        workspace, as_of, prices=prices or [], quiet=quiet or as_json, alone=False
    ) as trip:
        trip.report("reading the tape")
        every = None if as_json else most or None
        found = pipeline.sights(trip, subject.upper(), every)
    if as_json:
        printed([sight_tree(one) for one in found])
        return
    for one in found:
        say(told_sight(one), quiet=quiet)
    if not found:
        say("no lens sees anything unusual", quiet=quiet)


def listed(trip: pipeline.Trip) -> list[str]:
    """The metrics, the lenses and the instruments, a line each."""
    known = trip.world.instruments.values()
    return [
        *(f"{name:18} {text}" for name, text in market.METRICS.items()),
        *(f"lens {name}" for name in market.LENSES),
        *(f"{one.id:10} {one.name}" for one in known),
    ]


@app.command()
def doctor(workspace: Workspace = HERE) -> None:
    """Say what works on this machine, and how to mend the rest."""
    with reading(workspace) as trip:
        lines = [*pipeline.health(trip), *health(trip)]
    typer.echo("\n".join(lines))


def edition_of(trip: pipeline.Trip, text: str) -> date:
    """The edition of `--date`, or the newest there is."""
    try:
        return date.fromisoformat(text) if text else pipeline.newest(trip)
    except ValueError as error:
        raise GeneratorError(f"--date: {error}; write it like 2026-02-08") from error


def told_finding(path: Path, one: Finding) -> str:
    """One finding as a compiler would print it."""
    near = f" (nearest: {one.nearest})" if one.nearest else ""
    place = f"{path / 'note.md'}:{one.line}:{one.start + 1}"
    return f"{place}: {one.verdict} {one.rule} {one.text!r}: {one.why}{near}"


def told_fact(one: pipeline.Explained) -> str:
    """A Fact with its receipt, its bars, and what it is when computed anew."""
    lines = [f"{'Fact':14} {one.fact.id}"]
    if not isinstance(one.fact, EventFact | OwnFact):
        lines.append(f"{'Value':14} {one.fact.value}")
    lines += [f"{label:14} {words}" for label, words in one.rows]
    if one.again:
        agrees = "agrees" if one.agrees else "DIFFERS"
        lines.append(f"{'Computed anew':14} {one.again.value} ({agrees})")
    rows = one.bars.splitlines()
    if len(rows) > MOST_ROWS:
        cut = f"... {len(rows) - MOST_ROWS} rows ..."
        rows = [*rows[: MOST_ROWS // 2], cut, *rows[-MOST_ROWS // 2 :]]
    return "\n".join([*lines, *rows, ""])


def sight_tree(one: pipeline.Sight) -> dict[str, Any]:
    """What a lens saw, as JSON."""
    return {
        "lens": one.insight.lens,
        "subject": one.insight.subject,
        "surprise": one.insight.surprise,
        "why": one.insight.why,
        "facts": {role: asdict(fact) for role, fact in one.facts.items()},
    }


def told_sight(one: pipeline.Sight) -> str:
    """What a lens saw: how rare, of what, why it matters, and the figures by role."""
    seen = one.insight
    told = (
        f"{role} {shown(fact)} [{fact.id.removeprefix(f'{seen.subject.lower()}.')}]"
        for role, fact in one.facts.items()
    )
    days = dict.fromkeys(
        clock.brief_day(day)
        for fact in one.facts.values()
        for day in (fact.made if len(fact.made) <= FEW_DAYS else ())
    )
    tail = f" ({', '.join([*days][:FEW_DAYS])})" if days else ""
    head = f"{seen.surprise:.3f}  {seen.subject:8} {seen.lens:18}"
    return f"{head} {seen.why}\n{'':7}{', '.join(told)}{tail}"


def shown(fact: MarketFact) -> str:
    """A figure in digits: signed where it is a move, with its unit."""
    if fact.unit in ("count", "sessions"):
        return f"{fact.value:,.0f}"
    if fact.unit == "ratio" and fact.metric.startswith(SHARES):
        return figures.share(fact.value)
    return fact.renderings[0]
