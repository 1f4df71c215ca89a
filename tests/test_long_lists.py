"""A page shows so much of a list and says how much it leaves out."""

from __future__ import annotations

from macros.html.long_lists import MOST, shown
from macros.html.rendering import environment
from macros.library.content import Content

REST = '{% import "_parts.html" as parts with context %}{{ parts.rest(items, "?tema=a") }}'


def test_the_first_are_shown() -> None:
    assert shown(range(100)) == range(MOST)
    assert shown((1, 2, 3), 2) == (1, 2)
    assert shown([]) == []


def test_the_rest_is_told_and_can_be_found(content: Content) -> None:
    template = environment().from_string(REST)
    assert template.render(here="temaer/a/", content=content, items=range(MOST)).strip() == ""
    told = template.render(here="temaer/a/", content=content, items=range(2512))
    assert f"Her står de første {MOST} af 2.512." in told
    assert 'href="../../cases/?tema=a"' in told
