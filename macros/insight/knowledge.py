"""What kind of knowledge each claim is: counted with or without a year, a goal or estimate, told, or not stated.

The kinds and their explanations stand in cases/_viden.yml; nothing here weighs one case against another.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.insight.lessons import all_lessons
from macros.library.content import Content
from macros.model.case_model import Case
from macros.model.vocabulary_model import Term

TOLD = "oplevet"
UNKNOWN = "ikke-oplyst"
# What every case is asked; where a source does not answer, its page says so.
ASKED = {
    "kommuner": "kommune",
    "periode": "periode",
    "finansiering": "finansiering",
    "formaal": "formål",
    "organisering": "organisering",
    "resultater": "resultater",
    "noegletal": "tal",
    "laering": "læringspunkter",
}


@dataclass(frozen=True)
class KnowledgeRow:
    """A kind of knowledge, how much of it there is, and in how many cases."""

    kind: Term
    number: int
    cases: int


def unanswered(case: Case) -> tuple[str, ...]:
    """What the source does not say about a case."""
    return tuple(name for field, name in ASKED.items() if not getattr(case, field))


def knowledge_rows(content: Content) -> tuple[KnowledgeRow, ...]:
    """Every kind with its counts, in the file's order."""
    return tuple(_row(content, kind) for kind in content.terms("viden"))


def _row(content: Content, kind: Term) -> KnowledgeRow:
    found = [(case.id, _amount(case, kind.id)) for case in content.cases]
    number = sum(amount for _, amount in found)
    if kind.id == TOLD:
        number += sum(1 for lesson in all_lessons(content) if lesson.case is None)
    return KnowledgeRow(kind, number, sum(1 for _, amount in found if amount))


def _amount(case: Case, kind: str) -> int:
    if kind == TOLD:
        return len(case.laering) + bool(case.resultater)
    if kind == UNKNOWN:
        return len(unanswered(case))
    return sum(1 for figure in case.noegletal if figure.knowledge == kind)
