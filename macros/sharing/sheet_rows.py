"""Rows of a sheet as Excel keeps them: a text is a number in a list of texts, so it can never be a formula."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from xlsxwriter.utility import xl_col_to_name

_LONGEST = 32_767
_FIRST_DAY = date(1899, 12, 30)
# Signs that XML cannot hold, and words that Excel would read as the name of one.
_FORBIDDEN = re.compile("[\0-\x08\x0b-\x1f\ufffe\uffff]")
_NAME_OF_SIGN = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_HEAD = re.compile(rb'(<sst [^>]*?) count="\d+" uniqueCount="(\d+)">')
_END = b"</sst>"


class _Numbers(dict[str, int]):
    """A number for each text that is asked for."""

    def __init__(self, first: int) -> None:
        super().__init__()
        self.first = first

    def __missing__(self, text: str) -> int:
        number = self[text] = self.first + len(self)
        return number


class SheetTexts:
    """The texts of all sheets, each once; given as the list that the file has of those the library wrote."""

    def __init__(self, written: bytes) -> None:
        self._written = written
        found = _HEAD.search(written)
        assert found
        self._numbers = _Numbers(int(found[2]))

    def rows(self, rows: Sequence[Sequence[Any]], first: int, text_style: int, day_style: int) -> str:
        """Rows as XML, the first with the number first; a cell is text, a number, a day or None, a style a number."""
        columns = [f'<c r="{xl_col_to_name(column)}' for column in range(len(rows[0]) if rows else 0)]
        numbers, text, others = self._numbers, f'" s="{text_style}" t="s"><v>', (text_style, day_style)
        made = []
        for number, row in enumerate(rows, first):
            cells = [
                f"{column}{number}{text}{numbers[cell]}</v></c>" if type(cell) is str
                else _cell(cell, column, number, others)
                for column, cell in zip(columns, row, strict=True)
            ]  # fmt: skip
            made.append(f'<row r="{number}">{"".join(cells)}</row>')
        return "".join(made)

    def xml(self) -> bytes:
        """The list with our texts after those that stood in it."""
        added = "".join([f'<si><t xml:space="preserve">{text}</t></si>' for text in _xml(list(self._numbers))])
        # How many there are may be left out.
        head = _HEAD.sub(rb"\1>", self._written, count=1)
        return head.removesuffix(_END) + added.encode() + _END


def _cell(cell: Any, column: str, number: int, styles: tuple[int, int]) -> str:
    """A cell that is no text."""
    text_style, day_style = styles
    if cell is None:
        return ""
    if isinstance(cell, int | Decimal):
        return f'{column}{number}" s="{text_style}"><v>{float(cell):.16G}</v></c>'
    if isinstance(cell, date):
        return f'{column}{number}" s="{day_style}"><v>{(cell - _FIRST_DAY).days}</v></c>'
    raise TypeError(f"en celle kan ikke rumme {type(cell).__name__}")


def _xml(texts: list[str]) -> list[str]:
    """Each text as it stands in XML, cut to what a cell can hold."""
    # All are escaped at once, since to begin on a text costs more than to write it.
    joined = "\0".join([text[:_LONGEST] for text in texts])
    if _FORBIDDEN.search(joined.replace("\0", "")) or joined.count("\0") >= max(1, len(texts)):
        return [_xml([_FORBIDDEN.sub("", text)])[0] for text in texts]
    joined = joined.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _NAME_OF_SIGN.sub("_x005F_", joined).split("\0") if texts else []
