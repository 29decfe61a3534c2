"""Expanding shares: the place of each value among those before it, all rows at once.

What is known of a row never changes when later rows come, so these are causal.
"""

import numpy as np
from numpy.typing import NDArray

from generator.market.indicators import Floats, Ints

BLOCK = 32  # rows compared with each other at once, so that 32 bits hold the answers
EARLIER = np.packbits(np.tri(BLOCK, k=-1, dtype=bool), axis=1).view(np.uint32)[:, 0]
SMALL = 2**15  # up to so many rows, ranks fit 16 bits, and half the memory is read


def at_or_below(values: Floats) -> Floats:
    """The share of values so far at or below each one, itself among them, times 100.

    NaN rows count for nothing and have none.
    """
    rows = np.flatnonzero(np.isfinite(values))
    order = rising(values[rows])
    counts = np.arange(1, len(rows) + 1)
    return spread(100 * (lower_before(order) + 1) / counts, rows, len(values))


def below(values: Floats) -> Floats:
    """The share of earlier values below each one, times 100; NaN for the first."""
    rows = np.flatnonzero(np.isfinite(values))
    known = values[rows]
    # Of equal values the later comes first, so that it does not count the earlier.
    order = len(known) - 1 - rising(known[::-1])
    with np.errstate(invalid="ignore"):
        shares = 100 * lower_before(order) / np.arange(len(rows))
    return spread(shares, rows, len(values))


def rising(values: Floats) -> Ints:
    """The rows from the lowest value to the highest, of equal ones the earlier first.

    A sort that keeps equals in order takes four times as long, and is seldom needed.
    """
    order = np.argsort(values)
    sorted_ = values[order]
    equal = bool((sorted_[1:] == sorted_[:-1]).any())
    return np.argsort(values, kind="stable") if equal else order


def spread(values: Floats, rows: Ints, size: int) -> Floats:
    """The values on their rows, NaN on all others."""
    found = np.full(size, np.nan)
    found[rows] = values
    return found


def lower_before(order: Ints) -> Ints:
    """For each row, how many earlier rows come before it in that order.

    `order` lists the rows from the lowest to the highest. The table of rows by ranks
    is cut into blocks: whole blocks are counted by sums along both sides, the rest by
    comparing the rows of one block of time, and those of one block of ranks.
    """
    count = len(order)
    blocks = -(-count // BLOCK)
    size = blocks * BLOCK
    kind = np.int16 if size < SMALL else np.int32
    rows = np.concatenate([order, np.arange(count, size)])  # by rank
    ranks = np.empty(size, dtype=np.int64)  # by row
    ranks[rows] = np.arange(size)
    block, bucket = np.arange(size) // BLOCK, ranks // BLOCK
    table = np.bincount(block * blocks + bucket, minlength=blocks * blocks)
    sums = np.zeros((blocks + 1, blocks + 1), dtype=np.int64)
    sums[1:, 1:] = table.reshape(blocks, blocks).cumsum(axis=0).cumsum(axis=1)
    found = sums[block, bucket] + within(ranks.astype(kind))
    found[rows] += within((rows // BLOCK).astype(kind))
    return found[:count]


def within(values: NDArray[np.signedinteger]) -> Ints:
    """For each value, how many earlier ones of its block are lower."""
    cut = values.reshape(-1, BLOCK)
    lower = (cut[:, None, :] < cut[:, :, None]).reshape(-1, BLOCK)
    bits = np.packbits(lower, axis=1).view(np.uint32).reshape(-1, BLOCK)
    counts: Ints = np.bitwise_count(bits & EARLIER).ravel().astype(np.int64)
    return counts
