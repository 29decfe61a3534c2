"""The bench of names: what it resolves, what it counts, and how it refuses a file."""

import json
from functools import cache
from pathlib import Path

import pytest

from bench.names import Resolver, Row, cells, main, tallied, trapped
from generator.plain.places import SEEDS
from generator.plain.world import world


@cache
def a_resolver() -> Resolver:
    return Resolver(
        world(
            instruments=SEEDS / "instruments.toml",
            sources=SEEDS / "sources.toml",
            playbook=SEEDS / "playbook",
            calendar=SEEDS / "calendar.toml",
        ).lexicon
    )


def rows(folder: Path, text: str) -> list[Row]:
    path = folder / "labels.tsv"
    path.write_text(text, "utf-8")
    return a_resolver().rows(path)


def rates(labelled: list[Row], kinds: tuple[str, ...] = ()) -> tuple[float, float]:
    tally = tallied(labelled, a_resolver().lexicon, kinds or None)
    return tally.rate(tally.wrong), tally.rate(tally.missed)


@pytest.mark.parametrize(
    ("label", "ids"),
    [
        ("JPM", {"JPM"}),
        ("jpmorgan chase", {"JPM"}),
        ("company:TM", {"7203.T"}),
        ("instrument:OIL", {"WTI"}),
        ("$AAPL", {"AAPL"}),
        ("person:Yellen", {"janet-yellen"}),
        ("place:US", {"united-states"}),
        ("nobody at all", set()),
    ],
)
def test_a_label_is_resolved_by_id_ticker_or_name(label: str, ids: set[str]) -> None:
    assert a_resolver().label(label).ids == ids


@pytest.mark.parametrize("mark", [";", ",", "|"])
def test_entities_may_be_parted_by_any_mark(tmp_path: Path, mark: str) -> None:
    (row,) = rows(tmp_path, f"Visa and Nvidia gain\tV{mark} NVDA\n")
    assert [one.text for one in row.labels] == ["V", "NVDA"]


def test_a_header_names_the_columns(tmp_path: Path) -> None:
    path = tmp_path / "headed.tsv"
    path.write_text("part\tentities\ttext\ndev\tNVDA\tNvidia gains\n", "utf-8")
    assert list(cells(path, "entities")) == [("Nvidia gains", "NVDA")]


def test_what_is_found_and_labelled_is_right(tmp_path: Path) -> None:
    assert rates(rows(tmp_path, "Nvidia gains\tNVDA\n")) == (1.0, 1.0)


def test_what_is_found_and_not_labelled_is_wrong(tmp_path: Path) -> None:
    labelled = rows(tmp_path, "Nvidia gains\tNVDA\nPfizer falls\t\n")
    assert rates(labelled) == (0.5, 1.0)


def test_what_the_lexicon_does_not_know_is_missed(tmp_path: Path) -> None:
    labelled = rows(tmp_path, "Nvidia and Zedworks gain\tNVDA;Zedworks\n")
    assert rates(labelled) == (1.0, 0.5)


def test_an_entity_that_is_optional_counts_neither_way(tmp_path: Path) -> None:
    labelled = rows(tmp_path, "Nvidia gains\t~NVDA\nPfizer falls\tPFE;~Zedworks\n")
    assert rates(labelled) == (1.0, 1.0)


def test_a_kind_that_is_labelled_nowhere_is_not_scored(tmp_path: Path) -> None:
    labelled = rows(tmp_path, "Nvidia gains in China\tNVDA\n")
    assert rates(labelled) == (1.0, 1.0)
    assert rates(labelled, ("company", "place")) == (0.5, 1.0)


def test_one_stretch_with_two_meanings_is_right_by_either(tmp_path: Path) -> None:
    assert rates(rows(tmp_path, "FOMC meets\tfed\n"), ("institution", "release")) == (
        1.0,
        1.0,
    )


def test_a_trap_that_is_linked_is_told(tmp_path: Path) -> None:
    path = tmp_path / "traps.tsv"
    path.write_text("text\tnot\nVisa shares rise\tV\nApple pie\tAAPL\n", "utf-8")
    assert trapped(path, a_resolver()) == [("Visa shares rise", "instrument:V")]


def test_the_last_line_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--errors"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert told["bench"] == "names"
    assert told["precision"] >= 0.97
    assert told["recall"] >= 0.9
    assert told["traps_linked"] == 0
    assert told["per_s"] > 0


def test_a_file_that_is_not_there_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "none.tsv")]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "none.tsv" in line
    assert "text<TAB>entities" in line


def test_a_file_of_bytes_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bytes.tsv").write_bytes(b"\xff\xfe\x00")
    assert main([str(tmp_path / "bytes.tsv")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_trees_own_file_is_large_and_varied() -> None:
    path = Path(__file__).resolve().parents[2] / "bench" / "names.tsv"
    labelled = a_resolver().rows(path)
    assert len(labelled) >= 250
    assert all(one.ids for row in labelled for one in row.labels)
    assert sum(not row.labels for row in labelled) >= 20
