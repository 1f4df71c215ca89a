"""A table as CSV in the two dialects that spreadsheets and programs want, without formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
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
    target = io.StringIO()
    writer = csv.writer(target, delimiter=dialect.separator, lineterminator="\r\n")
    writer.writerow(list(header))
    for row in rows:
        cells = [value if type(value) is str and value[:1] not in _SUSPECT else _cell(value, dialect) for value in row]
        line = dialect.separator.join(cells)
        # The writer looks at every sign of every cell; where nothing is to be quoted, that was for nothing.
        if line and line.count(dialect.separator) == len(cells) - 1 and not _QUOTED.search(line):
            target.write(f"{line}\r\n")
        else:
            writer.writerow(cells)
    return "\ufeff" + target.getvalue()


def _cell(value: Any, dialect: Dialect) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return formula_safe(format_number(value) if isinstance(value, Decimal) and dialect.danish else str(value))
