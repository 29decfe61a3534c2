"""Every command does what its help says, to a person and to a program."""

import json
import os
import pty
import subprocess
import sys
import urllib.request
from html import escape
from pathlib import Path

from generator.wiring import PROVIDERS
from tests.trips.days import (
    EDITION,
    FEEDS,
    PRICES,
    ROOT,
    begun,
    differing,
    strykr,
    the_day,
    tree,
)

HEAVY = {"sklearn", "scipy", "exchange_calendars", "weasyprint", "aiohttp"}


def test_json_is_all_that_a_program_gets(desk: Path) -> None:
    ended = strykr(*the_day("draft", desk), "--json")
    told = json.loads(ended.out)
    assert (ended.code, ended.err) == (0, "")
    assert [note["slug"] for note in told["notes"]] == ["sp-500", "nasdaq-composite"]
    assert told["edition"] == EDITION
    assert (told["gaps"], told["failed"], told["silences"]) == ([], [], [])
    told = json.loads(strykr("gather", "--feeds", FEEDS, "--json", "--as-of",
                             "2018-12-26T22:00Z", "--workspace", desk).out)  # fmt: skip
    assert {one["publisher"] for one in told["headlines"]} == {
        "Demo Wire", "Demo Markets Desk", "Demo Economy Journal",
    }  # fmt: skip
    words = ("--workspace", desk, "--prices", PRICES, "--json")
    (told,) = json.loads(strykr("explain", "sp-500", "spx.close", *words).out)
    assert (told["fact"]["value"], told["agrees"]) == (2467.7, True)


def test_quiet_says_nothing(desk: Path) -> None:
    words = ("gather", "--feeds", FEEDS, "--workspace", desk)
    ended = strykr(*words, "--quiet")
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    ended = strykr("check", "sp-500", "--workspace", desk, "--quiet")
    assert (ended.code, ended.out, ended.err) == (0, "", "")


def test_why_prints_what_each_angle_scored(desk: Path) -> None:
    told = strykr(*the_day("draft", desk), "--why").out
    for word in ("news-led", "coverage: ", "surprise: ", "novelty: "):
        assert word in told


def test_progress_is_for_a_terminal(tmp_path: Path) -> None:
    words = ["gather", "--feeds", str(FEEDS), "--workspace", str(tmp_path)]
    assert strykr(*words).err == ""
    reader, terminal = pty.openpty()
    run = [sys.executable, "-m", "generator", *words]
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    env.pop("NO_COLOR", None)
    with subprocess.Popen(run, cwd=ROOT, env=env, stdout=-3, stderr=terminal) as shown:
        os.close(terminal)
        told = b""
        while chunk := read(reader):
            told += chunk
    assert shown.returncode == 0
    assert b"starting" in told


def read(terminal: int) -> bytes:
    """What a terminal has to show next; nothing when it is closed."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def test_a_usage_error_is_plain_and_exits_2() -> None:
    for words in (["run", "--bogus"], ["check"], ["nosuch"], ["release", "--as-of"]):
        ended = strykr(*words)
        assert ended.code == 2
        assert ended.out == ""
        assert ended.err.startswith(("Usage: ", "Error: "))
        assert "│" not in ended.err


def test_a_check_loads_nothing_that_takes_long(drafted: Path) -> None:
    words = ["check", "sp-500", "--workspace", str(drafted)]
    code = (
        "import sys; from generator.__main__ import main\n"
        f"sys.argv[1:] = {words}\n"
        "try: main()\n"
        "except SystemExit: print(*{name.split('.')[0] for name in sys.modules})"
    )
    run = [sys.executable, "-c", code]
    told = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(told.stdout.splitlines()[-1].split())
    assert "typer" in loaded
    assert not loaded & HEAVY


def test_a_new_workspace_has_settings_that_work(tmp_path: Path) -> None:
    place = tmp_path / "mine"
    assert strykr("init", place).code == 0
    assert "no price file; put one" in strykr("draft", "--workspace", place,
                                            "--feeds", FEEDS).complaint  # fmt: skip
    (place / "prices").rmdir()
    (place / "prices").symlink_to(PRICES)
    words = ("--workspace", place, "--feeds", FEEDS, "--as-of", "2018-12-26T22:00Z")
    assert strykr("draft", *words).code == 0
    assert strykr("explain", "sp-500", "spx.close", "--workspace", place).code == 0


def test_the_doctor_needs_nothing_to_work(tmp_path: Path) -> None:
    (tmp_path / "strykr.toml").write_text('[prices]\nfolders = ["absent"]\n')
    ended = strykr("doctor", "--workspace", tmp_path)
    assert (ended.code, ended.err) == (0, "")
    names = [line.split()[0] for line in ended.out.splitlines()]
    here = ["settings", "seeds", "pdf", "workspace", "prices", "store"]
    assert names == [*here, *PROVIDERS]
    assert "absent: no such price folder" in ended.out


def test_lenses_lists_metrics_lenses_and_instruments(tmp_path: Path) -> None:
    lines = strykr("lenses", "--workspace", tmp_path).out.splitlines()
    assert any(line.startswith("return ") for line in lines)
    assert "lens move_rank" in lines
    assert any(line.split() == ["SPX", "S&P", "500"] for line in lines)


def test_the_brief_can_be_made_anew(released: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    for name, body in tree(released).items():
        path = desk / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"" if path.stem == "brief" else body)
    assert strykr("brief", "--workspace", desk, "--date", EDITION).code == 0
    assert differing(desk, released) == []


def test_the_strongest_note_opens_the_brief(released: Path) -> None:
    page = (released / "notes" / EDITION / "brief.html").read_text("utf-8")
    titles = {
        path.parent.name: path.read_text("utf-8").split('title: "', 1)[1].split('"')[0]
        for path in released.glob("notes/*/*/note.md")
    }
    body = page.split("<body", 1)[1]
    first, second = (escape(titles[name]) for name in ("sp-500", "nasdaq-composite"))
    assert body.index(first) < body.index(second)


def test_the_site_is_served_on_this_machine_only(
    released: Path, tmp_path: Path
) -> None:
    (tmp_path / "notes").symlink_to(released / "notes")
    process = begun("site", "serve", "--port", "0", "--workspace", tmp_path)
    try:
        assert process.stdout
        address = process.stdout.readline().split()[0]
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(address, timeout=10) as page:  # noqa: S310 - ours
            assert "S&amp;P 500" in page.read().decode()
        port = address.rstrip("/").rsplit(":", 1)[1]
        taken = strykr("site", "serve", "--port", port, "--workspace", tmp_path)
        assert f"port {port}: " in taken.complaint
        process.send_signal(2)
        assert process.wait(timeout=10) == 0
    finally:
        process.kill()
        process.communicate()


def test_a_note_can_be_named_by_slug_folder_or_file(drafted: Path) -> None:
    folder = drafted / "notes" / EDITION / "sp-500"
    for note in ("sp-500", f"{EDITION}/sp-500", folder, folder / "note.md"):
        assert strykr("check", note, "--workspace", drafted).code == 0
