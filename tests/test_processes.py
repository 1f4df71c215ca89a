"""Many things made by several processes: all of them, in order, in any way, and a fault is told."""

from __future__ import annotations

import gc
import os

import pytest

from macros.ground import processes
from macros.ground.processes import share_out

forks = pytest.mark.skipif(not processes._can_fork(), reason="no fork there")


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine with two."""
    monkeypatch.setattr(processes, "processors", lambda: 2)


@forks
def test_each_is_made_by_some_process_and_comes_in_order() -> None:
    above = {"these": 5}
    made = list(share_out(range(220), lambda number: (number * above["these"], os.getpid()), few=1))
    assert [number for number, _ in made] == [5 * number for number in range(220)]
    assert os.getpid() not in {process for _, process in made}
    assert gc.get_freeze_count() == 0


@forks
def test_nobody_looks_for_rubbish_while_things_are_made() -> None:
    assert list(share_out(range(3), lambda _: gc.isenabled(), few=1)) == [False] * 3
    assert gc.isenabled()


@forks
def test_things_may_be_what_no_process_can_send() -> None:
    assert list(share_out([lambda number=number: number for number in range(3)], lambda one: one(), few=1)) == [0, 1, 2]  # type: ignore[misc]


def test_few_are_made_by_the_one_who_asks() -> None:
    assert list(share_out([1, 2], lambda number: (number, os.getpid()))) == [(1, os.getpid()), (2, os.getpid())]


def test_one_processor_has_nobody_to_share_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 1)
    assert set(share_out(range(500), lambda _: os.getpid())) == {os.getpid()}


def test_a_machine_has_at_least_one_processor() -> None:
    assert 1 <= processes.processors() <= 8


@forks
@pytest.mark.parametrize("few", [1, 100])
def test_a_fault_is_told(few: int) -> None:
    def fault(number: int) -> None:
        raise ValueError(number)

    with pytest.raises(ValueError):
        list(share_out(range(3), fault, few=few))
