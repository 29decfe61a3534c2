"""The forms of English verbs: the past of a headline's present, and back again."""

from functools import cache

from generator.plain.names.inflected import CLOSED, DOUBLED, IRREGULAR, NEVER, VOWELS
from generator.plain.names.vocabulary import BARE as KNOWN

# Past and, where it differs, participle of those that the names' table lacks.
MORE = {
    line.partition(":")[0]: line.partition(":")[2]
    for line in (
        "arise:arose arisen, awake:awoke awoken, bear:bore borne, beat:beat beaten, "
        "be:was been, bite:bit bitten, bend:bent, blow:blew blown, breed:bred, "
        "broadcast:broadcast, "
        "cast:cast, catch:caught, choose:chose chosen, cling:clung, come:came come, "
        "cost:cost, creep:crept, deal:dealt, dig:dug, do:did done, drink:drank drunk, "
        "eat:ate eaten, feel:felt, fly:flew flown, forego:forewent foregone, "
        "forget:forgot forgotten, get:got, grind:ground, have:had, "
        "hear:heard, hide:hid hidden, "
        "leap:leapt, let:let, lie:lay lain, light:lit, mislead:misled, outdo:outdid "
        "outdone, outpace:outpaced, outsell:outsold, overcome:overcame overcome, "
        "overrun:overran overrun, prove:proved, read:read, rid:rid, ring:rang rung, "
        "run:ran run, shoot:shot, show:showed shown, sing:sang sung, sit:sat, "
        "sleep:slept, sling:slung, speak:spoke spoken, sting:stung, swell:swelled, "
        "swim:swam swum, teach:taught, tear:tore torn, throw:threw thrown, "
        "become:became become, understand:understood, wear:wore worn, "
        "weep:wept, wind:wound, write:wrote written, outgrow:outgrew outgrown, "
        "underpin:underpinned, outstrip:outstripped, stun:stunned, "
        "benefit:benefited, focus:focused, target:targeted, pivot:pivoted, "
        "market:marketed, budget:budgeted, profit:profited, open:opened, "
        "plummet:plummeted, rocket:rocketed, skyrocket:skyrocketed, debut:debuted, "
        "exit:exited, edit:edited, limit:limited, visit:visited, deter:deterred, "
        "incur:incurred, recur:recurred, compel:compelled, propel:propelled, "
        "expel:expelled, control:controlled, cancel:canceled, signal:signaled, "
        "fuel:fueled, label:labeled, level:leveled, total:totaled, travel:traveled, "
        "quell:quelled, panic:panicked, sync:synced, span:spanned, fret:fretted, "
        "bar:barred, war:warred, star:starred, vow:vowed"
    ).split(", ")
}
PASTS: dict[str, tuple[str, ...]] = {
    base: tuple(told.split()) for base, told in (IRREGULAR | MORE).items() if told
}
THIRDS = {"be": "is", "have": "has", "do": "does", "go": "goes", "panic": "panics"}
HISSING = ("s", "x", "z", "sh", "ch")


@cache
def past(verb: str) -> str:
    """`powered` of `power`, `sank` of `sink`: the past of a verb's bare form."""
    return PASTS[verb][0] if verb in PASTS else _regular(verb)


@cache
def participle(verb: str) -> str:
    """`fined` of `fine`, `shrunk` of `shrink`, of a verb's bare form."""
    return PASTS[verb][-1] if verb in PASTS else _regular(verb)


@cache
def third(verb: str) -> str:
    """`powers` of `power`, `reaches` of `reach`, of a verb's bare form."""
    if verb in THIRDS:
        return THIRDS[verb]
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith((*HISSING, "go", "to")) else f"{verb}s"


@cache
def gerund(verb: str) -> str:
    """`cutting` of `cut`, `rising` of `rise`, of a verb's bare form."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return f"{verb[:-1]}ing"
    return f"{_stem(verb)}ing"


def bases(form: str) -> tuple[str, ...]:
    """The bare forms that a verb's form may have, the likeliest first.

    `rises` has `rise`; `planed` has both `plan` (never: its past is `planned`) and
    `plane`, of which only those that do give the form are kept.
    """
    low = form.lower()
    guesses = [low, *IRREGULARS.get(low, ())]
    for ending, others in ENDINGS:
        if low.endswith(ending) and len(low) > len(ending) + 1 + (ending == "ing"):
            stem = low[: -len(ending)]
            guesses += [stem + other for other in others]
            if len(stem) > 2 and stem[-1] == stem[-2]:
                guesses.append(stem[:-1])
    made = (one for one in dict.fromkeys(guesses) if low in forms(one))
    return tuple(made)


def base(form: str) -> str:
    """`power` of `powered`, `sink` of `sank`: the likeliest bare form.

    Of a word that is no form of another it is the word, in small letters.
    """
    low = form.lower()
    if low in PASTS:
        return low
    if low in IRREGULARS:
        return IRREGULARS[low][0]
    others = [one for one in bases(low) if one != low]
    fitting = [one for one in others if low not in {one, gerund(one)}] or others
    return _likeliest(low, fitting) if fitting else low


@cache
def forms(verb: str) -> frozenset[str]:
    """Every form of a verb, by its bare form, that among them."""
    told = (verb, third(verb), past(verb), participle(verb), gerund(verb))
    return frozenset((*told, *PASTS.get(verb, ())))


def same_verb(one: str, other: str) -> bool:
    """Whether two words are forms of one verb: `powers` and `powered`."""
    first, second = one.lower(), other.lower()
    return first == second or not set(bases(first)).isdisjoint(bases(second))


def _likeliest(form: str, guesses: list[str]) -> str:
    """`rise` of `rises` rather than a `ris`; `hope` of `hoped`, `add` of `added`."""
    known = [one for one in guesses if one in KNOWN]
    if known:
        return known[0]
    if form.endswith("s"):
        return max(guesses, key=len)
    regular = [one for one in guesses if not one.endswith("e")]
    silent = [one for one in guesses if one.endswith("e")]
    return _bare(regular, silent)


def _bare(regular: list[str], silent: list[str]) -> str:
    """Of `raised` it is `raise`, of `mailed` it is `mail`: by the last letters."""
    if not regular or not silent:
        return (regular or silent)[0]
    stem = regular[0]
    return silent[0] if stem.endswith(SILENT) and stem[-2:] != "ss" else stem


# What a stem ends in whose verb has a silent e, where the verb itself is not known.
SILENT = ("v", "c", "s", "z", "u", "dg", "rg", "bl", "pl", "gl", "tl", "ng")
IRREGULARS: dict[str, tuple[str, ...]] = {}
for _base, _told in PASTS.items():
    for _form in _told:
        if _form != _base:
            IRREGULARS[_form] = (*IRREGULARS.get(_form, ()), _base)
ENDINGS = (
    ("ies", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ying", ("y", "ie")),
    ("ing", ("", "e")),
)


def _regular(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}d" if verb.endswith("e") else f"{_stem(verb)}ed"


def _stem(verb: str) -> str:
    """The verb with its last letter doubled where it is so before an ending."""
    closed = CLOSED.fullmatch(verb) and verb not in NEVER
    return verb + verb[-1] if closed or verb in DOUBLED else verb
