"""What else moved over the same session: credit, bonds, gold, the dollar, oil, sectors.

Also what moved furthest for its size, and whether a headline names it.
"""

from collections.abc import Iterator, Mapping

from generator.model.facts import PriceFact
from generator.model.market import Instrument, Tape
from generator.model.note import Angle
from generator.plain.neighbors import NEIGHBORS, funds
from generator.writing.marks import mark
from generator.writing.sayings import SECTORS, named
from generator.writing.voice import Name

FOR_SHARES = ("credit", "bonds")  # what speaks of them and of little else
WEIGHTS = {"credit": 1.3, "unusual": 0.75}  # what lenders do says most of shares
BESIDE = {  # a topic -> who else its forms speak of
    "gold": ("credit",),
    "rest": ("credit", "bonds", "gold"),
}
STIRS = 1.2  # usual days, so weighed, from which a neighbor is worth a paragraph
AGAIN = 0.7  # what its size counts for if the last note told of it, too
WHOLE = "SPX"  # the index whose parts the sector funds are
TOLD_ELSEWHERE = {"all_extreme", "dispersion", "ladder"}  # lenses on the sectors


def across_slots(angle: Angle, tape: Tape) -> Iterator[tuple[str, object]]:
    """`credit`, `credit_z`, `credit_name`: returns over the subject's last session.

    `unusual` is what moved most of its usual days, `shares` whether the subject is a
    company or an index. Nothing is told of what has another last session.
    """
    near = {tape.instruments[name].theme for name in (angle.subject, angle.benchmark)}
    yield "shares", _are_shares(angle, tape)
    for slot, theme in NEIGHBORS.items():
        if theme not in near:
            yield from _fund(slot, theme, angle, tape)
    if angle.unusual and _bears(tape.instruments[angle.unusual], angle, tape):
        yield from _moved("unusual", angle.unusual, angle, tape)


def topic(slots: Mapping[str, object], ages: Mapping[str, int]) -> str:
    """Which neighbor a paragraph is about; `rest` where none of them stirs.

    `ages` tell how many notes ago a role last had a paragraph.
    """
    topics = [*NEIGHBORS, "unusual"]
    if not slots.get("shares"):
        topics = [one for one in topics if one not in FOR_SHARES]
    sizes = {}
    for one in topics:
        usual = slots.get(f"{one}_z")
        if isinstance(usual, PriceFact):
            again = AGAIN if ages.get(f"across-{one}") == 0 else 1
            sizes[one] = abs(usual.value) * WEIGHTS.get(one, 1) * again
    widest = max(sizes, key=lambda one: (sizes[one], one), default="rest")
    return widest if sizes.get(widest, 0) >= STIRS else "rest"


def told_of(about: str, slots: Mapping[str, object]) -> dict[str, object]:
    """The slots of a topic and of whom its forms set beside it."""
    others = {*NEIGHBORS, "unusual"} - {about, *BESIDE.get(about, ())}
    return {
        name: slot
        for name, slot in slots.items()
        if name.split("_", maxsplit=1)[0] not in others
    }


def _are_shares(angle: Angle, tape: Tape) -> bool:
    """Whether the subject is a company or an index of them, by whichever price."""
    kinds = {tape.instruments[name].kind for name in angle.about}
    return bool(kinds & {"stock", "index"})


def _bears(one: Instrument, angle: Angle, tape: Tape) -> bool:
    """Whether it says anything of the subject: a share does beside shares only."""
    share = one.kind == "stock" or SECTORS in one.groups
    return not share or _are_shares(angle, tape)


def _fund(
    slot: str, theme: str, angle: Angle, tape: Tape
) -> Iterator[tuple[str, object]]:
    """The first fund on a theme that has the session."""
    for fund in funds(theme, tape.instruments.values()):
        found = dict(_moved(slot, fund, angle, tape))
        if found:
            yield from found.items()
            return


def _moved(
    slot: str, name: str, angle: Angle, tape: Tape
) -> Iterator[tuple[str, object]]:
    own = tape.price(angle.subject, "return", 1)
    move, usual = tape.price(name, "return", 1), tape.price(name, "zscore", 1)
    if not (own and move and usual) or move.window != own.window:
        return
    yield slot, move
    yield f"{slot}_z", usual
    yield f"{slot}_name", _spoken(tape.instruments[name])
    for one in angle.counts:
        if (one.metric, one.subject) == ("headlines", name):
            yield f"{slot}_headlines", one


def _spoken(one: Instrument) -> str:
    """`the fund for junk bonds`, `Amazon`: by what it holds, if it is a fund."""
    if one.kind == "etf":
        return f"the fund for {mark(one.theme, 'name', one.id)}"
    return Name(one).again


def sector_slots(
    angle: Angle, tape: Tape, lenses: frozenset[str]
) -> Mapping[str, object]:
    """How many sector funds rose and fell, and the first and the last of them.

    Empty for any subject but the index that they are parts of, or where a lens has
    told of them.
    """
    own = tape.price(angle.subject, "return", 1)
    if WHOLE not in angle.about or own is None or lenses & TOLD_ELSEWHERE:
        return {}
    members = [one.id for one in tape.instruments.values() if SECTORS in one.groups]
    moves = [tape.price(name, "return", 1) for name in members]
    ranked = sorted(
        (move for move in moves if move and move.window == own.window),
        key=lambda move: (-move.value, move.subject),
    )
    counts = {
        f"sectors_{role}": fact
        for role in ("members", "up", "down", "flat", "mean_size")
        if (fact := tape.price(SECTORS, role, 1)) and fact.window == own.window
    }
    if len(counts) < 5 or counts["sectors_members"].value != len(ranked):
        return {}
    best, worst = ranked[0], ranked[-1]
    return {
        **counts,
        "sectors_best": best,
        "sectors_best_name": named(tape.instruments[best.subject]),
        "sectors_worst": worst,
        "sectors_worst_name": named(tape.instruments[worst.subject]),
    }
