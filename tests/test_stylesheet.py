"""One style sheet of many files."""

from __future__ import annotations

from pathlib import Path

from macros.html.stylesheet import stylesheet


def test_files_are_joined_in_order_of_name(tmp_path: Path) -> None:
    for name, text in (("20-b.css", "b {}\n\n"), ("10-a.css", "\na {}"), ("noter.txt", "x")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert stylesheet(tmp_path) == "a {}\nb {}\n"


def test_an_empty_folder_gives_an_empty_sheet(tmp_path: Path) -> None:
    assert stylesheet(tmp_path) == "\n"
