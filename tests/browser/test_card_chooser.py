"""The page where a partner chooses a card: choose, see, copy; and all cards by links where there is no script."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Guard, components_ready
from tests.browser.list_steps import run_module


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_partner_chooses_sees_and_copies(page: Page, site: str, scheme: Any) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{site}cases/horsens-alliancen/")
    page.get_by_role("link", name="Vis den på jeres egen side").click()
    components_ready(page)
    choice, shown = page.get_by_label("Vælg kort"), page.frame_locator(".card-chooser__frame iframe")
    expect(choice).to_have_value("case/horsens-alliancen")
    expect(shown.get_by_role("heading", name="Horsens Alliancen")).to_be_visible()
    code = page.locator("[data-slot=html]")
    expect(code).to_have_text(re.compile(r'^<iframe src="https://.*/indlejr/case/horsens-alliancen/" title='))
    page.locator("copy-text", has=code).get_by_role("button", name="Kopiér").click()
    expect(page.locator("copy-text", has=code).get_by_role("button", name="Kopieret")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == code.text_content()
    page.get_by_label("En liste").check()
    expect(choice).to_have_value("liste/tema/koordineret-virksomhedsindsats")
    choice.select_option("liste/har/tal")
    expect(shown.locator(".card__list li").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?kort=liste/"))
    expect(page.locator("[data-slot=oembed]")).to_have_text(re.compile(r"/indlejr/liste/.*/oembed\.json$"))
    page.get_by_label("Smal").check()
    expect(page.locator(".card-chooser__frame")).to_have_css("max-width", "320px")
    page.get_by_label("Et læringspunkt").check()
    expect(shown.locator(".card__quote")).not_to_be_empty()
    expect(page.locator("[data-slot=html_uden_ramme]")).to_have_text(re.compile(r"<blockquote cite="))


def test_a_card_that_cannot_be_fetched_is_told(page: Page, site: str, guard: Guard) -> None:
    guard.expected.append("404|Failed to load|net::ERR")
    page.route("**/oembed.json", lambda route: route.abort())
    page.goto(f"{site}del/?kort=findes/ikke")
    components_ready(page)
    expect(page.get_by_role("status").filter(has_text="Kortet kunne ikke hentes")).to_be_visible()
    expect(page.get_by_label("Vælg kort")).to_have_value("case/kube-ringkoebing-skjern")


def test_all_cards_are_links_without_a_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}del/")
    expect(page.locator(".card-chooser__form")).to_be_hidden()
    assert "Uden JavaScript kan du åbne et kort herunder" in " ".join(page.locator("noscript").all_text_contents())
    page.get_by_text("Cases", exact=True).last.click()
    page.get_by_role("link", name="Horsens Alliancen").click()
    expect(page.locator(".card__title")).to_have_text("Horsens Alliancen")
    context.close()


def test_choices_are_grouped_and_found_by_address(page: Page, site: str) -> None:
    page.goto(f"{site}del/")
    cards = [
        {"id": "case/a", "group": "x", "title": "A", "address": ""},
        {"id": "laering/b", "group": "y", "title": "B", "address": ""},
        {"id": "case/c", "group": "x", "title": "C", "address": ""},
    ]
    groups = run_module(page, site, "sharing/choices", "return m.groupsOf(v[0], 'case')", cards)
    assert [(name, [card["id"] for card in found]) for name, found in groups] == [("x", ["case/a", "case/c"])]
    for search, wanted in (
        ("?kort=laering/b", "laering/b"),
        ("?kort=case%2Fc", "case/c"),
        ("?kort=zzz", None),
        ("", None),
    ):
        found = run_module(page, site, "sharing/choices", "return m.choiceIn(v[0], v[1])?.id ?? null", search, cards)
        assert found == wanted


def test_no_page_breaks_its_policy_and_data_blocks_are_data(page: Page, site: str) -> None:
    """The guard fails on any violation; the block is read as JSON and never run."""
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', (event) => console.error('brud: ' + event.blockedURI))"
    )
    for address in ("", "cases/horsens-alliancen/", "data/", "temaer/skole-og-virksomhed/", "del/"):
        page.goto(site + address)
        components_ready(page)
        blocks = page.locator('script[type="application/ld+json"]')
        expect(blocks).to_have_count(1)
        told = page.evaluate("JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)")
        assert told["@graph"][0]["url"].endswith(f".example/{address}")
