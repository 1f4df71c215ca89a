"""Related cases: chosen by editors first, then by what they share, always with a reason."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.finding.related import TOO_BROAD, related_cases
from macros.library.content import PROJECT, Content, load_content
from macros.model.case_model import Case
from tests.examples import CASE

CASES = sorted(file.stem for file in (PROJECT / "cases").glob("[!_]*.yml"))


@pytest.mark.parametrize("identifier", CASES)
def test_every_case_leads_on(identifier: str, content: Content) -> None:
    case = content.case_by_id[identifier]
    found = related_cases(content, case)
    assert 1 <= len(found) <= 4
    assert case not in [item.case for item in found]
    assert len({item.case.id for item in found}) == len(found)
    assert all(item.grund for item in found)
    chosen = [item.case.id in case.se_ogsaa for item in found]
    assert chosen == sorted(chosen, reverse=True), "redaktionens valg står først"
    assert {item.case.id for item in found} >= set(case.se_ogsaa[:4])


def test_the_reason_names_what_is_shared(content: Content) -> None:
    case = content.case_by_id["horsens-alliancen"]
    reasons = {item.case.id: item.grund for item in related_cases(content, case, most=22)}
    assert reasons["hoejtuddannede-horsens"].startswith("Samme kommune: Horsens")


def test_what_nearly_all_share_is_no_reason(content: Content) -> None:
    for case in content.cases:
        assert not any("Alle brancher" in item.grund for item in related_cases(content, case, most=22))


def test_the_number_can_be_chosen(content: Content) -> None:
    assert len(related_cases(content, content.cases[0], most=2)) == 2


# Weighing all cases at once gives what weighing them one by one gives


WEIGHTS = {"kommuner": 5, "brancher": 4, "virkemidler": 2, "maalgrupper": 1}
VALUES = {
    "kommuner": ["aarhus", "fanoe", "horsens"],
    "brancher": ["alle-brancher", "industri-og-metal", "bygge-og-anlaeg"],
    "virkemidler": ["opkvalificering", "virksomhedsbesoeg"],
    "maalgrupper": ["ledige", "ufaglaerte"],
    "se_ogsaa": ["c0", "c1", "c5", "ukendt"],
}
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            **{key: st.lists(st.sampled_from(values), max_size=3).map(tuple) for key, values in VALUES.items()},
            "tema": st.sampled_from("ab"),
            "nummer": st.sampled_from([None, 1, 2]),
        }
    ),
    min_size=1,
    max_size=9,
)


def one_by_one(cases: tuple[Case, ...], case: Case) -> list[str]:
    """The ids of the nearest, each case weighed against each."""
    found = []
    for other in cases:
        score = int(case.tema == other.tema) + sum(
            weight
            for field, weight in WEIGHTS.items()
            for value in getattr(case, field)
            if value in getattr(other, field) and value not in TOO_BROAD
        )
        chosen = other.id in case.se_ogsaa
        if other.id != case.id and (score or chosen):
            found.append((not chosen, -score, other.nummer or 0, other.id))
    return [row[-1] for row in sorted(found, key=lambda row: row[:3])[:4]]


@given(rows=ROWS)
def test_all_at_once_is_as_one_by_one(rows: list[dict[str, object]]) -> None:
    base = Case.model_validate(CASE)
    cases = tuple(base.model_copy(update={"id": f"c{place}", **row}) for place, row in enumerate(rows))
    library = replace(real(), cases=cases)
    for case in cases:
        if case.id not in case.se_ogsaa:
            assert [item.case.id for item in related_cases(library, case)] == one_by_one(cases, case)


@cache
def real() -> Content:
    """The real content, for its lists."""
    return load_content()
