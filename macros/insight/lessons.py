"""Every lesson as a thing of its own: from the cases and from the catalogue's general part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from macros.library.content import Content
from macros.library.once import once
from macros.model.case_model import Case


@dataclass(frozen=True)
class LessonEntry:
    """A lesson with its address, its area and where it comes from; case is None for the general ones."""

    id: str
    tekst: str
    omraade: str
    url: str
    side: str
    emner: tuple[str, ...]
    klausuler: tuple[str, ...]
    case: Case | None

    @property
    def reference(self) -> str:
        """What a reader's list calls it: the case's id, or the catalogue, and its own."""
        return f"{self.case.id if self.case else 'katalog'}#{self.id}"

    @property
    def anchor(self) -> str:
        """Where it stands in the list of all lessons; a general lesson's own address is there."""
        return f"{self.case.id}-{self.id}" if self.case else lesson_anchor(self.id)


def lesson_anchor(identifier: str) -> str:
    """The anchor of a lesson on the page it stands on."""
    return f"laering-{identifier}"


@once
def all_lessons(content: Content) -> tuple[LessonEntry, ...]:
    """The general lessons in the catalogue's order, then those of the cases by number."""
    return tuple(_lessons(content))


def _lessons(content: Content) -> Iterator[LessonEntry]:
    for area in content.terms("laeringsomraader"):
        for point in area.punkter:
            url = f"laering/#{lesson_anchor(point.id)}"
            yield LessonEntry(point.id, point.tekst, area.id, url, point.side, point.emner, point.klausuler, None)
    for case in content.cases:
        yield from case_lessons(case)


def case_lessons(case: Case) -> Iterator[LessonEntry]:
    """The lessons of one case."""
    for lesson in case.laering:
        url = f"{case.url}#{lesson_anchor(lesson.id)}"
        yield LessonEntry(
            lesson.id,
            lesson.tekst,
            lesson.omraade,
            url,
            case.kilde.side or "",
            lesson.emner,
            lesson.klausuler,
            case,
        )


def lessons_in_area(content: Content, area: str) -> tuple[LessonEntry, ...]:
    """The lessons of one area."""
    return _by_area(content).get(area, ())


def lessons_for_clause(content: Content, clause: str) -> tuple[LessonEntry, ...]:
    """The lessons that argue for a clause type."""
    return _by_clause(content).get(clause, ())


def lessons_by(
    lessons: Iterable[LessonEntry], values: Callable[[LessonEntry], Iterable[str]]
) -> dict[str, tuple[LessonEntry, ...]]:
    """The lessons that have each value, in their order."""
    found: dict[str, list[LessonEntry]] = {}
    for lesson in lessons:
        for value in dict.fromkeys(values(lesson)):
            found.setdefault(value, []).append(lesson)
    return {value: tuple(having) for value, having in found.items()}


@once
def _by_area(content: Content) -> dict[str, tuple[LessonEntry, ...]]:
    return lessons_by(all_lessons(content), lambda lesson: (lesson.omraade,))


@once
def _by_clause(content: Content) -> dict[str, tuple[LessonEntry, ...]]:
    return lessons_by(all_lessons(content), lambda lesson: lesson.klausuler)
