"""Related cases: chosen by editors first, then by what they share, always with a reason."""

from __future__ import annotations

import pytest

from macros.content import PROJECT, Content
from macros.related import related_cases

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
