"""The phone's menu can be opened, walked and closed by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def phone(page: Page, site: str) -> Page:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site)
    expect(page.get_by_role("button", name="Menu")).to_be_visible()
    return page


def test_the_menu_opens_and_closes_by_keyboard(phone: Page) -> None:
    button = phone.get_by_role("button", name="Menu")
    button.focus()
    phone.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(phone.locator(".md-sidebar--primary a:focus")).to_be_visible()
    phone.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()


def test_a_closed_menu_holds_no_focus(phone: Page) -> None:
    phone.get_by_role("button", name="Menu").focus()
    for _ in range(6):
        phone.keyboard.press("Tab")
        assert phone.locator(".md-sidebar--primary :focus").count() == 0


def test_what_is_pressed_before_the_parts_have_started_is_not_lost(page: Page, site: str) -> None:
    """In a browser that is never idle: the menu by pointer, a filter by pointer, and whatever a key comes to."""
    page.add_init_script("window.requestIdleCallback = () => 0")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site}laering/")
    page.locator(".site-header__menu").click()
    expect(page.locator(".md-sidebar--primary").get_by_role("link", name="Resultater")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Menu")).to_have_attribute("aria-expanded", "true")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{site}cases/")
    page.locator('input[value="skole-og-virksomhed"]').check()
    expect(page.locator("[data-count]")).to_have_text("4")
    expect(page).to_have_url(f"{site}cases/?tema=skole-og-virksomhed")
    page.goto(f"{site}om/")
    expect(page.locator(".color-switch__button")).to_have_count(0)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Skift til")).to_be_visible()
