"""Each kind of page: fits every width, works by keyboard and without a script, and holds for assistive technology."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Guard, components_ready

KINDS = {
    "forside": "",
    "søgning": "cases/",
    "søgning-med-filtre": "cases/?q=l%C3%A6rlinge&tema=specifikke-kompetencer",
    "søgning-uden-svar": "cases/?q=kvantefysik",
    "case": "cases/byg-til-vaekst-fyn/",
    "case-uden-læring": "cases/igu-forloeb-odense/",
    "temaer": "temaer/",
    "tema": "temaer/specifikke-kompetencer/",
    "læring": "laering/",
    "resultater": "resultater/",
    "kort": "kort/",
    "aftaler": "aftaler/",
    "aftale": "aftaler/lokal-alliance-horsens-hedensted-odder/",
    "sammenlign": "aftaler/sammenlign/",
    "klausuler": "aftaler/klausuler/",
    "klausul": "aftaler/klausuler/opsigelse/",
    "bygger": "aftaler/byg/",
    "kladder": "aftaler/kladder/",
    "data": "data/",
    "bidrag": "bidrag/",
    "felter": "bidrag/felter/",
    "om": "om/",
    "kataloget": "om/kataloget/",
    "kilder": "om/kilder/",
    "tilgængelighed": "tilgaengelighed/",
    "was": "was/",
    "findes-ikke": "findes/ikke/",
}
WIDTHS = (320, 360, 768, 1280)
# What sticks out to the right of the page, if anything does; what scrolls by itself may be wide.
TOO_WIDE = """() => {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  return [...document.querySelectorAll("body *")]
    .filter((item) => item.getBoundingClientRect().right > page.clientWidth + 1)
    .map((item) => `${item.tagName.toLowerCase()}.${item.className.baseVal ?? item.className}`)
    .slice(0, 5).concat(`${page.scrollWidth} > ${page.clientWidth}`);
}"""
ContextMaker = Callable[..., BrowserContext]


# Pages that go on fetching when their scripts have begun.
FETCHING = ("?", "byg/")


def opened(page: Page, site: str, address: str, guard: Guard) -> Page:
    """The page at an address, with its scripts done."""
    if address == KINDS["findes-ikke"]:
        guard.expected.append("404")
    page.goto(site + address)
    components_ready(page)
    if any(mark in address for mark in FETCHING):
        page.wait_for_load_state("networkidle")
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_every_width(kind: str, page: Page, site: str, guard: Guard) -> None:
    opened(page, site, KINDS[kind], guard)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(TOO_WIDE) == [], f"{kind} ved {width} px"


def test_the_skip_link_comes_first_and_works(page: Page, site: str) -> None:
    page.goto(site + KINDS["case"])
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Gå til indholdet")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#indhold")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main, .md-content').contains(document.activeElement)")


def test_focus_can_be_seen(page: Page, site: str) -> None:
    page.goto(site + KINDS["om"])
    for _ in range(8):
        page.keyboard.press("Tab")
        seen = page.evaluate("""() => {
          const style = getComputedStyle(document.activeElement);
          return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none";
        }""")
        assert seen, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


@pytest.fixture
def plain_page(new_context: ContextMaker) -> Page:
    """A browser without scripts."""
    return new_context(java_script_enabled=False).new_page()


def test_without_a_script_the_finder_shows_every_case(plain_page: Page, site: str) -> None:
    plain_page.goto(site + "cases/")
    assert plain_page.locator("[data-case]:visible").count() == 22
    expect(plain_page.locator("[data-count]")).to_have_text("22")
    assert "Søgning og filtre kræver JavaScript" in plain_page.locator(".finder__script-note").inner_text()


def test_without_a_script_every_text_can_be_read(plain_page: Page, site: str) -> None:
    plain_page.goto(site + KINDS["case"])
    for heading in ("Formål", "Organisering", "Resultater", "Læring", "Kilde"):
        expect(plain_page.get_by_role("heading", name=heading, exact=False).first).to_be_visible()
    plain_page.goto(site + KINDS["bygger"])
    expect(plain_page.get_by_role("heading", name="Opsigelse", exact=True).first).to_be_visible()
    expect(plain_page.locator(".variant").first).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_a_short_address_leads_to_the_case(script: bool, new_context: ContextMaker, site: str) -> None:
    page = new_context(java_script_enabled=script).new_page()
    page.goto(site + "c/21/#laering")
    page.wait_for_url(re.compile(r"/cases/horsens-alliancen/"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Horsens Alliancen")
    assert page.url.endswith("#laering") or not script


def test_a_lost_visitor_gets_a_danish_page_that_works(page: Page, site: str, guard: Guard) -> None:
    opened(page, site, KINDS["findes-ikke"], guard)
    expect(page.get_by_role("heading", level=1)).to_have_text("Siden findes ikke")
    page.get_by_label("Søg efter det, du ledte efter").fill("lærlinge")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/cases/\?q=l"))
    expect(page.locator("[data-case]:visible").first).to_be_visible()


def test_the_menu_opens_on_a_phone(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site + "laering/")
    page.locator(".site-header__menu").click()
    link = page.locator(".md-nav--primary").get_by_role("link", name="Resultater")
    expect(link).to_be_in_viewport()
    link.click()
    page.wait_for_url(re.compile(r"/resultater/$"))


def test_no_cookie_is_set_and_nothing_is_stored_unasked(browser: Browser, new_context: ContextMaker, site: str) -> None:
    assert browser.is_connected()
    context = new_context()
    page = context.new_page()
    for address in ("", "cases/?q=horsens", KINDS["case"], KINDS["bygger"]):
        page.goto(site + address)
        page.wait_for_load_state("networkidle")
    assert context.cookies() == []
    assert page.evaluate("Object.keys(localStorage)") == []
