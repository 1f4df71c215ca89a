"""Whole journeys to an agreement: from a case, a lesson, a search or a list, and from an empty form to signed paper."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from playwright.sync_api import Page, expect

from macros.library.content import Content
from tests.browser.builder_page import PARTIES, download, field, fill_parties, open_builder, paper, status, step
from tests.browser.conftest import components_ready
from tests.browser.paper import CAN_SET_WORD, word_pages

CASE = "kube-ringkoebing-skjern"


def basis(page: Page) -> Any:
    """What the draft in the builder builds on, once it has opened."""
    expect(page.locator(".builder__app")).to_be_visible()
    expect(page.locator(".builder__notices")).to_contain_text("Valgt fra den side, du kom fra:")
    return json.loads(page.evaluate("JSON.stringify(document.querySelector('agreement-builder').draft)"))["grundlag"]


def test_every_way_of_finding_leads_into_the_builder(page: Page, site: str, content: Content) -> None:
    """From a case, one of its lessons, all lessons, a search, and one's own list: the draft says what it builds on."""
    case = content.case_by_id[CASE]
    page.goto(f"{site}{case.url}")
    page.get_by_role("link", name="Byg en aftale ud fra casen").click()
    assert basis(page)["cases"] == [CASE]
    expect(page.locator(".builder__notices")).to_contain_text("læringspunkter er blevet forslag til mål.")
    page.go_back()
    lesson = case.laering[0]
    page.locator(f"#laering-{lesson.id}").get_by_role("link", name=re.compile("^Brug i en aftale")).click()
    assert basis(page)["laering"] == [f"{CASE}#{lesson.id}"]
    page.goto(f"{site}laering/#laering-faelles-maal")
    page.locator("#laering-faelles-maal").get_by_role("link", name=re.compile("^Brug i en aftale")).click()
    assert basis(page)["laering"] == ["katalog#faelles-maal"]
    page.goto(f"{site}cases/?q=smede")
    offer = page.locator(".finder__build a")
    expect(offer).to_have_attribute("href", re.compile("case="))
    found = page.locator("[data-case]:visible").evaluate_all("cards => cards.map((card) => card.dataset.case)")
    offer.click()
    assert basis(page)["cases"] == found[:5]
    page.goto(f"{site}{case.url}")
    components_ready(page)
    page.locator(f"#laering-{lesson.id}").get_by_role("button", name=re.compile("^Læg på")).click()
    expect(
        page.locator(f"#laering-{lesson.id}").get_by_role("button", name=re.compile("^På min liste"))
    ).to_be_visible()
    page.goto(f"{site}liste/")
    page.get_by_role("link", name="Byg en aftale ud fra listen").click()
    assert basis(page)["laering"] == [f"{CASE}#{lesson.id}"]


def write_small_agreement(page: Page) -> None:
    """The small starter with three parties, all answered."""
    page.get_by_role("button", name=re.compile("^Lille: skole og kommune")).click()
    fill_parties(page)
    for number, task in enumerate(("indkalder til møder", "finder lærepladser", "opsøger virksomheder"), start=1):
        field(page, f"Det gør parten (part {number})").fill(task)
    step(page, "Formål og mål")
    field(page, "Aftalens titel").fill("Flere faglærte i Egeby")
    field(page, "Geografisk område").fill("Egeby Kommune")
    field(page, "Formål").fill("flere unge vælger en erhvervsuddannelse")
    field(page, "Målgruppe").fill("elever i 8. og 9. klasse")
    page.get_by_role("button", name="Tilføj et mål").click()
    goal = page.locator(".builder__goals > li").first
    for label, text in (
        ("Målet", "Flere begynder på en erhvervsuddannelse"),
        ("Det tæller vi", "nye elever fra Egeby"),
        ("Udgangspunkt", "60 i 2026"),
        ("Vi vil nå", "100 om året"),
        ("Frist", "31/12-2029"),
        ("Ansvarlig", PARTIES[1]),
    ):
        goal.get_by_label(label, exact=True).fill(text)
    step(page, "Felter")
    days = {"felt-startdato": "1/1-2027", "felt-slutdato": "31/12-2029"}
    for group in page.locator(".builder__group").all():
        if group.get_attribute("open") is None:
            group.locator("summary").click()
        for control in group.locator(":is(input:not([type=date]), textarea)").all():
            control.fill(days.get(control.get_attribute("id") or "", "tre måneder"))
    expect(page.locator(".builder__progress")).to_have_text(re.compile(r"^(\d+) af \1 felter udfyldt$"))


def keeps_with_next(document: Document, start: str) -> bool:
    """Whether the paragraph that begins so stays on the page of what follows."""
    return bool(
        next(item for item in document.paragraphs if item.text.startswith(start)).paragraph_format.keep_with_next
    )


def test_the_small_starter_with_three_parties_goes_from_start_to_paper(page: Page, site: str, tmp_path: Path) -> None:
    """One sitting: starter, parties with tasks, purpose, a goal, the fields, the check, and Word without blanks."""
    open_builder(page, site)
    write_small_agreement(page)
    files: list[str] = []
    page.on("download", lambda one: files.append(one.suggested_filename))
    step(page, "Hent og gem")
    expect(page.locator(".builder__missing")).to_have_text("Alle felter er udfyldt.")
    page.get_by_role("button", name="Hent som Word").dblclick()
    status(page, "Word-filen er hentet.")
    assert files == ["flere-faglaerte-i-egeby.docx"], "et dobbeltklik giver én fil"
    _, data = download(page, "Hent som Word")
    document = docx.Document(BytesIO(data))
    goals, signatures = document.tables
    assert [cell.text for cell in goals.rows[1].cells][3:] == ["100 om året", "31. december 2029", PARTIES[1]]
    assert len(signatures.rows) == 4
    text = "\n".join(item.text for item in document.paragraphs)
    assert "Egeby Erhvervsskole: finder lærepladser" in text and "[" not in text
    assert keeps_with_next(document, "De, der underskriver") and keeps_with_next(document, "Senest den 31. december")
    assert not keeps_with_next(document, "Aftalen kan kun ændres")
    shown = paper(page).locator("h4").all_inner_texts()
    if CAN_SET_WORD:
        pages = word_pages(data, tmp_path)
        assert pages[0].startswith("Flere faglærte i Egeby § 1 Titel og indledning")
        assert [f"Side {at} af {len(pages)}" in words for at, words in enumerate(pages, 1)] == [True] * len(pages)
        whole = " ".join(pages)
        assert all(heading.replace("\u00a0", " ") in whole for heading in shown)
        last = pages[-1]
        assert all(words in last for words in ("§ 15 Underskrift", "Dato", *PARTIES)), "underskrifterne er delt"
