"""A browser's trace as if the machine did nothing else: each task lasts as long as it had a processor."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

# One line of a trace: its time `ts` and length `dur` by the clock, `tts` and `tdur` by the processor, in microseconds.
Event = dict[str, Any]


def without_waits(events: list[Event]) -> list[Event]:
    """The events, with the tasks of the page's own thread and all in them shortened by what others kept them waiting.

    The page is the last that was opened; a task still begins when it did, and what waits for the net is left alone.
    """
    page = [event for event in events if _opens(event)][-1]
    thread = (page["pid"], page["tid"])
    own = sorted(
        (event for event in events if (event["pid"], event["tid"]) == thread and event.get("ph") != "M"),
        key=lambda event: (event["ts"], -event.get("dur", 0)),
    )
    tasks = [event for event in own if event["name"] == "RunTask" and "tdur" in event and "tts" in event]
    changed = {id(event): {**event, "dur": event["tdur"]} for event in tasks}
    for task, event, at in _inside(own, tasks):
        length = {"dur": min(event.get("tdur", event["dur"]), task["tdur"] - at)} if "dur" in event else {}
        changed[id(event)] = {**event, "ts": task["ts"] + at, **length}
    return [changed.get(id(event), event) for event in events]


def _opens(event: Event) -> bool:
    data = event.get("args", {}).get("data", {})
    return bool(event["name"] == "navigationStart" and str(data.get("documentLoaderURL", "")).startswith("http"))


def _inside(own: list[Event], tasks: list[Event]) -> Iterator[tuple[Event, Event, int]]:
    """Each event in a task, with its task and how long the task had had a processor; the last that is known will do."""
    starts = [task["ts"] for task in tasks]
    known: dict[int, int] = {}
    for event in own:
        number = bisect_right(starts, event["ts"]) - 1
        task = tasks[number] if number >= 0 else event
        if event is task or event["ts"] > task["ts"] + task["dur"]:
            continue
        if "tts" in event:
            known[number] = max(0, min(event["tts"] - task["tts"], task["tdur"]))
        yield task, event, known.get(number, 0)
