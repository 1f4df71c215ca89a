"""Made cases as files in a folder that load_content() reads like a project of its own."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from macros.library.content import PROJECT, load_content
from scripts.measuring.synthetic_cases import (
    ONLY_WITH_CASES,
    POINTING,
    Maker,
    Values,
    highlighted,
    without_cases,
)  # fmt: skip

PROSE = ("formaal", "organisering", "resultater", "finansiering", "tekst")
# Text that YAML reads as just that text, whatever it holds.
_PLAIN = re.compile(r"[A-Za-zÆØÅæøå0-9][A-Za-zÆØÅæøå0-9 ,.()/–-]*")


def write_project(root: Path, count: int, seed: int) -> None:
    """Write so many cases below `root`, which must be new or empty, with the lists and agreements they lean on."""
    maker = Maker(load_content(), seed)
    shutil.copytree(PROJECT / "agreements", root / "agreements")
    (root / "cases").mkdir()
    first: list[Values] = []
    for number in range(count):
        values = maker.case(number)
        first += [values] if len(first) < 50 else []
        (root / "cases" / f"{values['id']}.yml").write_text(case_text(values), encoding="utf-8")
    for file in sorted(PROJECT.glob("cases/_*.yml")) + sorted(PROJECT.glob("agreements/_*.yml")):
        data = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        _write_shared(root / file.relative_to(PROJECT), shared(file.stem.removeprefix("_"), data, first))


def shared(name: str, data: Any, cases: Iterable[Values]) -> Any:
    """A shared list of the project as it is where only the made cases are."""
    if name in ONLY_WITH_CASES:
        return []
    if name == "katalog":
        return {**data, "fremhaevede": highlighted(cases)}
    field = POINTING.get(name)
    if field is None:
        return data
    return [{**row, **({field: without_cases(name, row[field])} if field in row else {})} for row in data]


def _write_shared(path: Path, data: Any) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)
    path.write_text(text, encoding="utf-8")


def case_text(values: Values) -> str:
    """A case as the text of its file, in the order and manner of the real ones."""
    return "".join(_lines(values, ""))


def _lines(values: Values, indent: str) -> Iterator[str]:
    for key, value in values.items():
        if key in PROSE:
            yield f"{indent}{key}: |\n"
            yield from (f"{indent}  {line}\n" if line else "\n" for line in value.split("\n"))
        elif isinstance(value, dict):
            yield f"{indent}{key}:\n"
            yield from _lines(value, indent + "  ")
        elif isinstance(value, list):
            yield from _list(key, value, indent)
        else:
            yield f"{indent}{key}: {_scalar(value)}\n"


def _list(key: str, items: list[Any], indent: str) -> Iterator[str]:
    if not items:
        return
    yield f"{indent}{key}:\n"
    for item in items:
        if isinstance(item, dict):
            text = "".join(_lines(item, indent + "    "))
            yield f"{indent}  - {text.lstrip()}"
        else:
            yield f"{indent}  - {_scalar(item)}\n"


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
