"""A table as CSV in the two dialects that spreadsheets and programs want, without formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from macros.ground.danish import format_number

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠")
_QUOTED = re.compile('["\\r\\n]')
# How a text begins that may be taken for a formula.
_SUSPECT = frozenset((*_FORMULA, " "))


@dataclass(frozen=True)
class Dialect:
    """How a file is written: the sign between cells, and whether numbers are Danish."""

    separator: str
    danish: bool


# Danish Excel opens the first by a double click; programs and English Excel read the second.
SEMICOLON, COMMA = Dialect(";", danish=True), Dialect(",", danish=False)


def formula_safe(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + text if text.lstrip(" ").startswith(_FORMULA) else text


def to_csv(header: Iterable[str], rows: Iterable[Iterable[Any]], dialect: Dialect = SEMICOLON) -> str:
    """A table as text with a byte order mark; a number never begins with a sign, so it is no formula either."""
    return csv_head(header, dialect) + csv_rows(rows)[dialect]


def csv_head(header: Iterable[str], dialect: Dialect) -> str:
    """How a file begins: a byte order mark and the names of the columns."""
    return "\ufeff" + _csv([list(header)], dialect)


def csv_rows(rows: Iterable[Iterable[Any]]) -> dict[Dialect, str]:
    """Rows as text in both dialects."""
    safe = _safe(rows)
    return {dialect: _csv(safe, dialect) for dialect in (SEMICOLON, COMMA)}


_Cell = str | Decimal


def _safe(rows: Iterable[Iterable[Any]]) -> list[list[_Cell]]:
    """Cells as text that no spreadsheet takes for a formula; only numbers are left, which dialects write unlike."""
    return [
        [value if type(value) is str and value[:1] not in _SUSPECT else _cell(value) for value in row] for row in rows
    ]


def _csv(rows: Iterable[Sequence[_Cell]], dialect: Dialect) -> str:
    target = io.StringIO()
    writer = csv.writer(target, delimiter=dialect.separator, lineterminator="\r\n")
    for row in rows:
        cells = [_number(cell, dialect) if isinstance(cell, Decimal) else cell for cell in row]
        line = dialect.separator.join(cells)
        # The writer looks at every sign of every cell; where nothing is to be quoted, that was for nothing.
        if line and line.count(dialect.separator) == len(cells) - 1 and not _QUOTED.search(line):
            target.write(f"{line}\r\n")
        else:
            writer.writerow(cells)
    return target.getvalue()


def _cell(value: Any) -> _Cell:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return value
    return value.isoformat() if isinstance(value, date) else formula_safe(str(value))


def _number(value: Decimal, dialect: Dialect) -> str:
    return formula_safe(format_number(value) if dialect.danish else str(value))
