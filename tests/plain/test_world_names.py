"""The book of names: read whole from its files, or refused with the row at fault."""

import shutil
from pathlib import Path

import pytest

from generator.errors import SettingsError
from generator.plain.names.vocabulary import UNLESS
from generator.plain.places import SEEDS
from generator.plain.world import book, tree


def a_folder(folder: Path, text: str) -> Path:
    """A folder of names with one more file."""
    shutil.copytree(SEEDS / "names", folder / "names")
    (folder / "names" / "zz.toml").write_text(text, "utf-8")
    return folder / "names"


def test_the_seeds_are_read_whole() -> None:
    known = book(SEEDS / "names")
    assert known.companies["RELIANCE.NS"][0] == "Reliance Industries"
    assert known.companies["openai"] == ("OpenAI", "ChatGPT")
    assert known.people["jerome-powell"].office == "Fed chair 2018-2026"
    assert len(known.companies) > 2000


def test_a_file_may_add_to_a_table(tmp_path: Path) -> None:
    known = book(a_folder(tmp_path, '[company.US]\nZZZZ = ["Zed Works"]\n'))
    assert known.companies["ZZZZ"] == ("Zed Works",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[companies.US]\n", "zz.toml: companies: no such key; write company"),
        ("[place]\nutopia = 3\n", "zz.toml: place.utopia = 3"),
        ('[person]\nada = { names = ["Ada"] }\n', "person.ada.office"),
        ('[place]\nchina = ["China"]\n', "place: china: stands in another file too"),
        ('words = "Apple"\n', "zz.toml: words = 'Apple'"),
        ("[place\n", "mend the TOML there"),
    ],
)
def test_a_bad_row_is_named_in_one_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        book(a_folder(tmp_path, text))
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_without_names_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"holds no \*\.toml"):
        book(tmp_path)


def test_no_company_is_listed_that_is_an_instrument() -> None:
    held = {one["id"] for one in tree(SEEDS / "instruments.toml")["instrument"]}
    assert not held & book(SEEDS / "names").companies.keys()


def test_every_ticker_elsewhere_means_a_company_we_know() -> None:
    known = book(SEEDS / "names")
    held = {one["id"] for one in tree(SEEDS / "instruments.toml")["instrument"]}
    assert {*known.also.values()} <= known.companies.keys() | held


def test_whatever_is_doubtful_is_a_name() -> None:
    known = book(SEEDS / "names")
    shelf = tree(SEEDS / "instruments.toml")["instrument"]
    rows = (
        known.companies,
        known.markets,
        known.institutions,
        known.places,
        known.held,
        known.releases,
    )
    spelled = {text for part in rows for texts in part.values() for text in texts}
    spelled |= {text for one in known.people.values() for text in one.names}
    spelled |= {text for one in shelf for text in one.get("aliases", [one["name"]])}
    days = tree(SEEDS / "calendar.toml")["release"]
    spelled |= {text for one in days for text in (one["name"], *one.get("aliases", ()))}
    doubtful = {
        *known.words,
        *known.namesakes,
        *known.surnames,
        *known.stuff,
        *known.measures,
    }
    assert doubtful - spelled == set()
    assert known.hints.keys() <= doubtful
    assert known.against.keys() - spelled == set()
    people = {text for one in known.people.values() for text in one.names}
    assert known.against.keys() & {*UNLESS, *known.surnames} == set()
    assert known.against.keys() & people <= {*known.namesakes}
