"""Spreadsheets as tables of texts."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from macros.reading import table_reader
from macros.reading.table_reader import TableError, read_tables


@pytest.mark.parametrize(
    "data",
    [
        "id;titel\r\na;Ærø\r\n".encode("utf-8-sig"),
        "id,titel\na,Ærø\n".encode(),
        "ID\tTitel\na\tÆrø\n".encode(),
        "id;titel\na;Ærø\n".encode("windows-1252"),
        'id;titel\n"a";"Ærø"\n;\n'.encode(),
    ],
)
def test_csv_of_any_common_kind(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "ark.csv"
    file.write_bytes(data)
    assert read_tables(file) == {"cases": [{"id": "a", "titel": "Ærø"}]}


def test_formulas_are_text_and_the_exports_apostrophe_goes(tmp_path: Path) -> None:
    file = tmp_path / "ark.csv"
    file.write_text("id;titel;kort\na;'=1+1;'t Hof\nb;=1+1;x\u200by\n", encoding="utf-8")
    assert read_tables(file)["cases"] == [
        {"id": "a", "titel": "=1+1", "kort": "'t Hof"},
        {"id": "b", "titel": "=1+1", "kort": "x y"},
    ]


def test_a_workbook_with_what_stands_beside_the_cases(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "om"
    sheet = book.create_sheet("cases")
    for row in (["id", "nummer", "gennemgaaet", "titel"], ["a", 12, datetime(2026, 11, 22), "=SUM(A1)"], [None] * 4):
        sheet.append(row)
    beside = book.create_sheet("noegletal")
    beside.append(["case", "tal"])
    beside.append(["a", 42.5])
    book.save(tmp_path / "ark.xlsx")
    assert read_tables(tmp_path / "ark.xlsx") == {
        "cases": [{"id": "a", "nummer": "12", "gennemgaaet": "2026-11-22", "titel": "=SUM(A1)"}],
        "noegletal": [{"case": "a", "tal": "42,5"}],
    }


def test_csv_files_beside_the_cases_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text("id;titel\na;A\n", encoding="utf-8")
    (tmp_path / "aktoerer.csv").write_text("case;navn\na;Havnen\n", encoding="utf-8")
    assert read_tables(tmp_path / "cases.csv")["aktoerer"] == [{"case": "a", "navn": "Havnen"}]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("findes-ikke.csv", None, "findes ikke"),
        ("ark.pdf", b"x", "ikke et regneark"),
        ("ark.xlsx", b"PK\x03\x04 x", "er ikke et regneark af slagsen XLSX"),
        ("ark.csv", b"", "er tomt"),
        ("stort.csv", b"a\n" * 60, "Del arket i flere"),
    ],
)
def test_what_is_no_table_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes | None, said: str
) -> None:
    monkeypatch.setattr(table_reader, "MAX_BYTES", 100)
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(TableError, match=said):
        read_tables(tmp_path / name)


def test_a_table_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_reader, "MAX_ROWS", 3)
    (tmp_path / "ark.csv").write_text("id\n" + "a\n" * 4, encoding="utf-8")
    with pytest.raises(TableError, match="mere end 3 rækker"):
        read_tables(tmp_path / "ark.csv")
