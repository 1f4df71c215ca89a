"""Rows of a sheet, read back by a library that others use."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.sharing.data_tables import DataTable
from macros.sharing.sheet_rows import sheet_rows
from macros.sharing.spreadsheet import Sheet, spreadsheet

DAY = date(2026, 11, 22)
ODD = ["=1+1", "a<b>&amp;\"'", " kant ", "to\nlinjer\n", "_x0041_", "æøå 😀", "&#65;", "]]>", "a\tb"]
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"]), min_size=1, max_size=12)


Table = tuple[DataTable, tuple[tuple[Any, ...], ...]]


def read(*tables: Table) -> list[list[tuple[Any, ...]]]:
    """Every table's rows without its head, as the file gives them."""
    made = [Sheet(one, (sheet_rows(rows[:1]), sheet_rows(rows[1:]))) for one, rows in tables]
    book = openpyxl.load_workbook(io.BytesIO(spreadsheet(made, DAY, ("Om",))))
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    found = [list(book[one.name].iter_rows(min_row=2, values_only=True)) for one, _ in tables]
    # The library takes the mark of a sign that is no mark away in its list of texts alone.
    return [[tuple(_unmarked(cell) for cell in row) for row in rows] for rows in found]


def _unmarked(cell: Any) -> Any:
    return cell.replace("_x005F_", "_") if isinstance(cell, str) else cell


def table(name: str, *rows: tuple[Any, ...]) -> Table:
    """A table of three columns with its rows."""
    return DataTable(name, name, ("a", "b", "c")), rows


def test_every_kind_of_cell_is_as_it_was() -> None:
    row = ("tekst", None, 7)
    other = (Decimal("42.5"), DAY, "tekst")
    assert read(table("en", row, other), table("to", other)) == [
        [row, (42.5, datetime(2026, 11, 22), "tekst")],
        [(42.5, datetime(2026, 11, 22), "tekst")],
    ]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_stays_text(text: str) -> None:
    assert read(table("en", (text, text, "x"))) == [[(text, text, "x")]]


@settings(max_examples=25)
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=3))
def test_any_text_is_read_back(rows: list[tuple[str, str, str]]) -> None:
    assert read(table("en", *rows)) == [rows]


def test_signs_that_a_file_cannot_hold_are_left_out_and_a_long_text_is_cut() -> None:
    assert read(table("en", ("a\0b", "c\x1fd\ufffe", "x" * 40_000)))[0][0] == ("ab", "cd", "x" * 32_767)


def test_a_table_without_rows_has_its_head_and_a_cell_of_another_kind_is_refused() -> None:
    assert read(table("tom")) == [[]]
    with pytest.raises(TypeError, match="celle"):
        sheet_rows([([1], "", "")])
