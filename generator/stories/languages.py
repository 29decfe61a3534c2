"""Whether a text can be read here at all: its script, and whether it is English."""

import re
from collections.abc import Mapping

LETTER = re.compile(r"[^\W\d_]")
FAR = re.compile(r"[^\W\d_A-Za-z\u00c0-\u024f\u1e00-\u1eff]")  # not Latin ones
SAID = 3  # words that a reason quotes
FEW = 2  # different words of a language from which a text may be in it
# The words that any sentence of a language has, without those that English names hold.
COMMON: Mapping[str, str] = {
    "German": "der die das und ist nicht ein eine einen dem den des mit von im auf für "
    "zu sich auch nach bei aus wird werden sind hat haben wie über vor gegen zum zur "
    "weil dass wenn sie wir beim vom durch unter mehr kein keine als noch nur oder "
    "aber zeigt wegen",
    "French": "le les des du et est dans pour sur une un par avec plus pas ne que qui "
    "aux au ses son sa ce cette sont ont été leur après selon entre sans mais d l en",
    "Spanish": "el los las una un y en por para con que se su sus más como pero al del "
    "es son fue ha han sobre tras ante esta este entre desde hasta sin",
    "Italian": "il lo gli della delle dei degli nel nella con per una un che è sono ha "
    "hanno più come dopo tra fra anche alla al dal sul ed",
    "Portuguese": "o os as da do das dos em um uma para com que não mais na no ao foi "
    "são e é pelo pela sobre após entre seu sua",
    "Dutch": "de het een en van voor niet met zijn op aan door naar uit bij ook om dat "
    "wordt worden heeft hebben nog over tegen meer dan na te",
    "Indonesian": "yang dan di dengan untuk dari pada ini itu akan tidak ke oleh dalam "
    "juga karena lebih telah sudah tahun bisa hingga saat para",
    "Turkish": "ve bir bu için ile olarak da de daha çok olan gibi sonra kadar ise en",
    "Polish": "i w na z do nie się to jest że o po dla przez od jak za oraz są ale",
    "Swedish": "och att det som en på är av för med den till inte om ett har de från",
}
ENGLISH = frozenset(
    "the of and to in for is on with at by from as after its it that are be will has "
    "have was were this their his her he she they you your we our how what why who "
    "when which an a but not more new says said over into amid against about than up "
    "can may could would per so or if all one out here now off us no do".split()
)
LISTS = {name: frozenset(words.split()) - ENGLISH for name, words in COMMON.items()}
FOREIGN = frozenset().union(*LISTS.values())


def unread(text: str) -> str | None:
    """Why a text is not read: it has no words, another script, another language."""
    if not LETTER.search(text):
        return "no words"
    foreign = [] if text.isascii() else FAR.findall(text)
    if foreign and 2 * len(foreign) > len(LETTER.findall(text)):
        return "in another script"
    return _language(text.lower().split())


def _language(words: list[str]) -> str | None:
    """The words of a language of which a text has more than of English ones."""
    different = set(words)
    fewest = max(FEW, 1 + len(different & ENGLISH))
    if len(different & FOREIGN) < fewest:  # so for nearly all
        return None
    name = max(LISTS, key=lambda one: (len(different & LISTS[one]), one))
    if len(different & LISTS[name]) < fewest:
        return None
    heard = dict.fromkeys(word for word in words if word in LISTS[name])
    return f"not in English: {', '.join([*heard][:SAID])}"
