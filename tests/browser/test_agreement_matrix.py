"""Side by side: a plain table, columns chosen, only what differs, and one's own draft as one more column."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from macros.library.content import Content
from tests.browser.builder_page import pack, save_beforehand

ADDRESS = "aftaler/sammenlign/"
DRAFT = {
    "id": "0123456789abcdef",
    "navn": "Egeby 2027",
    "parter": [{"navn": "Egeby Kommune"}, {"navn": "<b>Egeby Skole</b>"}],
    "klausuler": [
        {"id": "parter", "variant": "parterne-ved-navn", "tekst": None},
        {"id": "opsigelse", "variant": "gensidigt-varsel", "tekst": None},
        {"id": "egen-1", "variant": "", "titel": "Vores egen", "tekst": "Vi spiser kage."},
    ],
    "svar": {"varsel": "fire måneder"},
    "grundlag": {},
}


def saved(**changes: Any) -> str:
    """A saved draft as it lies on the device."""
    entry = {"format": "alliancebanken-kladde", "version": 2, "gemt": "2026-11-21T13:02:00Z"}
    return json.dumps({**entry, "kladde": {**DRAFT, **changes}})


def open_matrix(page: Page, site: str, tail: str = "") -> Page:
    """The page, ready to be used."""
    page.goto(f"{site}{ADDRESS}{tail}")
    expect(page.locator(".matrix__tools")).to_be_visible()
    return page


def row(page: Page, clause: str) -> Any:
    """One clause type's row."""
    return page.locator(f'tr[data-clause="{clause}"]')


def test_without_a_script_the_table_stands_alone(
    new_context: Callable[..., BrowserContext], site: str, content: Content
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}{ADDRESS}")
    expect(page.locator(".matrix__tools")).to_be_hidden()
    expect(page.locator(".matrix tbody tr")).to_have_count(len(content.clauses))
    expect(row(page, "oekonomi").locator("td").first).to_contain_text("Findes ikke")


def test_columns_are_chosen_and_only_differences_leaves_out_what_is_alike(
    page: Page, site: str, content: Content
) -> None:
    open_matrix(page, site)
    row(page, "opsigelse").get_by_role("link", name="Afsnittet Aftaleperiode").click()
    expect(page).to_have_url(f"{site}aftaler/partnerskabsaftale-lejre/#klausul-opsigelse")
    open_matrix(page, site)
    only_differences(page, content)
    page.get_by_label("Kun forskelle").uncheck()
    page.get_by_label("Høje-Taastrup Kommune", exact=True).check()
    page.get_by_label("Lejre Kommune", exact=True).uncheck()
    expect(page.locator("thead th:visible")).to_have_count(len(content.agreements))
    expect(row(page, "maal").locator("td:visible")).to_have_count(len(content.agreements) - 1)
    for agreement in content.agreements:
        page.get_by_label(agreement.omraade, exact=True).uncheck()
    expect(page.locator("#matrix-said")).to_contain_text("Vælg mindst én aftale")


def only_differences(page: Page, content: Content) -> None:
    """Rows where the chosen agreements say the same go."""
    page.get_by_label("Kun forskelle").check()
    models = {
        clause.id: {item.klausuler[clause.id].model or "" for item in content.agreements} for clause in content.clauses
    }
    alike = [clause for clause, found in models.items() if len(found) == 1]
    assert "oekonomi" in alike and "persondata" in alike
    for clause in content.clauses:
        expect(row(page, clause.id)).to_be_visible(visible=clause.id not in alike)
    expect(page.locator("#matrix-said")).to_contain_text(f"Viser {20 - len(alike)} af 20 klausultyper")
    page.get_by_label("Høje-Taastrup Kommune", exact=True).uncheck()
    expect(row(page, "opsigelse")).to_be_hidden()


def test_a_saved_draft_is_one_more_column(page: Page, site: str) -> None:
    save_beforehand(page, saved())
    open_matrix(page, site)
    tick = page.get_by_label("Egeby 2027, gemt 21. november")
    expect(tick).not_to_be_checked()
    expect(row(page, "opsigelse").locator("td:visible")).to_have_count(3)
    tick.check()
    column = '[data-column="kladde"]'
    expect(row(page, "opsigelse").locator(column)).to_contain_text("varsel på fire måneder")
    expect(row(page, "maal").locator(column)).to_contain_text("Findes ikke")
    expect(row(page, "parter").locator(column)).to_contain_text("<b>Egeby Skole</b>")
    own = row(page, "egen-1")
    expect(own).to_contain_text("Vi spiser kage.")
    expect(own.locator(".absent:visible")).to_have_count(3)
    row(page, "maal").locator(column).get_by_role("link").click()
    expect(page).to_have_url(f"{site}aftaler/byg/?klausul=maal")


def test_a_draft_in_the_address_is_shown_at_once_and_leads_back(page: Page, site: str) -> None:
    fragment = pack(DRAFT, "kladde=2.")
    open_matrix(page, site, fragment)
    expect(page.get_by_label("Kladden i linket")).to_be_checked()
    link = row(page, "opsigelse").locator('[data-column="kladde"] a')
    assert link.evaluate("(link) => link.href") == f"{site}aftaler/byg/{fragment}"


@pytest.mark.parametrize("tail", ["#kladde=2.!!!", "#kladde=99.AAAA", "#opsigelse", "#findes-ikke", "#%E0%A4%A"])
def test_a_bad_fragment_leaves_the_table_as_it_is(page: Page, site: str, tail: str) -> None:
    open_matrix(page, site, tail)
    words = "Genindlæs|beskadiget" if tail.startswith("#kladde") else "^$"
    expect(page.locator("#matrix-said")).to_have_text(re.compile(words))
    expect(page.locator('[data-column="kladde"]')).to_have_count(0)


def test_a_broken_saved_draft_is_left_alone(page: Page, site: str) -> None:
    save_beforehand(page, "{")
    open_matrix(page, site)
    expect(page.locator('[data-tool="draft"] input')).to_have_count(0)


def test_missing_data_is_told(page: Page, site: str, guard: Any) -> None:
    guard.expected.append("404|Failed to load")
    save_beforehand(page, saved())
    page.route("**/data/byg.json", lambda route: route.fulfill(status=404))
    open_matrix(page, site)
    expect(page.locator("#matrix-said")).to_contain_text("Kladden kan ikke vises lige nu")
