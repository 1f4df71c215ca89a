"""The clauses: another variant, one's own words with a way back, another order, left out, and one's own."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from macros.library.content import Content
from tests.browser.builder_page import clause, open_builder, pack, paper, status, step

pytestmark = pytest.mark.one_page


def test_a_clause_tells_why_and_what_others_have(page: Page, site: str, content: Content) -> None:
    """Receipt, fitting occasions, help and the lessons that argue for it, linked."""
    open_builder(page, site)
    step(page, "Klausuler")
    item = clause(page, "Mål")
    expect(item).to_contain_text("2 af 3 aftaler har den")
    expect(item.get_by_role("radio")).to_have_count(len(content.clause_by_id["maal"].varianter))
    expect(item).to_contain_text("Passer når parterne kan sætte tal på det, de vil nå.")
    item.locator(".builder__why summary").click()
    expect(item.get_by_role("link", name=re.compile("^case 1: "))).not_to_have_count(0)
    expect(item.locator("[data-slot=no-lessons]")).to_be_hidden()
    item = clause(page, "Opsigelse")
    item.locator(".builder__why summary").click()
    expect(item).to_contain_text("Ingen af casene og ingen af læringspunkterne taler for den.")


def test_one_clause_stands_open_at_a_time(page: Page, site: str) -> None:
    """Opening another closes the first."""
    open_builder(page, site)
    step(page, "Klausuler")
    clause(page, "Formål")
    clause(page, "Møder")
    expect(page.locator(".builder__clause > details[open]")).to_have_count(1)


def test_words_of_ones_own_are_marked_and_can_be_taken_back(page: Page, site: str) -> None:
    """The edited text stands on the paper with its fields; another variant asks; the model text comes back."""
    open_builder(page, site)
    step(page, "Klausuler")
    item = clause(page, "Opsigelse")
    item.locator(".builder__edit > summary").click()
    text = item.get_by_label("Klausulens tekst", exact=True)
    assert "\n\n" in text.input_value() and "opsige aftalen skriftligt med et varsel på [varsel]" in text.input_value()
    expect(item.locator(".builder__item-note")).to_have_text("Gensidigt varsel, aftalen fortsætter")
    text.fill("Enhver kan gå med [varsel].\nSe også ")
    expect(item.locator(".builder__item-note")).to_have_text("Rettet af dig")
    item.get_by_label("Indsæt henvisning til").select_option("loebetid")
    expect(text).to_have_value("Enhver kan gå med [varsel].\nSe også [§loebetid]")
    expect(paper(page)).to_contain_text("Enhver kan gå med [Opsigelsesvarsel].")
    expect(paper(page)).to_contain_text(re.compile(r"Se også § \d+"))
    item.get_by_role("radio").nth(1).click()
    page.get_by_role("button", name="Nej, behold dem").click()
    expect(text).to_have_value(re.compile("^Enhver kan gå"))
    item.get_by_role("button", name="Tilbage til modelteksten").click()
    status(page, "Modelteksten er tilbage.")
    expect(text).to_have_value(re.compile("^Hver part kan opsige"))
    expect(item.get_by_role("button", name="Tilbage til modelteksten")).to_be_hidden()
    item.get_by_label("Overskrift", exact=True).fill("Udtræden")
    expect(paper(page).locator("h4", has_text="Udtræden")).to_have_count(1)


def test_a_clause_is_moved_and_taken_out_and_back(page: Page, site: str) -> None:
    """Numbers and references follow; the focus stays; undo brings everything back."""
    open_builder(page, site)
    step(page, "Klausuler")
    item = clause(page, "Formål")
    item.get_by_role("button", name="Flyt op Formål").click()
    status(page, "Klausulen er nu § 1 Formål.")
    expect(page.get_by_role("button", name="Flyt ned Formål")).to_be_focused()
    expect(paper(page).locator("h4").first).to_have_text("§ 1 Formål")
    clause(page, "Opsigelse").get_by_role("button", name="Tag ud Opsigelse").click()
    expect(paper(page).locator("h4", has_text="Opsigelse")).to_have_count(0)
    expect(page.get_by_role("button", name="Tag med Opsigelse")).to_be_visible()
    page.get_by_role("button", name="Fortryd").click()
    expect(paper(page).locator("h4", has_text="Opsigelse")).to_have_count(1)


def test_a_clause_of_ones_own_is_numbered_like_the_others(page: Page, site: str) -> None:
    """It begins with its heading, stands before the signatures, and can be removed."""
    open_builder(page, site)
    step(page, "Klausuler")
    page.get_by_role("button", name="Skriv din egen klausul").click()
    item = clause(page, "Egen klausul")
    expect(item.get_by_label("Overskrift", exact=True)).to_be_focused()
    item.get_by_label("Overskrift", exact=True).fill("Studiebesøg")
    item = clause(page, "Studiebesøg")
    item.get_by_label("Klausulens tekst", exact=True).fill("Parterne besøger hinanden [antal] gange.")
    expect(paper(page).locator("h4", has_text="Studiebesøg")).to_have_text(re.compile(r"^§ \d+ Studiebesøg$"))
    expect(paper(page)).to_contain_text("besøger hinanden [Antal] gange.")
    paper(page).get_by_role("link", name="[Antal]").click()
    expect(page.get_by_label("Antal", exact=True)).to_be_focused()


def test_a_reference_leads_to_its_clause_and_a_lost_one_to_taking_it_in(page: Page, site: str) -> None:
    """A number on the paper is a link; a lost reference leads to the button that mends it."""
    open_builder(page, site)
    step(page, "Klausuler")
    item = clause(page, "Formål")
    item.locator(".builder__edit > summary").click()
    item.get_by_label("Klausulens tekst", exact=True).fill("Jf. [§oekonomi] og [§opsigelse].")
    paper(page).locator("p", has_text="Jf.").get_by_role("link", name=re.compile(r"^§ \d+$")).click()
    expect(paper(page).locator("h4", has_text="Opsigelse")).to_have_class(re.compile("builder__now"))
    paper(page).get_by_role("link", name="[§ Økonomi]").click()
    add = page.get_by_role("button", name="Tag med Økonomi")
    expect(add).to_be_focused()
    add.click()
    expect(paper(page)).to_contain_text(re.compile(r"Jf\. § \d+ og § \d+\."))


def test_a_model_text_that_changed_since_is_told(page: Page, site: str) -> None:
    """A draft from before shows it at the clause, keeps one's own words, and lets one choose."""
    entry = {"id": "opsigelse", "variant": "gensidigt-varsel", "tekst": "Mine ord.", "model": "00000000"}
    seen = {"id": "formaal", "variant": "et-faelles-formaal", "model": "00000000"}
    open_builder(page, site, pack({"parter": [], "klausuler": [seen, entry]}, "kladde=2."))
    expect(page.locator(".builder__notices")).to_contain_text(
        "Modelteksten til Opsigelse er ændret, siden kladden blev lavet."
    )
    step(page, "Klausuler")
    item = clause(page, "Opsigelse")
    expect(item.locator(".builder__item-note")).to_have_text("Rettet af dig · modelteksten er ændret")
    item.get_by_role("button", name="Behold min").click()
    expect(item.locator(".builder__changed")).to_be_hidden()
    expect(paper(page)).to_contain_text("Mine ord.")
    item = clause(page, "Formål")
    item.get_by_role("button", name="Jeg har set det").click()
    expect(item.locator(".builder__changed")).to_be_hidden()
