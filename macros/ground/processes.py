"""Many like things made by as many processes as there are processors; each keeps what it makes where others find it."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")

# Fewer are made sooner than a process starts.
FEW = 150
_AT_A_TIME = 50
_MOST = 8


def share_out(things: Sequence[T], make: Callable[[T], object], few: int = FEW) -> bool:
    """Have each thing made in some process; False where they are few or this machine has no way to share them.

    Processes are forked, so make may be any function; what it gives is lost, and a fault in it is raised here.
    """
    workers = min(os.cpu_count() or 1, _MOST)
    if len(things) < few or workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return False
    parts = [things[start : start + _AT_A_TIME] for start in range(0, len(things), _AT_A_TIME)]
    with multiprocessing.get_context("fork").Pool(workers, _begin, (make,)) as pool:
        for _ in pool.imap_unordered(_make_some, parts):
            pass
    return True


_making: list[Callable[[Any], object]] = []


def _begin(make: Callable[[Any], object]) -> None:
    _making[:] = [make]


def _make_some(things: Sequence[Any]) -> None:
    for thing in things:
        _making[0](thing)
