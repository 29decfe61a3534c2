"""Which form tells a move: the longest unused that repeats nothing, if there is one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.model.note import Move, Plan
from generator.writing.forms import Bank, Form, Telling, may_speak, told
from generator.writing.marks import bare
from generator.writing.memory import Memory, longest_unused
from generator.writing.usual import usual_sizes
from generator.writing.voice import Name, Verb, draw

MOST_FIGURES = 4  # in a paragraph; a reader keeps no more
TERMS = ("close", "exit", "entry", "target", "atr")  # these may be said again
OFTEN = 3  # times that one of them is said before another form is preferred
UNNAMED = ("", "verdict", "bottom", "clock", "changed")  # may do without the subject
TURNS = 6  # tellings of one form that are tried
FIRST = 60  # a multiple of the sizes of alternations, so that each may open
TIRES = 3  # six-grams said before that one tiring turn is worth
TRIED = 24  # tellings of a move that are weighed before the best of them is taken


@dataclass(frozen=True, slots=True)
class Pen:
    """What writes a note: the bank of forms, its plan, and the usual size of moves."""

    bank: Bank
    plan: Plan
    usual: Mapping[str, float]


def pen(bank: Bank, plan: Plan) -> Pen:
    """The pen for a plan."""
    return Pen(bank, plan, usual_sizes(plan.slots))


def chosen(pen: Pen, move: Move, memory: Memory, *, echo: str) -> Telling | None:
    """The best telling of a move, or None where no form may speak.

    Forms are tried from the longest unused; the first that repeats neither a figure
    of this note nor six words of the last 20 is taken, else the one that repeats
    least. Equal ones are drawn by subject and date.
    """
    least: tuple[bool, int, int, int] | None = None
    best: Telling | None = None
    tried = islice(tellings(pen, move, memory, echo=echo), TRIED)
    for place, telling in enumerate(tried):
        unnamed = _unnamed(telling, pen.plan, memory, move)
        worn = memory.seen(telling) + TIRES * memory.tires(telling)
        wear = (unnamed, _again(telling, memory), worn, place)
        if least is None or wear < least:
            least, best = wear, telling
        if wear[:3] == (False, 0, 0):
            break
    return best


def _unnamed(telling: Telling, plan: Plan, memory: Memory, move: Move) -> bool:
    """Whether the note would go on without having named its subject."""
    if move.goal in UNNAMED or plan.head.subject in memory.names:
        return False
    return plan.head.subject not in telling.names


def tellings(
    pen: Pen, move: Move, memory: Memory, *, echo: str = ""
) -> Iterator[Telling]:
    """All that may be told of a move, rendered one by one, best placed first."""
    plan = pen.plan
    seed = f"{plan.head.subject}|{plan.head.edition}|{move.role}"
    spoken = {**plan.slots, **move.slots, **({"echo": echo} if echo else {})}
    given = spoken | named(plan)
    drawn = sorted(pen.bank.forms(move.role), key=lambda form: draw(seed, form.id))
    for form in longest_unused(drawn, memory.age):
        if not may_speak(form, given):
            continue
        first = draw(seed, form.id) % FIRST
        for turn in range(first, first + _turns(form)):
            own = f"{seed}|{form.id}|{turn}"
            voice(pen.bank, Verb(pen.usual, own))
            fresh = {**spoken, **named(plan), "pick": picker(own, memory)}
            telling = told(form, fresh, turn)
            if is_short(telling) and memory.allows(telling):
                yield telling


def _turns(form: Form) -> int:
    many = 1
    for size in form.options:
        many *= size
    return min(many, TURNS)


def is_short(telling: Telling) -> bool:
    """Whether a reader can keep its figures."""
    return len(set(telling.figures)) <= MOST_FIGURES


def voice(bank: Bank, verb: Verb) -> None:
    """Set this telling's own verbs."""
    bank.env.filters.update({"verb": verb, "told": verb.told})


def named(plan: Plan) -> dict[str, object]:
    """The names that forms use, each with no mention made yet."""
    known = {one.id: one for one in plan.instruments}
    found = {"subject": Name(known[plan.head.subject])}
    if plan.head.benchmark != plan.head.subject:
        found["bench"] = Name(known[plan.head.benchmark])
    top = plan.slots.get("top_headlines")
    if top is not None and (name := getattr(top, "subject", "")) in known:
        found["top"] = Name(known[name])
    gauge = plan.slots.get("gauge")
    if isinstance(gauge, Name):
        found["gauge"] = Name(gauge.instrument)
    return dict(found)


def picker(seed: str, memory: Memory) -> Callable[[Sequence[str]], str]:
    """The choice among equals: one not said lately, the same on every run."""

    def pick(choices: Sequence[str]) -> str:
        start = draw(seed, *choices) % len(choices)
        turned = [*choices[start:], *choices[:start]]
        return next((one for one in turned if not memory.holds(bare(one))), turned[0])

    return pick


def metric_of(fact: str) -> str:
    """`close` of `rut.close`."""
    return fact.split(".")[1] if "." in fact else fact


def _again(telling: Telling, memory: Memory) -> int:
    """How many figures the note has printed before, or too often if of the trade."""
    return sum(
        memory.figures.count(fact) >= (OFTEN if metric_of(fact) in TERMS else 1)
        for fact in set(telling.figures)
    )
