"""Where the templates and the seeds lie: inside a wheel, or beside it in a checkout."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def place(name: str) -> Path:
    """The folder `name` as a wheel carries it, else as a checkout has it."""
    carried = PACKAGE / f"_{name}"
    return carried if carried.is_dir() else PACKAGE.parent / name


TEMPLATES = place("templates")
SEEDS = place("seeds")
