"""What a press costs the page's own thread until its frame is committed, read from a trace of the browser.

The goal for a filter is about what the page does, and that can be told apart from what it waits for. The browser's
trace names each task of the page's thread, with the processor time that the thread itself used in it. Summed from the
press to the end of the first commit after the answer stands in the page, that is script, style, layout, paint and
commit: all that must be done before a frame can be shown. What comes after, on other threads and in the screen, is
the same for one changed number. Time in which another program had the processor is not the page's, and is not in it.
The clock on the wall, `toggle_ms`, has it all: the wait for the screen's next tick (up to 17 ms), the browser's other
threads, and whatever else the machine does. `floor_ms` is the same clock for one changed number on the same page.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from playwright.sync_api import Page

Event = dict[str, Any]
_CATEGORIES = ["blink.user_timing", "devtools.timeline", "disabled-by-default-devtools.timeline"]
PRESS, CHANGED = "press", "changed"


class Work(NamedTuple):
    """One press, in milliseconds of the thread's time: until its frame was committed, and after that until the next."""

    before: float
    after: float


def traced(page: Page, act: Callable[[], object]) -> list[Event]:
    """What the browser did while a function ran."""
    browser = page.context.browser
    if browser is None:
        raise RuntimeError("a page without a browser")
    browser.start_tracing(page=page, categories=_CATEGORIES)
    act()
    events: list[Event] = json.loads(browser.stop_tracing())["traceEvents"]
    return events


def works(events: Iterable[Event]) -> list[Work]:
    """The work of each press that the probe has marked and the browser has drawn, in order."""
    events = list(events)
    presses, changes = (_marks(events, name) for name in (PRESS, CHANGED))
    own = _own(events, presses)
    tasks = [event for event in own if event["name"] == "RunTask"]
    commits = [event for event in own if event["name"] == "Commit"]
    found = []
    for at, press in enumerate(presses):
        start, later = press["ts"], [other["ts"] for other in presses[at + 1 :]]
        end = min(later, default=float("inf"))
        changed = next((mark["ts"] for mark in changes if start <= mark["ts"] < end), None)
        frame = next((_end(event) for event in commits if changed is not None and event["ts"] >= changed), None)
        if frame is not None and frame < end:
            found.append(Work(_sum(tasks, start, frame), _sum(tasks, frame, end)))
    return found


def longest(events: Iterable[Event]) -> float:
    """The longest task of the page's thread, in milliseconds of its own time."""
    events = list(events)
    own = _own(events, _marks(events, PRESS))
    return max((event["tdur"] / 1000 for event in own if event["name"] == "RunTask"), default=0.0)


def _marks(events: Iterable[Event], name: str) -> list[Event]:
    marks = (event for event in events if event["name"] == name and "blink.user_timing" in event["cat"])
    return sorted(marks, key=lambda event: int(event["ts"]))


def _own(events: Iterable[Event], marks: Sequence[Event]) -> list[Event]:
    """What lasts on the thread of the marks, in order."""
    threads = {(mark["pid"], mark["tid"]) for mark in marks}
    mine = (event for event in events if event["ph"] == "X" and (event["pid"], event["tid"]) in threads)
    return sorted((event for event in mine if "tdur" in event), key=lambda event: int(event["ts"]))


def _end(event: Event) -> float:
    return float(event["ts"]) + float(event["dur"])


def _sum(tasks: Iterable[Event], start: float, end: float) -> float:
    """The thread's milliseconds between two moments; of a task that is only partly between them, that part."""
    return sum(_parts(tasks, start, end)) / 1000


def _parts(tasks: Iterable[Event], start: float, end: float) -> Iterator[float]:
    for task in tasks:
        within = min(_end(task), end) - max(task["ts"], start)
        if within > 0:
            yield task["tdur"] * within / max(1, task["dur"])
