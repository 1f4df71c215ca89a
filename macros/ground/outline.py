"""Geometry of an outline: an SVG path that begins with its largest ring, "Mx yldx dy…z", whole numbers only."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from math import hypot

Point = tuple[float, float]
_GRID = 14


def corners(path: str) -> tuple[Point, ...]:
    """The corners of the first ring."""
    numbers = [int(number) for number in re.findall(r"-?\d+", path.split("z", 1)[0])]
    return tuple(zip(accumulate(numbers[::2]), accumulate(numbers[1::2]), strict=True))


def clearance(point: Point, ring: tuple[Point, ...], least: float = float("-inf")) -> float:
    """How far a point is from a ring's edge; below zero outside; least where it is no more than that."""
    x, y = point
    edges = tuple(zip(ring, (*ring[1:], ring[0]), strict=True))
    crossed = sum((y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 for (x1, y1), (x2, y2) in edges)
    inside = crossed % 2 == 1
    if not inside and least >= 0:
        return least
    nearest = float("inf")
    for (x1, y1), (x2, y2) in edges:
        dx, dy = x2 - x1, y2 - y1
        along = max(0.0, min(1.0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)))
        nearest = min(nearest, hypot(x - x1 - along * dx, y - y1 - along * dy))
        if inside and nearest <= least:
            return least
    return nearest if inside else -nearest


@cache
def middle(path: str) -> tuple[int, int]:
    """The place inside the first ring that is farthest from its edge, to the nearest whole number."""
    ring = corners(path)
    left, right = min(x for x, _ in ring), max(x for x, _ in ring)
    top, bottom = min(y for _, y in ring), max(y for _, y in ring)
    steps = [(step + 0.5) / _GRID for step in range(_GRID)]
    grid = [(left + (right - left) * across, top + (bottom - top) * down) for across in steps for down in steps]
    farthest, (x, y) = float("-inf"), grid[0]
    for point in grid:
        if (found := clearance(point, ring, farthest)) > farthest:
            farthest, (x, y) = found, point
    return round(x), round(y)
