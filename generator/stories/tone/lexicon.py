"""The tree of all words and phrases that bear on tone."""

from functools import cache

from generator.stories.tone import companies, markets, moving, mute, saying
from generator.stories.tone.tree import (
    NOTHING,
    Node,
    Sense,
    inflected,
    listed,
    plant,
    plant_whole,
)

STRONG, PLAIN, FAINT = 1.0, 0.7, 0.35
BEYOND = 1.5  # what was not expected outweighs the move that it comes with
TURNED = -0.7  # "not good" is less bad than "bad" is


@cache
def lexicon() -> Node:
    """All phrases with their senses; those planted later have the last word."""
    root = Node()
    _plant_moving(root)
    for worth, good, bad in (
        (STRONG, saying.STRONGLY_GOOD, saying.STRONGLY_BAD),
        (PLAIN, saying.GOOD, saying.BAD),
        (FAINT, saying.FAINTLY_GOOD, saying.FAINTLY_BAD),
    ):
        plant(root, listed(good), Sense(worth))
        plant(root, listed(bad), Sense(-worth))
    plant(root, listed(saying.NOT), Sense(turns=TURNED))
    for weight, block in mute.CLAUSES.items():
        plant(root, listed(block), Sense(clause=weight))
    for worth, up, down in (
        (STRONG, markets.CHARTS_UP, markets.CHARTS_DOWN),
        (STRONG, markets.ANALYSTS_UP, markets.ANALYSTS_DOWN),
        (BEYOND, companies.BEATEN, companies.MISSED),
        (STRONG, companies.COMPANIES_UP, companies.COMPANIES_DOWN),
    ):
        plant_whole(root, listed(up), Sense(worth))
        plant_whole(root, listed(down), Sense(-worth))
    for block in (mute.MUTE, mute.RAISED, mute.NEITHER):
        plant_whole(root, listed(block), NOTHING)
    return root


def _plant_moving(root: Node) -> None:
    """Nouns and what moves them."""
    plant(root, listed(moving.GOOD_NOUNS), Sense(noun=1.0))
    plant(root, listed(moving.BAD_NOUNS), Sense(noun=-1.0))
    plant(root, listed(moving.MUTE_NOUNS), Sense(noun=0.0))
    rises = inflected(moving.RISES) + listed(moving.RISES_ALSO)
    falls = inflected(moving.FALLS) + listed(moving.FALLS_ALSO)
    helps = inflected(moving.HELPS) + listed(moving.HELPS_ALSO)
    for way, moves, leading, only, does in (
        (1.0, rises, moving.LEADING_UP, moving.ONLY_UP, inflected(moving.LIFTS)),
        (-1.0, falls, moving.LEADING_DOWN, moving.ONLY_DOWN, inflected(moving.LOWERS)),
    ):
        plant(root, moves, Sense(way=way))
        plant(root, listed(leading), Sense(way=way, leading=True))
        plant(root, listed(only), Sense(way=way, leading=True, bound=True))
        plant(root, does, Sense(way=way, transitive=True))
    plant_whole(root, listed(moving.HIGHS), Sense(way=1.0))
    plant_whole(root, listed(moving.LOWS), Sense(way=-1.0))
    onto = Sense(way=1.0, transitive=True, bound=True)
    plant(root, listed(moving.TURNS) + helps, onto)
    plant(root, inflected(moving.HAMPERS), onto._replace(way=-1.0))
    plant(root, inflected(moving.DISPELS), onto._replace(way=-1.0, upon=-1.0))
