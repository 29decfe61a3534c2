"""What a lens saw, as templates call it: its Facts, and the names of whom they are."""

from collections.abc import Iterator, Mapping

from generator.model.facts import PriceFact
from generator.model.market import Instrument, MarketFact, Tape
from generator.writing.marks import mark
from generator.writing.voice import Name

GROUPS = {  # a group, as a Fact's subject has it -> its members in prose
    "sector-funds": "sector funds",
    "megacaps": "large technology companies",
    "us-indices": "US indices",
    "stocks": "stocks",
}
SECTORS = "sector-funds"  # whose names are long, and all of one house


def seen_slots(
    facts: Mapping[str, MarketFact], tape: Tape, subject: str
) -> Iterator[tuple[str, object]]:
    """The Facts of an insight by role, and the names of whom else they speak.

    `seen_<role>_name` names another instrument that a Fact is of, `seen_rival` the
    one that a Fact is measured against, `seen_group` a group's members.
    """
    for role, fact in facts.items():
        yield f"seen_{role}", fact
        if fact.subject in GROUPS:
            yield "seen_group", mark(GROUPS[fact.subject], "name", fact.subject)
        elif fact.subject != subject and fact.subject in tape.instruments:
            yield f"seen_{role}_name", named(tape.instruments[fact.subject])
        against = fact.against if isinstance(fact, PriceFact) else None
        if against and fact.subject == subject:
            yield "seen_rival", named(tape.instruments[against])


def named(one: Instrument) -> str:
    """`the S&P 500`, `Amazon`, `the fund for energy producers`."""
    if SECTORS in one.groups:
        return f"the fund for {mark(one.theme, 'name', one.id)}"
    return Name(one).again
