"""The documents are true of the code: commands, settings and tables all stand there."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


def page(name: str) -> str:
    """The text of a document; empty where it is not written."""
    path = ROOT / name
    return path.read_text("utf-8") if path.exists() else ""


def commands(group: Any, words: str = "strykr") -> Iterator[tuple[str, Any]]:
    """Every command as it is typed, and what stands behind it."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{words} {name}")
        elif not command.hidden:
            yield f"{words} {name}", command


def options(command: Any) -> set[str]:
    """The options that a command takes."""
    return {word for one in command.params for word in one.opts if word[:1] == "-"}


def typed(text: str) -> Iterator[str]:
    """Every command line that a document shows, a continued one in one piece."""
    for line in text.replace("\\\n", " ").splitlines():
        if match := re.match(r"(?:\.venv/bin/)?(strykr .*)", line.strip()):
            yield match[1]


def settings(schema: dict[str, Any], node: Any, at: str = "") -> Iterator[Any]:
    """Every setting by its dotted name, with its JSON schema, sections before keys."""
    if isinstance(node, dict) and "$ref" in node:
        node = schema["$defs"][node["$ref"].split("/")[-1]]
    for name, field in node.get("properties", {}).items():
        path = f"{at}.{name}".lstrip(".")
        yield path, field
        for inner in (field, field.get("items"), *field.get("anyOf", [])):
            if inner and "$ref" in inner:
                yield from settings(schema, inner, path)


def is_named(setting: str, text: str) -> bool:
    """Whether a document names a setting: `desk.brand`, `brand`, brand = or [desk]."""
    key, path = re.escape(setting.rpartition(".")[2]), re.escape(setting)
    return bool(re.search(rf"(?m)`({path}|{key})`|^#? *{key} =|\[{path}\]", text))


def tables() -> Iterator[tuple[str, str, Any]]:
    """Every entry of the tables in the wiring: table, name, what it stands for."""
    from generator import wiring

    for table, entries in vars(wiring).items():
        if table.isupper() and isinstance(entries, dict):
            yield from ((table, str(name), value) for name, value in entries.items())


def suite_of(wing: str) -> str:
    """The text of every test of a wing."""
    paths = [*ROOT.glob(f"tests/{wing}/**/*.py"), *ROOT.glob(f"tests/test_{wing}*.py")]
    return "\n".join(path.read_text("utf-8") for path in paths)


def test_every_command_has_help_and_stands_in_the_readme() -> None:
    readme, known = page("README.md"), our_commands()
    assert known
    assert not [words for words, command in known.items() if not command.help]
    unsaid = [words for words in known if not re.search(rf"{words}\b", readme)]
    assert not unsaid, f"README.md does not show {unsaid}"


def our_commands() -> dict[str, Any]:
    """Every command of the program."""
    import typer

    from generator.cli import app

    return dict(commands(typer.main.get_command(app)))


def test_the_command_lines_of_the_readme_are_taken() -> None:
    known, lines = our_commands(), list(typed(page("README.md")))
    assert lines
    for line in lines:
        (words,) = [words for words in known if re.match(rf"{words}\b", line)]
        asked = set(re.findall(r"--[\w-]+", line))
        assert not asked - options(known[words]), line


def test_the_common_options_of_the_readme_are_taken_by_run() -> None:
    (common,) = re.findall(r"(?s)\nCommon: (.*?)\. Exit", page("README.md"))
    asked = set(re.findall(r"--[\w-]+", common))
    assert asked == options(our_commands()["strykr run"])


def test_every_setting_is_described() -> None:
    from pydantic import TypeAdapter

    from generator.settings import Settings

    schema = TypeAdapter(Settings).json_schema()
    known = dict(settings(schema, schema))
    assert known
    bare = [name for name, field in known.items() if not field.get("description")]
    assert not bare, f"generator/settings.py: no description of {bare}"
    documents = page("docs/settings.md") + page("README.md")
    unsaid = [name for name in known if not is_named(name, documents)]
    assert not unsaid, f"docs/settings.md does not name {unsaid}"


def test_every_table_entry_has_a_test() -> None:
    entries = list(tables())
    assert entries
    untested = []
    for table, name, value in entries:
        module = str(getattr(value, "__module__", None) or value.__name__)
        words = "|".join({table, name, getattr(value, "__name__", name)})
        if module.startswith("generator."):
            wing = module.split(".")[1]
            if not re.search(rf"\b({words})\b", suite_of(wing)):
                untested.append(f"{table}[{name!r}] (tests/{wing}/)")
    assert not untested, f"no test names {untested}"
