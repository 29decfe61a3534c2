"""The recorded day: two notes, a brief and a site, the same bytes every time."""

import json
import os
import sys
from pathlib import Path

import pikepdf
import pytest

from tests.trips.days import (
    EDITION,
    PRICES,
    a_workspace,
    differing,
    strykr,
    the_day,
    tree,
)

NOTES = {"nasdaq-composite", "sp-500"}


def killed_before(rename: int, *words: object) -> bool:
    """Run a command in a child that dies before that rename; False if it ended."""
    child = os.fork()
    if child == 0:
        left = rename

        def count(event: str, _: object) -> None:
            nonlocal left
            left -= event == "os.rename"
            if left == 0:
                os._exit(9)

        sys.addaudithook(count)
        strykr(*words)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def test_a_run_gives_two_released_notes_and_a_brief(released: Path) -> None:
    edition = released / "notes" / EDITION
    assert {path.parent.name for path in edition.glob("*/note.md")} == NOTES
    for note in edition.glob("*/release/v1"):
        files = set("note.md note.html note.pdf ledger.json manifest.json".split())
        assert {path.name for path in note.iterdir()} == {*files, "charts"}
    with pikepdf.open(edition / "brief.pdf") as brief:
        assert len(brief.pages) >= 5
    assert "DRAFT" not in (edition / "brief.html").read_text()


def test_a_run_that_was_killed_ends_as_one_that_was_not(
    released: Path, tmp_path: Path
) -> None:
    """`released` was made in another process, folder, time zone and hash seed."""
    day = the_day("run", a_workspace(tmp_path / "day"))
    assert killed_before(4, *day)  # one note is released, the other is not
    assert len(list((tmp_path / "day").glob("notes/*/*/release/v1"))) == 1
    assert strykr(*day).code == 0
    assert differing(tmp_path / "day", released) == []


def test_prices_after_the_moment_change_no_byte(drafted: Path, tmp_path: Path) -> None:
    cut = tmp_path / "prices"
    cut.mkdir()
    for path in PRICES.iterdir():
        header, *rows = path.read_text().splitlines(keepends=True)
        known = [row for row in rows if path.suffix != ".csv" or row[:10] <= EDITION]
        (cut / path.name).write_text("".join([header, *known]))
    assert len(tree(cut)["SPX.csv"]) < len(tree(PRICES)["SPX.csv"])
    day = tmp_path / "day"
    strykr(*the_day("draft", a_workspace(day, ""), prices=cut))
    assert differing(day, drafted) == []


def test_the_site_has_the_released_notes_and_what_a_person_laid_there(
    released: Path, tmp_path: Path
) -> None:
    day = a_workspace(tmp_path / "day")
    (day / "notes").symlink_to(released / "notes")
    assert strykr("site", "build", "--workspace", day).code == 0
    first = tree(day / "site")
    assert {f"notes/{EDITION}/{slug}/index.html" for slug in NOTES} <= first.keys()
    (day / "site" / "tags" / "gone").mkdir()
    (day / "site" / "tags" / "gone" / "index.html").write_text("an older page")
    (day / "site" / "index.html").write_text("cut off")
    (day / "site" / "CNAME").write_text("notes.example.com")
    assert strykr("site", "build", "--workspace", day).code == 0
    assert tree(day / "site") == {**first, "CNAME": b"notes.example.com"}


def test_every_printed_figure_of_a_note_is_computed_anew(drafted: Path) -> None:
    from generator import market, pipeline, settings, wiring
    from generator.plain import clock, ledger

    chosen = settings.load(drafted)
    world = wiring.world(chosen, drafted)
    trip = pipeline.Trip(
        workspace=drafted,
        settings=chosen,
        world=world,
        panel=market.load([PRICES], world.instruments),
        as_of=clock.moment("2018-12-26T22:00Z"),
        feeds=None,
        writer=wiring.WRITERS["template"],
        render=wiring.rendered,
        report=lambda _: None,
    )
    path = drafted / "notes" / EDITION / "sp-500" / "ledger.json"
    held = ledger.loaded(path.read_text(), "sp-500")
    bound = [(claim, one) for claim in held.claims for one in claim.bound]
    printed = {
        (claim.text[slice(*one.at)], one.fact)
        for claim, one in bound
        if one.type == "figure"
    }
    for figure, name in printed:
        assert name in {fact.id for fact in pipeline.meant(held, figure)}, figure
    computed = {fact for _, fact in printed}
    found = [fact for fact in held.facts if fact.id in computed]
    explained = [pipeline.explained(trip, fact, held) for fact in found]
    anew = [one for one in explained if one.fact.kind in {"price", "level"}]
    assert len(anew) > 20
    assert [one.fact.id for one in anew if not (one.agrees and one.bars)] == []
    assert all(one.rows for one in explained)


@pytest.mark.parametrize("slug", sorted(NOTES))
def test_the_ledger_keeps_to_its_published_schema(drafted: Path, slug: str) -> None:
    import jsonschema

    schema = json.loads(strykr("schema").out)
    path = drafted / "notes" / EDITION / slug / "ledger.json"
    jsonschema.validate(json.loads(path.read_text()), schema)
