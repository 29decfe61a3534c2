"""`strykr lenses`: what is unusual at a moment, ranked, and loaded in no time."""

import json
import subprocess
import sys

import pytest

from generator.__main__ import WINGS
from tests.trips.days import PRICES, ROOT, strykr

MOMENT = ("--as-of", "2018-12-26T22:00Z", "--prices", PRICES)


def test_lenses_are_ranked_by_surprise_with_their_figures() -> None:
    ended = strykr("lenses", *MOMENT)
    assert (ended.code, ended.err) == (0, "")
    heads = ended.out.splitlines()[::2]
    surprises = [float(line.split()[0]) for line in heads]
    assert len(heads) > 5
    assert surprises == sorted(surprises, reverse=True)
    assert "SPX" in ended.out
    assert "IXIC" in ended.out


def test_a_subject_is_asked_for_alone_and_a_program_gets_facts() -> None:
    told = json.loads(strykr("lenses", *MOMENT, "--subject", "SPX", "--json").out)
    assert {one["subject"] for one in told} == {"SPX"}
    for one in told:
        assert set(one) == {"lens", "subject", "surprise", "why", "facts"}
        for fact in one["facts"].values():
            assert fact["window"]["first"] <= fact["window"]["last"] <= "2018-12-26"
            assert len(fact["bars_sha256"]) == 64


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("--subject", "NOPE"), "NOPE: no such instrument; `strykr lenses` lists"),
        (("--as-of", "soon"), "--as-of 'soon': not a moment; write it with its zone"),
        (("--as-of", "1980-01-02T22:00Z"), "prices: nothing is known at 1980-01-02"),
    ],
)
def test_what_cannot_be_looked_at_is_one_line(
    words: tuple[str, ...], line: str
) -> None:
    ended = strykr("lenses", *MOMENT, *words)
    assert ended.code == 1
    assert ended.complaint.startswith(line)


def test_the_wings_that_wait_are_those_of_the_house() -> None:
    wings = {door.parent.name for door in (ROOT / "generator").glob("*/__init__.py")}
    assert set(WINGS) == wings - {"market", "model", "plain"}


def test_lenses_load_no_wing_but_the_market() -> None:
    words = ["lenses", *map(str, MOMENT)]
    code = (
        "import sys; from generator.__main__ import main\n"
        f"sys.argv[1:] = {words}\n"
        "try: main()\n"
        "except SystemExit: print(*sys.modules)"
    )
    run = [sys.executable, "-c", code]
    told = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(told.stdout.splitlines()[-1].split())
    assert "generator.market.tape" in loaded
    inside = tuple(f"generator.{wing}." for wing in WINGS)
    assert [name for name in loaded if name.startswith(inside)] == []
    assert not loaded & {"pandas", "bs4", "jinja2", "exchange_calendars", "aiohttp"}
