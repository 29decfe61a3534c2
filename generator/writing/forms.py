"""Forms: the ways in which a move may be told, one file a role, a line a sentence.

A form needs what it names: it may speak when every name in it has a slot and its
`when` holds. `[a|b]` in a line is an alternation: one option of it is told.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, Template, meta
from jinja2.environment import TemplateExpression

from generator.plain.jinja import environment
from generator.writing.marks import bare, facts_of
from generator.writing.voice import FILTERS

HEADER = ("when", "echo", "uses")
ASKED = re.compile(r"(\w+) is (?:not )?defined")  # a condition may ask what is there
JINJA = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})")
GIVEN = frozenset({"alt", "pick"})  # what the choice brings, not the plan
SPACES = re.compile(r" {2,}")
BEFORE_STOP = re.compile(r" +([,.;:?!])")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to tell a move: its sentences, what it needs and when it may speak.

    `options` holds the number of options of each alternation, in their order; `uses`
    the devices of speech that it spends: `antithesis`, `wit`, `metaphor weather`.
    """

    id: str
    lines: tuple[Template, ...]
    options: tuple[int, ...]
    needs: frozenset[str]
    asked: frozenset[str]
    when: TemplateExpression | None
    echo: str
    uses: tuple[str, ...]
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A form as rendered: marked sentences."""

    form: Form
    sentences: tuple[str, ...]

    @property
    def figures(self) -> tuple[str, ...]:
        """The Facts whose figures it prints."""
        return tuple(fact for one in self.sentences for fact in facts_of(one, "figure"))


class Bank:
    """The forms of every role, compiled once for a set of template folders."""

    def __init__(self, overrides: Sequence[Path]) -> None:
        """`overrides` are a workspace's template folders, which go first."""
        self.env = environment("note", overrides)
        # The verbs are a note's own and are set before each telling.
        self.env.filters.update({**FILTERS, "verb": str, "told": str})
        self._roles: dict[str, tuple[Form, ...]] = {}

    def forms(self, role: str) -> tuple[Form, ...]:
        """The forms of a role, in the order of its file; none if it has no file."""
        if role not in self._roles:
            self._roles[role] = tuple(forms(self.env, role))
        return self._roles[role]


def bank(overrides: Sequence[Path]) -> Bank:
    """The bank of these folders, as their files stand now."""
    return _bank(tuple(overrides), tuple(_stamps(overrides)))


@lru_cache(maxsize=4)
def _bank(overrides: tuple[Path, ...], _stamps: tuple[tuple[str, int], ...]) -> Bank:
    return Bank(overrides)


def _stamps(folders: Sequence[Path]) -> Iterator[tuple[str, int]]:
    """The files that a workspace lays over the shipped ones, and when they changed."""
    for folder in folders:
        for path in sorted((folder / "note").glob("*")):
            yield str(path), path.stat().st_mtime_ns


def forms(env: Environment, role: str) -> Iterator[Form]:
    """The forms of a role, in the order of its file; none if it has no file."""
    assert env.loader is not None, role
    if f"{role}.txt" not in env.list_templates(extensions=["txt"]):
        return
    source, _, _ = env.loader.get_source(env, f"{role}.txt")
    for block in f"\n{source}".split("\n=== ")[1:]:
        yield _form(env, role, block)


def _form(env: Environment, role: str, block: str) -> Form:
    name, *rest = block.strip().split("\n")
    header = dict(line.split(": ", 1) for line in rest if _is_header(line))
    lines = [line for line in rest if line.strip() and not _is_header(line)]
    when = header.get("when", "")
    needs = _names(env, f"{{{{ {when} }}}}") if when else set()
    needs -= set(ASKED.findall(when))
    options: list[int] = []
    branched = [_branched(line, options) for line in lines]
    for line in branched:
        needs |= _names(env, line)
    return Form(
        id=f"{role}/{name.strip()}",
        lines=tuple(env.from_string(line) for line in branched),
        options=tuple(options),
        needs=frozenset(needs - GIVEN),
        asked=frozenset(ASKED.findall(when)),
        when=env.compile_expression(when) if when else None,
        echo=header.get("echo", ""),
        uses=tuple(use.strip() for use in header.get("uses", "").split(",") if use),
        source=tuple(lines),
    )


def _branched(line: str, options: list[int]) -> str:
    """The line with its alternations as branches; adds the options of each."""
    told = ""
    for piece in JINJA.split(line):
        if JINJA.fullmatch(piece):
            told += piece
            continue
        for char in piece:
            told += _branch(char, options)
    return told


def _branch(char: str, options: list[int]) -> str:
    here = len(options) - 1
    if char == "[":
        options.append(1)
        return f"{{% if alt[{here + 1}] == 0 %}}"
    if char == "|":
        options[here] += 1
        return f"{{% elif alt[{here}] == {options[here] - 1} %}}"
    return "{% endif %}" if char == "]" else char


def _names(env: Environment, text: str) -> set[str]:
    return meta.find_undeclared_variables(env.parse(text))


def _is_header(line: str) -> bool:
    return line.split(": ", 1)[0] in HEADER


def may_speak(form: Form, slots: Mapping[str, object]) -> bool:
    """Whether all it needs is there and its condition holds."""
    if not form.needs <= slots.keys():
        return False
    return form.when is None or bool(form.when(**slots))


def told(form: Form, slots: Mapping[str, object], turn: int = 0) -> Telling:
    """The form's sentences, rendered and marked, as they come at its `turn`."""
    given = {**slots, "alt": alternatives(form, turn)}
    sentences = [_tidy(line.render(given)) for line in form.lines]
    return Telling(form, tuple(one for one in sentences if bare(one)))


def alternatives(form: Form, turn: int) -> tuple[int, ...]:
    """The option of each alternation at a turn: neighbours move at another pace."""
    return tuple(
        (turn + place * (turn // size + 1)) % size
        for place, size in enumerate(form.options)
    )


def _tidy(text: str) -> str:
    """The sentence without the gaps that an empty option leaves."""
    return BEFORE_STOP.sub(r"\1", SPACES.sub(" ", text)).strip()
