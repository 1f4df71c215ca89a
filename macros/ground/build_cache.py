"""What earlier builds made, kept under the digest of everything it was made from, so that it can never be stale.

An entry is never changed, only written whole or not at all, so any number of builds may share a folder.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from itertools import count
from pathlib import Path

Digest = bytes
# (what it is made from, how it is made) -> what was made
Keep = Callable[[Iterable[object], Callable[[], bytes]], bytes]
_SIZE = 16


def made_anew(_: Iterable[object], make: Callable[[], bytes]) -> bytes:
    """Keeps nothing: the way of those who build without a cache."""
    return make()


def digest(parts: Iterable[object]) -> Digest:
    """One digest of many parts; bytes count as they are, everything else as Python shows it."""
    whole = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        data = part if isinstance(part, bytes) else repr(part).encode("utf-8", "surrogatepass")
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.digest()


def files_digest(root: Path, patterns: Iterable[str]) -> Digest:
    """The digest of every file below root that a pattern names, with its path."""
    files = sorted({file for pattern in patterns for file in root.glob(pattern) if file.is_file()})
    return digest(part for file in files for part in (file.relative_to(root).as_posix(), file.read_bytes()))


class BuildCache:
    """Entries in a folder; ground is the digest of what all of them are made from (code, assets, versions)."""

    def __init__(self, folder: Path, ground: Digest) -> None:
        self.folder, self.ground = folder, ground

    def keep(self, parts: Iterable[object], make: Callable[[], bytes]) -> bytes:
        """What was made from these parts before, or what make gives now."""
        parts = tuple(parts)
        found = self.find(parts)
        if found is None:
            found = make()
            self.store(parts, found)
        return found

    def find(self, parts: Iterable[object]) -> bytes | None:
        """What was made from these parts before; None where nothing whole is kept."""
        return _read(self._file(parts))

    def store(self, parts: Iterable[object], made: bytes) -> None:
        """Keep what was made from these parts; where nothing can be kept (no room, no right), the build goes on."""
        with contextlib.suppress(OSError):
            _write(self._file(parts), made)

    def has(self, parts: Iterable[object]) -> bool:
        """Whether there seems to be an entry; keep() looks whether it is whole."""
        return Path(self._file(parts)).exists()

    def _file(self, parts: Iterable[object]) -> str:
        name = digest((self.ground, *parts)).hex()
        return f"{self.folder}{os.sep}{name[:2]}{os.sep}{name[2:]}"

    def text(self, parts: Iterable[object], make: Callable[[], str]) -> str:
        """keep() for text."""
        return self.keep(parts, lambda: make().encode()).decode()

    def files(self, parts: Iterable[object], make: Callable[[], Mapping[str, str | bytes]]) -> dict[str, bytes]:
        """keep() for several files by path."""
        return unpacked(self.keep(parts, lambda: packed(make())))


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """Files as one entry: a line of JSON with paths and sizes, then the contents."""
    contents = {path: text if isinstance(text, bytes) else text.encode() for path, text in files.items()}
    sizes = [(path, len(content)) for path, content in contents.items()]
    return json.dumps(sizes, ensure_ascii=False).encode() + b"\n" + b"".join(contents.values())


def unpacked(entry: bytes) -> dict[str, bytes]:
    """The files of packed()."""
    head, _, rest = entry.partition(b"\n")
    files, start = {}, 0
    for path, size in json.loads(head):
        files[path] = rest[start : start + size]
        start += size
    return files


def _read(file: str) -> bytes | None:
    """The entry, or None where there is none or its bytes are not those that were written."""
    try:
        with open(file, "rb", buffering=0) as entry:  # noqa: PTH123 (half the time)
            found = entry.read()
    except OSError:
        return None
    content = found[_SIZE:]
    return content if found[:_SIZE] == digest([content]) else None


_turns = count()


def _write(file: str, content: bytes) -> None:
    # No two threads and no two processes write aside in the same place.
    aside = f"{file}.{os.getpid()}-{next(_turns)}"
    try:
        try:
            _put(aside, content)
        except FileNotFoundError:
            Path(file).parent.mkdir(parents=True, exist_ok=True)
            _put(aside, content)
        Path(aside).replace(file)
    except OSError:
        Path(aside).unlink(missing_ok=True)
        raise


def _put(file: str, content: bytes) -> None:
    with open(file, "wb") as entry:  # noqa: PTH123 (as above)
        entry.write(digest([content]))
        entry.write(content)
