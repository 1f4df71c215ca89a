"""How dark a number is drawn: by fixed bounds while they tell numbers apart, by equal shares when there are many."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Shades:
    """The largest number of each shade but the darkest, rising."""

    bounds: tuple[int, ...]

    def of(self, number: int) -> int:
        """0 for none, 1 for the lightest and one more than there are bounds for the darkest."""
        return bisect_left(self.bounds, number) + 1 if number else 0

    @property
    def names(self) -> list[str]:
        """What each shade but that of none stands for: "1", "2 til 5", "6 eller flere"."""
        lows = (1, *(bound + 1 for bound in self.bounds))
        spans = (str(low) if low == high else f"{low} til {high}" for low, high in zip(lows, self.bounds, strict=False))
        return [*spans, f"{lows[-1]} eller flere"]


def shades(numbers: Iterable[int], usual: Sequence[int]) -> Shades:
    """The shades that tell numbers apart; zeros have none and do not count.

    The usual bounds stand until they would give more than half of the numbers the darkest shade.
    """
    found = sorted(number for number in numbers if number)
    if sum(number > usual[-1] for number in found) * 2 <= len(found):
        return Shades(tuple(usual))
    bounds: list[int] = []
    for part in range(1, len(usual) + 1):
        share = found[max(0, len(found) * part // (len(usual) + 1) - 1)]
        bounds.append(max(share, bounds[-1] + 1 if bounds else 1))
    return Shades(tuple(bounds))
