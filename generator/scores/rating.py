"""One Rating for one angle."""

from collections.abc import Sequence

from generator.model.market import Tape
from generator.model.note import Angle, Rating
from generator.scores import pulse, threat
from generator.settings import Scores


def rate(angle: Angle, tape: Tape, bands: Scores) -> Rating:
    """How the tape stands for an angle, and how much harm it may do."""
    tones = tones_of(angle)
    score = pulse.pulse(tape, angle.subject, tones)
    harm = threat.threat(tape, angle.subject, tones)
    return Rating(
        stance=pulse.stance(tape, angle.subject, score.value, bands),
        pulse=score,
        threat=harm,
        raised=harm.value > threat.level_of(harm.parts),
    )


def tones_of(angle: Angle) -> Sequence[float]:
    """The tone of every headline the angle rests on."""
    return [tone for story in angle.stories for tone in story.tones]
