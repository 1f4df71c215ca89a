"""The folder of a built site: a file that is there just as it should be is left, and one that nobody made goes.

Most of a new build is what the last one wrote, and to make a file takes ten times as long as to look at one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import BinaryIO

from macros.site.offline_files import Row, row_of

# So much of a file is looked at in one go.
_BLOCK = 1 << 20


def write_files(folder: str | os.PathLike[str], files: Iterable[tuple[str, str | bytes]]) -> dict[str, Row]:
    """Have each file below a folder, which may be new; the row of each by its path."""
    return {path: write_file(folder, path, content)[0] for path, content in files}


def write_file(folder: str | os.PathLike[str], path: str, content: str | bytes) -> tuple[Row, os.stat_result]:
    """Have one file below a folder: its row, and how it was left."""
    data = content if isinstance(content, bytes) else content.encode()
    file = f"{os.fspath(folder)}/{path}"
    return row_of(data), _held(file, data) or _write(file, data)


def _held(file: str, data: bytes) -> os.stat_result | None:
    """How the file stands, where it holds just these bytes."""
    try:
        with open(file, "rb", buffering=0) as found:  # noqa: PTH123 (half the time of a Path, and there are very many)
            state = os.fstat(found.fileno())
            return state if state.st_size == len(data) and _same(found, data) else None
    except OSError:
        return None


def _same(found: BinaryIO, data: bytes) -> bool:
    if len(data) <= _BLOCK:
        return found.read() == data
    whole = memoryview(data)
    return all(found.read(_BLOCK) == whole[start : start + _BLOCK] for start in range(0, len(data), _BLOCK))


def _write(file: str, data: bytes) -> os.stat_result:
    try:
        return _put(file, data)
    except OSError:
        try:
            os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120 (as above)
            return _put(file, data)
        except OSError:
            _make_room(Path(file))
            return _put(file, data)


def _make_room(file: Path) -> None:
    """Take away a folder that stands in the file's place, or a file in the place of its folders."""
    if file.is_dir():
        shutil.rmtree(file)
    for folder in file.parents:
        if folder.is_file():
            folder.unlink()
    file.parent.mkdir(parents=True, exist_ok=True)


def _put(file: str, data: bytes) -> os.stat_result:
    with open(file, "wb", buffering=0) as written:  # noqa: PTH123 (as above)
        written.write(data)
        return os.fstat(written.fileno())


def remove_others(folder: str | os.PathLike[str], wanted: Collection[str]) -> None:
    """Take away every file that is not wanted, and every folder that holds none; names with a dot first are left."""
    _remove_others(os.fspath(folder), "", wanted)


def _remove_others(folder: str, below: str, wanted: Collection[str]) -> bool:
    """Whether the folder still holds something."""
    left = False
    with os.scandir(folder) as entries:
        found = list(entries)
    for entry in found:
        path = below + entry.name
        if entry.name.startswith(".") or path in wanted:
            left = True
        elif entry.is_dir(follow_symlinks=False):
            left |= _remove_others(entry.path, f"{path}/", wanted)
        else:
            os.unlink(entry.path)  # noqa: PTH108 (as above)
    if below and not left:
        os.rmdir(folder)  # noqa: PTH106 (as above)
    return left
