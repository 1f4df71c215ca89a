"""All tables as one Excel file: a sheet for each, every text a text, and the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

from macros.sharing.data_tables import DataTable

_WIDEST, _NARROWEST, _LONGEST = 60, 8, 32_767
_SETTINGS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def spreadsheet(tables: Sequence[DataTable], day: date, about: Sequence[str]) -> bytes:
    """The file; day is the newest in the content, about is what the first sheet says, line by line."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, _SETTINGS) as book:
        book.set_properties(
            {"title": "Alliancebanken", "author": "Alliancebanken", "created": datetime.combine(day, time())}
        )
        head = book.add_format({"bold": True, "bg_color": "#0d5c63", "font_color": "#ffffff"})
        body = book.add_format({"valign": "top"})
        dated = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"})
        _about(book, tables, about, head)
        for table in tables:
            sheet = book.add_worksheet(table.name)
            sheet.freeze_panes(1, 1)
            sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)
            for column, name in enumerate(table.columns):
                sheet.set_column(column, column, _width(name, [row[column] for row in table.rows]))
                sheet.write_string(0, column, name, head)
            for number, row in enumerate(table.rows, 1):
                for column, value in enumerate(row):
                    _write(sheet, number, column, value, dated if isinstance(value, date) else body)
    return target.getvalue()


def _about(book: xlsxwriter.Workbook, tables: Sequence[DataTable], lines: Sequence[str], head: Any) -> None:
    sheet = book.add_worksheet("om")
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 90)
    for number, line in enumerate(lines):
        sheet.write_string(number, 0, line)
    first = len(lines) + 1
    sheet.write_row(first, 0, ["ark", "indhold"], head)
    for number, table in enumerate(tables, first + 1):
        sheet.write_url(number, 0, f"internal:'{table.name}'!A1", string=table.name)
        sheet.write_string(number, 1, table.title)


def _write(sheet: Any, row: int, column: int, value: Any, shape: Any) -> None:
    if value is None:
        return
    if isinstance(value, date):
        sheet.write_datetime(row, column, value, shape)
    elif isinstance(value, int | Decimal):
        sheet.write_number(row, column, float(value), shape)
    else:
        sheet.write_string(row, column, str(value)[:_LONGEST], shape)


def _width(name: str, values: Sequence[Any]) -> int:
    longest = max([len(name) + 3, *(len(str(value)) + 1 for value in values if value is not None)])
    return max(_NARROWEST, min(_WIDEST, longest))
