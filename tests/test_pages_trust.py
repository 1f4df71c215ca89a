"""The page about accessibility tells the numbers that the tests run by; the offline page stands without its script."""

from __future__ import annotations

from datetime import date

from macros.library.content import Content
from macros.pages.accessibility import accessibility_tests
from macros.pages.pages import Pages

DAY = date(2026, 11, 22)


def test_what_was_tested_is_told_with_its_numbers(content: Content) -> None:
    shown, tested = Pages(content, DAY).accessibility_page(), accessibility_tests()
    assert f"{tested.koersler} kørsler" in shown and "22. november 2026" in shown
    assert all(text in shown for text in tested.rejser.values())
    assert all(f"<code>{rule}</code>" in shown for rule in tested.regler_fra)


def test_the_offline_page_says_what_it_needs(content: Content) -> None:
    shown = Pages(content, DAY).offline_page()
    assert "kræver JavaScript" in shown and 'data-worker="../sw.js"' in shown
