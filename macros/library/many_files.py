"""Reads very many case files with all the machine's cores: what is right comes back ready, what is wrong is left.

A file with faults is read again by whoever asked, so that its faults are told in one place only.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from macros.model.case_model import Case
from macros.reading.faults import check_model
from macros.reading.text_lint import lint_data
from macros.reading.yaml_source import read_source

# From so many files on, starting workers pays.
MANY = 1_000
_CHUNK = 250


def read_many(files: Sequence[tuple[Path, str]]) -> dict[str, Case]:
    """The right cases among files given as (file, name below the root), by name; empty where they are few."""
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(files) < MANY or workers < 2:
        return {}
    chunks = [files[start : start + _CHUNK] for start in range(0, len(files), _CHUNK)]
    found: dict[str, Case] = {}
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        for packed in pool.map(_read_chunk, chunks):
            found |= pickle.loads(packed)
    return found


def _read_chunk(files: Sequence[tuple[Path, str]]) -> bytes:
    """The right cases of a chunk, packed."""
    found: dict[str, Any] = {}
    for file, name in files:
        source = read_source(file, name)
        if source.problems or any(True for _ in lint_data(name, source.text)):
            continue
        item, _ = check_model(source, Case)
        if item is not None:
            found[name] = item
    return pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
