"""The facets' columns: each case has its own values again, whichever way a column is written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.finding.facets import facet_values, facets
from macros.finding.search_columns import AS_LISTS, AS_SETS, STRENGTH, column_bytes, figure_strength, finder_columns
from macros.library.content import Content
from tests.search_reader import Reader

TODAY = date(2026, 11, 22)
ROWS = st.lists(st.sets(st.integers(0, 5), max_size=4).map(lambda row: tuple(sorted(row))), max_size=300)


def read_column(reader: Reader, cases: int, values: int) -> list[tuple[int, ...]]:
    """Each case's values."""
    rows: list[list[int]] = [[] for _ in range(cases)]
    if reader.number() == AS_SETS:
        sets = [reader.rising(reader.number()) for _ in range(reader.number())]
        rows = [sets[reader.number()] for _ in range(cases)]
    else:
        for value in range(values):
            for case in reader.rising(reader.number()):
                rows[case].append(value)
    return [tuple(row) for row in rows]


@given(ROWS)
def test_a_column_reads_back(rows: list[tuple[int, ...]]) -> None:
    reader = Reader(column_bytes(rows, 6))
    assert read_column(reader, len(rows), 6) == rows
    assert reader.done()


def test_a_column_is_written_in_the_way_that_is_lighter() -> None:
    one_each = [(case % 4,) for case in range(1_000)]
    assert column_bytes(one_each, 4)[0] == AS_SETS
    rare = [tuple(value for value in range(12) if (case * 7919 + value * 104_729) % 97 < 9) for case in range(2_000)]
    assert column_bytes(rare, 12)[0] == AS_LISTS


@pytest.mark.parametrize("key", ["tema", "kommune", "virkemiddel", "har"])
def test_the_real_columns_say_what_the_cases_say(key: str, content: Content) -> None:
    reader = Reader(finder_columns(content, TODAY)[key])
    assert reader.number() == len(content.cases)
    values = reader.text().split(" ")
    assert values == [value.id for facet in facets(content, TODAY) if facet.key == key for value in facet.values]
    for case, row in zip(content.cases, read_column(reader, len(content.cases), len(values)), strict=True):
        assert {values[at] for at in row} == set(facet_values(content, case, TODAY)[key])
    assert reader.done()


def test_counted_figures_with_a_year_are_strongest(content: Content) -> None:
    strengths = finder_columns(content, TODAY)[STRENGTH]
    assert list(strengths[1:]) == [figure_strength(case) for case in content.cases]
    with_figures = {bool(case.noegletal) for case in content.cases if figure_strength(case)}
    assert with_figures == {True}
    case = next(
        case for case in content.cases if any(figure.knowledge == "optalt-med-aar" for figure in case.noegletal)
    )
    fewer = case.model_copy(update={"noegletal": tuple(f.model_copy(update={"aar": None}) for f in case.noegletal)})
    assert figure_strength(fewer) < figure_strength(case)
