"""Every component in every state, to the eye and to assistive technology, and what comes out on paper."""

from __future__ import annotations

import gzip
import re
from typing import Any

import pytest
from playwright.sync_api import Page, Response, expect

from macros.library.content import Content

PAGE_OBJECT = re.compile(rb"/Type\s*/Page\b(?!s)")
WEIGHT_LIMIT, REQUEST_LIMIT = 100_000, 12
SHIFTS = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });
window.largest = "";
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.largest = entry.element?.tagName ?? "";
}).observe({ type: "largest-contentful-paint", buffered: true });
"""
FIRST_VIEWS = ("", "cases/horsens-alliancen/", "cases/")
# A card in the finder is largest there.
LARGEST = ("H1", "P", "A", "SPAN")


def test_the_focus_that_is_shown_is_the_real_one(page: Page, site: str) -> None:
    page.goto(f"{site}om/design/")
    shown = page.locator(".specimen--focus button")
    real = page.locator(".specimen:not(.specimen--focus) .button").first
    page.keyboard.press("Tab")
    real.focus()
    outline = "item => { const s = getComputedStyle(item); return [s.outlineWidth, s.outlineColor, s.outlineOffset]; }"
    assert shown.evaluate(outline) == real.evaluate(outline)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_printed_case_is_at_most_two_pages(page: Page, site: str, content: Content, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme, media="print")
    cases = content.cases if scheme == "light" else content.cases[:2]
    long = {}
    for case in cases:
        page.goto(site + case.url)
        pages = len(PAGE_OBJECT.findall(page.pdf(prefer_css_page_size=True)))
        if not 1 <= pages <= 2:
            long[case.id] = pages
    assert long == {}


def test_paper_says_where_the_case_is_found(page: Page, site: str, content: Content) -> None:
    case = content.cases[0]
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(site + case.url)
    expect(page.locator(".print-address")).to_be_visible()
    expect(page.locator(".print-address")).to_contain_text(case.url)
    expect(page.locator("#kilde")).to_be_visible()
    expect(page.locator(".md-header")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_the_booklet_prints_each_case_on_a_page_of_its_own(page: Page, site: str, content: Content) -> None:
    page.goto(f"{site}om/haefte/")
    pages = len(PAGE_OBJECT.findall(page.pdf(prefer_css_page_size=True)))
    assert len(content.cases) + 6 <= pages <= 2 * len(content.cases) + 8
    page.emulate_media(media="print")
    assert page.locator(".booklet__case").evaluate_all(
        "all => all.every((x) => getComputedStyle(x).breakBefore === 'page')"
    )


def test_the_print_button_prints(page: Page, site: str) -> None:
    page.add_init_script("window.print = () => { window.printed = true; };")
    page.goto(f"{site}om/haefte/")
    page.get_by_role("button", name="Skriv hæftet ud").click()
    assert page.evaluate("window.printed") is True


@pytest.mark.parametrize("address", FIRST_VIEWS)
def test_a_first_view_is_light_and_still(page: Page, site: str, address: str) -> None:
    sizes: dict[str, int] = {}

    def weigh(response: Response) -> None:
        sizes[response.url] = len(gzip.compress(response.body()))

    page.on("response", weigh)
    page.add_init_script(SHIFTS)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site + address)
    page.wait_for_load_state("networkidle")
    assert sum(sizes.values()) < WEIGHT_LIMIT, sorted(sizes.items(), key=lambda item: -item[1])[:6]
    assert len(sizes) <= REQUEST_LIMIT, sorted(sizes)
    assert page.evaluate("window.moved") < 0.01
    assert page.evaluate("window.largest") in LARGEST
