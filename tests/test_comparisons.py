"""Comparisons that are proposed: few cases that are alike, chosen by rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.finding.comparisons import FEWEST, MOST, ready_comparisons
from macros.library.content import Content


def test_three_are_proposed_and_no_case_twice(content: Content) -> None:
    ready = ready_comparisons(content)
    ids = [case.id for comparison in ready for case in comparison.cases]
    assert len(ready) == 3
    assert len(ids) == len(set(ids))
    assert all(FEWEST <= len(comparison.cases) <= MOST for comparison in ready)


def test_the_most_alike_come_first(content: Content) -> None:
    first = ready_comparisons(content)[0]
    assert first.navn == content.term("temaer", "skole-og-virksomhed").navn
    assert {case.tema for case in first.cases} == {"skole-og-virksomhed"}
    assert first.antal == 4
    assert first.address.startswith("cases/sammenlign/?c=erhvervsplaymaker-aalborg,")


@pytest.mark.parametrize("number", [1, 2])
def test_too_few_cases_give_no_proposal(number: int, content: Content) -> None:
    assert ready_comparisons(replace(content, cases=content.cases[:number])) == ()


def test_large_groups_are_cut_and_say_so(content: Content) -> None:
    many = tuple(
        case.model_copy(update={"id": f"{case.id}-{copy}"})
        for copy in range(9)
        for case in content.cases
    )  # fmt: skip
    ready = ready_comparisons(replace(content, cases=many))
    assert len(ready) == 3
    assert all(len(comparison.cases) == FEWEST < comparison.antal for comparison in ready)


def test_it_is_the_same_every_time(content: Content) -> None:
    assert ready_comparisons(content) == ready_comparisons(replace(content, cases=content.cases))
