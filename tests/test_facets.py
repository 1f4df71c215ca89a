"""Facets: which values a case has, how many cases have a value, and regions on a day."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from macros.finding.facets import current_region, facet_values, facets, regions_of
from macros.ground.danish import sort_key
from macros.library.content import Content

BEFORE, AFTER = date(2026, 12, 31), date(2027, 1, 1)
# The names in addresses: once published they may not change.
KEYS = [
    "tema", "branche", "maalgruppe", "virkemiddel", "aktoer", "organisering", "resultat", "laering", "region",
    "kommune", "har",
]  # fmt: skip


def test_the_keys_are_a_contract(content: Content) -> None:
    assert [facet.key for facet in facets(content, BEFORE)] == KEYS
    assert all(set(facet_values(content, case, BEFORE)) == set(KEYS) for case in content.cases)


@pytest.mark.parametrize("key", KEYS)
def test_counts_are_those_of_the_cases(key: str, content: Content) -> None:
    facet = next(facet for facet in facets(content, BEFORE) if facet.key == key)
    counts = Counter(value for case in content.cases for value in facet_values(content, case, BEFORE)[key])
    assert {value.id: value.antal for value in facet.values} == counts
    assert all(value.navn and value.antal for value in facet.values)


@pytest.mark.parametrize("key", KEYS)
def test_a_case_has_a_value_once(key: str, content: Content) -> None:
    for case in content.cases:
        values = facet_values(content, case, BEFORE)[key]
        assert len(values) == len(set(values))


def test_every_case_is_in_one_theme_and_has_means_and_target_groups(content: Content) -> None:
    for case in content.cases:
        row = facet_values(content, case, BEFORE)
        assert len(row["tema"]) == 1
        assert row["branche"] and row["maalgruppe"] and row["virkemiddel"] and row["aktoer"] and row["resultat"]


def test_municipalities_stand_in_danish_order_and_the_rest_as_in_their_list(content: Content) -> None:
    found = {facet.key: [value.navn for value in facet.values] for facet in facets(content, BEFORE)}
    assert found["kommune"] == sorted(found["kommune"], key=sort_key)
    assert found["tema"] == [theme.navn for theme in content.terms("temaer")]


def test_regions_follow_from_municipalities(content: Content) -> None:
    horsens = content.case_by_id["horsens-alliancen"]
    assert [content.term("regioner", item).navn for item in regions_of(content, horsens, BEFORE)] == [
        "Region Midtjylland"
    ]


def test_two_regions_become_one_in_2027(content: Content) -> None:
    old = [region for region in content.terms("regioner") if region.til]
    for region in old:
        assert current_region(content, region.id, BEFORE) == region.id
        assert current_region(content, region.id, AFTER) == region.efterfoelger
    taastrup = content.case_by_id["hoeje-taastrup-virksomhedsindsats"]
    kalundborg = content.case_by_id["trepartsaftale-kalundborg"]
    assert regions_of(content, taastrup, BEFORE) != regions_of(content, kalundborg, BEFORE)
    assert regions_of(content, taastrup, AFTER) == regions_of(content, kalundborg, AFTER)


def test_figures_are_a_facet(content: Content) -> None:
    with_figures = [case for case in content.cases if case.noegletal]
    (value,) = facets(content, BEFORE)[-1].values
    assert (value.id, value.antal) == ("tal", len(with_figures))
