"""The page on who works with whom, as a reader uses it."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def test_a_number_in_the_table_opens_its_cases(page: Page, site: str) -> None:
    page.goto(f"{site}samarbejde/")
    number = page.locator(".partners-matrix td[data-trin='4'] a").first
    anchor = str(number.get_attribute("href"))
    pair = page.locator(f"details{anchor}")
    expect(pair).not_to_have_attribute("open", "")
    number.click()
    expect(pair).to_have_attribute("open", "")
    expect(pair).to_be_in_viewport()
    expect(pair.get_by_role("link")).to_have_count(int(number.inner_text()))


def test_an_address_with_a_pair_opens_it_at_once(page: Page, site: str) -> None:
    page.goto(f"{site}samarbejde/#par-kommune-virksomhed")
    expect(page.locator("#par-kommune-virksomhed")).to_have_attribute("open", "")


def test_without_a_script_the_reader_opens_the_pair(new_context, site: str) -> None:  # type: ignore[no-untyped-def]
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}samarbejde/#par-kommune-virksomhed")
    pair = page.locator("#par-kommune-virksomhed")
    expect(pair).to_be_in_viewport()
    pair.locator("summary").click()
    expect(pair.get_by_role("link").first).to_be_visible()


def test_a_kind_and_a_form_lead_to_the_finder_with_the_same_count(page: Page, site: str) -> None:
    for selector in (".partners-kinds a", ".partners-form .tally a"):
        page.goto(f"{site}samarbejde/")
        link = page.locator(selector).first
        number = link.inner_text().split()[0]
        link.click()
        expect(page.locator("[data-count]")).to_have_text(number)


def test_the_page_is_no_wider_than_a_phone(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{site}samarbejde/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_bars_are_as_tall_however_many_cases_there_are(page: Page, site: str) -> None:
    page.goto(f"{site}samarbejde/")
    heights = page.locator(".partners-bar").first.evaluate("""(bar) => ["0 0 22 1", "0 0 10000 1"].map((box) => {
        bar.setAttribute("viewBox", box);
        return bar.getBoundingClientRect().height;
    })""")
    assert heights[0] == heights[1] >= 8
