"""Every lens has words, or has a paragraph of another name."""

from generator.market import LENSES
from generator.plain.jinja import environment
from generator.writing.forms import forms
from generator.writing.moves import TELLING
from generator.writing.voice import Verb, voiced

ELSEWHERE = {"precedent"}  # told under Watch


def test_every_lens_has_forms() -> None:
    env = voiced(environment("note"), Verb({}, "seed"))
    for lens in set(LENSES) - ELSEWHERE:
        assert forms(env, f"thesis-{lens}"), lens


def test_every_lens_has_its_rank() -> None:
    assert set(TELLING) == set(LENSES) - ELSEWHERE
