"""Grouping is measured on labelled stories, steady, explained, and never by chance."""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import numpy as np
import pytest

from generator.stories.group import Group, Text, groups, window
from generator.stories.group.doubts import Pairs, doubts
from generator.stories.group.passes import crowded
from generator.stories.group.profiles import Profiles, vectors, weights
from generator.stories.group.terms import terms

NOON = datetime(2026, 2, 8, 12, tzinfo=UTC)
MERGER = (
    "Chiquita and Fyffes to merge in banana deal",
    "Fyffes shares leap on Chiquita merger",
    "Banana giants Chiquita and Fyffes agree to merge",
)
OTHERS = (
    "Typhoon closes the port of Manila",
    "Norwegian salmon farmers fight a parasite",
    "Opera house reopens after long restoration",
)


def a_text(title: str, publisher: str = "", summary: str = "", **more: object) -> Text:
    when = more.get("published")
    assert when is None or isinstance(when, datetime)
    ids = more.get("names", ())
    assert isinstance(ids, tuple)
    return Text(title, summary, ids, publisher or title, when)


def members(texts: Sequence[Text]) -> list[tuple[int, ...]]:
    return [group.members for group in groups(texts)]


def drawn(seed: int) -> Random:
    return Random(seed)  # noqa: S311 (no secret)


def a_day(count: int, seed: int = 3) -> list[Text]:
    """Made-up headlines with leads, an hour apart, three to a story."""
    chance = drawn(seed)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    words = ["".join(chance.choices(syllables, k=3)) for _ in range(900)]
    texts = []
    for number in range(count):
        own = drawn(number // 3).sample(words, 6)
        title = " ".join(chance.sample(own, 4) + chance.choices(words, k=4))
        lead = " ".join(chance.sample(own, 5) + chance.choices(words, k=14))
        when = NOON + timedelta(minutes=10 * number)
        texts.append(Text(title, lead, (), f"p{number}", when))
    return texts


def b_cubed_f1(found: list[tuple[int, ...]], labels: list[str]) -> float:
    """B-cubed F1 of groups of indices against the labels."""
    precision = recall = 0.0
    sizes = Counter(labels)
    for group in found:
        kinds = Counter(labels[at] for at in group)
        precision += sum(count * count / len(group) for count in kinds.values())
        recall += sum(count * count / sizes[kind] for kind, count in kinds.items())
    precision, recall = precision / len(labels), recall / len(labels)
    return 2 * precision * recall / (precision + recall)


def labelled(path: Path, keep: int) -> tuple[list[Text], list[str]]:
    """Every `keep`th story of a labelled file, shuffled, without the times."""
    with path.open(encoding="utf-8") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        rows = [row for row in reader if row["story"] and row["title"]]
    chosen = set(sorted({row["story"] for row in rows})[::keep])
    kept = [row for row in rows if row["story"] in chosen]
    drawn(1).shuffle(kept)
    texts = [Text(row["title"], row["lead"], (), row["source"]) for row in kept]
    return texts, [row["story"] for row in kept]


@pytest.mark.parametrize(
    ("file", "keep", "least"),
    [("stories-event.tsv", 4, 0.84), ("stories-topic.tsv", 2, 0.84)],
)
def test_labelled_stories_are_found_again(
    shared: Path, file: str, keep: int, least: float
) -> None:
    texts, labels = labelled(shared / "labelled" / file, keep)
    assert b_cubed_f1(members(texts), labels) > least


def test_headlines_of_one_happening_are_one_group() -> None:
    texts = [a_text(title) for title in (*MERGER, *OTHERS)]
    assert members(texts) == [(0, 1, 2), (3,), (4,), (5,)]


def test_each_merge_is_explained_by_words_as_printed_names_first() -> None:
    (group, *_) = groups([a_text(title) for title in (*MERGER, *OTHERS)])
    assert group.same[0] == ()
    assert set(group.same[1][:2]) == {"Fyffes", "Chiquita"}
    assert set(group.same[2][:3]) == {"Chiquita", "Fyffes", "Banana"}
    for at, words in zip(group.members[1:], group.same[1:], strict=True):
        assert 1 <= len(words) <= 4
        assert all(word in MERGER[at] for word in words)


def test_no_member_but_the_first_is_without_its_words() -> None:
    for group in groups(a_day(240)):
        assert len(group.same) == len(group.members)
        assert group.same[0] == ()
        assert all(group.same[1:])


def test_groups_and_members_are_in_order_and_hold_every_text_once() -> None:
    found = members(a_day(240))
    assert found == sorted(found)
    assert all(group == tuple(sorted(group)) for group in found)
    assert sorted(at for group in found for at in group) == list(range(240))


@pytest.mark.parametrize(
    "titles",
    [
        ("Acme shares gap up 3%", "Zenith shares gap up 4%"),
        ("Acme price target raised by Citi", "Zenith price target raised by Citi"),
        ("Acme Q3 earnings beat estimates", "Zenith Q3 earnings beat estimates"),
    ],
)
def test_one_template_of_two_companies_is_two_stories(titles: tuple[str, str]) -> None:
    first, second = titles
    apart = [
        a_text(first, "Desk", names=("ACME",)),
        a_text(second, "Desk", names=("ZEN",)),
        *(a_text(title) for title in OTHERS),
    ]
    assert (0,) in members(apart)


def test_a_name_in_common_is_no_story_without_more() -> None:
    texts = [
        a_text("Goldman sees oil glut", names=("GS",)),
        a_text("Goldman hires athletes from colleges", names=("GS",)),
        *(a_text(title) for title in OTHERS),
    ]
    assert (0,) in members(texts)


def test_the_same_text_is_one_group_whoever_printed_it() -> None:
    copies = [a_text(MERGER[0], f"P{n}") for n in range(3)]
    (group,) = groups(copies)
    assert group.members == (0, 1, 2)
    assert all(group.same[1:])


def parts(found: Sequence[Group], without: int) -> set[frozenset[int]]:
    """The groups as sets of all texts but one, numbered as if it were not there."""
    kept = (
        frozenset(at - (at > without) for at in group.members if at != without)
        for group in found
    )
    return {group for group in kept if group}


def changes(texts: list[Text], more: Sequence[Text], *, late: bool) -> list[int]:
    """How many groups of the others change as each of `more` is added."""
    chance = drawn(5)
    before = parts(groups(texts), len(texts))
    told = []
    for text in more:
        at = len(texts) if late else chance.randrange(1, len(texts))
        when = texts[at - 1].published
        after = groups([*texts[:at], replace(text, published=when), *texts[at:]])
        told.append(len(before - parts(after, at)))
    return told


def test_a_headline_at_the_end_hardly_changes_the_groups_of_others() -> None:
    told = changes(a_day(90), a_day(300)[250:290], late=True)
    assert sum(map(bool, told)) <= 1


def test_a_headline_in_the_middle_seldom_changes_the_groups_of_others() -> None:
    told = changes(a_day(90), a_day(300)[250:290], late=False)
    assert sum(map(bool, told)) <= 4
    assert max(told) <= 3


def test_real_headlines_added_seldom_change_the_groups_of_others(shared: Path) -> None:
    texts, _ = labelled(shared / "labelled" / "stories-event.tsv", 40)
    texts = [
        replace(text, published=NOON + timedelta(minutes=number))
        for number, text in enumerate(texts)
    ]
    base, more = texts[:-40], texts[-40:]
    end, middle = changes(base, more, late=True), changes(base, more, late=False)
    assert sum(end) <= 8  # of 40 additions to some 60 stories, each of three
    assert sum(middle) <= 40


def test_the_order_in_which_texts_come_does_not_matter() -> None:
    texts = a_day(120)
    order = list(range(120))
    drawn(2).shuffle(order)
    mixed = members([texts[at] for at in order])
    assert {frozenset(order[at] for at in group) for group in mixed} == {
        frozenset(group) for group in members(texts)
    }


def test_texts_a_month_apart_are_two_stories() -> None:
    early = [a_text(title, published=NOON) for title in (*MERGER, *OTHERS)]
    gaps = [
        a_text(f"{title} again", published=NOON + timedelta(days=days))
        for days in (10, 20)
        for title in OTHERS
    ]
    late = [a_text(MERGER[2], published=NOON + timedelta(days=30))]
    found = members([*early, *gaps, *late])
    assert (0, 1, 2) in found
    assert (12,) in found


def test_a_stream_longer_than_the_window_keeps_its_stories_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(window, "PANE", 40)
    monkeypatch.setattr(window, "DAYS", 30)
    texts = a_day(240)
    found = members(texts)
    labels = [str(at // 3) for at in range(240)]
    assert b_cubed_f1(found, labels) > 0.9
    assert sorted(at for group in found for at in group) == list(range(240))


def test_days_between_two_texts_make_one_story_less_likely() -> None:
    early = a_text(
        "Norwegian parasite worries salmon farmers in Bergen", published=NOON
    )
    later = "Salmon harvest in Oslo falls as parasite spreads"
    others = [a_text(title, published=NOON) for title in (OTHERS[0], OTHERS[2])]
    near, far = (
        [early, a_text(later, published=NOON + timedelta(hours=hours)), *others]
        for hours in (1, 60)
    )
    assert (0, 1) in members(near)
    assert (0,) in members(far)


def day_factor(one: str, other: str) -> float:
    """What two texts that name these days are more or less likely to be one story."""
    leads = (f"Nets were emptied {one}.", f"Farmers in Bergen met {other}.")
    texts = [a_text("Salmon parasite spreads", summary=lead) for lead in leads]
    found, alone = terms(texts), np.arange(2)
    against = doubts(texts, found)
    rows = vectors(found.counts, weights(found, alone, against.publishers, long=True))
    pairs = Pairs(np.array([0]), np.array([1]), np.array([0.3]))
    (factor,) = against.stories(Profiles(rows, alone, 0.3), pairs)
    return float(factor)


def test_one_weekday_in_two_leads_makes_one_story_likelier_and_another_less() -> None:
    same, after, never, later = (
        day_factor("on Tuesday", other)
        for other in ("Tuesday", "on Wednesday", "at dawn", "on Friday")
    )
    assert same > never > later
    assert same > after > later
    assert day_factor("at noon", "at dawn") == never


def test_what_is_near_many_others_is_in_a_crowd_and_its_copies_are_none() -> None:
    own = ("nets torn", "fjords icy", "vets weary")
    many = [f"Norwegian salmon {words}" for words in own]
    titles = [OTHERS[0], MERGER[0], many[0], MERGER[0], *many[1:], OTHERS[2]]
    texts = [a_text(title) for title in titles]
    found, alone = terms(texts), np.arange(len(texts))
    whose = doubts(texts, found).publishers
    rows = vectors(found.counts, weights(found, alone, whose, long=False))
    lonely, copied, amid = crowded(rows[:3], rows[3:], window.LONG)
    assert amid > lonely
    assert copied == lonely


def test_a_lead_of_a_page_of_scraps_does_not_part_two_like_titles() -> None:
    scraps = (
        "Watertown Yankton Pierre Sioux Falls partly cloudy tonight",
        "Alabama Alaska Arizona Arkansas California Colorado delivery postcode",
    )
    titles = (
        "Walmart drops synthetic dyes from its store brands",
        "Walmart brands to go without synthetic dyes",
    )
    texts = [
        a_text(title, summary=lead) for title, lead in zip(titles, scraps, strict=True)
    ]
    texts += [a_text(title, summary=f"{title} indeed") for title in OTHERS]
    assert (0, 1) in members(texts)


def test_texts_without_a_word_stand_alone() -> None:
    assert members([a_text(""), a_text("the of"), a_text("!?")]) == [(0,), (1,), (2,)]
    assert groups([]) == []
    assert groups([a_text("Dow")]) == [Group((0,), ((),))]


def test_ten_thousand_copies_are_one_group() -> None:
    one = a_text("Dow soars past 50,000", published=NOON)
    (group,) = groups([replace(one, publisher=f"P{n}") for n in range(10_000)])
    assert len(group.members) == 10_000


@pytest.mark.parametrize(
    "odd",
    [
        "x" * 100_000,
        "word " * 20_000,
        "🚀🔥" * 500,
        "ارتفعت الأسهم اليوم في بورصة طوكيو",
        "\x00\x07\u202estocks\u200b fall\ud800",
        "İSTANBUL ﬁnance ß",
        "日経平均が最高値を更新",
    ],
)
def test_odd_text_stands_alone_and_changes_nothing_else(odd: str) -> None:
    usual = [a_text(title) for title in (*MERGER, *OTHERS)]
    assert members([*usual, a_text(odd)]) == [(0, 1, 2), (3,), (4,), (5,), (6,)]


def test_a_script_without_spaces_is_compared_too() -> None:
    titles = (
        "日経平均が史上最高値を更新",
        "日経平均、史上最高値更新",
        "台風で港が閉鎖",
    )
    texts = [a_text(title) for title in (*titles, *OTHERS)]
    assert members(texts)[0] == (0, 1)
