"""The commands of prices, as people run them, against a service on this machine."""

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any, cast, get_args

import pytest

from generator.settings import ProviderName
from generator.wiring import PROVIDERS
from tests.builders import some_bars
from tests.market.scenes import sessions
from tests.trips.days import FEEDS, Ended, begun, differing, strykr, tree
from tests.trips.test_bad_input import kept_out

SUNDAY, MONDAY = "2026-02-08T22:00Z", "2026-02-09T23:00Z"
DAYS = sessions("2025-06-02", "2026-02-06")
KEY = "a-secret-of-mine"
INSTRUMENTS = """
[[instrument]]
id = "VIX"
name = "Cboe Volatility Index"
kind = "volatility"
theme = "fear"
calendar = "XNYS"
lag_minutes = 15
tradable = false
symbols = { cboe = "VIX", fred = "VIXCLS", tiingo = "vix" }

[[instrument]]
id = "SPX"
name = "S&P 500"
kind = "index"
theme = "large caps"
calendar = "XNYS"
symbols = { yahoo = "^GSPC" }
"""
TRADED = """
[[instrument]]
id = "RUT"
name = "Russell 2000"
kind = "index"
theme = "small caps"
calendar = "XNYS"
round = 100
symbols = { cboe = "RUT" }
"""
SECOND = """
[[instrument]]
id = "VXN"
name = "Cboe Nasdaq Volatility Index"
kind = "volatility"
theme = "fear"
calendar = "XNYS"
symbols = { cboe = "VXN" }
"""


def closes(days: Sequence[date], **other: float) -> dict[date, float]:
    """Closes of those days; `on_2026_02_06=20.37` sets one."""
    made = {day: round(15 + number % 40 / 10, 2) for number, day in enumerate(days)}
    named = {date(*map(int, name[3:].split("_"))): at for name, at in other.items()}
    return made | named


def at_cboe(closes: dict[date, float]) -> bytes:
    """Those closes as Cboe writes a history."""
    rows = [
        f"{day:%m/%d/%Y},{close:.6f},{close + 1:.6f},{close - 1:.6f},{close:.6f}"
        for day, close in closes.items()
    ]
    return "\r\n".join(["DATE,OPEN,HIGH,LOW,CLOSE", *rows, ""]).encode()


@dataclass
class Service:
    """A service on this machine: what it answers by symbol, and what it was asked."""

    answers: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    url: str = ""
    reached: Event = field(default_factory=Event)
    go_on: Event = field(default_factory=Event)

    def reply(self, path: str) -> tuple[int, bytes]:
        """The answer to a path; a symbol called `hang` waits until it is told."""
        self.asked.append(path)
        for name, answer in self.answers.items():
            if f"/{name}_History" in path or f"/{name}/" in path or f"={name}" in path:
                if answer[1] == b"hang":
                    self.reached.set()
                    self.go_on.wait(30)
                return answer
        return 404, b"not here"


class Asked(BaseHTTPRequestHandler):
    """Hands each question to the service."""

    def do_GET(self) -> None:
        service = cast("Served", self.server).service
        status, body = service.reply(self.path)
        self.send_response(status)
        for name, value in service.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *_: Any) -> None:  # noqa: A002 - its name
        """Say nothing."""


class Served(ThreadingHTTPServer):
    """A server that knows its service, and whose threads end with it."""

    daemon_threads = True
    service: Service


@pytest.fixture
def service() -> Iterator[Service]:
    """A service that has the VIX."""
    server = Served(("127.0.0.1", 0), Asked)
    server.service = Service(
        {"VIX": (200, at_cboe(closes(DAYS)))},
        url=f"http://127.0.0.1:{server.server_port}",
    )
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server.service
    server.service.go_on.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def desk(tmp_path: Path, service: Service) -> Path:
    """A workspace of two instruments that asks that service as if it were Cboe."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "few.toml").write_text(INSTRUMENTS)
    settled(folder, service, '["cboe"]')
    return folder


def settled(desk: Path, service: Service, providers: str, more: str = "") -> None:
    """Write the settings of a desk."""
    (desk / "strykr.toml").write_text(
        f'instruments = "few.toml"\n[prices]\nproviders = {providers}\n{more}\n'
        f'[prices.addresses]\ncboe = "{service.url}"\ntiingo = "{service.url}/"\n'
    )


def prices(verb: str, desk: Path, *words: object, as_of: str = SUNDAY) -> Ended:
    """A command of prices in that workspace."""
    return strykr("prices", verb, *words, "--workspace", desk, "--as-of", as_of)


def store(desk: Path) -> dict[str, bytes]:
    """What the store of a workspace holds."""
    return tree(desk / "prices-store")


def test_an_update_keeps_what_came_and_names_what_it_skips(
    desk: Path, service: Service
) -> None:
    ended = prices("update", desk)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines() == [
        f"stored    VIX cboe: {len(DAYS)} new, 0 corrected, 0 refused; to 2026-02-06",
        "skipped   cboe has no symbol of SPX",
    ]
    assert list(store(desk)) == ["cboe/VIX.parquet"]
    assert len(service.asked) == 1


def test_an_update_repeated_asks_nobody(desk: Path, service: Service) -> None:
    prices("update", desk)
    before = store(desk)
    ended = prices("update", desk)
    assert ended.out.splitlines()[0] == "current   VIX cboe: to 2026-02-06"
    assert (ended.code, len(service.asked), store(desk)) == (0, 1, before)


def test_a_correction_is_named_and_the_past_keeps_its_bar(
    desk: Path, service: Service
) -> None:
    wrong = closes(DAYS, on_2026_02_06=20.37)
    right = closes([*DAYS, date(2026, 2, 9)], on_2026_02_06=17.76)
    service.answers["VIX"] = (200, at_cboe(wrong))
    prices("update", desk)
    then = prices("show", desk, "VIX", "--last", 1)
    service.answers["VIX"] = (200, at_cboe(right))
    ended = prices("update", desk, as_of=MONDAY)
    assert "1 new, 1 corrected (2026-02-06 close 20.37 -> 17.76)" in ended.out
    header, row = prices("show", desk, "VIX", "--last", 1).out.splitlines()[::2]
    assert "VIX  cboe, vendor cboe, adjusted none" in header
    assert row.split()[0::4] == ["2026-02-06", "20.37"]
    assert then.out.splitlines()[2] == row
    now = prices("show", desk, "VIX", "--last", 2, as_of=MONDAY).out
    assert "2026-02-09T23:00:00Z  corrected, was 20.37" in now
    (told,) = json.loads(
        prices("show", desk, "VIX", "--last", 2, "--json", as_of=MONDAY).out
    )
    assert [one["close"] for one in told["rows"]] == [17.76, right[date(2026, 2, 9)]]
    assert told["rows"][0]["was"] == [20.37]


def test_a_program_gets_json_alone(desk: Path) -> None:
    ended = prices("update", desk, "--json")
    told = json.loads(ended.out)
    assert ended.err == ""
    assert told["skipped"] == {"cboe": ["SPX"]}
    (one,) = told["updates"]
    assert (one["subject"], one["state"]) == ("VIX", "kept")
    assert one["change"]["new"] == len(DAYS)
    found = json.loads(prices("check", desk, "--json").out)
    assert found["faults"] == []
    assert found["broken"] == []


def test_one_who_asks_for_silence_gets_it(desk: Path) -> None:
    ended = prices("update", desk, "--quiet")
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    ended = prices("check", desk, "--quiet")
    assert (ended.out, ended.err) == ("", "")


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (404, b"", "cboe VIX: no such symbol"),
        (429, b"", "cboe: the quota is spent (HTTP 429"),
        (200, b"<html>Sign in</html>", "a web page, not prices"),
        (200, b"", "empty"),
        (200, b"DATE,OPEN,HIGH,LOW,CLOSE\r\n", "no rows"),
    ],
)
def test_what_a_service_does_wrong_is_one_line_and_costs_no_bar(
    desk: Path, service: Service, status: int, body: bytes, words: str
) -> None:
    prices("update", desk)
    before = store(desk)
    service.headers["Retry-After"] = "3600"
    service.answers["VIX"] = (status, body)
    ended = prices("update", desk, as_of=MONDAY)
    assert words in ended.complaint
    assert (ended.code, store(desk)) == (3, before)
    assert "missing   VIX cboe: to 2026-02-06" in ended.out
    assert prices("show", desk, "VIX").code == 0


def test_a_service_that_is_down_is_one_line(desk: Path, service: Service) -> None:
    (desk / "strykr.toml").write_text(
        (desk / "strykr.toml").read_text().replace(service.url, "http://127.0.0.1:1")
    )
    ended = prices("update", desk)
    assert "cboe: not reached: no connection" in ended.complaint
    assert ended.code == 3
    complaint = prices("show", desk, "VIX").complaint
    assert "prices-store holds none of cboe; run `strykr prices update`" in complaint


def test_a_key_that_is_missing_or_wrong_is_one_line_and_never_printed(
    desk: Path, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STRYKR_TIINGO_KEY", raising=False)
    ended = prices("update", desk, "--provider", "tiingo")
    assert (ended.code, service.asked) == (1, [])
    assert "tiingo: needs a key; set STRYKR_TIINGO_KEY" in ended.complaint
    monkeypatch.setenv("STRYKR_TIINGO_KEY", KEY)
    service.answers["vix"] = (401, f"bad token {KEY}".encode())
    ended = prices("update", desk, "--provider", "tiingo")
    assert "tiingo: the key was refused (HTTP 401)" in ended.complaint
    assert "unused    tiingo is not in prices.providers" in ended.out
    assert ended.code == 3
    health = strykr("doctor", "--workspace", desk).out
    assert "STRYKR_TIINGO_KEY is set" in health
    assert KEY not in ended.out + ended.err + health + "".join(service.asked)


@pytest.mark.parametrize(
    ("providers", "words", "said"),
    [
        ('["folder"]', (), "prices: nobody is asked, folders are read where they lie"),
        ('["bloomberg"]', (), "prices.providers.0 = 'bloomberg': should be 'folder', "),
        ('["cboe", "cboe"]', (), "should name at least one and each once"),
        ("[]", (), "should name at least one and each once"),
        ('["cboe"]', ("--provider", "nobody"), "nobody: no such provider; there are"),
        ('["cboe"]', ("NOPE",), "NOPE: no such instrument; `strykr lenses` lists"),
        ('["cboe", "fred"]', ("SPX",), "SPX: no symbol for cboe or fred; add it"),
    ],
)
def test_what_cannot_be_asked_is_one_line(
    desk: Path, service: Service, providers: str, words: tuple[str, ...], said: str
) -> None:
    settled(desk, service, providers)
    ended = prices("update", desk, *words)
    assert said in ended.complaint
    assert (ended.code, service.asked) == (1, [])
    assert not (desk / "prices-store").exists()


def test_the_settings_know_every_provider_and_no_other() -> None:
    assert {*get_args(ProviderName)} == {*PROVIDERS}


def test_an_address_that_is_none_is_one_line(desk: Path, service: Service) -> None:
    settled(desk, service, '["cboe"]')
    text = (desk / "strykr.toml").read_text().replace("http://", "file://")
    (desk / "strykr.toml").write_text(text)
    assert "prices.addresses = " in prices("update", desk).complaint


def test_an_instrument_that_is_named_is_asked_for_again_from_the_first_bar(
    desk: Path, service: Service
) -> None:
    prices("update", desk)
    service.answers["VIX"] = (
        200,
        at_cboe(closes(DAYS, on_2025_06_04=12.5)),
    )
    was = closes(DAYS)[date(2025, 6, 4)]
    ended = prices("update", desk, "vix", as_of=MONDAY)
    assert f"1 corrected (2025-06-04 close {was:g} -> 12.5)" in ended.out
    assert len(service.asked) == 2


@pytest.mark.parametrize(
    ("symbol", "said"),
    [
        ("NOPE", "NOPE: no such instrument; `strykr lenses` lists them"),
        ("spx", "SPX: no bars; run `strykr prices update SPX` or give --prices DIR"),
    ],
)
def test_what_nobody_holds_cannot_be_shown(desk: Path, symbol: str, said: str) -> None:
    prices("update", desk)
    ended = prices("show", desk, symbol)
    assert (ended.code, ended.out) == (1, "")
    assert ended.complaint == said


def test_a_broken_file_of_the_store_is_named_and_left_alone(desk: Path) -> None:
    prices("update", desk)
    path = desk / "prices-store" / "cboe" / "VIX.parquet"
    body = path.read_bytes()[:1000]
    path.write_bytes(body)
    line = "prices-store/cboe/VIX.parquet: broken ("
    for verb in ("update", "show"):
        ended = prices(verb, desk, *["VIX"][: verb == "show"])
        assert "\n" not in ended.complaint
    ended = prices("check", desk)
    assert (ended.code, ended.err) == (1, "")
    assert ended.out.splitlines()[0].startswith(f"fault     {line}")
    assert "gap       VIX: its price file cannot be used" in ended.out
    assert line in strykr("doctor", "--workspace", desk).out
    assert path.read_bytes() == body


def test_two_vendors_that_disagree_are_named_by_check(
    desk: Path, service: Service
) -> None:
    folder = desk / "own"
    folder.mkdir()
    rows = [f"{day},{close}" for day, close in closes(DAYS).items()]
    rows[-1] = "2026-02-06,20.37"
    (folder / "VIX.csv").write_text("\n".join(["date,close", *rows]) + "\n")
    prices("update", desk)
    settled(desk, service, '["folder", "cboe"]', 'folders = ["own"]')
    ended = prices("check", desk)
    assert ended.code == 0
    (line,) = [one for one in ended.out.splitlines() if "disagree" in one]
    assert line.startswith("gap       VIX: ")
    assert "20.37" in line
    shown = prices("show", desk, "VIX", "--last", 1).out
    assert [line.split()[1] for line in shown.splitlines() if line[:3] == "VIX"] == [
        "folder,",
        "cboe,",
    ]


def test_a_delisted_name_says_where_its_bars_end(desk: Path, service: Service) -> None:
    service.answers["VIX"] = (200, at_cboe(closes(DAYS[:-30])))
    prices("update", desk)
    ended = prices("check", desk)
    assert (
        f"gap       VIX: its last bar is of {DAYS[-31]}, 30 sessions back" in ended.out
    )
    ended = prices("update", desk, as_of=MONDAY)
    assert ended.code == 0
    assert "same      VIX cboe: 0 new" in ended.out


def test_a_note_from_the_store_is_the_same_after_a_correction(
    desk: Path, service: Service, tmp_path: Path
) -> None:
    (desk / "few.toml").write_text(TRADED)
    days = sessions("2022-01-03", "2026-02-06")
    service.answers["RUT"] = (200, at_cboe(a_walk(days)))
    assert prices("update", desk).code == 0
    draft = ("draft", "--subject", "RUT", "--feeds", FEEDS, "--as-of", SUNDAY)
    strykr(*draft, "--workspace", desk)
    (note,) = (desk / "notes" / "2026-02-08").iterdir()
    ledger = json.loads((note / "ledger.json").read_text())
    assert {one["provider"] for one in ledger["facts"] if "provider" in one} == {"cboe"}
    mended = a_walk([*days, date(2026, 2, 9)]) | {date(2026, 2, 5): 2222.0}
    service.answers["RUT"] = (200, at_cboe(mended))
    ended = prices("update", desk, as_of=MONDAY)
    assert "1 new, 1 corrected" in ended.out
    named = (note, "rut.close", "--workspace", desk, "--json")
    (told,) = json.loads(strykr("explain", *named).out)
    assert told["agrees"]
    again = tmp_path / "again"
    shutil.copytree(desk, again, ignore=shutil.ignore_patterns("notes"))
    strykr(*draft, "--workspace", again)
    assert differing(desk / "notes", again / "notes") == []


def a_walk(days: Sequence[date]) -> dict[date, float]:
    """Closes of those days that wander."""
    return {bar[0]: bar[4] for bar in some_bars(days, start=2000.0)}  # type: ignore[misc]


def test_the_doctor_names_each_provider_and_what_is_stored(desk: Path) -> None:
    before = strykr("doctor", "--workspace", desk).out
    assert "store      nothing yet; `strykr prices update`" in before
    prices("update", desk)
    lines = strykr("doctor", "--workspace", desk).out.splitlines()
    told = {line.split()[0]: line for line in lines}
    for name in ("folder", "cboe", "fred", "yahoo", "stooq", "tiingo"):
        used = "used" if name == "cboe" else "not used"
        assert told[name].endswith(f"({used})")
    assert "1 instruments have bars, the last of 2026-02-06" in told["store"]


@pytest.mark.needs("setpriv")
def test_a_store_that_cannot_be_written_is_said_before_anybody_is_asked(
    desk: Path, service: Service
) -> None:
    (desk / ".strykr.lock").touch()
    desk.chmod(0o555)
    run = kept_out("prices", "update", "--workspace", str(desk), "--as-of", SUNDAY)
    assert (run.returncode, run.stderr.count("\n")) == (1, 1)
    assert "prices-store: no permission; change it" in run.stderr
    assert service.asked == []


def test_a_killed_update_leaves_whole_files_and_a_rerun_makes_the_rest(
    desk: Path, service: Service, tmp_path: Path
) -> None:
    (desk / "few.toml").write_text(INSTRUMENTS + SECOND)
    whole = tmp_path / "whole"
    whole.mkdir()
    for path in desk.glob("*.toml"):
        (whole / path.name).write_bytes(path.read_bytes())
    vxn = (200, at_cboe(closes(DAYS)))
    service.answers["VXN"] = (200, b"hang")
    process = begun("prices", "update", "--workspace", desk, "--as-of", SUNDAY)
    try:
        assert service.reached.wait(60)
    finally:
        process.kill()
        process.communicate()
    service.go_on.set()
    assert process.returncode == -9
    assert not [name for name in store(desk) if not name.endswith(".parquet")]
    service.answers["VXN"] = vxn
    assert prices("update", desk).code == 0
    assert prices("update", whole).code == 0
    assert differing(desk / "prices-store", whole / "prices-store") == []
    assert sorted(store(desk)) == ["cboe/VIX.parquet", "cboe/VXN.parquet"]
