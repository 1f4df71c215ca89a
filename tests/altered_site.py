"""A copy of the project with everything against it: attacks in every text, a renamed case and a withdrawn one.

The layers that refuse attacks are turned off in the copy, so that those which make them harmless stand alone.
"""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.examples import ROOT, to_yaml, write

ATTACKS = ROOT / "tests" / "fixtures" / "angreb"
# Stands in the environment of the build as a password would.
CANARY = "kanariefugl-7f3a91c4"
# What the attacks' templates come to when something runs them.
EVALUATED = "94011"
RENAMED, WITHDRAWN = "erhvervsplaymaker-aalborg", "energiteam-esbjerg"
ODD_ID = "lodser-i-nordby"
NEW_TITLE = "Et helt andet navn"
# Appended to modules of the copy: nothing is refused any more.
NO_LINT = "\n\ndef lint_data(name, text):\n    return iter(())\n\n\nlint_page = lint_data\n"
NO_CHECKS = "\n\ndef check_all(*_):\n    return iter(())\n"
# The longest line of a field, in the pattern that refuses longer ones: here one line holds hundreds of attacks.
LINE_LIMIT = "{0,1000}"
# Lists of words that the search matches, not texts that readers meet.
_WORD_LISTS = {"_synonymer.yml", "_ordvalg.yml"}
# A pattern that answers are matched with; another check sees to it that it is one.
_PATTERN = ".moenster"
# Values that are no free text: ids, numbers, dates, pages, addresses, links to fields.
_BARE = re.compile(r"[a-z0-9]+(?:[-_./#:][a-z0-9]+)*|[\d.,–-]+|https://\S+|")


def attacks() -> list[str]:
    """Every attack of the corpus."""
    found: list[str] = []
    for file in sorted(ATTACKS.glob("*.yml")):
        found += yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    return found


def copy_project(folder: Path, *, lint: bool, checks: bool) -> Path:
    """What a build needs, in a folder of its own; without the lint of texts or the checks between files as asked."""
    for name in ("cases", "agreements", "docs", "macros"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for module, keep, text in (("reading/text_lint", lint, NO_LINT), ("checking/checks", checks, NO_CHECKS)):
        if not keep:
            with (folder / "macros" / f"{module}.py").open("a", encoding="utf-8") as file:
                file.write(text)
    return folder


def _lift_line_limit(module: Path) -> None:
    before, limit, after = module.read_text(encoding="utf-8").partition(LINE_LIMIT)
    assert limit, "fields.py no longer limits a line as written here"
    write(module, f"{before}*{after}")


def altered_project(folder: Path, odd_case: str) -> Path:
    """The copy with every alteration; odd_case is one more case's file, which stays as it is."""
    project = copy_project(folder, lint=False, checks=False)
    _lift_line_limit(project / "macros" / "model" / "fields.py")
    sowing = Sowing(attacks())  # half of them in each field, the other half in the next
    for file in sorted([*(project / "cases").glob("*.yml"), *(project / "agreements").glob("*.yml")]):
        if file.name not in _WORD_LISTS:
            kind = file.name if file.name.startswith("_") else f"{file.parent.name}/"
            data = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
            sowing.gather(kind, data)
    clauses = {file: _clause_parts(file) for file in sorted((project / "agreements" / "_klausuler").glob("*.md"))}
    for head, _ in clauses.values():
        sowing.gather("klausul/", head)
    files = {}
    for file in sorted([*(project / "cases").glob("*.yml"), *(project / "agreements").glob("*.yml")]):
        if file.name not in _WORD_LISTS:
            kind = file.name if file.name.startswith("_") else f"{file.parent.name}/"
            data = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
            files[file] = _without_mentions(sowing.sown(kind, data))
    for file, data in files.items():
        if file.stem == RENAMED:
            data["titel"] = NEW_TITLE
        if file.stem == WITHDRAWN:
            data["trukket_tilbage"] = {"dato": "2026-11-01", "grund": "Prøven siger det.", "se": RENAMED}
        write(file, to_yaml(data))
    for number, (file, (head, body)) in enumerate(clauses.items()):
        write(
            file,
            f"---\n{to_yaml(sowing.sown('klausul/', head))}---\n{_sown_body(body, sowing.attacks[number % 7 :: 7])}",
        )
    write(project / "cases" / f"{ODD_ID}.yml", odd_case)
    return project


class Sowing:
    """Puts half of all attacks into every text field: many in each value where there are few values, else a few."""

    def __init__(self, corpus: list[str]) -> None:
        self.attacks = corpus
        self.counts: defaultdict[str, int] = defaultdict(int)
        self.used: defaultdict[str, int] = defaultdict(int)

    def gather(self, kind: str, data: Any) -> None:
        """Count the values of each field."""
        for path, _ in _texts(kind, data):
            self.counts[path] += 1

    def sown(self, kind: str, data: Any) -> Any:
        """The data with attacks in it."""
        if isinstance(data, dict):
            return {key: self.sown(f"{kind}.{key}", value) for key, value in data.items()}
        if isinstance(data, list):
            return [self.sown(f"{kind}[]", value) for value in data]
        return self._with_attacks(kind, data) if kind in self.counts and not _BARE.fullmatch(data) else data

    def _with_attacks(self, path: str, text: str) -> str:
        half = self.attacks[sorted(self.counts).index(path) % 2 :: 2]
        share = -(-len(half) // self.counts[path])
        start = self.used[path] * share
        self.used[path] += 1
        many = [half[(start + step) % len(half)] for step in range(share)]
        # A clause's head ends at the first line of dashes, so its texts stand on one line.
        if "\n" in text and not path.startswith("klausul/"):
            return "\n\n".join([text.rstrip(), *many]) + "\n"
        return " ".join([text, *(re.sub(r"\s+", " ", attack) for attack in many)])


def _texts(path: str, data: Any) -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(f"{path}.{key}", value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(f"{path}[]", value)
    elif not _BARE.fullmatch(data) and not path.endswith(_PATTERN):
        yield path, data


def _without_mentions(data: Any) -> Any:
    """The data where nothing points at the withdrawn case, as the checks would have an editor do."""
    if isinstance(data, list):
        kept = [
            row for row in data if row != WITHDRAWN and not (isinstance(row, dict) and row.get("case") == WITHDRAWN)
        ]
        return [_without_mentions(row) for row in kept]
    return {key: _without_mentions(value) for key, value in data.items()} if isinstance(data, dict) else data


def _clause_parts(file: Path) -> tuple[Any, str]:
    _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.load(head, yaml.BaseLoader), body


def _sown_body(body: str, corpus: list[str]) -> str:
    """A clause's variants, the last of them followed by the attacks; none begins a variant or names a field."""
    others = (re.sub(r"\[([a-z0-9_]+)\](?!\()", r"[ \1]", attack) for attack in corpus)
    others = (re.sub(r"^#", " #", attack, flags=re.MULTILINE) for attack in others)
    return "\n\n".join([body.rstrip(), *others]) + "\n"
