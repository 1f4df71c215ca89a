"""Lessons as things of their own."""

from __future__ import annotations

from macros.insight.lessons import all_lessons, lesson_anchor, lessons_for_clause, lessons_in_area
from macros.library.content import Content


def test_general_lessons_come_first_then_those_of_the_cases(content: Content) -> None:
    lessons = list(all_lessons(content))
    from_cases = [lesson.case is not None for lesson in lessons]
    assert from_cases == sorted(from_cases)
    assert sum(from_cases) == sum(len(case.laering) for case in content.cases)
    assert len(lessons) - sum(from_cases) == sum(len(area.punkter) for area in content.terms("laeringsomraader"))


def test_a_lesson_stands_where_its_address_says(content: Content) -> None:
    for lesson in all_lessons(content):
        page = lesson.case.url if lesson.case else "laering/"
        assert lesson.url == f"{page}#{lesson_anchor(lesson.id)}"
        assert lesson.side


def test_every_lesson_is_in_one_area(content: Content) -> None:
    by_area = [lesson for area in content.terms("laeringsomraader") for lesson in lessons_in_area(content, area.id)]
    assert sorted(lesson.url for lesson in by_area) == sorted(lesson.url for lesson in all_lessons(content))


def test_lessons_argue_for_clauses(content: Content) -> None:
    for clause in content.clauses:
        for lesson in lessons_for_clause(content, clause.id):
            assert clause.id in lesson.klausuler
    assert lessons_for_clause(content, "evaluering")
    assert lessons_for_clause(content, "findes-ikke") == ()
