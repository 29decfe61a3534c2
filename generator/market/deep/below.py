"""The parts of Pulse and Threat among earlier values alone, the last left out."""

from collections.abc import Iterator

import numpy as np

from generator.market import pulse
from generator.market.indicators import LEAST_PAST
from generator.market.view import Figure, Scene

Figures = Iterator[Figure]
WARM_UP = {"realised": 29}  # values of an average that has seen too few returns


def facts(scene: Scene) -> Figures:
    """Each part's share of earlier values below its last, and the extremes of them."""
    of_pulse = [placed("pulse", part) for part in pulse.parts(scene)]
    told = [figure for figure in of_pulse if figure]
    yield from told
    for part in pulse.threats(scene):
        figure = placed("threat", part)
        if figure:
            yield figure
    if not told:
        return
    for word, pick in (("lowest", min), ("highest", max)):
        end = pick(told, key=lambda one: one.value)
        yield end._replace(
            name=f"pulse_{word}", formula=f"{pick.__name__}(pulse_below)"
        )


def placed(score: str, part: pulse.Part) -> Figure | None:
    """The share of a part's earlier values below its last; None without a past."""
    values = part.sign * part.values
    rows = np.flatnonzero(np.isfinite(values))[WARM_UP.get(part.name, 0) :]
    if len(rows) <= LEAST_PAST or rows[-1] != part.on.last:
        return None
    earlier, now = values[rows[:-1]], values[rows[-1]]
    share = 100 * float((earlier < now).mean())
    side = "<" if part.sign > 0 else ">"
    formula = f"100*share(earlier {part.fact or part.name} {side} the last)"
    span = (int(rows[0]), part.on.last)
    name = f"{score}_below.{part.name}"
    return part.on.figure(name, share, "percentile", span, formula=formula)
