"""What an editor reads when something in a file is wrong; knows nothing of YAML, pydantic or mkdocs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one file, in Danish; lines and columns count from 1."""

    path: str
    line: int
    column: int
    field: str
    message: str
    expected: str = ""
    tip: str = ""

    def __str__(self) -> str:
        """One clickable line, and a Tip line where there is a way to mend it."""
        field = f"{self.field}: " if self.field else ""
        expected = f" (forventet: {self.expected})" if self.expected else ""
        tip = f"\n  Tip: {self.tip}" if self.tip else ""
        return f"{self.path}:{self.line}:{self.column}: {field}{self.message}{expected}{tip}"


def advice(notes: Iterable[Problem]) -> str:
    """All notes, sorted, under a line that says that they stop nothing; empty text where there are none."""
    ordered = sorted(set(notes))
    if not ordered:
        return ""
    count = "1 råd" if len(ordered) == 1 else f"{len(ordered)} råd"
    return "\n".join([f"{count}. Et råd er ikke en fejl; du bestemmer selv.", "", *map(str, ordered)])


def report(problems: Iterable[Problem]) -> str:
    """All problems, sorted, followed by a count of problems and files."""
    ordered = sorted(set(problems))
    files = len({problem.path for problem in ordered})
    faults = "1 fejl" if len(ordered) == 1 else f"{len(ordered)} fejl"
    where = "1 fil" if files == 1 else f"{files} filer"
    return "\n".join([*map(str, ordered), "", f"{faults} i {where}."])
