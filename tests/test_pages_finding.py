"""The pages that lead from finding to using, as the server writes them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from macros.library.content import Content
from macros.pages.pages import Pages
from macros.pages.pages_finding import MOST_LISTED

TODAY = date(2026, 11, 22)


def many(content: Content) -> Content:
    """More cases than a page may name."""
    copies = range(MOST_LISTED // len(content.cases) + 1)
    cases = (case.model_copy(update={"id": f"{case.id}-{copy}"}) for copy in copies for case in content.cases)
    return replace(content, cases=tuple(cases))


def test_the_comparison_page_names_all_cases_without_a_script(content: Content) -> None:
    html = Pages(content, TODAY).case_comparison()
    for case in content.cases:
        assert html.count(f'value="{case.id}"') == 2  # to be added, and to be ticked in the table
    assert html.count("?c=") == 3


def test_the_comparison_page_does_not_grow_with_many_cases(content: Content) -> None:
    html = Pages(many(content), TODAY).case_comparison()
    assert "<option" not in html and "comparison-all" not in html
    assert "<datalist" in html
    assert "listen over alle cases" in html


def test_every_answer_stands_in_the_form_and_leads_on_without_a_script(content: Content) -> None:
    html = Pages(content, TODAY).situation_finder()
    form, _, lists = html.partition("<noscript>")
    for question in content.terms("spoergsmaal"):
        for answer in question.svar:
            assert f'name="{question.id}" value="{answer.id}"' in form
            assert answer.navn in lists
        assert re.search(rf'name="{question.id}" value="" checked', form)
    assert 'href="../cases/efter/aktoer/fagforening/"' in lists
    assert 'href="../temaer/skole-og-virksomhed/"' in lists


def test_without_a_script_only_a_few_cases_are_named_under_an_answer(content: Content) -> None:
    _, _, lists = Pages(many(content), TODAY).situation_finder().partition("<noscript>")
    assert f"af {len(many(content).cases)} cases." in lists
    assert len(lists) < 40_000
