"""The forms of regular and irregular English verbs."""

import re

# Past and participle of the irregular ones.
IRREGULAR = dict(
    line.split(":")
    for line in """
    become:became, begin:began begun, bet:bet, bid:bid, break:broke broken,
    bring:brought, build:built, buy:bought, cut:cut, deepen:deepened, draw:drew drawn,
    drive:drove driven, fall:fell fallen, feed:fed, fight:fought, find:found, flee:fled,
    forecast:forecast, foresee:foresaw foreseen, freeze:froze frozen, get:got gotten,
    give:gave given, go:went gone, grow:grew grown, hit:hit, hold:held, hurt:hurt,
    keep:kept, know:knew known, lay:laid, lead:led, leap:leapt leaped, leave:left,
    lend:lent, lose:lost, make:made, meet:met, mean:meant, offset:offset,
    oversee:oversaw overseen, overtake:overtook overtaken, pay:paid, put:put,
    quit:quit, read:, rebuild:rebuilt, repay:repaid, rethink:rethought, ride:rode
    ridden, rise:rose risen, run:ran, say:said, see:saw seen, seek:sought, sell:sold,
    send:sent, set:set, shake:shook shaken, shed:shed, shine:shone, show:showed shown,
    shrink:shrank shrunk, shut:shut, sink:sank sunk, slide:slid, speed:sped,
    spend:spent, spin:spun, split:split, spread:spread, stand:stood, steal:stole stolen,
    stick:stuck, strike:struck, sweep:swept, swell:swelled swollen, swing:swung,
    take:took taken, tell:told, think:thought, tread:trod, undercut:undercut,
    undergo:underwent undergone, undertake:undertook undertaken, unwind:unwound,
    uphold:upheld, upset:upset, win:won, withdraw:withdrew withdrawn,
    withhold:withheld, underwrite:underwrote underwritten
    """.replace("\n    ", " ")
    .strip()
    .split(", ")
)
# One syllable that ends in one vowel and one consonant doubles it; so do these.
CLOSED = re.compile(r"(?:[^aeiou]|qu)+[aeiou][bdglmnprt]")
DOUBLED = frozenset(
    "admit commit defer format outbid permit prefer submit transfer equip refer "
    "occur nonplus outrun rebut".split()
)
NEVER = frozenset("add err".split())
VOWELS = "aeiou"


def forms(verbs: str) -> frozenset[str]:
    """Third person, past and participle of these verbs, never the bare form.

    The bare form is left out: "Target cut" and "Block list" are nouns as often.
    """
    return frozenset(form for verb in verbs.split() for form in _forms(verb))


def _forms(verb: str) -> list[str]:
    stem = verb if verb.endswith("ee") else verb.removesuffix("e")
    if verb in DOUBLED or (CLOSED.fullmatch(verb) and verb not in NEVER):
        stem = verb + verb[-1]
    if verb.endswith("ie"):
        return [f"{verb}s", f"{verb[:-2]}ying", f"{verb}d"]
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return [f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"]
    ending = "es" if verb.endswith(("s", "x", "sh", "ch", "z", "go", "to")) else "s"
    past = IRREGULAR.get(verb, f"{stem.removesuffix('e')}ed").split()
    return [f"{verb}{ending}", f"{stem}ing", *past]
