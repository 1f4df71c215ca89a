"""What lessons say together: by area, by topic, topic against case, and which lessons are kin to one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.insight.lessons import LessonEntry, all_lessons, lessons_by
from macros.library.content import Content
from macros.model.case_model import Case


@dataclass(frozen=True)
class LessonGroup:
    """The lessons that share an area, a topic or a clause type."""

    term: Any
    lessons: tuple[LessonEntry, ...]

    @cached_property
    def general(self) -> tuple[LessonEntry, ...]:
        """The catalogue's own."""
        return tuple(lesson for lesson in self.lessons if lesson.case is None)

    @cached_property
    def from_cases(self) -> tuple[LessonEntry, ...]:
        """Those that the cases tell."""
        return tuple(lesson for lesson in self.lessons if lesson.case)

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The cases that carry it, each once."""
        return tuple({lesson.case.id: lesson.case for lesson in self.lessons if lesson.case}.values())


@dataclass(frozen=True)
class MatrixCell:
    """A case's lessons on a topic; url is the lesson's own address, or the case's lessons where there are more."""

    case: Case
    lessons: tuple[LessonEntry, ...]

    @property
    def url(self) -> str:
        """Where the mark leads."""
        return self.lessons[0].url if len(self.lessons) == 1 else f"{self.case.url}#laering"


@dataclass(frozen=True)
class MatrixRow:
    """A topic with one cell a case."""

    group: LessonGroup
    cells: tuple[MatrixCell, ...]


def area_groups(content: Content, lessons: Iterable[LessonEntry] | None = None) -> tuple[LessonGroup, ...]:
    """One group an area, in the list's order."""
    return _groups(content.terms("laeringsomraader"), _all(content, lessons), lambda lesson: (lesson.omraade,))


def topic_groups(content: Content, lessons: Iterable[LessonEntry] | None = None) -> tuple[LessonGroup, ...]:
    """One group a topic, in the list's order; those that no lesson here is about are left out."""
    return _groups(content.terms("emner"), _all(content, lessons), lambda lesson: lesson.emner)


def clause_groups(content: Content, lessons: Iterable[LessonEntry] | None = None) -> tuple[LessonGroup, ...]:
    """One group a clause type that lessons argue for, in the agreement's order."""
    return _groups(content.clauses, _all(content, lessons), lambda lesson: lesson.klausuler)


def most_carried(groups: Iterable[LessonGroup], most: int | None = None) -> tuple[LessonGroup, ...]:
    """Those that cases carry, the most cases first, then the most lessons."""
    carried = [group for group in groups if group.cases]
    return tuple(sorted(carried, key=lambda group: (-len(group.cases), -len(group.from_cases)))[:most])


def topic_matrix(content: Content, most: int | None = None) -> tuple[tuple[Case, ...], tuple[MatrixRow, ...]]:
    """The first cases that have lessons, theme by theme, and for each topic what each of them says about it."""
    order = {theme.id: number for number, theme in enumerate(content.terms("temaer"))}
    first = [case for case in content.cases if case.laering][:most]
    cases = tuple(sorted(first, key=lambda case: order[case.tema]))
    rows = []
    for group in topic_groups(content):
        told: dict[str, list[LessonEntry]] = {}
        for lesson in group.from_cases:
            told.setdefault(lesson.case.id if lesson.case else "", []).append(lesson)
        rows.append(MatrixRow(group, tuple(MatrixCell(case, tuple(told.get(case.id, ()))) for case in cases)))
    return cases, tuple(rows)


def related_lessons(lesson: LessonEntry, lessons: Sequence[LessonEntry], most: int = 3) -> tuple[LessonEntry, ...]:
    """Lessons of other cases on the same topics, one a case: most topics shared first, then most clause types."""
    found: dict[str, tuple[int, int, LessonEntry]] = {}
    for other in lessons:
        shared = len(set(lesson.emner) & set(other.emner))
        if not other.case or other.case is lesson.case or not shared:
            continue
        score = (shared, len(set(lesson.klausuler) & set(other.klausuler)), other)
        if other.case.id not in found or score[:2] > found[other.case.id][:2]:
            found[other.case.id] = score
    best = sorted(found.values(), key=lambda row: (-row[0], -row[1]))
    return tuple(row[-1] for row in best[:most])


def _all(content: Content, lessons: Iterable[LessonEntry] | None) -> tuple[LessonEntry, ...]:
    return tuple(all_lessons(content) if lessons is None else lessons)


def _groups(
    terms: Sequence[Any], lessons: Sequence[LessonEntry], values: Callable[[LessonEntry], tuple[str, ...]]
) -> tuple[LessonGroup, ...]:
    found = lessons_by(lessons, values)
    return tuple(LessonGroup(term, found[term.id]) for term in terms if term.id in found)
