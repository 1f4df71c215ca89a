"""A reader finds the cases that fit: by words, by facets, by a shared address."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from macros.library.content import Content
from tests.browser.conftest import components_ready

HORSENS = "cases/?kommune=horsens"


@pytest.fixture
def finder(page: Page, site: str) -> Page:
    """The finder with nothing asked for."""
    page.goto(site + "cases/")
    components_ready(page)
    return page


def shown(page: Page) -> list[str]:
    """The ids of the cases that are shown, in order, once all that the finder counts stand there."""
    if page.locator(".finder__more").is_hidden():
        number = int(page.locator("[data-count]").text_content() or "0")
        expect(page.locator("[data-case]:visible")).to_have_count(number)
    found: list[str] = page.locator("[data-case]:visible").evaluate_all(
        "items => items.map((item) => item.dataset.case)"
    )
    return found


def ask(page: Page, words: str) -> None:
    """Type words, press Enter and wait for the answer, whose first chip is the words."""
    page.get_by_label("Hvad leder du efter?").fill(words)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"[?&]q="))
    expect(page.locator(".finder__chips button").first).to_be_visible()


def settled(page: Page, number: int) -> None:
    """The finder shows this many cases and says so."""
    expect(page.locator("[data-count]")).to_have_text(str(number))
    expect(page.locator("[data-case]:visible")).to_have_count(number)


def box(page: Page, facet: str, value: str) -> Locator:
    """A facet's value, unfolded."""
    group = page.locator(f'[data-facet="{facet}"]')
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    return group.locator(f'input[value="{value}"]')


def count_of(page: Page, facet: str, value: str) -> Locator:
    """The number beside a facet's value; it may come a frame after the list, so it is expected, not read."""
    return page.locator(f'[data-facet="{facet}"] label:has(input[value="{value}"]) .facet__count')


# By words


def test_all_cases_are_there_at_first(finder: Page) -> None:
    settled(finder, 22)
    expect(finder.locator(".finder__chips")).to_be_hidden()
    expect(finder.locator(".finder__notice")).to_be_hidden()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("lærlinge", "byg-til-vaekst-fyn"),
        ("laerling", "byg-til-vaekst-fyn"),
        ("LÆRLINGE", "byg-til-vaekst-fyn"),
        ("robotter", "robotakademiet-odense"),
        ("flygtnige", "igu-forloeb-odense"),
        ("Horsens højtuddannede", "hoejtuddannede-horsens"),
        ("Fiberline", "fiberline-composites-middelfart"),
        ("100.000", "byg-til-vaekst-fyn"),
        ("mentor", "horsens-alliancen"),
    ],
)
def test_a_case_is_found_by_words(words: str, expected: str, finder: Page) -> None:
    ask(finder, words)
    expect(finder.locator(f'[data-case="{expected}"]:visible')).to_be_visible()
    found = shown(finder)
    assert expected in found
    assert len(found) < 22
    settled(finder, len(found))


def test_the_nearest_hit_stands_first(finder: Page) -> None:
    ask(finder, "Horsens Alliancen")
    expect(finder.locator(".finder__flat")).to_be_visible()
    assert shown(finder)[0] == "horsens-alliancen"


def test_a_hit_says_why_it_was_found(finder: Page) -> None:
    ask(finder, "tovholder")
    why = finder.locator("[data-case]:visible .case-card__why").first
    expect(why).to_be_visible()
    expect(why.locator("mark").first).to_contain_text(re.compile("tovholder", re.IGNORECASE))


def test_results_come_while_one_types(finder: Page) -> None:
    finder.get_by_label("Hvad leder du efter?").press_sequentially("offshore")
    expect(finder.locator("[data-count]")).not_to_have_text("22")
    expect(finder).to_have_url(re.compile(r"\?q=offshore$"))


def test_what_one_types_is_only_text(finder: Page) -> None:
    ask(finder, "<img src=x onerror=alert(1)>")
    expect(finder.locator(".finder__chips button").first).to_contain_text("<img src=x onerror=alert(1)>")
    assert finder.locator(".finder img").count() == 0


def test_a_long_question_breaks_nothing(finder: Page) -> None:
    ask(finder, "æøå " * 60)
    expect(finder.locator(".finder__notice")).to_be_visible()


# By facets


def test_a_facet_keeps_what_its_number_promises(finder: Page, content: Content) -> None:
    promised = int(count_of(finder, "branche", "bygge-og-anlaeg").text_content() or "-1")
    box(finder, "branche", "bygge-og-anlaeg").check()
    settled(finder, promised)
    assert set(shown(finder)) == {case.id for case in content.cases if "bygge-og-anlaeg" in case.brancher}
    expect(finder).to_have_url(re.compile(r"\?branche=bygge-og-anlaeg$"))


def test_values_of_one_facet_mean_or_and_facets_mean_and(finder: Page, content: Content) -> None:
    themes = ("skole-og-virksomhed", "bestemte-grupper-i-job")
    for theme in themes:
        box(finder, "tema", theme).check()
    settled(finder, sum(case.tema in themes for case in content.cases))
    expected = {case.id for case in content.cases if case.tema in themes and "horsens" in case.kommuner}
    expect(count_of(finder, "kommune", "horsens")).to_have_text(str(len(expected)))
    box(finder, "kommune", "horsens").check()
    settled(finder, len(expected))
    assert set(shown(finder)) == expected


def test_the_numbers_follow_what_is_chosen(finder: Page, content: Content) -> None:
    box(finder, "kommune", "horsens").check()
    here = [case for case in content.cases if "horsens" in case.kommuner]
    settled(finder, len(here))
    for theme in content.terms("temaer"):
        number = sum(case.tema == theme.id for case in here)
        expect(count_of(finder, "tema", theme.id)).to_have_text(str(number))


# The cards and numbers that stand in the window one frame after a press, and what the whole page says at last.
FIRST_FRAME = """
(selector) => new Promise((resolve) => {
  const shows = (item) => {
    const { top, bottom } = item.getBoundingClientRect();
    const room = item.closest("form")?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
    const inWindow = bottom > Math.max(0, room.top) && top < Math.min(innerHeight, room.bottom);
    return inWindow && item.checkVisibility({ contentVisibilityAuto: true });
  };
  const look = (which) => [...document.querySelectorAll(which)].filter(shows).map((item) => item.textContent);
  document.querySelector(selector).click();
  requestAnimationFrame(() => setTimeout(() => {
    const first = [look(".finder__results h3 a"), look(".facet[open] .facet__count")];
    setTimeout(() => resolve([first, [look(".finder__results h3 a"), look(".facet[open] .facet__count")]]), 600);
  }));
})
"""


def test_what_is_in_the_window_is_whole_in_the_first_frame(finder: Page) -> None:
    box(finder, "tema", "skole-og-virksomhed").check()
    settled(finder, 4)
    for name, value in (("tema", "specifikke-kompetencer"), ("maalgruppe", "ledige"), ("maalgruppe", "ledige")):
        selector = f'input[name="{name}"][value="{value}"]'
        finder.locator(selector).scroll_into_view_if_needed()
        first, last = finder.evaluate(FIRST_FRAME, selector)
        assert first[0] and first == last


def test_words_and_facets_work_together(finder: Page) -> None:
    ask(finder, "Horsens")
    expect(finder.locator("[data-count]")).not_to_have_text("22")
    before = len(shown(finder))
    box(finder, "tema", "bestemte-grupper-i-job").check()
    expect(finder).to_have_url(re.compile("q=Horsens&tema=bestemte-grupper-i-job"))
    expect(finder.locator(".finder__chips button")).to_have_count(3)
    assert {"horsens-alliancen", "hoejtuddannede-horsens"} <= set(shown(finder))
    assert len(shown(finder)) <= before


# What is chosen


def test_a_chip_takes_its_wish_away(finder: Page) -> None:
    ask(finder, "Horsens")
    box(finder, "tema", "bestemte-grupper-i-job").check()
    finder.get_by_role("button", name="Fjern søgeordet »Horsens«").click()
    expect(finder).to_have_url(re.compile(r"\?tema=bestemte-grupper-i-job$"))
    settled(finder, 4)
    expect(finder.locator(".finder__chips button").first).to_be_focused()
    finder.locator(".finder__chips button").first.click()
    settled(finder, 22)


def test_all_wishes_can_be_cleared_at_once(finder: Page) -> None:
    ask(finder, "Horsens")
    box(finder, "tema", "bestemte-grupper-i-job").check()
    finder.get_by_role("button", name="Ryd alle").click()
    settled(finder, 22)
    expect(finder).to_have_url(re.compile(r"/cases/$"))
    expect(finder.get_by_label("Hvad leder du efter?")).to_have_value("")
    expect(finder.locator(".finder__chips")).to_be_hidden()
    expect(count_of(finder, "tema", "bestemte-grupper-i-job")).to_have_text("4")


# The address


def test_an_address_can_be_shared(page: Page, site: str) -> None:
    page.goto(site + "cases/?q=Horsens&tema=bestemte-grupper-i-job")
    expect(page.locator("[data-count]")).not_to_have_text("22")
    expect(page.get_by_label("Hvad leder du efter?")).to_have_value("Horsens")
    expect(page.locator('input[value="bestemte-grupper-i-job"]')).to_be_checked()
    first = shown(page)
    page.reload()
    settled(page, len(first))
    assert shown(page) == first


def test_back_and_forward_walk_through_what_was_asked(finder: Page) -> None:
    box(finder, "tema", "skole-og-virksomhed").check()
    settled(finder, 4)
    expect(finder).to_have_url(re.compile(r"\?tema=skole-og-virksomhed$"))
    box(finder, "tema", "koordineret-virksomhedsindsats").check()
    settled(finder, 10)
    expect(finder).to_have_url(re.compile("koordineret"))
    finder.go_back()
    settled(finder, 4)
    finder.go_back()
    settled(finder, 22)
    expect(finder.locator(".finder__form input:checked")).to_have_count(0)
    finder.go_forward()
    settled(finder, 4)


def test_coming_back_from_a_case_keeps_the_results(page: Page, site: str) -> None:
    page.goto(site + HORSENS)
    expect(page.locator("[data-count]")).to_have_text("2")
    page.locator("[data-case]:visible a").first.click()
    expect(page.locator(".case-facts")).to_be_visible()
    page.go_back()
    settled(page, 2)


def test_an_unknown_value_in_the_address_is_told(page: Page, site: str) -> None:
    page.goto(site + "cases/?tema=findes-ikke&kommune=horsens")
    settled(page, 2)
    expect(page.locator(".finder__notice")).to_contain_text("»findes-ikke«")
    page.goto(site + "cases/?tema=<b>x</b>")
    settled(page, 22)
    expect(page.locator(".finder__notice")).to_contain_text("»<b>x</b>«")


def test_other_words_in_the_address_do_no_harm(page: Page, site: str) -> None:
    page.goto(site + "cases/?utm_source=mail&q=&tema=&__proto__=x")
    settled(page, 22)


def test_the_search_on_the_front_page_leads_here(page: Page, site: str) -> None:
    page.goto(site)
    page.locator("#forside-q").fill("ingeniører")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/cases/\?q="))
    expect(page.locator('[data-case="silkeborg-jagter-talenter"]:visible')).to_be_visible()


def test_a_chip_on_a_case_leads_here(page: Page, site: str) -> None:
    page.goto(site + "cases/horsens-alliancen/")
    page.locator(".case-facts").get_by_role("link", name="Horsens", exact=True).click()
    page.wait_for_url(re.compile(r"/cases/\?kommune=horsens$"))
    settled(page, 2)


# No hit


def test_no_hit_shows_what_comes_nearest(finder: Page) -> None:
    ask(finder, "flygtninge svejsere i Skagen")
    expect(finder.locator(".finder__near")).to_be_visible()
    settled(finder, 0)
    near = finder.locator("[data-near]")
    assert 1 <= near.count() <= 3
    expect(near.first).to_contain_text("Passer ikke på")
    expect(finder.locator(".finder__notice")).to_be_visible()


def test_a_wish_can_be_dropped_from_a_near_miss(finder: Page) -> None:
    box(finder, "kommune", "esbjerg").check()
    ask(finder, "folkeskole")
    expect(finder.locator("[data-near]").first).to_be_visible()
    finder.locator("[data-near] .finder__chip").first.click()
    expect(finder.locator("[data-case]:visible").first).to_be_visible()
    expect(finder.locator("[data-near]")).to_have_count(0)


def test_a_word_that_is_nowhere_is_told(finder: Page) -> None:
    ask(finder, "kvantefysik")
    settled(finder, 0)
    expect(finder.locator(".finder__notice")).to_contain_text("Ingen case passer")


def test_a_search_that_cannot_be_fetched_leaves_all_cases(
    new_context: Callable[..., BrowserContext], site: str, guard: object
) -> None:
    guard.expected.append("data/soeg|Failed to load resource")  # type: ignore[attr-defined]
    page = new_context().new_page()
    page.route("**/data/soeg/**", lambda route: route.abort())
    page.goto(site + HORSENS)
    expect(page.locator(".finder__notice")).to_contain_text("kunne ikke hentes")
    settled(page, 22)


# By keyboard, and on a phone


def test_the_finder_works_by_keyboard(finder: Page) -> None:
    finder.get_by_label("Hvad leder du efter?").focus()
    finder.keyboard.type("Horsens")
    finder.keyboard.press("Enter")
    expect(finder.locator("[data-count]")).not_to_have_text("22")
    finder.locator('input[value="bestemte-grupper-i-job"]').focus()
    finder.keyboard.press("Space")
    expect(finder).to_have_url(re.compile("tema=bestemte-grupper-i-job"))
    expect(finder.locator('input[value="bestemte-grupper-i-job"]')).to_be_focused()


def test_the_number_is_announced(finder: Page) -> None:
    box(finder, "tema", "skole-og-virksomhed").check()
    expect(finder.locator("[role=status]").first).to_have_text("4 af 22 cases")


def test_the_finder_works_on_a_phone(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site + "cases/")
    components_ready(page)
    toggle = page.get_by_role("button", name="Vælg filtre")
    expect(toggle).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".finder__filters")).to_be_hidden()
    expect(page.locator("[data-case]").first).to_be_visible()
    toggle.click()
    expect(toggle).to_have_attribute("aria-expanded", "true")
    box(page, "tema", "skole-og-virksomhed").check()
    settled(page, 4)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("words", ["lærling", "elev", "elever"])
def test_a_short_word_is_not_found_inside_an_unrelated_one(words: str, finder: Page) -> None:
    ask(finder, words)
    expect(finder.locator(".case-card__why mark").first).to_be_visible()
    marks = finder.locator(".case-card__why mark").all_text_contents()
    assert marks
    assert not [mark for mark in marks if mark.lower().startswith("relevan")]
