"""Runs the tests of a module against each of its mutants, in a process that begins where pytest is loaded."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from scripts.measuring.mutants import Mutant, python_mutants, script_mutants

ROOT = Path(__file__).resolve().parents[2]
# A run that lasts longer goes in circles, which is noticed too.
SECONDS = 120


@dataclass
class Score:
    """How many mutants of a file the tests noticed, and those that they did not."""

    path: str
    tried: int = 0
    survivors: list[Mutant] = field(default_factory=list)

    @property
    def percent(self) -> float:
        """The share that was noticed."""
        return 100 * (self.tried - len(self.survivors)) / self.tried if self.tried else 0.0


class _MutantFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives Python a mutant where it asks for the module."""

    def __init__(self, name: str, path: Path, text: str) -> None:
        self.name, self.path, self.text = name, path, text

    def find_spec(self, name: str, *_: object) -> importlib.machinery.ModuleSpec | None:
        """The mutant, for its own name only."""
        return importlib.util.spec_from_file_location(name, self.path, loader=self) if name == self.name else None

    def exec_module(self, module: ModuleType) -> None:
        """Run the mutant's text as the module."""
        exec(compile(self.text, str(self.path), "exec"), module.__dict__)


def score_python(path: str, tests: Sequence[str], every: int, tell: Callable[[str], None]) -> Score:
    """Try every so-many-th mutant of a Python module."""
    import hypothesis.extra
    import markdown
    import nh3
    import pydantic
    import pytest
    import yaml

    _loaded = (hypothesis.extra, markdown, nh3, pydantic, yaml)  # once, before the processes part
    assert not [name for name in sys.modules if name.startswith("macros.")], "modulet er indlæst for tidligt"
    score = Score(path)
    name = path.removesuffix(".py").replace("/", ".")
    arguments = ["-x", "-q", "-n", "0", "-p", "no:cacheprovider", "-p", "no:randomly", *tests]

    def run(mutant: Mutant) -> int:
        child = os.fork()
        if child == 0:
            signal.alarm(SECONDS)
            silence = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silence, 1)
            os.dup2(silence, 2)
            sys.meta_path.insert(0, _MutantFinder(name, ROOT / path, mutant.text))
            os._exit(int(pytest.main(arguments)))
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    text = (ROOT / path).read_text(encoding="utf-8")
    assert run(Mutant(0, "", text)) == 0, f"testene af {path} fejler uden mutant"
    return _tried(score, list(python_mutants(text))[::every], run, tell)


def score_script(path: str, tests: Sequence[str], every: int, site: Path, tell: Callable[[str], None]) -> Score:
    """Try every so-many-th mutant of a script in a copy of the built site."""
    text = (ROOT / path).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(shutil.copytree(site, Path(folder) / "site"))
        served = copied / path.removeprefix("docs/")
        assert served.is_file(), f"{path} er ikke i den byggede side"

        def run(mutant: Mutant) -> int:
            served.write_text(mutant.text, encoding="utf-8")
            command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider", *tests]
            variables = {**os.environ, "BYGGET": str(copied), "DRAFTS": "200", "WORD_DRAFTS": "20"}
            try:
                return subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, timeout=SECONDS).returncode
            except subprocess.TimeoutExpired:
                return 1

        assert run(Mutant(0, "", text)) == 0, f"testene af {path} fejler uden mutant"
        return _tried(Score(path), list(script_mutants(text))[::every], run, tell)


def _tried(score: Score, mutants: list[Mutant], run: Callable[[Mutant], int], tell: Callable[[str], None]) -> Score:
    for mutant in mutants:
        score.tried += 1
        if run(mutant) == 0:
            score.survivors.append(mutant)
            tell(f"{score.path}:{mutant.line}: {mutant.what}: ingen test så det")
    return score
