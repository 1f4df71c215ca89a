"""What lessons say together: groups, the matrix, and kinship."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.html.prose import plain
from macros.insight.lesson_topics import (
    area_groups,
    clause_groups,
    most_carried,
    related_lessons,
    topic_groups,
    topic_matrix,
)
from macros.insight.lessons import LessonEntry, all_lessons
from macros.library.content import Content
from tests.examples import problems_in, write_case

# Words that would count in a text what the page counts itself.
COUNTS = re.compile(r"\b(\d+|ingen case|én case|to cases|tre cases|de fleste|mange|ofte|alle cases)\b", re.IGNORECASE)
SENTENCE = re.compile(r"[.!?](?:\s|$)")


@pytest.fixture(scope="module")
def lessons(content: Content) -> tuple[LessonEntry, ...]:
    """Every lesson."""
    return tuple(all_lessons(content))


def test_every_lesson_has_topics_and_names_each_once(lessons: tuple[LessonEntry, ...]) -> None:
    for lesson in lessons:
        assert 1 <= len(lesson.emner) <= 3, lesson.url
        assert len(set(lesson.emner)) == len(lesson.emner), lesson.url


def test_every_topic_is_carried_by_a_case(content: Content) -> None:
    assert [group.term.id for group in topic_groups(content)] == [topic.id for topic in content.terms("emner")]
    assert all(group.cases for group in topic_groups(content))


@pytest.mark.parametrize(
    ("field", "vocabulary", "fewest", "most"), [("svar", "emner", 2, 5), ("syntese", "laeringsomraader", 3, 6)]
)
def test_the_syntheses_are_short_and_leave_counting_to_the_page(
    content: Content, field: str, vocabulary: str, fewest: int, most: int
) -> None:
    for term in content.terms(vocabulary):
        text = plain(getattr(term, field) or "")
        assert fewest <= len(SENTENCE.findall(text)) <= most, (term.id, text)
        assert not COUNTS.search(text), (term.id, text)


def test_groups_hold_each_lesson_of_theirs(content: Content, lessons: tuple[LessonEntry, ...]) -> None:
    assert sum(len(group.lessons) for group in area_groups(content)) == len(lessons)
    for group in topic_groups(content):
        assert set(group.general) | set(group.from_cases) == set(group.lessons)
        assert {case.id for case in group.cases} == {item.case.id for item in group.lessons if item.case}
    for group in clause_groups(content):
        assert all(group.term.id in lesson.klausuler for lesson in group.lessons)


def test_the_most_carried_come_first_and_only_those_of_cases(content: Content) -> None:
    groups = most_carried(topic_groups(content))
    assert [len(group.cases) for group in groups] == sorted((len(group.cases) for group in groups), reverse=True)
    assert len(most_carried(topic_groups(content), 3)) == 3
    general = tuple(lesson for lesson in all_lessons(content) if lesson.case is None)
    assert most_carried(topic_groups(content, general)) == ()


def test_the_matrix_counts_every_lesson_of_a_case(content: Content) -> None:
    cases, rows = topic_matrix(content)
    assert [case.id for case in cases] == [case.id for case in content.cases if case.laering]
    for number, case in enumerate(cases):
        marked = sum(len(row.cells[number].lessons) for row in rows)
        assert marked == sum(len(lesson.emner) for lesson in case.laering)
    for row in rows:
        assert sum(1 for cell in row.cells if cell.lessons) == len(row.group.cases)


def test_a_mark_leads_to_the_lesson_or_to_the_cases_lessons(content: Content) -> None:
    cells = [cell for row in topic_matrix(content)[1] for cell in row.cells if cell.lessons]
    for cell in cells:
        single = len(cell.lessons) == 1
        assert cell.url == (cell.lessons[0].url if single else f"{cell.case.url}#laering")


def test_related_lessons_share_a_topic_and_come_from_other_cases(lessons: tuple[LessonEntry, ...]) -> None:
    for lesson in lessons:
        related = related_lessons(lesson, lessons)
        assert len(related) <= 3
        cases = [other.case.id for other in related if other.case]
        assert len(set(cases)) == len(related)
        assert not lesson.case or lesson.case.id not in cases
        shared = [len(set(other.emner) & set(lesson.emner)) for other in related]
        assert shared == sorted(shared, reverse=True)
        assert all(shared)
    assert sum(1 for lesson in lessons if related_lessons(lesson, lessons)) > len(lessons) * 0.9


def test_an_unknown_topic_is_told(tmp_path: Path) -> None:
    lesson = {"id": "a", "tekst": "Begynd.", "omraade": "ledelse", "emner": ["tovholdre"]}
    write_case(tmp_path, laering=[lesson])
    (problem,) = problems_in(tmp_path)
    assert problem.field == "laering[1].emner[1]"
    assert problem.message == "ukendt værdi i _emner.yml: »tovholdre«"
    assert "tovholder" in problem.tip
