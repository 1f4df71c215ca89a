"""The builder as a whole: the way through its steps, the paper, the address that opens it, and where it cannot run."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from macros.library.content import Content
from tests.browser.builder_page import (
    PARTIES,
    clause,
    download,
    field,
    fill_parties,
    looks,
    open_builder,
    paper,
    step,
)

pytestmark = pytest.mark.one_page

STEPS = ["Begynd", "Parter", "Formål og mål", "Aktiviteter", "Organer", "Klausuler", "Felter", "Hent og gem"]


def test_starts_with_the_clauses_every_agreement_should_have(page: Page, site: str, content: Content) -> None:
    """The essential clauses are chosen with their first variant, and the model texts give way."""
    open_builder(page, site)
    needed = [item.titel for item in content.clauses if item.uundvaerlig]
    headings = paper(page).locator("h4")
    expect(headings).to_have_text([f"§ {number} {title}" for number, title in enumerate(needed, start=1)])
    expect(page.locator(".builder__plain")).to_be_hidden()
    expect(page.get_by_text("Det, du skriver, forlader ikke din browser.").last).to_be_visible()


def test_one_step_is_shown_at_a_time_in_any_order(page: Page, site: str) -> None:
    """The menu, the buttons below and the browser's Back lead to a step; the focus is on its heading."""
    open_builder(page, site)
    names = page.locator(".builder__nav-name").all_inner_texts()
    assert [name for name in STEPS if name in names] == STEPS
    expect(page.locator(".builder__step:visible")).to_have_count(1)
    step(page, "Organer")
    expect(page.get_by_role("heading", name="Organer", level=2, exact=True)).to_be_focused()
    expect(page.locator(".builder__nav a[aria-current=step]")).to_contain_text("Organer")
    page.get_by_role("button", name="Videre: Klausuler").click()
    expect(page.get_by_role("heading", name="Klausuler", level=2, exact=True)).to_be_focused()
    page.get_by_role("button", name="Tilbage: Organer").click()
    page.go_back()
    expect(page.get_by_role("heading", name="Klausuler", level=2, exact=True)).to_be_visible()
    page.go_back()
    page.go_back()
    expect(page.get_by_role("heading", name="Begynd", level=2, exact=True)).to_be_visible()
    assert page.url == f"{site}aftaler/byg/"


def test_the_menu_tells_what_is_done(page: Page, site: str) -> None:
    """Empty, begun and done stand in words at each step."""
    open_builder(page, site)
    parties = page.locator(".builder__nav-list a", has_text="Parter")
    expect(parties).to_contain_text("tom")
    step(page, "Parter")
    field(page, "Part 1").fill("Egeby Kommune")
    expect(parties).to_contain_text("i gang")
    field(page, "Part 2").fill("Egeby Erhvervsskole")
    expect(parties).to_contain_text("færdig")


def test_the_paper_follows_and_leads_to_the_field(page: Page, site: str) -> None:
    """What is typed stands on the paper at once; an empty field there leads to its control; numbers close up."""
    open_builder(page, site)
    fill_parties(page)
    expect(paper(page)).to_contain_text(
        "indgået mellem Egeby Kommune, Egeby Erhvervsskole og Egeby Erhvervsråd & venner."
    )
    paper(page).get_by_role("link", name="[Opsigelsesvarsel]").click()
    expect(field(page, "Opsigelsesvarsel")).to_be_focused()
    field(page, "Opsigelsesvarsel").fill("tre måneder")
    expect(paper(page)).to_contain_text("med et varsel på tre måneder.")
    assert "#" not in page.url
    step(page, "Klausuler")
    clause(page, "Formål").get_by_role("button", name="Tag ud Formål").click()
    expect(paper(page).locator("h4").nth(1)).to_have_text("§ 2 Parter")


def test_progress_counts_what_the_agreement_asks_for(page: Page, site: str) -> None:
    """Parties and fields count; a number that is none does not."""
    open_builder(page, site)
    progress = page.locator(".builder__progress")
    asked = int(re.findall(r"\d+", progress.inner_text())[1])
    fill_parties(page, PARTIES[:2])
    field(page, "Møder pr. år").fill("mange")
    expect(progress).to_have_text(f"2 af {asked} felter udfyldt")
    field(page, "Møder pr. år").fill("2")
    expect(progress).to_have_text(f"3 af {asked} felter udfyldt")


# ── The address ──────────────────────────────────────────────────────────────


def test_clauses_from_a_case_are_chosen_until_one_chooses_oneself(page: Page, site: str) -> None:
    """The query preselects and says so; unknown ids are told; the first own choice ends its say."""
    open_builder(page, site, "?klausul=oekonomi&klausul=bilag&klausul=oekonomi&klausul=%3Cb%3Efindes-ikke")
    notices = page.locator(".builder__notices")
    expect(notices).to_contain_text("Valgt fra den side, du kom fra: Økonomi, Bilag.")
    expect(notices).to_contain_text("Adressen nævner klausuler, som ikke findes: <b>findes-ikke.")
    expect(paper(page)).to_contain_text("Økonomi")
    expect(paper(page)).to_contain_text("Formål")
    step(page, "Klausuler")
    clause(page, "Økonomi").get_by_role("button", name="Tag ud Økonomi").click()
    expect(notices).not_to_contain_text("Valgt fra den side")
    assert "klausul" not in page.url


def test_links_from_clause_pages_lead_to_their_clause(page: Page, site: str) -> None:
    """The way in from a clause page, and the way back to it from the builder."""
    page.goto(f"{site}aftaler/klausuler/oekonomi/")
    page.get_by_role("link", name="Brug klausulen i en aftale").click()
    step(page, "Klausuler")
    item = clause(page, "Økonomi")
    item.locator(".builder__why summary").click()
    item.get_by_role("link", name="Læs om Økonomi").click()
    expect(page).to_have_url(f"{site}aftaler/klausuler/oekonomi/")


# ── Every hand and every screen ──────────────────────────────────────────────


def test_an_agreement_is_made_with_the_keyboard_alone(page: Page, site: str) -> None:
    """Steps, parties, variants, fields, a blank on the paper and the download, without a mouse."""
    open_builder(page, site)

    def tab_to(selector: str) -> None:
        for _ in range(150):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                box = page.evaluate(
                    "(({top, bottom}) => [top, bottom])(document.activeElement.getBoundingClientRect())"
                )
                assert box[1] > 56 and box[0] < 720, f"{selector} er gemt bag sidehovedet"
                return
        raise AssertionError(f"{selector} kan ikke nås med tabulator")

    tab_to("a[href='#trin-parter']")
    page.keyboard.press("Enter")
    tab_to("#felt-part-1")
    page.keyboard.type("Egeby Kommune")
    tab_to("#felt-part-2")
    page.keyboard.type("Egeby Erhvervsskole")
    tab_to("[data-do='add-party']")
    page.keyboard.press("Enter")
    page.keyboard.type("Egeby Erhvervsråd")
    tab_to("[data-do='step-on']")
    page.keyboard.press("Enter")
    tab_to("#felt-omraade")
    page.keyboard.type("Egeby")
    tab_to("a[href='#trin-klausuler']")
    page.keyboard.press("Enter")
    tab_to(".builder__clause summary")
    page.keyboard.press("Enter")
    tab_to("input[type=radio]")
    page.keyboard.press("ArrowDown")
    expect(paper(page)).to_contain_text("Aftalen er indgået på denne baggrund:")
    tab_to("a[href='#trin-hent']")
    page.keyboard.press("Enter")
    tab_to(".builder__missing a[data-key=aftalens_titel]")
    page.keyboard.press("Enter")
    expect(field(page, "Aftalens titel")).to_be_focused()
    page.keyboard.type("Aftale med tasterne")
    tab_to("a[href='#trin-hent']")
    page.keyboard.press("Enter")
    tab_to("[data-do='copy']")
    tab_to(".builder__paper")
    tab_to(".builder__document a")
    page.keyboard.press("Enter")
    expect(page.locator(".builder__steps :focus")).to_have_count(1)
    name, data = download(page, "Hent som Word")
    assert name == "aftale-med-tasterne.docx" and data


def test_a_narrow_screen_writes_and_reads_in_turn(page: Page, site: str) -> None:
    """No sideways scroll in any step; one view at a time; a blank on the paper leads back to its field."""
    open_builder(page, site)
    page.set_viewport_size({"width": 320, "height": 740})
    page.get_by_role("button", name=re.compile("Ramme med styregruppe")).click()
    field(page, "Part 1").fill("Egeby-Kommune-med-et-meget-langt-navn-uden-mellemrum-" * 2)
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    for name in STEPS:
        step(page, name)
        page.evaluate("document.querySelectorAll('.builder__steps details').forEach(fold => { fold.open = true; })")
        for width in looks(page, 768, 360, 320):
            assert not page.evaluate(wide), (name, width)
    expect(page.locator(".builder__paper")).to_be_hidden()
    page.get_by_role("button", name="Se aftalen").click()
    expect(page.locator(".builder__paper")).to_be_visible()
    expect(page.locator(".builder__steps")).to_be_hidden()
    assert not page.evaluate(wide)
    paper(page).get_by_role("link", name="[Opsigelsesvarsel]").click()
    expect(field(page, "Opsigelsesvarsel")).to_be_focused()
    expect(page.get_by_role("button", name="Skriv", exact=True)).to_have_attribute("aria-pressed", "true")


def test_without_a_script_the_model_texts_stand_to_copy(
    new_context: Callable[..., BrowserContext], site: str, content: Content
) -> None:
    """All variants can be read; the form does not show."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}aftaler/byg/")
    expect(page.locator(".builder__plain blockquote")).to_have_count(sum(len(c.varianter) for c in content.clauses))
    assert page.locator(".builder__plain noscript").inner_text().strip() == "Byggeren kræver JavaScript."
    expect(page.locator(".builder__app")).to_be_hidden()


@pytest.mark.parametrize("body", [None, "ikke json", "{}"])
@pytest.mark.one_page(False)
def test_missing_data_leaves_the_model_texts(page: Page, site: str, guard: Any, body: str | None) -> None:
    """A failed fetch is told in Danish, and the plain texts stay."""
    guard.expected.append("byg.json|Failed to load")
    page.route(
        "**/data/byg.json",
        lambda route: route.abort() if body is None else route.fulfill(body=body, content_type="application/json"),
    )
    page.goto(f"{site}aftaler/byg/")
    expect(page.get_by_role("alert")).to_contain_text("Byggeren kunne ikke hente klausulerne.")
    expect(page.locator(".builder__plain")).to_be_visible()
    expect(page.locator(".builder__app")).to_be_hidden()
