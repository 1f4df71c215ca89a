"""The arithmetic of the bench, against sums done by hand."""

from __future__ import annotations

import math

import pytest

from scripts.measuring.bench_figures import NAMES, beyond_theme, by_kind, medians, own, percentile, table, total

SENT = [
    ("/cases/", 5_000),
    ("/assets/main.css", 4_000),
    ("/assets/stylesheets/main.618322db.min.css", 20_000),
    ("/assets/javascripts/bundle.c8b220af.min.js", 30_000),
    ("/assets/javascripts/case-finder.mjs?v=2", 3_000),
    ("/data/search.json", 7_000),
]


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [([3.0, 1.0, 2.0], 0.5, 2.0), (list(map(float, range(1, 101))), 0.95, 95.0), ([4.0], 0.95, 4.0)],
)
def test_a_percentile_is_one_of_the_values(values: list[float], share: float, expected: float) -> None:
    assert percentile(values, share) == expected


def test_no_values_have_no_percentile() -> None:
    assert math.isnan(percentile([], 0.95))


def test_the_themes_own_files_are_known_by_their_names() -> None:
    ours = beyond_theme(SENT)
    assert [path for path, _ in ours] == ["/cases/", "/assets/main.css", SENT[4][0], "/data/search.json"]
    assert total(ours) == 19_000
    assert by_kind(ours) == {"html": 5_000, "css": 4_000, "js": 3_000, "data": 7_000}


def test_a_pages_own_is_what_an_empty_page_does_not_fetch() -> None:
    empty = [("/om/", 2_000), *SENT[1:4]]
    assert own(SENT, empty) == [("/cases/", 3_000), SENT[4], SENT[5]]


def test_medians_are_taken_figure_by_figure() -> None:
    assert medians([{"a": 1.0, "b": 5.0}, {"a": 9.0}, {"a": 2.0}]) == {"a": 2.0, "b": 5.0}


def test_the_table_has_a_column_for_each_engine_and_each_ratio() -> None:
    engines = {"Vores": {"cold_ms": 50.5, "list_bytes": 12_345.0}, "Anden": {"cold_ms": 202.0}}
    head, first, second = table(1000, engines)
    assert head.split() == ["1000", "cases", "Vores", "Anden", "Vores/Anden"]
    assert first.startswith(NAMES["list_bytes"]) and first.split()[-3:] == ["12.345", "–", "–"]
    assert second.startswith(NAMES["cold_ms"]) and second.split()[-3:] == ["50,5", "202", "0,250"]
