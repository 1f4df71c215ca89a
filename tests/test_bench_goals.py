"""The goals: each is told to be reached or not, and one that cannot be judged is not told at all."""

from __future__ import annotations

from scripts.measuring.bench_figures import NAMES
from scripts.measuring.bench_goals import LIMITS, OURS, PAGEFIND, STOCK, goals


def test_a_goal_is_reached_at_its_limit_and_not_beyond() -> None:
    at, beyond = (next(goals(1000, {OURS: {"list_own": size}})) for size in (40_000.0, 40_001.0))
    assert at.reached and not beyond.reached
    assert at.name == NAMES["list_own"].strip()


def test_the_first_result_is_held_against_the_others() -> None:
    found = {OURS: {"cold_ms": 100.0}, STOCK: {"cold_ms": 2_000.0}, PAGEFIND: {"cold_ms": 90.0}}
    shares = {goal.name.split()[-1]: (goal.value, goal.most) for goal in goals(1000, found)}
    assert shares == {STOCK: (0.05, 0.05), PAGEFIND: (100 / 90, 1.0)}
    assert [goal.name.split()[-1] for goal in goals(22, found)] == [PAGEFIND]


def test_what_was_not_measured_is_not_judged() -> None:
    assert list(goals(1000, {STOCK: {"cold_ms": 1.0}})) == []


def test_every_limit_is_a_figure_of_the_table() -> None:
    assert LIMITS.keys() <= NAMES.keys()
