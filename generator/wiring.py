"""Tables: a name in the settings -> what it stands for."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from generator import market, publish, writing
from generator.errors import PriceError
from generator.model.note import Draft, Plan
from generator.plain.places import SEEDS
from generator.plain.world import World
from generator.plain.world import world as read_world
from generator.settings import FILE, Settings, keys

STORE = "prices-store"  # of a workspace: what its providers answered
PROVIDERS = market.PROVIDERS


def by_template(plan: Plan, templates: Sequence[Path] = ()) -> Draft:
    """The draft that the forms of the templates give."""
    return writing.write(plan, templates)


def note_html(draft: Draft) -> str:
    """One note as a page."""
    return publish.note_html(draft)


def note_pdf(draft: Draft) -> bytes:
    """One note as PDF."""
    return publish.note_pdf(draft)


# Functions of this file, so that a wing loads when it is used and not with its table.
WRITERS: dict[str, Callable[[Plan, Sequence[Path]], Draft]] = {"template": by_template}
EXPORTERS: dict[str, Callable[[Draft], str | bytes]] = {
    "note.html": note_html,
    "note.pdf": note_pdf,
}


def rendered(draft: Draft) -> dict[str, bytes]:
    """The files of a release, by name."""
    made = {name: export(draft) for name, export in EXPORTERS.items()}
    return {
        name: body.encode() if isinstance(body, str) else body
        for name, body in made.items()
    }


def world(settings: Settings, workspace: Path) -> World:
    """What the desk knows, from the files that the settings name, else the seeds."""

    def chosen(given: Path | None, seed: str) -> Path:
        return workspace / given if given else SEEDS / seed

    return read_world(
        instruments=chosen(settings.instruments, "instruments.toml"),
        sources=chosen(settings.sources, "sources.toml"),
        playbook=chosen(settings.playbook, "playbook"),
        calendar=SEEDS / "calendar.toml",
    )


def panel(
    settings: Settings, workspace: Path, world: World, folders: Sequence[Path]
) -> market.Panel:
    """The bars of these folders, else of all that the settings name.

    PriceError: no folder is named and nothing is stored.
    """
    if folders:
        return market.load(folders, world.instruments)
    chosen, store = settings.prices, workspace / STORE
    named = [workspace / folder for folder in chosen.folders]
    found = market.load(
        named, world.instruments, store=store, providers=chosen.providers
    )
    if found.bars or found.broken:
        return found
    where = workspace / FILE
    if chosen.providers == ("folder",):
        raise PriceError(
            f"prices: no folder is named; give --prices DIR, or write prices.folders "
            f"in {where}"
        )
    raise PriceError(
        f"prices: {store} holds none of {', '.join(chosen.providers)}; run `strykr "
        f"prices update`, or give --prices DIR"
    )


def asking(
    settings: Settings, workspace: Path, world: World, now: datetime
) -> market.Asking:
    """What the providers of the settings need to be asked at a moment."""
    return market.Asking(
        now=now,
        folders=tuple(workspace / folder for folder in settings.prices.folders),
        keys=keys(),
        signed=frozenset(
            symbol
            for one in world.instruments.values()
            if one.kind == "rate"
            for symbol in (one.id, *one.symbols.values())
        ),
        base={
            str(name): address.rstrip("/")
            for name, address in settings.prices.addresses.items()
        },
    )
