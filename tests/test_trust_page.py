"""The page for maintainers on what the site is tried against: every row is there, and every test it names."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.examples import ROOT

PAGE = ROOT / "docs" / "om" / "tillid" / "index.md"
ROWS = 110
_REFERENCE = re.compile(r"`([\w/]+\.py)::(\w+)`")


def rows() -> dict[int, list[str]]:
    """The cells of each row by its number; a row whose test is missing stands once more, with the reason."""
    found: dict[int, list[str]] = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0].isdigit():
            found.setdefault(int(cells[0]), []).extend(cells[1:])
    return found


def missing(text: str, tests: Path) -> list[str]:
    """The tests that a text names and that are not there."""
    lost = []
    for file, name in _REFERENCE.findall(text):
        source = tests / file
        names = ast.walk(ast.parse(source.read_text(encoding="utf-8"))) if source.is_file() else ()
        if name not in {node.name for node in names if isinstance(node, ast.FunctionDef)}:
            lost.append(f"{file}::{name}")
    return lost


def test_every_row_has_its_test_or_its_reason() -> None:
    assert sorted(rows()) == list(range(1, ROWS + 1))
    for number, cells in rows().items():
        has_test = bool(_REFERENCE.search(cells[2]))
        has_reason = len(cells) == 5 and "mangler" in cells[1] and len(cells[4]) > 10
        assert has_test != has_reason, number


def test_every_test_that_is_named_is_there() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert len(_REFERENCE.findall(text)) > 100
    assert missing(text, ROOT / "tests") == []


def test_a_lost_test_is_seen() -> None:
    known = "`test_trust_page.py::test_a_lost_test_is_seen`"
    assert missing(f"{known} `test_trust_page.py::test_findes_ikke` `test_ingen.py::test_x`", ROOT / "tests") == [
        "test_trust_page.py::test_findes_ikke",
        "test_ingen.py::test_x",
    ]
