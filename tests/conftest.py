"""What the tests share: the real content, and the site built from it once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from macros.content import Content, load_content

ROOT = Path(__file__).resolve().parent.parent
EPOCH = "1795305600"  # 22 November 2026

# The same examples every time: a test that fails on one machine fails on all.
settings.register_profile("fast", max_examples=80, deadline=None, derandomize=True)
settings.load_profile("fast")


@pytest.fixture(scope="session")
def content() -> Content:
    """The real content."""
    return load_content()


def build_site(project: Path, target: Path) -> Path:
    """Build a project strictly; pytest shows the generator's words where it fails."""
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)],
        cwd=project,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
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
    return build_site(ROOT, tmp_path_factory.mktemp("built") / "site")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a browser by the folder they stand in."""
    for item in items:
        if ROOT / "tests" / "browser" in item.path.parents:
            item.add_marker(pytest.mark.browser)
