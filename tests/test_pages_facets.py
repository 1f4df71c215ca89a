"""What the pages for readers without a script say."""

from __future__ import annotations

from datetime import date

import pytest

from macros.finding.facets import facets
from macros.library.content import Content
from macros.pages.pages import Pages

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def pages(content: Content) -> Pages:
    """The pages of the real content."""
    return Pages(content, TODAY)


def test_a_value_tells_how_many_it_has_and_leads_to_the_finder(pages: Pages, content: Content) -> None:
    value = next(facet for facet in facets(content, TODAY) if facet.key == "branche").values[0]
    page = pages.facet_page(f"branche/{value.id}")
    assert f"<strong>{value.antal} af {len(content.cases)} cases.</strong>" in page
    assert f'href="../../../../cases/?branche={value.id}"' in page
    assert page.count('class="case-card"') == value.antal


def test_other_values_of_the_same_kind_are_one_step_away(pages: Pages, content: Content) -> None:
    first, second = next(facet for facet in facets(content, TODAY) if facet.key == "region").values[:2]
    page = pages.facet_page(f"region/{first.id}")
    assert f'href="../../../../cases/efter/region/{second.id}/"' in page
    assert f'href="../../../../cases/efter/region/{first.id}/"' not in page


def test_a_facet_with_one_value_says_that_there_are_no_others(pages: Pages) -> None:
    assert "Der er ikke andre." in pages.facet_page("har/tal")


def test_the_overview_links_every_value(pages: Pages, content: Content) -> None:
    overview = pages.facet_overview()
    values = [(facet.key, value.id) for facet in facets(content, TODAY) for value in facet.values]
    assert overview.count("<li><a ") == len(values)
    assert all(f"{key}/{value}/" in overview for key, value in values if key != "tema")
