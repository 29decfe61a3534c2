"""The store: what was known when, kept whole, and nothing asked twice in vain."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from generator import market
from generator.errors import DiskError, PriceError
from generator.market import Asking, Round, Update
from generator.market.bars import FIELDS, Bars, Origin
from generator.market.providers import Answer
from generator.market.store import held, path_of
from generator.model.market import Instrument
from tests.market.scenes import SUNDAY, at, lone, sessions
from tests.trips.days import differing, tree

DAYS = sessions("2025-01-02", "2026-02-06")
MONDAY = at("2026-02-09T23:00")
ORIGIN = Origin(provider="toy", vendor="toy", adjusted="splits", currency="USD")


def some(days: Sequence[date], start: float = 100.0, **more: Any) -> Bars:
    """Bars of those days that climb by one point a session."""
    close = start + np.arange(len(days), dtype=float)
    return replace(
        Bars(
            np.array(days, dtype="datetime64[D]"),
            close - 0.5,
            close + 1,
            close - 1,
            close,
            np.full(len(days), 1e6),
            np.zeros(len(days), dtype=bool),
            origin=ORIGIN,
        ),
        **more,
    )


def scaled(bars: Bars, factor: float, **more: Any) -> Bars:
    """The bars on another scale, as vendors give them after a split."""
    prices = {name: getattr(bars, name) * factor for name in FIELDS[:4]}
    return replace(bars, **prices, volume=bars.volume / factor, **more)


def with_close(bars: Bars, day: str, close: float) -> Bars:
    """The bars with another close on one day."""
    where = bars.dates == np.datetime64(day)
    assert where.any()
    return replace(bars, close=np.where(where, close, bars.close))


@dataclass
class Vendor:
    """A service that has these bars, and remembers from when it was asked."""

    has: Mapping[str, Bars]
    faults: tuple[str, ...] = ()
    asked: list[tuple[str, date]] = field(default_factory=list)

    def bars(self, symbols: Sequence[str], first: date, last: date) -> Answer:
        self.asked += [(symbol, first) for symbol in symbols]
        found = {name: self.has[name] for name in symbols if name in self.has}
        span = {
            name: bars.taken(
                (bars.dates >= np.datetime64(first))
                & (bars.dates <= np.datetime64(last))
            )
            for name, bars in found.items()
        }
        return Answer(span, self.faults)

    def ready(self) -> str:
        return "always"


def known(*ids: str, **more: Any) -> dict[str, Instrument]:
    """Instruments that the vendor calls as we do."""
    return {one: lone(one, symbols={"toy": one}, **more) for one in ids or ("RUT",)}


def updated(
    tmp_path: Path, vendor: Vendor, now: datetime = SUNDAY, **more: Any
) -> list[Update]:
    """What an update of all that the vendor is asked for came to."""
    instruments = more.pop("instruments", None) or known(*vendor.has)
    turn = Round(provider="toy", service=vendor, now=now, store=tmp_path / "store")
    return list(market.updates(turn, list(instruments.values()), **more))


def stored(tmp_path: Path, name: str = "RUT") -> Bars:
    """The bars of the store as they stand."""
    kept = held(path_of(tmp_path / "store", "toy", name))
    assert kept
    return kept.bars


def panel(tmp_path: Path, *ids: str) -> market.Panel:
    """The panel of the store alone."""
    return market.load(
        [], known(*ids), store=tmp_path / "store", providers=("folder", "toy")
    )


def test_a_first_update_keeps_all_and_knows_each_bar_from_its_close(
    tmp_path: Path,
) -> None:
    (told,) = updated(tmp_path, Vendor({"RUT": some(DAYS)}))
    assert (told.state, told.change.new, told.last) == ("kept", len(DAYS), DAYS[-1])
    bars = stored(tmp_path)
    assert bars.revisions is None
    assert bars.lines() == some(DAYS).lines()
    assert (bars.origin.provider, bars.origin.currency) == ("toy", "USD")
    assert bars.origin.fetched_at == SUNDAY
    (held_,) = market.holdings(panel(tmp_path), "RUT", SUNDAY, 1)
    assert held_.rows[0].known_at == at("2026-02-06T21:00")


def test_a_bar_of_a_session_that_goes_on_is_not_kept(tmp_path: Path) -> None:
    vendor = Vendor({"RUT": some(DAYS)})
    (told,) = updated(tmp_path, vendor, at("2026-02-06T20:59"))
    assert (told.waiting, told.last) == (1, date(2026, 2, 5))
    assert len(stored(tmp_path)) == len(DAYS) - 1
    (told,) = updated(tmp_path, vendor, at("2026-02-06T21:00"))
    assert (told.change.new, told.waiting, told.last) == (1, 0, DAYS[-1])


def test_the_publication_lag_of_an_instrument_holds_its_bar_back(
    tmp_path: Path,
) -> None:
    vendor = Vendor({"RUT": some(DAYS)})
    late = {"RUT": lone("RUT", symbols={"toy": "RUT"}, lag_minutes=15)}
    (told,) = updated(tmp_path, vendor, at("2026-02-06T21:14"), instruments=late)
    assert told.waiting == 1


def test_an_update_repeated_asks_nothing_and_changes_no_byte(tmp_path: Path) -> None:
    vendor = Vendor({"RUT": some(DAYS)})
    updated(tmp_path, vendor)
    before = tree(tmp_path)
    (told,) = updated(tmp_path, vendor, SUNDAY + timedelta(hours=1))
    assert (told.state, len(vendor.asked)) == ("current", 1)
    (told,) = updated(tmp_path, vendor, SUNDAY + timedelta(hours=1), anew=True)
    assert (told.state, bool(told.change), len(vendor.asked)) == ("kept", False, 2)
    assert tree(tmp_path) == before


def test_only_what_is_missing_is_asked_for_with_a_month_before(tmp_path: Path) -> None:
    vendor = Vendor({"RUT": some(DAYS)})
    updated(tmp_path, vendor, at("2026-01-30T22:00"))
    updated(tmp_path, vendor)
    assert [first for _, first in vendor.asked] == [
        date(1900, 1, 1),
        date(2026, 1, 30) - timedelta(days=30),
    ]
    assert stored(tmp_path).lines() == some(DAYS).lines()


def test_a_correction_is_one_more_row_known_from_its_update(tmp_path: Path) -> None:
    first = some(DAYS)
    updated(tmp_path, Vendor({"RUT": first}))
    mended = with_close(some([*DAYS, date(2026, 2, 9)]), "2026-02-05", 999.0)
    (told,) = updated(tmp_path, Vendor({"RUT": mended}), MONDAY)
    was = float(first.close[-2])
    assert told.change.corrected == (f"2026-02-05 close {was:g} -> 999",)
    assert told.change.new == 1
    bars = stored(tmp_path)
    assert bars.lines() == mended.lines()
    assert bars.at(SUNDAY).lines() == first.lines()
    assert bars.at(MONDAY - timedelta(seconds=1)).close[-3:-1].tolist() == [
        was,
        float(first.close[-1]),
    ]
    assert bars.at(MONDAY).lines() == mended.lines()
    assert bars.at(MONDAY).revised == MONDAY


def test_both_rows_of_a_corrected_session_are_shown(tmp_path: Path) -> None:
    updated(tmp_path, Vendor({"RUT": some(DAYS)}))
    mended = with_close(some([*DAYS, date(2026, 2, 9)]), "2026-02-06", 999.0)
    updated(tmp_path, Vendor({"RUT": mended}), MONDAY)
    (before,) = market.holdings(panel(tmp_path), "RUT", SUNDAY, 1)
    (after,) = market.holdings(panel(tmp_path), "RUT", MONDAY, 2)
    was = float(some(DAYS).close[-1])
    assert (before.rows[0].close, before.rows[0].was) == (was, ())
    assert before.rows[0].known_at == at("2026-02-06T21:00")
    corrected = after.rows[0]
    assert (corrected.close, corrected.was, corrected.why) == (999, (was,), "corrected")
    assert corrected.known_at == MONDAY


def test_noise_of_floats_is_no_correction(tmp_path: Path) -> None:
    updated(tmp_path, Vendor({"RUT": some(DAYS)}))
    before = tree(tmp_path)
    noisy = scaled(some(DAYS), 1 + 3e-8)
    (told,) = updated(tmp_path, Vendor({"RUT": noisy}), MONDAY, anew=True)
    assert not told.change
    assert tree(tmp_path) == before


def test_a_hole_is_filled_from_now_on_only(tmp_path: Path) -> None:
    whole = some([*DAYS, date(2026, 2, 9)])
    updated(tmp_path, Vendor({"RUT": whole.taken(whole.dates != DAYS[-3])}))
    (told,) = updated(tmp_path, Vendor({"RUT": whole}), MONDAY)
    assert (told.change.new, told.change.filled) == (1, 1)
    bars = stored(tmp_path)
    assert DAYS[-3] not in bars.at(SUNDAY).dates.tolist()
    assert bars.at(MONDAY).lines() == whole.lines()


def test_older_history_that_comes_later_is_known_from_its_publication(
    tmp_path: Path,
) -> None:
    whole = some(DAYS)
    updated(tmp_path, Vendor({"RUT": whole.taken(slice(50, None))}))
    (told,) = updated(tmp_path, Vendor({"RUT": whole}), MONDAY, anew=True)
    assert told.change.new == 50
    assert stored(tmp_path).revisions is None
    assert stored(tmp_path).lines() == whole.lines()


def test_a_split_restates_the_history_in_one_line(tmp_path: Path) -> None:
    old = some(DAYS, dividends={DAYS[9]: 0.8})
    updated(tmp_path, Vendor({"RUT": old}))
    days = [*DAYS, date(2026, 2, 9)]
    split = {date(2026, 2, 9): 4.0}
    fresh = scaled(some(days), 0.25, splits=split, dividends={DAYS[9]: 0.2})
    vendor = Vendor({"RUT": fresh})
    (told,) = updated(tmp_path, vendor, MONDAY)
    assert told.change.restated == "4:1 split on 2026-02-09, history restated"
    assert (told.change.new, told.change.corrected) == (1, ())
    assert [first for _, first in vendor.asked][1] == date(1900, 1, 1)
    bars = stored(tmp_path)
    assert bars.lines() == fresh.lines()
    assert bars.at(SUNDAY).lines() == old.lines()
    then_told = (bars.at(SUNDAY).splits, bars.at(SUNDAY).dividends)
    assert then_told == ({}, {DAYS[9]: 0.8})
    assert (bars.splits, bars.at(MONDAY).dividends) == (split, {DAYS[9]: 0.2})
    (now,) = market.holdings(panel(tmp_path), "RUT", MONDAY, 3)
    assert now.restated == (told.change.restated,)
    (then,) = market.holdings(panel(tmp_path), "RUT", SUNDAY, 3)
    assert then.restated == ()


def test_no_moment_sees_two_scales(tmp_path: Path) -> None:
    updated(tmp_path, Vendor({"RUT": some(DAYS[:-10])}), at("2026-01-25T12:00"))
    split = {DAYS[-4]: 4.0}
    updated(tmp_path, Vendor({"RUT": scaled(some(DAYS), 0.25, splits=split)}))
    bars = stored(tmp_path)
    for day in DAYS[-15:]:
        closes = bars.at(at(f"{day}T22:00")).close
        assert closes.max() < 1.1 * closes[-1]


def test_a_new_scale_without_a_split_is_named_with_its_factor(tmp_path: Path) -> None:
    updated(tmp_path, Vendor({"RUT": some(DAYS)}))
    pounds = scaled(some([*DAYS, date(2026, 2, 9)]), 0.01)
    (told,) = updated(tmp_path, Vendor({"RUT": pounds}), MONDAY)
    assert told.change.restated == (
        "history to 2026-02-06 restated by a factor of 0.01, and no split was told"
    )


def test_a_dividend_taken_off_the_history_is_named(tmp_path: Path) -> None:
    origin = replace(ORIGIN, adjusted="splits and dividends")
    updated(tmp_path, Vendor({"RUT": some(DAYS, origin=origin)}))
    fresh = some([*DAYS, date(2026, 2, 9)], origin=origin)
    before = fresh.dates < np.datetime64("2026-02-09")
    paid = replace(
        fresh,
        close=np.where(before, fresh.close * 0.99, fresh.close),
        dividends={date(2026, 2, 9): 3.8},
    )
    (told,) = updated(tmp_path, Vendor({"RUT": paid}), MONDAY)
    assert told.change.restated == (
        "dividend of 2026-02-09, history to 2026-02-06 restated by a factor of 0.99"
    )


def test_a_history_rewritten_at_random_is_named_and_counted(tmp_path: Path) -> None:
    updated(tmp_path, Vendor({"RUT": some(DAYS)}))
    noise = 1 + np.linspace(-0.02, 0.01, len(DAYS))
    fresh = replace(some(DAYS), close=some(DAYS).close * noise)
    (told,) = updated(tmp_path, Vendor({"RUT": fresh}), MONDAY, anew=True)
    assert told.change.corrected == ()
    assert f"restated in {len(DAYS)} closes, by 2.00% at most" in told.change.restated


def test_rows_that_a_restated_history_lacks_are_set_aside_not_lost(
    tmp_path: Path,
) -> None:
    updated(tmp_path, Vendor({"RUT": some(DAYS)}))
    short = scaled(some(DAYS).taken(slice(20, None)), 0.5, splits={DAYS[-1]: 2.0})
    updated(tmp_path, Vendor({"RUT": short}), MONDAY, anew=True)
    bars = stored(tmp_path)
    assert bars.lines() == short.lines()
    assert bars.at(SUNDAY).lines() == some(DAYS).lines()


def test_a_second_restatement_stands_on_the_first(tmp_path: Path) -> None:
    histories = [some(DAYS[:-2])]
    for number, day in ((1, DAYS[-2]), (2, DAYS[-1])):
        until = some(DAYS[: len(DAYS) - 2 + number])
        histories.append(scaled(until, 0.5**number, splits={day: 2.0}))
    moments = [at(f"{history.day(-1)}T21:30") for history in histories]
    for moment, history in zip(moments, histories, strict=True):
        updated(tmp_path, Vendor({"RUT": history}), moment)
    bars = stored(tmp_path)
    for moment, history in zip(moments, histories, strict=True):
        assert bars.at(moment).lines() == history.lines()
    assert bars.revisions
    assert [one.why for one in bars.revisions.restated] == [
        f"2:1 split on {day}, history restated" for day in DAYS[-2:]
    ]


@pytest.mark.parametrize(
    ("origin", "word"),
    [
        ({"currency": "GBp"}, "its currency was 'USD' and is 'GBp' now"),
        ({"adjusted": "none"}, "its adjusted was 'splits' and is 'none' now"),
    ],
)
def test_bars_of_another_kind_never_join(
    tmp_path: Path, origin: Mapping[str, Any], word: str
) -> None:
    updated(tmp_path, Vendor({"RUT": some(DAYS)}))
    before = tree(tmp_path)
    other = some([*DAYS, date(2026, 2, 9)], origin=replace(ORIGIN, **origin))
    (told,) = updated(tmp_path, Vendor({"RUT": other}), MONDAY)
    assert told.state == "missing"
    assert word in told.faults[0]
    assert tree(tmp_path) == before


def test_an_update_before_the_last_one_is_refused(tmp_path: Path) -> None:
    updated(tmp_path, Vendor({"RUT": some(DAYS)}))
    with pytest.raises(PriceError, match="updated as of 2026-02-08T22:00:00Z"):
        updated(tmp_path, Vendor({"RUT": some(DAYS)}), at("2026-02-01T22:00"))


def test_an_instrument_without_bars_is_missing_and_the_others_go_on(
    tmp_path: Path,
) -> None:
    vendor = Vendor({"SPX": some(DAYS)}, faults=("toy RUT: no such symbol; mend it",))
    told = updated(tmp_path, vendor, instruments=known("RUT", "SPX"))
    assert [(one.subject, one.state) for one in told] == [
        ("", "missing"),
        ("RUT", "missing"),
        ("SPX", "kept"),
    ]
    assert told[0].faults == vendor.faults


def test_a_provider_that_gives_up_is_asked_no_further(tmp_path: Path) -> None:
    ids = [f"I{number}" for number in range(25)]
    vendor = Vendor({}, faults=("toy: quota spent, so no bars; come back tomorrow",))
    told = updated(tmp_path, vendor, instruments=known(*ids))
    assert len(vendor.asked) == 10
    assert told[-1].faults == (
        f"toy: not asked for {', '.join(ids[10:])}; run `strykr prices update` again",
    )


def test_what_lacks_little_is_asked_for_first(tmp_path: Path) -> None:
    updated(tmp_path, Vendor({"SPX": some(DAYS[:-1])}), at("2026-02-05T22:00"))
    vendor = Vendor({"RUT": some(DAYS), "SPX": some(DAYS)})
    updated(tmp_path, vendor)
    assert [symbol for symbol, _ in vendor.asked] == ["SPX", "RUT"]


def test_a_kill_between_two_instruments_and_a_rerun_give_the_same_files(
    tmp_path: Path,
) -> None:
    vendor = Vendor({"RUT": some(DAYS), "SPX": some(DAYS, 50), "DJI": some(DAYS, 70)})
    updated(tmp_path / "whole", vendor)
    turn = Round(
        provider="toy", service=vendor, now=SUNDAY, store=tmp_path / "cut" / "store"
    )
    killed = market.updates(turn, list(known(*vendor.has).values()))
    next(killed)
    del killed
    assert len(tree(tmp_path / "cut")) == 1
    updated(tmp_path / "cut", vendor, SUNDAY)
    assert differing(tmp_path / "cut", tmp_path / "whole") == []


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (b"", "broken"),
        (b"PAR1 is not enough", "broken"),
        (b"date,close\n2026-02-06,1\n", "broken"),
    ],
)
def test_a_broken_file_is_one_line_and_never_written_over(
    tmp_path: Path, body: bytes, word: str
) -> None:
    vendor = Vendor({"RUT": some(DAYS), "SPX": some(DAYS)})
    updated(tmp_path, vendor)
    path = path_of(tmp_path / "store", "toy", "RUT")
    path.write_bytes(body)
    told = updated(tmp_path, vendor, MONDAY)
    assert [one.state for one in told] == ["missing", "kept"]
    (fault,) = told[0].faults
    assert fault.startswith(f"store/toy/RUT.parquet: {word}")
    assert "\n" not in fault
    assert path.read_bytes() == body
    found = panel(tmp_path, "RUT", "SPX")
    assert found.faults == (fault,)
    assert (found.unusable, list(found.bars)) == (("RUT",), ["SPX"])
    assert found.broken == ("store/toy/RUT.parquet",)


def test_a_half_of_a_good_file_is_broken(tmp_path: Path) -> None:
    updated(tmp_path, Vendor({"RUT": some(DAYS)}))
    path = path_of(tmp_path / "store", "toy", "RUT")
    whole = path.read_bytes()
    for size in (len(whole) // 2, len(whole) - 1, 4):
        path.write_bytes(whole[:size])
        with pytest.raises(PriceError, match=r"store/toy/RUT\.parquet: "):
            held(path)


def test_a_bit_that_flips_on_the_disk_is_never_read_as_another_figure(
    tmp_path: Path,
) -> None:
    updated(tmp_path, Vendor({"RUT": some(DAYS)}))
    path = path_of(tmp_path / "store", "toy", "RUT")
    whole, lines = path.read_bytes(), some(DAYS).lines()
    for place in range(0, len(whole), 37):
        spoilt = bytearray(whole)
        spoilt[place] ^= 1 << place % 8
        path.write_bytes(spoilt)
        with suppress(PriceError):
            kept = held(path)
            assert kept
            assert kept.bars.lines() == lines


def test_a_file_of_another_schema_says_so(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = path_of(tmp_path / "store", "toy", "RUT")
    path.parent.mkdir(parents=True)
    pq.write_table(pa.table({"date": ["2026-02-06"], "close": [1.0]}), path)
    with pytest.raises(PriceError, match="not written by strykr; move it aside"):
        held(path)
    path.unlink()
    updated(tmp_path, Vendor({"RUT": some(DAYS)}))
    table = pq.read_table(path)
    told = table.schema.metadata[b"strykr"].replace(b"bars/1", b"bars/9")
    pq.write_table(table.replace_schema_metadata({b"strykr": told}), path)
    with pytest.raises(PriceError, match="written as 'bars/9' by another version"):
        held(path)


def test_a_disk_that_refuses_is_one_line_and_keeps_the_old_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    updated(tmp_path, Vendor({"RUT": some(DAYS)}))
    before = tree(tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    fresh = Vendor({"RUT": some([*DAYS, date(2026, 2, 9)])})
    with pytest.raises(DiskError, match="the disk is full"):
        updated(tmp_path, fresh, MONDAY)
    assert tree(tmp_path) == before


def test_fields_that_are_absent_or_refused_come_back_as_they_were(
    tmp_path: Path,
) -> None:
    bare = some(DAYS)
    bare.volume[:] = np.nan
    bare.high[5] = bare.low[5] = np.nan
    bare.refused[5] = True
    paid = replace(bare, splits={DAYS[9]: 2.0}, dividends={DAYS[7]: 0.24})
    (told,) = updated(tmp_path, Vendor({"RUT": paid}))
    assert told.change.refused == 1
    bars = stored(tmp_path)
    assert bars.lines() == bare.lines()
    assert np.flatnonzero(bars.refused).tolist() == [5]
    assert (bars.splits, bars.dividends) == ({DAYS[9]: 2.0}, {DAYS[7]: 0.24})


def test_a_past_note_is_computed_anew_from_what_was_known_then(tmp_path: Path) -> None:
    updated(tmp_path, Vendor({"RUT": some(DAYS)}))
    before = market.read(panel(tmp_path), SUNDAY)
    days = [*DAYS, date(2026, 2, 9)]
    updated(
        tmp_path, Vendor({"RUT": with_close(some(days), "2026-02-05", 390.0)}), MONDAY
    )
    again = market.read(panel(tmp_path), SUNDAY)
    assert dict(again.facts) == dict(before.facts)
    after = market.read(panel(tmp_path), MONDAY)
    past = after.price("RUT", "return", 2)
    assert past
    assert past.value == pytest.approx(float(some(days).close[-1]) / 390 - 1)
    assert past.known_at == MONDAY
    recomputed = market.again(panel(tmp_path), past, MONDAY)
    assert recomputed == past
    assert "2026-02-05," in market.bars(panel(tmp_path), past)


def test_asking_never_prints_a_key() -> None:
    asking = Asking(now=SUNDAY, keys={"STRYKR_TIINGO_KEY": "hush"})
    assert "hush" not in repr(asking)
