"""The bench of angles: a table of every candidate, and a line that counts them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench.angles import SEEDED, main, moment_of
from generator.errors import GeneratorError
from generator.plain.places import SEEDS


def test_the_recorded_day_lists_every_candidate_and_what_became_of_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = main([SEEDS / "feeds"], [SEEDS / "prices"], SEEDED)
    day = found["editions"]["feeds"]  # type: ignore[index]
    lines = capsys.readouterr().out.splitlines()
    assert day["notes"] == ["SPX", "IXIC"]
    assert day["candidates"] == day["by_news"] + day["by_tape"] == found["candidates"]
    assert sum(": a note" in line for line in lines) == 2
    assert any(line.startswith("most covered   SPX") for line in lines)


def test_a_folder_is_read_as_of_the_evening_of_the_day_it_is_named_for() -> None:
    evening = datetime(2026, 2, 8, 22, tzinfo=UTC)
    assert (
        moment_of(Path("2026-02-08")) == moment_of(Path("2026-02-08/feeds")) == evening
    )
    with pytest.raises(GeneratorError, match="--as-of"):
        moment_of(Path("feeds"))
