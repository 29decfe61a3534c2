"""Forms: the ways in which a move may be told, one file a role, a line a sentence.

A form needs what it names: it may speak when every name in it has a slot and its
`when` holds. Among those that may, the one that repeats least is taken, then the one
unused for longest, then a draw by subject and date.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment, meta

from generator.model.note import PastNote
from generator.writing.marks import bare, facts_of
from generator.writing.voice import draw

MOST_FIGURES = 4  # in a paragraph; a reader keeps no more
TERMS = ("close", "exit", "entry", "target", "atr")  # these may be said again
HEADER = ("when", "echo")
ASKED = re.compile(r"(\w+) is (?:not )?defined")  # a condition may ask what is there


@dataclass(frozen=True, slots=True)
class Form:
    """One way to tell a move: its sentences, what it needs and when it may speak."""

    id: str
    lines: tuple[str, ...]
    needs: frozenset[str]
    asked: frozenset[str]
    when: str
    echo: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A form as rendered: marked sentences."""

    form: Form
    sentences: tuple[str, ...]

    @property
    def figures(self) -> tuple[str, ...]:
        """The Facts whose figures it prints."""
        return tuple(fact for one in self.sentences for fact in facts_of(one, "figure"))


def forms(env: Environment, role: str) -> tuple[Form, ...]:
    """The forms of a role, in the order of its file."""
    assert env.loader is not None, role
    source, _, _ = env.loader.get_source(env, f"{role}.txt")
    blocks = f"\n{source}".split("\n=== ")[1:]
    return tuple(_form(env, role, block) for block in blocks)


def _form(env: Environment, role: str, block: str) -> Form:
    name, *rest = block.strip().split("\n")
    header = dict(line.split(": ", 1) for line in rest if _is_header(line))
    lines = tuple(line for line in rest if line.strip() and not _is_header(line))
    when = header.get("when", "")
    needs = _names(env, f"{{{{ {when} }}}}") if when else set()
    needs -= set(ASKED.findall(when))
    for line in lines:
        needs |= _names(env, line)
    return Form(
        id=f"{role}/{name.strip()}",
        lines=lines,
        needs=frozenset(needs),
        asked=frozenset(ASKED.findall(when)),
        when=when,
        echo=header.get("echo", ""),
    )


def _names(env: Environment, text: str) -> set[str]:
    return meta.find_undeclared_variables(env.parse(text))


def _is_header(line: str) -> bool:
    return line.split(": ", 1)[0] in HEADER


def may_speak(env: Environment, form: Form, slots: Mapping[str, object]) -> bool:
    """Whether all it needs is there and its condition holds."""
    if not form.needs <= slots.keys():
        return False
    return not form.when or bool(env.compile_expression(form.when)(**slots))


def told(env: Environment, form: Form, slots: Mapping[str, object]) -> Telling:
    """The form's sentences, rendered and marked."""
    sentences = [env.from_string(line).render(slots).strip() for line in form.lines]
    return Telling(form, tuple(one for one in sentences if bare(one)))


def fittest(
    tellings: Iterable[Telling],
    said: Sequence[str],
    past: Sequence[PastNote],
    seed: str,
) -> Telling | None:
    """The telling that repeats least of this note and of the past ones."""
    within = [one for one in tellings if len(set(one.figures)) <= MOST_FIGURES]
    return min(within, key=lambda one: _wear(one, said, past, seed), default=None)


def metric_of(fact: str) -> str:
    """`close` of `rut.close`."""
    return fact.split(".")[1] if "." in fact else fact


def _wear(
    telling: Telling, said: Sequence[str], past: Sequence[PastNote], seed: str
) -> tuple[int, int, int]:
    fresh = {fact for fact in telling.figures if metric_of(fact) not in TERMS}
    repeated = len(fresh & set(said))
    ages = [age for age, note in enumerate(past) if telling.form.id in note.forms]
    lately = len(past) - ages[0] if ages else 0
    return (repeated, lately, draw(seed, telling.form.id))
