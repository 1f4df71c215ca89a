"""What is known of mutants beforehand: those tried in an earlier run, and those that change nothing at all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.txt")


class Memory:
    """What came of each mutant, in a file: one that was noticed stays so, a survivor is tried anew with new tests."""

    def __init__(self, file: Path, *, anew: bool = False, tests: str = "") -> None:
        self.file, self.tests = file, tests
        if anew:
            file.unlink(missing_ok=True)
        lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
        self.known: dict[str, bool] = dict(json.loads(line) for line in lines)

    def of(self, tests: Sequence[str]) -> Memory:
        """The same memory for the mutants that these tests look at."""
        return Memory(self.file, tests="".join((ROOT / test).read_text(encoding="utf-8") for test in tests))

    def noticed(self, mutant: str) -> bool | None:
        """Whether the tests saw it, or None when it has not been tried."""
        return self.known.get(_mark(mutant), self.known.get(_mark(mutant + self.tests)))

    def keep(self, mutant: str, *, noticed: bool) -> None:
        """Write it down at once: the run may be stopped at any time."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        row = [_mark(mutant if noticed else mutant + self.tests), noticed]
        with self.file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:20]


@cache
def equivalents() -> dict[tuple[str, str, str], str]:
    """Path, line of code and fault to the reason why nothing changes; each is one line, with tabs between."""
    rows = [line.split("\t") for line in EQUIVALENT.read_text(encoding="utf-8").splitlines() if line.strip()]
    found = {}
    for path, code, what, reason in rows:
        found[path, code, what] = reason
    return found


def equivalent(path: str, code: str, what: str) -> bool:
    """Whether the list says that this fault changes nothing that anyone can see."""
    return (path, code.strip(), what) in equivalents()
