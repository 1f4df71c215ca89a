"""A page for each value: the same cases as the finder's own count, and none where a theme page says more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from macros.finding import facet_pages as module
from macros.finding.facet_pages import facet_pages, facet_url, listing_url, theme_listing
from macros.finding.facets import facet_values, facets
from macros.library.content import Content

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


def test_a_common_value_has_several_pages_and_then_a_theme_has_too(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {page.id: page for page in facet_pages(content, TODAY)}
    monkeypatch.setattr(module, "CASES_A_PAGE", 3)
    monkeypatch.setattr(module, "OF_THEME", 3)
    pages = {page.id: page for page in facet_pages(replace(content), TODAY)}
    theme = max(facets(content, TODAY)[0].values, key=lambda value: value.antal)
    assert f"tema/{theme.id}" in pages and f"tema/{theme.id}" not in whole
    assert theme_listing(theme.id, theme.antal) == listing_url("tema", theme.id)
    for key, page in whole.items():
        parts = [pages[key], *(pages[f"{key}/side-{number}"] for number in range(2, pages[key].pages + 1))]
        shown = [case.id for part in parts for _, cases in part.groups for case in cases]
        assert shown == [case.id for _, cases in page.groups for case in cases]
        assert [part.number for part in parts] == list(range(1, len(parts) + 1)) and len(parts) == -(-len(shown) // 3)
        assert all(part.url == listing_url(page.facet.key, page.value.id, part.number) for part in parts)
    assert any(page.pages > 1 and page.title.endswith(", side 2") for page in pages.values())


def test_a_theme_with_few_cases_is_listed_on_its_own_page() -> None:
    assert theme_listing("adgang", 24) == "temaer/adgang/"
