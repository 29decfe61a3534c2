"""Forms: which may speak, and which is taken."""

from pathlib import Path

from jinja2 import Environment

from generator.plain.jinja import environment
from generator.plain.places import TEMPLATES
from generator.writing.forms import fittest, forms, may_speak, told
from generator.writing.voice import Verb, voiced
from tests.builders import a_past_note, a_price

WEEK = a_price("RUT", "return", 5, value=0.0217)
CLOSE = a_price("RUT", "close", value=2670.34)


def an_environment(tmp_path: Path, text: str) -> Environment:
    folder = tmp_path / "note"
    folder.mkdir()
    (folder / "x.txt").write_text(text, "utf-8")
    return voiced(environment("note", [tmp_path]), Verb({}, "seed"))


def test_a_form_needs_what_it_names(tmp_path: Path) -> None:
    env = an_environment(tmp_path, "\n=== a\nIt {{ week | told }}.\n")
    (form,) = forms(env, "x")
    assert not may_speak(env, form, {})
    assert may_speak(env, form, {"week": WEEK})


def test_a_condition_keeps_a_form_silent(tmp_path: Path) -> None:
    env = an_environment(
        tmp_path, "\n=== a\nwhen: week.value < 0\nStill {{ week | updown }}.\n"
    )
    (form,) = forms(env, "x")
    assert not may_speak(env, form, {"week": WEEK})


def test_a_condition_may_ask_what_is_there(tmp_path: Path) -> None:
    env = an_environment(
        tmp_path, "\n=== a\nwhen: press is not defined\nIt {{ week | told }}.\n"
    )
    (form,) = forms(env, "x")
    assert may_speak(env, form, {"week": WEEK})
    assert not may_speak(env, form, {"week": WEEK, "press": 1})


def test_the_form_used_least_lately_is_taken(tmp_path: Path) -> None:
    env = an_environment(
        tmp_path, "\n=== a\nA {{ week | pct }}.\n\n=== b\nB {{ week | pct }}.\n"
    )
    tellings = [told(env, form, {"week": WEEK}) for form in forms(env, "x")]
    past = [a_past_note(forms=("x/a",)), a_past_note(forms=("x/b",))]
    taken = fittest(tellings, [], past, "seed")
    assert taken is not None
    assert taken.form.id == "x/b"


def test_a_form_with_five_figures_is_never_taken(tmp_path: Path) -> None:
    many = " ".join(f"{{{{ f{n} | pct }}}}" for n in range(5))
    env = an_environment(tmp_path, f"\n=== a\n{many}.\n")
    slots = {f"f{n}": a_price("RUT", "return", n + 1, value=0.01) for n in range(5)}
    tellings = [told(env, form, slots) for form in forms(env, "x")]
    assert fittest(tellings, [], [], "seed") is None


def test_every_shipped_form_parses_and_prints_no_bare_digit() -> None:
    env = voiced(environment("note"), Verb({}, "seed"))
    roles = [path.stem for path in (TEMPLATES / "note").glob("*.txt")]
    assert len(roles) > 15
    for role in roles:
        for form in forms(env, role):
            assert form.lines, form.id
            for line in form.lines:
                outside = "".join(part.split("}}")[-1] for part in line.split("{{"))
                bare_digits = [c for c in outside if c.isdigit()]
                allowed = "RSI(14)", "50-day", "200-day", "20-session", "60-session"
                for term in allowed:
                    outside = outside.replace(term, "")
                assert not [c for c in outside if c.isdigit()], (form.id, bare_digits)
