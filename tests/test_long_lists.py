"""A page shows so much of a list and says how much it leaves out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.html.long_lists import MOST, share, shown
from macros.html.rendering import environment
from macros.library.content import Content

TEMPLATES = Path(__file__).resolve().parent.parent / "macros" / "templates"
REST = '{% import "_parts.html" as parts with context %}{{ parts.rest(items, "cases/efter/tema/a/") }}'


def test_the_first_are_shown() -> None:
    assert shown(range(100)) == range(MOST)
    assert shown((1, 2, 3), 2) == (1, 2)
    assert shown([]) == []


@pytest.mark.parametrize(
    ("sizes", "room", "most"),
    [
        ([], 10, 0),
        ([3, 4, 2], 9, 4),  # all of them fit
        ([3, 4, 2], 8, 3),
        ([100, 1, 100, 1], 22, 10),  # short ones leave their room to the long ones
        ([50, 50, 50], 2, 1),  # none is left without
    ],
)
def test_several_lists_share_the_room(sizes: list[int], room: int, most: int) -> None:
    assert share(sizes, room) == most


def test_the_rest_is_told_and_can_be_found(content: Content) -> None:
    template = environment().from_string(REST)
    assert template.render(here="temaer/a/", content=content, items=range(MOST)).strip() == ""
    told = template.render(here="temaer/a/", content=content, items=range(2512))
    assert f"Her står de første {MOST} af 2.512 cases." in told
    assert 'href="../../cases/efter/tema/a/"' in told


def test_every_list_that_is_cut_has_a_way_to_the_rest() -> None:
    """By a page or a file, so that it needs no script; a card on another site leads to its whole list anyway."""
    for template in (file for file in TEMPLATES.iterdir() if not file.name.startswith("embed_")):
        text = template.read_text(encoding="utf-8")
        assert len(re.findall(r"\| shown\b", text)) <= len(re.findall(r"parts\.rest\(", text)), template.name
        assert not re.search(r"parts\.rest\([^)]*\?", text), template.name
