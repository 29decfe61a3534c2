"""Lenses on the last session and the windows it ends."""

import numpy as np
from numpy.typing import NDArray

from generator.market.lenses.past import beyond
from generator.market.lenses.seen import Seen
from generator.market.view import View
from generator.model.market import Insight
from generator.plain.words import FLAT


def move_rank(seen: Seen) -> Insight | None:
    """The last move beside the instrument's own usual days."""
    score = seen.value("zscore.1")
    if score is None or abs(score) < 1:
        return None
    move = "change.1" if seen.scene.view.is_rate else "return.1"
    roles = seen.named(
        move=move, usual="usual.1", zscore="zscore.1", rank="rank.1",
        count="rank_count.1", best_since="best_since.1", worst_since="worst_since.1",
    )  # fmt: skip
    rare = beyond(np.abs(seen.scene.view.zscores))
    why = "a day this large beside its own usual days is rare for it"
    return seen.insight("move_rank", roles, 1 - rare, why)


def without_day(seen: Seen) -> Insight | None:
    """A month or week whose sign or most of whose size is the last session's."""
    view = seen.scene.view
    for count in (21, 5):
        whole, part = seen.value(f"return.{count}"), seen.value(f"without_day.{count}")
        day = seen.value("return.1")
        if whole is None or part is None or day is None:
            continue
        flips = whole * part < 0 and min(abs(whole), abs(part)) >= FLAT
        most = abs(whole) >= FLAT and abs(part) < abs(whole) / 2
        if not (flips or most) or view.usual[-1] > abs(day):
            continue
        like = np.logical_or(*(lopsided(view, one) for one in (21, 5)))
        like &= np.abs(view.zscores) >= abs(float(view.zscores[-1]))
        roles = seen.named(
            whole=f"return.{count}", part=f"without_day.{count}", day="return.1",
            share=f"day_share.{count}",
        )  # fmt: skip
        why = "one session made the window; without it the window says something else"
        return seen.insight("without_day", roles, 1 - float(like.mean()), why)
    return None


def lopsided(view: View, count: int) -> NDArray[np.bool_]:
    """The rows whose window owes its sign or most of its size to its last session."""
    wholes = view.returns(count)
    parts = (1 + wholes) / (1 + view.moves) - 1
    with np.errstate(invalid="ignore"):
        return (wholes * parts < 0) | (np.abs(parts) < np.abs(wholes) / 2)


def open_close(seen: Seen) -> Insight | None:
    """An opening gap of a usual day or more, half of it or more given back."""
    view = seen.scene.view
    gap, day = seen.value("gap.1"), seen.value("intraday.1")
    usual = float(view.usual[-1])
    if gap is None or day is None or not abs(gap) >= usual or gap * day >= 0:
        return None
    if abs(day) < abs(gap) / 2:
        return None
    opens, closes = view.bars.open, view.bars.close
    gaps = np.concatenate([[np.nan], opens[1:] / closes[:-1] - 1])
    days = closes / opens - 1
    with np.errstate(invalid="ignore"):
        like = (np.abs(gaps) >= view.usual) & (gaps * days < 0)
        like &= np.abs(days) >= np.abs(gaps) / 2
    roles = seen.named(gap="gap.1", intraday="intraday.1", move="return.1")
    why = "the session gave back much of its opening gap"
    return seen.insight("open_close", roles, 1 - float(like.mean()), why)
