"""Journeys by keyboard alone: after every key the focus can be seen, and nothing covers it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from macros.pages.accessibility import accessibility_tests
from tests.browser import builder_page as builder
from tests.browser import list_steps as lists
from tests.browser.conftest import Guard
from tests.browser.keyboard import Keyboard


def find_a_case(keys: Keyboard) -> None:
    """From the front page's search by a filter to a case and its lessons."""
    page = keys.open("")
    keys.press("Tab")
    expect(page.locator(":focus")).to_have_text("Gå til indholdet")
    keys.press("Enter")
    keys.tab_to("main input[name=q]")
    keys.type("lærlinge")
    keys.press("Enter", away=True)
    page.wait_for_url(re.compile("/cases/"))
    expect(page.locator(".finder__chips button").first).to_be_visible()
    keys.tab_to("[data-facet] summary")
    keys.press("Enter")
    keys.tab_to("[data-facet] input")
    keys.press("Space")
    expect(page.locator(".finder__chips button")).to_have_count(3)
    keys.tab_to(".finder__chip--drop")
    keys.press("Enter")
    keys.follow("[data-case] a", "/cases/[a-z]")
    keys.tab_to(".md-content .headerlink")


def search_the_whole_site(keys: Keyboard) -> None:
    """The header's search opens by a key, its suggestions by arrows."""
    page = keys.open("om/")
    keys.press("/")
    keys.type("opsigelse")
    expect(page.locator("#site-search-results [data-url]").first).to_be_visible()
    keys.press("ArrowDown")
    keys.press("Escape")
    keys.type(" ")
    expect(page.locator("#site-search-results [data-url]").first).to_be_visible()
    keys.press("ArrowDown")
    keys.press("Enter", away=True)
    page.wait_for_url(re.compile("/aftaler/|/laering/"))


def walk_the_menu_on_a_phone(keys: Keyboard) -> None:
    """The menu opens, a section in it opens and closes, focus that leaves closes it."""
    keys.page.set_viewport_size({"width": 360, "height": 740})
    page = keys.open("laering/")
    keys.tab_to(".site-header__menu button")
    keys.press("Enter")
    menu = page.locator(".md-sidebar--primary")
    keys.tab_to(".md-nav__link button[aria-expanded=false]")
    keys.press("Enter")
    expect(menu.locator(":focus")).to_be_visible()
    keys.press("Escape")
    expect(page.get_by_role("button", name="Menu")).to_be_focused()
    keys.press("Space")
    expect(menu.locator(":focus")).to_be_visible()
    for _ in range(40):
        keys.press("Tab")
        if not menu.locator(":focus").count():
            break
    expect(page.get_by_role("button", name="Menu")).to_have_attribute("aria-expanded", "false")


def go_from_the_map_to_cases(keys: Keyboard) -> None:
    """A municipality's marker leads to its cases."""
    page = keys.open("kort/")
    keys.follow('.municipality[aria-label^="Horsens:"]', r"kommune=horsens")
    expect(page.locator("[data-count]")).to_have_text("2")


def compare_cases(keys: Keyboard) -> None:
    """Two cases ticked, compared, one moved and one taken away."""
    page = keys.open("cases/sammenlign/")
    keys.tab_to(".comparison-all input")
    keys.press("Space")
    keys.tab_to(".comparison-all input")
    keys.press("Space")
    keys.open("cases/sammenlign/?c=horsens-alliancen,kalundborg-rekrutteringsalliance")
    expect(page.locator("thead th[data-case]")).to_have_count(2)
    keys.tab_to("[name=kun]")
    keys.press("Space")
    keys.tab_to('.comparison-table__tool[aria-label^="Fjern"]')
    keys.press("Enter")
    expect(page.locator("thead th[data-case]")).to_have_count(1)


def answer_four_questions(keys: Keyboard) -> None:
    """Arrows and space answer; the cases that fit come to the top, and one is opened."""
    page = keys.open("hvad-ligner-jer/")
    expect(page.locator(".situation__case")).to_have_count(5)
    keys.tab_to(".situation__answer input")
    keys.press("ArrowUp")
    for _ in range(3):
        keys.press("Tab")
    keys.press("Space")
    keys.follow(".situation__case a", "/cases/[a-z]")


def read_the_lessons(keys: Keyboard) -> None:
    """A filter, and the link to one lesson."""
    page = keys.open("laering/")
    keys.tab_to('.lesson-jump a[href="#punkter"]')
    keys.press("Enter", away=True)
    keys.tab_to("lesson-filter select[name=emne]", most=20)
    keys.type("tov")
    expect(page).to_have_url(re.compile("emne=tovholder"))
    keys.tab_to(".lesson__anchor")
    keys.press("Enter", away=True)


def sort_the_figures(keys: Keyboard) -> None:
    """The table's filter and the head of a column."""
    page = keys.open("resultater/")
    keys.tab_to("#tal-tema")
    keys.press("ArrowDown")
    keys.tab_to("input[name=aar]")
    keys.press("Space")
    expect(page).to_have_url(re.compile("aar=ja"))
    keys.tab_to(".figure-table th button")
    keys.press("Enter")


def keep_a_list(keys: Keyboard) -> None:
    """A case put on the list, a note written, an entry taken off and back again, the list taken home."""
    lists.keep(keys.page, lists.a_list(lists.SECOND))
    page = keys.open(f"cases/{lists.FIRST}/")
    expect(page.locator(".list-button__button").first).to_be_visible()
    keys.tab_to(".list-button__button")
    keys.press("Space")
    keys.open("liste/")
    expect(page.locator(".reader-list__entry")).to_have_count(2)
    keys.tab_to("#reader-list-title")
    keys.type("Med tasterne")
    keys.tab_to('[data-slot="write"]')
    keys.press("Enter")
    keys.type("En note")
    keys.tab_to('[data-slot="down"], [data-slot="up"]')
    keys.press("ArrowDown")
    keys.tab_to('[data-slot="remove"]')
    keys.press("Enter")
    expect(page.get_by_role("button", name="Fortryd")).to_be_focused()
    keys.press("Enter", away=True)
    expect(page.locator(".reader-list__entry")).to_have_count(2)
    keys.tab_to('[data-do="markdown"]')
    with page.expect_download():
        keys.press("Enter")


def write_an_agreement(keys: Keyboard) -> None:
    """Parties, a clause, a field with a fault, saved and taken home as Word."""
    page = keys.open("aftaler/byg/")
    expect(page.locator(".builder__app")).to_be_visible()
    keys.tab_to('.builder__nav-list a[href="#trin-parter"]')
    keys.press("Enter")
    keys.tab_to(".builder__step:not([hidden]) input")
    keys.type("Egeby Kommune")
    keys.tab_to('[data-do="step-on"]')
    for _ in range(4):
        keys.press("Enter")
        keys.tab_to('[data-do="step-on"]')
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Felter", exact=True, level=2)).to_be_visible()
    keys.tab_to(".builder__step:not([hidden]) :is(input, textarea)")
    keys.type("Flere faglærte")
    keys.tab_to('[data-do="step-on"]')
    keys.press("Enter")
    keys.tab_to('[data-do="step-on"]')
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Hent og gem", exact=True, level=2)).to_be_visible()
    keys.tab_to("[data-do=word]")
    with page.expect_download() as file:
        keys.press("Enter")
    assert file.value.suggested_filename.endswith(".docx")
    keys.tab_to("[data-do=save]")
    keys.press("Enter")
    expect(page.locator(".builder__status")).to_contain_text("gemt")


def open_a_saved_draft(keys: Keyboard) -> None:
    """A draft of this device put on the list of drafts, and a task begun."""
    builder.save_beforehand(keys.page, builder.saved_entry("Egeby 2027"))
    page = keys.open("aftaler/kladder/")
    expect(page.locator(".drafts__app")).to_be_visible()
    keys.tab_to("#drafts-files")
    keys.tab_to(".drafts summary")
    keys.press("Enter")
    keys.tab_to(".saved-drafts__item button")
    keys.press("Enter", away=True)
    expect(page.locator(".drafts__item")).to_have_count(1)
    keys.tab_to("[data-task=forny]")
    keys.press("Enter")
    keys.tab_to("#renew-months")


def check_ones_links(keys: Keyboard) -> None:
    """Two links in, what they lead to out."""
    page = keys.open("links/")
    keys.tab_to("link-check textarea")
    keys.type("/cases/horsens-alliancen/")
    keys.tab_to("link-check button")
    keys.press("Enter")
    expect(page.locator(".link-check__count")).to_contain_text("virker")
    keys.tab_to(".link-check__result a")


def find_the_way_back(keys: Keyboard) -> None:
    """A lost reader has a skip link, a search and ways on."""
    page = keys.open("findes/ikke/")
    keys.press("Tab")
    expect(page.locator(":focus")).to_have_text("Gå til indholdet")
    keys.press("Enter")
    keys.tab_to("#fejl-q")
    keys.type("lærlinge")
    keys.press("Enter", away=True)
    page.wait_for_url(re.compile("/cases/"))
    expect(page.locator(".finder__chips button").first).to_be_visible()


def change_the_colours(keys: Keyboard) -> None:
    """The switch is reached, says what it does, and does it; every stop of the page after it can be seen."""
    page = keys.open("")
    keys.tab_to(".color-switch__button")
    keys.press("Enter")
    expect(page.get_by_role("button", name="Skift til lyse farver")).to_be_focused()
    for _ in range(60):
        keys.press("Tab", away=True)
        if not page.locator(":focus").count():
            break
        keys.look()


JOURNEYS: dict[str, Callable[[Keyboard], None]] = {
    "find-en-case": find_a_case,
    "soeg-i-hele-siden": search_the_whole_site,
    "menu-paa-telefon": walk_the_menu_on_a_phone,
    "kort": go_from_the_map_to_cases,
    "sammenlign": compare_cases,
    "situation": answer_four_questions,
    "laering": read_the_lessons,
    "tal": sort_the_figures,
    "min-liste": keep_a_list,
    "skriv-en-aftale": write_an_agreement,
    "aabn-en-kladde": open_a_saved_draft,
    "tjek-links": check_ones_links,
    "faret-vild": find_the_way_back,
    "skift-farver": change_the_colours,
}


def test_the_journeys_are_those_the_page_tells_of() -> None:
    assert list(JOURNEYS) == list(accessibility_tests().rejser)
    assert len(JOURNEYS) >= 12


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_journey_by_keyboard_alone(name: str, page: Page, site: str, guard: Guard) -> None:
    if name == "faret-vild":
        guard.expected.append("404")
    keys = Keyboard(page, site)
    JOURNEYS[name](keys)
    assert keys.presses > 3


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("document.activeElement.style.outline = 'none'", "fokus kan ikke ses"),
        ("document.activeElement.style.opacity = '0'", "skjult"),
        ("document.activeElement.style.position = 'fixed'; document.activeElement.style.left = '-900px'", "dækket"),
        ("document.activeElement.blur()", "ingen steder"),
    ],
)
def test_a_focus_that_cannot_be_seen_is_found(fault: str, told: str, page: Page, site: str) -> None:
    """The look itself is seen to fail."""
    keys = Keyboard(page, site)
    keys.open("om/")
    keys.tab_to(".site-footer a", most=60)
    page.evaluate(fault)
    with pytest.raises(AssertionError, match=told):
        keys.look()
