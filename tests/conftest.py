"""What the tests share: the real content, and the site built from it once."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import traceback
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from hypothesis import settings

from macros.library.content import Content, load_content
from tests.altered_site import CANARY, altered_project
from tests.examples import ODD_CASE

ROOT = Path(__file__).resolve().parent.parent
EPOCH = "1795305600"  # 22 November 2026

# The same examples every time: a test that fails on one machine fails on all.
settings.register_profile("fast", max_examples=80, deadline=None, derandomize=True)
settings.load_profile("fast")


@pytest.fixture(scope="session")
def content() -> Content:
    """The real content."""
    return load_content()


def build_environment() -> dict[str, str]:
    """The environment of a build in a test: the same day every time, and a secret that no page may show."""
    return {
        **os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "HEMMELIG": CANARY,
    }  # fmt: skip


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Path]) -> Path:
    """What make makes in a folder, made by one of the tests' processes and used by all of them."""
    if "PYTEST_XDIST_WORKER" not in os.environ or sys.platform == "win32":
        return make(factory.mktemp(name))
    import fcntl

    folder = factory.getbasetemp().parent / name
    with (folder.parent / f"{name}.lock").open("a+", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.seek(0)
        if not (made := lock.read()):
            made = _made_or_why_not(folder, make)
            lock.write(made)
    if not made.startswith(os.sep):
        pytest.fail(made, pytrace=False)
    return Path(made)


def _made_or_why_not(folder: Path, make: Callable[[Path], Path]) -> str:
    """The path of what was made, or the first fault's story: every process that asks then fails for that reason."""
    try:
        folder.mkdir()
        return str(make(folder))
    except Exception:
        return traceback.format_exc()


def build_site(project: Path, target: Path) -> Path:
    """Build a project strictly; pytest shows the generator's words where it fails."""
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)],
        cwd=project,
        env=build_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout
    return target


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the site, built once, or the one that the variable BYGGET names."""
    if ready := os.environ.get("BYGGET"):
        return Path(ready)
    return made_once(tmp_path_factory, "built", lambda folder: build_site(ROOT, folder / "site"))


@pytest.fixture(scope="session")
def altered_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the attacked site (tests/altered_site.py), or the one that the variable ANGREBET names."""
    if ready := os.environ.get("ANGREBET"):
        return Path(ready)

    def make(folder: Path) -> Path:
        return build_site(altered_project(folder / "project", ODD_CASE), folder / "site")

    return made_once(tmp_path_factory, "altered", make)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With the variable RAAD a fault of an advice is told as one that was expected, so that it stops nobody."""
    report = yield
    if report.failed and report.when == "call" and os.environ.get("RAAD") and item.get_closest_marker("advice"):
        report.outcome, report.wasxfail = "skipped", f"råd: {report.longrepr.reprcrash.message}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """On GitHub advice stands on the line it is about."""
    if not (os.environ.get("GITHUB_ACTIONS") and os.environ.get("RAAD")):
        return
    for report in terminalreporter.getreports("xfailed"):
        for path, line, text in re.findall(r"^ *([\w./-]+):(\d+): (.+)$", report.wasxfail, re.MULTILINE):
            told = text.replace("%", "%25").replace("::", ": ")
            terminalreporter.write_line(f"::notice file={path},line={line},title=Råd::{told}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a browser by the folder they stand in."""
    for item in items:
        if ROOT / "tests" / "browser" in item.path.parents:
            item.add_marker(pytest.mark.browser)
