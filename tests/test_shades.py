"""Numbers that differ are drawn differently, in a small library and in a large one."""

from __future__ import annotations

from macros.insight.shades import Shades, shades


def test_few_are_drawn_by_the_usual_bounds() -> None:
    drawn = shades([0, 0, 1, 1, 2, 3], (1, 2))
    assert drawn == shades([], (1, 2)) == Shades((1, 2))
    assert [drawn.of(number) for number in (0, 1, 2, 3, 40)] == [0, 1, 2, 3, 3]


def test_many_are_drawn_by_equal_shares() -> None:
    numbers = [*range(10, 40)]
    drawn = shades(numbers, (1, 2))
    assert drawn == Shades((19, 29))
    assert [sum(drawn.of(number) == one for number in numbers) for one in (1, 2, 3)] == [10, 10, 10]


def test_half_of_them_may_be_darkest_and_no_more() -> None:
    assert shades([1, 9], (1, 2)) == Shades((1, 2))
    assert shades([1, 8, 9], (1, 2)) == Shades((1, 8))


def test_bounds_rise_also_where_all_are_alike() -> None:
    assert shades([7] * 9, (1, 2, 5)) == Shades((7, 8, 9))
    assert shades([7], (1, 2)) == Shades((7, 8))


def test_each_shade_is_named() -> None:
    assert Shades((1, 2)).names == ["1", "2", "3 eller flere"]
    assert Shades((19, 29)).names == ["1 til 19", "20 til 29", "30 eller flere"]
