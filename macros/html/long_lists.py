"""How much of a list a page shows: a page stays as light when the library grows, and the search finds the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

MOST = 60
# A theme's own page shows so many of its cases.
OF_THEME = 24


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
