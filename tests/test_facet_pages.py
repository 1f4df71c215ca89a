"""A page for each value: the same cases as the finder's own count, and none where a theme page says more."""

from __future__ import annotations

from datetime import date

from macros.content import Content
from macros.facet_pages import facet_pages, facet_url
from macros.facets import facet_values, facets

TODAY = date(2026, 11, 22)


def test_every_value_has_a_page_with_its_cases(content: Content) -> None:
    for page in facet_pages(content, TODAY):
        shown = [case.id for _, cases in page.groups for case in cases]
        having = [
            case.id for case in content.cases if page.value.id in facet_values(content, case, TODAY)[page.facet.key]
        ]
        assert sorted(shown) == sorted(having) and len(shown) == page.value.antal


def test_a_value_that_no_case_has_has_no_page(content: Content) -> None:
    pages = {page.id for page in facet_pages(content, TODAY)}
    wanted = {
        f"{facet.key}/{value.id}" for facet in facets(content, TODAY) for value in facet.values if facet.key != "tema"
    }
    assert pages == wanted
    assert "kommune/laesoe" not in pages


def test_themes_keep_their_own_pages() -> None:
    assert facet_url("tema", "adgang") == "temaer/adgang/"
    assert facet_url("branche", "metal") == "cases/efter/branche/metal/"


def test_cases_stand_under_their_theme(content: Content) -> None:
    for page in facet_pages(content, TODAY):
        assert all(case.tema == theme.id for theme, cases in page.groups for case in cases)
        assert all(cases for _, cases in page.groups)
