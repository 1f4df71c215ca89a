"""All tables as one Excel file: a sheet for each, every text a text, and the same bytes for the same content.

The library makes everything but the rows: it takes ten times as long for a cell as it takes to write one.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from macros.ground.fixed_zip import fixed_zip
from macros.sharing.data_tables import DataTable
from macros.sharing.sheet_rows import SheetTexts

_WIDEST, _NARROWEST = 60, 8
# Half the time of the usual level for one part in fifteen more.
_LEVEL = 4
# In the library's XML: the list of texts, the first row after the head, its two styles, what comes after all rows, and
# how large the table is.
_TEXTS, _ROWS, _AFTER = "xl/sharedStrings.xml", b'<row r="2"', b"</sheetData>"
_SIZE = re.compile(rb'<dimension ref="[^"]*"/>')
_STYLE = re.compile(rb'<c r="[AB]2" s="(\d+)"/>')
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
            # A row that tells which styles the rows to come have, and that they stand instead of.
            sheet.write_blank(1, 0, None, body)
            sheet.write_blank(1, 1, None, dated)
    return fixed_zip(target.getvalue(), _with_rows(target, tables), _LEVEL)


def _with_rows(written: BytesIO, tables: Sequence[DataTable]) -> dict[str, bytes]:
    """The members of the file that hold rows and texts, by name."""
    changed = {}
    with zipfile.ZipFile(written) as book:
        texts = SheetTexts(book.read(_TEXTS))
        for number, table in enumerate(tables, 2):
            name = f"xl/worksheets/sheet{number}.xml"
            before, _, after = book.read(name).partition(_ROWS)
            body, dated = map(int, _STYLE.findall(after)[:2])
            last = xl_rowcol_to_cell(len(table.rows), len(table.columns) - 1)
            before = _SIZE.sub(b'<dimension ref="A1:%s"/>' % last.encode(), before)
            changed[name] = before + texts.rows(table.rows, 2, body, dated).encode() + after[after.rindex(_AFTER) :]
    return changed | {_TEXTS: texts.xml()}


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


def _width(name: str, values: Sequence[Any]) -> int:
    longest = max(len(name) + 3, 1 + max(map(len, map(str, filter(None, values))), default=0))
    return max(_NARROWEST, min(_WIDEST, longest))
