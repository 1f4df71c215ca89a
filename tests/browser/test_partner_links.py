"""Links that partners take along: copied from the page, and checked when they are old."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Guard, components_ready

CASE = "cases/kube-ringkoebing-skjern/"


def clipboard(page: Page) -> str:
    """What was copied last."""
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.fixture
def open_page(page: Page) -> Page:
    """A page that may use the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def test_a_headings_link_is_copied_with_the_keyboard(open_page: Page, site: str) -> None:
    open_page.goto(site + CASE)
    components_ready(open_page)
    open_page.locator("#laering .headerlink").focus()
    open_page.keyboard.press("Enter")
    expect(open_page.locator(".copy-links__told")).to_have_text("Linket er kopieret")
    assert clipboard(open_page) == f"{site}{CASE}#laering"
    assert open_page.url.endswith("#laering")


def test_a_lessons_link_is_copied(open_page: Page, site: str) -> None:
    open_page.goto(site + CASE)
    components_ready(open_page)
    anchor = open_page.locator(".lesson__anchor").first
    anchor.click()
    expect(open_page.locator(".copy-links__told")).to_have_text("Linket er kopieret")
    assert re.search(r"#laering-[a-z-]+$", clipboard(open_page))


def test_a_citation_is_copied_or_marked(open_page: Page, site: str) -> None:
    open_page.goto(site + CASE)
    components_ready(open_page)
    open_page.locator(".share").get_by_role("button", name="Kopiér").first.click()
    expect(open_page.locator(".share").get_by_role("button", name="Kopieret")).to_be_visible()
    assert clipboard(open_page).startswith("Alliancebanken (2026): KUBE")


def test_a_browser_that_copies_nothing_marks_the_text(page: Page, site: str) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('nej'))")
    page.goto(site + CASE)
    components_ready(page)
    page.locator(".share").get_by_role("button", name="Kopiér").first.click()
    expect(page.locator(".share").get_by_role("button", name="Teksten er markeret")).to_be_visible()
    assert str(page.evaluate("getSelection().toString()")).startswith("Alliancebanken (2026)")


def checked(page: Page, site: str, text: str) -> list[list[str]]:
    """The answers to a pasted text, as rows of cells."""
    page.goto(site + "links/")
    components_ready(page)
    page.get_by_label("Jeres links, ét pr. linje").fill(text)
    page.get_by_role("button", name="Tjek links").click()
    expect(page.locator(".link-check__count")).to_have_text(re.compile("virk"))
    return [row.locator("th, td").all_inner_texts() for row in page.locator(".link-check tbody tr").all()]


def test_links_that_work_say_so_and_short_ones_lead_on(page: Page, site: str) -> None:
    rows = checked(page, site, f"Se https://www.kommune.example/{CASE}#laering, og /c/1/#formaal.")
    assert [row[1] for row in rows] == ["Virker", "Fører videre"]
    assert [row[2] for row in rows] == [f"{site}{CASE}#laering", f"{site}{CASE}#formaal"]
    expect(page.locator(".link-check__count")).to_have_text("Alle 2 links virker.")


def test_lost_links_are_told_and_the_nearest_page_is_named(page: Page, site: str, guard: Guard) -> None:
    guard.expected.append("404")
    rows = checked(page, site, f"/{CASE}#findes-ikke\n/cases/kube-skjern-ringkoebing/\n/xyzzy/")
    assert [row[1] for row in rows] == [
        "Siden findes, men afsnittet gør ikke",
        "Findes ikke. Mente du denne?",
        "Findes ikke",
    ]
    assert rows[1][2].endswith(f"/{CASE}")


@pytest.mark.parametrize("text", ["", "   ", "ingen links her", "javascript:alert(1)", "<img src=x onerror=alert(1)>"])
def test_a_text_without_links_is_told(page: Page, site: str, text: str) -> None:
    page.goto(site + "links/")
    components_ready(page)
    page.get_by_label("Jeres links, ét pr. linje").fill(text)
    page.get_by_role("button", name="Tjek links").click()
    expect(page.locator(".link-check__count")).to_have_text(re.compile("fandt ingen links"))


def test_hostile_links_are_only_text(page: Page, site: str, guard: Guard) -> None:
    guard.expected.append("404")
    checked(page, site, "https://x.example/<script>alert(1)</script> /%E0%A4%A virker")
    assert page.locator(".link-check script").count() == 0
