"""Goals, activities and bodies as rows: one open at a time, told what they lack, moved, removed, and on the paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.builder_page import fill_parties, open_builder, pack, paper, status, step

pytestmark = pytest.mark.one_page


def test_goals_are_added_told_what_they_lack_moved_and_removed(page: Page, site: str) -> None:
    """The closed row tells what is missing; the table on the paper follows; the focus stays with the row."""
    open_builder(page, site)
    fill_parties(page)
    step(page, "Formål og mål")
    add = page.get_by_role("button", name="Tilføj et mål")
    rows = page.locator(".builder__goals > li")
    for text in ("Første mål", "Andet mål"):
        add.click()
        expect(rows.last.get_by_label("Målet", exact=True)).to_be_focused()
        rows.last.get_by_label("Målet", exact=True).fill(text)
    expect(page.locator(".builder__goals > li > details[open]")).to_have_count(1)
    expect(rows.first.locator("summary")).to_have_text(re.compile("^Første målmangler det, I tæller, udgangspunkt"))
    rows.last.get_by_label("Frist", exact=True).fill("31/2-2029")
    rows.last.get_by_label("Frist", exact=True).blur()
    expect(rows.last.locator(".builder__error:visible")).to_contain_text("Datoen findes ikke")
    rows.last.get_by_label("Frist", exact=True).fill("28/2-2029")
    rows.last.get_by_label("Frist", exact=True).blur()
    expect(rows.last.get_by_label("Frist", exact=True)).to_have_value("28. februar 2029")
    rows.last.get_by_role("button", name="Flyt op mål 2").click()
    status(page, "»Andet mål« er nu nummer 1.")
    expect(page.get_by_role("button", name="Flyt ned mål 1")).to_be_focused()
    expect(paper(page).locator("tbody tr").first).to_contain_text("Andet mål")
    paper(page).locator("tbody tr").first.get_by_role("link", name="[Ansvarlig]").click()
    responsible = rows.first.get_by_label("Ansvarlig", exact=True)
    expect(responsible).to_be_focused()
    names = page.locator("#builder-parties option")
    expect(names).to_have_count(3)
    rows.first.get_by_role("button", name="Fjern mål 1").click()
    status(page, "»Andet mål« er fjernet.")
    expect(rows).to_have_count(1)
    expect(rows.first.locator("summary")).to_be_focused()


def test_goals_written_as_text_can_become_rows(page: Page, site: str) -> None:
    """An older draft's goals stand as text until one makes each line a goal."""
    old = {"parter": [], "valg": {"maal": "maal-med-frist"}, "svar": {"maal": "- Ét\nTo"}}
    open_builder(page, site, pack(old))
    expect(paper(page).locator("li")).to_have_text(["Ét", "To"])
    step(page, "Formål og mål")
    page.get_by_role("button", name="Gør hver linje til et mål").click()
    expect(page.locator(".builder__goals > li")).to_have_count(2)
    expect(paper(page).locator("tbody tr")).to_have_count(2)
    expect(page.locator(".builder__text-goals")).to_be_hidden()


def test_activities_stand_in_an_annex_until_a_clause_has_room(page: Page, site: str) -> None:
    """Nothing written is lost: without a place in a clause the rows come as an annex."""
    open_builder(page, site)
    step(page, "Aktiviteter")
    page.get_by_role("button", name="Tilføj en aktivitet").click()
    row = page.locator(".builder__activities > li")
    row.get_by_label("Aktiviteten", exact=True).fill("Besøg på to virksomheder")
    row.get_by_label("Hvornår?", exact=True).fill("1/3-2027")
    row.get_by_label("Hvornår?", exact=True).blur()
    expect(row.get_by_label("Hvornår?", exact=True)).to_have_value("1. marts 2027")
    expect(row.locator(".builder__item-note")).to_have_text("mangler hvem")
    expect(paper(page).locator("h4").last).to_have_text("Bilag 1: Aktiviteter")
    step(page, "Klausuler")
    page.get_by_role("button", name="Tag med Indsatsområder").click()
    page.get_by_role("radio", name=re.compile("^Vision og aktiviteter")).check()
    expect(paper(page).locator("h4", has_text="Bilag 1")).to_have_count(0)
    expect(paper(page).locator("tbody tr")).to_contain_text("Besøg på to virksomheder")


def test_a_body_has_members_by_role_and_tells_who_calls(page: Page, site: str) -> None:
    """Members, meetings, caller and tasks stand in the agreement; the number of meetings is asked once."""
    open_builder(page, site)
    page.get_by_role("button", name=re.compile("Ramme med styregruppe")).click()
    step(page, "Organer")
    page.get_by_role("button", name="Tilføj et organ").click()
    row = page.locator(".builder__bodies > li")
    row.get_by_label("Organets navn", exact=True).fill("Styregruppen")
    row.get_by_label("Møder om året, mindst", exact=True).fill("to gange")
    row.get_by_label("Hvem indkalder?", exact=True).fill("Jobcenter Egeby")
    expect(row.locator(".builder__error:visible")).to_contain_text("Skriv et tal")
    row.get_by_label("Møder om året, mindst", exact=True).fill("2")
    row.get_by_role("button", name="Tilføj et medlem").click()
    row.get_by_label("Organisation", exact=True).fill("Egeby Kommune")
    row.get_by_label("Rolle", exact=True).fill("jobcenterchef")
    expect(row.locator(".builder__item-note")).to_have_text("færdig")
    expect(paper(page)).to_contain_text("Egeby Kommune, jobcenterchef")
    expect(paper(page)).to_contain_text("Jobcenter Egeby indkalder.")
    expect(paper(page)).to_contain_text("mødes mindst 2 gange om året.")
    step(page, "Felter")
    expect(page.locator("[data-given=moeder_pr_aar]")).to_contain_text("under Organer")
    row.locator(".builder__member button").dispatch_event("click")
    expect(paper(page)).to_contain_text("[Medlemmer]")
