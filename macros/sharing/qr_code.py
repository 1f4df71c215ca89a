"""The short address of a page as a QR code, for slides and posters."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from itertools import groupby
from math import ceil

import zxingcpp
from PIL import Image

from macros.html.template_frame import filled

_WHITE, _DARK = (255, 255, 255), (23, 38, 43)
# Any of the eight masks reads alike; to weigh them against each other takes six times as long as to draw one.
_MASK = 2
# Dark is 0 as the code is drawn, and 255 in all that is made of it.
_DARK_FIRST = bytes([255]) + bytes(255)


def qr_svg(address: str, title: str) -> str:
    """The code as an SVG file without scripts or styles; title says where it leads, for those who cannot see it."""
    size, squares = _squares(address)
    packed = Image.frombytes("L", (size, size), squares.translate(_DARK_FIRST)).convert("1").tobytes()
    wide, lines = ceil(size / 8), _lines()
    rows = [packed[start : start + wide] for start in range(0, len(packed), wide)]
    path = "".join([f"M0 {y}.5{''.join([lines[eight] for eight in row])}" for y, row in enumerate(rows) if any(row)])
    return filled("qr_code.svg", "", size=str(size), title=title, squares=path) + "\n"


def qr_png(address: str, scale: int) -> bytes:
    """The code as a picture; scale is the pixels of a square's side."""
    size, squares = _squares(address)
    image = Image.frombytes("P", (size, size), squares.translate(_DARK_FIRST))
    image.putpalette([*_WHITE, *_WHITE * 254, *_DARK])
    target = BytesIO()
    image.resize((size * scale, size * scale), Image.Resampling.NEAREST).save(target, "PNG")
    return target.getvalue()


def _squares(address: str) -> tuple[int, bytes]:
    """How many squares a side has with the white edge that readers need, and every square by row, where dark is 0."""
    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=_MASK)
    picture = memoryview(code.to_image(scale=1))  # type: ignore[arg-type]
    return len(picture), picture.tobytes()


@lru_cache(maxsize=1)
def _lines() -> tuple[str, ...]:
    """For every eight squares in a row, as the bits of a byte with dark as 1, the lines and moves over them."""
    return tuple(_over(f"{eight:08b}") for eight in range(256))


def _over(bits: str) -> str:
    runs = ((bit, len(list(run))) for bit, run in groupby(bits))
    return "".join([f"h{length}" if bit == "1" else f"m{length} 0" for bit, length in runs])
