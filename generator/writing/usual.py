"""What size of move is usual for an instrument, so that verbs fit it."""

from collections.abc import Mapping

from generator.model.facts import PriceFact


def usual_sizes(said: Mapping[str, object]) -> dict[str, float]:
    """Fact id -> the usual size of a return over that window, as a ratio."""
    usual: dict[str, float] = {}
    for prefix in ("", "bench_", "vix_"):
        day = said.get(f"{prefix}usual_1")
        for name, fact in said.items():
            if not isinstance(day, PriceFact) or not isinstance(fact, PriceFact):
                continue
            if name.startswith(f"{prefix}return_") and fact.subject == day.subject:
                usual[fact.id] = day.value * fact.window.sessions**0.5
    return usual
