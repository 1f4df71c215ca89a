"""Who works with whom: kinds of party and how often two of them are in the same case, forms of organisation, payers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Any

from macros.insight.lessons import all_lessons
from macros.library.content import Content
from macros.library.once import once
from macros.model.case_model import Case


@dataclass(frozen=True)
class KindRow:
    """A kind of party with the cases it is in; together counts those with it or the kind it is part of."""

    kind: Any
    cases: tuple[Case, ...]
    whole: Any | None
    together: int


@dataclass(frozen=True)
class PairRow:
    """Two kinds of party, the more frequent first, and the cases that have both."""

    first: Any
    second: Any
    cases: tuple[Case, ...]

    @property
    def anchor(self) -> str:
        """The pair's anchor on its page, the same whichever kind is the more frequent."""
        return "par-" + "-".join(sorted((self.first.id, self.second.id)))


@dataclass(frozen=True)
class Question:
    """A question to consider, the address of the lesson it rests on, and the case that teaches it, if any."""

    tekst: str
    url: str
    case: Case | None


@dataclass(frozen=True)
class FormRow:
    """A form of organisation or a payer, the cases that have it, and what to consider."""

    form: Any
    cases: tuple[Case, ...]
    questions: tuple[Question, ...] = ()


@once
def kind_rows(content: Content) -> tuple[KindRow, ...]:
    """The kinds of party that any case has, most frequent first."""
    found: dict[str, dict[str, Case]] = {}
    for case in content.cases:
        for actor in case.aktoerer:
            found.setdefault(actor.type, {})[case.id] = case
    rows = []
    for kind in content.terms("aktoertyper"):
        having = found.get(kind.id, {})
        whole = content.term("aktoertyper", kind.del_af) if kind.del_af else None
        together = len(having.keys() | found.get(whole.id, {}).keys()) if whole else len(having)
        if having:
            rows.append(KindRow(kind, tuple(having.values()), whole, together))
    return tuple(sorted(rows, key=lambda row: -len(row.cases)))


@once
def pair_rows(content: Content) -> tuple[PairRow, ...]:
    """Every two kinds that are in the same case, most frequent first."""
    kinds_of: dict[str, list[int]] = {}
    kinds = kind_rows(content)
    for number, row in enumerate(kinds):
        for case in row.cases:
            kinds_of.setdefault(case.id, []).append(number)
    shared: dict[tuple[int, int], list[Case]] = {}
    for case in content.cases:
        for pair in combinations(kinds_of.get(case.id, ()), 2):
            shared.setdefault(pair, []).append(case)
    rows = (PairRow(kinds[one].kind, kinds[other].kind, tuple(cases)) for (one, other), cases in sorted(shared.items()))
    return tuple(sorted(rows, key=lambda row: -len(row.cases)))


def pair_matrix(
    kinds: tuple[KindRow, ...], pairs: tuple[PairRow, ...]
) -> tuple[tuple[KindRow, tuple[PairRow | None, ...]], ...]:
    """Each kind with what it shares with every more frequent kind: the lower half of a square table."""
    found = {frozenset((pair.first.id, pair.second.id)): pair for pair in pairs}
    return tuple(
        (row, tuple(found.get(frozenset((row.kind.id, other.kind.id))) for other in kinds[:index]))
        for index, row in enumerate(kinds)
    )


def foremost_pairs(pairs: tuple[PairRow, ...], most: int = 5) -> tuple[PairRow, ...]:
    """The pairs most often together; those with as many cases as the last one come too."""
    limit = len(pairs[:most][-1].cases) if pairs else 0
    return tuple(pair for pair in pairs if len(pair.cases) >= limit)


def organisation_rows(content: Content) -> tuple[FormRow, ...]:
    """Every form of organisation with its cases and questions, most frequent first."""
    lessons = {(lesson.case.id if lesson.case else None, lesson.id): lesson for lesson in all_lessons(content)}
    rows = []
    for form in content.terms("organiseringsformer"):
        found = [(question, lessons[question.case, question.laering]) for question in form.overvej]
        questions = tuple(Question(question.tekst, lesson.url, lesson.case) for question, lesson in found)
        having = tuple(case for case in content.cases if form.id in case.organiseringsform)
        rows.append(FormRow(form, having, questions))
    return tuple(sorted(rows, key=lambda row: -len(row.cases)))


def financing_rows(content: Content) -> tuple[FormRow, ...]:
    """Every kind of payer with the cases whose source names it, most frequent first."""
    rows = [
        FormRow(form, tuple(case for case in content.cases if form.id in case.finansieringsform))
        for form in content.terms("finansieringsformer")
    ]
    return tuple(sorted(rows, key=lambda row: -len(row.cases)))


def without_payer(content: Content) -> tuple[Case, ...]:
    """The cases whose source does not say who pays."""
    return tuple(case for case in content.cases if not case.finansieringsform)
