"""The short address of a page as a QR code, for slides and posters."""

from __future__ import annotations

import re
from io import BytesIO

import zxingcpp
from PIL import Image

from macros.html.template_frame import filled

_WHITE, _DARK = (255, 255, 255), (23, 38, 43)
# Any of the eight masks reads alike; to weigh them against each other takes six times as long as to draw one.
_MASK = 2
_RUN = re.compile(b"\0+")


def qr_svg(address: str, title: str) -> str:
    """The code as an SVG file without scripts or styles; title says where it leads, for those who cannot see it."""
    size, squares = _squares(address)
    rows = (squares[start : start + size] for start in range(0, size * size, size))
    return filled("qr_code.svg", "", size=str(size), title=title, squares="".join(map(_row, range(size), rows))) + "\n"


def qr_png(address: str, scale: int) -> bytes:
    """The code as a picture; scale is the pixels of a square's side."""
    size, squares = _squares(address)
    image = Image.frombytes("P", (size, size), squares.translate(bytes([1]) + bytes(255)))
    image.putpalette([*_WHITE, *_DARK])
    target = BytesIO()
    image.resize((size * scale, size * scale), Image.Resampling.NEAREST).save(target, "PNG")
    return target.getvalue()


def _squares(address: str) -> tuple[int, bytes]:
    """How many squares a side has with the white edge that readers need, and every square by row, where dark is 0."""
    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=_MASK)
    picture = memoryview(code.to_image(scale=1))  # type: ignore[arg-type]
    return len(picture), picture.tobytes()


def _row(number: int, squares: bytes) -> str:
    """The dark squares of a row as lines of a path, one for each run."""
    end = 0
    lines: list[str] = []
    for run in _RUN.finditer(squares):
        start, stop = run.span()
        lines.append(f"m{start - end} 0h{stop - start}" if lines else f"M{start} {number}.5h{stop - start}")
        end = stop
    return "".join(lines)
