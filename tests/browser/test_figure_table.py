"""The table of key figures: order and choices in the address, counts, announcements, and all rows without a script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from macros.insight.results import all_figures
from macros.library.content import Content
from macros.model.case_model import Case, KeyFigure
from tests.browser.conftest import components_ready

Figures = tuple[tuple[Case, KeyFigure], ...]


@pytest.fixture(scope="module")
def figures(content: Content) -> Figures:
    """Every key figure with its case."""
    return all_figures(content)


def opened(page: Page, site: str, rest: str = "") -> Locator:
    """The rows that are shown, with the component running."""
    page.goto(f"{site}resultater/{rest}")
    components_ready(page)
    return page.locator("figure-table tbody tr:visible")


def test_choices_go_into_the_address_and_back_again(page: Page, site: str, figures: Figures) -> None:
    rows = opened(page, site)
    expect(rows).to_have_count(len(figures))
    page.get_by_label("Kun tal med år").check()
    dated = [item for item in figures if item[1].aar]
    expect(rows).to_have_count(len(dated))
    page.get_by_label("Tema", exact=True).select_option("specifikke-kompetencer")
    expect(page).to_have_url(f"{site}resultater/?tema=specifikke-kompetencer&aar=ja#noegletal")
    both = [item for item in dated if item[0].tema == "specifikke-kompetencer"]
    expect(rows).to_have_count(len(both))
    expect(page.locator("figure-table [data-count]")).to_have_text(str(len(both)))
    expect(page.locator("figure-table [data-announce]")).to_have_text(
        f"{len(both)} af {len(figures)} tal. Rækkefølge: Case, som i kataloget."
    )
    page.go_back()
    expect(rows).to_have_count(len(dated))
    page.reload()
    expect(page.get_by_label("Kun tal med år")).to_be_checked()
    page.get_by_role("button", name="Nulstil").click()
    expect(rows).to_have_count(len(figures))
    expect(page).to_have_url(f"{site}resultater/#noegletal")


def test_the_head_of_a_column_sorts_and_says_so(page: Page, site: str, figures: Figures) -> None:
    rows = opened(page, site)
    head = page.locator('th[data-key="tal"]')
    head.get_by_role("button", name="Tal").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    largest = max(figure.tal for _, figure in figures)
    expect(rows.first).to_have_attribute("data-tal", str(largest))
    expect(page.get_by_label("Rækkefølge")).to_have_value("tal-faldende")
    head.get_by_role("button", name="Tal").press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(rows.first).to_have_attribute("data-tal", str(min(figure.tal for _, figure in figures)))
    expect(page.locator('th[data-key="case"]')).to_have_attribute("aria-sort", "none")


@pytest.mark.parametrize("way", ["stigende", "faldende"])
def test_those_without_a_year_come_last_both_ways(page: Page, site: str, figures: Figures, way: str) -> None:
    rows = opened(page, site, f"?sorter=aar-{way}")
    years = [row.get_attribute("data-aar") for row in rows.all()]
    dated = [year for year in years if year]
    assert dated == sorted(dated, reverse=way == "faldende")
    assert not any(years[len(dated) :]) and len(years) == len(figures)


def test_what_the_address_says_wrong_is_passed_over(page: Page, site: str, figures: Figures) -> None:
    rows = opened(page, site, "?tema=findes-ikke&sorter=farve-opad&aar=1")
    expect(rows).to_have_count(len(figures))
    expect(page.get_by_label("Rækkefølge")).to_have_value("case-stigende")


def test_a_phone_shows_rows_as_blocks_without_scrolling_sideways(page: Page, site: str, figures: Figures) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    rows = opened(page, site, "?forbehold=ja")
    expect(rows).to_have_count(sum(1 for _, figure in figures if figure.forbehold))
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.evaluate(
        "[...document.querySelectorAll('.table-scroll:has(.figure-table)')].every(x => x.scrollWidth <= x.clientWidth)"
    )


def test_labels_of_a_chart_fit_on_a_phone(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{site}resultater/")
    outside = page.evaluate(
        """() => [...document.querySelectorAll(".chart__drawing text")]
        .filter((text) => text.getBoundingClientRect().right > text.ownerSVGElement.getBoundingClientRect().right + 1)
        .map((text) => text.textContent)"""
    )
    assert outside == []
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.chart__drawing text')).fontSize)") >= 12


def test_without_a_script_the_whole_table_is_there(
    new_context: Callable[..., BrowserContext], site: str, figures: Figures
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}resultater/")
    expect(page.locator("figure-table tbody tr:visible")).to_have_count(len(figures))
    expect(page.locator(".figure-table__form")).to_be_hidden()
    page.locator("#diagram-match-i-horsens summary").click()
    expect(page.locator("#diagram-match-i-horsens table")).to_be_visible()
