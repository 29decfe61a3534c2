"""Forms: the ways in which a move may be told, one file a role, a line a sentence.

A form needs what it names: it may speak when every name in it has a slot and its
`when` holds. `[a|b]` in a line is an alternation: one option of it is told. A line
that begins `+ while:` may be joined to the sentence before it by that word, where the
two together are not too long.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from jinja2 import Environment, Template
from jinja2.environment import TemplateExpression
from jinja2.nodes import Name

from generator.plain.jinja import environment
from generator.writing.marks import HEAD, bare, facts_of
from generator.writing.voice import FILTERS

HEADER = ("when", "echo", "uses")
ASKED = re.compile(r"(\w+) is (?:not )?defined")  # a condition may ask what is there
JINJA = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})")
GIVEN = frozenset({"alt", "pick"})  # what the choice brings, not the plan
JOINED = re.compile(r"\+ (?P<word>[^:]{1,24}): (?P<rest>.+)")
SPLIT = 4  # of so many turns one tells two sentences apart, for the rhythm
KEPT = ("name", "date", "quote")  # what keeps its capital inside a sentence
LONGEST = 36  # words of a sentence made of two
BETWEEN = "\x1f"  # sentences: a line end would be trimmed after an alternation
SPACES = re.compile(r" {2,}")
BEFORE_STOP = re.compile(r" +([,.;:?!])")


@dataclass(frozen=True)
class Form:
    """One way to tell a move: its sentences, what it needs and when it may speak.

    `options` holds the number of options of each alternation, in their order; `joins`
    the word by which each line may be joined to the one before, "" for none; `uses`
    the devices of speech that it spends: `antithesis`, `wit`, `metaphor weather`.
    """

    id: str
    lines: tuple[str, ...]
    joins: tuple[str, ...]
    options: tuple[int, ...]
    needs: frozenset[str]
    asked: frozenset[str]
    when: str
    echo: str
    uses: tuple[str, ...]
    env: Environment = field(repr=False, compare=False)

    @cached_property
    def template(self) -> Template:
        """Its sentences, a line each; compiled when it first speaks."""
        return self.env.from_string(_branched(BETWEEN.join(self.lines))[0])

    @cached_property
    def condition(self) -> TemplateExpression:
        """Its `when`, compiled when it is first asked."""
        return _condition(self.env, self.when or "true")


@lru_cache(maxsize=4096)
def _condition(env: Environment, when: str) -> TemplateExpression:
    """A condition, compiled once for all the forms that have it."""
    return env.compile_expression(when)


@dataclass(frozen=True, slots=True)
class Telling:
    """A form as rendered: marked sentences."""

    form: Form
    sentences: tuple[str, ...]

    @property
    def figures(self) -> tuple[str, ...]:
        """The Facts whose figures it prints."""
        return tuple(fact for one in self.sentences for fact in facts_of(one, "figure"))

    @property
    def names(self) -> frozenset[str]:
        """The ids of whom it names."""
        return frozenset(
            fact for one in self.sentences for fact in facts_of(one, "name")
        )


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
    told = [line for line in rest if line.strip() and not _is_header(line)]
    joins, lines = zip(*map(_joined, told), strict=True) if told else ((), ())
    when = header.get("when", "")
    asked = frozenset(ASKED.findall(when))
    source, options = _branched(BETWEEN.join(lines))
    needs = _names(env, f"{{{{ {when} }}}}") - asked if when else frozenset()
    return Form(
        id=f"{role}/{name.strip()}",
        lines=lines,
        joins=joins,
        options=options,
        needs=(needs | _names(env, source)) - GIVEN,
        asked=asked,
        when=when,
        echo=header.get("echo", ""),
        uses=tuple(use.strip() for use in header.get("uses", "").split(",") if use),
        env=env,
    )


def _joined(line: str) -> tuple[str, str]:
    """The word that joins a line to the one before, if any, and the line itself."""
    match = JOINED.fullmatch(line)
    return (match["word"], match["rest"]) if match else ("", line)


def _branched(text: str) -> tuple[str, tuple[int, ...]]:
    """The text with its alternations as branches, and the number of options of each."""
    options: list[int] = []
    told = ""
    for piece in JINJA.split(text):
        if JINJA.fullmatch(piece):
            told += piece
        else:
            told += "".join(_branch(char, options) for char in piece)
    return told, tuple(options)


def _branch(char: str, options: list[int]) -> str:
    here = len(options) - 1
    if char == "[":
        options.append(1)
        return f"{{% if alt[{here + 1}] == 0 %}}"
    if char == "|":
        options[here] += 1
        return f"{{% elif alt[{here}] == {options[here] - 1} %}}"
    return "{% endif %}" if char == "]" else char


def _names(env: Environment, text: str) -> frozenset[str]:
    """The names that a template reads; none of ours sets a name of its own."""
    return frozenset(one.name for one in env.parse(text).find_all(Name))


def _is_header(line: str) -> bool:
    return line.split(": ", 1)[0] in HEADER


def may_speak(form: Form, slots: Mapping[str, object]) -> bool:
    """Whether all it needs is there and its condition holds."""
    return form.needs <= slots.keys() and bool(form.condition(**slots))


def told(form: Form, slots: Mapping[str, object], turn: int = 0) -> Telling:
    """The form's sentences, rendered and marked, as they come at its `turn`."""
    given = {**slots, "alt": alternatives(form, turn)}
    rendered = map(_tidy, form.template.render(given).split(BETWEEN))
    sentences: list[str] = []
    for place, (word, one) in enumerate(zip(form.joins, rendered, strict=True)):
        whole = _whole(sentences[-1], word, one) if word and sentences else ""
        if whole and (turn + place) % SPLIT:
            sentences[-1] = whole
        elif bare(one):
            sentences.append(one)
    return Telling(form, tuple(sentences))


def _whole(before: str, word: str, one: str) -> str:
    """Two sentences as one; "" where they are not two, or would be too long."""
    stop = before.rfind(".")
    ends = stop >= 0 and not bare(before[stop + 1 :]).strip()
    if not ends or not bare(one) or len(bare(before + one).split()) > LONGEST:
        return ""
    link = f"{word} " if word[0] in ",;:" else f", {word} "
    return before[:stop] + link + lowered(one) + before[stop + 1 :]


def lowered(sentence: str) -> str:
    """The sentence for the middle of another; a name keeps its capital."""
    head = HEAD.match(sentence)
    if head and head.group(1) in KEPT:
        return sentence
    start = head.end() if head else 0
    return (
        sentence[:start] + sentence[start : start + 1].lower() + sentence[start + 1 :]
    )


def alternatives(form: Form, turn: int) -> tuple[int, ...]:
    """The option of each alternation at a turn: neighbours move at another pace."""
    return tuple(
        (turn + place * (turn // size + 1)) % size
        for place, size in enumerate(form.options)
    )


def _tidy(text: str) -> str:
    """The sentence without the gaps that an empty option leaves."""
    return BEFORE_STOP.sub(r"\1", SPACES.sub(" ", text)).strip()
