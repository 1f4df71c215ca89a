"""Pictures of shared links: the right size, the same bytes, and words that fit."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from macros.ground.contrast import LIGHT, palettes
from macros.library.content import PROJECT
from macros.sharing.card_image import (
    ELLIPSIS,
    HEIGHT,
    WIDTH,
    Card,
    cut,
    draw_card,
    draw_icon,
    fitted,
    mark_shapes,
    shortened,
    wrapped,
)  # fmt: skip

SIZES = range(84, 43, -8)
ROOM = 1056
TEXTS = st.text(st.characters(codec="latin-1", categories=["L", "N", "P", "Zs"]), max_size=400)


def opened(picture: bytes) -> Image.Image:
    """The picture in full colours."""
    return Image.open(BytesIO(picture)).convert("RGB")


def rgb(token: str) -> tuple[int, ...]:
    """A colour token of the light scheme."""
    colour = palettes()[LIGHT][token]
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def width(text: str, size: int) -> int:
    """How wide the text is where it is drawn: the last column that is not background."""
    from macros.sharing.card_image import _width

    return round(_width(text, size))


def test_a_card_has_the_size_that_others_expect_and_its_themes_colour() -> None:
    image = opened(draw_card(Card("Titel", "Tekst", "Case 1 · Fanø", "tema-3", 3)))
    assert image.size == (WIDTH, HEIGHT) == (1200, 630)
    assert image.getpixel((5, 5)) == rgb("tema-3")


def test_a_card_is_small_and_the_same_every_time() -> None:
    card = Card("Lærlinge på Fanø", "Ærø og Åbenrå", "Case 1")
    first = draw_card(card)
    draw_card.cache_clear()
    assert draw_card(card) == first
    assert len(first) < 40_000


def test_a_number_is_drawn_only_where_there_is_one() -> None:
    with_number, without = (opened(draw_card(Card("T", "x", "M", "tema-1", number))) for number in (1, None))
    assert with_number.getpixel((80, 102)) == rgb("paper")
    assert without.getpixel((66, 102)) == rgb("tema-1")


def test_danish_letters_and_marks_are_in_the_font() -> None:
    blank = opened(draw_card(Card("", "", ""))).tobytes()
    assert opened(draw_card(Card("\u4e00", "", ""))).tobytes() == blank, "et tegn, skriften mangler, tegnes som intet"
    for letter in "æøåÆØÅé§–—…»«”’":
        assert opened(draw_card(Card(letter, "", ""))).tobytes() != blank


@given(TEXTS)
def test_no_line_is_wider_than_its_room(text: str) -> None:
    lines = wrapped(text, 40, ROOM)
    assert all(width(line, 40) <= ROOM for line in lines)
    assert re.sub(r"[\s-]", "", "".join(lines)) == re.sub(r"[\s-]", "", text)


@given(TEXTS)
def test_a_title_fits_its_place(text: str) -> None:
    size, lines = fitted(text, SIZES, ROOM, 216)
    assert len(lines) * size * 1.16 <= 216
    assert all(width(line, size) <= ROOM for line in lines)


@given(TEXTS, st.integers(150, 1056))
def test_a_shortened_line_fits_and_says_so(text: str, room: int) -> None:
    short = shortened(text, 34, room)
    assert width(short, 34) <= room
    assert short == text or short.endswith(ELLIPSIS)


def test_lines_are_cut_with_an_ellipsis() -> None:
    assert cut(["a", "b"], 2, 32, ROOM) == ["a", "b"]
    lines = wrapped("Ti små ord på række. " * 20, 32, ROOM)
    first, second = cut(lines, 2, 32, ROOM)
    assert first == lines[0]
    assert second.endswith(ELLIPSIS) and lines[1].startswith(second[:-1])


def test_a_long_word_is_broken_with_a_hyphen() -> None:
    first, second = wrapped("Erhvervsakademiuddannelsessamarbejdsaftalekonference", 60, ROOM)
    assert first.endswith("-") and (first[:-1] + second).startswith("Erhvervsakademi")


def test_the_icon_is_square_without_transparency() -> None:
    image = Image.open(BytesIO(draw_icon(180)))
    assert (image.size, image.mode) == ((180, 180), "RGB")
    assert image.getpixel((0, 0)) == rgb("brand")


def test_the_mark_is_two_shapes_that_mirror_each_other() -> None:
    one, other = mark_shapes()
    assert {(32 - x, y) for x, y in one} == set(other)
    assert {x for x, _ in one} & {x for x, _ in other} == {16.0}


def numbers(shape: str) -> list[tuple[float, float]]:
    """The corners of a polygon of a drawing or a style sheet."""
    found = [float(number) for number in re.findall(r"[\d.]+", shape)]
    return list(zip(found[::2], found[1::2], strict=True))


def test_the_header_draws_the_same_mark_as_the_favicon() -> None:
    """Larger, since the header has no frame around it, but of the same form."""
    favicon = (PROJECT / "docs/assets/favicon.svg").read_text(encoding="utf-8")
    chrome = (PROJECT / "docs/assets/stylesheets/20-chrome.css").read_text(encoding="utf-8")
    drawn = [numbers(shape) for shape in re.findall(r'points="([^"]+)"', favicon)]
    clipped = [numbers(shape) for shape in re.findall(r"site-header__mark::\w+ \{[^}]*polygon\(([^)]+)\)", chrome)]
    assert len(drawn) == 2
    scale = 16 / 13
    grown = [[(16 + (x - 16) * scale, 15 + (y - 16) * scale) for x, y in shape] for shape in drawn]
    for shape, wanted in zip(clipped, grown, strict=True):
        assert [corner for pair in shape for corner in pair] == pytest.approx(
            [corner for pair in wanted for corner in pair], abs=0.01
        )
