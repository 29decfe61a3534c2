"""Tables: a name in the settings -> what it stands for."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generator import market, publish, writing
from generator.errors import PriceError
from generator.model.market import Instrument
from generator.model.note import Draft, Plan
from generator.plain.places import SEEDS
from generator.plain.world import World
from generator.plain.world import world as read_world
from generator.settings import FILE, Settings

PROVIDERS: dict[
    str, Callable[[Sequence[Path], Mapping[str, Instrument]], market.Panel]
] = {"folder": market.load}
WRITERS: dict[str, Callable[[Plan, Sequence[Path]], Draft]] = {
    "template": writing.write
}
EXPORTERS: dict[str, Callable[[Draft], str | bytes]] = {
    "note.html": publish.note_html,
    "note.pdf": publish.note_pdf,
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
    """The bars of these folders, else of those that the settings name."""
    named = folders or [workspace / folder for folder in settings.prices.folders]
    if not named:
        raise PriceError(
            f"prices: no folder is named; give --prices DIR, or write prices.folders "
            f"in {workspace / FILE}"
        )
    return PROVIDERS[settings.prices.providers[0]](named, world.instruments)
