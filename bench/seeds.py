"""The desk that the seeds describe, for benches that bring no settings."""

from generator.plain.places import SEEDS
from generator.plain.world import World, world


def desk() -> World:
    """The instruments, sources, themes, releases and names of the seeds."""
    return world(
        instruments=SEEDS / "instruments.toml",
        sources=SEEDS / "sources.toml",
        playbook=SEEDS / "playbook",
        calendar=SEEDS / "calendar.toml",
    )
