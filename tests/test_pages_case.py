"""A case's page sees the case, those it names and what all cases share, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from macros.finding.related import related_cases
from macros.html.rendering import environment
from macros.library.content import Content
from macros.library.shared_content import shared_content
from macros.pages import pages_case
from macros.pages.pages import Pages

TODAY = date(2026, 11, 22)


def test_it_is_the_page_of_the_macro(content: Content) -> None:
    for case in content.cases:
        text = pages_case.case_page(shared_content(content), case, related_cases(content, case), TODAY, "https://a/")
        assert text == Pages(content, TODAY, "https://a/").case_page(case.id)


@pytest.mark.parametrize("name", ["cases", "case_by_id", "withdrawn"])
def test_other_cases_cannot_be_reached(name: str, content: Content) -> None:
    shared = shared_content(content)
    with pytest.raises(AttributeError, match=name):
        getattr(shared, name)
    with pytest.raises(Exception, match=name):
        environment().from_string("{{ content." + name + " | length }}").render(content=shared)


def test_what_is_shared_can(content: Content) -> None:
    shared, case = shared_content(content), content.cases[0]
    assert shared.term("temaer", case.tema) is content.term("temaer", case.tema)
    assert shared.place(case) == content.place(case)
    assert shared.clause_by_id == content.clause_by_id
