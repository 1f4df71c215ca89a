"""Gives Python a mutant where it asks for a module, and loads beforehand all that does not depend on that module."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.metadata
import importlib.util
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
_IMPORT = re.compile(r"^\s*from (macros[\w.]*) import ([^\n]+)", re.M)


class MutantFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives Python a mutant where it asks for the module."""

    def __init__(self, name: str, path: Path, text: str) -> None:
        self.name, self.path, self.text = name, path, text

    def find_spec(self, name: str, *_: object) -> importlib.machinery.ModuleSpec | None:
        """The mutant, for its own name only."""
        return importlib.util.spec_from_file_location(name, self.path, loader=self) if name == self.name else None

    def exec_module(self, module: ModuleType) -> None:
        """Run the mutant's text as the module."""
        exec(compile(self.text, str(self.path), "exec"), module.__dict__)


def load_all_but(name: str, tests: Sequence[str]) -> None:
    """Load pytest's parts and what the tests import, once; what leans on the module is taken out again.

    A process that parts from here starts in a tenth of a second instead of three.
    """
    for entry in importlib.metadata.entry_points(group="pytest11"):
        importlib.import_module(entry.value.partition(":")[0])
    for test in tests:
        for module in _imported((ROOT / test).read_text(encoding="utf-8")):
            importlib.import_module(module)
    ours = {key: module for key, module in sys.modules.items() if key.startswith("macros.")}
    texts = {key: Path(str(module.__file__)).read_text(encoding="utf-8") for key, module in ours.items()}
    leaning, more = {name}, {name}
    while more:
        more = {key for key in ours if key not in leaning and leaning & set(_imported(texts[key]))}
        leaning |= more
    for key in leaning & set(ours):
        del sys.modules[key]
        package, _, own = key.rpartition(".")
        vars(sys.modules[package]).pop(own, None)


def _imported(text: str) -> list[str]:
    """The modules of ours that a text imports; a name that is taken from a package may be one itself."""
    found = []
    for package, names in _IMPORT.findall(text):
        found.append(package)
        parts = [f"{package}.{one.split()[0]}" for one in names.strip("( ").split(",") if one.strip()]
        found += [part for part in parts if _is_module(part)]
    return found


def _is_module(name: str) -> bool:
    return (ROOT / (name.replace(".", "/") + ".py")).is_file()
