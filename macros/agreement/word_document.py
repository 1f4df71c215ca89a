"""A Word file in the site's look: numbered § headings, lists, tables with header rows, marked blanks, equal bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

CREATOR = "Alliancebanken"
# As long as Office lets a document's title be.
MOST_TITLE = 255
_FONT = "Calibri"
_PARAGRAPH_SIGN, _BULLET, _STEPS = 101, 102, 103
_LEVEL = (
    '<w:abstractNum {ns} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="{gap}"/><w:lvlText w:val="{text}"/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl></w:abstractNum>'
)
_SHADE = '<w:shd {ns} w:val="clear" w:color="auto" w:fill="EEEEEE"/>'
_ITEM_GAP, _LAST_GAP = Pt(3), Pt(7)
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP can say
_THUMBNAIL = RELATIONSHIP_TYPE.THUMBNAIL


@dataclass(frozen=True)
class Run:
    """A stretch of text: bold, a marked blank, or a reference to the heading that has the bookmark."""

    text: str
    bold: bool = False
    blank: bool = False
    bookmark: str = ""


class WordDocument:
    """Builds one document from top to bottom; to_bytes gives the file."""

    def __init__(self, heading: Run, title: str, description: str, day: date) -> None:
        self._document = Document()
        self._bookmarks = 0
        self._properties(title, description, day)
        self._styles()
        self._numbering()
        self._footer()
        self._last = self._paragraph("Title")
        _write(self._last, [heading])

    def heading(self, text: str, bookmark: str = "", numbered: bool = True) -> None:
        """A heading with § and its number; one without a number begins a page."""
        paragraph = self._paragraph("Heading1")
        paragraph.paragraph_format.page_break_before = None if numbered else True
        if numbered:
            _number(paragraph, _PARAGRAPH_SIGN)
        if bookmark:
            self._bookmarks += 1
            paragraph._p.append(_bookmark("bookmarkStart", self._bookmarks, bookmark))
        paragraph.add_run(text)
        if bookmark:
            paragraph._p.append(_bookmark("bookmarkEnd", self._bookmarks))

    def paragraph(self, runs: Sequence[Run]) -> None:
        """A paragraph of text."""
        self._last = self._paragraph()
        _write(self._last, runs)

    def hint(self, text: str) -> None:
        """A grey line to the one who writes, not a part of the agreement."""
        paragraph = self._paragraph()
        paragraph._p.get_or_add_pPr().append(parse_xml(_SHADE.format(ns=nsdecls("w"))))
        paragraph.add_run(text)

    def items(self, items: Sequence[Sequence[Run]], ordered: bool = False) -> None:
        """A list; a numbered one begins at 1."""
        number = self._restarted() if ordered else _BULLET
        for item in items:
            paragraph = self._paragraph()
            paragraph.paragraph_format.space_after = _LAST_GAP if item is items[-1] else _ITEM_GAP
            _number(paragraph, number)
            _write(paragraph, item)

    def table(self, head: Sequence[str], rows: Sequence[Sequence[Sequence[Run]]], widths: Sequence[float],
              row_height: float = 0) -> None:  # fmt: skip
        """A table whose head is repeated on each page; widths in centimetres.

        Rows of a given height are to be written in by hand, and stay on one page with the words before them.
        """
        self._last.paragraph_format.keep_with_next = True if row_height else None
        table = self._document.add_table(rows=0, cols=len(head))
        table._tbl.tblPr.style = "TableGrid"
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        _row(table, [[Run(text, bold=True)] for text in head], widths, 0)
        _flag(table.rows[0], "w:tblHeader")
        for cells in rows:
            _row(table, cells, widths, row_height)
        if row_height:
            for row in table.rows[:-1]:
                for cell in row.cells:
                    cell.paragraphs[0].paragraph_format.keep_with_next = True
        self._paragraph()

    def to_bytes(self) -> bytes:
        """The file; the same document gives the same bytes, whenever and wherever it is made."""
        made, fixed = io.BytesIO(), io.BytesIO()
        self._document.save(made)
        with zipfile.ZipFile(made) as source, zipfile.ZipFile(fixed, "w") as target:
            for name in source.namelist():
                entry = zipfile.ZipInfo(name, _FIRST_DAY)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 0
                target.writestr(entry, source.read(name))
        return fixed.getvalue()

    def _paragraph(self, style: str = "") -> Paragraph:
        # The style's id is set as it is: the library's own search by name takes most of the time.
        paragraph = self._document.add_paragraph()
        if style:
            paragraph._p.style = style
        return paragraph

    def _properties(self, title: str, description: str, day: date) -> None:
        properties = self._document.core_properties
        moment = datetime(day.year, day.month, day.day)
        properties.title, properties.comments, properties.language = title[:MOST_TITLE], description, "da-DK"
        properties.author = properties.last_modified_by = CREATOR
        properties.created = properties.modified = moment
        properties.revision = 1
        package = self._document.part.package
        for key in [key for key, relation in package.rels.items() if relation.reltype == _THUMBNAIL]:
            del package.rels[key]

    def _styles(self) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.54)
        for name, size, before, after in (("Normal", 11, 0, 7), ("Title", 22, 0, 12), ("Heading 1", 13.5, 16, 6)):
            style: Any = self._document.styles[name]
            style.font.size, style.font.bold = Pt(size), name != "Normal"
            style.font.color.rgb = RGBColor(0, 0, 0)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for key in list(fonts.attrib):
                del fonts.attrib[key]
            for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(qn(f"w:{kind}"), _FONT)
        title: Any = self._document.styles["Title"].element.pPr
        for border in title.findall(qn("w:pBdr")):
            title.remove(border)
        for language in self._document.styles.element.iter(qn("w:lang")):
            for kind in ("val", "eastAsia", "bidi"):
                language.set(qn(f"w:{kind}"), "da-DK")

    def _numbering(self) -> None:
        root: Any = self._document.part.numbering_part.element
        first = root.find(qn("w:num"))
        for number, kind, text, gap, left in (
            (_PARAGRAPH_SIGN, "decimal", "§ %1", "space", 0),
            (_BULLET, "bullet", "•", "tab", 567),
            (_STEPS, "decimal", "%1.", "tab", 567),
        ):
            hanging = 340 if left else 0
            look = {"kind": kind, "text": text, "gap": gap, "left": left, "hanging": hanging}
            first.addprevious(parse_xml(_LEVEL.format(ns=nsdecls("w"), number=number, **look)))
            root.append(_num(number, number))
        self._numbers = _STEPS

    def _restarted(self) -> int:
        self._numbers += 1
        self._document.part.numbering_part.element.append(_num(self._numbers, _STEPS, restart=True))
        return self._numbers

    def _footer(self) -> None:
        paragraph = self._document.sections[0].footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for text, code in (("Side ", "PAGE"), (" af ", "NUMPAGES")):
            paragraph.add_run(text)
            _field(paragraph, code, "1")


def _num(number: int, abstract: int, restart: bool = False) -> Any:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if restart else ""
    return parse_xml(
        f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
    )


def _number(paragraph: Paragraph, number: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def _bookmark(tag: str, number: int, name: str = "") -> Any:
    element = OxmlElement(f"w:{tag}")
    element.set(qn("w:id"), str(number))
    if name:
        element.set(qn("w:name"), name)
    return element


def _write(paragraph: Paragraph, runs: Sequence[Run]) -> None:
    for item in runs:
        if item.bookmark:
            # \r is the heading's own number, \h makes it a link; Word renews it when fields are updated.
            _field(paragraph, f"REF {item.bookmark} \\r \\h", item.text)
            continue
        run = paragraph.add_run(item.text)
        run.bold = item.bold or None
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW if item.blank else None


def _field(paragraph: Paragraph, code: str, shown: str) -> None:
    def mark(kind: str) -> None:
        element = OxmlElement("w:fldChar")
        element.set(qn("w:fldCharType"), kind)
        paragraph.add_run()._r.append(element)

    mark("begin")
    instruction = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = f" {code} "
    paragraph.add_run()._r.append(instruction)
    mark("separate")
    paragraph.add_run(shown)
    mark("end")


def _row(table: Table, cells: Sequence[Sequence[Run]], widths: Sequence[float], height: float) -> None:
    row = table.add_row()  # type: ignore[no-untyped-call]
    _flag(row, "w:cantSplit")
    if height:
        row.height = Cm(height)
    for cell, runs, width in zip(row.cells, cells, widths, strict=True):
        _fill(cell, runs, width)


def _fill(cell: _Cell, runs: Sequence[Run], width: float) -> None:
    cell.width = Cm(width)
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
    _write(paragraph, runs)


def _flag(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
