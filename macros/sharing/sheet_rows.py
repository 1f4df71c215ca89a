"""Rows of a sheet as Excel keeps them: a text is written as one, so it can never be a formula.

Each text stands in its cell rather than in a list of all texts, so that rows are the same whatever other rows hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from xlsxwriter.utility import xl_col_to_name

_LONGEST = 32_767
_FIRST_DAY = date(1899, 12, 30)
# Signs that XML cannot hold, and words that Excel would read as the name of one.
_FORBIDDEN = re.compile("[\0-\x08\x0b-\x1f\ufffe\uffff]")
_NAME_OF_SIGN = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
# What is not known until all rows are there: a row's number and the styles; and what stands between rows.
_NUMBER, _TEXT_STYLE, _DAY_STYLE, _BETWEEN = "\1", "\2", "\3", "\4"


@dataclass(frozen=True)
class SheetRows:
    """Rows as XML wherever in a sheet they come to stand: their number, the longest cell of each column, the XML."""

    count: int
    longest: tuple[int, ...]
    xml: bytes

    def placed(self, first: int, text_style: int, day_style: int) -> bytes:
        """The rows with their numbers, the first's given, and with the numbers of both styles."""
        if not self.count:
            return b""
        # In bytes, since they are written as such, and as text they take up twice as much.
        styled = self.xml.replace(_TEXT_STYLE.encode(), b"%d" % text_style)
        rows = styled.replace(_DAY_STYLE.encode(), b"%d" % day_style).split(_BETWEEN.encode())
        mark = _NUMBER.encode()
        return b"".join([row.replace(mark, b"%d" % number) for number, row in enumerate(rows, first)])


def sheet_rows(rows: Sequence[Sequence[Any]]) -> SheetRows:
    """Rows as XML; a cell is text, a number, a day or None."""
    columns = [f'<c r="{xl_col_to_name(column)}{_NUMBER}" s="' for column in range(len(rows[0]) if rows else 0)]
    start, end = f'{_TEXT_STYLE}" t="inlineStr"><is><t xml:space="preserve">', "</t></is></c>"
    written = iter(_xml([cell for row in rows for cell in row if type(cell) is str]))
    made = []
    for row in rows:
        cells = [
            f"{column}{start}{next(written)}{end}" if type(cell) is str else _cell(cell, column)
            for column, cell in zip(columns, row, strict=True)
        ]
        made.append(f'<row r="{_NUMBER}">{"".join(cells)}</row>')
    longest = tuple(max(map(len, map(str, filter(None, column))), default=0) for column in zip(*rows, strict=True))
    return SheetRows(len(rows), longest, _BETWEEN.join(made).encode())


def _cell(cell: Any, column: str) -> str:
    """A cell that is no text."""
    if cell is None:
        return ""
    if isinstance(cell, int | Decimal):
        return f'{column}{_TEXT_STYLE}"><v>{float(cell):.16G}</v></c>'
    if isinstance(cell, date):
        return f'{column}{_DAY_STYLE}"><v>{(cell - _FIRST_DAY).days}</v></c>'
    raise TypeError(f"en celle kan ikke rumme {type(cell).__name__}")


def _xml(texts: list[str]) -> list[str]:
    """Each text as it stands in XML, cut to what a cell can hold."""
    # All are escaped at once, since to begin on a text costs more than to write it.
    joined = "\0".join([text[:_LONGEST] for text in texts])
    if _FORBIDDEN.search(joined.replace("\0", "")) or joined.count("\0") >= max(1, len(texts)):
        return [_xml([_FORBIDDEN.sub("", text)])[0] for text in texts]
    joined = joined.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _NAME_OF_SIGN.sub("_x005F_", joined).split("\0") if texts else []
