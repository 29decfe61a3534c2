"""Facts: the second path's value of a price Fact, by its metric's meaning."""

from collections.abc import Callable

from bench.second import crowds, falls, pairs, past, scores, shape, single
from bench.second.shelf import Moment
from bench.second.truth import Asked, Table, Truth
from generator.model.facts import PriceFact

TABLE: Table = {
    **single.TABLE,
    **falls.TABLE,
    **shape.TABLE,
    **pairs.TABLE,
    **crowds.TABLE,
    **scores.TABLE,
    **past.TABLE,
}
TRADE = ("exit", "target", "risk", "gain", "reward_risk", "entry")


def asked(moment: Moment, fact: PriceFact) -> Asked:
    """What a Fact asks: its metric, its subject, the other and the rest of its name."""
    rest = fact.id[len(fact.subject) + 1 :].removeprefix(fact.metric).strip(".")
    if fact.against:
        rest = rest.removesuffix(fact.against.lower()).strip(".")
    args = tuple(one for one in rest.split(".") if one)
    return Asked(moment, fact.subject, fact.against, fact.metric, args)


def truth_of(moment: Moment, fact: PriceFact) -> Truth | None:
    """A Fact's value recomputed; None where there is nothing of the kind to tell.

    LookupError where the second path does not know the metric or has no bars.
    """
    metric: Callable[[Asked], Truth | None] | None = TABLE.get(fact.metric)
    if metric is None:
        raise LookupError(fact.metric)
    return metric(asked(moment, fact))
