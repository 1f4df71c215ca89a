"""The map as a reader meets it: by keyboard, with a pointer, on a phone."""

from __future__ import annotations

import math
import re

import pytest
from playwright.sync_api import Page, expect

CENTRES = """() => [...document.querySelectorAll(".municipality .municipality__marker")].map((marker) => {
  const box = marker.firstElementChild.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2, box.width];
})"""
FOCUSED = "() => document.activeElement.getAttribute('aria-label') ?? ''"


def test_the_keyboard_leads_from_the_map_to_the_finder(page: Page, site: str) -> None:
    page.goto(f"{site}kort/")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED).startswith("Horsens:"):
            break
    expect(page.get_by_role("link", name="Horsens: 2 cases, 1 aftale")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}cases/?kommune=horsens")
    expect(page.locator("[data-count]")).to_have_text("2")


def test_only_the_markers_are_stops_for_the_keyboard(page: Page, site: str) -> None:
    page.goto(f"{site}kort/")
    stops = page.locator(".municipality-map a:not([tabindex='-1'])")
    assert stops.count() == page.locator(".municipality").count()
    expect(page.locator(".municipality-map").get_by_role("link")).to_have_count(stops.count())


def test_the_pointer_can_press_the_land_itself(page: Page, site: str) -> None:
    page.goto(f"{site}kort/")
    page.locator("[data-kommune=lejre]").first.click(position={"x": 8, "y": 20})
    expect(page).to_have_url(f"{site}aftaler/partnerskabsaftale-lejre/")


def test_a_marker_in_an_inset_leads_on(page: Page, site: str) -> None:
    page.goto(f"{site}kort/")
    page.locator("[data-udsnit=fyn]").get_by_role("link", name=re.compile("^Odense:")).click()
    expect(page).to_have_url(f"{site}cases/?kommune=odense")


@pytest.mark.parametrize("width", [360, 600, 768, 960, 1280])
def test_markers_are_large_enough_and_apart(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}kort/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    centres = page.evaluate(CENTRES)
    assert min(size for _, _, size in centres) >= 24
    gaps = [math.dist(one[:2], other[:2]) for index, one in enumerate(centres) for other in centres[:index]]
    assert min(gaps) >= 24


def test_the_front_page_shows_the_map_only_where_there_is_room(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site)
    page.get_by_role("link", name="Se kortet").click()
    expect(page).to_have_url(f"{site}kort/")
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(site)
    expect(page.locator(".map-small")).to_be_hidden()
