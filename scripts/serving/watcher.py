"""Which files have changed since last asked, by their times and sizes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

Seen = dict[str, tuple[int, int]]


class Watcher:
    """Watches files and whole folders below a root; what begins with a dot, and Python's own, is passed over."""

    def __init__(self, root: Path, names: Iterable[str]) -> None:
        self.root, self.names = root, tuple(names)
        self.seen = self._look()

    def changed(self) -> list[str]:
        """The paths below the root of the files that are new, gone or changed, in order."""
        now = self._look()
        found = sorted(path for path in self.seen.keys() | now.keys() if self.seen.get(path) != now.get(path))
        self.seen = now
        return found

    def _look(self) -> Seen:
        seen: Seen = {}
        for name in self.names:
            seen.update(_files(self.root / name, name))
        return seen


def _files(path: Path, name: str) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        if not path.is_dir():
            found = path.stat()
            yield name, (found.st_mtime_ns, found.st_size)
            return
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.name.startswith((".", "__pycache__")):
                    continue
                if entry.is_dir():
                    yield from _files(Path(entry.path), f"{name}/{entry.name}")
                else:
                    found = entry.stat()
                    yield f"{name}/{entry.name}", (found.st_mtime_ns, found.st_size)
    except FileNotFoundError:
        # Editors write aside and rename: a file may be gone between two looks.
        return
