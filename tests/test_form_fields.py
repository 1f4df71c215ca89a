"""The fields as data for forms: every field, every check's words, the same as the command line says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from macros.editing.form_fields import form_fields
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case
from macros.model.clause_model import ClauseType
from macros.model.fields import quoted
from macros.reading.faults import check_model
from macros.reading.yaml_source import parse
from tests.examples import CASE, changed, to_yaml

NAMES = {"temaer": {"specifikke-kompetencer": "Specifikke kompetencer"}, "brancher": {"turisme": "Turisme"}}
ONE = {"line", "text", "id", "number", "whole", "date", "years", "pages", "yesno", "url", "choice"}
KINDS = ONE | {"list", "group", "rows", "map"}


def fields() -> dict[str, dict[str, Any]]:
    """The case's fields by key."""
    return {field["key"]: field for field in form_fields(Case, NAMES)}


def all_of(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every field, however deep."""
    for row in rows:
        yield row
        yield from all_of(row.get("fields", []))


@pytest.mark.parametrize("model", [Case, Agreement, ClauseType])
def test_every_field_is_plain_data_and_explained(model: type[Case]) -> None:
    rows = form_fields(model, NAMES)
    assert [row["key"] for row in rows] == list(model.model_fields)
    for row in all_of(json.loads(json.dumps(rows))):
        assert row["kind"] in KINDS
        assert row["label"] and row["help"]
        assert row.get("item", {"kind": "line"})["kind"] in ONE
        assert ("fields" in row) == (row["kind"] in ("group", "rows", "map"))


def test_a_choice_knows_what_people_see() -> None:
    found = fields()
    assert found["tema"]["kind"] == "choice"
    assert found["tema"]["choices"] == [{"id": "specifikke-kompetencer", "name": "Specifikke kompetencer"}]
    assert found["brancher"]["item"]["choices"] == [{"id": "turisme", "name": "Turisme"}]
    figure = {row["key"]: row for row in found["noegletal"]["fields"]}
    assert figure["art"]["choices"][0] == {"id": "optalt", "name": "Optalt"}
    assert figure["art"]["default"] == "optalt"


def test_kinds_follow_the_model() -> None:
    found = {key: row["kind"] for key, row in fields().items()}
    assert (found["nummer"], found["gennemgaaet"], found["kilde"]) == ("whole", "date", "group")
    assert (found["aktoerer"], found["brancher"], found["formaal"]) == ("rows", "list", "text")
    assert next(row for row in form_fields(Agreement, NAMES) if row["key"] == "klausuler")["kind"] == "map"


def test_required_is_said_with_the_words_of_the_command_line() -> None:
    check = fields()["gennemgaaet"]["checks"][0]
    source = parse(to_yaml(changed(CASE, {"gennemgaaet": None})), "cases/a.yml")
    _, (problem,) = check_model(source, Case)
    assert (check["message"], check["expected"], check["tip"]) == (problem.message, problem.expected, problem.tip)
    assert fields()["nummer"]["checks"][0]["id"] != "mangler"


@pytest.mark.parametrize(
    ("key", "typed"),
    [("nummer", "tolv"), ("nummer", "2,5"), ("id", "Nordby"), ("gennemgaaet", "1. maj"), ("titel", " ")],
)
def test_a_checks_words_are_those_of_the_command_line(key: str, typed: str) -> None:
    """What a form does with a check gives word for word what the command line says."""
    text = typed.strip()
    check = next(
        check for check in fields()[key]["checks"] if check["pattern"] and not re.search(check["pattern"], text)
    )
    _, (problem,) = check_model(parse(to_yaml(changed(CASE, {key: typed})), "cases/a.yml"), Case)
    assert check["message"].replace("{value}", quoted(text)) == problem.message
    assert (check["expected"], check["tip"]) == (problem.expected, problem.tip)


def test_length_is_advice_and_never_a_check() -> None:
    short = fields()["kort"]
    assert short["advice"][0]["longest"] == 200
    assert "laengde" not in [check["id"] for check in short["checks"]]
