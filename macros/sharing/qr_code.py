"""The short address of a page as a QR code, for slides and posters."""

from __future__ import annotations

import io

import segno

QUIET_ZONE = 4
# Any of the eight masks reads alike; to weigh them against each other takes four times as long as to draw one.
MASK = 2


def qr_svg(address: str, title: str) -> str:
    """The code as an SVG file without scripts or styles; title says where it leads, for those who cannot see it."""
    target = io.BytesIO()
    segno.make(address, error="m", micro=False, mask=MASK).save(
        target, kind="svg", xmldecl=False, nl=False, border=QUIET_ZONE, title=title,
        svgclass=None, lineclass=None, omitsize=True, dark="#17262b", light="#ffffff",
    )  # fmt: skip
    return target.getvalue().decode() + "\n"
