"""Digests of the content: of each case, of all that is no case, and of runs of cases that are kept together.

A file that holds every case is joined from what was made of each run, so that one changed case costs one run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import Any
from zlib import crc32

from macros.ground.build_cache import Digest, Keep, digest
from macros.library.content import Content
from macros.library.once import once
from macros.model.case_model import Case
from macros.model.fields import Record

# So many cases make a run, on average.
_CASES_A_RUN = 250


@dataclass(frozen=True)
class CaseRun:
    """Cases that follow each other: the first's place among all, and the digest of these cases."""

    first: int
    cases: tuple[Case, ...]
    made_of: Digest


def content_digest(content: Content) -> Digest:
    """The digest of every field of the content, each record as its own values."""
    return digest(part for one in fields(content) for part in (one.name, *_parts(getattr(content, one.name))))


def _parts(value: Any) -> Iterator[object]:
    if isinstance(value, Record):
        yield value.model_dump_json().encode()
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from (key, "{", *_parts(item), "}")
    elif isinstance(value, tuple):
        yield len(value)
        for item in value:
            yield from _parts(item)
    else:
        yield value


@once
def shared_digest(content: Content) -> Digest:
    """The digest of everything but the cases that are shown."""
    return content_digest(replace(content, cases=()))


@once
def case_digests(content: Content) -> dict[str, Digest]:
    """The digest of each case by its id."""
    return {case.id: digest([case.model_dump_json().encode()]) for case in content.cases}


@once
def case_runs(content: Content) -> tuple[CaseRun, ...]:
    """All cases in their order; where a run ends is told by its last case, so that a new case changes one run."""
    return tuple(_runs(content, case_digests(content)))


def _runs(content: Content, digests: dict[str, Digest]) -> Iterator[CaseRun]:
    first = 0
    for place, case in enumerate(content.cases, 1):
        if place == len(content.cases) or not crc32(case.id.encode()) % _CASES_A_RUN:
            cases = content.cases[first:place]
            yield CaseRun(first, cases, digest(digests[one.id] for one in cases))
            first = place


def content_of_run(content: Content, run: CaseRun) -> Content:
    """All that is shared, and no cases but those of a run."""
    return replace(content, cases=run.cases, withdrawn=())


def kept_of_runs(
    content: Content, keep: Keep, name: str, make: Callable[[Content], bytes], *given: object
) -> Iterator[bytes]:
    """What make gives of the content of each run, kept until what is shared, the run or what else is given changes."""
    shared = shared_digest(content)
    for run in case_runs(content):
        own = content_of_run(content, run)
        yield keep(("stykke", name, shared, run.made_of, *given), partial(make, own))
