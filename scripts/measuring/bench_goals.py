"""The goals that the finder must reach. Knows no browser.

What counts as the finder's own is what travels to its page and to no other page of the site: its scripts and data, and
its page less an empty one. The theme, the style sheet, the header and the reader's list are on other pages too.
A search has ten results when ten titles with their links stand there; why each was found follows as it comes into view.
A filter is judged by the page's own work until its frame is committed (see press_work), for the wait after that is the
screen's: one changed number waits as long. The clock on the wall stands beside it, with that number's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from scripts.measuring.bench_figures import NAMES, Figures
from scripts.measuring.goals import Goal

OURS, STOCK, PAGEFIND = "Alliancebanken", "Material", "Pagefind"
FRAME = 1000 / 60
LONG = 50.0
# Figure -> the most it may be at each number of cases.
LIMITS: dict[str, dict[int, float]] = {
    "load_bytes": {22: 0, 1000: 0, 10000: 0},
    "list_own": {22: 15_000, 1000: 40_000, 10000: 130_000},
    "query_bytes": {1000: 40_000, 10000: 100_000},
    "query_requests": {1000: 4, 10000: 4},
    "toggle_work_ms": {22: FRAME, 1000: FRAME, 10000: 2 * FRAME},
    "slow_task_ms": {22: LONG, 1000: LONG, 10000: LONG},
    "key_ms": {22: 16, 1000: 30, 10000: 50},
}
# The first result against the others: the share of their time that ours may take, and at which sizes.
SHARES: dict[str, Callable[[int], float | None]] = {
    STOCK: lambda size: 0.05 if size == 1000 else None,
    PAGEFIND: lambda _: 1.0,
}


def goals(size: int, found: Mapping[str, Figures]) -> Iterator[Goal]:
    """Each goal that can be judged at a size."""
    ours = found.get(OURS, {})
    for figure, limits in LIMITS.items():
        if size in limits and figure in ours:
            yield Goal(NAMES[figure].strip(), ours[figure], limits[size])
    for other, share in SHARES.items():
        part = share(size)
        if part and "cold_ms" in ours and "cold_ms" in found.get(other, {}):
            yield Goal(f"første resultat: vores tid / {other}", ours["cold_ms"] / found[other]["cold_ms"], part)
