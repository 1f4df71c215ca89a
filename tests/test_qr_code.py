"""QR codes: an SVG that holds nothing to run, the same every time, and different for each address."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree as ET

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from macros.library.content import Content
from macros.sharing.qr_code import qr_png, qr_svg

QUIET_ZONE, SCALE = 4, 6
LONG = "https://alliancebanken.example/cases/" + "et-meget-langt-navn-" * 5 + "x/"


def drawn(svg: str) -> Image.Image:
    """The picture as a browser paints it: each line of the path is as wide as a square."""
    root = ET.fromstring(svg)
    side = int(root.attrib["viewBox"].split()[2])
    image = Image.new("L", (side * SCALE, side * SCALE), 255)
    pen = ImageDraw.Draw(image)
    path = root.findall("{*}path")[1].attrib["d"]
    steps = re.findall(r"M0 (\d+)\.5|m(\d+) 0|h(\d+)", path)
    assert len(steps) == len(re.findall("[a-zA-Z]", path))
    at = row = 0
    for begun, moved, length in steps:
        if begun:
            at, row = 0, int(begun)
        if length:
            pen.rectangle((at * SCALE, row * SCALE, (at + int(length)) * SCALE - 1, (row + 1) * SCALE - 1), 0)
        at += int(moved or length or 0)
    return image


def test_a_reader_finds_the_address_in_it(content: Content) -> None:
    """The reader shares a package, but no code, with the program that draws; it is what many telephones have."""
    addresses = [f"https://alliancebanken.example/{case.short_url or case.url}" for case in content.cases]
    for address in (*addresses, LONG, "https://a.example/"):
        found = zxingcpp.read_barcode(drawn(qr_svg(address, "Kode")))
        assert found and found.text == address and found.ec_level == "M"
        picture = Image.open(io.BytesIO(qr_png(address, 5))).convert("L")
        found = zxingcpp.read_barcode(picture)
        assert found and found.text == address
    image = drawn(qr_svg("https://a.example/", "Kode"))
    image.paste(255, (0, 0, image.width // 2, image.height))
    assert not zxingcpp.read_barcode(image), "half a code must not be read"


@pytest.mark.parametrize("address", ["https://a.example/", LONG])
def test_there_is_white_around_it(address: str) -> None:
    image = drawn(qr_svg(address, "Kode"))
    dark = image.point([255, *[0] * 255]).getbbox()
    edge = QUIET_ZONE * SCALE
    assert dark == (edge, edge, image.width - edge, image.height - edge)


def test_it_is_a_plain_picture_with_a_title() -> None:
    text = qr_svg("https://alliancebanken.example/c/12/", "QR-kode til <siden>")
    root = ET.fromstring(text)
    assert {element.tag.rsplit("}", 1)[1] for element in root.iter()} == {"svg", "title", "path"}
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "QR-kode til <siden>"
    assert "style" not in text and "script" not in text


def test_the_same_address_gives_the_same_bytes_and_another_does_not() -> None:
    assert qr_svg("https://a.example/c/1/", "x") == qr_svg("https://a.example/c/1/", "x")
    assert qr_svg("https://a.example/c/1/", "x") != qr_svg("https://a.example/c/2/", "x")
