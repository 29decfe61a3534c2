"""The desk's own files: read whole, or refused with the key that is wrong."""

import shutil
from pathlib import Path

import pytest

from generator.errors import SettingsError
from generator.plain.places import SEEDS
from generator.plain.world import World, world


def a_world(folder: Path, file: str = "", old: str = "", new: str = "") -> World:
    """The World of the seeds with one change in one file."""
    for name in ("instruments.toml", "sources.toml", "calendar.toml"):
        shutil.copy(SEEDS / name, folder)
    shutil.copytree(SEEDS / "playbook", folder / "playbook")
    if file:
        text = (folder / file).read_text("utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    return world(
        instruments=folder / "instruments.toml",
        sources=folder / "sources.toml",
        playbook=folder / "playbook",
        calendar=folder / "calendar.toml",
    )


def test_the_seeds_have_no_unknown_key(tmp_path: Path) -> None:
    assert "SPX" in a_world(tmp_path).instruments


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("instruments.toml", "benchmarks =", "benchmrks =", "write benchmarks"),
        ("sources.toml", "cadence =", "cadense =", "fed-press: cadense"),
        ("calendar.toml", "aliases =", "alias =", "write aliases"),
        ("calendar.toml", "release =", "relase =", "entry 1: relase"),
        ("playbook/labour.toml", "match =", "matches =", "labour: matches"),
        ("playbook/labour.toml", "direction =", "qqq = 1\ndirection =", "take it out"),
    ],
)
def test_an_unknown_key_is_named_with_its_file_and_row(
    tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    with pytest.raises(SettingsError, match="no such key") as caught:
        a_world(tmp_path, file, old, new)
    assert told in str(caught.value)
    assert file in str(caught.value)
    assert "\n" not in str(caught.value)
