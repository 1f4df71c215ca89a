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


def kept_item(cache: BuildCache, file: Path, name: str, read: Callable[[], Any]) -> tuple[Source, Any] | None:
    """The item of a file whose very bytes were found right before, or are now; None where read() finds fault with it.

    read() gives the item, or None. The cache is as trusted as the code beside it: whoever can write one can write both.
    """
    entry = cache.keep(_parts(file, name), lambda: _packed(read()))
    return None if entry == _WRONG else (LateSource(name, file=file), pickle.loads(entry))


def found_item(cache: BuildCache, file: Path, name: str) -> tuple[Any] | None:
    """The item of a file that was read before with just these bytes, None in it where that was wrong; else None."""
    entry = cache.find(_parts(file, name))
    return None if entry is None else (None if entry == _WRONG else pickle.loads(entry),)


def _parts(file: Path, name: str) -> tuple[str, str, bytes]:
    return "fil", name, file.read_bytes()


def _packed(item: Any) -> bytes:
    return _WRONG if item is None else pickle.dumps(item, pickle.HIGHEST_PROTOCOL)
