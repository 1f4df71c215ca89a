"""The questions that find the cases most like one's own situation: which cases each answer fits, and how well."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress
from typing import Any

from macros.checking.checks_situations import ANSWER_LISTS
from macros.library.content import Content
from macros.model.case_model import Case
from macros.model.vocabulary_model import Answer, Question

# What a list is called in the finder's addresses; the area has no filter there.
_FILTERS = {"temaer": "tema", "virkemidler": "virkemiddel", "maalgrupper": "maalgruppe", "aktoertyper": "aktoer"}
_MOST_HITS = 9


@dataclass(frozen=True)
class AnswerRow:
    """An answer: its list and values, those in use, the finder's filter, each case's hits, the cases that fit."""

    answer: Answer
    liste: str
    filter: str
    vaerdier: tuple[str, ...]
    brugte: tuple[str, ...]
    traef: tuple[int, ...]
    cases: tuple[Case, ...]


def reaches(case: Case) -> tuple[str, ...]:
    """How large an area a case covers, from the places it names and the form it has."""
    found = []
    if len(case.kommuner) == 1:
        found.append("en-kommune")
    if len(case.kommuner) > 1 or "flere-kommuner" in case.organiseringsform:
        found.append("flere-kommuner")
    if not case.kommuner:
        found.append("hel-egn")
    return tuple(found)


def answer_values(case: Case) -> dict[str, frozenset[str]]:
    """A case's values in each list that an answer may stand for."""
    found: dict[str, Iterable[str]] = {
        "temaer": (case.tema,),
        "virkemidler": case.virkemidler,
        "maalgrupper": case.maalgrupper,
        "aktoertyper": (actor.type for actor in case.aktoerer),
        "raekkevidde": reaches(case),
    }
    return {name: frozenset(values) for name, values in found.items()}


def question_rows(content: Content) -> tuple[tuple[Question, tuple[AnswerRow, ...]], ...]:
    """Every question with its answers and how many of an answer's values each case has, in the file's order."""
    rows = [answer_values(case) for case in content.cases]
    values = {name: [row[name] for row in rows] for name in ANSWER_LISTS}
    return tuple(
        (question, tuple(_answer_row(content, values, answer) for answer in question.svar))
        for question in content.terms("spoergsmaal")
    )


def _answer_row(content: Content, values: dict[str, list[frozenset[str]]], answer: Answer) -> AnswerRow:
    name = next(item for item in ANSWER_LISTS if getattr(answer, item))
    wanted = getattr(answer, name)
    # Many cases have the same values.
    found = {having: len(having.intersection(wanted)) for having in set(values[name])}
    hits = tuple(map(found.__getitem__, values[name]))
    used = tuple(value for value in wanted if any(value in having for having in found))
    return AnswerRow(answer, name, _FILTERS.get(name, ""), wanted, used, hits, tuple(compress(content.cases, hits)))


def situation_data(content: Content) -> dict[str, Any]:
    """What the browser ranks by: the cases' ids, and for each answer one digit a case with the number of hits."""
    questions = {
        question.id: {
            row.answer.id: {
                "passer": row.answer.passer,
                "passer_ikke": row.answer.passer_ikke,
                "liste": row.liste,
                "filter": row.filter,
                "vaerdier": row.vaerdier,
                "traef": "".join(str(min(number, _MOST_HITS)) for number in row.traef),
            }
            for row in rows
        }
        for question, rows in question_rows(content)
    }
    return {"cases": [case.id for case in content.cases], "spoergsmaal": questions}
