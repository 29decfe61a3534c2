"""Make the shipped table of sessions anew, for every calendar that the seeds name."""

import sys
import tomllib
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.market.sessions.calendars import ALWAYS
from generator.market.sessions.shipped import TABLE, write
from generator.plain.places import SEEDS

SPAN = (date(1970, 1, 1), date(2028, 1, 31))  # a January more: the next year's first


def codes() -> set[str]:
    """The calendars of the seeds' instruments, but for the one without closed days."""
    tree = tomllib.loads((SEEDS / "instruments.toml").read_text("utf-8"))
    return {one.get("calendar", "XNYS") for one in tree["instrument"]} - {ALWAYS}


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else TABLE, codes(), SPAN)
