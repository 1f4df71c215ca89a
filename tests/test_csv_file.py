"""CSV that spreadsheets read as a table and never as a formula."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from macros.sharing.csv_file import COMMA, SEMICOLON, formula_safe, to_csv

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "＋1", "－1", "＠a", "\0=1"]


def table(text: str, separator: str = ";") -> list[dict[str, str]]:
    """A CSV file's rows, as a spreadsheet reads them."""
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=separator))


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_made_text(text: str) -> None:
    assert formula_safe(text) == "'" + text
    assert table(to_csv(["a"], [[text]]))[0]["a"].startswith("'")
    assert table(to_csv(["a"], [[text]], COMMA), ",")[0]["a"].startswith("'")


@pytest.mark.parametrize("text", ["Horsens", "1=1", "9.000", "", "a-b", "»=«", "X=1", "X", "'=1"])
def test_other_text_is_left_alone(text: str) -> None:
    assert formula_safe(text) == text


@pytest.mark.parametrize("cell", ['Et "citat"; og, en linje\nmere', "a;b", "a,b", "x\ty", ""])
def test_a_cell_survives(cell: Any) -> None:
    for dialect, separator in ((SEMICOLON, ";"), (COMMA, ",")):
        assert table(to_csv(["a", "b"], [[cell, None]], dialect), separator)[0] == {"a": cell, "b": ""}


def test_numbers_and_days_are_as_the_reader_of_the_dialect_has_them() -> None:
    row = [Decimal("9000"), Decimal("42.5"), 7, date(2026, 11, 22)]
    assert to_csv(["a", "b", "c", "d"], [row]) == "\ufeffa;b;c;d\r\n9.000;42,5;7;2026-11-22\r\n"
    assert to_csv(["a", "b", "c", "d"], [row], COMMA) == "\ufeffa,b,c,d\r\n9000,42.5,7,2026-11-22\r\n"
