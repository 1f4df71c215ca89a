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
