"""Light and dark: as the device says until one chooses, without a blink, and without storage too."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Guard

LIGHT, DARK = "rgb(255, 255, 255)", "rgb(18, 25, 28)"
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('x', 'SecurityError'); }})"


def background(page: Page) -> str:
    """The colour behind the page."""
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour


def test_a_choice_stays_and_can_be_taken_back(page: Page, site: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(site)
    page.get_by_role("button", name="Skift til mørke farver").click()
    assert background(page) == DARK
    page.goto(site + "om/")
    assert background(page) == DARK
    page.get_by_role("button", name="Skift til lyse farver").click()
    assert background(page) == LIGHT


def test_the_device_decides_until_one_chooses(page: Page, site: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(site)
    assert background(page) == DARK
    page.emulate_media(color_scheme="light")
    expect(page.get_by_role("button", name="Skift til mørke farver")).to_be_visible()
    assert background(page) == LIGHT


def test_the_choice_stands_before_anything_is_painted(page: Page, site: str, guard: Guard) -> None:
    guard.expected.append(r"main\.mjs")
    page.emulate_media(color_scheme="light")
    page.goto(site)
    page.get_by_role("button", name="Skift til mørke farver").click()
    page.route("**/*.mjs", lambda route: route.abort())
    page.goto(site + "om/", wait_until="commit")
    page.wait_for_selector("body", state="attached")
    assert page.evaluate("document.documentElement.dataset.farver") == "moerk"
    page.unroute_all()


def test_a_browser_that_keeps_nothing_still_shows_the_colours(page: Page, site: str) -> None:
    page.emulate_media(color_scheme="light")
    page.add_init_script(BLOCKED)
    page.goto(site)
    page.get_by_role("button", name="Skift til mørke farver").click()
    assert background(page) == DARK


def test_ink_is_dark_on_paper(page: Page, site: str) -> None:
    page.emulate_media(color_scheme="dark", media="print")
    page.goto(site)
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(23, 38, 43)"
