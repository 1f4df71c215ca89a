"""A figure beside the most it may be, as lines of a table: reached or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """What is measured, what it came to, and the most it may be."""

    name: str
    value: float
    most: float

    @property
    def reached(self) -> bool:
        """Whether it is no more than it may be."""
        return self.value <= self.most


def goal_lines(goals: Sequence[Goal]) -> list[str]:
    """One aligned line a goal."""
    width = max((len(goal.name) for goal in goals), default=0)
    return [
        f"{goal.name:<{width}}  {_number(goal.value):>9}  højst {_number(goal.most):>7}  "
        f"{'nået' if goal.reached else 'IKKE NÅET'}"
        for goal in goals
    ]


def _number(value: float) -> str:
    text = f"{value:,.0f}" if value >= 100 else f"{value:.2f}"
    return text.translate(str.maketrans(",.", ".,"))
