"""What people really hand over: each answer is one line with the mend, nothing lost."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.plain.files import locked
from tests.trips.days import (
    EDITION,
    FEEDS,
    PRICES,
    ROOT,
    a_copy,
    a_workspace,
    begun,
    differing,
    strykr,
    the_day,
    tree,
)


@pytest.fixture
def day(tmp_path: Path) -> Path:
    """A workspace without notes."""
    return a_workspace(tmp_path / "day", "")


def spoilt(folder: Path, **files: str | None) -> Path:
    """A copy of a folder of the seeds; a file is replaced, or taken away by None."""
    for name, text in files.items():
        path = next(folder.glob(f"{name}.*"), folder / f"{name}.xml")
        if text is None:
            path.unlink()
        else:
            path.write_text(text)
    return folder


def bars(name: str) -> str:
    """The text of a price file of the seeds."""
    return (PRICES / f"{name}.csv").read_text()


def test_a_feed_that_cannot_be_read_is_a_silence_and_the_run_goes_on(
    day: Path, tmp_path: Path
) -> None:
    wire = (FEEDS / "demo-wire.xml").read_text()
    feeds = spoilt(
        a_copy(FEEDS, tmp_path / "feeds"),
        page="<!doctype html><html><body>Access denied</body></html>",
        nothing="",
        blank=" \n",
        empty='<rss version="2.0"><channel><title>Quiet</title></channel></rss>',
        **{"demo-wire": wire[: len(wire) // 2]},
    )
    ended = strykr(*the_day("draft", day, feeds=feeds))
    assert ended.err == ""
    for line in (
        "silent    page.xml: is HTML, not a feed",
        "silent    nothing.xml: empty file",
        "silent    blank.xml: empty file",
        "silent    Quiet: 0 items",
        "silent    Demo Wire: truncated: ",
    ):
        assert line in ended.out
    assert (
        "gap       Demo Wire: truncated" in ended.out
    )  # a note rests on its headlines
    assert ended.code == 3
    assert "silent sources: " in (
        day / "notes" / EDITION / "sp-500" / "note.md"
    ).read_text("utf-8")


def test_a_day_on_which_every_source_was_silent_says_so(
    day: Path, tmp_path: Path
) -> None:
    feeds = tmp_path / "feeds"
    feeds.mkdir()
    (feeds / "wire.xml").write_text("")
    ended = strykr(*the_day("draft", day, feeds=feeds))
    assert "gap       no headlines: every source was silent" in ended.out
    assert ended.code == 3


def test_price_files_with_faults_are_named_and_the_run_goes_on(
    day: Path, tmp_path: Path
) -> None:
    header, *rows = bars("SPX").splitlines()
    rows[0] = rows[0].replace(rows[0].split(",")[1], "n/v", 1)  # text in a number
    rows[10], rows[11] = rows[11], rows[10]  # out of order
    tail = [rows[20], "2019-01-02,,,,,", "2019-01-03,nan,nan,nan,nan,nan"]
    prices = spoilt(
        a_copy(PRICES, tmp_path / "prices"),
        SPX="\n".join([header, *rows, *tail]) + "\n",
        IXIC=bars("IXIC").replace("close", "last", 1),
        VIX="<html>Please sign in</html>",
    )
    ended = strykr(*the_day("draft", day, prices=prices))
    lines = [line.removeprefix("strykr: prices/") for line in ended.err.splitlines()]
    assert lines == [
        "IXIC.csv: no column 'close'; the first line must name date and close",
        "SPX.csv: line 2: open 'n/v' is not a number; it is left out, mend the file",
        "SPX.csv: dates out of order; they are sorted, mend the file",
        "SPX.csv: 1 rows stand twice; one of each is used",
        (
            "SPX.csv: no close in the last 2 rows; "
            "they are left out, fetch it again after the close"
        ),
        "VIX.csv: a web page, not prices; the vendor may want a key, fetch it again",
    ]
    assert "gap       VIX: its price file cannot be used" in ended.out
    assert ended.code == 3
    assert (day / "notes" / EDITION / "sp-500").is_dir()


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ({"prices": "absent"}, "absent: no such price folder; check --prices"),
        ({"prices": PRICES / "SPX.csv"}, "Not a directory; check --prices"),
        ({"prices": ROOT / "tests"}, "no price file; put one <ID>.csv"),
        ({"feeds": "absent"}, "absent: No such file or directory; name a folder"),
        ({"feeds": FEEDS / "demo-wire.xml"}, "Not a directory; name a folder"),
        ({"subject": "XYZ"}, "XYZ: no such instrument; `strykr lenses` lists"),
        ({"subject": "RUT"}, "RUT: no prices as of 2018-12-26; add RUT.csv"),
        ({"subject": "VIX"}, "VIX: "),
        ({"benchmark": "SPX"}, "--benchmark: needs a --subject"),
        ({"as_of": "1998-01-01T22:00Z"}, "the first bar is known at 1999-01-04T21:00Z"),
        ({"as_of": "2030-01-01T22:00Z"}, "no instrument can be used (SPX: "),
        ({"as_of": "yesterday"}, "--as-of 'yesterday': not a moment; write it with"),
        ({"as_of": "2018-12-26T22:00"}, "like 2026-02-08T22:00Z"),
        ({"as_of": "0001-01-01T00:00+23:00"}, "like 2026-02-08T22:00Z"),
        ({"as_of": "9999-12-31T00:00Z"}, "give a year from 1900 to 2199"),
    ],
)
def test_what_cannot_be_used_at_all_is_one_line(
    day: Path, others: dict[str, object], words: str
) -> None:
    ended = strykr(*the_day("draft", day, **others))
    assert ended.code == 1
    assert words in ended.complaint
    assert not (day / "notes").exists()


def test_a_desk_without_price_folders_is_told_how_to_name_one(day: Path) -> None:
    ended = strykr("draft", "--workspace", day, "--feeds", FEEDS)
    assert ended.code == 1
    assert "give --prices DIR, or write prices.folders in" in ended.complaint


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[desk", "strykr.toml: Expected ']'"),
        ('[desk]\nbrnd = "X"', "desk.brnd: no such setting"),
        ('[price]\nfolders = ["x"]', "price: no such setting"),
        ("[desk]\nbrand = 5", "desk.brand = 5: should be a valid string"),
        ("[desk]\nnotes = 99", "desk.notes = 99: should be less than or equal to 20"),
        ('[desk]\nrelease = "no"', "desk.release = 'no': should be 'editor' or 'auto'"),
        ('[desk]\ntimezone = "Mars"', "desk.timezone = 'Mars': not an IANA time zone"),
        ('[prices]\nfolders = "x"', "prices.folders = 'x': write a list"),
        ('instruments = "x.toml"', "x.toml: No such file or directory; mend the path"),
        ('instruments = "odd.toml"', "odd.toml: instrument: not tables"),
        ('sources = "odd.toml"', "odd.toml: x: name: field required"),
        ('playbook = "absent"', "absent: holds no *.toml; mend the path"),
        ('playbook = "."', "odd.toml: entry 1: "),
    ],
)
def test_broken_settings_name_the_key_and_what_is_allowed(
    day: Path, text: str, words: str
) -> None:
    (day / "odd.toml").write_text(
        'instrument = 5\n[[source]]\nid = "x"\n[[touches]]\ninstrument = "SPX"\n'
    )
    (day / "strykr.toml").write_text(text)
    before = tree(day)
    ended = strykr(*the_day("draft", day))
    assert ended.code == 1
    assert words in ended.complaint
    assert tree(day) == before


def test_settings_that_are_no_text_file_are_one_line(day: Path) -> None:
    (day / "strykr.toml").write_bytes(b"\xff\xfe")
    assert "strykr.toml: " in strykr(*the_day("draft", day)).complaint
    (day / "strykr.toml").unlink()
    (day / "strykr.toml").mkdir()
    assert "strykr.toml: Is a directory" in strykr(*the_day("draft", day)).complaint


def test_a_workspace_that_is_a_file_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "day"
    path.write_text("not a folder")
    ended = strykr(*the_day("draft", path))
    assert (ended.code, path.read_text()) == (1, "not a folder")
    assert "a file stands where a folder belongs" in ended.complaint


def test_a_second_run_in_a_workspace_names_the_first(day: Path) -> None:
    with locked(day):
        ended = strykr(*the_day("run", day))
    assert ended.code == 1
    assert f"process {os.getpid()} is at work in this workspace" in ended.complaint


def test_a_broken_ledger_is_named_and_drafted_anew(desk: Path, drafted: Path) -> None:
    path = desk / "notes" / EDITION / "sp-500" / "ledger.json"
    path.write_text("{")
    ended = strykr("check", "sp-500", "--workspace", desk)
    assert ended.code == 1
    assert f"{path}: Invalid JSON" in ended.complaint
    assert strykr(*the_day("draft", desk)).code == 0
    assert differing(desk, drafted) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "sp-50"), "sp-50: no note of that name; near ones: sp-500"),
        (("release", "gold"), "gold: no note of that name; near ones: "),
        (("diff", EDITION), "name one of them"),
        (("explain", "sp-500", "99.99%"), "'99.99%': no such figure in sp-500"),
        (("brief", "--date", "2018-12-25"), "2018-12-25: no notes; draft them first"),
        (("brief", "--date", "26.12.2018"), "write it like 2026-02-08"),
        (("init", "."), "strykr.toml: is there already"),
    ],
)
def test_what_is_not_there_is_named_with_what_is(
    desk: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(desk)
    prices = ["--prices", PRICES] if words[0] == "explain" else []
    ended = strykr(*words, *prices)
    assert ended.code == 1
    assert said in ended.complaint


def kept_out(*words: str) -> "subprocess.CompletedProcess[str]":
    """A command run by someone whom a read-only folder stops, which root is not."""
    root = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    return subprocess.run(
        [*root * (os.geteuid() == 0), sys.executable, "-m", "generator", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.needs("setpriv")
def test_a_run_in_a_read_only_workspace_says_what_to_do(
    desk: Path, drafted: Path
) -> None:
    for path in (desk, *desk.rglob("*")):
        path.chmod(path.stat().st_mode & ~0o222)
    run = kept_out("run", "--workspace", str(desk))
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert "no permission; change it or choose another --workspace" in run.stderr
    assert differing(desk, drafted) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk that holds a note, and not two."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "strykr", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a disk cannot be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_disk_that_fills_up_leaves_whole_notes_only(
    small_disk: Path, drafted: Path
) -> None:
    ended = strykr(*the_day("draft", small_disk))
    assert ended.code == 1
    assert "the disk is full; make room and run again" in ended.complaint
    whole, held = tree(drafted), tree(small_disk)
    assert held
    assert {name: whole.get(name) for name in held} == held


def test_ctrl_c_ends_a_run_in_one_line(day: Path) -> None:
    process = begun(*the_day("run", day))
    while process.poll() is None and not (day / ".strykr.lock").exists():
        os.sched_yield()
    process.send_signal(2)
    _, err = process.communicate(timeout=60)
    assert err == "strykr: interrupted\n"
    assert process.returncode in {130, -2}  # shells say 130 of both
