"""The slides of the themes: opened by the library that others use, with title, address and number on each."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from pptx import Presentation

from macros.ground.build_cache import digest
from macros.library.content import Content
from macros.sharing.slide_deck import slide_deck
from tests.test_site_files import SITE


@pytest.fixture(scope="module")
def made(content: Content) -> bytes:
    """The file."""
    return slide_deck(content, SITE)


def test_every_slide_has_a_title_an_address_and_a_number(made: bytes) -> None:
    slides = list(Presentation(io.BytesIO(made)).slides)
    titles = [slide.shapes.title.text for slide in slides]
    assert len(titles) == len(set(titles)) and all(titles)
    for slide in slides:
        text = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert SITE in text
        assert "slidenum" in slide.part.blob.decode()


def test_each_theme_has_its_cases_what_they_share_and_their_figures(made: bytes, content: Content) -> None:
    text = "\n".join(
        shape.text_frame.text
        for slide in Presentation(io.BytesIO(made)).slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    for theme in content.terms("temaer"):
        assert f"{theme.nummer}. {theme.navn}" in text and f"Tema {theme.nummer}: tal fra casene" in text
    for case in content.cases:
        assert case.titel in text
    assert "KL (2018)" in text and "CC BY 4.0" in text and "KL har ophavsretten" in text


def test_nothing_stands_outside_the_slide(made: bytes) -> None:
    deck = Presentation(io.BytesIO(made))
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= deck.slide_width, shape.name
            assert shape.top >= 0 and shape.top + shape.height <= deck.slide_height, shape.name


def test_a_large_library_fits_the_slides(content: Content) -> None:
    first = content.cases[0]
    cases = tuple(first.model_copy(update={"id": f"case-{n}", "titel": f"Indsats {n}"}) for n in range(40))
    deck = Presentation(io.BytesIO(slide_deck(replace(content, cases=cases), SITE)))
    texts = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    assert any("27 cases mere" in text for text in texts)
    assert sum(text.count("Indsats ") for text in texts) == 13
    cells = [
        cell.text
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    ]
    assert "Indsats 0, Indsats 1, Indsats 2 og 37 andre" in cells


def test_slides_are_kept_until_what_they_show_changes(content: Content) -> None:
    asked = []

    def keep(parts: Iterable[object], _: Callable[[], bytes]) -> bytes:
        asked.append(digest(parts))
        return b""

    case = content.cases[0]
    slide_deck(content, SITE, keep)
    for change in ({"formaal": "Et andet formål, som intet lysbillede viser."}, {"titel": "Et andet navn"}):
        slide_deck(replace(content, cases=(case.model_copy(update=change), *content.cases[1:])), SITE, keep)
    assert asked[0] == asked[1] != asked[2]


def test_pictures_are_told_in_words_and_texts_are_danish(made: bytes) -> None:
    members = zipfile.ZipFile(io.BytesIO(made))
    slides = [members.read(name).decode() for name in members.namelist() if name.startswith("ppt/slides/slide")]
    assert any(f'descr="QR-kode til {SITE}"' in slide for slide in slides)
    assert all('lang="da-DK"' in slide for slide in slides)


def test_the_same_content_gives_the_same_bytes(made: bytes, content: Content) -> None:
    assert slide_deck(content, SITE) == made
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(made)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
