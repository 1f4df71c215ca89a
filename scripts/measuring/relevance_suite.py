"""The queries that the search is judged by, each with the cases that it should find: tests/fixtures/relevans/*.yml.

A file holds one kind of difficulty and is named after it. They were written from the readers' side, before the
search was tuned. Half of each kind is held back while tuning (`proeve: ja`): its queries in the order of the
SHA-256 of their text, every second one. A query added later goes to the smaller half of its kind, or is held
back where both are alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ALL = "alle"
GRADES = ("foerst", "med", "gerne", "ikke")


class SuiteError(Exception):
    """Raised when the suite is wrong; the text lists every fault, one a line."""


@dataclass(frozen=True)
class Query:
    """What a reader asks, and the ids of the cases that are best, right, acceptable and wrong for it."""

    text: str
    kind: str
    held_back: bool
    first: frozenset[str]
    also: frozenset[str]
    accepted: frozenset[str]
    wrong: frozenset[str]

    @property
    def right(self) -> frozenset[str]:
        """The cases that must be found."""
        return self.first | self.also

    @property
    def fitting(self) -> frozenset[str]:
        """The cases that a reader would not mind among the first."""
        return self.right | self.accepted


def load_suite(folder: Path, cases: Iterable[str]) -> list[Query]:
    """All queries in a folder, judged against the ids of all cases; raises SuiteError with every fault."""
    known = frozenset(cases)
    found: list[Query] = []
    faults: list[str] = []
    for file in sorted(folder.glob("*.yml")):
        for row in yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader):
            faults += [f"{file.name}: {row.get('q')}: {fault}" for fault in _row_faults(row, known)]
            found.append(_query(row, file.stem, known))
    faults += _suite_faults(found)
    if faults:
        raise SuiteError("\n".join(faults))
    return found


def _query(row: dict[str, Any], kind: str, known: frozenset[str]) -> Query:
    first, also, accepted = (frozenset(row.get(grade, ())) for grade in GRADES[:3])
    wrong = row.get("ikke", ())
    others = known - first - also - accepted if wrong == ALL else frozenset(wrong)
    return Query(row.get("q", ""), kind, row.get("proeve") == "ja", first, also, accepted, others)


def _row_faults(row: dict[str, Any], known: frozenset[str]) -> list[str]:
    """What is wrong with one query by itself."""
    faults = [f"ukendt nøgle {key}" for key in row if key not in ("q", "proeve", *GRADES)]
    if not row.get("q", "").strip():
        faults.append("q mangler")
    if row.get("proeve") not in ("ja", "nej"):
        faults.append("proeve skal være ja eller nej")
    named = [name for grade in GRADES if row.get(grade) != ALL for name in row.get(grade, ())]
    faults += [f"ukendt case {name}" for name in named if name not in known]
    faults += [f"{name} står to gange" for name in sorted(set(named)) if named.count(name) > 1]
    if not row.get("foerst") and not row.get("med") and row.get("ikke") != ALL:
        faults.append("intet skal findes, så ikke skal være alle")
    return faults


def _suite_faults(queries: list[Query]) -> list[str]:
    """What is wrong across queries: doubles, and kinds that are not in both halves alike."""
    texts = [query.text.casefold() for query in queries]
    faults = [f"{text}: spørgsmålet står to gange" for text in sorted(set(texts)) if texts.count(text) > 1]
    for kind in sorted({query.kind for query in queries}):
        halves = [query.held_back for query in queries if query.kind == kind]
        if abs(halves.count(True) - halves.count(False)) > 1:
            faults.append(f"{kind}: {halves.count(True)} af {len(halves)} er gemt til prøven; det skal være halvdelen")
    return faults
