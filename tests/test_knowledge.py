"""What kind of knowledge each claim is."""

from __future__ import annotations

import pytest

from macros.insight.knowledge import ASKED, TOLD, UNKNOWN, knowledge_rows, unanswered
from macros.insight.lessons import all_lessons
from macros.insight.results import all_figures
from macros.library.content import Content
from macros.model.case_model import KeyFigure
from tests.examples import case


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ({"aar": "2017"}, "optalt-med-aar"),
        ({"aar": "2015-2016", "forbehold": "cirka"}, "optalt-med-aar"),
        ({}, "optalt-uden-aar"),
        ({"art": "maal", "aar": "2017"}, "maal-eller-skoen"),
        ({"art": "skoen"}, "maal-eller-skoen"),
    ],
)
def test_a_figures_kind_follows_from_what_it_is(more: dict[str, str], kind: str) -> None:
    assert KeyFigure.model_validate({"tal": "5", "enhed": "job", "hvad": "Job", **more}).knowledge == kind


def test_an_art_that_does_not_exist_is_refused_in_danish() -> None:
    with pytest.raises(ValueError, match="er ikke en art af tal"):
        KeyFigure.model_validate({"tal": "5", "enhed": "job", "hvad": "Job", "art": "gæt"})


def test_goals_and_estimates_in_the_words_are_not_called_counted(content: Content) -> None:
    for _, figure in all_figures(content):
        words = f"{figure.enhed} {figure.forbehold or ''}"
        if any(word in words for word in ("(mål)", "skønnet", "tommelfingerregel", "ventedes")):
            assert figure.knowledge == "maal-eller-skoen", figure.hvad


def test_every_kind_is_explained_and_counted(content: Content) -> None:
    rows = {row.kind.id: row for row in knowledge_rows(content)}
    figures = all_figures(content)
    counted = [row for name, row in rows.items() if name not in (TOLD, UNKNOWN)]
    assert {figure.knowledge for _, figure in figures} == {row.kind.id for row in counted}
    assert sum(row.number for row in counted) == len(figures)
    assert all(0 < row.cases <= len(content.cases) for row in rows.values())
    lessons = len(tuple(all_lessons(content)))
    assert rows[TOLD].number == lessons + sum(1 for item in content.cases if item.resultater)


def test_what_is_not_answered_is_named() -> None:
    _, item = case()
    assert unanswered(item) == ("periode", "finansiering", "organisering", "resultater")
    _, item = case(kommuner=None, omraade="Vestkysten", formaal=None, noegletal=None, laering=None)
    assert set(unanswered(item)) == set(ASKED.values())
