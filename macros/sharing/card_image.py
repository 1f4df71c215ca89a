"""Draws a social card and the mark as PNG bytes: the same card gives the same bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from macros.ground.contrast import DARK, LIGHT, palettes

WIDTH, HEIGHT = 1200, 630
_ASSETS = Path(__file__).resolve().parents[2] / "docs" / "assets"
_MARGIN = 72
_ROOM = WIDTH - 2 * _MARGIN
_TITLE_TOP, _TITLE_ROOM = 160, 216
_TITLE_SIZES = range(84, 43, -8)
_TEXT_SIZE, _TEXT_LINES, _TEXT_END = 32, 3, 472
_LEADING = 1.16
_UNIT = 1000
_RUNS = 3  # zlib's name for the way: Z_RLE
_FINER = 4
# A card is a small grey drawing whose 16 shades become colours: 12 from back to front, 4 for the mark's second shape.
# A full-colour picture takes ten times as long to write.
_SHADES, _MARK_SHADES = 12, 4
_FRONT, _SOFT, _FAINT = 255, 226, 20
ELLIPSIS = "…"
_Ink = int | str


@dataclass(frozen=True)
class Card:
    """What a card says; farve is a colour token, nummer stands in the ring where there is one."""

    titel: str
    tekst: str
    maerke: str
    farve: str = "brand-strong"
    nummer: int | None = None


@lru_cache(maxsize=512)
def draw_card(card: Card) -> bytes:
    """The card as PNG."""
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    pen = ImageDraw.Draw(image)
    _paste_mark(image, 430, (WIDTH - 400, HEIGHT - 372), (_FAINT, _FAINT))
    left = _MARGIN
    if card.nummer:
        image.paste(_FRONT, (_MARGIN, _MARGIN), _ring_mask())
        pen.text((_MARGIN + 30, _MARGIN + 30), str(card.nummer), 0, _font(32), "mm")
        left += 80
    pen.text((left, _MARGIN + 30), shortened(card.maerke, 34, WIDTH - _MARGIN - left), _SOFT, _font(34), "lm")
    size, lines = fitted(card.titel, _TITLE_SIZES, _ROOM, _TITLE_ROOM)
    y = float(_TITLE_TOP)
    for line in lines:
        pen.text((_MARGIN, y), line, _FRONT, _font(size), "la")
        y += size * _LEADING
    most = min(_TEXT_LINES, int((_TEXT_END - y) / (_TEXT_SIZE * 1.3)))
    for line in cut(wrapped(card.tekst, _TEXT_SIZE, _ROOM), most, _TEXT_SIZE, _ROOM):
        pen.text((_MARGIN, y + 18), line, _SOFT, _font(_TEXT_SIZE), "la")
        y += _TEXT_SIZE * 1.3
    pen.text((_MARGIN + 72, HEIGHT - _MARGIN - 12), "Alliancebanken", _FRONT, _font(38), "lm")
    return _png(_coloured(image, card.farve))


def _coloured(image: Image.Image, colour: str) -> Image.Image:
    """The grey drawing in a theme's colours, with the mark in its own two."""
    tokens = palettes()[LIGHT]
    back, front, second = tokens[colour], tokens["paper"], palettes()[DARK]["accent"]
    place = (_MARGIN - 8, HEIGHT - _MARGIN - 46)
    _paste_mark(image, 68, place, (_FRONT, 0))
    small = image.point([round(value * (_SHADES - 1) / 255) for value in range(256)])
    mask = _mark_masks(68)[1].point([round(value * _MARK_SHADES / 255) for value in range(256)])
    shades = mask.point([_SHADES - 1 + max(1, value) for value in range(256)])
    small.paste(shades, place, mask.point([255 if value else 0 for value in range(256)]))
    ramp = [_mixed(back, front, step / (_SHADES - 1)) for step in range(_SHADES)]
    ramp += [_mixed(back, second, (step + 1) / _MARK_SHADES) for step in range(_MARK_SHADES)]
    small.putpalette([part for pick in ramp for part in pick])
    return small


@lru_cache(maxsize=8)
def draw_icon(size: int) -> bytes:
    """The favicon as a square PNG without rounded corners, because telephones round them themselves."""
    tokens = palettes()
    image = Image.new("RGB", (size, size), tokens[LIGHT]["brand"])
    _paste_mark(image, size, (0, 0), (tokens[LIGHT]["paper"], tokens[DARK]["accent"]))
    return _png(image)


@lru_cache(maxsize=1)
def mark_shapes() -> tuple[tuple[tuple[float, float], ...], ...]:
    """The two shapes of the mark, read from the favicon, which is their one home; the square is 32 wide."""
    found = re.findall(r'points="([^"]+)"', (_ASSETS / "favicon.svg").read_text(encoding="utf-8"))
    return tuple(tuple((float(x), float(y)) for x, y in (pair.split(",") for pair in text.split())) for text in found)


def wrapped(text: str, size: int, room: float) -> list[str]:
    """The text in lines that are no wider than room; a word that is too long is broken."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and _width(joined, size) <= room:
            lines[-1] = joined
            continue
        while _width(word, size) > room:
            kept = _longest(word, size, room, "-")
            lines.append(kept + "-")
            word = word[len(kept) :]
        lines.append(word)
    return lines


def fitted(text: str, sizes: range, room: float, height: float) -> tuple[int, list[str]]:
    """The largest size at which the text fits unbroken, with its lines; at the smallest it is cut."""
    widest = max(text.split(), key=len, default="")
    for size in sizes:
        lines = wrapped(text, size, room)
        if len(lines) * size * _LEADING <= height and _width(widest, size) <= room:
            return size, lines
    size = sizes[-1]
    return size, cut(wrapped(text, size, room), int(height / (size * _LEADING)), size, room)


def cut(lines: list[str], most: int, size: int, room: float) -> list[str]:
    """The first lines, the last of them with an ellipsis where more was to come."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], shortened(f"{lines[most - 1]} {lines[most]}", size, room, cut_always=True)]


def shortened(text: str, size: int, room: float, cut_always: bool = False) -> str:
    """The text on one line, with an ellipsis where it is too wide."""
    if _width(text, size) <= room and not cut_always:
        return text
    kept = _longest(text, size, room, ELLIPSIS)
    whole = kept.rpartition(" ")[0] if kept != text else kept
    return (whole or kept).rstrip(" ,.;:–-") + ELLIPSIS


def _longest(text: str, size: int, room: float, ending: str) -> str:
    end = len(text)
    while end > 1 and _width(text[:end] + ending, size) > room:
        end -= 1
    return text[:end]


@lru_cache(maxsize=32)
def _font(size: int) -> ImageFont.FreeTypeFont:
    # Basic layout, because the other kind depends on a library of the machine.
    return ImageFont.truetype(str(_ASSETS / "vendor" / "inter.ttf"), size, layout_engine=ImageFont.Layout.BASIC)


def _width(text: str, size: int) -> float:
    return sum(map(_advance, text)) * size / _UNIT


@lru_cache(maxsize=256)
def _advance(letter: str) -> float:
    return _font(_UNIT).getlength(letter)


@lru_cache(maxsize=8)
def _mark_masks(size: int) -> tuple[Image.Image, ...]:
    masks = []
    for shape in mark_shapes():
        mask = Image.new("L", (size * _FINER, size * _FINER), 0)
        ImageDraw.Draw(mask).polygon([(x * size * _FINER / 32, y * size * _FINER / 32) for x, y in shape], fill=255)
        masks.append(mask.resize((size, size), Image.Resampling.BOX))
    return tuple(masks)


def _paste_mark(image: Image.Image, size: int, place: tuple[int, int], colours: tuple[_Ink, _Ink]) -> None:
    for mask, colour in zip(_mark_masks(size), colours, strict=True):
        image.paste(colour, place, mask)


@lru_cache(maxsize=1)
def _ring_mask() -> Image.Image:
    mask = Image.new("L", (60 * _FINER, 60 * _FINER), 0)
    ImageDraw.Draw(mask).ellipse((0, 0, 60 * _FINER - 1, 60 * _FINER - 1), fill=255)
    return mask.resize((60, 60), Image.Resampling.BOX)


def _mixed(back: str, front: str, share: float) -> tuple[int, ...]:
    pairs = [(int(back[at : at + 2], 16), int(front[at : at + 2], 16)) for at in (1, 3, 5)]
    return tuple(round(low + (high - low) * share) for low, high in pairs)


def _png(image: Image.Image) -> bytes:
    target = BytesIO()
    # Runs of one shade are nearly all there is, and looking only for runs takes half the time.
    image.save(target, "PNG", compress_type=_RUNS)
    return target.getvalue()
