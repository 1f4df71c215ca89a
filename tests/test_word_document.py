"""The site's own Word files: what stands in them, and that the same document gives the same bytes."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn

from macros.agreement.word_document import Run, WordDocument

DAY = date(2026, 11, 22)


def made() -> WordDocument:
    """A document with something of everything."""
    document = WordDocument(Run("[Titel]", blank=True), "En aftale <&>", "Prøve", DAY)
    document.hint("Slet denne linje.")
    document.heading("Formål", "klausul_formaal")
    document.paragraph([Run("Se "), Run("§ 2", bookmark="klausul_moeder"), Run(" om "), Run("møder", bold=True)])
    document.items([[Run("æ")], [Run("ø")]])
    document.items([[Run("først")], [Run("sidst")]], ordered=True)
    document.heading("Møder", "klausul_moeder")
    document.items([[Run("først igen")]], ordered=True)
    document.table(("Part", "Dato"), [[[Run("[Part 1]", blank=True)], []], [[Run("B")], []]], (8, 4), row_height=1.6)
    document.heading("Felter", numbered=False)
    return document


@pytest.fixture(scope="module")
def data() -> bytes:
    """The file of that document."""
    return made().to_bytes()


@pytest.fixture(scope="module")
def word(data: bytes) -> Any:
    """The same file read back."""
    return docx.Document(BytesIO(data))


def test_the_same_document_gives_the_same_bytes(data: bytes) -> None:
    assert made().to_bytes() == data
    other = WordDocument(Run("[Titel]", blank=True), "En aftale <&>", "Prøve", date(2026, 11, 23)).to_bytes()
    assert other != WordDocument(Run("[Titel]", blank=True), "En aftale <&>", "Prøve", DAY).to_bytes()


def test_no_entry_tells_when_or_where_it_was_made(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in package.infolist()} == {0}
        assert "docProps/thumbnail.jpeg" not in package.namelist()
        assert not [name for name in package.namelist() if b'TargetMode="External"' in package.read(name)]


def test_properties_and_language(word: Any, data: bytes) -> None:
    properties = word.core_properties
    assert (properties.title, properties.author) == ("En aftale <&>", "Alliancebanken")
    assert (properties.language, properties.revision) == ("da-DK", 1)
    assert properties.created.date() == properties.modified.date() == DAY
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert 'w:lang w:val="da-DK"' in package.read("word/styles.xml").decode()


def test_headings_are_numbered_by_word_itself(word: Any) -> None:
    headings = [item for item in word.paragraphs if item.style.name == "Heading 1"]
    assert [item.text for item in headings] == ["Formål", "Møder", "Felter"]
    assert [item._p.pPr.numPr is not None for item in headings] == [True, True, False]
    assert [bool(item.paragraph_format.page_break_before) for item in headings] == [False, False, True]
    assert 'w:lvlText w:val="§ %1"' in word.part.numbering_part.element.xml


def test_a_reference_is_a_field_that_points_at_a_bookmark(word: Any) -> None:
    body = word.element.body
    names = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    codes = [code.text.split() for code in body.iter(qn("w:instrText"))]
    assert names == {"klausul_formaal", "klausul_moeder"}
    assert codes == [["REF", "klausul_moeder", "\\r", "\\h"]]
    starts = [mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert sorted(starts) == sorted(mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkEnd")))


def test_blanks_are_yellow_and_nothing_else_is(word: Any) -> None:
    cells = [item for row in word.tables[0].rows for cell in row.cells for item in cell.paragraphs]
    runs = [run for item in (*word.paragraphs, *cells) for run in item.runs]
    assert {run.text for run in runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW} == {"[Titel]", "[Part 1]"}
    assert {run.text for run in runs if run.bold} >= {"møder", "Part", "Dato"}


def test_each_numbered_list_begins_at_one(word: Any) -> None:
    def number(text: str) -> int:
        return next(item for item in word.paragraphs if item.text == text)._p.pPr.numPr.numId.val

    assert number("æ") == number("ø")
    assert number("først") == number("sidst") != number("først igen")


def test_a_table_has_a_head_and_rows_that_stay_whole(word: Any) -> None:
    rows = word.tables[0].rows
    flags = [{child.tag for child in row._tr.trPr} for row in rows]
    assert [qn("w:tblHeader") in found for found in flags] == [True, False, False]
    assert all(qn("w:cantSplit") in found for found in flags)
    kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in rows]
    assert kept == [True, True, False]


def test_the_pages_are_numbered(word: Any) -> None:
    footer = word.sections[0].footer._element.xml
    assert "Side " in footer and " af " in footer and "NUMPAGES" in footer
