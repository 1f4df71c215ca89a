"""How much memory a program and those it starts hold together, looked at while they run.

What several processes share counts once (the kernel's proportional set size). Only Linux tells it; elsewhere it is 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

_EVERY = 0.25
_PROCESSES = Path("/proc")


class MemoryWatch:
    """Looks again and again until it is asked for the most that it saw."""

    def __init__(self, process: int) -> None:
        self.process, self.found, self.over = process, 0.0, Event()
        self.thread = Thread(target=self._look, daemon=True)
        self.thread.start()

    def most(self) -> float:
        """The most that was held at once, in MB; ends the watch."""
        self.over.set()
        self.thread.join()
        return self.found

    def _look(self) -> None:
        while not self.over.wait(_EVERY):
            begun = [one for one in family(self.process) if _program(one) != _program("self")]
            self.found = max(self.found, sum(map(_held, begun)) / 1e3)


def family(process: int) -> Iterator[int]:
    """A process and all that it has started, by number."""
    yield process
    for children in (_PROCESSES / str(process) / "task").glob("*/children"):
        try:
            for child in children.read_text().split():
                yield from family(int(child))
        except OSError:
            continue


def _program(process: int | str) -> bytes:
    """The command line; a process that is about to begin still has its maker's, and its maker's memory too."""
    try:
        return (_PROCESSES / str(process) / "cmdline").read_bytes()
    except OSError:
        return b""


def _held(process: int) -> int:
    try:
        lines = (_PROCESSES / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
