"""Slides in wide format with our colours: a title, an address and a number on each, and room for text that fits."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from macros.ground.contrast import LIGHT, palettes
from macros.ground.fixed_zip import fixed_zip
from macros.sharing.qr_code import qr_png

_WIDE, _TALL = Inches(13.333), Inches(7.5)
_LEFT, _ROOM = Inches(0.7), Inches(11.933)
_TOP, _BODY_TOP, _BODY, _FOOT = Inches(0.5), Inches(1.65), Inches(4.9), Inches(6.85)
# The default template's layout with a title and nothing else.
_TITLE_ONLY = 5
_FONT = "Arial"
# Signs of text in a column up to which a size of letters fits, in points.
_COLUMN_SIZES = ((520, 20), (760, 17), (1_050, 15), (99_999, 13))


class Slides:
    """A deck that slides are added to, one by one."""

    def __init__(self, title: str, day: date) -> None:
        self._deck = Presentation()
        self._deck.slide_width, self._deck.slide_height = _WIDE, _TALL
        properties, stamp = self._deck.core_properties, datetime.combine(day, time())
        properties.title, properties.author, properties.language = title, "Alliancebanken", "da-DK"
        properties.created = properties.modified = stamp
        properties.last_modified_by = "Alliancebanken"

    def cover(self, title: str, lead: str, address: str) -> None:
        """The first slide, with a code that leads to the site."""
        slide = self._slide(title, address, "brand", top=Inches(2.3), size=48)
        _write(_box(slide, _LEFT, Inches(3.6), Inches(8.5), Inches(1)), lead, 24, "ink-soft")
        picture = slide.shapes.add_picture(
            io.BytesIO(qr_png(address, 12)), Inches(10.2), Inches(2.3), Inches(2.4), Inches(2.4)
        )
        picture._element.nvPicPr.cNvPr.set("descr", f"QR-kode til {address}")

    def theme(self, title: str, lead: str, rows: Sequence[tuple[str, str]], address: str, colour: int) -> None:
        """What opens a theme: its cases with their places, in two columns where they are many."""
        slide = self._slide(title, address, f"tema-{colour}", size=34 if len(title) < 50 else 28)
        _write(_box(slide, _LEFT, _BODY_TOP, _ROOM, Inches(0.7)), lead, 22, "ink-soft")
        half = (len(rows) + 1) // 2 if len(rows) > 5 else len(rows)
        for number, part in enumerate((rows[:half], rows[half:])):
            frame = _box(slide, _LEFT + number * Inches(6.1), Inches(2.6), Inches(5.8), Inches(4))
            for position, (name, place) in enumerate(part):
                paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
                paragraph.space_after = Pt(10)
                _run(paragraph, name, 18, "ink", bold=True)
                paragraph.add_line_break()
                _run(paragraph, place, 14, "ink-soft")

    def columns(self, title: str, parts: Sequence[tuple[str, str]], address: str, colour: int) -> None:
        """Texts side by side, each with a heading; the letters are as large as the longest allows."""
        slide = self._slide(title, address, f"tema-{colour}")
        longest = max(len(text) for _, text in parts)
        size = next(points for signs, points in _COLUMN_SIZES if longest <= signs)
        for number, (heading, text) in enumerate(parts):
            frame = _box(slide, _LEFT + number * Inches(6.1), _BODY_TOP, Inches(5.8), _BODY)
            _run(frame.paragraphs[0], heading, 20, f"tema-{colour}", bold=True)
            frame.paragraphs[0].space_after = Pt(8)
            _run(frame.add_paragraph(), text, size, "ink")

    def table(self, title: str, head: Sequence[str], rows: Sequence[Sequence[str]], address: str, colour: int) -> None:
        """Rows of cells under a head."""
        slide = self._slide(title, address, f"tema-{colour}")
        shape = slide.shapes.add_table(len(rows) + 1, len(head), _LEFT, _BODY_TOP, _ROOM, Inches(0.5))
        widths = (3.6, 4.7, 3.633) if head[0] == "Tal" else (4.2, 1.6, 6.133)
        for column, width in zip(shape.table.columns, widths, strict=True):
            column.width = Inches(width)
        for number, cells in enumerate((head, *rows)):
            for cell, text in zip(shape.table.rows[number].cells, cells, strict=True):
                cell.vertical_anchor = MSO_ANCHOR.MIDDLE
                cell.fill.solid()
                back = f"tema-{colour}" if number == 0 else ("surface" if number % 2 else "paper")
                cell.fill.fore_color.rgb = _colour(back)
                front = "paper" if number == 0 else "ink"
                _run(cell.text_frame.paragraphs[0], text, 16, front, bold=number == 0 or cells[0] is text)

    def text(self, title: str, paragraphs: Sequence[str], address: str) -> None:
        """Plain paragraphs."""
        slide = self._slide(title, address, "brand")
        frame = _box(slide, _LEFT, _BODY_TOP, _ROOM, _BODY)
        for number, text in enumerate(paragraphs):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(12)
            _run(paragraph, text, 18, "ink")

    def to_bytes(self) -> bytes:
        """The finished file."""
        made = io.BytesIO()
        self._deck.save(made)
        return fixed_zip(made.getvalue())

    def _slide(self, title: str, address: str, colour: str, top: Any = _TOP, size: int = 30) -> Any:
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[_TITLE_ONLY])
        bar = slide.shapes.add_shape(1, 0, 0, Inches(0.22), _TALL)
        bar.fill.solid()
        bar.fill.fore_color.rgb = _colour(colour)
        bar.line.fill.background()
        heading = slide.shapes.title
        heading.left, heading.top, heading.height = _LEFT, top, Inches(1.1)
        heading.width = Inches(9.2) if top > _TOP else _ROOM
        frame = heading.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
        frame.paragraphs[0].alignment = 1
        _run(frame.paragraphs[0], title, size, colour, bold=True)
        foot = _box(slide, _LEFT, _FOOT, _ROOM, Inches(0.4)).paragraphs[0]
        _run(foot, f"Alliancebanken  ·  {address}  ·  ", 12, "ink-soft")
        _number(foot)
        return slide


@lru_cache(maxsize=32)
def _colour(name: str) -> RGBColor:
    shade = palettes()[LIGHT][name].lstrip("#")
    return RGBColor(*bytes.fromhex(shade))  # type: ignore[no-untyped-call]


def _box(slide: Any, left: Any, top: Any, width: Any, height: Any) -> Any:
    frame = slide.shapes.add_textbox(left, top, width, height).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = 0
    return frame


def _write(frame: Any, text: str, size: int, colour: str) -> None:
    _run(frame.paragraphs[0], text, size, colour)


def _run(paragraph: Any, text: str, size: int, colour: str, bold: bool = False) -> None:
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, _FONT
    run.font.color.rgb = _colour(colour)
    run._r.get_or_add_rPr().set("lang", "da-DK")


def _number(paragraph: Any) -> None:
    """The slide's number as a field, right also when slides are moved."""
    field = paragraph._p.makeelement(qn("a:fld"), {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"})
    properties = field.makeelement(qn("a:rPr"), {"lang": "da-DK", "sz": "1200"})
    text = field.makeelement(qn("a:t"), {})
    text.text = "‹nr.›"
    field.append(properties)
    field.append(text)
    paragraph._p.append(field)
