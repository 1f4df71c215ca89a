"""The same cases as a list, a table, a map and by theme; the address keeps the choice."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from macros.ground.danish import sort_key
from macros.insight.municipality_map import USUAL
from macros.insight.shades import shades
from macros.library.content import Content
from tests.browser.conftest import Guard, components_ready
from tests.browser.test_case_finder import ask, settled, shown

VIEWS = ["tabel", "danmark", "tema"]


def view(page: Page, site: str, name: str, wishes: str = "") -> Page:
    """The finder in one of its views, drawn."""
    page.goto(f"{site}cases/?{wishes}visning={name}")
    components_ready(page)
    expect(page.locator(".finder__view [data-case]").first).to_be_visible()
    return page


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_shows_the_same_cases(name: str, page: Page, site: str) -> None:
    page.goto(site + "cases/")
    components_ready(page)
    ask(page, "skole")
    found = set(shown(page))
    page.locator(f'[name=visning][value="{name}"]').check()
    expect(page).to_have_url(re.compile(f"visning={name}"))
    expect(page.locator(".finder__view [data-case]").first).to_be_visible()
    settled(page, len(found))
    assert set(shown(page)) == found
    page.reload()
    settled(page, len(found))
    page.go_back()
    expect(page.locator(".finder__flat")).to_be_visible()
    expect(page.locator(".finder__view")).to_be_hidden()


def test_a_views_style_travels_with_it_and_stands_before_it_is_seen(page: Page, site: str) -> None:
    sheet = page.locator('link[href*="/views."]')
    page.goto(site + "cases/")
    components_ready(page)
    expect(sheet).to_have_count(0)
    page.locator('[name=visning][value="danmark"]').check()
    expect(page.locator(".finder-map")).to_have_css("display", "grid")
    page.get_by_role("button", name="Vælg og sammenlign").click()
    expect(page.get_by_role("region", name="Cases at sammenligne")).to_have_css("position", "sticky")
    expect(sheet).to_have_count(1)


def test_a_heading_of_the_table_sorts_and_keeps_the_focus(page: Page, site: str, content: Content) -> None:
    view(page, site, "tabel", "tema=koordineret-virksomhedsindsats&")
    page.get_by_role("button", name="Sted").press("Enter")
    expect(page.locator("th[aria-sort=ascending]")).to_have_text(re.compile("Sted"))
    expect(page.get_by_role("button", name="Sted")).to_be_focused()
    places = page.locator(".finder-table tbody td:nth-child(3)").all_inner_texts()
    named = [place for place in places if place in {term.navn for term in content.terms("kommuner")}]
    assert named == sorted(named, key=sort_key) and len(named) > 1
    page.get_by_role("button", name="Sted").press("Enter")
    expect(page.locator("th[aria-sort=ascending]")).to_have_count(0)


def test_the_table_shows_each_cases_strongest_figure(page: Page, site: str, content: Content) -> None:
    view(page, site, "tabel", "kommune=ringkoebing-skjern&")
    figure = content.case_by_id["kube-ringkoebing-skjern"].noegletal[0]
    row = page.locator('tr[data-case="kube-ringkoebing-skjern"]')
    expect(row).to_contain_text(f"{figure.forbehold} {figure.display_number} {figure.enhed}")


def test_a_hit_in_the_table_says_why(page: Page, site: str) -> None:
    view(page, site, "tabel", "q=smede&")
    expect(page.locator(".finder-table .case-card__why").first).to_contain_text(re.compile(r"\S"))


def test_land_and_button_choose_the_same_municipality(page: Page, site: str, content: Content) -> None:
    view(page, site, "danmark")
    horsens = {case.id for case in content.cases if "horsens" in case.kommuner}
    button = page.locator('button[data-kommune="horsens"]')
    expect(button).to_have_attribute("aria-label", f"Horsens: {len(horsens)} cases")
    button.press("Enter")
    settled(page, len(horsens))
    assert set(shown(page)) == horsens
    expect(page.locator('button[data-kommune="horsens"]')).to_be_focused()
    expect(page).to_have_url(re.compile("kommune=horsens"))
    page.locator(".finder-map__picture path[data-valgt]").click()
    expect(page.locator("[data-count]")).to_have_text(str(len(content.cases)))


def test_all_98_municipalities_are_drawn_and_those_without_cases_are_quiet(page: Page, site: str) -> None:
    view(page, site, "danmark")
    expect(page.locator(".finder-map__picture path")).to_have_count(98)
    before = page.url
    page.locator('.finder-map__picture path[data-trin="0"]').first.dispatch_event("click")
    assert page.url == before


def test_what_no_municipality_is_named_for_is_told(page: Page, site: str, content: Content) -> None:
    view(page, site, "danmark")
    unplaced = sum(1 for case in content.cases if not case.kommuner)
    expect(page.locator(".finder-map__note")).to_contain_text(f"{unplaced} cases uden en bestemt kommune")


def test_themes_stand_in_their_order_with_their_numbers(page: Page, site: str, content: Content) -> None:
    view(page, site, "tema", "har=tal&")
    headings = page.locator(".finder-themes__group h2").all_inner_texts()
    expected = []
    for theme in content.terms("temaer"):
        number = sum(1 for case in content.cases if case.tema == theme.id and case.noegletal)
        expected += [f"{theme.navn} {number}"] if number else []
    assert headings == expected


def test_an_unknown_view_is_the_list(page: Page, site: str) -> None:
    page.goto(site + "cases/?q=skole&visning=xyz")
    components_ready(page)
    expect(page.locator(".finder__flat [data-case]").first).to_be_visible()


def test_the_map_that_cannot_be_fetched_leaves_the_list(page: Page, site: str, guard: Guard) -> None:
    guard.expected.append("danmark|ERR_FAILED")
    page.route("**/danmark.json", lambda route: route.abort())
    page.goto(site + "cases/?visning=danmark")
    components_ready(page)
    expect(page.locator(".finder__notice")).to_contain_text("kunne ikke hentes")
    expect(page.locator(".finder__group [data-case]").first).to_be_visible()


def test_what_was_found_leads_to_the_builder_with_its_cases(page: Page, site: str) -> None:
    page.goto(site + "cases/?kommune=horsens")
    components_ready(page)
    link = page.get_by_role("link", name="Byg en aftale ud fra disse")
    expect(link).to_have_attribute(
        "href", re.compile(r"case=[a-z-]+&case=horsens-alliancen|case=horsens-alliancen&case=")
    )
    page.goto(site + "cases/?har=tal")
    expect(page.get_by_role("link", name="Byg en aftale ud fra de første 5")).to_be_visible()


def test_cases_are_chosen_and_compared_from_any_view(page: Page, site: str) -> None:
    page.goto(f"{site}cases/?q=skole")
    components_ready(page)
    ticks = page.locator(".finder__tick input:visible")
    expect(ticks).to_have_count(0)
    choose = page.get_by_role("button", name="Vælg og sammenlign")
    choose.press("Enter")
    expect(choose).to_have_attribute("aria-pressed", "true")
    bar = page.get_by_role("region", name="Cases at sammenligne")
    expect(bar).to_contain_text("Sæt kryds ved to til fem cases.")
    expect(bar.get_by_role("link")).to_be_hidden()
    address = page.url
    first = page.locator(".finder__flat [data-case]").first.get_attribute("data-case")
    ticks.first.press("Space")
    expect(bar).to_contain_text("1 valgt")
    page.locator('[name=visning][value="tabel"]').check()
    expect(page.locator(".finder-table .finder__tick input:checked")).to_have_count(1)
    page.locator(".finder-table .finder__tick input").nth(1).check()
    second = page.locator(".finder-table tbody tr").nth(1).get_attribute("data-case")
    link = bar.get_by_role("link", name="Sammenlign 2 cases")
    expect(link).to_have_attribute("href", re.compile(f"sammenlign/\\?c={first},{second}$"))
    assert "kommune" not in page.url and page.url.startswith(address.split("?")[0])
    for number in (2, 3, 4):
        page.locator(".finder-table .finder__tick input").nth(number).check()
    expect(bar).to_contain_text("Flere er der ikke plads til.")
    expect(page.locator(".finder__tick input:not(:checked)").first).to_be_disabled()
    page.get_by_role("link", name="Sammenlign 5 cases").click()
    expect(page.locator(".comparison-table thead [data-case]")).to_have_count(5)


def test_a_near_miss_has_no_box_and_leaving_off_takes_the_boxes_away(page: Page, site: str) -> None:
    page.goto(f"{site}cases/")
    components_ready(page)
    page.get_by_role("button", name="Vælg og sammenlign").click()
    expect(page.locator(".finder__tick input:visible").first).to_be_visible()
    page.locator(".finder__tick input").first.check()
    ask(page, "flygtninge svejser bibliotek")
    expect(page.locator("[data-near]").first).to_be_visible()
    expect(page.locator("[data-near] .finder__tick")).to_have_count(0)
    page.get_by_role("button", name="Vælg og sammenlign").click()
    expect(page.locator(".finder__tick")).to_have_count(0)
    expect(page.locator(".finder__choice")).to_be_hidden()
    page.get_by_label("Hvad leder du efter?").fill("")
    settled(page, 22)
    expect(page.locator(".finder__tick")).to_have_count(0)


def test_the_finders_map_is_coloured_by_the_rule_of_the_map_page(page: Page, site: str) -> None:
    page.goto(f"{site}was/")
    lists = [[0, 0, 1, 1, 2, 3], [], [*range(10, 40)], [1, 9], [1, 8, 9], [7] * 9, [7], [*range(98)]]
    drawn = page.evaluate(
        "async ([site, lists]) => {"
        " const { shadeBounds } = await import(`${site}assets/javascripts/finder/map-view.mjs`);"
        " return lists.map((numbers) => shadeBounds(numbers)); }",
        [site, lists],
    )
    assert drawn == [list(shades(numbers, USUAL).bounds) for numbers in lists]
