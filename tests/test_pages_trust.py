"""The offline page stands without its script."""

from __future__ import annotations

from datetime import date

from macros.content import Content
from macros.pages import Pages

DAY = date(2026, 11, 22)


def test_the_offline_page_says_what_it_needs(content: Content) -> None:
    shown = Pages(content, DAY).offline_page()
    assert "kræver JavaScript" in shown and 'data-worker="../sw.js"' in shown
