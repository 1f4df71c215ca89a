"""Clause types across the agreements."""

from __future__ import annotations

from macros.agreement.clauses import clause_row, clause_rows
from macros.library.content import Content


def test_every_clause_type_is_held_against_every_agreement(content: Content) -> None:
    rows = clause_rows(content)
    assert [row.clause for row in rows] == list(content.clauses)
    for row in rows:
        assert [agreement for agreement, _ in row.statements] == list(content.agreements)
        assert row.receipt == f"{row.having} af {len(content.agreements)} aftaler har den"
        assert row.having == sum(statement.findes for _, statement in row.statements)


def test_two_of_three_can_be_ended(content: Content) -> None:
    row = clause_row(content, content.clause_by_id["opsigelse"])
    assert row.receipt == "2 af 3 aftaler har den"
    assert all("opsigelse" in lesson.klausuler for lesson in row.lessons)
