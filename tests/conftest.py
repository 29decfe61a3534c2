"""What holds for every test: no network, and no skip that nobody sees."""

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
PROGRAMS = {  # what `needs` names -> the programs that will do
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "poppler": ("pdftotext",),
}


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--golden` writes the golden files anew."""
    parser.addoption("--golden", action="store_true", help="renew the golden files")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose program is not installed."""
    for mark in item.iter_markers("needs"):
        for tool in mark.args:
            if not any(map(shutil.which, PROGRAMS.get(tool, (tool,)))):
                pytest.skip(f"needs {tool}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many checks were skipped for want of a program."""
    if skipped := skipped_for_want(terminalreporter):
        missing = ", ".join(sorted(set(skipped)))
        terminalreporter.write_line(f"checks skipped: {len(skipped)} ({missing})")


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where STRYKR_NO_SKIPS is set, make such a skip a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and os.environ.get("STRYKR_NO_SKIPS") and skipped_for_want(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def skipped_for_want(reporter: pytest.TerminalReporter) -> list[str]:
    """What each test needed that was skipped by its `needs` mark."""
    reasons = [str(report.longrepr[2]) for report in reporter.stats.get("skipped", [])]
    skips = [reason.removeprefix("Skipped: ") for reason in reasons]
    return [skip for skip in skips if skip.startswith("needs ")]


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Fail a test that reaches beyond this machine, by address or by name."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    resolve = socket.getaddrinfo

    def at_home(do: Any) -> Any:
        return lambda sock, address: do(sock, refused_abroad(address))

    def resolve_at_home(host: Any, *args: Any, **kwargs: Any) -> Any:
        refused_abroad((host,))
        return resolve(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", at_home(connect))
        patch.setattr(socket.socket, "connect_ex", at_home(connect_ex))
        patch.setattr(socket, "getaddrinfo", resolve_at_home)
        yield


def refused_abroad(address: Any) -> Any:
    """The address of a socket, where it is this machine's own."""
    host = address[0] if isinstance(address, tuple) else None  # else: a Unix socket
    if host and host not in {"localhost", "::1"} and not str(host).startswith("127."):
        # No Exception, so code that expects a dead network cannot swallow it.
        pytest.fail(f"the test reached for {host}; tests have no network")
    return address


@pytest.fixture(scope="session")
def shared() -> Path:
    """The data sets beside the repository, where they are."""
    if not SHARED.is_dir():
        pytest.skip("../shared is absent")
    return SHARED
