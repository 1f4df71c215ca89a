"""The map: all 98 outlines, the right numbers, one marker for each municipality with content."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from macros.ground.outline import clearance, corners
from macros.insight.municipality_map import (
    INSETS,
    OutlineError,
    Outlines,
    municipality_map,
    municipality_shapes,
    read_outlines,
)
from macros.library.content import Content
from macros.pages.pages import Pages

TODAY = date(2026, 11, 22)
FORM = re.compile(r"(M\d+ \d+l-?\d+(?:[ -]\d+| -\d+)*z)+")


@pytest.fixture(scope="module")
def page(content: Content) -> str:
    """The full map's HTML."""
    return Pages(content, TODAY).municipality_map()


def without(outlines: Outlines, *codes: str) -> Outlines:
    """Outlines that lack some municipalities."""
    kept = {code: path for code, path in outlines.kommuner.items() if code not in codes}
    return Outlines(outlines.bredde, outlines.hoejde, kept)


def test_the_outlines_are_those_of_our_98_municipalities(content: Content) -> None:
    codes = [place.kode for place in content.terms("kommuner")]
    assert len(codes) == 98
    assert set(read_outlines().kommuner) == set(codes)


def test_every_outline_is_well_formed_and_inside_the_drawing() -> None:
    outlines = read_outlines()
    for code, path in outlines.kommuner.items():
        assert FORM.fullmatch(path), code
        for ring in re.findall(r"[^z]+z", path):
            points = corners(ring)
            assert len(points) >= 3, code
            assert all(0 <= x <= outlines.bredde and 0 <= y <= outlines.hoejde for x, y in points), code


@pytest.mark.parametrize("name", ["Bornholm", "Læsø", "Samsø", "Ærø", "Fanø"])
def test_an_island_stands_alone_in_one_or_few_pieces(name: str, content: Content) -> None:
    (shape,) = (item for item in municipality_map(content).shapes if item.navn == name)
    assert shape.path.count("z") <= 2
    assert len(corners(shape.path)) >= 5


def test_the_numbers_are_those_of_the_content(content: Content) -> None:
    for shape in municipality_map(content).shapes:
        assert shape.cases == sum(shape.id in case.kommuner for case in content.cases)
        assert shape.aftaler == sum(shape.id in item.kommuner for item in content.agreements)
        assert bool(shape.href) == bool(shape.antal)


def test_the_words_and_the_target_follow_the_content(content: Content) -> None:
    """Of four cases and the three agreements, whatever else the site holds."""
    known = {case.id: case for case in content.cases}
    chosen = ("horsens-alliancen", "hoejtuddannede-horsens", "trepartsaftale-kalundborg",
              "kalundborg-rekrutteringsalliance")  # fmt: skip
    few = replace(content, cases=tuple(known[name] for name in chosen))
    shapes = {shape.id: shape for shape in municipality_map(few).shapes}
    assert shapes["horsens"].label == "Horsens: 2 cases, 1 aftale, 3 i alt"
    assert shapes["horsens"].href == "cases/?kommune=horsens"
    assert shapes["lejre"].label == "Lejre: 1 aftale"
    assert shapes["lejre"].href == "aftaler/partnerskabsaftale-lejre/"
    assert shapes["kalundborg"].label == "Kalundborg: 2 cases"
    assert shapes["fanoe"].label == "Fanø"
    assert [
        municipality_map(few).shades.of(shapes[name].antal) for name in ("fanoe", "lejre", "kalundborg", "horsens")
    ] == [0, 1, 2, 3]


def test_each_municipality_with_content_has_its_marker_in_one_view(content: Content) -> None:
    drawn = municipality_map(content)
    marked = [shape.id for view in (drawn.main, *drawn.insets) for shape in view.markers]
    assert sorted(marked) == sorted(shape.id for shape in drawn.active)
    assert all(view.holds(shape) for view in drawn.insets for shape in view.markers)


def test_a_marker_stands_inside_its_municipality(content: Content) -> None:
    for shape in municipality_map(content).active:
        assert clearance(shape.middle, corners(shape.path)) > 0, shape.navn


def test_the_insets_have_the_same_proportions() -> None:
    first, second = (view.bredde / view.hoejde for view in INSETS)
    assert first == pytest.approx(second, rel=0.01)


def test_the_page_draws_all_and_links_only_what_has_content(page: str, content: Content) -> None:
    active = {shape.id: shape for shape in municipality_map(content).active}
    assert len(re.findall(r"<path [^>]*data-kommune=", page)) == 98
    pressed = re.findall(r'<a href="([^"]+)" tabindex="-1"><path data-kommune="([^"]+)"', page)
    assert {place: target for target, place in pressed} == {key: f"../{shape.href}" for key, shape in active.items()}
    links = re.findall(r'<a class="municipality" href="([^"]+)" aria-label="([^"]+)"', page)
    assert sorted(links) == sorted((f"../{shape.href}", shape.label) for shape in active.values())


def test_the_page_holds_no_style_and_no_script(page: str) -> None:
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=", page)


def test_the_front_page_has_the_small_map_with_one_link(content: Content) -> None:
    page = Pages(content, TODAY).front_page()
    (small,) = re.findall(r'<a class="map-small".*?</a>', page, flags=re.DOTALL)
    assert 'href="kort/"' in small
    assert small.count("<path") == 1
    assert small.count("<circle") == len(municipality_map(content).active)


def test_a_missing_outline_is_named(content: Content) -> None:
    with pytest.raises(OutlineError, match=re.escape("Kortet mangler omrids af Horsens (0615) og Ærø (0492)")):
        municipality_shapes(content, without(read_outlines(), "0615", "0492"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutlineError, match=r"kommuner\.json findes ikke"):
        read_outlines(tmp_path / "kommuner.json")
