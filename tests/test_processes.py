"""Many things made by several processes: all of them, in any way, and a fault is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.ground import processes
from macros.ground.processes import share_out


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine with two."""
    monkeypatch.setattr(processes.os, "cpu_count", lambda: 2)


@pytest.mark.skipif(os.name == "nt", reason="no fork there")
def test_each_is_made_by_some_process(tmp_path: Path) -> None:
    def make(number: int) -> None:
        (tmp_path / str(number)).write_text(str(os.getpid()))

    assert share_out(range(220), make, few=1)
    assert {int(file.name) for file in tmp_path.iterdir()} == set(range(220))
    assert str(os.getpid()) not in {file.read_text() for file in tmp_path.iterdir()}


def test_few_are_left_to_the_one_who_asks() -> None:
    made: list[int] = []
    assert not share_out([1, 2], made.append)
    assert made == []


def test_one_processor_has_nobody_to_share_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes.os, "cpu_count", lambda: 1)
    assert not share_out(range(500), lambda _: None)


@pytest.mark.skipif(os.name == "nt", reason="no fork there")
def test_a_fault_is_told() -> None:
    def fault(number: int) -> None:
        raise ValueError(number)

    with pytest.raises(ValueError):
        share_out(range(3), fault, few=1)
