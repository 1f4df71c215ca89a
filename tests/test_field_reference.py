"""The field reference is made from the models, so it cannot be wrong or stale."""

from __future__ import annotations

from macros.editing.field_reference import field_groups, field_rows
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case


def test_every_field_is_explained() -> None:
    for model in (Case, Agreement):
        assert [row.key for row in field_rows(model)] == list(model.model_fields)
        assert all(row.help for row in field_rows(model))


def test_a_row_says_whether_a_field_is_needed_and_how_it_looks() -> None:
    rows = {row.key: row for row in field_rows(Case)}
    assert rows["titel"].required and not rows["finansiering"].required
    assert rows["gennemgaaet"].example == "2026-11-22"


def test_anchors_are_used_once() -> None:
    anchors = [anchor for _, anchor, _ in field_groups()]
    assert len(anchors) == len(set(anchors))
    assert {"case", "aftale"} <= set(anchors)
