"""What the agreement builder reads: clauses, starters, cases with their lessons, and the real agreements' structure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from macros.agreement.check_report import builder_rules
from macros.agreement.clause_statistics import builder_statistics
from macros.html.prose import plain
from macros.insight.lessons import LessonEntry, all_lessons
from macros.library.content import Content
from macros.sharing.open_data import clause_record


def builder_data(content: Content) -> dict[str, Any]:
    """The whole of data/byg.json; clauses stand in the agreement's order, texts of lessons are plain."""
    lessons: dict[str, list[LessonEntry]] = {}
    for lesson in all_lessons(content):
        lessons.setdefault(lesson.case.id if lesson.case else "", []).append(lesson)
    return {
        "klausuler": [
            {**clause_record(content, clause), "statistik": builder_statistics(content, clause)}
            for clause in content.clauses
        ],
        "skabeloner": [
            {"id": item.id, "navn": item.navn, "hjaelp": item.hjaelp, "valg": list(item.valg.items())}
            for item in content.terms("skabeloner")
        ],
        "aktoertyper": [{"id": item.id, "navn": item.navn} for item in content.terms("aktoertyper")],
        "cases": [
            {
                "id": case.id,
                "nummer": case.nummer,
                "titel": case.titel,
                "adresse": case.url,
                "laering": _lessons(lessons.get(case.id, ())),
            }
            for case in content.cases
        ],
        "laering": _lessons(lessons.get("", ())),
        "aftaler": [
            {
                "id": item.id,
                "titel": item.titel,
                "adresse": item.url,
                "valg": [
                    (clause.id, item.klausuler[clause.id].model or clause.varianter[0].id)
                    for clause in content.clauses
                    if item.klausuler[clause.id].findes
                ],
            }
            for item in content.agreements
        ],
        "tjek": builder_rules(content),
    }


def _lessons(lessons: Iterable[LessonEntry]) -> list[dict[str, Any]]:
    return [
        {"id": lesson.id, "tekst": plain(lesson.tekst), "adresse": lesson.url, "klausuler": list(lesson.klausuler)}
        for lesson in lessons
    ]
