"""The fields of the chosen clauses: each asked once, dates the Danish way, rows in place of text."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.builder_page import clause, field, open_builder, paper, run_module, step, take_in

pytestmark = pytest.mark.one_page

DATES = {
    "2027-01-01": "1. januar 2027",
    "1/1-2027": "1. januar 2027",
    "01.01.2027": "1. januar 2027",
    "den 29. februar 2028": "29. februar 2028",
    "3 okt 2027": "3. oktober 2027",
    "29. februar 2027": None,
    "31/4-2027": None,
    "1/13-2027": None,
    "1. jaguar 2027": None,
    "2027": None,
    "1/1-27": None,
    "snart": None,
}


def test_dates_are_read_as_danes_write_them(page: Page, site: str) -> None:
    """A good date is shown in full; a bad one is kept as it was typed."""
    body = "return v.map((text) => [text, m.parseDate(text) ? m.formatDate(text) : null, m.formatDate(text)])"
    found = run_module(page, site, "answers", body, *DATES)
    assert {text: shown for text, shown, _ in found} == DATES
    assert all(kept == (shown or text) for text, shown, kept in found)


def test_a_bad_date_is_said_when_one_leaves_the_field(page: Page, site: str) -> None:
    """Nothing is said while typing; the mended date takes the words away."""
    open_builder(page, site)
    start = field(page, "Startdato")
    start.press_sequentially("31/2-2027")
    expect(start).not_to_have_attribute("aria-invalid", "true")
    start.blur()
    expect(start).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".builder__error:visible")).to_contain_text("Datoen findes ikke")
    expect(page.locator(".builder__missing")).to_contain_text("Startdato")
    start.fill("28/2-2027")
    expect(start).not_to_have_attribute("aria-invalid", "true")
    start.blur()
    expect(start).to_have_value("28. februar 2027")
    expect(paper(page)).to_contain_text("fra den 28. februar 2027")


def test_a_day_can_be_picked(page: Page, site: str) -> None:
    """The browser's own picker stands beside the field, begins at the typed day and writes in Danish."""
    open_builder(page, site)
    start = field(page, "Startdato")
    start.fill("1/2-2027")
    button = page.get_by_role("button", name="Vælg dato for Startdato")
    expect(button).to_be_visible()
    page.evaluate("HTMLInputElement.prototype.showPicker = function () { window.__opened = this.value; }")
    button.click()
    assert page.evaluate("window.__opened") == "2027-02-01"
    page.locator(".builder__date", has=button).locator(".builder__day").evaluate(
        "day => { day.value = '2027-03-15'; day.dispatchEvent(new Event('change')); }"
    )
    expect(start).to_have_value("15. marts 2027")
    expect(paper(page)).to_contain_text("fra den 15. marts 2027")


def test_a_shared_field_is_asked_once_and_told_where_it_is_used(page: Page, site: str) -> None:
    """Each label stands once, and a field that several clauses use says so."""
    open_builder(page, site)
    page.get_by_role("button", name=re.compile("Bred alliance")).click()
    labels = page.locator(".builder__fields label, .builder__purpose label").all_text_contents()
    assert len(labels) == len(set(labels))
    asked = field(page, "Tovholder").locator("xpath=ancestor::div[contains(@class, 'builder__field')][1]")
    expect(asked).to_contain_text("Bruges også i:")


def test_one_group_stands_open_and_leads_to_the_next(page: Page, site: str) -> None:
    """Entering the step opens what is not done; a button goes on; the closed groups tell how far one is."""
    open_builder(page, site)
    step(page, "Felter")
    groups = page.locator(".builder__group")
    expect(page.locator(".builder__group[open]")).to_have_count(1)
    first = groups.first.locator(".builder__item-title").inner_text()
    groups.first.get_by_role("button", name=re.compile("^Videre til")).click()
    expect(groups.nth(1)).to_have_attribute("open", "")
    expect(groups.first).not_to_have_attribute("open", "")
    expect(groups.nth(1).locator("input, textarea").first).to_be_focused()
    assert first and groups.nth(1).locator(".builder__item-note").inner_text().startswith("0 af ")


def test_only_what_the_variants_need_is_asked_and_old_answers_wait(page: Page, site: str) -> None:
    """A clause taken out takes its questions along; taken in again, the answer is still there."""
    open_builder(page, site)
    field(page, "Opsigelsesvarsel").fill("tre måneder")
    step(page, "Klausuler")
    clause(page, "Opsigelse").get_by_role("button", name="Tag ud Opsigelse").click()
    expect(page.get_by_label("Opsigelsesvarsel", exact=True)).to_have_count(0)
    take_in(page, "Opsigelse")
    expect(field(page, "Opsigelsesvarsel")).to_have_value("tre måneder")
    expect(paper(page)).to_contain_text("med et varsel på tre måneder.")
