"""The step "Det videre arbejde": from the same answers to a year wheel, a calendar, a case and an invitation."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser.builder_page import PAYLOADS, field, looks, open_builder, pack, status, step
from tests.browser.next_drafts import SCHOOL_AND_MUNICIPALITY, changed

pytestmark = pytest.mark.one_page

STEP = "Det videre arbejde"
SVG = "{http://www.w3.org/2000/svg}"


def open_next(page: Page, site: str, raw: Any = SCHOOL_AND_MUNICIPALITY) -> Page:
    """The step with a draft from a link."""
    open_builder(page, site, pack(raw, "kladde=2."))
    step(page, STEP)
    return page


def download(page: Page, button: str) -> tuple[str, bytes]:
    """The name and bytes of the file that a button of the step gives."""
    with page.expect_download() as found:
        page.get_by_role("button", name=button).click()
    return found.value.suggested_filename, Path(found.value.path()).read_bytes()


def test_the_wheel_and_the_table_tell_the_same_year(page: Page, site: str) -> None:
    """A mark for each row, with its number; another year has other rows; the picture says what it is."""
    open_next(page, site)
    wheel = page.locator("svg.year-wheel")
    expect(wheel).to_have_attribute("aria-label", re.compile(r"^Årshjul for 2027: \d+ datoer"))
    rows = page.locator(".builder-next__rows tr")
    numbers = wheel.locator(".year-wheel__number").all_text_contents()
    assert numbers == [str(number + 1) for number in range(rows.count())]
    expect(rows.first).to_contain_text("1. januar 2027")
    expect(rows.first).to_contain_text("Skrevet i kladden: Startdatoen")
    expect(page.locator(".builder-next__rows")).to_contain_text("Forslag: 4 møder om året")
    page.get_by_role("button", name="2029", exact=True).click()
    expect(page.get_by_role("button", name="2029", exact=True)).to_be_focused()
    expect(page.get_by_role("button", name="2029", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(rows.last).to_contain_text("Aftalen udløber")
    expect(page.locator(".builder-next__rows")).to_contain_text("Beregnet af svarene: Tre måneder før slutdatoen")
    expect(page.locator(".builder-next__undated")).to_contain_text("Besøg · løbende")


def test_a_crowded_month_says_how_many_more_there_are(page: Page, site: str) -> None:
    crowd = [{"tekst": f"Messe {number}", "hvornaar": "maj 2027"} for number in range(9)]
    open_next(page, site, changed(aktiviteter=crowd))
    expect(page.locator("svg.year-wheel")).to_contain_text("+4")


def test_the_first_meeting_moves_the_others_and_a_bad_date_is_told(page: Page, site: str) -> None:
    open_next(page, site)
    meeting = page.get_by_label("Dato for det første møde (valgfri)")
    meeting.fill("20/1-2027")
    rows = page.locator(".builder-next__rows")
    expect(rows).to_contain_text("20. januar 2027")
    expect(rows).to_contain_text("20. april 2027")
    meeting.fill("20/13-2027")
    expect(meeting).not_to_have_attribute("aria-invalid", "true")
    meeting.blur()
    expect(meeting).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#next-meeting-error")).to_contain_text("Datoen findes ikke")
    expect(rows).to_contain_text("15. januar 2027")


def test_without_a_date_it_says_what_to_do_and_leads_there(page: Page, site: str) -> None:
    open_next(page, site, changed(svar__startdato=""))
    expect(page.locator(".builder-next__calendar")).to_be_hidden()
    page.get_by_role("link", name="Skriv startdatoen eller datoen for det første møde.").click()
    expect(field(page, "Startdato")).to_be_focused()
    field(page, "Startdato").fill("1/2-2027")
    step(page, STEP)
    expect(page.locator(".builder-next__rows tr").first).to_contain_text("1. februar 2027")


def test_the_files_are_what_they_are_called(page: Page, site: str) -> None:
    """A calendar, a picture that stands alone, and three Word files; the same twice."""
    open_next(page, site)
    name, data = download(page, "Hent kalenderfil")
    assert name == "kalender-flere-faglaerte-i-egeby.ics"
    assert len(Calendar.from_ical(data).walk("VEVENT")) > 20
    assert download(page, "Hent kalenderfil")[1] == data
    name, data = download(page, "Hent årshjulet som billede")
    assert name == "aarshjul-2027-flere-faglaerte-i-egeby.svg"
    root = ElementTree.fromstring(data)
    assert (root.tag, root.get("width")) == (f"{SVG}svg", "880")
    assert not [item for item in root.iter() if item.get("style") or item.tag == f"{SVG}script"]
    assert all(item.get("fill") for item in root.iter(f"{SVG}text"))
    for button, title in (
        ("Hent årsplanen som Word", "Årsplan: Flere faglærte i Egeby"),
        ("Hent sagen som Word", "Sagsfremstilling: Flere faglærte i Egeby"),
        ("Hent indkaldelsen som Word", "Indkaldelse til første møde: Styregruppen"),
    ):
        name, data = download(page, button)
        assert name.endswith(".docx") and docx.Document(BytesIO(data)).paragraphs[0].text == title
        assert download(page, button)[1] == data


@pytest.mark.one_page(False)
def test_word_that_fails_says_so_and_leaves_the_text(page: Page, site: str, guard: Any) -> None:
    guard.expected.append("docx.mjs|Failed to load")
    open_next(page, site)
    page.route("**/vendor/docx.mjs", lambda route: route.abort())
    page.get_by_role("button", name="Hent sagen som Word").click()
    status(page, re.compile("^Word-filen kunne ikke laves. Kopiér teksten"))


def test_the_case_is_read_and_copied_for_the_municipality_chosen(page: Page, site: str) -> None:
    parties = [*SCHOOL_AND_MUNICIPALITY["parter"], {"navn": "Horsens Kommune", "art": "kommune"}]
    open_next(page, site, changed(parter=parties))
    page.get_by_text("Læs sagen", exact=True).click()
    paper = page.locator("[data-note='case'] .builder-next__paper")
    expect(paper).to_contain_text("Egeby Kommune, Egeby Erhvervsskole og Horsens Kommune vil indgå aftalen")
    page.get_by_label("Skriv sagen for").select_option("Horsens Kommune")
    expect(paper).to_contain_text("Horsens Kommune kan indgå aftalen")
    marks = paper.locator("mark").count()
    expect(page.locator("[data-gaps='case']")).to_have_text(f"{marks} steder mangler")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiér sagens tekst").click()
    status(page, "Teksten er kopieret.")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Sagsfremstilling: Flere faglærte i Egeby")


def test_the_invitation_follows_the_body_chosen(page: Page, site: str) -> None:
    open_next(page, site)
    page.get_by_text("Læs indkaldelsen", exact=True).click()
    paper = page.locator("[data-note='invitation'] .builder-next__paper")
    expect(paper.locator("h4")).to_have_text("Indkaldelse til første møde: Styregruppen")
    page.get_by_label("Indkald", exact=True).select_option("Alle parter")
    expect(paper.locator("h4")).to_have_text("Indkaldelse til første møde: Parterne")


def test_the_year_prints_alone(page: Page, site: str) -> None:
    """The print button leaves the wheel and its table, and the agreement prints as before afterwards."""
    open_next(page, site)
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Udskriv årshjulet").click()
    page.emulate_media(media="print")
    expect(page.locator("svg.year-wheel")).to_be_visible()
    expect(page.locator(".builder-next__table")).to_be_visible()
    for hidden in (".builder__paper", "#next-meeting", "[data-do='calendar']", ".builder__nav", "#trin-videre"):
        expect(page.locator(hidden)).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("svg.year-wheel")).to_be_hidden()
    expect(page.locator(".builder__document")).to_be_visible()


def test_markup_in_every_text_stays_text(page: Page, site: str) -> None:
    evil = " ".join(PAYLOADS)
    raw = changed(
        parter=[{"navn": evil[:190], "art": "kommune", "rolle": evil, "underskriver": evil[:190]}] * 2,
        aktiviteter=[{"tekst": evil, "hvem": evil, "hvornaar": "maj 2027"}],
        organer=[{"navn": evil[:190], "moeder_pr_aar": "2", "opgaver": evil}],
        svar__aftalens_titel=evil,
    )
    open_next(page, site, raw)
    page.get_by_text("Læs sagen", exact=True).click()
    page.get_by_text("Læs indkaldelsen", exact=True).click()
    expect(page.locator(".builder-next__rows")).to_contain_text(PAYLOADS[0])
    assert page.evaluate("window.__x === undefined")
    assert page.locator(".builder-next :is(img, script)").count() == 0


def test_a_narrow_screen_scrolls_only_up_and_down(page: Page, site: str) -> None:
    open_next(page, site)
    page.get_by_text("Læs sagen", exact=True).click()
    for width in looks(page, 320, 360, 768):
        assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"), width
        small = page.locator(".builder-next :is(button, select, input, summary)").evaluate_all(
            "items => items.filter((item) => item.checkVisibility() && item.getBoundingClientRect().height < 24).length"
        )
        assert small == 0, width
