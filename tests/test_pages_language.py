"""The page on how the site is written shows the words chosen and every case's LIX, the hardest first."""

from __future__ import annotations

import re
from datetime import date

from macros.editing.readability import case_text, lix
from macros.library.content import Content
from macros.pages.pages import Pages

DAY = date(2026, 11, 22)


def test_every_word_stands_with_its_forms_and_reason(content: Content) -> None:
    shown = Pages(content, DAY).word_list()
    for choice in content.terms("ordvalg"):
        assert f'id="{choice.id}"' in shown
        assert all(exception.fil in shown for exception in choice.undtagelser)
    assert "praktikplads…" in shown


def test_every_case_stands_once_the_hardest_first(content: Content) -> None:
    shown = Pages(content, DAY).reading_table()
    numbers = [int(number) for number in re.findall(r"</th><td>(\d+)</td>", shown)]
    assert numbers == sorted((lix(case_text(case)) for case in content.cases), reverse=True)
    assert len(numbers) == len(content.cases)
