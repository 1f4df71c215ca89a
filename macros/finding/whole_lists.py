"""Lists too long for their page, as its script fetches them when a reader filters: lessons and figures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from macros.html.long_lists import LISTED_FIGURES, LISTED_LESSONS
from macros.html.prose import plain
from macros.insight.lessons import all_lessons
from macros.insight.results import all_figures
from macros.library.content import Content
from macros.model.case_model import Case

LESSONS, FIGURES = "punkter.json", "tal.json"


def whole_lists(content: Content) -> dict[str, Any]:
    """File name to data, for each list that its page cuts; a row names its case by its place among the cases."""
    found: dict[str, Any] = {}
    if len(all_lessons(content)) > LISTED_LESSONS:
        found[LESSONS] = lesson_list(content)
    if len(all_figures(content)) > LISTED_FIGURES:
        found[FIGURES] = figure_list(content)
    return found


def lesson_list(content: Content) -> dict[str, Any]:
    """Each lesson: case (-1 for the catalogue), id, text, area, topics and clause types."""
    lessons = all_lessons(content)
    number, cases = _cases(lesson.case for lesson in lessons if lesson.case)
    rows = (
        (
            number[item.case.id] if item.case else -1, item.id, plain(item.tekst), item.omraade,
            item.emner, item.klausuler,
        )
        for item in lessons
    )  # fmt: skip
    return {"cases": cases, "punkter": list(rows)}


def figure_list(content: Content) -> dict[str, Any]:
    """Each figure: case, number, the number as it is shown, unit, what, year, caveat and kind of knowledge."""
    number, cases = _cases(case for case, _ in all_figures(content))
    rows = (
        (
            number[case.id], float(item.tal), item.display_number, item.enhed, item.hvad, item.aar or "",
            item.forbehold or "", item.knowledge,
        )
        for case, item in all_figures(content)
    )  # fmt: skip
    return {"cases": cases, "tal": list(rows)}


def _cases(named: Iterable[Case]) -> tuple[dict[str, int], list[tuple[str, str, str, int, str]]]:
    """Each case's place, and the cases: id, title, theme, number (0 for none) and page in the source."""
    cases = {case.id: case for case in named}
    rows = [(case.id, case.titel, case.tema, case.nummer or 0, case.kilde.side or "") for case in cases.values()]
    return {name: place for place, name in enumerate(cases)}, rows
