"""Points inside outlines."""

from __future__ import annotations

import pytest

from macros.ground.outline import Point, clearance, corners, middle

SQUARE = "M10 10l8 0 0 8-8 0z"
HOOK = "M0 0l20 0 0 4-16 0 0 16-4 0z"


def test_corners_are_absolute_and_of_the_first_ring() -> None:
    assert corners(SQUARE + "M1 1l2 0 0 2z") == ((10, 10), (18, 10), (18, 18), (10, 18))


@pytest.mark.parametrize(
    ("point", "expected"), [((14, 14), 4), ((11, 14), 1), ((9, 14), -1), ((14, 20), -2), ((10, 14), 0)]
)
def test_clearance_is_the_way_to_the_edge(point: Point, expected: float) -> None:
    assert clearance(point, corners(SQUARE)) == pytest.approx(expected)


def test_the_middle_of_a_square() -> None:
    assert middle(SQUARE) == (14, 14)


def test_the_middle_of_a_hook_lies_on_it() -> None:
    assert clearance(middle(HOOK), corners(HOOK)) > 0
