"""All tables as one Excel file: a sheet for each, every text a text, and the same bytes for the same content.

The library makes everything but the rows: it takes ten times as long for a cell as it takes to write one.
"""

from __future__ import annotations

import marshal
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from macros.ground.build_cache import Keep
from macros.ground.fixed_zip import fixed_zip
from macros.library.content import Content
from macros.sharing.data_pieces import pieces_of_table
from macros.sharing.data_tables import DataTable, case_rows, own_rows, table_heads
from macros.sharing.sheet_rows import SheetRows, sheet_rows

_WIDEST, _NARROWEST = 60, 8
# Half the time of the usual level for one part in fifteen more.
_LEVEL = 4
# In the library's XML: the first row after the head, its two styles, what comes after all rows, and how large the table
# is.
_ROWS, _AFTER = b'<row r="2"', b"</sheetData>"
_SIZE = re.compile(rb'<dimension ref="[^"]*"/>')
_STYLE = re.compile(rb'<c r="[AB]2" s="(\d+)"/>')
_SETTINGS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True)
class Sheet:
    """A table without its rows, and its rows in parts that follow each other."""

    table: DataTable
    parts: tuple[SheetRows, ...]

    @property
    def count(self) -> int:
        """How many rows it has."""
        return sum(part.count for part in self.parts)

    def width(self, column: int) -> int:
        """How wide a column is, in signs."""
        longest = max((part.longest[column] for part in self.parts if part.count), default=0)
        return max(_NARROWEST, min(_WIDEST, max(len(self.table.columns[column]) + 3, 1 + longest)))


def sheets(content: Content, site_url: str, keep: Keep) -> tuple[Sheet, ...]:
    """Every table of the data; what is made of some cases is kept until these change."""

    def parts(table: DataTable) -> Iterator[SheetRows]:
        yield sheet_rows(own_rows(table.name, content, site_url))
        for piece in pieces_of_table(content, table, site_url, keep, "ark", _piece):
            yield SheetRows(*marshal.loads(piece))

    return tuple(Sheet(table, tuple(parts(table))) for table in table_heads())


def _piece(name: str, site_url: str, content: Content) -> bytes:
    return marshal.dumps(astuple(sheet_rows(case_rows(name, content, site_url))))


def spreadsheet(sheets: Sequence[Sheet], day: date, about: Sequence[str]) -> bytes:
    """The file; day is the newest in the content, about is what the first sheet says, line by line."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, _SETTINGS) as book:
        book.set_properties(
            {"title": "Alliancebanken", "author": "Alliancebanken", "created": datetime.combine(day, time())}
        )
        head = book.add_format({"bold": True, "bg_color": "#0d5c63", "font_color": "#ffffff"})
        body = book.add_format({"valign": "top"})
        dated = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"})
        _about(book, [sheet.table for sheet in sheets], about, head)
        for made in sheets:
            sheet = book.add_worksheet(made.table.name)
            sheet.freeze_panes(1, 1)
            sheet.autofilter(0, 0, max(1, made.count), len(made.table.columns) - 1)
            for column, name in enumerate(made.table.columns):
                sheet.set_column(column, column, made.width(column))
                sheet.write_string(0, column, name, head)
            # A row that tells which styles the rows to come have, and that they stand instead of.
            sheet.write_blank(1, 0, None, body)
            sheet.write_blank(1, 1, None, dated)
    return fixed_zip(target.getvalue(), _Filled(target.getvalue(), sheets), _LEVEL)


class _Filled(Mapping[str, bytes]):
    """The members of the file that hold rows, each made when it is asked for."""

    def __init__(self, written: bytes, sheets: Sequence[Sheet]) -> None:
        self._book = zipfile.ZipFile(BytesIO(written))
        self._sheets = {f"xl/worksheets/sheet{number}.xml": sheet for number, sheet in enumerate(sheets, 2)}

    def __getitem__(self, name: str) -> bytes:
        sheet = self._sheets[name]
        before, _, after = self._book.read(name).partition(_ROWS)
        text, dated = map(int, _STYLE.findall(after)[:2])
        last = xl_rowcol_to_cell(sheet.count, len(sheet.table.columns) - 1)
        parts, first = [_SIZE.sub(b'<dimension ref="A1:%s"/>' % last.encode(), before)], 2
        for part in sheet.parts:
            parts.append(part.placed(first, text, dated))
            first += part.count
        return b"".join([*parts, after[after.rindex(_AFTER) :]])

    def __iter__(self) -> Iterator[str]:
        return iter(self._sheets)

    def __len__(self) -> int:
        return len(self._sheets)


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
