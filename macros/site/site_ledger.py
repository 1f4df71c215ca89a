"""Which files of a site's folder still stand just as the last build wrote them, so that they need not be looked into.

A lot is what is made from the same things. Its entry says from what its files were made and how each was left: size,
times and place on the disk. A file that anyone has altered, moved or put back differs in one of these.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from macros.ground.build_cache import BuildCache, Digest
from macros.ground.processes import uncollected
from macros.site.offline_files import Row
from macros.site.site_folder import write_file

# Path below the site's root and content, one file after the other.
Written = Iterator[tuple[str, str | bytes]]
# Path, size and beginning of the digest as offline_files.Row has them; then when the file was written, when it or its
# place last changed, and where it lies.
_Kept = list[tuple[str, int, str, int, int, int]]


@dataclass(frozen=True)
class Lot:
    """Files that are made from the same things: a digest of all of these, and how the files are made."""

    made_of: Digest
    make: Callable[[], Written]


@dataclass(frozen=True)
class SitePart:
    """Lots that one process makes together; a name is a part's own among all of a site's."""

    name: str
    lots: Callable[[], Iterable[Lot]]


def write_part(folder: str | os.PathLike[str], part: SitePart, cache: BuildCache) -> dict[str, Row]:
    """Have each file of a part below a folder; the row of each by its path."""
    root = os.path.abspath(folder)  # noqa: PTH100 (a text, and links stay as they are named)
    entry = ("i mappen", root, part.name)
    found = cache.find(entry)
    before: dict[str, _Kept] = json.loads(found) if found else {}
    now, rows = {}, {}
    with uncollected():
        for lot in part.lots():
            name = lot.made_of.hex()
            kept = before.get(name)
            if kept is None or not _stands(root, kept):
                kept = [_written(root, path, content) for path, content in lot.make()]
            now[name] = kept
            for path, size, digest, *_ in kept:
                rows[path] = size, digest
    text = json.dumps(now).encode()
    if text != found:
        cache.store(entry, text)
    return rows


def _stands(root: str, kept: _Kept) -> bool:
    """Whether every file of a lot is as it was left."""
    stat = os.stat
    try:
        for path, size, _, written, changed, place in kept:
            found = stat(f"{root}/{path}")
            if (found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_size) != (written, changed, place, size):
                return False
    except OSError:
        return False
    return True


def _written(root: str, path: str, content: str | bytes) -> tuple[str, int, str, int, int, int]:
    row, left = write_file(root, path, content)
    return path, *row, left.st_mtime_ns, left.st_ctime_ns, left.st_ino
