"""Style sheets of many files: each rule travels once, to the pages that need it."""

from __future__ import annotations

from pathlib import Path

from macros.html.stylesheet import SHEETS, STYLES, class_names, sheet_texts, stylesheet, travelling
from tests.examples import ROOT

FOLDER = ROOT / "docs" / STYLES
PAGE = '<link rel="stylesheet" href="../{}" media="print">\n<p class="a {}">'
TEXTS = {"main": ".a{}", "finding": ".a .b{}", "tools": "@media print{.c:hover{}}", "print": ".d{}"}


def test_files_are_joined_in_order_of_name(tmp_path: Path) -> None:
    for name, text in (("20-b.css", "b {}\n\n"), ("10-a.css", "\na {}"), ("noter.txt", "x")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert stylesheet(tmp_path) == "a {}\nb {}\n"


def test_an_empty_folder_gives_an_empty_sheet(tmp_path: Path) -> None:
    assert stylesheet(tmp_path) == "\n"


def test_every_file_is_in_one_sheet_and_every_named_file_is_there() -> None:
    texts = sheet_texts(FOLDER)
    names = {file.stem.partition("-")[2] for file in FOLDER.glob("*.css")}
    assert {name for files in SHEETS.values() for name in files} <= names
    assert sorted("".join(texts.values()).split()) == sorted(stylesheet(FOLDER).split())


def test_classes_are_read_from_selectors_alone() -> None:
    text = "/* .x */ .a:not(.b) > p{width:.5em;background:url(a.png)}@media (min-width:1.5em){.c{}.d{}}"
    assert class_names(text) == {"a", "b", "c", "d"}


def test_a_page_asks_for_the_sheets_that_its_classes_stand_in() -> None:
    sheets = travelling(TEXTS)
    page = PAGE.format(sheets.addresses["print"], "{}")
    assert sheets.linked(page.format("")) == page.format("")
    for name, sheet in (("b", "finding"), ("c", "tools")):
        link = f'<link rel="stylesheet" href="../{sheets.addresses[sheet]}">\n'
        assert sheets.linked(page.format(name)) == link + page.format(name)
    assert sheets.linked(page.format("b c")).count("<link") == 3


def test_a_script_is_told_where_its_sheet_is_and_no_class_asks_for_it() -> None:
    sheets = travelling({**TEXTS, "views": ".a .e{}"})
    page = PAGE.format(sheets.addresses["print"], 'e" data-stilark="{}')
    assert sheets.linked(page.format("views")) == page.format(f"../{sheets.addresses['views']}")


def test_a_sheets_name_changes_with_what_it_holds() -> None:
    before, after = travelling(TEXTS), travelling({**TEXTS, "main": ".a{color:red}"})
    assert before.addresses["main"] != after.addresses["main"]
    assert before.addresses["print"] == after.addresses["print"]
    assert before.files.keys() == set(before.addresses.values())
