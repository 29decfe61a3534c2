"""A note.md apart and together again: front matter, body, lines with their section."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import yaml

from generator.errors import NoteError
from generator.plain.clock import stamp

FENCE = "---"
FRONT = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
HEADING = re.compile(r"#{1,6}[ \t]+(.*?)[ \t#]*$")
SAFE = re.compile(r"[A-Za-z][\w.+-]*\Z")  # a word that YAML reads back as itself
BREAKS = re.compile(
    r"[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]"
)  # not YAML's
RESERVED = frozenset("true false null yes no on off y n nan inf".split())
FOOT = re.compile(r"\*\*\w+:\*\*")  # **Prices:**, **Gaps:**


class Reader(yaml.SafeLoader):
    """YAML whose only booleans are `true` and `false`: the tickers ON and NO stay."""


Reader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith(":bool")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Reader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"(?:true|false)\Z"), ["t", "f"]
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the body; `start` is its offset in the whole file.

    `section` is the last word of the heading above it (`analysis`, `watch`), or
    `foot` for the lines of call, prices and gaps; empty above the first heading.
    """

    number: int
    start: int
    text: str
    section: str

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)

    @property
    def is_heading(self) -> bool:
        """Whether it opens a section."""
        return HEADING.match(self.text) is not None


def split(text: str) -> tuple[dict[str, Any], str]:
    """The front matter and the body; NoteError names the line that cannot be read."""
    match = FRONT.match(text)
    if not match:
        if text.lstrip("\ufeff").startswith(FENCE):
            raise NoteError(f"front matter: no closing {FENCE}; add it on its own line")
        return {}, text
    return _front(match.group(1)), text[match.end() :]


def _front(text: str) -> dict[str, Any]:
    try:
        tree = yaml.load(text, Reader)  # noqa: S506 - Reader is a SafeLoader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 2}" if mark else "front matter"
        what = getattr(error, "problem", None) or "not YAML"
        raise NoteError(f"{where}: {what}; mend the front matter there") from error
    except (ValueError, RecursionError) as error:
        raise NoteError(f"front matter: {error}; mend the value there") from error
    if not isinstance(tree, dict | None):
        raise NoteError("front matter: not `key: value` lines; mend them")
    return {str(name): value for name, value in (tree or {}).items()}


def joined(front: Mapping[str, object], body: str) -> str:
    """The file of a front matter and a body: one key a line, in the order given."""
    lines = [line for name, value in front.items() for line in _entry(name, value)]
    return "\n".join([FENCE, *lines, FENCE, ""]) + body


def _entry(name: str, value: object) -> Iterator[str]:
    if isinstance(value, list | tuple) and any(isinstance(v, Mapping) for v in value):
        yield f"{_word(name)}:"
        yield from (f"  - {_value(item)}" for item in value)
    else:
        yield f"{_word(name)}: {_value(value)}"


def _value(value: object) -> str:
    if isinstance(value, str):
        return _word(value)
    if isinstance(value, datetime):
        return stamp(value if value.tzinfo else value.replace(tzinfo=UTC))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return (
            "{" + ", ".join(f"{_word(k)}: {_value(v)}" for k, v in value.items()) + "}"
        )
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value)


def _word(text: str) -> str:
    if SAFE.match(text) and text.lower() not in RESERVED:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return BREAKS.sub(lambda match: f"\\u{ord(match.group()):04x}", quoted)


def lines(text: str) -> Iterator[Line]:
    """The lines of the body, each with its number in the file and its section."""
    match = FRONT.match(text)
    start = match.end() if match else 0
    number, section = text.count("\n", 0, start) + 1, ""
    for raw in text[start:].split("\n"):
        shown = raw.rstrip("\r")
        heading = HEADING.match(shown)
        if heading:
            section = section_name(heading.group(1))
        foot = section == "sources" and bool(FOOT.match(shown))
        yield Line(number, start, shown, "foot" if foot else section)
        number, start = number + 1, start + len(raw) + 1


def section_name(heading: str) -> str:
    """`analysis` of `Strykr Analysis`, `sources` of `Sources (5)`."""
    words = re.findall(r"[^\W\d_]+", heading.lower())
    return words[-1] if words else ""
