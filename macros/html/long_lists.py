"""How much of a list a page shows: a page stays as light when the library grows, and the search finds the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

MOST = 60
# So many cases and lessons stand on a theme's own page, so many lessons on a clause type's and on the page of lessons.
OF_THEME, LESSONS_OF_THEME = 24, 40
OF_CLAUSE = 30
LISTED_LESSONS = 100
LISTED_FIGURES = 100


def shown(items: Sequence[T], most: int = MOST) -> Sequence[T]:
    """The first of the items, in their order."""
    return items[:most]


def share(sizes: Iterable[int], room: int) -> int:
    """The most that each of several lists shows, so that all show no more than there is room for; one at least.

    Short lists leave their room to the long ones, so nothing is cut where all of them fit.
    """
    rising = sorted(sizes)
    left = room
    for at, size in enumerate(rising):
        each = left // (len(rising) - at)
        if size > each:
            return max(1, each)
        left -= size
    return max(rising, default=0)
