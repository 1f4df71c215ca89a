"""A trace without waits: only the page's own tasks are shortened, with all that lies in them."""

from __future__ import annotations

from typing import Any

from scripts.measuring.processor_time import Event, without_waits


def event(
    name: str, ts: int, dur: int | None = None, tts: int | None = None, tdur: int | None = None, **more: Any
) -> Event:
    """One line of a trace, on the page's thread unless told otherwise."""
    given = {"ts": ts, "dur": dur, "tts": tts, "tdur": tdur}
    return {"name": name, "pid": 1, "tid": 1, "ph": "X", **{k: v for k, v in given.items() if v is not None}, **more}


OPENED = event("navigationStart", 0, ph="R", args={"data": {"documentLoaderURL": "http://127.0.0.1/"}})


def times(found: Event) -> tuple[int, int | None]:
    return found["ts"], found.get("dur")


def test_a_task_lasts_as_long_as_it_had_a_processor() -> None:
    """100 by the clock and 30 of work: a layout that began after 10 of work begins 10 into the task."""
    task = event("RunTask", 1000, 100, 500, 30)
    layout = event("Layout", 1050, 40, 510, 15)
    mark = event("UpdateCounters", 1095, ph="I")
    later = event("RunTask", 2000, 10, 600, 9)
    found = without_waits([OPENED, mark, task, layout, later])
    assert [times(one) for one in found] == [(0, None), (1010, None), (1000, 30), (1010, 15), (2000, 9)]


def test_what_is_not_the_pages_own_task_stays() -> None:
    """Another thread, a time between tasks, an earlier page and the names of threads."""
    earlier = event("navigationStart", -5, ph="R", tid=9, args={"data": {"documentLoaderURL": "http://x/"}})
    blank = event("navigationStart", 5, ph="R", tid=7, args={"data": {"documentLoaderURL": ""}})
    name = event("thread_name", 1010, ph="M")
    other = event("RunTask", 1000, 100, 1, 2, tid=2)
    request = event("ResourceSendRequest", 1200, ph="I")
    task = event("RunTask", 1000, 100, 500, 100)
    given = [earlier, OPENED, blank, name, other, request, task]
    assert without_waits(given) == given


def test_a_part_never_outlasts_its_task() -> None:
    task = event("RunTask", 1000, 100, 500, 30)
    part = event("FunctionCall", 1010, 90, 520, 25)
    before = event("FunctionCall", 1001, 5, 499, 1)
    found = without_waits([OPENED, task, part, before])
    assert [times(one) for one in found[2:]] == [(1020, 10), (1000, 1)]
