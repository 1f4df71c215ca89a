"""Copies beside a site's files that a host sends as they are, compressed as hard as can be: .br and .gz."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import brotli

# What compresses; pictures and Word files are compressed already.
TEXTS = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".bin", ".ics", ".csv", ".ris", ".bib"}
# A file that fits in a single packet gains nothing.
LEAST = 1000
_AT_A_TIME = 50


def compress_site(site: Path) -> tuple[int, int]:
    """Write the copies; how many files got some, and how many bytes the smallest copies have together."""
    files = sorted(file for file in site.rglob("*") if file.suffix in TEXTS and file.stat().st_size >= LEAST)
    parts = [files[start : start + _AT_A_TIME] for start in range(0, len(files), _AT_A_TIME)]
    if len(parts) < 2 or (os.cpu_count() or 1) < 2:
        sizes = [_compress_some(part) for part in parts]
    else:
        with ProcessPoolExecutor() as pool:
            sizes = list(pool.map(_compress_some, parts))
    return len(files), sum(sizes)


def _compress_some(files: Iterable[Path]) -> int:
    return sum(_compress(file) for file in files)


def _compress(file: Path) -> int:
    data = file.read_bytes()
    copies = {".br": brotli.compress(data), ".gz": gzip.compress(data, 9, mtime=0)}
    for ending, copy in copies.items():
        place = file.with_name(file.name + ending)
        if len(copy) < len(data):
            place.write_bytes(copy)
    return min(map(len, copies.values()))
