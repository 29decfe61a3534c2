"""How much of the past was as extreme: shares, edges, and what is common of late."""

import numpy as np
import pytest

from generator.market.lenses.past import (
    LATELY,
    beyond,
    edges,
    farthest,
    often,
    shares,
)


def test_what_happened_once_is_as_rare_as_the_past_is_long() -> None:
    values = np.append(np.zeros(999), 1.0)
    assert beyond(values) == pytest.approx(1 / 1001)
    assert often(values) == pytest.approx(1 / (LATELY + 1))


def test_of_two_records_the_one_that_is_further_beyond_the_second_is_rarer() -> None:
    past = np.linspace(0.01, 1.0, 100)
    narrow, wide = (beyond(np.append(past, record)) for record in (1.01, 3.0))
    assert 1 / 102 < wide < narrow <= 1 / 101


def test_what_is_not_the_largest_is_counted_plainly() -> None:
    assert beyond(np.array([1.0, 3.0, np.nan, 3.0])) == pytest.approx(2 / 3)
    assert beyond(np.array([-2.0, -3.0, -1.0])) == pytest.approx(1 / 3)
    assert beyond(np.array([np.nan])) == 1.0


def test_what_has_become_common_is_no_surprise() -> None:
    wild = np.tile([0.0, 2.0], LATELY // 2)
    values = np.concatenate([np.zeros(4 * LATELY), wild])
    assert (values >= values[-1]).mean() == pytest.approx(0.1)
    assert often(values) == pytest.approx(0.5)


def test_what_was_common_once_is_no_surprise_either() -> None:
    wild = np.tile([0.0, 2.0], 2 * LATELY)
    values = np.concatenate([wild, np.zeros(LATELY - 1), [2.0]])
    assert often(values) == pytest.approx(0.4, abs=0.01)


def test_a_share_counts_the_value_itself_and_skips_what_is_missing() -> None:
    found = shares(np.array([np.nan, 3.0, 1.0, 2.0, 2.0]))
    assert np.isnan(found[0])
    assert found[1:] == pytest.approx([1.0, 0.25, 0.75, 0.75])


def test_the_lowest_and_the_highest_are_at_an_edge_and_the_middle_at_none() -> None:
    found = edges(np.arange(1001.0))
    assert found[[0, 500, 1000]] == pytest.approx([1, 0, 1], abs=0.003)


def test_of_several_looks_the_farthest_counts() -> None:
    near, far = np.array([0.1, 0.2, np.nan]), np.array([0.3, np.nan, np.nan])
    assert farthest([near, far])[:2] == pytest.approx([0.3, 0.2])
    assert np.isnan(farthest([near, far])[2])
