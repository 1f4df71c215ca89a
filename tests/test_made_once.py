"""What the tests' processes share: made by the first that asks, and where that fails, the same words for all."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import cast

import pytest

from tests.conftest import made_once

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="each process makes its own there")


class Factory:
    """Where a process of the tests has its folders."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def getbasetemp(self) -> Path:
        """The folder of one process, below that of all."""
        return self.folder / "gw0"


@pytest.fixture
def factory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.TempPathFactory:
    """As in one of several processes."""
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw0")
    return cast(pytest.TempPathFactory, Factory(tmp_path))


def test_the_second_gets_what_the_first_made(factory: pytest.TempPathFactory) -> None:
    made: list[Path] = []

    def make(folder: Path) -> Path:
        made.append(folder)
        return folder

    assert made_once(factory, "side", make) == made_once(factory, "side", make) == made[0]
    assert len(made) == 1 and made[0].is_dir()


def test_the_second_is_told_why_the_first_failed(factory: pytest.TempPathFactory) -> None:
    tries: list[Path] = []

    def make(folder: Path) -> Path:
        tries.append(folder)
        raise KeyError("første fejl")

    for _ in range(2):
        with pytest.raises(pytest.fail.Exception, match="første fejl"):
            made_once(factory, "side", make)
    assert len(tries) == 1
