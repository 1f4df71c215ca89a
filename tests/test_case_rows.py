"""The rows of a case's page are what the pages' own templates make of the same things."""

from __future__ import annotations

from datetime import date

import pytest

from macros.finding.related import RelatedCase
from macros.html.rendering import environment
from macros.library.content import Content
from macros.library.shared_content import shared_content
from macros.model.vocabulary_model import SinceNote, SourceNote
from macros.pages import case_rows

HERE = "cases/a/"


def by_template(content: Content, call: str, **values: object) -> str:
    """What a macro of _parts.html gives, written by Jinja itself."""
    text = '{% import "_parts.html" as parts with context %}{{ ' + call + " }}"
    return environment().from_string(text).render(here=HERE, content=content, **values).strip()


def test_figures_and_lessons_are_those_of_other_pages(content: Content) -> None:
    shared = shared_content(content)
    for case in content.cases:
        for figure in case.noegletal:
            assert case_rows.figure(shared, figure).strip() == by_template(
                content, "parts.figure_tile(figure)", figure=figure
            )
        for number, lesson in enumerate(case.laering, 1):
            call = 'parts.lesson_item(lesson, "laering-" ~ lesson.id, number, area, none, id ~ "#" ~ lesson.id)'
            area = content.term("laeringsomraader", lesson.omraade)
            made = by_template(content, call, lesson=lesson, number=number, area=area, id=case.id)
            assert case_rows.lesson(shared, case, lesson, number).strip() == made


def test_a_chip_leads_to_the_cases_with_the_same(content: Content) -> None:
    case = content.cases[0]
    made = case_rows.facet_chips(shared_content(content), "branche", "brancher", case.brancher)
    names = [content.term("brancher", item) for item in case.brancher]
    assert made.split("\n")[:-1] == [
        by_template(content, 'parts.finder_chip("branche", term.id, term.navn)', term=term) for term in names
    ]
    chips = case_rows.chips(content, "resultater/#", "resultattyper", case.resultattyper)
    assert f'href="../../resultater/#{case.resultattyper[0]}"' in chips


@pytest.mark.parametrize("odd", ["<b>\"'&", "# a", "{{ x }}", "qzxnamexzq"])
def test_what_an_editor_writes_is_shown_as_it_stands(odd: str, content: Content) -> None:
    shared, case = shared_content(content), content.cases[0]
    party = case.aktoerer[0].model_copy(update={"navn": odd, "rolle": None})
    shown = case_rows.actor(shared, party)
    assert "<b>" not in shown and shown.striptags().startswith(odd)
    assert "Ikke oplyst" in shown
    row = case_rows.related(RelatedCase(case.model_copy(update={"titel": odd}), odd))
    assert row.striptags() == odd * 2
    assert f'href="../../{case.url}"' in row


def test_notes_lead_to_where_they_are_told() -> None:
    day = date(2026, 11, 22)
    since = SinceNote.model_construct(id="nyt", emne="Nyt <a>", tekst="Det er *nyt*.", dato=day)
    assert "<em>nyt</em>. " in case_rows.since(since) and "22. november 2026" in case_rows.since(since)
    assert 'href="../../om/siden-2018/#nyt"' in case_rows.since(since)
    note = SourceNote.model_construct(id="valg", sted="side 2", vi_viser="ord " * 40)
    assert case_rows.note(note).endswith("ord ord...</li>") and len(case_rows.note(note).striptags()) < 100
    assert 'href="../../om/kilder/#valg"' in case_rows.note(note)
    assert 'href="../../aftaler/b/"' in case_rows.clause_link("aftaler/b/", "B")


def test_a_chart_is_drawn_where_there_is_one(content: Content) -> None:
    shared = shared_content(content)
    drawn = [case.id for case in content.cases if case_rows.drawings(shared, case)]
    assert drawn and len(drawn) < len(content.cases)
    assert case_rows.label(shared, "oplevet").startswith('<span class="knowledge" data-viden="oplevet">')
