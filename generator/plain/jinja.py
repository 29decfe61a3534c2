"""Jinja environments: undefined names fail; a workspace may override a note's."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    select_autoescape,
)

from generator.plain.places import TEMPLATES


def environment(folder: str, overrides: Sequence[Path] = ()) -> Environment:
    """The templates of one folder; HTML and XML are escaped, text is not."""
    paths = [path / folder for path in overrides] + [TEMPLATES / folder, TEMPLATES]
    return Environment(
        loader=FileSystemLoader(paths),
        undefined=StrictUndefined,
        # A form is rendered from a string, and is text.
        autoescape=select_autoescape(("html", "xml", "svg"), default_for_string=False),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
