"""The folder of a built site: a file that is there just as it should be is left, and one that nobody made goes.

Most of a new build is what the last one wrote, and to make a file takes ten times as long as to look at one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable
from pathlib import Path

from macros.site.offline_files import Row, row_of


def write_files(folder: str | os.PathLike[str], files: Iterable[tuple[str, str | bytes]]) -> dict[str, Row]:
    """Have each file below a folder, which may be new; the row of each by its path."""
    rows = {}
    for path, content in files:
        data = content if isinstance(content, bytes) else content.encode()
        file = f"{os.fspath(folder)}/{path}"
        if not _holds(file, data):
            _write(file, data)
        rows[path] = row_of(data)
    return rows


def _holds(file: str, data: bytes) -> bool:
    try:
        with open(file, "rb", buffering=0) as found:  # noqa: PTH123 (half the time of a Path, and there are very many)
            return os.fstat(found.fileno()).st_size == len(data) and found.read() == data
    except OSError:
        return False


def _write(file: str, data: bytes) -> None:
    try:
        _put(file, data)
    except OSError:
        try:
            os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120 (as above)
            _put(file, data)
        except OSError:
            _make_room(Path(file))
            _put(file, data)


def _make_room(file: Path) -> None:
    """Take away a folder that stands in the file's place, or a file in the place of its folders."""
    if file.is_dir():
        shutil.rmtree(file)
    for folder in file.parents:
        if folder.is_file():
            folder.unlink()
    file.parent.mkdir(parents=True, exist_ok=True)


def _put(file: str, data: bytes) -> None:
    with open(file, "wb", buffering=0) as written:  # noqa: PTH123 (as above)
        written.write(data)


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
