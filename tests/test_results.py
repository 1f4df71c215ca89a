"""Effects, kinds of result and figures."""

from __future__ import annotations

import pytest

from macros.insight.results import all_figures, effect_rows, figure_sentence
from macros.library.content import Content
from macros.model.case_model import KeyFigure


def test_all_kinds_of_result_stand_under_the_three_effects(content: Content) -> None:
    rows = effect_rows(content)
    assert [row.effekt.id for row in rows] == [effect.id for effect in content.terms("effekter")]
    assert sum(len(row.types) for row in rows) == 19


def test_a_kind_of_result_has_the_cases_that_name_it(content: Content) -> None:
    for row in effect_rows(content):
        for kind in row.types:
            assert {case.id for case in kind.cases} == {
                case.id for case in content.cases if kind.type.id in case.resultattyper
            }


def test_all_figures_are_there_by_case(content: Content) -> None:
    figures = all_figures(content)
    assert len(figures) == sum(len(case.noegletal) for case in content.cases)
    order = [content.cases.index(case) for case, _ in figures]
    assert order == sorted(order)


@pytest.mark.parametrize(("caveat", "sentence"), [("mere end", "mere end 9.000 nye job"), (None, "9.000 nye job")])
def test_a_figure_as_a_sentence(caveat: str | None, sentence: str) -> None:
    data = {"tal": "9000", "enhed": "nye job", "hvad": "Job"} | ({"forbehold": caveat} if caveat else {})
    assert figure_sentence(KeyFigure.model_validate(data)) == sentence
