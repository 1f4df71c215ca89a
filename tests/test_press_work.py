"""The work of a press, from traces written by hand: what is counted, and what belongs to others."""

from __future__ import annotations

from scripts.measuring.press_work import CHANGED, PRESS, Event, Work, longest, works


def mark(name: str, at: float) -> Event:
    return {"name": name, "cat": "blink.user_timing", "ph": "I", "ts": at * 1000, "pid": 1, "tid": 1}


def task(name: str, at: float, lasts: float, own: float | None = None, thread: int = 1) -> Event:
    """A task on the clock; own is the thread's time in it, in milliseconds."""
    times = {"ts": at * 1000, "dur": lasts * 1000, "tdur": (lasts if own is None else own) * 1000}
    return {"name": name, "cat": "devtools.timeline", "ph": "X", "pid": 1, "tid": thread, **times}


PRESSED = [
    mark(PRESS, 10),
    task("RunTask", 9, 4, 4),  # a quarter of it came before the press
    mark(CHANGED, 12),
    task("RunTask", 20, 6, 3),  # another program had the processor for half of it
    task("Commit", 24, 2),
    task("RunTask", 30, 5),  # after the frame
]


def test_the_work_ends_where_the_frame_is_committed() -> None:
    assert works(PRESSED) == [Work(6.0, 5.0)]


def test_each_press_has_its_own_frame() -> None:
    later = [{**event, "ts": event["ts"] + 100_000} for event in PRESSED]
    assert works([*later, *PRESSED]) == [Work(6.0, 6.0), Work(6.0, 5.0)]


def test_a_frame_without_the_answer_is_not_the_one() -> None:
    early = [*PRESSED, task("Commit", 11, 0.5)]
    assert works(early) == [Work(6.0, 5.0)]


def test_what_other_threads_do_is_not_counted() -> None:
    others = [task("RunTask", 10, 500, thread=2), task("Commit", 12, 1, thread=2)]
    assert works([*PRESSED, *others]) == [Work(6.0, 5.0)]
    assert longest([*PRESSED, *others]) == 5.0


def test_a_press_that_changed_nothing_is_left_out() -> None:
    assert works([event for event in PRESSED if event["name"] != CHANGED]) == []
    assert works([]) == []
