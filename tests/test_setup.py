"""Setting up: what it says where it cannot go on, and what it installs."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BASE, DEV = "requirements/base.txt", "requirements/dev.txt"


def a_machine(tmp_path: Path, **answers: str) -> dict[str, str]:
    """A PATH with a stub for each program named, and little else: no apt, no sudo."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("bash", "dirname", "id", "uname"):
        (programs / name).symlink_to(shutil.which(name) or name)
    for name, script in answers.items():
        stub = programs / name
        stub.write_text(f"#!{shutil.which('bash')}\n{script}\n")
        stub.chmod(0o755)
    return {"PATH": str(programs)}


def setup_on(
    machine: dict[str, str], tmp_path: Path
) -> subprocess.CompletedProcess[str]:
    """What `bin/setup` does on that machine, in a checkout of its own."""
    script = tmp_path / "checkout" / "bin" / "setup"
    script.parent.mkdir(parents=True)
    shutil.copy(ROOT / "bin/setup", script)
    return subprocess.run(
        [script], env=machine, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("python", "mend"),
    [
        ("exit 1", "sudo apt-get install -y python3 python3-venv"),
        ('[ "$1" = -c ]', "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0"),
        ('[[ "$*" != *venv* ]]', "sudo apt-get install -y python3-venv\n"),
        ("[[ $2 == *sys* ]]", "sudo apt-get install -y python3-venv libpango-1.0-0"),
    ],
    ids=["python is too old", "no pango", "no python3-venv", "neither of them"],
)
def test_setup_says_in_one_line_what_is_missing(
    tmp_path: Path, python: str, mend: str
) -> None:
    # `.venv/bin/python` is absent too, so that a virtual environment is to be made.
    setup = setup_on(a_machine(tmp_path, python3=python), tmp_path)
    assert setup.returncode == 1
    assert setup.stderr.count("\n") == 1, setup.stderr
    assert mend in setup.stderr
    assert not setup.stdout


def test_setup_installs_what_is_missing_where_it_may(tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    machine = a_machine(
        tmp_path,
        python3='[ "$1" = -c ]',
        id="echo 0",
        env='shift; "$@"',
        **{"apt-get": f'echo "$@" >> {asked}'},
    )
    setup_on(machine, tmp_path)
    assert "install -y --no-install-recommends libpango-1.0-0" in asked.read_text()


def pins(path: str) -> list[str]:
    """The packages that a file of requirements pins, each with all its hashes."""
    text = re.sub(r"(?m)^ *#.*\n", "", (ROOT / path).read_text("utf-8"))
    return re.split(r"\n(?=\S)", text.strip())


@pytest.mark.parametrize("path", [BASE, DEV])
def test_every_package_is_pinned_with_its_hashes(path: str) -> None:
    pinned = [pin for pin in pins(path) if "==" in pin and "--hash=sha256:" in pin]
    assert pinned == pins(path)


@pytest.mark.parametrize("path", [BASE, DEV])
def test_the_pins_name_no_index(path: str) -> None:
    assert not re.search(r"://|--index|--find-links", (ROOT / path).read_text("utf-8"))


def test_a_brief_and_its_checks_stand_on_the_same_pins() -> None:
    assert set(pins(BASE)) <= set(pins(DEV))


def test_make_alone_lists_its_targets() -> None:
    listed = subprocess.run(
        ["make"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    helped = re.findall(r"(?m)^make (\w+) +\S", listed)
    targets = re.findall(r"(?m)^(\w+):", (ROOT / "Makefile").read_text("utf-8"))
    assert helped == targets
    assert {"brief", "test"} <= set(helped)


def test_the_templates_and_seeds_are_found() -> None:
    from generator.plain.places import SEEDS, TEMPLATES

    assert (TEMPLATES.name.strip("_"), SEEDS.name.strip("_")) == ("templates", "seeds")
    assert TEMPLATES.is_dir()
    assert SEEDS.is_dir()


@pytest.mark.parametrize(("no_skips", "status"), [("", 0), ("1", 1)])
def test_a_check_skipped_for_want_of_a_program_is_counted(
    tmp_path: Path, no_skips: str, status: int
) -> None:
    shutil.copy(ROOT / "tests/conftest.py", tmp_path)
    (tmp_path / "test_one.py").write_text(
        "import pytest\n@pytest.mark.needs('warp-drive')\ndef test_it(): ...\n"
    )
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-c", ROOT / "pyproject.toml", tmp_path],
        env={**os.environ, "STRYKR_NO_SKIPS": no_skips},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "checks skipped: 1 (needs warp-drive)" in run.stdout
    assert run.returncode == status
