"""How much of a list a page shows: a page stays as light when the library grows, and the search finds the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

MOST = 60
MOST_LESSONS = 100


def shown(items: Sequence[T], most: int = MOST) -> Sequence[T]:
    """The first of the items, in their order."""
    return items[:most]
