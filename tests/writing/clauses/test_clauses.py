"""Headlines into clauses: running prose that says no more than its title."""

import csv
import hashlib
from pathlib import Path

import pytest

from generator.plain.names import Lexicon
from generator.settings import Settings
from generator.wiring import world
from generator.writing.clauses import clause

VERDICTS = Path(__file__).with_name("verdicts.txt")
LEAST = 0.95  # of 500 sampled titles that are told well or quoted
TOLD = {
    "Dow Powers Past 50,000 - Momentum Or Market Euphoria?": (
        "the Dow powered past 50,000",
        "past",
    ),
    "Fed to Cut Rates in December": ("the Fed is to cut rates in December", "future"),
    "Nine banks fined over currency scandal": (
        "nine banks were fined over a currency scandal",
        "past",
    ),
    "Oil Prices Up 3% As Supply Fears Grow": (
        "oil prices were up 3% as supply fears grew",
        "past",
    ),
    "UPDATE 2-Gold sinks to two-month low on strong dollar": (
        "gold sank to a two-month low on the strong dollar",
        "past",
    ),
    "Dollar may fall further, analysts say": (
        "the dollar may fall further, analysts said",
        "present",
    ),
    "Fed should wait: Powell": (
        "the Fed should wait, according to Powell",
        "present",
    ),
    "Tesla plans $5 billion plant in Texas": (
        "Tesla plans a $5 billion plant in Texas",
        "present",
    ),
    "Stocks rise as bond yields fall; dollar slips": (
        "stocks rose as bond yields fell",
        "past",
    ),
}
QUOTED = (
    "Will the Fed cut rates again?",
    "Buy These 3 Stocks Before They Soar",
    "7 Stocks To Watch This Week",
    "Why gold is falling",
    "I sold my house and bought bitcoin",
    "Here's why stocks are falling",
    "Tesla plans $6. 6 billion plant in Texas",
    "Oil climbs as...",
    "STOCKS SOAR AFTER FED CUTS RATES",
    "Die Aktien fallen nach der Rede des Präsidenten",
    "Apple moves production of $6G computer to China",
    "World Markets Watchlist: September 29",
)


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    """The names of the seeds."""
    return world(Settings(), tmp_path_factory.mktemp("desk")).lexicon


@pytest.mark.parametrize(("title", "told"), TOLD.items())
def test_a_plain_statement_becomes_running_prose(
    title: str, told: tuple[str, str], lexicon: Lexicon
) -> None:
    made = clause(title, lexicon)
    assert made is not None
    assert (made.text, made.tense) == told


@pytest.mark.parametrize("title", QUOTED)
def test_what_is_no_plain_statement_is_left_to_be_quoted(
    title: str, lexicon: Lexicon
) -> None:
    assert clause(title, lexicon) is None


@pytest.mark.parametrize("title", TOLD)
def test_every_copied_stretch_stands_in_the_title(title: str, lexicon: Lexicon) -> None:
    made = clause(title, lexicon)
    assert made is not None
    assert made.spans
    for start, end, first, last in made.spans:
        assert made.text[start:end].lower() == title[first:last].lower()


def test_a_turned_verb_is_bound_to_the_titles_own_form(lexicon: Lexicon) -> None:
    title = "Dow Powers Past 50,000"
    made = clause(title, lexicon)
    assert made is not None
    ((start, end, first, last),) = made.turned
    assert (made.text[start:end], title[first:last]) == ("powered", "Powers")


def test_a_summary_tells_a_name_from_a_word(lexicon: Lexicon) -> None:
    title = "Zorbex Shrinks After Fire At Plant"
    beside = "Shares of Zorbex shrank after the fire at the plant."
    made = clause(title, lexicon, beside=beside)
    assert made is not None
    assert made.text.startswith("Zorbex shrank after a fire")


def test_a_publisher_at_the_end_is_left_out(lexicon: Lexicon) -> None:
    made = clause("Oil falls 3% - The Daily Ledger", lexicon, publisher="Daily Ledger")
    assert made is not None
    assert made.text == "oil fell 3%"


def test_no_title_however_strange_raises(lexicon: Lexicon) -> None:
    for title in (
        "",
        " ",
        "'",
        "a",
        "—",
        "$",
        "to to to",
        "rises rises rises",
        "((((((",
    ):
        assert clause(title, lexicon) is None


def test_sampled_headlines_are_told_well_or_quoted(
    lexicon: Lexicon, shared: Path
) -> None:
    """Each title was read once; a clause that has changed since is not right."""
    judged = {}
    for line in VERDICTS.read_text("utf-8").splitlines():
        title, text, verdict = line.split()
        judged[title] = text, verdict
    good = 0
    for title, publisher in _titles(shared):
        known = judged.pop(_sha(title), None)
        if known is None:
            continue
        made = clause(title, lexicon, publisher=publisher)
        text = _sha(made.text) if made else "-"
        good += made is None or (known[1] == "right" and text == known[0])
    assert not judged
    assert good >= LEAST * len(VERDICTS.read_text("utf-8").splitlines())


def _titles(shared: Path) -> list[tuple[str, str]]:
    """The titles of the labelled headlines, with who printed them where it is told."""
    folder = shared / "labelled"
    found: list[tuple[str, str]] = []
    with (folder / "stories-topic.tsv").open(encoding="utf-8") as rows:
        read = csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        found += [(row["title"].strip('"'), row["source"]) for row in read]
    with (folder / "tone.tsv").open(encoding="utf-8") as rows:
        found += [(row[1], "") for row in csv.reader(rows, delimiter="\t")]
    return found


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
