"""The pages that lessons make: all of them on one page, and what a theme's lessons add up to."""

from __future__ import annotations

from typing import Any

from macros.finding.facets import Facet, FacetValue
from macros.html.long_lists import LISTED_LESSONS, share, shown
from macros.html.rendering import render
from macros.insight.lesson_topics import (
    LessonGroup,
    area_groups,
    clause_groups,
    most_carried,
    related_lessons,
    topic_groups,
    topic_matrix,
)
from macros.insight.lessons import LessonEntry, all_lessons, lessons_by
from macros.library.content import Content
from macros.model.case_model import Case

AREA_TOPICS = 5
THEME_TOPICS = 6
# So many cases stand in the table of topics.
MATRIX_CASES = 24


class LessonPages:
    """The part of Pages that knows lessons."""

    content: Content

    def lesson_overview(self) -> str:
        """Each area in short, what the cases say on each topic, topics against cases, and all lessons with a filter."""
        content = self.content
        lessons = all_lessons(content)
        areas = area_groups(content, lessons)
        most = share((len(area.lessons) for area in areas), LISTED_LESSONS)
        listed = tuple(lesson for area in areas for lesson in shown(area.lessons, most))
        cases, rows = topic_matrix(content, MATRIX_CASES)
        return render(
            "lesson_overview.md", "laering/", content=content, lessons=lessons, most=most, listed=len(listed),
            areas=[(area, most_carried(topic_groups(content, area.lessons), AREA_TOPICS)) for area in areas],
            topics=topic_groups(content, lessons), facets=lesson_facets(content, lessons),
            related={lesson.url: related_lessons(lesson, listed) for lesson in listed},
            matrix_cases=cases, matrix=rows, told=[case for case in content.cases if case.laering],
            silent=[case for case in content.cases if not case.laering],
            publication=content.term("udgivelser", content.catalogue.udgivelse),
        )  # fmt: skip


def theme_lessons(content: Content, cases: list[Case]) -> dict[str, Any]:
    """What a theme page shows of its cases' lessons: the lessons, the topics they carry most, the clauses they want."""
    of_theme = {case.id for case in cases}
    lessons = tuple(lesson for lesson in all_lessons(content) if lesson.case and lesson.case.id in of_theme)
    return {
        "lessons": lessons,
        "topics": most_carried(topic_groups(content, lessons), THEME_TOPICS),
        "clauses": most_carried(clause_groups(content, lessons)),
    }


def lesson_facets(content: Content, lessons: tuple[LessonEntry, ...]) -> tuple[Facet, ...]:
    """What lessons can be chosen by, each value with the number of lessons that have it."""

    def facet(key: str, name: str, every: str, groups: tuple[LessonGroup, ...]) -> Facet:
        values = (
            FacetValue(item.term.id, getattr(item.term, "navn", None) or item.term.titel, len(item.lessons))
            for item in groups
        )
        return Facet(key, name, every, tuple(values))

    of_theme = lessons_by(lessons, lambda lesson: (lesson.case.tema,) if lesson.case else ())
    by_theme = (LessonGroup(theme, of_theme.get(theme.id, ())) for theme in content.terms("temaer"))
    return (
        facet("emne", "Emne", "Alle emner", topic_groups(content, lessons)),
        facet("omraade", "Område", "Alle områder", area_groups(content, lessons)),
        facet("tema", "Tema", "Alle temaer og kataloget", tuple(group for group in by_theme if group.lessons)),
        facet("klausul", "Klausul", "Alle klausuler", clause_groups(content, lessons)),
    )
