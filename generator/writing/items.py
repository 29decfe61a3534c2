"""Other news that bears on the subject, each piece beside the theme it belongs to."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.market import Tape
from generator.model.news import Headline, Story
from generator.model.note import Angle
from generator.model.playbook import Theme, fitting
from generator.plain.names import Lexicon
from generator.writing.press import Press, amounts, asks, line_of
from generator.writing.retold import retold

ABOUT_PRICES = ("volatility", "records")  # themes that the tape itself tells better
COMPANY = 2  # names: a company, and who speaks of it
WIDE = 3  # publishers from which a company's or a theme's news is everyone's
SAYINGS = {  # a slot -> the part of a theme that fills it
    "mechanisms": "mechanism",
    "confirmations": "confirmation",
    "falsifiers": "falsifier",
    "theme_risks": "risk",
    "reliefs": "relief",
    "owns": "own",
    "losers": "losers",
}


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of other news: a headline whose own title speaks of a theme."""

    theme: Theme
    story: Story
    headline: Headline
    lexicon: Lexicon | None = None

    @property
    def tone(self) -> float:
        """The tone of its story."""
        return self.story.tone

    @property
    def slots(self) -> dict[str, object]:
        """The words it brings to a paragraph: none that its news does not ask for."""
        text = f"{self.headline.title} {self.headline.summary}"
        said = {
            slot: fitting(getattr(self.theme, part), text)
            for slot, part in SAYINGS.items()
        }
        return {
            **press_slots(self.headline, self.lexicon, self.theme),
            "theme": self.theme.name,
            **{slot: sayings for slot, sayings in said.items() if sayings},
        }


@dataclass(frozen=True, slots=True)
class Lore:
    """What the desk knows of the world: its themes, and its names."""

    themes: Mapping[str, Theme]
    lexicon: Lexicon | None = None


def items(angle: Angle, tape: Tape, lore: Lore) -> list[Item]:
    """Other news for the subject, a theme once: what touches it and is widely told.

    What tells of the very prices that the tape tells better comes last.
    """
    found: dict[str, Item] = {}
    candidates = _candidates(angle, tape, lore)
    for item in sorted(candidates, key=lambda item: _weight(item, angle)):
        taken = {one.headline.id for one in found.values()}
        if item.theme.id not in found and item.headline.id not in taken:
            found[item.theme.id] = item
    return list(found.values())


def _weight(item: Item, angle: Angle) -> tuple[bool, bool, int, str]:
    touched = bool({angle.subject, angle.benchmark} & item.theme.touches.keys())
    told = len(item.story.families)
    return (item.theme.id in ABOUT_PRICES, not touched, -told, item.headline.id)


def _candidates(angle: Angle, tape: Tape, lore: Lore) -> Iterator[Item]:
    """Each headline that speaks of a theme that may move the subject."""
    known = tape.instruments[angle.subject]
    broad = known.kind == "index"  # what everyone tells touches an economy's index
    shares = broad or known.kind == "stock"
    near = {angle.subject, *(known.benchmarks if shares else (angle.benchmark,))}
    relative = () if led(angle) or angle.lead is None else (angle.lead,)
    for story in (*relative, *angle.supporting):
        if known.kind != "stock" and _of_one_company(story, tape):
            continue
        own = _of_prices(story, near, tape)
        for theme in (lore.themes[one] for one in story.themes if one in lore.themes):
            wide = broad and len(story.families) >= WIDE
            touched = wide or bool(near & theme.touches.keys())
            if not touched or (own and theme.id in ABOUT_PRICES):
                continue
            said = _spoken_for(story, theme)
            if said is not None:
                yield Item(theme, story, said, lore.lexicon)


def _spoken_for(story: Story, theme: Theme) -> Headline | None:
    """The headline of a story whose title speaks of a theme, a statement if it can."""
    titled = [one for one in story.headlines if speaks_of(one.title, theme)]
    return next((one for one in titled if not asks(one)), next(iter(titled), None))


def _of_one_company(story: Story, tape: Tape) -> bool:
    """Whether a story is a company's, maybe with its broker, and few carry it."""
    stocks = [one for one in story.instruments if _is_stock(one, tape)]
    named = {*story.named("company"), *stocks}
    told = len(story.families) >= WIDE or bool(story.named("release"))
    return 1 <= len(named) <= COMPANY and not told


def _is_stock(name: str, tape: Tape) -> bool:
    return name in tape.instruments and tape.instruments[name].kind == "stock"


def _of_prices(story: Story, near: set[str], tape: Tape) -> bool:
    """Whether a story tells of the very prices that the tape tells better."""
    held = tape.instruments  # a story may name what the desk does not hold
    known = [held[one] for one in story.instruments if one in held]
    return any(one.id in near or near & set(one.benchmarks) for one in known)


def led(angle: Angle) -> bool:
    """Whether the lead story is about the subject itself, not about a relative."""
    return angle.lead is not None and bool(angle.about & {*angle.lead.instruments})


def speaks_of(text: str, theme: Theme) -> bool:
    """Whether a text has one of the theme's words."""
    lean = text.lower()
    return any(re.search(rf"\b{re.escape(word)}\b", lean) for word in theme.match)


def press_slots(
    headline: Headline, lexicon: Lexicon | None, theme: Theme | None = None
) -> dict[str, object]:
    """The headline's voice: its title, as prose where it can be, or its line.

    Beside a theme the line is quoted only if it speaks of that theme.
    """
    press, line = Press(headline), line_of(headline)
    slots: dict[str, object] = {"press": press}
    told = bool(line) and (theme is None or speaks_of(line, theme))
    if told:
        slots["press_line"] = press.line
    if told and any(fact.field == "summary" for fact in amounts(headline)):
        return slots
    slots["press_title"] = press.title
    if clause := retold(headline, lexicon):
        slots["press_clause"] = clause
    return slots
