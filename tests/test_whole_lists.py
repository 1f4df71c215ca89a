"""The lists that a page's script fetches where the page holds only the first."""

from __future__ import annotations

import json
from datetime import date

import pytest

from macros.finding.search_files import search_files
from macros.finding.whole_lists import FIGURES, LESSONS, figure_list, lesson_list, whole_lists
from macros.html.prose import plain
from macros.insight.lessons import all_lessons
from macros.insight.results import all_figures
from macros.library.content import Content
from scripts.measuring.synthetic_cases import content_of


@pytest.fixture(scope="module")
def many(content: Content) -> Content:
    return content_of(content, 120, 1)


def test_short_lists_are_whole_on_their_page(content: Content) -> None:
    assert whole_lists(content) == {}


def test_long_lists_are_among_the_searchs_files(many: Content) -> None:
    assert whole_lists(many).keys() == {LESSONS, FIGURES}
    files = search_files(many, date(2026, 11, 22))
    assert json.loads(files[f"data/soeg/{LESSONS}"])["punkter"][0][0] == -1
    assert len(json.loads(files[f"data/soeg/{FIGURES}"])["tal"]) == len(all_figures(many))


def test_every_lesson_can_be_told_with_its_case(many: Content) -> None:
    data = lesson_list(many)
    for lesson, (case, name, text, area, topics, clauses) in zip(all_lessons(many), data["punkter"], strict=True):
        assert (name, text, area) == (lesson.id, plain(lesson.tekst), lesson.omraade)
        assert (topics, clauses) == (lesson.emner, lesson.klausuler)
        expected = lesson.case and (lesson.case.id, lesson.case.titel, lesson.case.tema)
        assert (data["cases"][case][:3] if case >= 0 else None) == expected


def test_every_figure_can_be_told_with_its_case(many: Content) -> None:
    data = figure_list(many)
    for (case, figure), row in zip(all_figures(many), data["tal"], strict=True):
        assert data["cases"][row[0]] == (case.id, case.titel, case.tema, case.nummer or 0, case.kilde.side or "")
        assert row[1:5] == (float(figure.tal), figure.display_number, figure.enhed, figure.hvad)
        assert row[5:] == (figure.aar or "", figure.forbehold or "", figure.knowledge)
