"""Which other markets are set beside a subject, by the theme of the fund on each."""

from collections.abc import Iterable, Iterator

from generator.model.market import Instrument

NEIGHBORS = {  # how templates call it -> the theme whose fund speaks for it
    "credit": "junk bonds",
    "bonds": "long Treasuries",
    "gold": "gold",
    "dollar": "the dollar",
    "oil": "crude oil",
}


def funds(theme: str, instruments: Iterable[Instrument]) -> Iterator[str]:
    """The ids of the funds on a theme, in the order of their file."""
    return (one.id for one in instruments if (one.kind, one.theme) == ("etf", theme))
