"""The check in the builder: it follows the writing, leads to the place, mends, and lets a person decide."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.builder_page import field, fill_parties, open_builder, step

pytestmark = pytest.mark.one_page

STEP = "Tjek aftalen"


def entry(page: Page, name: str) -> Any:
    """The finding with that heading."""
    return page.locator(".check__entry").filter(
        has=page.get_by_role("heading", name=name, exact=True, include_hidden=True)
    )


def group(page: Page, name: str) -> Any:
    """One of the check's lists."""
    return page.locator(f'[data-check="{name}"]')


def start(page: Page, site: str) -> Page:
    """The builder with two parties written."""
    open_builder(page, site)
    fill_parties(page, ("Egeby Kommune", "Egeby Skole"))
    step(page, STEP)
    expect(entry(page, "Part uden opgave")).to_contain_text("»Egeby Skole« har ingen opgave")
    expect(page.locator(".check__summary")).to_have_text(re.compile(r"rettes, og .*\. \d+ felter er ikke udfyldt\.$"))
    return page


def test_says_nothing_of_an_empty_form(page: Page, site: str) -> None:
    open_builder(page, site)
    step(page, STEP)
    expect(page.locator(".check__summary")).to_contain_text("Du er ikke begyndt endnu")
    expect(page.locator(".check__findings")).to_be_hidden()


def test_a_finding_comes_leads_to_its_place_and_goes(page: Page, site: str) -> None:
    start(page, site)
    field(page, "Part 2").fill("Egeby Kommune")
    step(page, STEP)
    twice = entry(page, "Samme part to gange")
    expect(twice).to_be_visible()
    twice.get_by_role("link", name="Ret det").click()
    expect(page.locator("#felt-part-2")).to_be_focused()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("Egeby Skole")
    expect(twice).to_have_count(0)


def test_a_finding_in_a_folded_row_opens_it(page: Page, site: str) -> None:
    start(page, site)
    entry(page, "Part, som ingen skriver under for").get_by_role("link", name="Ret det").nth(1).click()
    expect(page.locator("#felt-part-2-underskriver")).to_be_focused()
    page.keyboard.type("direktør?")
    step(page, STEP)
    entry(page, "Ufærdige steder").get_by_role("link", name="Ret det").click()
    expect(page.locator("#felt-part-2")).to_be_focused()


def test_a_goal_without_a_measure_is_told_and_led_to(page: Page, site: str) -> None:
    start(page, site)
    expect(entry(page, "Ingen mål")).to_be_visible()
    step(page, "Formål og mål")
    page.get_by_role("button", name="Tilføj et mål").click()
    page.locator("#felt-maal-1-tekst").fill("Flere lærlinge")
    step(page, STEP)
    expect(entry(page, "Ingen mål")).to_have_count(0)
    unmeasured = entry(page, "Mål uden tal")
    expect(unmeasured).to_contain_text("»Flere lærlinge« har ikke både noget at tælle og et tal at nå.")
    unmeasured.get_by_role("link", name="Ret det").click()
    expect(page.locator("#felt-maal-1-maaltal")).to_be_focused()


def test_the_steps_menu_tells_how_much_there_is_to_mend(page: Page, site: str) -> None:
    open_builder(page, site)
    link = page.locator('.builder__nav-list a[href="#trin-tjek"]')
    expect(link).not_to_contain_text("at rette")
    fill_parties(page, ("Egeby Kommune", "Egeby Skole"))
    expect(link).to_contain_text(" at rette")
    expect(link).to_have_attribute("data-state", "igang")


def test_a_missing_clause_is_taken_along_with_one_press(page: Page, site: str) -> None:
    start(page, site)
    money = entry(page, "Intet om økonomi")
    before = int(group(page, "well").locator("li").count())
    money.get_by_role("button", name="Tag klausulen »Økonomi« med").click()
    expect(money).to_have_count(0)
    expect(page.locator("#trin-tjek")).to_be_focused()
    expect(group(page, "well").locator("li")).to_have_count(before + 1)
    expect(page.locator(".builder__document")).to_contain_text("Økonomi")


def test_a_finding_tells_why_and_what_it_rests_on(page: Page, site: str, content: Any) -> None:
    start(page, site)
    duty = entry(page, "Part uden opgave")
    duty.get_by_text("Hvorfor, og hvad gør vi?").click()
    rule = next(rule for rule in content.terms("tjek") if rule.id == "part-uden-opgave")
    expect(duty).to_contain_text(rule.hvorfor)
    expect(duty).to_contain_text(rule.raad)
    assert duty.locator(".check__sources a").count() == len(rule.laering) + len(rule.aftaler)
    expect(duty.locator(".check__sources")).to_contain_text("Partnering Agreement Scorecard")
    for link in duty.locator(".check__sources a, [data-slot=clause]").all():
        address = str(link.evaluate("(link) => link.href"))
        assert page.request.get(address).ok, address


@pytest.mark.one_page(False)
def test_a_finding_is_set_aside_with_a_reason_and_taken_back(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    start(page, site)
    name = "Intet om kommunikation"
    entry(page, name).get_by_role("button", name="Det har vi taget stilling til").click()
    expect(group(page, "aside")).to_contain_text(name)
    reason = group(page, "aside").get_by_label("Hvorfor er det i orden?")
    expect(reason).to_be_focused()
    reason.fill("Aftalt i bestyrelsen")
    page.get_by_role("button", name="Kopiér punkterne til mødet").click()
    expect(page.locator(".builder__status")).to_have_text("Listen er kopieret.")
    text = str(page.evaluate("navigator.clipboard.readText()"))
    assert "parterne fortæller om samarbejdet. (Aftalt i bestyrelsen)" in text
    assert text.startswith("Det bør rettes:\n- ")
    group(page, "aside").get_by_role("button", name="Tag det frem igen").click()
    expect(group(page, "overvej")).to_contain_text(name)
    expect(group(page, "aside")).to_be_hidden()


def test_a_cpr_number_is_refused_as_a_reason(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    start(page, site)
    entry(page, "Intet om nye parter").get_by_role("button", name="Det har vi taget stilling til").click()
    reason = group(page, "aside").get_by_label("Hvorfor er det i orden?")
    reason.fill("spurgt 010190-1234")
    expect(reason).to_have_attribute("aria-invalid", "true")
    page.get_by_role("button", name="Kopiér punkterne til mødet").click()
    expect(page.locator(".builder__status")).to_have_text("Listen er kopieret.")
    assert "010190" not in str(page.evaluate("navigator.clipboard.readText()"))
    start(page, site)
    expect(group(page, "aside")).to_be_hidden()
    expect(group(page, "overvej")).to_contain_text("Intet om nye parter")


def test_writing_never_closes_what_one_reads(page: Page, site: str) -> None:
    start(page, site)
    details = entry(page, "Ingen mål").locator("details")
    details.get_by_text("Hvorfor, og hvad gør vi?").click()
    field(page, "Part 2").fill("Egeby Erhvervsskole")
    step(page, STEP)
    expect(entry(page, "Part uden opgave")).to_contain_text("Egeby Erhvervsskole")
    expect(details).to_have_attribute("open", "")


def test_markup_in_the_draft_stays_text(page: Page, site: str) -> None:
    open_builder(page, site)
    fill_parties(page, ("<img src=x onerror=window.__x=1>", "{{ 7*7 }} [a](javascript:window.__x=1)"))
    step(page, STEP)
    expect(entry(page, "Part uden opgave")).to_contain_text("»<img src=x onerror=window.__x=1>« har ingen opgave")
    assert page.evaluate("window.__x") is None
