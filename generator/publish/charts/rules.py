"""The rules that a chart carries in its own file, so that it reads wherever it lands.

A page that inlines a chart has the same rules in its own colours. The file's colours
are plain ones: WeasyPrint reads no variable in a drawing, and skips what stands under
@media, which is right for paper.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from xml.sax.saxutils import escape

from generator.publish.charts.plot import WIDTH, at
from generator.publish.look import VARIABLE, sheet

RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
DARK = re.compile(r"prefers-color-scheme: dark\) \{\s*:root \{(.*?)\}", re.DOTALL)
COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6})")
COLOURED = re.compile(r"([\w-]+):\s*var\(--([\w-]+),[^()]*\)")
CLASS = re.compile(r"\.([\w-]+)$")
USED = re.compile(r'class="([^"]*)"')
SPACE = re.compile(r"\s*([{};:,>])\s*|\s+")


def picture(height: float, *, title: str, told: str, drawn: str) -> str:
    """The SVG: scaled by its viewBox, named by its title, told in words by its desc.

    It has no ids, so any number of them may stand in one page.
    """
    ground = f'<rect class="ground" width="{WIDTH}" height="{at(height)}"/>'
    shown = f"{ground}\n{drawn}"
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" '
        f'viewBox="0 0 {WIDTH} {at(height)}">\n<title>{escape(title)}</title>\n'
        f"<desc>{escape(told)}</desc>\n<style>{own_rules(shown)}</style>\n"
        f"{shown}\n</svg>\n"
    )


def own_rules(drawn: str) -> str:
    """The stylesheet of a drawing that stands alone: light, dark where asked for."""
    names = {name for found in USED.findall(drawn) for name in found.split()}
    return _own_rules(frozenset(names))


@cache
def _own_rules(classes: frozenset[str]) -> str:
    plain, media = parted(sheet("page/chart.css"))
    rules = [
        (", ".join(kept), body)
        for selectors, body in RULE.findall(plain)
        if (kept := [one for one in _selectors(selectors) if _is_used(one, classes)])
    ]
    light = VARIABLE.sub(r"\1", _written(rules))
    dark = _written(_dark(rules))
    asked = f"@media screen and (prefers-color-scheme: dark){{{dark}}}"
    return lean(light + media + asked)


def _written(rules: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{selectors}{{{body}}}" for selectors, body in rules)


def parted(css: str) -> tuple[str, str]:
    """A sheet's plain rules, and those that follow under @media."""
    plain, at, media = css.partition("@media")
    return plain, at + media


def _selectors(listed: str) -> list[str]:
    return [one.strip() for one in listed.split(",")]


def _is_used(selector: str, classes: frozenset[str]) -> bool:
    named = CLASS.search(selector)
    return named is None or named.group(1) in classes


def _dark(rules: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The colours of the rules in the dark, those of equal colour as one rule."""
    palette = dark_palette()
    coloured: dict[str, list[str]] = {}
    for selectors, body in rules:
        told = [f"{what}:{palette[name]}" for what, name in COLOURED.findall(body)]
        if told:
            coloured.setdefault(";".join(told), []).append(selectors)
    return ((", ".join(named), body) for body, named in coloured.items())


def dark_palette() -> Mapping[str, str]:
    """The page's colours in the dark, by name."""
    found = DARK.search(sheet("page/note.css"))
    assert found, "page/note.css has no dark colours"
    return dict(COLOUR.findall(found.group(1)))


def lean(css: str) -> str:
    """A stylesheet without the spaces that only people need."""
    return SPACE.sub(lambda one: one.group(1) or " ", css).replace(";}", "}").strip()
