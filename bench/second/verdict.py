"""Verdicts: what became of one printed stretch of a note."""

from dataclasses import dataclass
from typing import Literal

from bench.second.sheet import Printed

State = Literal["right", "wrong", "unchecked"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A printed stretch, the metric it counts under, and what the second path says."""

    printed: Printed
    metric: str
    state: State
    true: str = ""
    why: str = ""

    @property
    def line(self) -> str:
        """Its evidence in a line."""
        one = self.printed
        words = " ".join(one.around.split())[:160]
        true = f"true {self.true} {self.why}"
        return f"{self.metric} {one.kind} {one.text!r} {true} | {words}"


def right(one: Printed, metric: str) -> Verdict:
    """The stretch is as the second path has it."""
    return Verdict(one, metric, "right")


def wrong(one: Printed, metric: str, true: str, why: str = "") -> Verdict:
    """It is not."""
    return Verdict(one, metric, "wrong", true, f"{one.fact} {why}".strip())


def unchecked(one: Printed, metric: str, why: str) -> Verdict:
    """The second path cannot say."""
    return Verdict(one, metric, "unchecked", "", f"{one.fact} {why}".strip())


def verdict(one: Printed, metric: str, holds: object, true: str) -> Verdict:
    """Right where what is held against it is true, else wrong, with the true value."""
    return right(one, metric) if holds else wrong(one, metric, true)
