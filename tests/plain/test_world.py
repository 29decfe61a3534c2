"""The desk's own files: read whole, or refused with the key that is wrong."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.errors import SettingsError
from generator.model.playbook import Dated, Saying
from generator.plain.places import SEEDS
from generator.plain.world import World, world


def a_world(folder: Path, file: str = "", old: str = "", new: str = "") -> World:
    """The World of the seeds with one change in one file."""
    folder.mkdir(exist_ok=True)
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
        ("calendar.toml", "dates =", "date =", "CPI: date: no such key; write dates"),
        ("calendar.toml", 'holiday = "', 'holyday = "', "report: rules: holyday"),
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


def test_the_days_of_a_calendar_may_stand_one_to_a_table(tmp_path: Path) -> None:
    row = '\n[[date]]\nrelease = "CPI"\ndate = 2027-01-13\n\n[[release]]\n'
    made = a_world(tmp_path, "calendar.toml", "\n[[release]]\n", row)
    assert made.dated == (Dated("CPI", date(2027, 1, 13)),)
    with pytest.raises(SettingsError, match="entry 1: relase: no such key"):
        a_world(
            tmp_path / "other",
            "calendar.toml",
            "\n[[release]]\n",
            row.replace("release", "relase", 1),
        )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('day = "last tuesday"', 'day = "lst tuesday"', "no such rule; write one like"),
        ('after Fed decision"}', 'after Fed decisions"}', "Fed minutes: rules"),
        ("Europe/Berlin", "Europe/Berln", "zone = 'Europe/Berln': not known"),
        ("hour = 08:30:00", 'hour = "half past eight"', "hour = 'half past eight'"),
        ("own = true", "own = true\nrules = 3", "rules = 3"),
        ('holiday = "before"', 'holiday = "befour"', "rules.0.holiday = 'befour'"),
    ],
)
def test_a_calendar_that_cannot_be_read_says_where_and_how_to_mend_it(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        a_world(tmp_path, "calendar.toml", old, new)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_saying_of_a_theme_may_name_the_words_beside_which_it_stands(
    tmp_path: Path,
) -> None:
    made = a_world(tmp_path, "playbook/labour.toml", "mechanism = [", TABLE)
    first = made.themes["labour"].mechanism[0]
    assert first == Saying(say="Less pay.", beside=("pay cut", "wage*"))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('if = ["pay cut"', 'iff = ["pay cut"', "iff: no such key; write if"),
        ('if = ["pay cut", "wage*"]', "if = []", "no saying with its words"),
        (', if = ["pay cut", "wage*"]', "", "no saying with its words; write {say"),
        ('say = "Less pay."', "say = 3", "no saying with its words"),
        ('{say = "Less pay.", if = ["pay cut", "wage*"]}', "3", "mechanism.0"),
    ],
)
def test_a_saying_that_cannot_be_read_is_named_with_its_part_and_mend(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    table = TABLE.replace(old, new)
    assert table != TABLE
    with pytest.raises(SettingsError) as caught:
        a_world(tmp_path, "playbook/labour.toml", "mechanism = [", table)
    assert told in str(caught.value)
    assert "labour" in str(caught.value)
    assert "\n" not in str(caught.value)


TABLE = 'mechanism = [\n  {say = "Less pay.", if = ["pay cut", "wage*"]},'
