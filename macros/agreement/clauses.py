"""Clause types seen across the three agreements: who has one, what it says, which lessons argue for it."""

from __future__ import annotations

from dataclasses import dataclass

from macros.insight.lessons import LessonEntry, lessons_for_clause
from macros.library.content import Content
from macros.model.agreement_model import Agreement, ClauseStatement
from macros.model.clause_model import ClauseType


@dataclass(frozen=True)
class ClauseRow:
    """A clause type with what each agreement says, in the order of content.agreements."""

    clause: ClauseType
    statements: tuple[tuple[Agreement, ClauseStatement], ...]
    lessons: tuple[LessonEntry, ...]

    @property
    def having(self) -> int:
        """How many agreements have such a clause."""
        return sum(1 for _, statement in self.statements if statement.findes)

    @property
    def receipt(self) -> str:
        """The count with the number it rests on: "2 af 3 aftaler har den"."""
        return f"{self.having} af {len(self.statements)} aftaler har den"


def clause_row(content: Content, clause: ClauseType) -> ClauseRow:
    """One clause type across the agreements."""
    statements = tuple((agreement, agreement.klausuler[clause.id]) for agreement in content.agreements)
    return ClauseRow(clause, statements, lessons_for_clause(content, clause.id))


def clause_rows(content: Content) -> tuple[ClauseRow, ...]:
    """Every clause type across the agreements, in the order of an agreement."""
    return tuple(clause_row(content, clause) for clause in content.clauses)
