"""The table of features, and the frames in which they are computed."""

from collections.abc import Mapping, Sequence

from generator.market.features import (
    channels,
    extremes,
    means,
    momentum,
    moves,
    ranges,
    volumes,
)
from generator.market.features.frames import Feature, Frames
from generator.market.features.wide import Column, Wide

FAMILIES = (moves, means, momentum, ranges, channels, extremes, volumes)
FEATURES: Mapping[str, Feature] = {
    feature.name: feature for family in FAMILIES for feature in family.FEATURES
}


def frames_of(columns: Sequence[Column]) -> Frames:
    """The features of these instruments, none of them computed yet."""
    return Frames(Wide.of(columns), FEATURES)
