"""Cases that earlier builds have read and found right, kept under their files' bytes.

Where a rule finds fault with one after all, its file is read again for the place to name.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.ground.build_cache import BuildCache
from macros.reading.yaml_source import Location, Position, Source, read_source

_WRONG = b""


@dataclass(frozen=True)
class LateSource(Source):
    """A file that is not read until someone asks where something stands in it."""

    file: Path = Path()

    def position(self, location: Location) -> Position:
        """Where the value stands."""
        return read_source(self.file, self.path).position(location)


def found_item(cache: BuildCache, file: Path, name: str) -> tuple[Any] | None:
    """The item of a file whose very bytes were read before, None in it where that was wrong; else None.

    The cache is as trusted as the code beside it: whoever can write one can write both.
    """
    entry = cache.find(_parts(file, name))
    return None if entry is None else (unpacked_item(entry),)


def packed_item(cache: BuildCache | None, file: Path, name: str, read: Callable[[], Any]) -> bytes:
    """The item of a file as it is kept from now on; read() gives it, or None where it finds fault with it."""
    # What is read must be what it is kept under, so the bytes are taken first.
    parts = _parts(file, name) if cache else ()
    item = read()
    entry = _WRONG if item is None else pickle.dumps(item, pickle.HIGHEST_PROTOCOL)
    if cache:
        cache.store(parts, entry)
    return entry


def unpacked_item(entry: bytes) -> Any:
    """The item of packed_item(), None where that was wrong."""
    return None if entry == _WRONG else pickle.loads(entry)


def _parts(file: Path, name: str) -> tuple[str, str, bytes]:
    return "fil", name, file.read_bytes()
