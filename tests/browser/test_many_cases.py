"""The pages that show the first of many find the rest when a reader asks: each is made here from many cases."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from macros.finding.search_files import search_files
from macros.html.page_body import page_body
from macros.html.page_shell import lean
from macros.insight.lessons import all_lessons
from macros.insight.partners import pair_rows
from macros.insight.results import all_figures
from macros.library.content import Content
from macros.pages.pages import Pages
from macros.sharing.case_files import case_file
from scripts.measuring.synthetic_cases import content_of
from tests.browser.conftest import components_ready

DAY = date(2026, 11, 22)
Open = Callable[[str, str, str], None]


@pytest.fixture(scope="module")
def many(content: Content) -> Content:
    """Ten times as many cases as there are."""
    return content_of(content, 250, 1)


@pytest.fixture(scope="module")
def files(many: Content) -> dict[str, str | bytes]:
    """The search's files of many cases."""
    return search_files(many, DAY)


@pytest.fixture
def opened(page: Page, site: str, built_site: Path, many: Content, files: dict[str, str | bytes]) -> Open:
    """Opens a page whose macro has been given many cases: its path, the macro and the rest of its address."""

    def fetch(route: Route) -> None:
        path = route.request.url.removeprefix(site).partition("?")[0]
        if path in files:
            route.fulfill(body=files[path])
        elif found := re.fullmatch(r"cases/([a-z0-9-]+)/index\.json", path):
            route.fulfill(body=case_file(many.case_by_id[found[1]])[0])
        elif path.startswith("indlejr/"):
            route.fulfill(json={"height": 200, "html": path, "html_uden_ramme": path})
        else:
            route.continue_()

    def open_it(path: str, macro: str, rest: str) -> None:
        html = (built_site / path / "index.html").read_text(encoding="utf-8")
        made = lean(page_body(getattr(Pages(many, DAY), macro)()))
        before, start, rest_of_page = html.partition('<article class="md-content__inner md-typeset">')
        swapped = f"{before}{start}<h1>Mange</h1>{made}</article>{rest_of_page.partition('</article>')[2]}"
        assert start
        page.route(re.compile(rf"^{re.escape(site)}(data/soeg/|cases/[^/]+/index\.json|indlejr/)"), fetch)
        page.route(
            re.compile(rf"^{re.escape(site)}{path}(\?[^#]*)?$"),
            lambda route: route.fulfill(body=swapped, content_type="text/html"),
        )
        page.goto(f"{site}{path}{rest}")
        components_ready(page)

    return open_it


def test_a_filter_finds_lessons_that_the_page_does_not_hold(page: Page, opened: Open, many: Content) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened("laering/", "lesson_overview", "")
    lessons = all_lessons(many)
    count, shown = page.locator("lesson-filter [data-count]"), page.locator("[data-lesson]:visible")
    expect(count).to_have_text(str(len(lessons)))
    expect(shown).to_have_count(100)
    assert not [url for url in asked if "punkter.json" in url]
    wanted = [item for item in lessons if "tovholder" in item.emner and "sekretariat" in item.klausuler]
    page.get_by_label("Emne", exact=True).select_option("tovholder")
    page.get_by_label("Klausul", exact=True).select_option("sekretariat")
    expect(count).to_have_text(str(len(wanted)))
    expect(shown).to_have_count(min(100, len(wanted)))
    last = wanted[:100][-1]
    expect(shown.last.locator(".lesson__source")).to_have_attribute("href", re.compile(re.escape(last.url) + "$"))
    expect(shown.last.get_by_role("link", name=re.compile("Brug i en aftale"))).to_be_visible()
    expect(shown.last.locator("list-button button")).to_be_visible()
    page.get_by_label("Ord i punktet").fill("xyzzy qwerty")
    expect(page.locator(".lesson-filter__notice")).to_contain_text("Intet punkt passer på det hele")
    page.get_by_role("button", name="Ryd filtre").click()
    expect(shown).to_have_count(100)
    expect(count).to_have_text(str(len(lessons)))


def test_the_table_of_figures_sorts_and_filters_all_of_them(page: Page, opened: Open, many: Content) -> None:
    opened("resultater/", "result_overview", "")
    figures = all_figures(many)
    rows, count = page.locator("figure-table tbody tr:visible"), page.locator("figure-table [data-count]")
    expect(rows).to_have_count(100)
    expect(count).to_have_text(str(len(figures)))
    page.get_by_label("Rækkefølge").select_option("tal-faldende")
    largest = max((figure.tal for _, figure in figures))
    expect(rows.first.locator("strong")).to_have_text(next(f.display_number for _, f in figures if f.tal == largest))
    theme = many.terms("temaer")[3]
    page.locator("figure-table").get_by_label("Tema", exact=True).select_option(theme.id)
    number = sum(1 for case, _ in figures if case.tema == theme.id)
    expect(count).to_have_text(str(number))
    expect(rows).to_have_count(min(100, number))
    expect(rows.first.locator(".figure-table__theme-name")).to_have_text(theme.navn)
    expect(rows.first.locator(".knowledge")).to_be_visible()
    page.get_by_role("button", name="Nulstil").click()
    expect(count).to_have_text(str(len(figures)))
    expect(rows).to_have_count(100)


def test_a_pair_shows_all_its_cases_when_it_is_opened(page: Page, opened: Open, many: Content) -> None:
    pair = max(pair_rows(many), key=lambda row: len(row.cases))
    opened("samarbejde/", "partner_pairs", f"#{pair.anchor}")
    found = page.locator(f"#{pair.anchor} li a")
    expect(found).to_have_count(min(100, len(pair.cases)))
    first = pair.cases[0]
    expect(found.first).to_have_text(first.titel)
    expect(found.first).to_have_attribute("href", f"../{first.url}#aktoerer")


def test_a_card_of_any_case_can_be_chosen_with_its_lessons(page: Page, opened: Open, many: Content) -> None:
    case = next(case for case in reversed(many.cases) if case.laering)
    opened("del/", "card_chooser", f"?kort=case/{case.id}")
    choice = page.get_by_label("Vælg kort")
    expect(choice).to_have_value(f"case/{case.id}")
    expect(page.locator("[data-slot=html]")).to_contain_text(f"indlejr/case/{case.id}/")
    page.get_by_label("Et læringspunkt").check()
    expect(choice).to_have_value(f"laering/{case.id}-{case.laering[0].id}")
