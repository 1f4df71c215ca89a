"""Runs the tests of a module against each of its mutants, in a process that begins where pytest is loaded.

What came of a mutant is remembered, so that a run that was cut short goes on where it stopped.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scripts.measuring.mutants import Mutant, python_mutants, script_mutants
from scripts.measuring.mutation_import import MutantFinder, load_all_but
from scripts.measuring.mutation_memory import Memory, equivalent

ROOT = Path(__file__).resolve().parents[2]
# A run that lasts that many times longer than without a fault, and so many seconds more, goes in circles: noticed too.
TIMES, SECONDS = 4, 10
LONGEST = 300
SCRIPTS = "docs/assets/javascripts"
# What tests/conftest.py makes for the tests that ask for it.
SHARED = ("built_site", "content: Content")


@dataclass
class Score:
    """How many mutants of a file the tests noticed, and those that they did not."""

    path: str
    tried: int = 0
    survivors: list[Mutant] = field(default_factory=list)
    equivalent: int = 0

    @property
    def percent(self) -> float:
        """The share that was noticed."""
        return 100 * (self.tried - len(self.survivors)) / self.tried if self.tried else 0.0


def score_python(path: str, tests: Sequence[str], every: int, tell: Callable[[str], None], memory: Memory) -> Score:
    """Try every so-many-th mutant of a Python module."""
    from hypothesis import settings

    score = Score(path)
    name = path.removesuffix(".py").replace("/", ".")
    load_all_but(name, tests)
    # What the tests share costs a second to load; without it, what hypothesis may do is said here.
    settings.register_profile("mutants", max_examples=80, deadline=None, derandomize=True)
    settings.load_profile("mutants")
    asking = [test for test in tests if any(word in (ROOT / test).read_text(encoding="utf-8") for word in SHARED)]
    alone = [test for test in tests if test not in asking]
    rounds = [["--noconftest", *alone]] * bool(alone) + [asking] * bool(asking)

    def run(mutant: Mutant, seconds: int) -> int:
        return next(filter(None, (_in_a_fork(name, path, mutant, seconds, one) for one in rounds)), 0)

    text = (ROOT / path).read_text(encoding="utf-8")
    return _tried(score, text, list(python_mutants(text))[::every], run, tell, memory.of(tests))


def _in_a_fork(name: str, path: str, mutant: Mutant, seconds: int, tests: Sequence[str]) -> int:
    """What pytest says of these tests where the module is the mutant."""
    import pytest

    child = os.fork()
    if child == 0:
        signal.alarm(seconds)
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        sys.meta_path.insert(0, MutantFinder(name, ROOT / path, mutant.text))
        os._exit(int(pytest.main(["-x", "-q", "-n", "0", "-p", "no:cacheprovider", *tests])))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def score_script(
    path: str, tests: Sequence[str], every: int, site: Path, tell: Callable[[str], None], memory: Memory
) -> Score:
    """Try every so-many-th mutant of a script in a copy of the built site."""
    text = (ROOT / path).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(shutil.copytree(site, Path(folder) / "site"))
        # As they were written: in the site, modules are joined and minified, and a fault in one would not be met.
        shutil.copytree(ROOT / SCRIPTS, copied / SCRIPTS.removeprefix("docs/"), dirs_exist_ok=True)
        served = copied / path.removeprefix("docs/")
        assert served.is_file(), f"{path} er ikke i den byggede side"

        def run(mutant: Mutant, seconds: int) -> int:
            served.write_text(mutant.text, encoding="utf-8")
            command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider", *tests]
            variables = {**os.environ, "BYGGET": str(copied), "DRAFTS": "200", "WORD_DRAFTS": "20"}
            try:
                return subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, timeout=seconds).returncode
            except subprocess.TimeoutExpired:
                return 1

        return _tried(Score(path), text, list(script_mutants(text))[::every], run, tell, memory.of(tests))


def _tried(
    score: Score,
    text: str,
    mutants: list[Mutant],
    run: Callable[[Mutant, int], int],
    tell: Callable[[str], None],
    memory: Memory,
) -> Score:
    start = time.monotonic()
    assert run(Mutant(0, "", text), LONGEST) == 0, f"testene af {score.path} fejler uden mutant"
    seconds = round(TIMES * (time.monotonic() - start)) + SECONDS
    lines = ["", *text.splitlines()]
    for mutant in mutants:
        if equivalent(score.path, lines[mutant.line], mutant.what):
            score.equivalent += 1
            continue
        noticed = memory.noticed(mutant.text)
        if noticed is None:
            noticed = run(mutant, seconds) != 0
            memory.keep(mutant.text, noticed=noticed)
        score.tried += 1
        if not noticed:
            score.survivors.append(mutant)
            tell(f"{score.path}:{mutant.line}: {mutant.what}: ingen test så det")
    return score
