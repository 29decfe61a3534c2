"""Price services over HTTP: good replies become bars, all others one line."""

import socket
from dataclasses import replace
from datetime import date

import pytest

from generator.errors import PriceError
from generator.market.providers import PROVIDERS, ready
from generator.market.providers.cboe import CBOE
from generator.market.providers.wire import Service
from tests.market.providers.wires import (
    CSV,
    FIRST,
    LAST,
    NOW,
    PAGE,
    SYMBOLS,
    Pauses,
    Said,
    Wire,
    answer,
    asking,
    fault,
)

SERVICES = sorted(SYMBOLS)
KEYED = ["stooq", "tiingo"]
CLOSES = {
    "cboe": [21.77, 17.76],
    "fred": [6882.72, 6932.30],
    "stooq": [6798.4, 6932.3],
    "tiingo": [677.62, 690.62],
}


@pytest.mark.parametrize("name", SERVICES)
def test_a_good_reply_becomes_bars_that_know_their_origin(
    name: str, wire: Wire
) -> None:
    wire.says = [Said(CSV[name])]
    told = answer(name, wire)
    assert told.faults == ()
    bars = told.bars[SYMBOLS[name]]
    assert bars.close.tolist() == CLOSES[name]
    assert bars.day(-1) == LAST
    origin = bars.origin
    assert (origin.provider, origin.vendor, origin.fetched_at) == (name, name, NOW)
    assert origin.url.startswith(wire.base)
    assert "secret" not in origin.url


@pytest.mark.parametrize("name", SERVICES)
@pytest.mark.parametrize(
    ("said", "word"),
    [
        (Said(b""), "empty"),
        (Said(PAGE), "a web page"),
        (Said(status=404), "no such symbol"),
        (Said(status=429), "the quota is spent (HTTP 429)"),
        (Said(status=500), "HTTP 500"),
        (Said(status=302, headers={"Location": "/again"}), "too many redirects"),
        (Said(status=302, headers={"Location": "file:///etc/passwd"}), "not reached"),
        (Said(b"\xff\xfe\x00"), "not UTF-8"),
        (Said(b'{"error": "maintenance"}'), "maintenance"),
        (Said(silent=True), "timeout"),
    ],
    ids=lambda one: str(one)[:20],
)
def test_a_bad_reply_is_one_line(name: str, said: Said, word: str, wire: Wire) -> None:
    wire.says = [said]
    line = fault(name, wire, seconds=0.2)
    assert word in line
    assert line.startswith(name)
    assert SYMBOLS[name] in line


@pytest.mark.parametrize("name", SERVICES)
def test_a_body_that_breaks_off_is_asked_for_again_and_then_named(
    name: str, wire: Wire
) -> None:
    cut = Said(CSV[name][:-20], headers={"Content-Length": str(len(CSV[name]))})
    wire.says = [cut, Said(CSV[name])]
    assert len(answer(name, wire).bars) == 1
    wire.says = [cut]
    assert "body broken off" in fault(name, wire)


def test_a_body_cut_at_its_source_loses_its_last_row_and_says_so(wire: Wire) -> None:
    wire.says = [Said(CSV["cboe"][:-12])]
    told = answer("cboe", wire)
    assert told.bars["VIX"].close.tolist() == [21.77]
    assert "cboe VIX: the last row is cut off" in told.faults[0]


def test_json_that_is_cut_is_no_bars(wire: Wire) -> None:
    wire.says = [Said(CSV["tiingo"][:-30])]
    assert "JSON that is cut off" in fault("tiingo", wire)


@pytest.mark.parametrize("name", SERVICES)
def test_an_unknown_symbol_does_not_keep_the_others_back(name: str, wire: Wire) -> None:
    wire.says = [Said(status=404), Said(CSV[name])]
    told = answer(name, wire, "GONE", SYMBOLS[name])
    assert list(told.bars) == [SYMBOLS[name]]
    (line,) = told.faults
    assert line.startswith(f"{name} GONE: no such symbol, or no longer; check")


@pytest.mark.parametrize("name", KEYED)
@pytest.mark.parametrize("status", [401, 403])
def test_a_wrong_key_ends_the_asking_with_the_name_of_the_key(
    name: str, status: int, wire: Wire
) -> None:
    wire.says = [Said(status=status)]
    line = fault(name, wire, "A", "B", "C")
    assert (
        f"the key was refused (HTTP {status}); no bars of A, B, C; set STRYKR" in line
    )
    assert len(wire.asked) == 1


@pytest.mark.parametrize("name", KEYED)
def test_without_its_key_a_service_is_not_asked(name: str, wire: Wire) -> None:
    for keys in ({}, {f"STRYKR_{name.upper()}_KEY": " "}):
        with pytest.raises(PriceError, match=f"{name}: needs a key; set STRYKR_"):
            PROVIDERS[name](asking(name, wire, keys=keys)).bars(["SPY"], FIRST, LAST)
    assert not wire.asked


def test_a_key_goes_where_the_service_wants_it(wire: Wire) -> None:
    wire.says = [Said(CSV["tiingo"]), Said(CSV["stooq"])]
    answer("tiingo", wire)
    answer("stooq", wire)
    (_, headers, _), (path, _, _) = wire.asked
    assert headers["Authorization"] == "Token tiingo-secret"
    assert path == ("/q/d/l/?s=%5Espx&d1=20260202&d2=20260206&i=d&apikey=stooq-secret")


def test_a_key_that_comes_back_in_a_reply_is_not_told(wire: Wire) -> None:
    wire.says = [Said(b'{"detail": "Token tiingo-secret is not valid."}')]
    assert "Token *** is not valid." in fault("tiingo", wire)


def test_the_addresses_are_those_of_the_documentation(wire: Wire) -> None:
    for name in ("cboe", "fred", "tiingo"):
        wire.says = [Said(CSV[name])]
        answer(name, wire)
    assert [path for path, _, _ in wire.asked] == [
        "/api/global/us_indices/daily_prices/VIX_History.csv",
        "/graph/fredgraph.csv?id=SP500&cosd=2026-02-02&coed=2026-02-06",
        "/tiingo/daily/SPY/prices?startDate=2026-02-02&endDate=2026-02-06&format=json",
    ]


@pytest.mark.parametrize(
    ("headers", "waited"),
    [
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": "0"}, 0),
        (
            {
                "Retry-After": "Sun, 08 Feb 2026 22:00:40 GMT",
                "Date": "Sun, 08 Feb 2026 22:00:10 GMT",
            },
            30,
        ),
        ({"Retry-After": "Sun, 08 Feb 2026 22:01:00 GMT"}, 60),
        ({"Retry-After": "Sun, 08 Feb 2026 21:00:00 GMT"}, 0),
        ({"Retry-After": "soon"}, 2),
        ({}, 2),
    ],
    ids=str,
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_service_is_asked_again_when_it_says(
    status: int, headers: dict[str, str], waited: float, wire: Wire
) -> None:
    wire.says = [Said(status=status, headers=headers), Said(CSV["cboe"])]
    pauses = Pauses()
    told = answer("cboe", wire, pause=pauses)
    assert (list(told.bars), told.faults) == (["VIX"], ())
    assert pauses.seconds == [waited]


def test_a_service_that_stays_busy_is_given_up(wire: Wire) -> None:
    wire.says = [Said(status=503)]
    pauses = Pauses()
    assert "cboe VIX: HTTP 503; run again later" in fault("cboe", wire, pause=pauses)
    assert (len(wire.asked), pauses.seconds) == (3, [2, 8])


def test_a_wait_that_is_too_long_is_not_waited_for(wire: Wire) -> None:
    wire.says = [Said(status=429, headers={"Retry-After": "3600"})]
    pauses = Pauses()
    line = fault("tiingo", wire, "A", "B", pause=pauses)
    assert "the quota is spent (HTTP 429, Retry-After 3600); no bars of A, B" in line
    assert (len(wire.asked), pauses.seconds) == (1, [])


def test_two_failures_in_a_row_end_the_asking(wire: Wire) -> None:
    wire.says = [Said(status=500)]
    told = answer("cboe", wire, "A", "B", "C", "D")
    assert told.faults == (
        "cboe A: HTTP 500; run again later",
        "cboe: HTTP 500; no bars of B, C, D; run again later",
    )


def test_a_good_reply_between_two_failures_keeps_the_asking_up(wire: Wire) -> None:
    lost = Said(status=500)
    good = Said(CSV["cboe"])
    wire.says = [lost, lost, lost, good, lost, lost, lost, good]
    told = answer("cboe", wire, "A", "B", "C", "D")
    assert list(told.bars) == ["B", "D"]
    assert [line[:6] for line in told.faults] == ["cboe A", "cboe C"]


def test_a_service_that_is_not_there_is_one_line_for_all(wire: Wire) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        wire.base = f"http://127.0.0.1:{taken.getsockname()[1]}"
        line = fault("fred", wire, "DGS10", "SP500")
    assert line == (
        "fred: not reached: no connection; no bars of DGS10, SP500; check the network"
    )


def test_one_connection_serves_all_symbols_with_a_polite_pause(wire: Wire) -> None:
    wire.says = [Said(CSV["stooq"])]
    pauses = Pauses()
    told = answer("stooq", wire, "^spx", "^dji", "^ndq", "^spx", pause=pauses)
    assert list(told.bars) == ["^spx", "^dji", "^ndq"]
    assert len({port for _, _, port in wire.asked}) == 1
    assert pauses.seconds == [1.0, 1.0]


def test_bars_beyond_the_span_are_not_given_and_a_delisted_name_is_told(
    wire: Wire,
) -> None:
    wire.says = [Said(b"DATE,VXO\n09/22/2021,21.3\n09/23/2021,18.88\n")]
    assert fault("cboe", wire, "VXO") == (
        "cboe VXO: no bars from 2026-02-02 to 2026-02-06, the last is of 2021-09-23; "
        "it may be delisted, check the symbol"
    )


def test_a_service_may_not_lead_inside_the_house(wire: Wire) -> None:
    wire.says = [Said(CSV["cboe"])]
    inside = replace(CBOE, base=wire.base)
    told = Service(inside, asking("cboe")).bars(["VIX"], FIRST, LAST)
    assert told.faults == (
        "cboe: not reached: private address refused; no bars of VIX; check the network",
    )
    assert not wire.asked


def test_a_series_of_cboe_may_have_closes_only(wire: Wire) -> None:
    wire.says = [Said(b"DATE,VVIX\n02/05/2026,120.1\n02/06/2026,98.85\n")]
    bars = answer("cboe", wire, "VVIX").bars["VVIX"]
    assert (bars.close.tolist(), bars.adjusted) == ([120.1, 98.85], "none")


def test_a_spread_below_zero_is_a_close_only_where_it_may_be(wire: Wire) -> None:
    wire.says = [Said(b"DATE,T10Y2Y\n2026-02-05,-0.12\n2026-02-06,-0.10\n")]
    signed = frozenset({"T10Y2Y"})
    bars = answer("fred", wire, "T10Y2Y", signed=signed).bars["T10Y2Y"]
    assert bars.close.tolist() == [-0.12, -0.10]
    assert "no close above zero" in fault("fred", wire, "T10Y2Y")


@pytest.mark.parametrize(
    ("body", "what", "mend"),
    [
        (
            b"Exceeded the daily hits limit",
            "the daily quota is spent",
            "run again tomorrow",
        ),
        (
            PAGE,
            "a web page instead of CSV, as where the key is wrong",
            "set STRYKR_STOOQ_KEY to a valid one",
        ),
    ],
)
def test_what_stooq_says_with_status_200_is_understood(
    body: bytes, what: str, mend: str, wire: Wire
) -> None:
    wire.says = [Said(body)]
    line = fault("stooq", wire, "^spx", "^dji")
    assert line == f"stooq: {what}; no bars of ^spx, ^dji; {mend}"
    assert len(wire.asked) == 1


def test_stooq_without_bars_of_a_symbol_goes_on(wire: Wire) -> None:
    wire.says = [Said(b"No data"), Said(CSV["stooq"])]
    told = answer("stooq", wire, "nope.us", "^spx")
    assert list(told.bars) == ["^spx"]
    assert told.faults[0].startswith("stooq nope.us: no such symbol, or no longer")


def test_stooq_does_not_claim_an_adjustment_it_does_not_know(wire: Wire) -> None:
    wire.says = [Said(CSV["stooq"])]
    told = answer("stooq", wire, "^spx", "spy.us").bars
    assert {name: bars.adjusted for name, bars in told.items()} == {
        "^spx": "none",
        "spy.us": "unknown",
    }


def test_each_provider_says_whether_it_can_be_asked() -> None:
    told = dict(ready(asking("none")))
    assert told.keys() == PROVIDERS.keys()
    assert told["cboe"] == told["fred"] == told["yahoo"] == "keyless, not tried"
    assert told["tiingo"] == "STRYKR_TIINGO_KEY is set, not tried"
    bare = dict(ready(asking("none", keys={})))
    assert bare["stooq"] == "needs a key; set STRYKR_STOOQ_KEY in the environment"


def test_no_key_stands_in_what_a_provider_is_made_of() -> None:
    for make in PROVIDERS.values():
        assert "secret" not in repr(make(asking("none")))


def test_the_span_is_cut_on_both_sides(wire: Wire) -> None:
    wire.says = [Said(CSV["cboe"])]
    bars = PROVIDERS["cboe"](asking("cboe", wire)).bars(
        ["VIX"], date(2026, 1, 30), date(2026, 2, 5)
    )
    assert bars.bars["VIX"].close.tolist() == [17.44, 21.77]
