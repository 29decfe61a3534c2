"""The commands of prices: update, show, check; and what the doctor says of them."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from generator import market, pipeline, wiring
from generator import prices as trips
from generator.console import (
    GAPS,
    HERE,
    AsOf,
    Json,
    Prices,
    Quiet,
    Workspace,
    journey,
    printed,
    say,
    warn,
)
from generator.plain import clock

MOST_CORRECTIONS, MOST_SKIPPED = 3, 12  # that a line names; the rest are counted

ONE_VENDOR = "source"  # the weight of a gap that says so: told once for all
prices_app = typer.Typer(help="The bars that notes are computed from.")

Symbol = Annotated[str, typer.Argument(help="Instrument id, like VIX.")]
Symbols = Annotated[
    list[str] | None,
    typer.Argument(
        help="Instrument ids, asked for from the first bar on; all if none."
    ),
]
Provider = Annotated[
    str,
    typer.Option(help="Ask this one alone, like cboe; those of the settings if not."),
]
Last = Annotated[int, typer.Option(min=1, help="Sessions to show.")]


@prices_app.command()
def update(
    symbols: Symbols = None,
    workspace: Workspace = HERE,
    as_of: AsOf = "",
    *,
    provider: Provider = "",
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Fetch the bars that are missing; safe to repeat, and to kill."""
    hush = quiet or as_json
    named = [symbol.upper() for symbol in symbols or ()]
    with journey(workspace, as_of, quiet=hush) as trip:
        asked = [provider] if provider else trip.settings.prices.providers
        plans = trips.plans(asked, trip.world.instruments, named)
        store, asking = trip.workspace / wiring.STORE, asking_of(trip)
        updates = trips.update(
            plans, asking, store=store, report=trip.report, anew=bool(named)
        )
        told = list(updates)
    for one in told:
        say(told_update(one), quiet=hush or not one.subject)
        for fault in one.faults:
            warn(fault)
    skipped = {plan.provider: plan.unnamed for plan in plans if plan.unnamed}
    for name in {*asked} - {*trip.settings.prices.providers}:
        say(
            f"unused    {name} is not in prices.providers, no note reads it", quiet=hush
        )
    for name, ids in skipped.items():
        say(f"skipped   {name} has no symbol of {listed(ids)}", quiet=hush)
    if as_json:
        printed({"updates": [asdict(one) for one in told], "skipped": skipped})
    raise typer.Exit(ending(told))


@prices_app.command()
def show(
    symbol: Symbol,
    workspace: Workspace = HERE,
    as_of: AsOf = "",
    prices: Prices = None,
    *,
    last: Last = 10,
    as_json: Json = False,
) -> None:
    """Print the bars of an instrument as they were known, and each correction."""
    with journey(workspace, as_of, quiet=True, alone=False) as trip:
        panel = panel_of(trip, prices)
        found = market.holdings(panel, symbol.upper(), trip.as_of, last)
    if as_json:
        printed([asdict(one) for one in found])
        return
    for one in found:
        typer.echo("\n".join(told_holding(one)))


@prices_app.command()
def check(
    workspace: Workspace = HERE,
    as_of: AsOf = "",
    prices: Prices = None,
    *,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Name every fault of the price files and every gap of the instruments."""
    with journey(workspace, as_of, quiet=True, alone=False) as trip:
        found = trips.checked(panel_of(trip, prices), trip.as_of)
    if as_json:
        printed(asdict(found))
    hush = quiet or as_json
    for fault in found.faults:
        say(f"fault     {fault}", quiet=hush)
    for gap in found.gaps:
        if gap.weight != ONE_VENDOR:
            say(f"gap       {gap.subject}: {gap.reason}", quiet=hush)
    alone = [gap.subject for gap in found.gaps if gap.weight == ONE_VENDOR]
    if alone:
        say(f"source    one vendor alone: {', '.join(alone)}", quiet=hush)
    if not found.faults and not found.gaps:
        say("prices: nothing to mend, nothing is missing", quiet=hush)
    raise typer.Exit(1 if found.broken else 0)


def health(trip: pipeline.Trip) -> list[str]:
    """What the doctor says of prices."""
    return trips.health(
        trip.settings.prices,
        trip.world.instruments,
        asking_of(trip),
        trip.workspace / wiring.STORE,
    )


def asking_of(trip: pipeline.Trip) -> market.Asking:
    """What the providers of a trip need to be asked."""
    return wiring.asking(trip.settings, trip.workspace, trip.world, trip.as_of)


def panel_of(trip: pipeline.Trip, folders: list[Path] | None) -> market.Panel:
    """The bars of a trip, from these folders if any are named."""
    return wiring.panel(trip.settings, trip.workspace, trip.world, folders or ())


def ending(told: Sequence[market.Update]) -> int:
    """0; 3 where something was missing; 1 where nobody could be asked."""
    if any(one.faults or one.state == "missing" for one in told):
        return GAPS if any(one.subject for one in told) else 1
    return 0


def told_update(one: market.Update) -> str:
    """What asking for one instrument came to, in a line."""
    named = f"{one.subject} {one.provider}"
    until = f"to {one.last}" if one.last else "nothing stored"
    if one.state != "kept":
        return f"{one.state:9} {named}: {until}"
    change = one.change
    parts = [f"{change.new:,} new"]
    if change.filled:
        parts.append(f"{change.filled} filled")
    parts.append(f"{len(change.corrected)} corrected{shown(change.corrected)}")
    parts.append(f"{change.refused} refused")
    if one.waiting:
        parts.append(f"{one.waiting} not yet complete")
    ends = [", ".join(parts), *([change.restated] if change.restated else []), until]
    return f"{'stored' if change else 'same':9} {named}: {'; '.join(ends)}"


def listed(ids: Sequence[str]) -> str:
    """The first ids; the rest are counted."""
    more = len(ids) - MOST_SKIPPED
    rest = f" and {more} more, which --json lists" if more > 0 else ""
    return ", ".join(ids[:MOST_SKIPPED]) + rest


def shown(corrected: Sequence[str]) -> str:
    """The first corrections in brackets; empty where there are none."""
    named = ", ".join(corrected[:MOST_CORRECTIONS])
    more = ", ..." if len(corrected) > MOST_CORRECTIONS else ""
    return f" ({named}{more})" if named else ""


def told_holding(one: market.Holding) -> list[str]:
    """One vendor's bars as a table, under a line that says where they come from."""
    origin = one.origin
    parts = [
        f"{one.subject}  {origin.provider}",
        f"vendor {origin.vendor}",
        f"adjusted {origin.adjusted}",
        *([origin.currency] if origin.currency else []),
        f"{one.sessions:,} sessions since {one.first}" if one.first else "no bars yet",
        *([f"fetched {clock.stamp(origin.fetched_at)}"] if origin.fetched_at else []),
    ]
    titles = ("open", "high", "low", "close", "volume")
    head = "session     " + "".join(f"{title:>14}" for title in titles) + "  known at"
    rows = [told_row(row) for row in one.rows]
    return [", ".join(parts), *([head] if rows else []), *rows, *one.restated, ""]


def told_row(row: market.Row) -> str:
    """One bar, when it was known, and what it was before."""
    cells = [row.open, row.high, row.low, row.close, row.volume]
    figures = "".join(
        f"{'-' if cell is None else f'{cell:.10g}':>14}" for cell in cells
    )
    was = f", was {', '.join(f'{close:.10g}' for close in row.was)}" if row.was else ""
    why = "" if row.why == "published" else f"  {row.why}{was}"
    return f"{row.session}  {figures}  {clock.stamp(row.known_at)}{why}"
