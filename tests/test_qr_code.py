"""QR codes: an SVG that holds nothing to run, the same every time, and different for each address."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from macros.sharing.qr_code import qr_svg


def test_it_is_a_plain_picture_with_a_title() -> None:
    text = qr_svg("https://alliancebanken.example/c/12/", "QR-kode til <siden>")
    root = ET.fromstring(text)
    assert {element.tag.rsplit("}", 1)[1] for element in root.iter()} == {"svg", "title", "path"}
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "QR-kode til <siden>"
    assert "style" not in text and "script" not in text


def test_the_same_address_gives_the_same_bytes_and_another_does_not() -> None:
    assert qr_svg("https://a.example/c/1/", "x") == qr_svg("https://a.example/c/1/", "x")
    assert qr_svg("https://a.example/c/1/", "x") != qr_svg("https://a.example/c/2/", "x")
