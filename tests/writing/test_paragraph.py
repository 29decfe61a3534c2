"""The brief form: what it leaves out first."""

from generator.writing.paragraph import Paragraph, once, within, words


def a_paragraph(goal: str, count: int = 100) -> Paragraph:
    told = " ".join(["word"] * count)
    return Paragraph(goal=goal, role=goal, section="analysis", sentences=(told,))


def test_days_like_this_one_are_counted_by_one_measure_only() -> None:
    both = [a_paragraph("not-that"), a_paragraph("precedent"), a_paragraph("take")]
    assert [one.goal for one in once(both)] == ["not-that", "take"]
    assert [one.goal for one in once(both[1:])] == ["precedent", "take"]


def test_a_note_that_is_short_enough_is_left_whole() -> None:
    note = [a_paragraph("thesis"), a_paragraph("third"), a_paragraph("take")]
    assert within(note, 300) == note


def test_what_a_note_can_best_spare_goes_first() -> None:
    note = [a_paragraph(goal) for goal in ("thesis", "second", "third", "take")]
    assert [one.goal for one in within(note, 300)] == ["thesis", "second", "take"]
    assert [one.goal for one in within(note, 200)] == ["thesis", "take"]
    assert [one.goal for one in within(note, 50)] == ["thesis", "take"]


def test_a_title_is_no_prose() -> None:
    title = Paragraph(role="title", section="title", sentences=("Up and Away",))
    assert words([title, a_paragraph("thesis", 7)]) == 7
