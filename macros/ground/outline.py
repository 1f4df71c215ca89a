"""Geometry of an outline: an SVG path that begins with its largest ring, "Mx yldx dy…z", whole numbers only."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from math import hypot

Point = tuple[float, float]
_Edge = tuple[float, float, float, float, float, float, float]
_GRID = 14


def corners(path: str) -> tuple[Point, ...]:
    """The corners of the first ring."""
    numbers = [int(number) for number in re.findall(r"-?\d+", path.split("z", 1)[0])]
    return tuple(zip(accumulate(numbers[::2]), accumulate(numbers[1::2]), strict=True))


def clearance(point: Point, ring: tuple[Point, ...]) -> float:
    """How far a point is from a ring's edge; below zero outside."""
    x, y = point
    edges = _edges(ring)
    nearest = _distance(x, y, edges, float("-inf"))
    return nearest if _inside(x, _crossings(y, edges)) else -nearest


def _edges(ring: tuple[Point, ...]) -> list[_Edge]:
    """Each edge as its two ends, the way from the first to the second, and that way's length squared."""
    return [
        (x1, y1, x2, y2, x2 - x1, y2 - y1, (x2 - x1) ** 2 + (y2 - y1) ** 2)
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True)
    ]


def _crossings(y: float, edges: list[_Edge]) -> list[float]:
    """Where the edges cross a level line."""
    return [dx * (y - y1) / dy + x1 for x1, y1, _, y2, dx, dy, _ in edges if (y1 > y) != (y2 > y)]


def _inside(x: float, crossings: list[float]) -> bool:
    return sum(x < crossing for crossing in crossings) % 2 == 1


def _distance(x: float, y: float, edges: list[_Edge], least: float) -> float:
    """How far it is to the nearest edge, or to the first that is no farther off than least.

    That edge is moved to the front: the points around are near it too, and need no look at the others.
    """
    nearest = float("inf")
    for at, (x1, y1, _, _, dx, dy, square) in enumerate(edges):
        right, down = x - x1, y - y1
        along = (right * dx + down * dy) / square
        # Most edges are nearest at one of their ends, which is seen sooner than it is worked out.
        if along <= 0.0:
            far = hypot(right, down)
        elif along >= 1.0:
            far = hypot(right - dx, down - dy)
        else:
            far = hypot(right - along * dx, down - along * dy)
        if far < nearest:
            nearest = far
            if nearest <= least:
                edges.insert(0, edges.pop(at))
                break
    return nearest


@cache
def middle(path: str) -> tuple[int, int]:
    """The place inside the first ring that is farthest from its edge, to the nearest whole number."""
    ring = corners(path)
    left, right = min(x for x, _ in ring), max(x for x, _ in ring)
    top, bottom = min(y for _, y in ring), max(y for _, y in ring)
    steps = [(step + 0.5) / _GRID for step in range(_GRID)]
    edges, inside = _edges(ring), []
    for down in steps:
        y = top + (bottom - top) * down
        crossings = _crossings(y, edges)
        across = (left + (right - left) * step for step in steps)
        inside += [(x, y) for x in across if _inside(x, crossings)]
    farthest, (x, y) = float("-inf"), ((left + right) / 2, (top + bottom) / 2)
    # From left to right, so that of places equally far the first is taken.
    for point in sorted(inside):
        if (found := _distance(*point, edges, farthest)) > farthest:
            farthest, (x, y) = found, point
    return round(x), round(y)
