"""The parties: any number, of a kind, with tasks and a checked CVR number; personal numbers are refused everywhere."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.builder_page import (
    PARTIES,
    PAYLOADS,
    field,
    fill_parties,
    open_builder,
    paper,
    run_module,
    status,
    step,
)

pytestmark = pytest.mark.one_page


def test_parties_are_added_removed_and_never_named_twice(page: Page, site: str) -> None:
    """The focus follows, two rows always stay, and the same party twice is said at the second."""
    open_builder(page, site)
    fill_parties(page, PARTIES[:2])
    expect(page.get_by_role("button", name=re.compile("^Fjern"))).to_have_count(0)
    page.get_by_role("button", name="Tilføj en part").click()
    expect(field(page, "Part 3")).to_be_focused()
    field(page, "Part 3").fill("egeby kommune")
    expect(page.locator(".builder__error:visible")).to_have_count(0)
    field(page, "Part 3").blur()
    expect(page.locator(".builder__error:visible")).to_have_text("egeby kommune står på listen to gange.")
    page.get_by_role("button", name="Fjern Egeby Kommune", exact=True).click()
    status(page, "Egeby Kommune er fjernet.")
    expect(field(page, "Part 1")).to_be_focused()
    expect(field(page, "Part 1")).to_have_value(PARTIES[1])
    expect(page.locator(".builder__error:visible")).to_have_count(0)


def test_thirty_parties_stay_usable(page: Page, site: str) -> None:
    """Each is one line until it is opened, and the agreement names them all."""
    open_builder(page, site)
    fill_parties(page, tuple(f"Part nummer {number}" for number in range(1, 31)))
    expect(paper(page)).to_contain_text("Part nummer 29 og Part nummer 30")
    expect(paper(page).locator(".builder__signature")).to_have_count(30)
    assert page.locator(".builder__party").first.bounding_box()["height"] < 220  # type: ignore[index]
    page.get_by_role("button", name="Fjern Part nummer 2", exact=True).click()
    expect(field(page, "Part 2")).to_have_value("Part nummer 3")


def test_tasks_and_kind_go_into_the_agreement(page: Page, site: str) -> None:
    """What a party does fills the clause on duties, line by line; its kind stands among the known kinds."""
    open_builder(page, site)
    fill_parties(page, PARTIES[:2])
    field(page, "Slags (part 1)").select_option(label="Kommune")
    field(page, "Det gør parten (part 1)").fill("indkalder\nsamler tal")
    expect(paper(page)).to_contain_text("Egeby Kommune: indkalder; samler tal")
    step(page, "Felter")
    expect(page.locator("[data-given=ansvarsfordeling]")).to_contain_text("kommer fra det, du har skrevet under Parter")


CVR = {
    "": ("", ""),
    "12345674": ("", ""),
    "DK 12 34 56 74": ("", ""),
    "CVR-nr. 12345674": ("", ""),
    "12345678": ("", "Cifrene passer ikke sammen"),
    "00000000": ("", "Cifrene passer ikke sammen"),
    "1234567": ("Et CVR-nummer har otte cifre", ""),
    "123456789": ("Et CVR-nummer har otte cifre", ""),
    "1234567a": ("Et CVR-nummer har otte cifre", ""),
}


def test_a_cvr_number_is_checked_and_an_odd_one_is_told_kindly(page: Page, site: str) -> None:
    """Eight digits are needed; digits that do not fit together may still stand."""
    body = "return v.map((text) => [m.cvrProblem(text), m.cvrAdvice(text)])"
    for (text, (problem, advice)), (said, told) in zip(
        CVR.items(), run_module(page, site, "cvr", body, *CVR), strict=True
    ):
        assert said.startswith(problem) and bool(said) == bool(problem), text
        assert told.startswith(advice) and bool(told) == bool(advice), text
    open_builder(page, site)
    cvr = field(page, "CVR-nummer (valgfrit) (part 1)")
    cvr.fill("12 34 56 78")
    cvr.blur()
    expect(cvr).to_have_value("12345678")
    expect(page.locator(".builder__advice:visible")).to_contain_text("Står det sådan dér, så lad det stå.")
    expect(cvr).not_to_have_attribute("aria-invalid", "true")
    expect(paper(page)).to_contain_text("Parterne i aftalen er [Part 1] (CVR-nummer 12345678) og [Part 2].")


TEXTS = {
    "Part 1": "Parter",
    "Det gør parten (part 2)": "Parter",
    "Underskriver (valgfri) (part 1)": "Parter",
    "Formål": "Formål og mål",
    "Tovholder": "Felter",
}


@pytest.mark.parametrize("label", TEXTS)
def test_a_cpr_number_is_refused_with_a_reason(page: Page, site: str, label: str) -> None:
    """It never comes into the draft, the words stand to be mended, and mending takes the fault away."""
    open_builder(page, site)
    control = field(page, label)
    control.fill("Kontakt 010190-1234")
    expect(page.locator(".builder__error:visible")).to_contain_text("Det ligner et CPR-nummer.")
    expect(control).to_have_attribute("aria-invalid", "true")
    expect(paper(page)).not_to_contain_text("010190")
    step(page, "Begynd")
    assert "010190" not in page.evaluate("JSON.stringify(document.querySelector('agreement-builder').draft)")
    field(page, label).fill("CVR 12345678")
    expect(page.locator(".builder__error:visible")).to_have_count(0)
    assert "CVR 12345678" in page.evaluate("JSON.stringify(document.querySelector('agreement-builder').draft)")


def test_a_cpr_number_is_refused_in_rows_members_and_clauses(page: Page, site: str) -> None:
    """Goals, activities, bodies, members, and the words of a clause."""
    open_builder(page, site)
    for name, button, label in (
        ("Formål og mål", "Tilføj et mål", "Målet"),
        ("Aktiviteter", "Tilføj en aktivitet", "Hvem gør det?"),
        ("Organer", "Tilføj et organ", "Opgaver (valgfrit)"),
        ("Organer", "Tilføj et medlem", "Rolle"),
        ("Klausuler", "Skriv din egen klausul", "Klausulens tekst"),
    ):
        step(page, name)
        page.get_by_role("button", name=button).click()
        page.locator(".builder__step:visible").get_by_label(label, exact=True).locator("visible=true").fill(
            "010190 1234"
        )
    draft = page.evaluate("JSON.stringify(document.querySelector('agreement-builder').draft)")
    assert "1234" not in draft
    assert page.evaluate("document.querySelectorAll('[data-refused]').length") == 5


def test_nothing_typed_is_ever_run(page: Page, site: str) -> None:
    """Every text control, filled with every payload, stays text on the paper and in the form."""
    open_builder(page, site)
    for name, button in (
        ("Formål og mål", "Tilføj et mål"),
        ("Aktiviteter", "Tilføj en aktivitet"),
        ("Organer", "Tilføj et organ"),
        ("Organer", "Tilføj et medlem"),
        ("Klausuler", "Skriv din egen klausul"),
    ):
        step(page, name)
        page.get_by_role("button", name=button).click()
    text = " ".join(PAYLOADS)[:200]
    page.evaluate(
        """text => {
          for (const control of document.querySelectorAll(".builder__steps :is(input[type=text], textarea)")) {
            control.value = text;
            control.dispatchEvent(new Event("input", { bubbles: true }));
          }
        }""",
        text,
    )
    expect(paper(page)).to_contain_text(text)
    step(page, "Hent og gem")
    page.get_by_role("button", name="Kopiér tekst").click()
    assert page.evaluate("window.__x") is None
    assert page.locator(".builder").locator("img, script, svg").count() == 0
