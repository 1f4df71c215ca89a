"""Spreadsheets as plain tables of texts: CSV of any common kind, and XLSX. A formula is text here, never a sum."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

from macros.reading.source_text import invisible_name

MAX_BYTES, MAX_UNPACKED, MAX_ROWS = 20_000_000, 200_000_000, 20_000
Row = dict[str, str]
# The tables of our own export that stand beside the cases, one to a file or a sheet.
BESIDE = ("noegletal", "laering", "aktoerer")


class TableError(Exception):
    """Raised when a file is no table; says in Danish what is wrong and what to do."""


def read_tables(file: Path) -> dict[str, list[Row]]:
    """Rows by the name of their table: "cases", and what stands beside it in the workbook or in the folder.

    A row is its cells by column name in small letters. An apostrophe that our export puts before what looks like a
    formula is taken away again.
    """
    if not file.is_file():
        raise TableError(f"Filen {file} findes ikke. Skriv navnet på et regneark, der findes.")
    if file.stat().st_size > MAX_BYTES:
        raise TableError(f"Filen fylder mere end {MAX_BYTES // 1_000_000} MB. Del arket i flere.")
    if file.suffix.lower() in (".xlsx", ".xlsm"):
        return _read_workbook(file)
    if file.suffix.lower() not in (".csv", ".txt"):
        raise TableError(f"»{file.suffix}« er ikke et regneark, vi kan læse. Gem arket som XLSX eller som CSV UTF-8.")
    tables = {"cases": _read_csv(file)}
    beside = {name: file.parent / f"{name}.csv" for name in BESIDE if file.stem == "cases"}
    return tables | {name: _read_csv(other) for name, other in beside.items() if other.is_file()}


def _read_csv(file: Path) -> list[Row]:
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("windows-1252", "replace")  # what Danish Excel writes as "CSV"
    head = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return _rows([[str(cell) for cell in row] for row in rows], file.name)
    except csv.Error:
        raise TableError(f"{file.name} kan ikke læses som CSV. Gem arket som XLSX eller som CSV UTF-8.") from None


def _read_workbook(file: Path) -> dict[str, list[Row]]:
    try:
        with zipfile.ZipFile(file) as archive:
            if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
                raise TableError("Arket fylder alt for meget, når det bliver pakket ud. Gem det uden billeder.")
        book = openpyxl.load_workbook(file, read_only=True, data_only=False, keep_links=False)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError):
        raise TableError(
            f"{file.name} er ikke et regneark af slagsen XLSX. Åbn det i Excel, og gem det som regneark (XLSX)."
        ) from None
    try:
        sheets = {str(sheet.title).lower(): sheet for sheet in book.worksheets}
        first = sheets.get("cases") or book.worksheets[0]
        found = {"cases": first} | {name: sheets[name] for name in BESIDE if name in sheets}
        return {name: _rows(_cells(sheet), f"{file.name}, {sheet.title}") for name, sheet in found.items()}
    finally:
        book.close()


def _cells(sheet: Any) -> list[list[str]]:
    return [
        [_text(cell) for cell in row] for row in sheet.iter_rows(max_row=MAX_ROWS + 2, max_col=60, values_only=True)
    ]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, int | float):
        return f"{Decimal(str(value)).normalize():f}".replace(".", ",")
    return str(value)


def _rows(cells: list[list[str]], where: str) -> list[Row]:
    if not cells:
        raise TableError(f"{where} er tomt.")
    if len(cells) > MAX_ROWS + 1:
        raise TableError(f"{where} har mere end {MAX_ROWS} rækker. Del arket i flere.")
    head = [name.strip().lower() for name in cells[0]]
    rows = [{name: _plain(cell) for name, cell in zip(head, line, strict=False) if name} for line in cells[1:]]
    return [row for row in rows if any(row.values())]


def _plain(cell: str) -> str:
    """A cell as it would be typed: without signs that nobody sees, and without the export's own apostrophe."""
    text = "".join(" " if invisible_name(sign) else sign for sign in cell.replace("\r\n", "\n").replace("\r", "\n"))
    bare = text[1:] if text[:1] == "'" and text[1:].lstrip()[:1] in tuple("=+-@＝＋－＠") else text
    return bare.strip()
