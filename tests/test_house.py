"""The budgets of the house: how long, how wide, how plain its code may be."""

import ast
import os
import re
import socket
import statistics
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "generator"
LINES_OF_FILE = 450
LINES_OF_FUNCTION = (8, 30, 60)  # the median, nine of ten, the longest
POSITIONAL = 4
BROAD_EXCEPTS = 3
VAGUE = re.compile(r"manager|handler|helper|utils", re.IGNORECASE)
# Each with a gap in it, so that this file does not hold what it forbids.
LEFT_OVER = re.compile(r"\b(TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b")
HOSTS = re.compile(r"py[p]i\.org|python[h]osted|registry\.npm[j]s|deb\.deb[i]an\.org")
MACHINE = re.compile(r"(^|[^A-Za-z0-9_.])/(root|work)/")
# A stranger's feed or a drawing may hold what looks like a path of a machine.
STRANGERS = ("seeds/feeds/", ".svg")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def trees() -> dict[str, ast.Module]:
    """Every file of the house, read as Python."""
    paths = sorted(HOUSE.rglob("*.py"))
    return {name(path): ast.parse(path.read_text("utf-8")) for path in paths}


def name(path: Path) -> str:
    """A path as it is written from the root of the project."""
    return path.relative_to(ROOT).as_posix()


def functions() -> Iterator[tuple[str, Function]]:
    """Every function of the house, with the place where it stands."""
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield f"{path}:{node.lineno} {node.name}", node


def length(function: Function) -> int:
    """Lines from `def` to the last one, without the docstring."""
    first = function.body[0]
    told = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if told else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def taken(function: Function) -> list[ast.arg]:
    """The positional parameters, without `self` and `cls`."""
    parameters = function.args.posonlyargs + function.args.args
    return [one for one in parameters if one.arg not in {"self", "cls"}]


def untyped(function: Function) -> list[str]:
    """The parameters without a type, and `return` where it has none."""
    rest = [function.args.vararg, function.args.kwarg]
    parameters = [*taken(function), *function.args.kwonlyargs, *filter(None, rest)]
    names = [one.arg for one in parameters if one.annotation is None]
    return names if function.returns else [*names, "return"]


def catches() -> Iterator[tuple[str, str]]:
    """Every `except` and `suppress` of the house: its place, and what it catches."""
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ExceptHandler):
                caught = ast.unparse(node.type) if node.type else "BaseException"
                yield f"{path}:{node.lineno}", caught
            elif isinstance(node, ast.Call) and "suppress" in ast.unparse(node.func):
                yield f"{path}:{node.lineno}", " ".join(map(ast.unparse, node.args))


def texts() -> Iterator[tuple[str, str]]:
    """Every text file that git would keep."""
    rules = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    ignored = {".git", *(rule.strip("/") for rule in rules if rule.endswith("/"))}
    for folder, folders, files in os.walk(ROOT):
        folders[:] = sorted(set(folders) - ignored)
        for path in (Path(folder, file) for file in sorted(files)):
            try:
                yield name(path), path.read_text("utf-8")
            except UnicodeDecodeError:
                continue  # a font, a picture, a PDF


def places(pattern: re.Pattern[str], path: str, text: str) -> list[str]:
    """Where in a text a pattern stands."""
    lines = enumerate(text.splitlines(), 1)
    return [f"{path}:{number}" for number, line in lines if pattern.search(line)]


def test_functions_are_short() -> None:
    measured = sorted((length(function), place) for place, function in functions())
    lengths = [lines for lines, _ in measured]
    found = (statistics.median(lengths), lengths[len(lengths) * 9 // 10], lengths[-1])
    longest = measured[:-11:-1]
    over = [
        one for one, most in zip(found, LINES_OF_FUNCTION, strict=True) if one > most
    ]
    assert not over, f"{found}, allowed {LINES_OF_FUNCTION}; the longest: {longest}"


def test_files_are_short() -> None:
    house = {path: text for path, text in texts() if path in trees()}
    lines = {path: len(text.splitlines()) for path, text in house.items()}
    long = {path: count for path, count in lines.items() if count > LINES_OF_FILE}
    assert not long, f"over {LINES_OF_FILE} lines, is each still one subject? {long}"


def test_functions_take_few_positional_parameters() -> None:
    wide = [place for place, one in functions() if len(taken(one)) > POSITIONAL]
    assert not wide, f"over {POSITIONAL}; make the rest keyword-only with `*`: {wide}"


def test_every_function_is_typed() -> None:
    bare = {place: untyped(function) for place, function in functions()}
    missing = {place: names for place, names in bare.items() if names}
    assert not missing, f"without types: {missing}"


def test_every_file_opens_with_a_docstring() -> None:
    silent = [path for path, tree in trees().items() if not ast.get_docstring(tree)]
    assert not silent, f"no docstring at the top of {silent}"


def test_a_door_only_hands_on() -> None:
    for path, tree in trees().items():
        if path.endswith("/__init__.py") and path != "generator/__init__.py":
            work = [node for node in tree.body[1:] if not hands_on(node)]
            assert not work, f"{path}:{work[0].lineno} does more than import"


def hands_on(node: ast.stmt) -> bool:
    """Whether a statement is an import, or the `__all__` that lists them."""
    if isinstance(node, ast.Assign):
        return ast.unparse(node.targets[0]) == "__all__"
    return isinstance(node, ast.Import | ast.ImportFrom)


def test_names_say_what_a_thing_is() -> None:
    named = Function | ast.ClassDef
    vague = [
        f"{path}:{node.lineno} {node.name}"
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, named) and VAGUE.search(node.name)
    ]
    vague += [path for path in trees() if VAGUE.search(path)]
    assert not vague, f"name it for the value it gives: {vague}"


def test_broad_excepts_are_rare() -> None:
    every = re.compile(r"\b(Base)?Exception\b")
    broad = [place for place, caught in catches() if every.search(caught)]
    assert len(broad) <= BROAD_EXCEPTS, f"more than {BROAD_EXCEPTS}: {broad}"


def test_nothing_is_left_over_in_the_code() -> None:
    code = [(path, text) for path, text in texts() if path.endswith(".py")]
    marks = [place for path, text in code for place in places(LEFT_OVER, path, text)]
    assert not marks, f"an issue or nothing: {marks}"


def test_no_file_names_a_registry_or_a_machine() -> None:
    found = []
    for path, text in texts():
        found += places(HOSTS, path, text)
        if not path.startswith(STRANGERS) and not path.endswith(STRANGERS):
            found += places(MACHINE, path, text)
    assert not found, f"a package registry's host, or a path of one machine: {found}"


@pytest.mark.parametrize("address", ["192.0.2.1", "example.org"])
def test_the_suite_has_no_network(address: str) -> None:
    with pytest.raises(pytest.fail.Exception, match="no network"):
        socket.create_connection((address, 80), timeout=1)
