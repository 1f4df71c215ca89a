"""The pictures of the guides: each is there, small, described, shown by a guide, and taken by the script."""

from __future__ import annotations

import re

import pytest
from PIL import Image

from macros.editing.guide_pictures import GUIDE_PICTURES, WIDTH
from scripts.measuring.picture_takers import PICTURES
from tests.examples import ROOT

FOLDER = ROOT / "docs" / "assets" / "billeder"
GUIDES = sorted((ROOT / "docs" / "bidrag").rglob("*.md"))
MOST_BYTES = 60_000


def test_every_picture_is_taken_by_the_script_and_shown_by_a_guide() -> None:
    shown = {
        name
        for guide in GUIDES
        for name in re.findall(r'guide_picture\("([a-z]+)"\)', guide.read_text(encoding="utf-8"))
    }
    assert {picture.name for picture in PICTURES} == GUIDE_PICTURES.keys() == shown
    assert {file.name for file in FOLDER.iterdir()} == {f"{name}.webp" for name in shown}


@pytest.mark.parametrize("name", GUIDE_PICTURES)
def test_every_picture_is_small_described_and_of_its_size(name: str) -> None:
    picture, file = GUIDE_PICTURES[name], FOLDER / f"{name}.webp"
    assert len(picture.text) > 30 and picture.text.endswith(".")
    assert file.stat().st_size < MOST_BYTES
    with Image.open(file) as image:
        assert image.size == (WIDTH, picture.height)
