"""Grouping is measured on labelled events, and never depends on chance."""

import csv
from collections import Counter
from pathlib import Path

from generator.stories.group import Text, groups


def a_text(title: str, publisher: str = "", summary: str = "") -> Text:
    return Text(title, summary, (), publisher or title)


def b_cubed_f1(found: list[list[int]], labels: list[str]) -> float:
    """B-cubed F1 of groups of indices against the labels."""
    precision = recall = 0.0
    sizes = Counter(labels)
    for group in found:
        kinds = Counter(labels[at] for at in group)
        precision += sum(count * count / len(group) for count in kinds.values())
        recall += sum(count * count / sizes[kind] for kind, count in kinds.items())
    precision, recall = precision / len(labels), recall / len(labels)
    return 2 * precision * recall / (precision + recall)


def test_labelled_events_are_found_again(shared: Path) -> None:
    path = shared / "labelled" / "stories-event.tsv"
    with path.open(encoding="utf-8") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        rows = [row for row in reader if row["story"] and row["title"]]
    chosen = set(sorted({row["story"] for row in rows})[::6])
    kept = [row for row in rows if row["story"] in chosen]
    texts = [
        a_text(row["title"], str(number), row["lead"])
        for number, row in enumerate(kept)
    ]
    assert b_cubed_f1(groups(texts), [row["story"] for row in kept]) > 0.8


def test_one_publisher_must_say_more_alike_than_two() -> None:
    titles = [
        "Assessing Alpha Holdings and its chip plant after gains",
        "Assessing Beta Minerals and a nickel mine after gains",
        "Oil slips",
        "Gold climbs on rate hopes",
    ]
    apart = [a_text(title) for title in titles]
    same = [a_text(title, "Same") for title in titles]
    assert groups(apart) == [[0, 1], [2], [3]]
    assert groups(same) == [[0], [1], [2], [3]]


def test_texts_without_a_word_stand_alone() -> None:
    assert groups([a_text(""), a_text("the of"), a_text("!?")]) == [[0], [1], [2]]
    assert groups([]) == []
