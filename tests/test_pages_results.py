"""The pages of results, of the kinds of knowledge, and of what has changed."""

from __future__ import annotations

import re
from datetime import date

import pytest

from macros.checking.since_2018 import notes_for
from macros.insight.charts import all_charts
from macros.insight.results import all_figures, effect_rows
from macros.library.content import Content
from macros.pages.pages import Pages


@pytest.fixture(scope="module")
def pages(content: Content) -> Pages:
    """The pages on one day."""
    return Pages(content, date(2026, 11, 22))


def test_every_figure_stands_in_the_table_with_its_label(pages: Pages, content: Content) -> None:
    text = pages.result_overview()
    assert len(re.findall(r'<tr role="row" data-figure=', text)) == len(all_figures(content))
    rows = text.split('data-figure="')[1:]
    for (case, figure), row in zip(all_figures(content), rows, strict=True):
        assert f'data-viden="{figure.knowledge}"' in row
        assert f'data-theme="{case.tema}"' in row
        assert (" data-forbehold>" in row.split("\n")[0]) == bool(figure.forbehold)


def test_an_effect_shows_only_counted_figures_of_its_own_cases(content: Content) -> None:
    for row in effect_rows(content):
        assert len(row.figures) == len(row.effekt.tal)
        for case, figure in row.figures:
            assert case in row.cases and figure.art == "optalt"


def test_every_count_says_what_it_rests_on(pages: Pages, content: Content) -> None:
    text = pages.result_overview()
    assert len(re.findall(rf"\d+ af {len(content.cases)} cases viser det", text)) >= 15
    assert f"af {len(all_figures(content))} tal" in text


def test_a_chart_is_drawn_in_its_numbers_and_words(pages: Pages, content: Content) -> None:
    text = pages.result_overview()
    for drawn in all_charts(content):
        part = text.split(f'id="diagram-{drawn.chart.id}"')[1].split("</figure>")[0]
        assert part.count("<rect") == sum(len(panel.bars) for panel in drawn.panels)
        assert part.count("<tr>") == len(drawn.figures) + 1
        assert part.count('role="img" aria-label="Diagram. ') == len(drawn.panels)
    assert "style=" not in text and "<script" not in text


def test_the_chart_stands_on_its_case_too(pages: Pages) -> None:
    assert 'id="diagram-match-i-horsens"' in pages.case_page("hoejtuddannede-horsens")
    assert 'id="diagram-' not in pages.case_page("energiteam-esbjerg")


def test_a_case_shows_the_notes_that_it_needs(pages: Pages, content: Content) -> None:
    text = pages.case_page("hovedstadens-rekrutteringsservice")
    notes = notes_for(content.terms("siden_2018"), content.case_by_id["hovedstadens-rekrutteringsservice"])
    assert notes
    for note in notes:
        assert note.emne in text and f"om/siden-2018/#{note.id}" in text
    assert "siden-2018" not in pages.case_page("igu-forloeb-odense")


def test_results_and_lessons_are_marked_as_told(pages: Pages, content: Content) -> None:
    case = content.case_by_id["horsens-alliancen"]
    text = pages.case_page(case.id)
    assert text.count('data-viden="oplevet"') == len(case.laering) + 1
    assert text.count('data-viden="maal-eller-skoen"') == 2


def test_the_kinds_are_explained_with_their_numbers(pages: Pages, content: Content) -> None:
    text = pages.knowledge_overview()
    for kind in content.terms("viden"):
        assert f"{{ #{kind.id} }}" in text
    assert text.count('class="tally"') == len(content.terms("viden"))


def test_the_list_of_changes_names_cases_and_sources(pages: Pages, content: Content) -> None:
    text = pages.since_list()
    for note in content.terms("siden_2018"):
        assert f"{{ #{note.id} }}" in text and f'href="{note.adresse}"' in text
    assert "Skrevet af redaktionen 22. november 2026" in text
