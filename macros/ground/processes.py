"""Many like things made by as many processes as there are processors, in the order in which they were asked for."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# Fewer are made sooner than a process starts.
FEW = 150
_AT_A_TIME = 50
_MOST = 8


def processors() -> int:
    """How many processes this one may have beside each other."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(allowed, _MOST)


def share_out(things: Sequence[T], make: Callable[[T], R], few: int = FEW, at_a_time: int = _AT_A_TIME) -> Iterator[R]:
    """What make gives for each thing, in order; made here where they are few or this machine has no way to share them.

    Processes are forked, so make may be any function, things may be anything, and both reach whatever is in memory;
    only what make gives is sent between processes, and a fault in it is raised here.
    """
    if len(things) < few or processors() < 2 or not _can_fork():
        yield from map(make, things)
        return
    parts = [slice(start, start + at_a_time) for start in range(0, len(things), at_a_time)]
    with _nothing_moved(), multiprocessing.get_context("fork").Pool(processors(), _begin, (make, things)) as pool:
        for made in pool.imap(_make_some, parts):
            yield from made


def _can_fork() -> bool:
    # On a Mac, a process that has used some of the system's libraries may not be forked.
    return "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"


@contextmanager
def uncollected() -> Iterator[None]:
    """Nobody looks for rubbish meanwhile: where much is made and little let go, that costs a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _nothing_moved() -> Iterator[None]:
    """What is in memory now is left where it is, so that forked processes go on sharing it."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


_making: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []


def _begin(make: Callable[[Any], Any], things: Sequence[Any]) -> None:
    _making[:] = [(make, things)]


def _make_some(part: slice) -> list[Any]:
    make, things = _making[0]
    with uncollected():
        return [make(thing) for thing in things[part]]
